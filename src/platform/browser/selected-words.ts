/**
 * What the reader selected in a tab, read once after an act of theirs that gave the right to (`activeTab`). The function
 * runs in our own world of the page: no script of the page sees or alters it, and nothing of it depends on the archive.
 */
import browser from 'webextension-polyfill';

/** '' where nothing is selected, or no extension may read the page. */
export async function readSelectedWords(tabId: number): Promise<string> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: selectedWords });
    return typeof frame?.result === 'string' ? frame.result.trim() : '';
  } catch {
    return '';
  }
}

/** Runs in the page: it sees nothing of this file. What is typed into fields is not read; nor is a selected book. */
function selectedWords(): string {
  const longest = 20_000;
  const mostNodes = 4_000;
  const field = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i])';
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  for (const node of [range.startContainer, range.endContainer]) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest(field)) return '';
  }
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  walker.currentNode = range.startContainer;
  for (let nodes = 0; walker.nextNode() && range.intersectsNode(walker.currentNode); nodes++)
    if (nodes > mostNodes) return '';
  return selection.toString().slice(0, longest);
}

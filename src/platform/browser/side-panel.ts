/**
 * The native side panel: `sidePanel` in Chrome, `sidebarAction` in Firefox, a tab where neither exists (Android).
 * Browsers open it only inside the reader's own act, so nothing may be awaited before these calls.
 */
import browser from 'webextension-polyfill';

interface ChromeSidePanel {
  open(where: { tabId: number } | { windowId: number }): Promise<void>;
}

/** Not in the polyfill's types: Chrome's own. */
function chromeSidePanel(): ChromeSidePanel | undefined {
  return (globalThis as { chrome?: { sidePanel?: ChromeSidePanel } }).chrome?.sidePanel;
}

const PANEL_PAGE = 'sidepanel.html';

export function openSidePanel(where: { tabId: number } | { windowId: number }): void {
  const chromePanel = chromeSidePanel();
  const opened = chromePanel ? chromePanel.open(where) : browser.sidebarAction?.open();
  const of = 'tabId' in where ? `?of=${where.tabId}` : '';
  const inTab = () => browser.tabs.create({ url: browser.runtime.getURL(PANEL_PAGE + of) });
  if (opened) opened.catch(inTab);
  else void inTab();
}

/**
 * What the reader has selected: its words, and up to 64 characters of the running text on either side (W3C
 * TextQuoteSelector). `Selection.toString()` lays out and copies everything selected, so its length is bounded first by
 * walking at most as many nodes as a short selection can have.
 */
import type { TextQuote } from '../text/position.ts';
import { offsetOf } from './block-text.ts';
import { blockOf } from './find-mark.ts';
import { closestOf, elementAt, isText } from './node-access.ts';
import type { PageBlocks } from './page-blocks.ts';

const MIN_LENGTH = 2;
const MAX_LENGTH = 2_000;
const CONTEXT_LENGTH = 64;
const MAX_NODES = 4_000;
const UNSEEN = /^(script|style|noscript|template)$/i;
const FIELD = 'input, textarea, select, [contenteditable]:not([contenteditable=false i])';

export interface SelectedText {
  readonly quote: TextQuote;
  /** Client coordinates of the end the reader stopped at. */
  readonly box: DOMRect;
  readonly element: Element;
}

/** null when nothing is selected, too little or too much, or in a field. */
export function readSelectedText(blocks: PageBlocks): SelectedText | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const element = elementAt(selection.focusNode);
  if (!element || isEditable(range) || !isShort(range)) return null;
  const exact = selection.toString().replace(/\s+/g, ' ').trim().toWellFormed();
  if (exact.length < MIN_LENGTH || exact.length > MAX_LENGTH) return null;
  const box = focusBox(selection, range);
  if (!box) return null;
  const prefix = textBeside(blocks, range.startContainer, range.startOffset, -CONTEXT_LENGTH);
  const suffix = textBeside(blocks, range.endContainer, range.endOffset, CONTEXT_LENGTH);
  return { quote: { exact, prefix, suffix }, box, element };
}

function isEditable(range: Range): boolean {
  return [range.startContainer, range.endContainer].some((node) => {
    const element = elementAt(node);
    return !element || closestOf(element, FIELD) !== null || document.designMode === 'on';
  });
}

function isShort(range: Range): boolean {
  const { commonAncestorContainer: root, startContainer, endContainer } = range;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = startContainer;
  let length = 0;
  for (let steps = 0; steps < MAX_NODES; steps += 1) {
    const node = walker.currentNode;
    if (isText(node)) length += selectedLength(range, node);
    if (length > 2 * MAX_LENGTH) return false;
    if ((node === endContainer && isText(node)) || !walker.nextNode()) return true;
    if (!range.intersectsNode(walker.currentNode)) return true;
  }
  return false;
}

function selectedLength(range: Range, node: Text): number {
  if (UNSEEN.test(node.parentNode?.nodeName ?? '')) return 0;
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.data.length;
  return end - start > 2 * MAX_LENGTH ? end - start : node.data.slice(start, end).trim().length;
}

function focusBox(selection: Selection, range: Range): DOMRect | null {
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const isBackward =
    selection.focusNode === range.startContainer && selection.focusOffset === range.startOffset;
  return (isBackward ? boxes[0] : boxes.at(-1)) ?? null;
}

/** Running text on one side of a boundary point; '' where the page was not read (code, fields). */
function textBeside(blocks: PageBlocks, node: Node, offset: number, length: number): string {
  const place = isText(node) ? blockOf(blocks, null, node) : null;
  if (!place) return '';
  const at = offsetOf(place.block, place.nodeIndex, offset);
  const text = place.block.text.slice(Math.max(0, Math.min(at, at + length)), Math.max(at, at + length));
  // A cut through a surrogate pair leaves half a character.
  return length < 0 ? text.replace(/^[\udc00-\udfff]/, '') : text.replace(/[\ud800-\udbff]$/, '');
}

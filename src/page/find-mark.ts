/**
 * Which mark is under the pointer, or inside an element that has the focus.
 *
 * `highlightsFromPoint` would say it too, in 35 ms at 10,000 marks. Here the browser gives the caret nearest the point,
 * two binary searches give the mark, and its boxes settle it, because a caret is also found where no text is.
 */
import type { PageMark } from '../protocol/calls.ts';
import type { TextPosition } from '../text/position.ts';
import { offsetOf } from './block-text.ts';
import type { Marks } from './marks.ts';
import { contains, elementAt, isShadowRoot, isText, parentNodeOf } from './node-access.ts';
import { type Block, boundsOf, type PageBlocks, rangeOf } from './page-blocks.ts';
import { pieceAt } from './text-pieces.ts';

/** A mark, or words that may be one, where it stands on the screen now. */
export interface ShownMark {
  readonly block: Block;
  readonly mark: TextPosition;
  /** Client coordinates of the line of it that was meant. */
  readonly box: DOMRect;
}

/** Marks are a pixel or two easier to hit than they are high. */
const SLACK_PX = 2;
/** Running text is rarely nested deeper in inline elements. */
const MAX_CLIMB = 64;

export function markAtPoint(
  blocks: PageBlocks,
  marks: Marks,
  shadowRoots: readonly ShadowRoot[],
  x: number,
  y: number,
): ShownMark | null {
  const place = marks.isEmpty ? null : textAt(blocks, marks, shadowRoots, x, y);
  if (!place) return null;
  const { block, offset } = place;
  return shownAt(block, marksAround(marks.of(block), offset), x, y);
}

/** The word under a point, marked or not; null where no text is. */
export function wordAtPoint(
  blocks: PageBlocks,
  shadowRoots: readonly ShadowRoot[],
  x: number,
  y: number,
): ShownMark | null {
  const place = textAt(blocks, null, shadowRoots, x, y);
  return place && shownAt(place.block, [pieceAt(place.block.text, place.offset)], x, y);
}

function shownAt(block: Block, marks: readonly TextPosition[], x: number, y: number): ShownMark | null {
  for (const mark of marks) {
    const box = boxesOf(block, mark).find((candidate) => holds(candidate, x, y));
    if (box) return { block, mark, box };
  }
  return null;
}

function textAt(
  blocks: PageBlocks,
  marks: Marks | null,
  shadowRoots: readonly ShadowRoot[],
  x: number,
  y: number,
): { block: Block; offset: number } | null {
  const caret = caretAt(x, y, shadowRoots);
  if (!caret || !isText(caret.node)) return null;
  const place = blockOf(blocks, marks, caret.node);
  return place && { block: place.block, offset: offsetOf(place.block, place.nodeIndex, caret.offset) };
}

/** The first mark inside an element: a link that the reader reached by keyboard. */
export function markInside(blocks: PageBlocks, marks: Marks, element: Element): ShownMark | null {
  for (const container of climb(element)) {
    for (const block of blocks.of(container)) {
      for (const mark of marks.of(block)) {
        const { startContainer } = boundsOf(block, mark.start, mark.end);
        const box = contains(element, startContainer) && boxesOf(block, mark)[0];
        if (box) return { block, mark, box };
      }
    }
  }
  return null;
}

/** All words inside an element that belong to one block; null when it has none. */
export function wordsInside(blocks: PageBlocks, element: Element): ShownMark | null {
  for (const container of climb(element)) {
    for (const block of blocks.of(container)) {
      const first = block.nodes.findIndex((node) => contains(element, node));
      const last = block.nodes.findLastIndex((node) => contains(element, node));
      if (first < 0) continue;
      const start = offsetOf(block, first, 0);
      const mark = { start, end: offsetOf(block, last, block.nodes[last]!.data.length) };
      const box = mark.end > start && boxesOf(block, mark)[0];
      if (box) return { block, mark, box };
    }
  }
  return null;
}

/** One box per line, in client coordinates; empty when it is not shown. */
export function boxesOf(block: Block, mark: TextPosition): DOMRect[] {
  const range = rangeOf(block, mark.start, mark.end);
  return range ? [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0) : [];
}

/** The block that a text node is part of, among blocks that `marks` knows (all blocks when null). */
export function blockOf(
  blocks: PageBlocks,
  marks: Marks | null,
  node: Text,
): { block: Block; nodeIndex: number } | null {
  for (const container of climb(node)) {
    for (const block of blocks.of(container)) {
      if (marks && marks.of(block).length === 0) continue;
      const nodeIndex = indexOfNode(block.nodes, node);
      if (nodeIndex >= 0) return { block, nodeIndex };
    }
  }
  return null;
}

function* climb(node: Node): Generator<Element> {
  let at = elementAt(node);
  for (let steps = 0; at && steps < MAX_CLIMB; steps += 1) {
    yield at;
    const parent = parentNodeOf(at);
    at = parent && (isShadowRoot(parent) ? parent.host : elementAt(parent));
  }
}

function caretAt(
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[],
): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // Chromium before 128.
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** Nodes of a block stand in document order; -1 also when the page has moved them since. */
function indexOfNode(nodes: readonly Text[], node: Text): number {
  if (nodes.length <= 32) return nodes.indexOf(node);
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = nodes[middle]!.compareDocumentPosition(node);
    if (order === 0) return middle;
    if (order & Node.DOCUMENT_POSITION_FOLLOWING) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** At most two: a caret between two marks that touch belongs to both. */
function marksAround(marks: readonly PageMark[], offset: number): readonly PageMark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (marks[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return marks.slice(low, low + 2).filter((mark) => mark.start <= offset);
}

function holds(box: DOMRect, x: number, y: number): boolean {
  return (
    box.left - SLACK_PX <= x &&
    x <= box.right + SLACK_PX &&
    box.top - SLACK_PX <= y &&
    y <= box.bottom + SLACK_PX
  );
}

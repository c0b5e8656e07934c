/**
 * Brings a mention into view and shows it for two seconds. Nothing in the page is changed for it: a highlight, and
 * scrolling. With reduced motion the page jumps instead of gliding.
 */

import type { TextPosition } from '../text/position.ts';
import { contains, elementAt } from './node-access.ts';
import { type Block, boundsOf, rangeOf } from './page-blocks.ts';

const NAME = 'backstory-reveal';
const SHOWN_MS = 2_000;
/** Share of the window's height that counts as in view, around the middle. */
const COMFORT = 0.15;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * False when those words are no longer there. `glide: false` scrolls at once whatever the reader prefers; `flash: false`
 * shows nothing, because the page can list what a highlight holds.
 */
export function revealMention(
  block: Block,
  { start, end }: TextPosition,
  signal: AbortSignal,
  { glide = true, flash = true } = {},
): boolean {
  const range = start < end && end <= block.text.length ? rangeOf(block, start, end) : null;
  const element = range && elementAt(range.startContainer);
  if (!range || !element || !range.startContainer.isConnected || signal.aborted) return false;
  const isStill = !glide || matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollToRange(range, element, isStill ? 'instant' : 'smooth');
  if (flash) showBriefly(block, start, end, signal);
  return true;
}

function scrollToRange(range: Range, element: Element, behavior: ScrollBehavior): void {
  const box = range.getBoundingClientRect();
  const margin = innerHeight * COMFORT;
  if (box.top >= margin && box.bottom <= innerHeight - margin && isShownAt(element, box)) return;
  const isTall = element.getBoundingClientRect().height > innerHeight / 2;
  Element.prototype.scrollIntoView.call(element, {
    block: 'center',
    behavior: isTall ? 'instant' : behavior,
  });
  if (!isTall) return;
  // The middle of a long paragraph is not where the words are.
  const now = range.getBoundingClientRect();
  scrollBy({ top: now.top - innerHeight / 2, behavior });
}

/** Inside a scrolled box, words can be within the window and still out of sight. */
function isShownAt(element: Element, box: DOMRect): boolean {
  const there = document.elementFromPoint(box.left + 1, box.top + box.height / 2);
  return there !== null && (there === element || contains(there, element));
}

function showBriefly(block: Block, start: number, end: number, signal: AbortSignal): void {
  const highlight = new Highlight(new StaticRange(boundsOf(block, start, end)));
  highlight.priority = 1;
  const hide = () => {
    clearTimeout(timer);
    if (CSS.highlights.get(NAME) === highlight) CSS.highlights.delete(NAME);
  };
  clearTimeout(timer);
  CSS.highlights.set(NAME, highlight);
  timer = setTimeout(hide, SHOWN_MS);
  signal.addEventListener('abort', hide, { once: true });
}

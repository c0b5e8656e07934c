/**
 * Brings a mention into view and shows it for two seconds. What is marked in the page anyway is lit by a highlight; for
 * everything else the page may learn no more than where it was scrolled to. With reduced motion the page jumps instead
 * of gliding.
 */

import type { TextPosition } from '../text/position.ts';
import { lightWords } from './light-words.ts';
import { contains, elementAt } from './node-access.ts';
import { type Block, boundsOf, rangeOf } from './page-blocks.ts';

const NAME = 'backstory-reveal';
const SHOWN_MS = 2_000;
/** Share of the window's height that counts as in view, around the middle. */
const COMFORT = 0.15;

let timer: ReturnType<typeof setTimeout> | undefined;

/** How the words are shown: `page` by what the page can list, `layer` by what it cannot, `none` not at all. */
type Light = 'page' | 'layer' | 'none';

/** False when those words are no longer there. `glide: false` scrolls at once whatever the reader prefers. */
export function revealMention(
  block: Block,
  { start, end }: TextPosition,
  signal: AbortSignal,
  { glide, light }: { readonly glide: boolean; readonly light: Light },
): boolean {
  const range = start < end && end <= block.text.length ? rangeOf(block, start, end) : null;
  const element = range && elementAt(range.startContainer);
  if (!range || !element || !range.startContainer.isConnected || signal.aborted) return false;
  const isStill = !glide || matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollToRange(range, element, isStill ? 'instant' : 'smooth');
  if (light === 'page') showBriefly(block, start, end, signal);
  if (light === 'layer') lightWords(range, SHOWN_MS, signal);
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

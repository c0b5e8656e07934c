/**
 * Keys that work alike in every list: `/` search, ↑↓ or j/k from item to item, `c` copies the citation, `x` corrects a
 * name, Esc and Backspace close one thing at a time, `?` help.
 * Items are whatever carries `data-item`, in document order, so a list needs no code of its own; Enter is the
 * browser's own, since every item is a button.
 */

import { useEffect } from 'preact/hooks';
import type { TextPosition } from '../text/position.ts';
import type { PassageId } from './nouns.ts';
import { type Cite, useCite } from './use-cite.ts';

/**
 * As Esc, outside of fields. Firefox (153) closes its popup at Esc before any of its pages hears the key: its window's own
 * popup manager takes it. Delete when that asks the page first.
 */
export const BACK = 'Backspace';

function focusSearchBox(): boolean {
  const box = document.querySelector<HTMLInputElement>('[data-testid="search-box"]');
  box?.focus();
  box?.select();
  return box !== null;
}

/** Moves the focus `step` items on from `from` (or to the first item); false when there is none there. */
export function focusItem(step: 1 | -1, from: Element | null): boolean {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')].filter((item) =>
    item.checkVisibility(),
  );
  const here = items.findIndex((item) => item === from || (from !== null && item.contains(from)));
  const next = here < 0 ? (step > 0 ? items[0] : undefined) : items[here + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

/** Opens what can be set right about the name that has the focus; false when it is none of a page. */
function openCorrections(target: Element): boolean {
  const opener = target.closest('.name-item')?.querySelector<HTMLElement>('[data-key="x"]');
  opener?.click();
  return opener != null;
}

/** What is open around the focus, innermost first: a name, a sentence's printings. False when nothing is. */
function foldOne(target: Element): boolean {
  const around = target.closest('.name-details') ?? target;
  const item = around.closest('.name-item, .seen-item, .reprinted');
  const opener = item?.querySelector<HTMLElement>(
    '[data-item][aria-expanded="true"], .seen-open[aria-expanded="true"]',
  );
  opener?.click();
  opener?.focus();
  return opener != null;
}

/** Out of a view that lies over another one, or back to what was typed, which a further Esc clears. */
function leaveOne(): boolean {
  const leave = document.querySelector<HTMLElement>('[data-key="Escape"]');
  leave?.click();
  if (leave) return true;
  const box = document.querySelector<HTMLInputElement>('[data-testid="search-box"]');
  return box !== null && box.value !== '' && focusSearchBox();
}

function isTyping(target: Element): boolean {
  return target.matches('input, textarea, select, [contenteditable]');
}

export function useListKeys(openHelp: () => void): void {
  const cite = useCite();
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener('keydown', (event) => onKey(event, openHelp, cite), {
      signal: listening.signal,
    });
    return () => listening.abort();
  });
}

/** '12-40' as `data-part` and the reader's address carry it; null when it is none. */
export function parsePart(text: string | null | undefined): TextPosition | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
  return start !== undefined && Number(start) < Number(end)
    ? { start: Number(start), end: Number(end) }
    : null;
}

function onKey(event: KeyboardEvent, openHelp: () => void, cite: Cite): void {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return;
  if (target.closest('[role="tablist"], [role="menu"], dialog')) return;
  // A page that is one article is cited wherever the focus is.
  const cited =
    target.closest<HTMLElement>('[data-passage-id]') ??
    document.querySelector<HTMLElement>('main[data-passage-id]');
  const { passageId: passage, part } = cited?.dataset ?? {};
  // Outside a list the arrows keep scrolling the page.
  if (event.key.startsWith('Arrow') && !target.closest('[data-item]')) return;
  switch (event.key) {
    case '/':
      if (!focusSearchBox()) return;
      break;
    case '?':
      openHelp();
      break;
    case 'ArrowDown':
    case 'j':
      if (!focusItem(1, target)) return;
      break;
    case 'ArrowUp':
    case 'k':
      if (!focusItem(-1, target) && !(target.matches('[data-item]') && focusSearchBox())) return;
      break;
    case 'Escape':
    case BACK:
      if (!foldOne(target) && !leaveOne()) return;
      break;
    case 'c':
      if (passage === undefined) return;
      void cite(passage as PassageId, part === 'article' ? part : parsePart(part));
      break;
    case 'x':
      if (!openCorrections(target)) return;
      break;
    default:
      return;
  }
  event.preventDefault();
}

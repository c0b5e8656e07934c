/**
 * Passages in which words stand one right after the other, in the headline or in the body.
 *
 * The words' lists are walked together from the rarest (leapfrog), and positions are read only where all words meet:
 * O(postings of the rarest × words), plus the positions there.
 */
import type { FieldLengths } from './field-lengths.ts';
import type { LoadedSegment } from './loaded-terms.ts';
import { END, PostingCursor, readPositions } from './posting-cursor.ts';

interface Slot {
  readonly cursor: PostingCursor;
  readonly positions: Uint8Array;
  readonly found: { readonly headline: number[]; readonly body: number[] };
}

/** Ordinals, ascending. Nothing matches when a word's positions were not loaded. A phrase of no words stands nowhere. */
export function matchPhrase(segment: LoadedSegment, phrase: readonly string[]): number[] {
  const slots: Slot[] = [];
  for (const term of phrase) {
    const list = segment.lists.get(term);
    if (!list?.positions) return [];
    const cursor = new PostingCursor(list.postings, list.passages);
    slots.push({ cursor, positions: list.positions, found: { headline: [], body: [] } });
  }
  const byRarity = [...slots].sort((a, b) => a.cursor.passages - b.cursor.passages);
  const [rarest] = byRarity;
  const matches: number[] = [];
  if (!rarest) return matches;
  let ordinal = rarest.cursor.advance(0);
  while (ordinal !== END) {
    const next = furthest(byRarity, ordinal);
    if (next === ordinal) {
      if (stand(slots, segment.lengths)) matches.push(ordinal);
      ordinal = rarest.cursor.advance(ordinal + 1);
    } else ordinal = next === END ? END : rarest.cursor.advance(next);
  }
  return matches;
}

/** `ordinal` when all lists hold it, else the first place past it that one of them allows. */
function furthest(slots: readonly Slot[], ordinal: number): number {
  for (const { cursor } of slots) {
    const reached = cursor.advance(ordinal);
    if (reached !== ordinal) return reached;
  }
  return ordinal;
}

function stand(slots: readonly Slot[], lengths: FieldLengths): boolean {
  for (const { cursor, positions, found } of slots) readPositions(cursor, positions, lengths, found);
  return adjacent(slots, 'headline') || adjacent(slots, 'body');
}

function adjacent(slots: readonly Slot[], field: 'headline' | 'body'): boolean {
  const [first, ...rest] = slots;
  return (first as Slot).found[field].some((start) =>
    rest.every(({ found }, place) => found[field].includes(start + place + 1)),
  );
}

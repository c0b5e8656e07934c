/**
 * Cuts archived text into runs that are drawn alike: inside a highlight or not, inside a name or not, and each
 * direction-changing control character on its own, because text from elsewhere could use them to show one thing
 * and say another (Trojan Source, TRUST.md R8). O(text + ranges · log ranges).
 */

import type { TextPosition } from '../text/position.ts';
import type { EntityType } from './nouns.ts';

export interface NamedPosition extends TextPosition {
  readonly type: EntityType;
}

export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly highlighted: boolean;
  readonly type: EntityType | null;
  /** 'U+202E' when the segment is one such control character. */
  readonly control: string | null;
}

const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;

/** Segments of `text` within [from, to); ranges may lie partly or wholly outside and may touch, not overlap. */
export function segmentText(
  text: string,
  highlights: readonly TextPosition[],
  names: readonly NamedPosition[] = [],
  from = 0,
  to = text.length,
): Segment[] {
  const cuts = new Set([from, to]);
  const cut = (at: number) => {
    if (at > from && at < to) cuts.add(at);
  };
  for (const range of [...highlights, ...names]) {
    cut(range.start);
    cut(range.end);
  }
  for (const control of text.slice(from, to).matchAll(BIDI_CONTROL)) {
    cut(from + control.index);
    cut(from + control.index + 1);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const isHighlighted = createCursor(highlights);
  const nameAt = createCursor(names);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < ordered.length; i += 1) {
    const start = ordered[i] ?? from;
    const piece = text.slice(start, ordered[i + 1]);
    segments.push({
      start,
      text: piece,
      highlighted: isHighlighted(start) !== null,
      type: nameAt(start)?.type ?? null,
      control: controlName(piece),
    });
  }
  return segments;
}

function controlName(piece: string): string | null {
  if (piece.length !== 1 || piece.search(BIDI_CONTROL) !== 0) return null;
  return `U+${piece.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Finds the range that holds a position; positions must be asked in rising order. */
function createCursor<T extends TextPosition>(ranges: readonly T[]): (position: number) => T | null {
  const ordered = [...ranges].sort((a, b) => a.start - b.start);
  let next = 0;
  return (position) => {
    while (next < ordered.length && (ordered[next]?.end ?? 0) <= position) next += 1;
    const range = ordered[next];
    return range && range.start <= position ? range : null;
  };
}

/** Paragraphs of a body as positions in it; blank lines belong to none. */
export function splitParagraphs(body: string): TextPosition[] {
  return [...body.matchAll(/[^\n]*\S[^\n]*/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
  }));
}

/**
 * The part of a passage that is shown: the window that covers most of the words asked for, cut at word boundaries.
 *
 * The naive version shows the beginning. Here a window slides over the words, O(words), and the first best wins, so
 * that the same passage and words give the same snippet.
 */
import type { TextPosition } from '../text/position.ts';
import { foldToken, tokenise } from '../text/tokenise.ts';

export interface Snippet {
  readonly snippet: string;
  readonly highlights: readonly TextPosition[];
}

/** Longest snippet in code units, ellipses not counted: about three lines of a popup. */
export const SNIPPET_LENGTH = 280;
const ELLIPSIS = '…';

/** `wanted` holds folded words; `spans` are further stretches of `text` to highlight (names). */
export function makeSnippet(
  text: string,
  wanted: ReadonlySet<string>,
  spans: readonly TextPosition[] = [],
): Snippet {
  const marked = mergeSpans([...wordsIn(text, wanted), ...spans]);
  if (text.length <= SNIPPET_LENGTH) return { snippet: text, highlights: marked };
  const start = bestStart(text, marked);
  const end = wordEnd(text, start + SNIPPET_LENGTH);
  const head = start > 0 ? ELLIPSIS : '';
  const tail = end < text.length ? ELLIPSIS : '';
  const shift = head.length - start;
  const highlights = marked
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start + shift, end: span.end + shift }));
  return { snippet: head + text.slice(start, end) + tail, highlights };
}

function wordsIn(text: string, wanted: ReadonlySet<string>): TextPosition[] {
  const tokens = tokenise(text);
  const found: TextPosition[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const start = tokens.start[index] as number;
    const end = tokens.end[index] as number;
    if (wanted.has(foldToken(text, start, end))) found.push({ start, end });
  }
  return found;
}

/** Ordered and not overlapping; neighbours with only blanks between them become one. */
function mergeSpans(spans: readonly TextPosition[]): TextPosition[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Start of the window with the most highlighted code units; 0 when nothing is highlighted. */
function bestStart(text: string, marked: readonly TextPosition[]): number {
  let best = 0;
  let bestCover = 0;
  for (const { start } of marked) {
    const from = wordStart(text, Math.max(0, Math.min(start - 40, text.length - SNIPPET_LENGTH)));
    const to = from + SNIPPET_LENGTH;
    const cover = marked.reduce(
      (sum, span) => sum + (span.start >= from && span.end <= to ? span.end - span.start : 0),
      0,
    );
    if (cover > bestCover) {
      best = from;
      bestCover = cover;
    }
  }
  return best;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.indexOf(' ', at - 1);
  return blank >= 0 && blank - at < 24 ? blank + 1 : at;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', at);
  return blank > at - 24 ? blank : at;
}

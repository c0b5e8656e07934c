/**
 * The part of a passage that is shown: the window that covers most of what is to be highlighted, from the beginning of
 * a sentence where one fits.
 *
 * The naive version shows the beginning. Here every sentence start and every highlight is tried as the window's
 * start, O(starts × highlights) on a passage of some 100 words; the first best wins, so the same question gives the
 * same snippet.
 */
import { isPairAt } from '../text/fold.ts';
import type { TextPosition } from '../text/position.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { foldToken, tokenise } from '../text/tokenise.ts';

export interface Snippet {
  readonly snippet: string;
  /** In the snippet's own offsets, in order, not overlapping. */
  readonly highlights: readonly TextPosition[];
  /** Where it stands in the text. */
  readonly shown: TextPosition;
}

/** Longest snippet in code units, ellipses not counted: about four lines of a popup. */
export const SNIPPET_LENGTH = 280;
const ELLIPSIS = '…';
/** Context shown before a highlight when no sentence start fits. */
const LEAD = 40;
/** A window cut inside a sentence must cover this much more to be preferred. */
const SENTENCE_BONUS = 1.25;

/** Where the folded words stand in a text. */
export function findWords(text: string, wanted: ReadonlySet<string>): TextPosition[] {
  const tokens = tokenise(text);
  const found: TextPosition[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const start = tokens.start[index] as number;
    const end = tokens.end[index] as number;
    if (wanted.has(foldToken(text, start, end))) found.push({ start, end });
  }
  return found;
}

/** `length`: at most as many code units, ellipses not counted. */
export function makeSnippet(
  text: string,
  spans: readonly TextPosition[],
  length: number = SNIPPET_LENGTH,
): Snippet {
  const marked = mergeSpans(spans);
  if (text.length <= length)
    return { snippet: text, highlights: marked, shown: { start: 0, end: text.length } };
  const start = bestStart(text, marked, length);
  const end = wordEnd(text, start + length);
  const head = start > 0 ? ELLIPSIS : '';
  const tail = end < text.length ? ELLIPSIS : '';
  const shift = head.length - start;
  const highlights = marked
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start + shift, end: span.end + shift }));
  return { snippet: head + text.slice(start, end) + tail, highlights, shown: { start, end } };
}

function mergeSpans(spans: readonly TextPosition[]): TextPosition[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function bestStart(text: string, marked: readonly TextPosition[], length: number): number {
  const sentences = splitSentences(text).map(({ start }) => ({ start, bonus: SENTENCE_BONUS }));
  const leads = marked.map(({ start }) => ({ start: wordStart(text, Math.max(0, start - LEAD)), bonus: 1 }));
  let best = 0;
  let bestCover = 0;
  for (const { start, bonus } of [...sentences, ...leads].sort((a, b) => a.start - b.start)) {
    const end = wordEnd(text, start + length);
    const inside = marked.filter((span) => span.start >= start && span.end <= end);
    const cover = bonus * inside.reduce((sum, span) => sum + span.end - span.start, 0);
    if (cover > bestCover) {
      best = start;
      bestCover = cover;
    }
  }
  return best;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.indexOf(' ', at - 1);
  return blank >= 0 && blank - at < 24 ? blank + 1 : outsidePair(text, at);
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', at);
  return blank > at - 24 ? blank : outsidePair(text, at);
}

/** One less than `at` when a surrogate pair would be cut in two there. */
function outsidePair(text: string, at: number): number {
  return isPairAt(text, at - 1) ? at - 1 : at;
}

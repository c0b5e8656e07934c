/**
 * Where an article prints a given quotation, and how the two differ.
 *
 * The naive version compares the quotation with every sentence and misses what was split, joined or trimmed. Here the
 * four-word runs they share mark the place, whatever the sentence borders, and a longest-common-subsequence diff
 * (jsdiff) over the words measures and explains it. O(article words) to find, O(quotation²) to compare one place.
 */
import { diffArrays } from 'diff';
import type { TextPosition } from '../text/position.ts';
import { SHINGLE_WORDS } from '../text/shingles.ts';
import { foldToken, tokenise } from '../text/tokenise.ts';
import type { Edit } from './printing.ts';

/** Words of one text with their places. */
export interface WordList {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly folded: readonly string[];
}

export function listWords(text: string): WordList {
  const tokens = tokenise(text);
  const start = Array.from(tokens.start.subarray(0, tokens.count));
  const end = Array.from(tokens.end.subarray(0, tokens.count));
  return { text, start, end, folded: start.map((from, index) => foldToken(text, from, end[index]!)) };
}

export interface Alignment extends TextPosition {
  /** [0,1]: words in common, in order, over the longer of the two. */
  readonly similarity: number;
  readonly difference: readonly Edit[];
}

/** Longer quotations are compared by their first words only: an LCS of two novels helps nobody. */
export const LONGEST_QUOTE_WORDS = 400;
/** Below this, two texts share an expression rather than a sentence. */
const LEAST_SIMILARITY = 0.5;

/** The best place, or null when the article does not print the quotation. */
export function alignQuote(asked: WordList, article: WordList): Alignment | null {
  const quote = asked.folded.length > LONGEST_QUOTE_WORDS ? cutWords(asked, 0, LONGEST_QUOTE_WORDS) : asked;
  const span = verbatimSpan(quote, article) ?? densestSpan(quote, article);
  if (!span) return null;
  const printed = cutWords(article, span.first, span.last + 1);
  const difference = diffWords(quote, printed);
  const kept = difference.filter(({ kind }) => kind === 'kept').reduce((sum, edit) => sum + edit.words, 0);
  const similarity = kept / Math.max(quote.folded.length, printed.folded.length);
  if (similarity < LEAST_SIMILARITY) return null;
  return {
    start: printed.start[0]!,
    end: printed.end.at(-1)!,
    similarity,
    difference: difference.map(({ kind, text }) => ({ kind, text })),
  };
}

function cutWords({ text, start, end, folded }: WordList, from: number, to: number): WordList {
  return { text, start: start.slice(from, to), end: end.slice(from, to), folded: folded.slice(from, to) };
}

/** Words looked at beyond the shared runs on either side: further off they belong to another sentence. */
const MOST_WIDENED = 12;

/** Words in a row that the quotation lacks, stepped over while widening; more of them belong to another thought. */
const MOST_STRANGERS = 2;

interface Span {
  first: number;
  last: number;
  shared: number;
}

/** The whole quotation, word for word, where it first stands. */
function verbatimSpan({ folded: asked }: WordList, { folded: printed }: WordList): Span | null {
  if (asked.length === 0) return null;
  for (let first = printed.indexOf(asked[0]!); first >= 0; first = printed.indexOf(asked[0]!, first + 1)) {
    if (asked.every((word, at) => printed[first + at] === word)) {
      return { first, last: first + asked.length - 1, shared: asked.length };
    }
  }
  return null;
}

/** Words of the article between the first and last shared run; runs further apart than the quotation is long are apart. */
function densestSpan(quote: WordList, article: WordList): Span | null {
  const width = Math.min(SHINGLE_WORDS, quote.folded.length);
  if (width === 0 || article.folded.length < width) return null;
  const runs = new Set<string>();
  for (let at = 0; at + width <= quote.folded.length; at++)
    runs.add(quote.folded.slice(at, at + width).join(' '));
  const widest = quote.folded.length * 1.5 + 8;
  let best: Span | null = null;
  let open: Span | null = null;
  for (let at = 0; at + width <= article.folded.length; at++) {
    if (!runs.has(article.folded.slice(at, at + width).join(' '))) continue;
    if (open && at + width - open.first <= widest) {
      open.last = at + width - 1;
      open.shared++;
    } else open = { first: at, last: at + width - 1, shared: 1 };
    if (!best || open.shared > best.shared) best = { ...open };
  }
  return best && widen(quote, article, best);
}

/** Takes in words on either side that the quotation has and the span lacks: a changed word near its border ends the runs. */
function widen(quote: WordList, article: WordList, span: Span): Span {
  const lacking = new Map<string, number>();
  const count = (word: string, by: number) => lacking.set(word, (lacking.get(word) ?? 0) + by);
  for (const word of quote.folded) count(word, 1);
  for (let at = span.first; at <= span.last; at++) count(article.folded[at]!, -1);
  const takes = (at: number) => {
    const word = article.folded[at]!;
    if ((lacking.get(word) ?? 0) <= 0) return false;
    count(word, -1);
    return true;
  };
  const missing = quote.folded.length - (span.last - span.first + 1);
  const reach = Math.max(0, Math.min(missing, MOST_WIDENED));
  let { first, last } = span;
  for (let at = first - 1; at >= Math.max(0, span.first - reach, first - 1 - MOST_STRANGERS); at--) {
    if (takes(at)) first = at;
  }
  const end = Math.min(article.folded.length - 1, span.last + reach);
  for (let at = last + 1; at <= Math.min(end, last + 1 + MOST_STRANGERS); at++) if (takes(at)) last = at;
  return { ...span, first, last };
}

/** Texts are cut out of the originals, so that punctuation shows as printed. */
function diffWords(quote: WordList, printed: WordList): (Edit & { words: number })[] {
  let atQuote = 0;
  let atPrinted = 0;
  return diffArrays([...quote.folded], [...printed.folded]).map((part) => {
    const source = part.removed ? quote : printed;
    const from = part.removed ? atQuote : atPrinted;
    const text = source.text.slice(source.start[from], source.end[from + part.count - 1]);
    if (!part.added) atQuote += part.count;
    if (!part.removed) atPrinted += part.count;
    return { kind: part.added ? 'added' : part.removed ? 'dropped' : 'kept', text, words: part.count };
  });
}

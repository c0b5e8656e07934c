/**
 * Word counts that hold in every script, for sizing passages.
 *
 * The naive version counts what stands between spaces; Chinese, Japanese and Thai put none, and one megabyte of a
 * single letter would be one word. So each character of those scripts counts half, and a run of 40 a whole. O(length).
 */
import { once } from '../text/once.ts';

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** What cannot be cut and how much it counts: one character of a script without spaces, or up to 40 others without a space between. */
const unitPattern = once(() => new RegExp(String.raw`[${UNSPACED}]|[^\s${UNSPACED}]{1,40}`, 'gu'));
const unspacedStart = once(() => new RegExp(`^[${UNSPACED}]`, 'u'));

interface WordUnit {
  readonly start: number;
  readonly end: number;
  /** 1 for a word; ½ for a character of a script written without spaces. */
  readonly words: number;
}

/** The units of `text` between two positions, in order. */
export function* wordUnits(text: string, start: number, end: number): Generator<WordUnit> {
  for (const match of text.slice(start, end).matchAll(unitPattern())) {
    const from = start + match.index;
    const words = unspacedStart().test(match[0]) ? 0.5 : 1;
    yield { start: from, end: from + match[0].length, words };
  }
}

/** At least ½ wherever there is a character that is no white space. */
export function countWords(text: string, start: number, end: number): number {
  let words = 0;
  for (const unit of wordUnits(text, start, end)) words += unit.words;
  return words;
}

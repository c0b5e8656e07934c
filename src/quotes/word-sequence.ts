/**
 * The words of a text as numbers, for finding and aligning what two texts share: offsets and one hash a word.
 * Two 32-bit hashes of the analyzer are mixed into one; what is shown is compared again letter by letter.
 */
import { tokenise } from '../text/tokenise.ts';

/** Struct of arrays, all of length `count`. */
export interface WordSequence {
  readonly text: string;
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly hash: Int32Array;
}

export function readSequence(text: string): WordSequence {
  const { count, start, end, hash1, hash2 } = tokenise(text);
  const hash = new Int32Array(count);
  for (let at = 0; at < count; at++) hash[at] = hash1[at]! ^ Math.imul(hash2[at]!, 0x9e3779b1);
  return { text, count, start: start.slice(0, count), end: end.slice(0, count), hash };
}

/** Index of the first word that begins at or after the offset. */
export function firstWordFrom({ start, count }: WordSequence, offset: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first sentence that ends behind the word. `sentences`: in order, their ends behind their last words. */
export function firstSentenceBehind(sentences: readonly { readonly end: number }[], word: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sentences[middle]!.end <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words of a print. Three match too much ("one of the"), five lose sentences with a changed word in the middle. */
export const PRINT_WORDS = 4;

/** One unsigned 32-bit number for each run of {@link PRINT_WORDS} words; none for fewer words. */
export function gramsOf({ hash, count }: Pick<WordSequence, 'hash' | 'count'>): Uint32Array {
  const grams = new Uint32Array(Math.max(0, count - PRINT_WORDS + 1));
  for (let at = 0; at < grams.length; at++) {
    let mixed = PRINT_WORDS;
    for (let word = at; word < at + PRINT_WORDS; word++) mixed = mix(mixed ^ hash[word]!);
    grams[at] = mixed;
  }
  return grams;
}

/** The finaliser of MurmurHash3: every bit of the input moves half of the output's. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * Grams in each window of which the least is kept (winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003): two fifths of
 * all, and of every shared run of PRINT_WORDS + WINDOW − 1 = 7 words at least one, the same one in both texts.
 */
export const WINDOW = 4;

/** Places of the kept grams, ascending; the last of equal ones, so that a repeated phrase is kept once a window. O(grams). */
export function winnow(grams: Uint32Array): Uint32Array {
  const kept = new Uint32Array(grams.length);
  let count = 0;
  let least = -1;
  for (let end = Math.min(WINDOW, grams.length); end <= grams.length && end > 0; end++) {
    const first = Math.max(0, end - WINDOW);
    const before = least;
    if (least < first) least = leastOf(grams, first, end);
    else if (grams[end - 1]! <= grams[least]!) least = end - 1;
    if (least !== before) kept[count++] = least;
  }
  return kept.slice(0, count);
}

function leastOf(grams: Uint32Array, from: number, to: number): number {
  let least = from;
  for (let at = from + 1; at < to; at++) if (grams[at]! <= grams[least]!) least = at;
  return least;
}

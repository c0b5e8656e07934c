/**
 * What a shared word is worth as evidence that a sentence was printed before.
 *
 * Everybody shares "of the" with everybody, names and numbers with those who write about the same thing: only ordinary
 * words of meaning tell a sentence. The naive version counts words; it reports lists of names, tables and bylines.
 */
import { isUnspaced } from '../text/fold.ts';
import { once } from '../text/once.ts';
import type { WordSequence } from './word-sequence.ts';
import { readSequence } from './word-sequence.ts';

/** light: what every text is full of, whatever its subject; name: capitalised. */
export type WordKind = 'light' | 'number' | 'name' | 'content';

const light = once(
  () =>
    new Set(
      readSequence(
        'the of and to a in is it for on that with as was are be at by this from or an which have has had but not they their he his she her we our you your its will would can could been were there who what when said says about more than also into over after before because between under against such these those them then some other most only very just while where being both each how if so no do does did may might must shall should up out off all any own year years day days week weeks month months time times end beginning first last next now way long one two three new people part made make makes come came go going get got take took well good many much still even latest series number rest case fact place point line lot kind sort side top list',
      ).hash,
    ),
);
const CASED = /\p{Lu}|\p{Ll}/u;
const UPPER = /^\p{Lu}/u;
const DIGIT = /\d|\p{Nd}/u;
/** A capital at a sentence's beginning may be a name's as well, and counts as one: precision before recall. */
export function kindOfWord(words: WordSequence, at: number): WordKind {
  const start = words.start[at]!;
  const word = words.text.slice(start, words.end[at]!);
  if (DIGIT.test(word)) return 'number';
  if (light().has(words.hash[at]!)) return 'light';
  if (!CASED.test(word)) return 'content';
  if (word.length <= 2) return 'light';
  if (!UPPER.test(word)) return 'content';
  return 'name';
}

/** A character of a script without spaces is half a word. */
export function lengthOfWord({ text, start }: WordSequence, at: number): number {
  return isUnspaced(text.charCodeAt(start[at]!)) ? 0.5 : 1;
}

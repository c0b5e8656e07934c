/**
 * Is one name the first letters of the other (UNRWA, PFLP, IMF)? The naive version takes the capitals; here small words
 * may count or not (IAEA, UNESCO but DoD), so may legal forms, and points have been taken out before.
 */
import type { NameParts, NameWord } from './name-parts.ts';
import { SMALL_WORDS } from './name-parts-words.ts';

/** Two letters stand for too many names; ten is the longest in use. */
const SHORTEST = 3;
const LONGEST = 10;

/** Whether `short` is one word of capitals, the initials of `long`'s words in order. */
export function isAcronymOf(short: NameParts, long: NameParts): boolean {
  const [word] = short.words;
  if (!word || short.words.length !== 1 || long.words.length < 2 || !word.isCapitals) return false;
  if (word.text.length < SHORTEST || word.text.length > LONGEST) return false;
  return acronymsOf(long.words).includes(word.text);
}

/** Acronyms a name may go by, folded: with its small words and without. */
export function acronymsOf(words: readonly NameWord[]): string[] {
  if (words.length < 2) return [];
  const initials = (some: readonly NameWord[]) => some.map((word) => word.text[0]).join('');
  const told = words.filter((word) => !SMALL_WORDS.has(word.text));
  return [...new Set([initials(words), initials(told)])].filter((acronym) => acronym.length >= SHORTEST);
}

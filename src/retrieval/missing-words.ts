/**
 * Which words of a question stand in no passage, and what a long one of them may be run together of.
 *
 * A reader who is shown hits for two of three words and not told of the third takes them for hits of all. The naive split
 * tries every way to cut a word, 2ⁿ; here the best cut up to each letter is kept, O(letters²) counts.
 */
import { indexedForms, stemsOf } from '../text/stem-terms.ts';
import { commonWords } from './engine-postings.ts';
import type { Corrections } from './lexical-query.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { PassageIndex } from './passage-index.ts';
import { isStopWord } from './stop-words.ts';

/** Shorter words are no two; longer runs are an address or noise. */
const RUN_LETTERS = { fewest: 6, most: 40 };
/** Parts of fewer letters fit anywhere, but for the commonest words. */
const FEWEST_LETTERS = 3;

/** Whether some passage holds the word, in whatever form. */
function isPrinted({ passageCount, languages }: PassageIndex, word: string): boolean {
  if (passageCount(word) > 0) return true;
  return languages.some((language) =>
    stemsOf([word], language).some((stem) => indexedForms(stem).some((form) => passageCount(form) > 0)),
  );
}

/** Each once, in order, folded; not those that answer as a slip of the keyboard, or as the beginning of a word. */
export function missingWords(
  index: PassageIndex,
  { words, isLastWordOpen }: Pick<ParsedQuery, 'words' | 'isLastWordOpen'>,
  corrections: Corrections,
): string[] {
  const last = isLastWordOpen ? words.at(-1) : undefined;
  const isMissing = (word: string, at: number) =>
    !isPrinted(index, word) &&
    (corrections.get(word)?.length ?? 0) === 0 &&
    !(word === last && commonWords(index.terms, word, 1).length > 0) &&
    !isTakenApart(words, at);
  return [...new Set(words.filter(isMissing))];
}

/** A tag of several words is followed by these (plain-question.ts). */
function isTakenApart(words: readonly string[], at: number): boolean {
  let parts = '';
  for (let next = at + 1; next < words.length && parts.length < words[at]!.length; next++)
    parts += words[next];
  return parts === words[at];
}

/** The fewest printed words that this one is made of; null where it is none of them, or too short to tell. */
export function splitRun(index: PassageIndex, word: string): string[] | null {
  if (word.length < RUN_LETTERS.fewest || word.length > RUN_LETTERS.most) return null;
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    let shortest: readonly string[] | null = null;
    // From the longest part: of as many parts, the one that ends in the longest is kept.
    for (let start = 0; start < end; start++) {
      const part = word.slice(start, end);
      // Asked of every part, whether one can begin here or not: what lies on the disk is then read in one go.
      const isPart = (part.length >= FEWEST_LETTERS || isStopWord(part)) && index.passageCount(part) > 0;
      const before = best[start];
      if (isPart && before && (!shortest || before.length + 1 < shortest.length))
        shortest = [...before, part];
    }
    best.push(shortest);
  }
  const found = best[word.length];
  return found && found.length > 1 ? [...found] : null;
}

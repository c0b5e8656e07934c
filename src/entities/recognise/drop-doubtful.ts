/**
 * Names that are ordinary words ("Reading is pleasant", "May is mild", "Will it rain?") count only with evidence: inside
 * a sentence, or where the same text has the word in another name ("Theresa May"); in small letters ("we ate turkey")
 * they never do. Precision over recall. O(names).
 */
import { foldToken } from '../../text/tokenise.ts';
import { isCommonWord } from '../common-words.ts';
import { TIME_WORDS } from './name-words.ts';
import type { ReadText } from './read-text.ts';
import type { TaggedName, WeighedClues } from './tag-names.ts';
import { LOWER, PUNCTUATION } from './word-clues.ts';

export function dropDoubtful(
  read: ReadText<WeighedClues>,
  names: readonly TaggedName[],
): readonly TaggedName[] {
  const { words, clues, text } = read;
  const hashOf = (at: number) => (clues[at] as WeighedClues).hash;
  const starts = new Set(read.sentences.map(({ from }) => from));
  const opens = (at: number) =>
    starts.has(at) || (starts.has(at - 1) && (clues[at - 1] as WeighedClues).shape === PUNCTUATION);
  const spoken = new Set<number>();
  const sure = new Set<number>();
  for (const { from, to } of names) {
    if (to - from > 1) for (let at = from; at < to; at++) spoken.add(hashOf(at));
    else if (!opens(from)) sure.add(hashOf(from));
  }
  return names.filter(({ from, to }) => {
    if (to - from > 1 || spoken.has(hashOf(from))) return true;
    const form = foldToken(text, words.start[from] as number, words.end[from] as number);
    if (TIME_WORDS.has(form)) return false;
    if ((clues[from] as WeighedClues).shape === LOWER && isCommonWord(form)) return false;
    return !opens(from) || sure.has(hashOf(from)) || !isCommonWord(form);
  });
}

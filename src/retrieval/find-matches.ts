/** Where a text holds the words of a question, in whatever form: what a snippet shows and a reason names. */

import type { TextPosition } from '../text/position.ts';
import { stemLanguageOf } from '../text/stem.ts';
import { indexedForms, stemsOf } from '../text/stem-terms.ts';
import { foldToken, tokenise } from '../text/tokenise.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PassageRecord } from './passage-record.ts';

export interface Match extends TextPosition {
  /** Folded, as the passage has it. */
  readonly word: string;
  /** The same for all forms of a word. */
  readonly stem: string;
}

/** Whether a word with this ranking term answers the question. */
export type Answers = (word: string, stem: string) => boolean;

export function answersTo({ languages }: PassageIndex, words: Iterable<string>): Answers {
  const asked = [...words];
  const wanted = new Set(asked);
  for (const language of languages)
    for (const stem of stemsOf(asked, language)) for (const form of indexedForms(stem)) wanted.add(form);
  return (word, stem) => wanted.has(word) || wanted.has(stem);
}

/** In order; every occurrence. */
export function findMatches({ passage, article }: PassageRecord, answers: Answers): Match[] {
  const { text } = passage;
  const tokens = tokenise(text);
  const places = Array.from({ length: tokens.count }, (_, at) => ({
    start: tokens.start[at] as number,
    end: tokens.end[at] as number,
  }));
  const words = places.map(({ start, end }) => foldToken(text, start, end));
  const stems = stemsOf(words, stemLanguageOf(article.inLanguage, article.articleBody));
  return places.flatMap(({ start, end }, at) => {
    const word = words[at] as string;
    const stem = stems[at] as string;
    return answers(word, stem) ? [{ start, end, word, stem }] : [];
  });
}

/** One match for each word whatever its forms, the rarest first; equally rare ones in reading order. */
export function rarestMatches(
  { passageCount }: PassageIndex,
  matches: readonly Match[],
  most: number,
): Match[] {
  const first = new Map<string, Match>();
  for (const match of matches) if (!first.has(match.stem)) first.set(match.stem, match);
  return [...first.values()]
    .map((match) => ({ match, count: passageCount(match.stem) }))
    .sort((a, b) => a.count - b.count || a.match.start - b.match.start)
    .slice(0, most)
    .map(({ match }) => match);
}

/**
 * From words to what is scored: each word by its ranking term in every language of the archive, and by itself.
 *
 * The naive version ranks by the word or by its stem alone: one misses "bridges", the other prefers them to "bridge" as
 * often as not. Here the stem finds and the word itself adds a part, so the exact form wins among equals.
 */
import { indexedForms, STEM_MARK, stemsOf } from '../text/stem-terms.ts';
import { commonWords, type EnginePostings } from './engine-postings.ts';
import type { RankingWeights } from './ranking-weights.ts';
import { mergePostings, type QueryTerm, type TermPostings } from './scoring.ts';
import { slipsBetween } from './segments/near-terms.ts';
import { isStopWord } from './stop-words.ts';

/** By the unknown word. */
export type Corrections = ReadonlyMap<string, readonly string[]>;

export interface LexicalQuery {
  /** Folded words in order, repeated as often as the question repeats them. */
  readonly words: readonly string[];
  /** How much an occurrence of the word counts; 1 by default. */
  readonly weight?: (word: string) => number;
  /** Complete the last word while it is typed. */
  readonly isLastWordOpen?: boolean;
  /** Indexed words to accept beside an unknown one, which may be a slip of the keyboard. */
  readonly forgive?: Corrections;
}

/** A completed or corrected word is a guess: it counts less than the word itself. */
const GUESS = { completed: 0.6, corrected: 0.35 };
/** Shorter words have too many neighbours at one slip. */
const SHORTEST_FORGIVEN = 5;
/** One slip in five letters, at most two. */
const LETTERS_PER_SLIP = 5;
const MOST_SLIPS = 2;
/** Words that complete one beginning, or correct one word. */
const MOST_GUESSES = 100;

/** Ranking terms with the weight each got. Distinct words with one stem are one term. */
function weighStems(
  languages: readonly string[],
  { words, weight }: Pick<LexicalQuery, 'words' | 'weight'>,
  { stopWord, repeated }: RankingWeights,
): { readonly stems: Map<string, number>; readonly words: Map<string, number> } {
  const byWord = new Map<string, number>();
  const byStem = new Map<string, { forms: ReadonlySet<string>; count: number }>();
  const perLanguage = languages.map((language) => stemsOf(words, language));
  words.forEach((word, at) => {
    const count = (weight?.(word) ?? 1) * (isStopWord(word) ? stopWord : 1);
    byWord.set(word, (byWord.get(word) ?? 0) + count);
    const forms = new Set(perLanguage.map((stems) => stems[at] as string));
    const key = [...forms].join(' ');
    const known = byStem.get(key);
    byStem.set(key, { forms, count: (known?.count ?? 0) + count });
  });
  const saturate = (count: number) => (count * (repeated + 1)) / (count + repeated);
  return {
    stems: new Map([...byStem].map(([key, { count }]) => [key, saturate(count)])),
    words: new Map([...byWord].map(([word, count]) => [word, saturate(count)])),
  };
}

export function toQueryTerms(
  index: EnginePostings,
  languages: readonly string[],
  query: LexicalQuery,
  weights: RankingWeights,
): QueryTerm[] {
  const { stems, words } = weighStems(languages, query, weights);
  const terms: QueryTerm[] = [];
  const add = (postings: TermPostings | null, weight: number, isMain: boolean) => {
    if (postings && weight > 0) terms.push({ postings, holders: postings.passages.length, weight, isMain });
  };
  for (const [key, weight] of stems) add(postingsOfStem(index, key), weight, true);
  for (const [word, weight] of words)
    if (!isStopWord(word)) add(index.postings(word), weights.exact * weight, false);
  const last = query.isLastWordOpen ? query.words.at(-1) : undefined;
  if (last !== undefined) {
    const completed = commonWords(index, last, MOST_GUESSES + 1).filter((word) => word !== last);
    add(postingsOfWords(index, completed), GUESS.completed, true);
  }
  for (const corrected of query.forgive?.values() ?? [])
    add(postingsOfWords(index, corrected), GUESS.corrected, true);
  return terms;
}

/** Indexed words that a slip of the keyboard may have turned into this one, nearest first, then by their letters. */
export function correctionsOf(index: EnginePostings, word: string): string[] {
  if (word.length < SHORTEST_FORGIVEN) return [];
  const slips = Math.min(MOST_SLIPS, Math.round(word.length / LETTERS_PER_SLIP));
  return index
    .wordsNear(word, slips)
    .map((near) => ({ near, slips: slipsBetween(word, near, slips) ?? slips }))
    .sort((a, b) => a.slips - b.slips || (a.near < b.near ? -1 : 1))
    .map(({ near }) => near);
}

/** `key`: the ranking terms of one word, one a language, joined by spaces. */
export function postingsOfStem(index: EnginePostings, key: string): TermPostings | null {
  return postingsOf(index, [...new Set(key.split(' ').flatMap(indexedForms))]);
}

function postingsOfWords(index: EnginePostings, words: readonly string[]): TermPostings | null {
  return postingsOf(index, words.slice(0, MOST_GUESSES));
}

function postingsOf(index: EnginePostings, terms: readonly string[]): TermPostings | null {
  return mergePostings(terms.map((term) => index.postings(term)).filter((list) => list !== null));
}

export const isWord = (term: string) => !term.startsWith(STEM_MARK);

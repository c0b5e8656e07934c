/**
 * What the ranking asks of passages, and how it is made of their terms and lengths: the same for every tier, and for
 * several laid side by side.
 */

import type { StemLanguage } from '../text/stem.ts';
import type { Unread } from './answer-from.ts';
import { inOrder } from './best-first.ts';
import { commonWords, type EnginePostings } from './engine-postings.ts';
import { type LexicalQuery, toQueryTerms } from './lexical-query.ts';
import { RANKING, type RankingWeights } from './ranking-weights.ts';
import { type PostingsSource, type ScoredPassage, scorePassages } from './scoring.ts';

export type LexicalHit = Pick<ScoredPassage, 'passage' | 'score'>;

export interface PassageIndex {
  /** Best first; ties by the passages' order. */
  search(query: LexicalQuery, weights?: RankingWeights): ScoredPassage[];
  /** Indexed words that begin so, most frequent first. */
  complete(prefix: string, limit: number): string[];
  /** Number of passages that hold a folded word. */
  passageCount(word: string): number;
  readonly terms: EnginePostings;
  readonly source: PostingsSource;
  /** Whose stemmers the archive's texts went through, but for rare ones; a question goes through all of them. */
  readonly languages: readonly StemLanguage[];
  /** Articles in each language. */
  readonly articlesIn: ReadonlyMap<StemLanguage, number>;
  /** The one that this passage's text went through. */
  languageOf(passage: number): StemLanguage;
  /** null when all of it is in memory: then nothing asked of it is ever missed. */
  readonly unread: Unread | null;
}

type IndexParts = Pick<PassageIndex, 'terms' | 'source' | 'articlesIn' | 'languageOf' | 'unread'>;

/** Below this share of the articles a language is more often mistaken than meant; its words are found as they stand. */
const RARE_LANGUAGE = 0.02;

export function composeIndex({ terms, source, ...parts }: IndexParts): PassageIndex {
  const languages = commonLanguages(parts.articlesIn, source.totals.articles);
  return {
    ...{ ...parts, terms, source, languages },
    passageCount: (word) => terms.count(word),
    search: (query, weights = RANKING) =>
      inOrder(scorePassages(source, toQueryTerms(terms, languages, query, weights), weights)),
    complete: (prefix, limit) => commonWords(terms, prefix, limit),
  };
}

function commonLanguages(articlesIn: ReadonlyMap<StemLanguage, number>, articles: number): StemLanguage[] {
  return [...articlesIn]
    .filter(([, count]) => count > 0 && count >= articles * RARE_LANGUAGE)
    .map(([language]) => language)
    .sort();
}

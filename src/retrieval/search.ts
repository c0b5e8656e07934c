/**
 * Keyword search: BM25 over passages, with what a person who types expects on top: an exact headline first, words
 * that stand together before words that do not, slips forgiven only where a word is otherwise unknown.
 */
import { firstDay } from '../text/iso-date.ts';
import { fold } from '../text/tokenise.ts';
import { type FoldedHit, foldPrintings } from './fold-printings.ts';
import { groupByArticle } from './group-by-article.ts';
import { isUnfiltered } from './parse-query.ts';
import type { LexicalHit } from './passage-index.ts';
import type { PassageRecord } from './passage-record.ts';
import { passesFilters, type ResolvedQuery } from './passes-filters.ts';
import type { RankedPassage } from './ranked-passage.ts';
import type { Searchable } from './searchable.ts';
import { findWords, makeSnippet } from './snippet.ts';

/** Above this many words a query is prose (a claim, a paragraph): words need not stand together. */
const PROSE_WORDS = 6;
const EXACT_HEADLINE_BONUS = 3;
const ADJACENT_BONUS = 1.6;
/** With few words, a passage that has them all goes before one that repeats one of them. */
const COVERAGE_SHARE = 0.5;

export interface SearchAnswer {
  readonly passages: readonly RankedPassage[];
  /** Passages that matched, before the limit and before folding of reprints. */
  readonly total: number;
}

export interface SearchOptions {
  readonly limit: number;
  readonly lines: Lines;
}

/** What one line of an answer stands for: a passage, all passages that print the same text, or an article. */
export type Lines = 'passages' | 'texts' | 'articles';

export function search(archive: Searchable, query: ResolvedQuery, options: SearchOptions): SearchAnswer {
  if (query.words.length === 0 && isUnfiltered(query.filters)) return { passages: [], total: 0 };
  const hits = query.words.length > 0 ? lexicalHits(archive, query) : filteredHits(archive);
  const passing = hits.filter(({ passage }) => passesFilters(archive.records[passage]!, query));
  const wanted = new Set(query.words);
  const ranked = linesOf(archive.records, passing, options).map((hit, index): RankedPassage => {
    const { passage } = archive.records[hit.passage]!;
    return {
      rank: index + 1,
      score: hit.score,
      passageId: passage.id,
      evidence: { lexical: hit.score, entityOverlap: 0, event: 0, recency: 0 },
      shared: [],
      sharedWords: hit.words.filter((word) => wanted.has(word)).slice(0, 5),
      alsoPrintedIn: hit.reprints,
      ...makeSnippet(passage.text, findWords(passage.text, new Set(hit.words))),
    };
  });
  return { passages: ranked, total: passing.length };
}

/** At most `limit` lines; only these are worth a snippet. */
export function linesOf<Hit extends LexicalHit>(
  records: readonly PassageRecord[],
  hits: readonly Hit[],
  { limit, lines }: SearchOptions,
): (Hit & FoldedHit)[] {
  if (lines === 'texts') return foldPrintings(records, hits, limit);
  const kept = lines === 'articles' ? groupByArticle(records, hits) : hits;
  return kept.slice(0, limit).map((hit) => ({ ...hit, reprints: [] }));
}

function lexicalHits(archive: Searchable, query: ResolvedQuery): LexicalHit[] {
  const { index, records } = archive;
  const isProse = query.words.length > PROSE_WORDS;
  const unknown = isProse ? [] : query.words.filter((word) => index.passageCount(word) === 0);
  const hits = index.search({
    words: query.words,
    isLastWordOpen: query.isLastWordOpen && !isProse,
    forgive: new Set(unknown),
  });
  if (isProse || query.words.length === 0) return hits;
  const distinct = new Set(query.words).size;
  const phrase = query.words.join(' ');
  return hits
    .map((hit) => {
      const record = records[hit.passage]!;
      const coverage = Math.min(1, hit.words.length / distinct);
      let score = hit.score * (1 - COVERAGE_SHARE + COVERAGE_SHARE * coverage);
      if (distinct > 1 && fold(record.passage.text).includes(phrase)) score *= ADJACENT_BONUS;
      if (record.article.headline !== null && fold(record.article.headline) === phrase)
        score *= EXACT_HEADLINE_BONUS;
      return { ...hit, score };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** No words, only filters: newest first, undated last. */
function filteredHits({ records }: Searchable): LexicalHit[] {
  const dateOf = (passage: number) => {
    const date = records[passage]!.article.datePublished;
    return date ? firstDay(date) : '';
  };
  return records
    .map((_, passage) => ({ passage, score: 0, words: [] }))
    .sort((a, b) =>
      dateOf(a.passage) < dateOf(b.passage)
        ? 1
        : dateOf(a.passage) > dateOf(b.passage)
          ? -1
          : a.passage - b.passage,
    );
}

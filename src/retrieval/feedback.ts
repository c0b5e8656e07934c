/**
 * Words that the best passages share, added to the question (relevance feedback, RM3 without the reader's clicks).
 *
 * The naive version adds the commonest words of the first ten answers and drifts to whatever most of the archive is
 * about. Here a word counts by its share of each passage, by how good the passage is, and by its rarity; few words are
 * taken, and whoever asks decides whether the first answers are alike enough to learn from. O(passages read).
 */
import { analyseText } from '../text/stem-terms.ts';
import { postingsOfStem } from './lexical-query.ts';
import type { PassageIndex } from './passage-index.ts';
import { type QueryTerm, rarityOf, type ScoredPassage } from './scoring.ts';
import type { Searchable } from './searchable.ts';
import { isStopWord } from './stop-words.ts';

/** Articles learned from: one more adds as many strange words as telling ones. */
const MOST_READ = 5;

export interface FeedbackLimits {
  /** Words added. */
  readonly terms: number;
  /** Their weight together, in weights of one word of the question. */
  readonly weight: number;
}

/** Terms to score beside those of the question. `hits` come best first. */
export function feedbackTerms(
  { index, records }: Pick<Searchable, 'index' | 'records'>,
  hits: readonly ScoredPassage[],
  { terms, weight }: FeedbackLimits,
): QueryTerm[] {
  const { passages } = index.source.collection;
  const read = bestOfArticles(index, hits);
  records.need?.(read.map(({ passage }) => passage));
  const total = read.reduce((sum, { score }) => sum + score, 0);
  const gains = new Map<string, number>();
  for (const { passage, score } of read) {
    const { article, passage: text } = records.at(passage)!;
    const { words, stems } = analyseText(
      `${article.headline ?? ''}\n${text.text}`,
      index.languageOf(passage),
    );
    const share = score / total / stems.length;
    stems.forEach((stem, at) => {
      if (!isStopWord(words[at] as string)) gains.set(stem, (gains.get(stem) ?? 0) + share);
    });
  }
  const rated = [...gains].flatMap(([stem, gain]) => {
    const postings = postingsOfStem(index.terms, stem);
    // A word of one passage finds nothing but that passage.
    if (postings === null || postings.passages.length < 2) return [];
    return [{ stem, postings, gain: gain * rarityOf(postings.passages.length, passages) }];
  });
  const kept = rated.sort((a, b) => b.gain - a.gain || (a.stem < b.stem ? -1 : 1)).slice(0, terms);
  const sum = kept.reduce((all, { gain }) => all + gain, 0);
  return kept.map(({ postings, gain }) => ({
    postings,
    holders: postings.passages.length,
    weight: (weight * gain) / sum,
    isMain: false,
  }));
}

function bestOfArticles({ source }: PassageIndex, hits: readonly ScoredPassage[]): ScoredPassage[] {
  const read = new Map<number, ScoredPassage>();
  for (const hit of hits) {
    const article = source.articleOf(hit.passage);
    if (!read.has(article)) read.set(article, hit);
    if (read.size === MOST_READ) break;
  }
  return [...read.values()];
}

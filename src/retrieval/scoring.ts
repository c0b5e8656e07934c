/**
 * The one ranking, whatever tier a passage lies in: BM25F over whole articles, told by the postings of their passages.
 *
 * Naively each passage is scored alone; an article of three passages then loses to one of a single passage that repeats
 * one word. Here an article's counts are added up, and each of its passages takes part of its score by how well it
 * answers itself. O(postings of the query's terms); nothing is made as long as the archive.
 */
import { type Depth, leastWanted } from './best-first.ts';
import type { RankingWeights } from './ranking-weights.ts';

/*
 * What a tier must give, and all that scores depend on:
 * - `Collection`: sums over every tier that is searched, the same for all of them.
 * - for a term, `holders`: passages of all tiers with the word in body or headline (a word of several forms: with any of
 *   them, each passage once); and for each passage scored how often it stands in the body and in its article's headline.
 * - the exact lengths, in words as the analyzer counts them, of each such passage, of its article's body and headline.
 * - for each article scored, *all* passages of it that hold a term, next to each other.
 * Passage numbers are the tier's own, and may have gaps where something was deleted. Sums are taken in the order of
 * terms, so equal inputs give equal scores to the last bit.
 */

/** A term's occurrences, one entry a passage, ascending; the three lists are equally long. */
export interface TermPostings {
  readonly passages: ArrayLike<number>;
  readonly body: ArrayLike<number>;
  /** Occurrences in the headline of the passage's article: the same for all its passages. */
  readonly headline: ArrayLike<number>;
}

/** Whole numbers, so that the sums of tiers are those of one index to the last bit. Lengths in words. */
export interface Totals {
  readonly passages: number;
  readonly articles: number;
  /** Articles that have a headline. */
  readonly headed: number;
  readonly bodyWords: number;
  /** Of all headlines, each article's once. */
  readonly headlineWords: number;
}

/** Averages over everything that is searched, in words. */
export interface Collection {
  readonly passages: number;
  readonly averageArticle: number;
  readonly averagePassage: number;
  /** Over articles that have one; 1 when none has. */
  readonly averageHeadline: number;
}

export interface PostingsSource {
  readonly totals: Totals;
  /** Of `totals`. */
  readonly collection: Collection;
  /** null when no passage holds the term. */
  postings(term: string): TermPostings | null;
  /** Passages of one article lie next to each other and share this number, which ascends with them from 0. */
  articleOf(passage: number): number;
  /** One more than the highest number of an article. */
  readonly articles: number;
  /** Words of the passage, of its article's body, of its headline. */
  passageLength(passage: number): number;
  articleLength(article: number): number;
  headlineLength(article: number): number;
}

/** Words that count as one: their occurrences are added up, and rarity is that of all of them. */
export interface QueryTerm {
  readonly postings: TermPostings;
  /** Passages of all tiers that hold one of the words. */
  readonly holders: number;
  readonly weight: number;
  /** Counts towards "has all words of the query". */
  readonly isMain: boolean;
}

export interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
  /** Share of the query's main terms, by rarity, that the passage or its headline holds: (0,1]. */
  readonly coverage: number;
}

export function collectionOf({ passages, articles, headed, bodyWords, headlineWords }: Totals): Collection {
  const average = (sum: number, count: number) => (count > 0 && sum > 0 ? sum / count : 1);
  return {
    passages,
    averageArticle: average(bodyWords, articles),
    averagePassage: average(bodyWords, passages),
    averageHeadline: average(headlineWords, headed),
  };
}

/** Robertson's, never negative; 0 terms tell nothing. */
export function rarityOf(count: number, passages: number): number {
  return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
}

/** Several terms' postings as those of one. */
export function mergePostings(lists: readonly TermPostings[]): TermPostings | null {
  if (lists.length < 2) return lists[0] ?? null;
  const [first, ...rest] = lists as readonly [TermPostings, ...TermPostings[]];
  return rest.reduce(mergeTwo, first);
}

function mergeTwo(a: TermPostings, b: TermPostings): TermPostings {
  const most = a.passages.length + b.passages.length;
  const merged = {
    passages: new Int32Array(most),
    body: new Int32Array(most),
    headline: new Int32Array(most),
  };
  let i = 0;
  let j = 0;
  let count = 0;
  for (; i < a.passages.length || j < b.passages.length; count++) {
    const left = i < a.passages.length ? (a.passages[i] as number) : NO_MORE;
    const right = j < b.passages.length ? (b.passages[j] as number) : NO_MORE;
    merged.passages[count] = Math.min(left, right);
    if (left <= right) {
      merged.body[count]! += a.body[i] as number;
      merged.headline[count]! += a.headline[i++] as number;
    }
    if (right <= left) {
      merged.body[count]! += b.body[j] as number;
      merged.headline[count]! += b.headline[j++] as number;
    }
  }
  const { passages, body, headline } = merged;
  return {
    passages: passages.subarray(0, count),
    body: body.subarray(0, count),
    headline: headline.subarray(0, count),
  };
}

/** Above every passage's number. */
const NO_MORE = 0x7fffffff;

/**
 * What a query has gathered so far. The arrays are kept from query to query, as long as the longest archive asked, and
 * hold 0 wherever no passage was touched: making them anew would cost more than most queries.
 */
interface Sums {
  article: Float64Array;
  /** Best of the article's passages. */
  best: Float64Array;
  passage: Float64Array;
  covered: Float64Array;
  readonly touched: number[];
}

const sums: Sums = {
  ...{ article: new Float64Array(0), best: new Float64Array(0), passage: new Float64Array(0) },
  ...{ covered: new Float64Array(0), touched: [] },
};

function grown(sum: Float64Array, length: number): Float64Array {
  return sum.length >= length ? sum : new Float64Array(Math.ceil(length * ROOM));
}

/** An archive that grows by an article a minute does not make new arrays each time. */
const ROOM = 1.25;

/** Every passage that holds one of the terms, or lies in an article whose headline does; in no order. */
export function scorePassages(
  source: PostingsSource,
  terms: readonly QueryTerm[],
  weights: RankingWeights,
): ScoredPassage[] {
  const most = addTerms(source, terms, weights);
  return takeHits(source, most, 0, takeScores(source, most, weights, null));
}

export interface FirstHits {
  /** Those within the depth that was asked for and all their equals, perhaps others; in no order. */
  readonly hits: readonly ScoredPassage[];
  /** Passages that hold one of the terms. */
  readonly total: number;
}

/** The same as far as anybody looks, each score times what `covering` says of its passage's coverage. */
export function scoreFirst(
  source: PostingsSource,
  terms: readonly QueryTerm[],
  weights: RankingWeights,
  depth: Depth,
  covering: (coverage: number) => number,
): FirstHits {
  const most = addTerms(source, terms, weights);
  const scores = takeScores(source, most, weights, covering);
  const { touched } = sums;
  const least = leastWanted(scores, depth, (place) => source.articleOf(touched[place] as number));
  return { hits: takeHits(source, most, least, scores), total: scores.length };
}

/** Into the sums; the weight of all main terms. */
function addTerms(source: PostingsSource, terms: readonly QueryTerm[], weights: RankingWeights): number {
  const last = terms.reduce((most, { postings }) => Math.max(most, lastOf(postings.passages)), -1);
  sums.passage = grown(sums.passage, last + 1);
  sums.covered = grown(sums.covered, last + 1);
  sums.article = grown(sums.article, source.articles);
  sums.best = grown(sums.best, source.articles);
  let most = 0;
  for (const term of terms) {
    const weight = term.weight * rarityOf(term.holders, source.collection.passages);
    if (weight <= 0) continue;
    if (term.isMain) most += weight;
    addTerm(source, term, weight, weights);
  }
  return most;
}

const lastOf = (list: ArrayLike<number>) => (list[list.length - 1] ?? -1) as number;

const coverageOf = (covered: number, most: number) => (most > 0 ? Math.min(1, covered / most) : 1);

/** Of the touched passages, in their order. */
function takeScores(
  source: PostingsSource,
  most: number,
  { bestPassage }: RankingWeights,
  covering: ((coverage: number) => number) | null,
): Float64Array {
  const { article: articles, best, passage: passages, covered, touched } = sums;
  for (const passage of touched) {
    const article = source.articleOf(passage);
    const sum = passages[passage] as number;
    if (sum > (best[article] as number)) best[article] = sum;
  }
  const scores = new Float64Array(touched.length);
  for (let place = 0; place < touched.length; place++) {
    const passage = touched[place] as number;
    const article = source.articleOf(passage);
    const top = best[article] as number;
    const whole = (1 - bestPassage) * (articles[article] as number) + bestPassage * top;
    const score = (whole * (passages[passage] as number)) / top;
    scores[place] = covering ? score * covering(coverageOf(covered[passage] as number, most)) : score;
  }
  return scores;
}

/** Those that score `least` or more; leaves zeros in the sums. */
function takeHits(
  source: PostingsSource,
  most: number,
  least: number,
  scores: Float64Array,
): ScoredPassage[] {
  const { article: articles, best, passage: passages, covered, touched } = sums;
  const hits: ScoredPassage[] = [];
  for (let place = 0; place < touched.length; place++) {
    const passage = touched[place] as number;
    const score = scores[place] as number;
    if (score >= least) hits.push({ passage, score, coverage: coverageOf(covered[passage] as number, most) });
    const article = source.articleOf(passage);
    passages[passage] = covered[passage] = articles[article] = best[article] = 0;
  }
  touched.length = 0;
  return hits;
}

/** One term into all sums: its passages come article by article, so an article is complete when the next begins. */
function addTerm(
  source: PostingsSource,
  { postings, isMain }: QueryTerm,
  weight: number,
  { k1, b, headline: headlineWeight }: RankingWeights,
): void {
  const { averageArticle, averagePassage, averageHeadline } = source.collection;
  const norm = (length: number, average: number) => 1 - b + (b * length) / average;
  const worth = (counts: number) => (weight * counts * (k1 + 1)) / (counts + k1);
  const { article: articles, passage: passageSums, covered, touched } = sums;
  const { passages, body, headline } = postings;
  for (let at = 0; at < passages.length; ) {
    const article = source.articleOf(passages[at] as number);
    const titled = headline[at] as number;
    const inHeadline = titled === 0 ? 0 : titled / norm(source.headlineLength(article), averageHeadline);
    let inBody = 0;
    for (; at < passages.length && source.articleOf(passages[at] as number) === article; at++) {
      const passage = passages[at] as number;
      const here = body[at] as number;
      inBody += here;
      if (passageSums[passage] === 0) touched.push(passage);
      passageSums[passage]! += worth(here / norm(source.passageLength(passage), averagePassage) + inHeadline);
      if (isMain) covered[passage]! += weight;
    }
    const counts = inBody / norm(source.articleLength(article), averageArticle);
    articles[article]! += worth(counts + headlineWeight * inHeadline);
  }
}

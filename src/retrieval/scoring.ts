/**
 * The one ranking, whatever tier a passage lies in: BM25F over whole articles, told by the postings of their passages.
 *
 * A tier answers two questions (`PostingsSource`): which passages hold a term and how often in headline and body; and how
 * long those are. Scores depend on nothing else, so passages of several sources are comparable as soon as the sums in
 * `Collection` are those of all sources together. Naively each passage is scored alone; an article of three passages
 * then loses to one of a single passage that repeats one word. Here an article's counts are added up, and each of its
 * passages takes part of its score by how well it answers itself. O(postings of the query's terms).
 */
import type { RankingWeights } from './ranking-weights.ts';

/** A term's occurrences, one entry a passage, ascending; the three lists are equally long. */
export interface TermPostings {
  readonly passages: ArrayLike<number>;
  readonly body: ArrayLike<number>;
  readonly headline: ArrayLike<number>;
}

/** Sums over everything that is searched, in words. */
export interface Collection {
  readonly passages: number;
  readonly averageArticle: number;
  readonly averagePassage: number;
  /** Over articles that have one; 1 when none has. */
  readonly averageHeadline: number;
}

export interface PostingsSource {
  readonly collection: Collection;
  /** null when no passage holds the term. */
  postings(term: string): TermPostings | null;
  /** Passages of one article lie next to each other and share this number, which ascends with them from 0. */
  articleOf(passage: number): number;
  readonly articles: number;
  /** Words of the passage, of its article's body, of its headline. */
  passageLength(passage: number): number;
  articleLength(article: number): number;
  headlineLength(article: number): number;
}

/** Words that count as one: their occurrences are added up, and rarity is that of all of them. */
export interface QueryTerm {
  readonly postings: TermPostings;
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
  const [passages, body, headline]: number[][] = [[], [], []];
  let i = 0;
  let j = 0;
  while (i < a.passages.length || j < b.passages.length) {
    const left = a.passages[i] ?? Number.POSITIVE_INFINITY;
    const right = b.passages[j] ?? Number.POSITIVE_INFINITY;
    passages!.push(Math.min(left, right));
    body!.push((left <= right ? a.body[i]! : 0) + (right <= left ? b.body[j]! : 0));
    headline!.push((left <= right ? a.headline[i]! : 0) + (right <= left ? b.headline[j]! : 0));
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return { passages: passages!, body: body!, headline: headline! };
}

/** What a query has gathered so far; entries of passages and articles it did not touch are 0. */
interface Sums {
  readonly article: Float64Array;
  readonly passage: Float64Array;
  readonly covered: Float64Array;
  readonly touched: number[];
  readonly isTouched: Uint8Array;
}

/** Every passage that holds one of the terms, or lies in an article whose headline does; in no order. */
export function scorePassages(
  source: PostingsSource,
  terms: readonly QueryTerm[],
  weights: RankingWeights,
): ScoredPassage[] {
  const { passages } = source.collection;
  const sums: Sums = {
    article: new Float64Array(source.articles),
    passage: new Float64Array(passages),
    covered: new Float64Array(passages),
    touched: [],
    isTouched: new Uint8Array(passages),
  };
  let most = 0;
  for (const term of terms) {
    const weight = term.weight * rarityOf(term.postings.passages.length, passages);
    if (term.isMain) most += weight;
    addTerm(source, term, weight, sums, weights);
  }
  const { bestPassage } = weights;
  const best = new Map<number, number>();
  for (const passage of sums.touched) {
    const article = source.articleOf(passage);
    best.set(article, Math.max(best.get(article) ?? 0, sums.passage[passage] as number));
  }
  return sums.touched.map((passage) => {
    const article = source.articleOf(passage);
    const own = sums.passage[passage] as number;
    const top = best.get(article) as number;
    const whole = (1 - bestPassage) * (sums.article[article] as number) + bestPassage * top;
    return {
      passage,
      score: (whole * own) / top,
      coverage: most > 0 ? Math.min(1, (sums.covered[passage] as number) / most) : 1,
    };
  });
}

/** One term into all sums: its passages come article by article, so an article is complete when the next begins. */
function addTerm(
  source: PostingsSource,
  term: QueryTerm,
  weight: number,
  sums: Sums,
  { k1, b, headline: headlineWeight }: RankingWeights,
): void {
  const norm = (length: number, average: number) => 1 - b + (b * length) / average;
  const saturated = (count: number) => (count * (k1 + 1)) / (count + k1);
  const { passages, body, headline } = term.postings;
  const { averageArticle, averagePassage, averageHeadline } = source.collection;
  let article = -1;
  let inBody = 0;
  let inHeadline = 0;
  const close = () => {
    if (article < 0) return;
    const counts =
      inBody / norm(source.articleLength(article), averageArticle) +
      (headlineWeight * inHeadline) / norm(source.headlineLength(article), averageHeadline);
    sums.article[article]! += weight * saturated(counts);
    inBody = 0;
  };
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at] as number;
    const next = source.articleOf(passage);
    if (next !== article) {
      close();
      article = next;
    }
    inBody += body[at] as number;
    inHeadline = headline[at] as number;
    const counts =
      (body[at] as number) / norm(source.passageLength(passage), averagePassage) +
      inHeadline / norm(source.headlineLength(article), averageHeadline);
    sums.passage[passage]! += weight * saturated(counts);
    if (term.isMain) sums.covered[passage]! += weight;
    if (sums.isTouched[passage] === 0) {
      sums.isTouched[passage] = 1;
      sums.touched.push(passage);
    }
  }
  close();
}

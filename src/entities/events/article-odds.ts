/**
 * For any two articles of an archive: do they report the same happening?
 *
 * The naive version weighs words by their rarity in the archive, where "fire" and "warehouse" are rare, and every
 * warehouse fire is one. Here words weigh by their rarity among the nearest articles too, the look-alikes. Nearest
 * articles come from an inverted index of rare words, once an article: O(its rare words × articles that have them).
 */
import { type ArticleTraits, compareTraits, type Rarity } from './article-traits.ts';
import { PackedTraits } from './packed-traits.ts';

/** Nearest articles an article is told apart from: as many as a large story has, and its look-alike beside it. */
const NEAREST = 30;
/** Words of more articles than this lead to nobody in particular; it bounds the work on a large archive. */
const LONGEST_POSTING = 400;

/** Log-odds by keys of the archive; null for a key that it does not hold, or for the same key twice. */
export type ArticleOdds = (a: string, b: string) => number | null;

/** Each article comes once; 500 bytes of it are kept, and 250 more once it was compared. */
export function openArticleOdds(
  archive: Iterable<readonly [key: string, traits: ArticleTraits]>,
): ArticleOdds {
  const packed = new PackedTraits();
  for (const [key, traits] of archive) packed.add(key, traits);
  const odds = new OddsAmong(packed);
  return (a, b) => {
    const [left, right] = [packed.articleOf(a), packed.articleOf(b)];
    return left === null || right === null || left === right ? null : odds.of(left, right);
  };
}

class OddsAmong {
  private readonly archive: PackedTraits;
  /** Of each word, in how many articles it stands. */
  private readonly articlesWith: Uint32Array;
  private readonly postings: Postings;
  private readonly near = new Map<number, Uint32Array>();
  /** By article; all 0 between two calls. */
  private readonly scores: Float64Array;
  /** By word: in how many articles around two; all 0 between two calls. */
  private readonly around: Uint32Array;

  constructor(archive: PackedTraits) {
    this.archive = archive;
    this.articlesWith = new Uint32Array(archive.words.length);
    for (let article = 0; article < archive.length; article++)
      archive.eachWord(article, (word) => this.articlesWith[word]!++);
    this.postings = postingsOf(archive, this.articlesWith);
    this.scores = new Float64Array(archive.length);
    this.around = new Uint32Array(archive.words.length);
  }

  of(a: number, b: number): number {
    const [left, right] = [this.nearest(a), this.nearest(b)];
    const count = (by: number) => {
      for (const near of [left, right])
        for (const article of near) this.archive.eachWord(article, (word) => (this.around[word]! += by));
    };
    count(1);
    const size = (left.length + right.length) / 2;
    const lookAlikes = this.rarity((word) => (size + 1) / ((this.around[word] as number) / 2 + 0.5));
    const archive = this.rarity((word) => this.shareOf(word));
    const [x, y] = [this.archive.traitsOf(a), this.archive.traitsOf(b)];
    const odds = compareTraits(x, y, { archive, lookAlikes });
    count(-1);
    return odds;
  }

  /** Articles by those with this word. */
  private shareOf(word: number): number {
    return (this.archive.length + 1) / ((this.articlesWith[word] as number) + 0.5);
  }

  /** Of words of the archive. */
  private rarity(share: (word: number) => number): Rarity {
    return (word) => Math.log(share(this.archive.wordOf(word) as number));
  }

  /** The article itself and those that share the most rare words with it; equals by key. */
  private nearest(own: number): Uint32Array {
    const known = this.near.get(own);
    if (known) return known;
    const { scores, postings } = this;
    const { keys } = this.archive;
    const touched: number[] = [];
    this.archive.eachWord(own, (word) => {
      const weight = Math.max(Math.log(this.shareOf(word)), 0) ** 2;
      const [start, end] = [postings.starts[word] as number, postings.starts[word + 1] as number];
      for (let at = start; at < end; at++) {
        const article = postings.articles[at] as number;
        if (scores[article] === 0 && article !== own) touched.push(article);
        scores[article]! += weight;
      }
    });
    const least = leastOf(touched, scores, NEAREST);
    const best = touched
      .filter((article) => (scores[article] as number) >= least)
      .sort((x, y) => scores[y]! - scores[x]! || ((keys[x] as string) < (keys[y] as string) ? -1 : 1));
    for (const article of touched) scores[article] = 0;
    scores[own] = 0;
    const near = Uint32Array.of(own, ...best.slice(0, NEAREST));
    this.near.set(own, near);
    return near;
  }
}

/** The score of the best but `count - 1`; -1 where there are fewer. */
function leastOf(articles: readonly number[], scores: Float64Array, count: number): number {
  return (
    Float64Array.from(articles, (article) => scores[article] as number)
      .sort()
      .at(-count) ?? -1
  );
}

/** Articles with each word that leads to few, one word behind the other. */
interface Postings {
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
}

function postingsOf(archive: PackedTraits, articlesWith: Uint32Array): Postings {
  const leads = (word: number) => (articlesWith[word] as number) <= LONGEST_POSTING;
  const starts = new Uint32Array(articlesWith.length + 1);
  for (const [word, count] of articlesWith.entries())
    starts[word + 1] = (starts[word] as number) + (leads(word) ? count : 0);
  const articles = new Uint32Array(starts.at(-1) as number);
  const next = starts.slice();
  for (let article = 0; article < archive.length; article++)
    archive.eachWord(article, (word) => {
      if (leads(word)) articles[next[word]!++] = article;
    });
  return { starts, articles };
}

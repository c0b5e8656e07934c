/**
 * For any two articles of an archive: do they report the same happening?
 *
 * The naive version weighs words by their rarity in the archive, where "fire" and "warehouse" are rare, and every
 * warehouse fire is one. Here words weigh by their rarity among the nearest articles too, the look-alikes. Nearest
 * articles come from an inverted index of rare words, once an article: O(its rare words × articles that have them).
 */
import { type ArticleTraits, compareTraits, type Rarity, rarityIn } from './article-traits.ts';

/** Nearest articles an article is told apart from: as many as a large story has, and its look-alike beside it. */
const NEAREST = 30;
/** Words of more articles than this lead to nobody in particular; it bounds the work on a large archive. */
const LONGEST_POSTING = 400;

type Counts = ReadonlyMap<string, number>;

/** Log-odds by keys of `archive`; null for a key that it does not hold, or for the same key twice. */
export type ArticleOdds = (a: string, b: string) => number | null;

export function openArticleOdds(archive: ReadonlyMap<string, ArticleTraits>): ArticleOdds {
  const rarity = rarityIn([...archive.values()]);
  const postings = new Map<string, string[]>();
  for (const [key, traits] of archive) {
    for (const word of wordsOf(traits)) {
      const known = postings.get(word);
      if (known) known.push(key);
      else postings.set(word, [key]);
    }
  }
  const around = new Map<string, Counts>();
  const countsAround = (key: string, traits: ArticleTraits): Counts => {
    const known = around.get(key);
    if (known) return known;
    const counts = countWords(
      nearest(key, traits, postings, rarity).flatMap((one) => archive.get(one) ?? []),
    );
    around.set(key, counts);
    return counts;
  };
  return (a, b) => {
    const [left, right] = [archive.get(a), archive.get(b)];
    if (!left || !right || a === b) return null;
    const lookAlikes = rarityAmong(countsAround(a, left), countsAround(b, right));
    return compareTraits(left, right, { archive: rarity, lookAlikes });
  };
}

function wordsOf({ words, names, numbers, years }: ArticleTraits): Set<string> {
  return new Set([...words.keys(), ...names.keys(), ...numbers, ...years]);
}

/** The article itself and those that share the most rare words with it; equals by key. */
function nearest(
  own: string,
  traits: ArticleTraits,
  postings: ReadonlyMap<string, readonly string[]>,
  rarity: Rarity,
): string[] {
  const scores = new Map<string, number>();
  for (const word of wordsOf(traits)) {
    const keys = postings.get(word) ?? [];
    if (keys.length > LONGEST_POSTING) continue;
    const weight = Math.max(rarity(word), 0) ** 2;
    for (const key of keys) scores.set(key, (scores.get(key) ?? 0) + weight);
  }
  scores.delete(own);
  const others = [...scores].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  return [own, ...others.slice(0, NEAREST).map(([key]) => key)];
}

const SIZE = '';

/** Articles by word; their number under the empty word. */
function countWords(articles: readonly ArticleTraits[]): Counts {
  const counts = new Map<string, number>([[SIZE, articles.length]]);
  for (const traits of articles)
    for (const word of wordsOf(traits)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function rarityAmong(a: Counts, b: Counts): Rarity {
  const both = (word: string) => (a.get(word) ?? 0) + (b.get(word) ?? 0);
  const size = both(SIZE) / 2;
  return (word) => Math.log((size + 1) / (both(word) / 2 + 0.5));
}

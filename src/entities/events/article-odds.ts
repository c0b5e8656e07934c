/**
 * For any two articles of an archive: do they report the same happening?
 *
 * The naive version weighs words by their rarity in the archive, where "fire" and "warehouse" are rare, and every
 * warehouse fire is one. Here words weigh by their rarity among the nearest articles too, the look-alikes. Nearest
 * articles come from an inverted index of rare words, once an article: O(its rare words × articles that have them). The
 * words around an article are kept, 5 bytes each: as a Map they were half of what an import of 10,000 articles held.
 */
import { type ArticleTraits, compareTraits, type Rarity, rarityIn } from './article-traits.ts';

/** Nearest articles an article is told apart from: as many as a large story has, and its look-alike beside it. */
const NEAREST = 30;
/** Words of more articles than this lead to nobody in particular; it bounds the work on a large archive. */
const LONGEST_POSTING = 400;

/** Of some articles, how many have a word. */
interface Counts {
  readonly articles: number;
  /** Numbers of words, ascending. */
  readonly words: Uint32Array;
  /** In the same order. */
  readonly counts: Uint8Array;
}

type NumberOf = ReadonlyMap<string, number>;

/** Log-odds by keys of `archive`; null for a key that it does not hold, or for the same key twice. */
export type ArticleOdds = (a: string, b: string) => number | null;

export function openArticleOdds(archive: ReadonlyMap<string, ArticleTraits>): ArticleOdds {
  const rarity = rarityIn([...archive.values()]);
  const numberOf = new Map<string, number>();
  const postings: string[][] = [];
  for (const [key, traits] of archive) {
    for (const word of wordsOf(traits)) {
      const known = numberOf.get(word);
      if (known !== undefined) postings[known]?.push(key);
      else numberOf.set(word, postings.push([key]) - 1);
    }
  }
  const keysWith = (word: string) => postings[numberOf.get(word) ?? -1] ?? [];
  const around = new Map<string, Counts>();
  const countsAround = (key: string, traits: ArticleTraits): Counts => {
    const known = around.get(key);
    if (known) return known;
    const others = nearest(key, traits, keysWith, rarity).flatMap((one) => archive.get(one) ?? []);
    const counts = countWords(others, numberOf);
    around.set(key, counts);
    return counts;
  };
  return (a, b) => {
    const [left, right] = [archive.get(a), archive.get(b)];
    if (!left || !right || a === b) return null;
    const lookAlikes = rarityAmong(countsAround(a, left), countsAround(b, right), numberOf);
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
  keysWith: (word: string) => readonly string[],
  rarity: Rarity,
): string[] {
  const scores = new Map<string, number>();
  for (const word of wordsOf(traits)) {
    const keys = keysWith(word);
    if (keys.length > LONGEST_POSTING) continue;
    const weight = Math.max(rarity(word), 0) ** 2;
    for (const key of keys) scores.set(key, (scores.get(key) ?? 0) + weight);
  }
  scores.delete(own);
  const others = [...scores].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  return [own, ...others.slice(0, NEAREST).map(([key]) => key)];
}

function countWords(articles: readonly ArticleTraits[], numberOf: NumberOf): Counts {
  const found = new Map<number, number>();
  for (const traits of articles)
    for (const word of wordsOf(traits)) {
      const number = numberOf.get(word) as number;
      found.set(number, (found.get(number) ?? 0) + 1);
    }
  const words = Uint32Array.from(found.keys()).sort();
  const counts = Uint8Array.from(words, (number) => found.get(number) as number);
  return { articles: articles.length, words, counts };
}

function countOf({ words, counts }: Counts, number: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return words[low] === number ? (counts[low] as number) : 0;
}

function rarityAmong(a: Counts, b: Counts, numberOf: NumberOf): Rarity {
  const size = (a.articles + b.articles) / 2;
  return (word) => {
    const number = numberOf.get(word) ?? -1;
    return Math.log((size + 1) / ((countOf(a, number) + countOf(b, number)) / 2 + 0.5));
  };
}

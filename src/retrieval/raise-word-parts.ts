/**
 * The best articles once more, by parts of words: "privatised" answers "privatisation", "TNFalpha" "TNF-alpha", and a
 * name in another case or with an article grown onto it answers the name, in languages for which we have no stemmer too.
 *
 * The naive version indexes every four letters of every word, which is five times the index. Here the four-letter parts
 * of the question's words are counted in the texts of the first articles; each distinct word of theirs is cut once. A
 * long question says what it means in several words, so parts tell less there. O(their words).
 */
import { words } from '../text/tokenise.ts';
import { type FrontArticle, raiseFront } from './raise-front.ts';
import type { RankingWeights } from './ranking-weights.ts';
import { rarityOf, type ScoredPassage } from './scoring.ts';
import type { Searchable } from './searchable.ts';
import { isStopWord } from './stop-words.ts';

/** Letters of a part, the word's ends counted as letters: three join too much, five were no better. */
const LETTERS = 4;
/** Words of the question that are looked for. */
const MOST_WORDS = 60;
/** Beyond so many words of the question, parts count less, by the root of its length. */
const FEW_WORDS = 6;
/** Code units of an article that are read: some thousand words, more than most have. */
const LENGTH_READ = 6_000;

/** Best first, as `hits` come. */
export function raiseWordParts<Hit extends ScoredPassage>(
  archive: Searchable,
  hits: readonly Hit[],
  asked: readonly string[],
  weights: RankingWeights,
): readonly Hit[] {
  const wanted = weights.wordParts === 0 ? NOTHING : wantedParts(archive, asked.slice(0, MOST_WORDS));
  if (wanted.size === 0 || hits.length < 2) return hits;
  const countParts = wanted.size > MOST_SOUGHT ? countByWords(wanted) : seekParts(wanted);
  const weight = weights.wordParts * Math.min(1, Math.sqrt(FEW_WORDS / asked.length));
  const { averageArticle } = archive.index.source.collection;
  return raiseFront(archive, hits, (front) =>
    front.map((one) => one.score + weight * worthOf(averageArticle, one, wanted, countParts, weights)),
  );
}

/** So many parts are sought one by one, by the engine itself; more are looked up word by word. */
const MOST_SOUGHT = 64;

/** How often each wanted part stands in these words. */
type CountParts = (read: readonly string[]) => ReadonlyMap<string, number>;

export function seekParts(wanted: ReadonlyMap<string, unknown>): CountParts {
  return (read) => {
    const text = `_${read.join('_')}_`;
    const counts = new Map<string, number>();
    for (const part of wanted.keys()) {
      let count = 0;
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
      if (count > 0) counts.set(part, count);
    }
    return counts;
  };
}

export function countByWords(wanted: ReadonlyMap<string, unknown>): CountParts {
  const held = new Map<string, readonly string[]>();
  return (read) => {
    const counts = new Map<string, number>();
    for (const word of read) {
      let parts = held.get(word);
      if (parts === undefined) {
        parts = partsOf(word).filter((part) => wanted.has(part));
        held.set(word, parts);
      }
      for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    return counts;
  };
}

const NOTHING: ReadonlyMap<string, number> = new Map();

/** Runs of so many letters of the word with its ends; all of it where it is shorter. */
function partsOf(word: string): string[] {
  const bounded = `_${word}_`;
  const parts = [bounded.slice(0, LETTERS)];
  for (let end = LETTERS + 1; end <= bounded.length; end++) parts.push(bounded.slice(end - LETTERS, end));
  return parts;
}

/**
 * What each part is worth, all together as much as the words. A long word is worth more than a short one of its rarity,
 * by the root of its length: it tells more.
 */
function wantedParts({ index }: Searchable, asked: readonly string[]): Map<string, number> {
  const worths = new Map<string, number>();
  let rarities = 0;
  for (const word of new Set(asked)) {
    if (isStopWord(word)) continue;
    const rarity = rarityOf(index.passageCount(word), index.source.collection.passages);
    rarities += rarity;
    const parts = new Set(partsOf(word));
    const worth = rarity / Math.sqrt(parts.size);
    for (const part of parts) worths.set(part, Math.max(worths.get(part) ?? 0, worth));
  }
  const sum = [...worths.values()].reduce((all, worth) => all + worth, 0);
  return new Map([...worths].map(([part, worth]) => [part, (worth * rarities) / sum]));
}

/** BM25 of the parts. */
function worthOf(
  averageLength: number,
  { first: { article } }: FrontArticle,
  wanted: ReadonlyMap<string, number>,
  countParts: CountParts,
  { k1, b }: RankingWeights,
): number {
  const read = words(`${article.headline ?? ''}\n${article.articleBody.slice(0, LENGTH_READ)}`);
  const counts = countParts(read);
  const norm = 1 - b + (b * read.length) / averageLength;
  let sum = 0;
  for (const [part, worth] of wanted) {
    const count = (counts.get(part) ?? 0) / norm;
    sum += (worth * count * (k1 + 1)) / (count + k1);
  }
  return sum;
}

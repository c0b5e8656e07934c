/**
 * The best articles once more, by parts of words: "privatised" answers "privatisation", "TNFalpha" "TNF-alpha", and a
 * name in another case or with an article grown onto it answers the name, in languages for which we have no stemmer too.
 *
 * The naive version indexes every four letters of every word, which is five times the index. Here the four-letter parts
 * of the question's words are counted in the texts of the first articles. A long question says what it means in several
 * words, so parts tell less there. O(their length).
 */
import { PartCounter, partsOf } from './count-parts.ts';
import { type FrontArticle, raiseFront } from './raise-front.ts';
import type { RankingWeights } from './ranking-weights.ts';
import { rarityOf, type ScoredPassage } from './scoring.ts';
import type { Searchable } from './searchable.ts';
import { isStopWord } from './stop-words.ts';

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
  const counter = new PartCounter(wanted.keys());
  const weight = weights.wordParts * Math.min(1, Math.sqrt(FEW_WORDS / asked.length));
  const { averageArticle } = archive.index.source.collection;
  return raiseFront(archive, hits, (front) =>
    front.map((one) => one.score + weight * worthOf(averageArticle, one, wanted, counter, weights)),
  );
}

const NOTHING: ReadonlyMap<string, number> = new Map();

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
  counter: PartCounter,
  { k1, b }: RankingWeights,
): number {
  counter.read(`${article.headline ?? ''}\n${article.articleBody.slice(0, LENGTH_READ)}`);
  if (counter.counts.size === 0) return 0;
  const norm = 1 - b + (b * counter.words) / averageLength;
  let sum = 0;
  for (const [part, worth] of wanted) {
    const count = (counter.counts.get(part) ?? 0) / norm;
    sum += (worth * count * (k1 + 1)) / (count + k1);
  }
  return sum;
}

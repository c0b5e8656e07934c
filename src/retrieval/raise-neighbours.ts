/**
 * The best articles once more, by their company: one that reads like other good answers is more likely meant than one
 * that shares as many words with the question and nothing with them.
 *
 * Naively each article is judged alone, or the archive is clustered beforehand. Here the beginnings of the first articles
 * are compared with each other, each word by its rarity among them, so that the question's own words, which all of them
 * hold, join nobody. An article gains the mean of its neighbours' scores, cubed so that good ones count. O(their words).
 */
import { analyseText } from '../text/stem-terms.ts';
import { type FrontArticle, raiseFront } from './raise-front.ts';
import type { ScoredPassage } from './scoring.ts';
import type { Searchable } from './searchable.ts';
import { isStopWord } from './stop-words.ts';

/** Words of an article, headline first, that it is compared by: four hundred told no more. */
const WORDS_READ = 120;
/** Code units that hold them in any language. */
const LENGTH_READ = 1_200;
/** An article is a neighbour of its own by so much: without near ones, its own score is its support. */
const OWN = 0.1;
/** Whole parts of weights and scores: sums of whole numbers are equal in any order, and so are those of reprints. */
const FINE = { weight: 2 ** 16, score: 2 ** 30 };

/** `weight`: of the neighbours, where the article's own score has 1; 0 changes nothing. Best first, as `hits` come. */
export function raiseNeighbours<Hit extends ScoredPassage>(
  archive: Searchable,
  hits: readonly Hit[],
  weight: number,
): readonly Hit[] {
  if (weight === 0 || hits.length < 2) return hits;
  return raiseFront(archive, hits, (front) => {
    const alike = likeness(front.map((one) => readTerms(archive, one)));
    const top = (front[0] as FrontArticle).score;
    const cubes = front.map(({ score }) => Math.round(FINE.score * (score / top) ** 3));
    return front.map(({ score }, at) => {
      const support = supportOf(at, cubes, alike) / FINE.score;
      return top * Math.cbrt((score / top) ** 3 + weight * support);
    });
  });
}

/** Mean score of the articles like this one, the nearest most. */
function supportOf(at: number, cubes: readonly number[], alike: Float64Array): number {
  const own = Math.round(OWN * FINE.weight);
  let sum = own * (cubes[at] as number);
  let total = own;
  cubes.forEach((cube, other) => {
    if (other === at) return;
    const share = Math.round(FINE.weight * (alike[at * cubes.length + other] as number));
    sum += share * cube;
    total += share;
  });
  return sum / total;
}

/** How often each telling stem stands in the article's beginning. */
function readTerms({ index }: Searchable, { place, first }: FrontArticle): Map<string, number> {
  const { headline, articleBody } = first.article;
  const text = `${headline ?? ''}\n${articleBody.slice(0, LENGTH_READ)}`;
  const { words, stems } = analyseText(text, index.languageOf(place), WORDS_READ);
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.min(WORDS_READ, words.length); at++) {
    const stem = stems[at] as string;
    if (!isStopWord(words[at] as string)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Squared cosine of each two texts, row by row: [0,1]. A text without words is like none. */
function likeness(texts: readonly ReadonlyMap<string, number>[]): Float64Array {
  const holders = new Map<string, number[]>();
  texts.forEach((counts, at) => {
    for (const stem of counts.keys()) {
      const known = holders.get(stem);
      if (known) known.push(at);
      else holders.set(stem, [at]);
    }
  });
  const size = texts.length;
  const products = new Float64Array(size * size);
  for (const [stem, places] of holders) {
    const rarity = Math.log((size + 1) / places.length);
    const worths = places.map((at) => rarity * (1 + Math.log((texts[at] as Map<string, number>).get(stem)!)));
    for (let i = 0; i < places.length; i++)
      for (let j = i; j < places.length; j++)
        products[places[i]! * size + places[j]!]! += worths[i]! * worths[j]!;
  }
  const alike = new Float64Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      const lengths = products[a * size + a]! * products[b * size + b]!;
      const square = lengths === 0 ? 0 : products[a * size + b]! ** 2 / lengths;
      alike[a * size + b] = square;
      alike[b * size + a] = square;
    }
  return alike;
}

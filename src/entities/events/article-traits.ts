/**
 * Whether two articles report the same happening: what they name, count and date, weighed by how rare it is.
 *
 * The naive version compares whole texts, and the fire in one town is the fire in the next: look-alikes share their
 * words. Here names and figures weigh by themselves, and a word weighs by its rarity twice: in the archive, and among
 * the look-alikes, where "fire" tells nothing. Traits are read once an article, O(text); a comparison is O(traits).
 */
import { fold, words as foldedWords } from '../../text/tokenise.ts';
import type { NamedSpan } from './event-mention.ts';
import { englishRoot } from './event-roots.ts';
import { ARTICLE_WEIGHTS } from './event-weights.ts';

export interface ArticleTraits {
  /** Roots of its words, with how often each stands there. */
  readonly words: ReadonlyMap<string, number>;
  /** Folded words of its names. */
  readonly names: ReadonlyMap<string, number>;
  /** Figures as written, without years. */
  readonly numbers: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
}

/** How rare a word is in the archive: ≥ 0, the logarithm of articles by articles with it. */
export type Rarity = (word: string) => number;

export function articleTraits(text: string, names: readonly NamedSpan[]): ArticleTraits {
  const words = new Map<string, number>();
  const numbers = new Set<string>();
  const years = new Set<string>();
  for (const word of foldedWords(text)) {
    if (/^(?:1[5-9]|20)\d\d$/.test(word)) years.add(word);
    else if (/^\d/.test(word)) numbers.add(word);
    else count(words, englishRoot(word));
  }
  const named = new Map<string, number>();
  for (const { name } of names)
    for (const word of fold(name).split(' ')) if (word.length > 1) count(named, word);
  return { words, names: named, numbers, years };
}

function count(into: Map<string, number>, word: string): void {
  into.set(word, (into.get(word) ?? 0) + 1);
}

/** Rarity over an archive: a word of every article weighs next to nothing. */
export function rarityIn(archive: readonly ArticleTraits[]): Rarity {
  const articles = new Map<string, number>();
  for (const { words, names, numbers, years } of archive)
    for (const word of new Set([...words.keys(), ...names.keys(), ...numbers, ...years]))
      count(articles, word);
  return (word) => Math.log((archive.length + 1) / ((articles.get(word) ?? 0) + 0.5));
}

/** How rare a word is in the whole archive, and among the articles that this one could be confused with. */
export interface Rarities {
  readonly archive: Rarity;
  readonly lookAlikes: Rarity;
}

/** The parts a decision rests on, each in [0,1]; other years and other figures are at the end, and speak against. */
export function traitFeatures(
  a: ArticleTraits,
  b: ArticleTraits,
  { archive, lookAlikes }: Rarities,
): number[] {
  return [
    1,
    ...shared(a, b, archive),
    ...shared(a, b, lookAlikes),
    areApart(a.years, b.years),
    areApart(a.numbers, b.numbers),
  ];
}

function shared(a: ArticleTraits, b: ArticleTraits, rarity: Rarity): number[] {
  return [
    cosine(a.words, b.words, rarity),
    cosine(a.names, b.names, rarity),
    sharedShare(a.names, b.names, rarity),
    rareShared(a.names, b.names, rarity),
    overlapOf(a.numbers, b.numbers, rarity),
  ];
}

/** Log-odds that both articles report the same happening. */
export function compareTraits(a: ArticleTraits, b: ArticleTraits, rarities: Rarities): number {
  return traitFeatures(a, b, rarities).reduce(
    (odds, value, at) => odds + value * (ARTICLE_WEIGHTS[at] ?? 0),
    0,
  );
}

type Counts = ReadonlyMap<string, number>;

function weigh(counts: Counts, rarity: Rarity): { weights: Map<string, number>; length: number } {
  const weights = new Map<string, number>();
  let square = 0;
  for (const [word, times] of counts) {
    const weight = (1 + Math.log(times)) * Math.max(rarity(word), 0);
    weights.set(word, weight);
    square += weight * weight;
  }
  return { weights, length: Math.sqrt(square) };
}

function cosine(a: Counts, b: Counts, rarity: Rarity): number {
  const [left, right] = [weigh(a, rarity), weigh(b, rarity)];
  if (left.length === 0 || right.length === 0) return 0;
  let dot = 0;
  for (const [word, weight] of left.weights) dot += weight * (right.weights.get(word) ?? 0);
  return dot / (left.length * right.length);
}

/** How much of the smaller one's names the other has too, by rarity. */
function sharedShare(a: Counts, b: Counts, rarity: Rarity): number {
  const sum = (counts: Counts, filter: Counts | null) =>
    [...counts.keys()].reduce(
      (total, word) => total + (!filter || filter.has(word) ? Math.max(rarity(word), 0) : 0),
      0,
    );
  const smaller = Math.min(sum(a, null), sum(b, null));
  return smaller === 0 ? 0 : sum(a, b) / smaller;
}

/** Rarity of the rarest name both have; 6 is one article in four hundred. */
function rareShared(a: Counts, b: Counts, rarity: Rarity): number {
  let rarest = 0;
  for (const word of a.keys()) if (b.has(word)) rarest = Math.max(rarest, rarity(word));
  return Math.min(rarest / 6, 1);
}

function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: Rarity): number {
  let sum = 0;
  for (const number of a) if (b.has(number)) sum += Math.max(rarity(number), 0);
  return Math.min(sum / 10, 1);
}

/** 1 where both tell and nothing agrees. */
function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  for (const one of a) if (b.has(one)) return 0;
  return 1;
}

/** What others do about reuse, on the same words: hashes of sentences, MinHash, three-word containment, word Jaccard. */
import { splitSentences } from '../../src/text/split-sentences.ts';
import { words } from '../../src/text/tokenise.ts';

/** Which texts hold something like this text. */
export interface ReuseIndex {
  readonly name: string;
  find(text: string): ReadonlySet<number>;
}

/** Shorter sentences are "He declined." */
const FEWEST_WORDS = 5;

export function sentencesIn(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

function hashOf(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Any sentence whose folded words are exactly these. */
export function indexSentences(texts: Iterable<string>): ReuseIndex {
  return indexKeys('sentence hashing', texts, (sentence) => [sentence.join(' ')]);
}

/** 16 minima over two-word shingles of a sentence in 8 bands. */
export function indexMinHash(texts: Iterable<string>): ReuseIndex {
  return indexKeys('MinHash', texts, (sentence) => {
    const pairs = sentence.slice(1).map((word, at) => hashOf(`${sentence[at]} ${word}`, 0));
    const minima = Array.from({ length: 16 }, (_, seed) =>
      Math.min(...pairs.map((pair) => Math.imul(pair ^ (seed * 0x27d4eb2f), 0x9e3779b1) >>> 0)),
    );
    return Array.from({ length: 8 }, (_, band) => `${band} ${minima[band * 2]} ${minima[band * 2 + 1]}`);
  });
}

function indexKeys(
  name: string,
  texts: Iterable<string>,
  keysOf: (sentence: readonly string[]) => readonly string[],
): ReuseIndex {
  const places = new Map<string, number[]>();
  const keysIn = (text: string) =>
    sentencesIn(text)
      .map(words)
      .filter(({ length }) => length >= FEWEST_WORDS)
      .flatMap(keysOf);
  let number = 0;
  for (const text of texts) {
    for (const key of keysIn(text)) {
      const known = places.get(key);
      if (!known) places.set(key, [number]);
      else if (known.at(-1) !== number) known.push(number);
    }
    number++;
  }
  return { name, find: (text) => new Set(keysIn(text).flatMap((key) => places.get(key) ?? [])) };
}

export function jaccard(left: string, right: string): number {
  const [a, b] = [new Set(words(left)), new Set(words(right))];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** Share of the part's three-word runs that stand in the whole. */
export function containment3(part: string, whole: string): number {
  const runs = (text: string) => {
    const list = words(text);
    return new Set(list.slice(2).map((word, at) => `${list[at]} ${list[at + 1]} ${word}`));
  };
  const [a, b] = [runs(part), runs(whole)];
  return a.size === 0 ? 0 : [...a].filter((run) => b.has(run)).length / a.size;
}

/** Chance that one of the first scores more than one of the second; ties count half. */
export function auc(more: readonly number[], less: readonly number[]): number {
  let sum = 0;
  for (const a of more) for (const b of less) sum += a > b ? 1 : a === b ? 0.5 : 0;
  return sum / (more.length * less.length);
}

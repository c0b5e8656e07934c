/**
 * Whom a misspelt name may mean, without the records of all names. The naive version compares each of them
 * (entities/spelled-like.ts), seconds at 100,000; here every different word of theirs lies under its sounds, hashed, in
 * buckets by the hash's upper bits, and one of some 6 KB is read for each sound of the words asked for.
 *
 *   spelled (a block a bucket)   hash, word; hash, word; … by hash
 *   spellings                    the words, JSON each, as texts; and for each word the places of the names with it
 */
import type { Entity } from '../../entities/entity.ts';
import type { NameWord } from '../../entities/name-parts.ts';
import { askedWords, fewestHeard, keysOf, mayBeSlip, recordedWords } from '../../entities/spelled-like.ts';
import {
  asNumbers,
  type Bytes,
  joinColumns,
  type Lists,
  ListsWriter,
  listAt,
  openTexts,
  splitColumns,
  type Texts,
  TextsWriter,
} from './columns.ts';
import type { DiskReader } from './disk-reader.ts';

/** Names to a bucket: with some fifteen sounds a word, and half as many words as names. */
const NAMES_PER_BUCKET = 128;

const bitsFor = (names: number) => Math.max(0, Math.ceil(Math.log2(names / NAMES_PER_BUCKET)));
/** `>>>` takes the lower five bits of its right side: by 32 it moves nothing. */
const bucketOf = (hash: number, bits: number) => (bits === 0 ? 0 : hash >>> (32 - bits));

function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  // Keys are short and alike: their upper bits, which choose the bucket, are mixed once more.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** What {@link mayBeSlip} asks of a recorded word. */
type PackedWord = readonly [
  text: NameWord['text'],
  script: NameWord['script'],
  forms: NameWord['forms'],
  isCapitals: 0 | 1,
];

const packWord = ({ text, script, forms, isCapitals }: NameWord): PackedWord => [
  ...([text, script, forms] as const),
  isCapitals ? 1 : 0,
];

function openWord([text, script, forms, isCapitals]: PackedWord): NameWord {
  const none = { isInitial: false, isNumber: false, isParticle: false, isKinship: false, isAside: false };
  return { ...none, ...{ text, written: text, script, forms, at: 0 }, isCapitals: isCapitals === 1 };
}

interface PackedSpellings {
  readonly buckets: readonly Bytes[];
  readonly words: Bytes;
}

export function packSpellings(entities: readonly Entity[]): PackedSpellings {
  const places = new Map<string, number>();
  const bearers: number[][] = [];
  const pairs: number[] = [];
  entities.forEach((entity, place) => {
    for (const word of recordedWords(entity)) {
      const text = JSON.stringify(packWord(word));
      let at = places.get(text);
      if (at === undefined) {
        at = bearers.push([]) - 1;
        places.set(text, at);
        for (const key of keysOf(word)) pairs.push(hashOf(key), at);
      }
      const names = bearers[at] as number[];
      if (names.at(-1) !== place) names.push(place);
    }
  });
  const [texts, lists] = [new TextsWriter(), new ListsWriter()];
  for (const word of places.keys()) texts.add(word);
  for (const names of bearers) lists.add(names);
  const { starts, values } = lists.end();
  return {
    buckets: intoBuckets(pairs, bitsFor(entities.length)),
    words: joinColumns([...texts.end(), starts, values]),
  };
}

function intoBuckets(pairs: readonly number[], bits: number): Bytes[] {
  const buckets = Array.from({ length: 2 ** bits }, (): [hash: number, word: number][] => []);
  for (let at = 0; at < pairs.length; at += 2) {
    const hash = pairs[at] as number;
    buckets[bucketOf(hash, bits)]!.push([hash, pairs[at + 1] as number]);
  }
  return buckets.map((bucket) => {
    bucket.sort(([a, one], [b, other]) => a - b || one - other);
    return new Uint8Array(Uint32Array.from(bucket.flat()).buffer);
  });
}

interface Spellings {
  readonly words: Texts;
  /** Places of names, by word. */
  readonly bearers: Lists;
}

function openSpellings(bytes: Bytes): Spellings | null {
  const [starts, texts, first, places] = splitColumns(bytes, 4) ?? [];
  if (!starts || !texts || !first || !places) return null;
  return {
    words: openTexts(asNumbers(starts), texts),
    bearers: { starts: asNumbers(first), values: asNumbers(places) },
  };
}

const NO_SPELLINGS: Spellings = {
  words: openTexts(new Uint32Array(1), new Uint8Array()),
  bearers: { starts: new Uint32Array(1), values: new Uint32Array() },
};

/** Places, ascending, among `names` many: all whom spelledLike would find in `text`, and others. */
export function namesSpelledNear(reader: DiskReader, names: number, text: string): number[] {
  const asked = askedWords(text);
  if (asked.length === 0 || names === 0) return [];
  const hashes = asked.map((word) => Array.from(keysOf(word), hashOf));
  const bits = bitsFor(names);
  reader.expect('spellings');
  reader.needSpelled(hashes.flat().map((hash) => bucketOf(hash, bits)));
  const { words, bearers } = reader.part('spellings', openSpellings, () => NO_SPELLINGS);
  const heard = new Map<number, number>();
  for (const [at, word] of asked.entries()) {
    const alike = new Set((hashes[at] as number[]).flatMap((hash) => wordsUnder(reader, hash, bits)));
    // Beside a bucket, the words themselves may be damaged.
    const known = [...alike].filter((other) => other < words.length);
    const meant = asked.length > 1 ? known : known.filter((other) => mayBeSlip(word, wordAt(words, other)));
    const bearing = new Set(meant.flatMap((other) => Array.from(listAt(bearers, other))));
    for (const place of bearing) heard.set(place, (heard.get(place) ?? 0) + 1);
  }
  const fewest = fewestHeard(asked);
  const places = Array.from(heard).flatMap(([place, count]) => (count >= fewest ? [place] : []));
  return places.sort((a, b) => a - b);
}

const wordAt = (words: Texts, place: number) => openWord(JSON.parse(words.at(place)) as PackedWord);

function wordsUnder(reader: DiskReader, hash: number, bits: number): number[] {
  const pairs = reader.spelledBucket(bucketOf(hash, bits));
  const found: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) if (pairs[at] === hash) found.push(pairs[at + 1] as number);
  return found;
}

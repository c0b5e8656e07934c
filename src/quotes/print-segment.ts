/**
 * Where each print (a kept run of four words) of many articles stands: one part of the index of fingerprints.
 *
 * The naive version is a Map of arrays: objects by the million, parsed at every start. Here all lies sorted in one
 * ArrayBuffer that opens without parsing, about 180 bytes a passage. Lookup: one cache line of the filter, then a bucket of about 8.
 *
 *   header     8 × u32             magic, articles, words, prints, directory bits, filter blocks, common, 0
 *   starts     (articles + 1) × u32 number of each article's first word, counted over all articles
 *   directory  (2^bits + 1) × u32  where the prints with these upper bits begin
 *   filter     blocks × 16 × u32   blocked Bloom filter: 3 bits of one cache line for each print
 *   keys       prints × 2–4 bytes  the lower bits of the prints, ascending within a bucket
 *   places     prints × 1–4 bytes  the word with which each begins, ascending among equal prints
 *
 * Example: print 0x12345678 with 16 directory bits: bucket 0x1234, key 0x5678.
 */
import { gramsOf, type WordSequence, winnow } from './word-sequence.ts';

const MAGIC = 0x42535031;
const HEADER = 8;
const BLOCK_WORDS = 16;
/** With three bits a print 1 foreign print in 40 passes; that is one look into a bucket, so more bits are not worth it. */
const FILTER_BITS = 8;
const PER_BUCKET = 8;
/** Further printings of one print are not kept: what stands in more articles than this is an expression. */
const MOST_PLACES = 256;
/** Prints in more places than this are never called common in a small archive. */
const FEWEST_COMMON = 24;
/** Of a thousand prints this one is the most common: those above it are expressions ("said in a statement"). */
const COMMON_QUANTILE = 0.9995;

export interface PrintSegment {
  readonly buffer: ArrayBuffer;
  readonly articles: number;
  readonly prints: number;
  /** Learned from this segment: a print in more places is common. */
  readonly common: number;
  readonly starts: Uint32Array;
  readonly directory: Uint32Array;
  readonly filter: Uint32Array;
  readonly keys: Uint8Array;
  readonly places: Uint8Array;
  readonly bits: number;
  readonly keyBytes: number;
  readonly placeBytes: number;
}

/** Articles' words, in the order in which they are counted. */
export function buildPrintSegment(articles: Iterable<Pick<WordSequence, 'hash' | 'count'>>): PrintSegment {
  const list = new PrintList();
  const starts = [0];
  for (const article of articles) {
    const first = starts.at(-1)!;
    const grams = gramsOf(article);
    for (const at of winnow(grams)) list.add(grams[at]!, first + at);
    starts.push(first + article.count);
  }
  return packPrints(list, starts);
}

/** The second's articles are counted on from the first's: the same bytes as if both had been built at once. */
export function mergePrintSegments(first: PrintSegment, second: PrintSegment): PrintSegment {
  const list = new PrintList();
  const shift = first.starts[first.articles]!;
  for (const [segment, by] of [
    [first, 0],
    [second, shift],
  ] as const) {
    eachPrint(segment, (print, place) => list.add(print, place + by));
  }
  return packPrints(list, [...first.starts, ...Array.from(second.starts.subarray(1), (at) => at + shift)]);
}

/** null when the bytes are no segment of this version. */
export function openPrintSegment(buffer: ArrayBuffer): PrintSegment | null {
  if (buffer.byteLength < HEADER * 4) return null;
  const [magic, articles, words, prints, bits, blocks, common] = new Uint32Array(buffer, 0, HEADER);
  if (magic !== MAGIC || bits! > 24) return null;
  return viewOf(buffer, {
    articles: articles!,
    words: words!,
    prints: prints!,
    bits: bits!,
    blocks: blocks!,
    common: common!,
  });
}

/** Bounds [from, to) of a print among the segment's places; empty when it is not there. */
export function findPrint(segment: PrintSegment, print: number): readonly [number, number] {
  if (!mayHold(segment.filter, print)) return NOWHERE;
  const { directory, bits } = segment;
  const bucket = bits === 0 ? 0 : print >>> (32 - bits);
  const wanted = lowerBits(print, bits);
  const end = directory[bucket + 1]!;
  const from = firstAtLeast(segment, wanted, directory[bucket]!, end);
  if (from === end || keyAt(segment, from) !== wanted) return NOWHERE;
  return [from, firstAtLeast(segment, wanted + 1, from, end)];
}

const NOWHERE = [0, 0] as const;

export function placeAt({ places, placeBytes }: PrintSegment, index: number): number {
  return readInteger(places, index * placeBytes, placeBytes);
}

/** Number of the article in which the word `place` stands. O(log articles). */
export function articleAt({ starts, articles }: PrintSegment, place: number): number {
  let low = 0;
  let high = articles;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** Prints and places in order of places, in arrays that grow. */
class PrintList {
  prints = new Uint32Array(1 << 12);
  places = new Uint32Array(1 << 12);
  count = 0;

  add(print: number, place: number): void {
    if (this.count === this.prints.length) {
      const [prints, places] = [new Uint32Array(this.count * 2), new Uint32Array(this.count * 2)];
      prints.set(this.prints);
      places.set(this.places);
      this.prints = prints;
      this.places = places;
    }
    this.prints[this.count] = print;
    this.places[this.count++] = place;
  }
}

/** Sorted by print, then place: a stable radix sort of two halves, because no 53 bits hold both numbers. O(prints). */
function sortPrints({ prints, places, count }: PrintList): { prints: Uint32Array; places: Uint32Array } {
  let [from, fromPlaces] = [prints.slice(0, count), places.slice(0, count)];
  for (const shift of [0, 16]) {
    const next = new Uint32Array((1 << 16) + 1);
    for (const print of from) next[((print >>> shift) & 0xffff) + 1]!++;
    for (let digit = 0; digit < 1 << 16; digit++) next[digit + 1]! += next[digit]!;
    const [to, toPlaces] = [new Uint32Array(count), new Uint32Array(count)];
    for (let at = 0; at < count; at++) {
      const slot = next[(from[at]! >>> shift) & 0xffff]!++;
      to[slot] = from[at]!;
      toPlaces[slot] = fromPlaces[at]!;
    }
    [from, fromPlaces] = [to, toPlaces];
  }
  return { prints: from, places: fromPlaces };
}

interface Shape {
  readonly articles: number;
  readonly words: number;
  readonly prints: number;
  readonly bits: number;
  readonly blocks: number;
  readonly common: number;
}

function packPrints(list: PrintList, starts: readonly number[]): PrintSegment {
  // Places of one print are listed in ascending order, by a merge too, and the sort is stable.
  const { prints, places } = sortPrints(list);
  const { kept, runs } = keepFew(prints);
  const shape: Shape = {
    ...{ articles: starts.length - 1, words: starts.at(-1)!, prints: kept.length },
    bits: Math.max(0, Math.min(24, Math.round(Math.log2(Math.max(1, kept.length) / PER_BUCKET)))),
    blocks: Math.max(1, Math.ceil((runs.length * FILTER_BITS) / (BLOCK_WORDS * 32))),
    common: commonOf(runs),
  };
  const segment = viewOf(new ArrayBuffer(sizeOf(shape)), shape) as PrintSegment;
  const { articles, words, bits, blocks, common } = shape;
  new Uint32Array(segment.buffer, 0, HEADER).set([
    MAGIC,
    articles,
    words,
    kept.length,
    bits,
    blocks,
    common,
    0,
  ]);
  segment.starts.set(starts);
  for (const [at, index] of kept.entries()) {
    const print = prints[index]!;
    segment.directory[(bits === 0 ? 0 : print >>> (32 - bits)) + 1]!++;
    addToFilter(segment.filter, print);
    writeInteger(segment.keys, at * segment.keyBytes, segment.keyBytes, lowerBits(print, bits));
    writeInteger(segment.places, at * segment.placeBytes, segment.placeBytes, places[index]!);
  }
  for (let bucket = 0; bucket < 1 << bits; bucket++)
    segment.directory[bucket + 1]! += segment.directory[bucket]!;
  return segment;
}

/** Indexes of what is kept of sorted prints, and how often each distinct print is kept. */
function keepFew(prints: Uint32Array): { kept: Uint32Array; runs: Uint32Array } {
  const kept = new Uint32Array(prints.length);
  const runs = new Uint32Array(prints.length);
  let [keptCount, runCount] = [0, 0];
  for (let from = 0; from < prints.length; ) {
    let to = from;
    while (to < prints.length && prints[to] === prints[from]) to++;
    const few = Math.min(to, from + MOST_PLACES);
    for (let at = from; at < few; at++) kept[keptCount++] = at;
    runs[runCount++] = few - from;
    from = to;
  }
  return { kept: kept.slice(0, keptCount), runs: runs.slice(0, runCount) };
}

function commonOf(runs: Uint32Array): number {
  const sorted = runs.slice().sort();
  return Math.max(FEWEST_COMMON, sorted[Math.floor(sorted.length * COMMON_QUANTILE)] ?? 0);
}

function widthsOf({ bits, words }: Shape): { keyBytes: number; placeBytes: number } {
  const placeBytes = words < 2 ** 8 ? 1 : words < 2 ** 16 ? 2 : words < 2 ** 24 ? 3 : 4;
  return { keyBytes: Math.ceil((32 - bits) / 8), placeBytes };
}

function sizeOf(shape: Shape): number {
  const { keyBytes, placeBytes } = widthsOf(shape);
  const integers = HEADER + shape.articles + 1 + 2 ** shape.bits + 1 + shape.blocks * BLOCK_WORDS;
  return integers * 4 + shape.prints * (keyBytes + placeBytes);
}

function viewOf(buffer: ArrayBuffer, shape: Shape): PrintSegment | null {
  if (buffer.byteLength !== sizeOf(shape)) return null;
  const { keyBytes, placeBytes } = widthsOf(shape);
  let at = HEADER * 4;
  const take = (count: number) => {
    at += count * 4;
    return new Uint32Array(buffer, at - count * 4, count);
  };
  const starts = take(shape.articles + 1);
  const directory = take(2 ** shape.bits + 1);
  const filter = take(shape.blocks * BLOCK_WORDS);
  const keys = new Uint8Array(buffer, at, shape.prints * keyBytes);
  const places = new Uint8Array(buffer, at + keys.length);
  const { articles, prints, common, bits } = shape;
  return {
    buffer,
    articles,
    prints,
    common,
    starts,
    directory,
    filter,
    keys,
    places,
    bits,
    keyBytes,
    placeBytes,
  };
}

function eachPrint(segment: PrintSegment, visit: (print: number, place: number) => void): void {
  const { directory, bits } = segment;
  for (let bucket = 0; bucket < 1 << bits; bucket++) {
    const upper = bits === 0 ? 0 : bucket << (32 - bits);
    for (let at = directory[bucket]!; at < directory[bucket + 1]!; at++) {
      visit((upper | keyAt(segment, at)) >>> 0, placeAt(segment, at));
    }
  }
}

function lowerBits(print: number, bits: number): number {
  return bits === 0 ? print : (print << bits) >>> bits;
}

function keyAt({ keys, keyBytes }: PrintSegment, index: number): number {
  return readInteger(keys, index * keyBytes, keyBytes);
}

function firstAtLeast(segment: PrintSegment, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyAt(segment, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Little-endian, 1–4 bytes. */
function readInteger(bytes: Uint8Array, at: number, width: number): number {
  let value = bytes[at]!;
  if (width > 1) value |= bytes[at + 1]! << 8;
  if (width > 2) value |= bytes[at + 2]! << 16;
  if (width > 3) value |= bytes[at + 3]! << 24;
  return value >>> 0;
}

function writeInteger(bytes: Uint8Array, at: number, width: number, value: number): void {
  for (let byte = 0; byte < width; byte++) bytes[at + byte] = value >>> (byte * 8);
}

/** By the upper bits, in floating point: numbers above 2³¹ have no quick remainder. */
function blockOf(filter: Uint32Array, print: number): number {
  return Math.floor((print / 2 ** 32) * (filter.length / BLOCK_WORDS)) * BLOCK_WORDS;
}

/** Three places of one 512-bit block, from bits that do not choose the block. */
function mayHold(filter: Uint32Array, print: number): boolean {
  const block = blockOf(filter, print);
  const bits = Math.imul(print, 0x9e3779b1) >>> 5;
  return (
    (filter[block + ((bits >>> 5) & 15)]! & (1 << (bits & 31))) !== 0 &&
    (filter[block + ((bits >>> 14) & 15)]! & (1 << ((bits >>> 9) & 31))) !== 0 &&
    (filter[block + ((bits >>> 23) & 15)]! & (1 << ((bits >>> 18) & 31))) !== 0
  );
}

function addToFilter(filter: Uint32Array, print: number): void {
  const block = blockOf(filter, print);
  const bits = Math.imul(print, 0x9e3779b1) >>> 5;
  for (const shift of [0, 9, 18]) {
    filter[block + ((bits >>> (shift + 5)) & 15)]! |= 1 << ((bits >>> shift) & 31);
  }
}

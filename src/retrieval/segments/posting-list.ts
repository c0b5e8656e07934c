/**
 * One word's postings, packed: which passages hold it and how often in which field, in blocks of 128.
 *
 *   more than 128 passages:   | skip₀ skip₁ … | block₀ | block₁ | …     at most 128:   | block₀ |
 *
 *   skip   varint last ordinal − the block before's, varint bytes of the block, varint bytes of its positions,
 *          then what bounds any score in it: | 00nh0ppp | (count, length class) × p | (…) if h | (…) if n |
 *   block  bits: k:5, then per passage the gap in Rice code and its counts, filled up to a byte
 *   counts 1: once, in the body · 01: once, in the headline · 001 body − 2:4: in the body alone ·
 *          000 names:2 headline:2 body:4, or ff and names:9 headline:10 body:12 when those overflow
 *   positions, in their own lane: per passage those of the headline, then those of the body, each in the bits that a
 *          position in a field of that length needs; filled up to a byte after every block
 *
 * Passages 3 (body once), 4 (body twice): mean gap 1.5, k 1 → 00001 · 10 1 1 · 0 0 001 0000, read from the lowest bit.
 *
 * The pairs are the block's front of (most often, shortest body): no passage in it has a higher count and a shorter
 * body than one of them, so a score that rises with counts and falls with length is bounded whatever its parameters.
 * Counts above 254 are kept as 255 and read as the highest there is. Naively a posting is three numbers: 12 bytes
 * against 1.3, and "the" is decoded whole for every query that has it.
 */
import {
  bodyCount,
  type Counts,
  headlineCount,
  MOST_BODY,
  namesCount,
  packCounts,
} from './analysed-passage.ts';
import { BitWriter, riceParameter } from './bits.ts';
import { ByteWriter } from './byte-writer.ts';
import type { FieldLengths } from './field-lengths.ts';
import { positionBits } from './length-class.ts';

/** Fewer would cost more skips than they save; more would decode too much around one wanted passage. */
export const BLOCK = 128;
/** Pairs kept of a block's front: a fifth lowers the bound by under 1 % and costs 2 bytes a block. */
const MOST_PAIRS = 4;
/** In a count byte: more often than 254 times. */
const OFTEN = 255;

export const boundCount = (byte: number) => (byte === OFTEN ? MOST_BODY : byte);
export const ONCE_IN_BODY: Counts = packCounts(0, 1, 0);
export const ONCE_IN_HEADLINE: Counts = packCounts(1, 0, 0);
const countByte = (count: number) => Math.min(count, OFTEN);

export class PostingWriter {
  /** Passages added since the last `finish`. */
  passages = 0;
  private readonly lengths: FieldLengths;
  private readonly skips = new ByteWriter();
  private readonly blocks = new BitWriter();
  private readonly positions = new BitWriter();
  private readonly ordinals = new Int32Array(BLOCK);
  private readonly counts = new Int32Array(BLOCK);
  private filled = 0;
  private last = -1;
  private positionsClosed = 0;
  private readonly pairs: [number, number][] = [];

  /** `lengths` of the passages that will be added, by the same ordinals. */
  constructor(lengths: FieldLengths) {
    this.lengths = lengths;
  }

  /**
   * Ordinals ascend. The passage's positions stand in `positions` from `start` on: those in the headline, then those in
   * the body, as many as `counts` says.
   */
  add(ordinal: number, counts: Counts, positions: ArrayLike<number>, start: number): void {
    if (this.filled === BLOCK) this.closeBlock(true);
    this.ordinals[this.filled] = ordinal;
    this.counts[this.filled++] = counts;
    this.passages++;
    const bodyStart = start + headlineCount(counts);
    const { headline, body } = this.lengths;
    this.putPositions(positions, start, bodyStart, positionBits(headline[ordinal] as number));
    this.putPositions(
      positions,
      bodyStart,
      bodyStart + bodyCount(counts),
      positionBits(body[ordinal] as number),
    );
  }

  private putPositions(positions: ArrayLike<number>, start: number, end: number, bits: number): void {
    const most = (1 << bits) - 1;
    for (let at = start; at < end; at++) this.positions.put(Math.min(positions[at] as number, most), bits);
  }

  /** Appends the list and its positions, and starts the next. Nothing is appended when no passage was added. */
  finish(postings: ByteWriter, positions: ByteWriter): void {
    this.closeBlock(this.passages > BLOCK);
    if (this.passages > BLOCK) postings.append(this.skips);
    postings.append(this.blocks.bytes);
    positions.append(this.positions.bytes);
    for (const writer of [this.skips, this.blocks.bytes, this.positions.bytes]) writer.length = 0;
    this.passages = 0;
    this.last = -1;
    this.positionsClosed = 0;
  }

  private closeBlock(hasSkip: boolean): void {
    if (this.filled === 0) return;
    const start = this.blocks.bytes.length;
    const last = this.ordinals[this.filled - 1] as number;
    const k = riceParameter((last - this.last - this.filled) / this.filled);
    this.blocks.put(k, 5);
    let before = this.last;
    for (let at = 0; at < this.filled; at++) {
      const ordinal = this.ordinals[at] as number;
      this.blocks.putRice(ordinal - before - 1, k);
      this.putCounts(this.counts[at] as number);
      before = ordinal;
    }
    this.blocks.align();
    this.positions.align();
    if (hasSkip) {
      this.skips.varint(last - this.last);
      this.skips.varint(this.blocks.bytes.length - start);
      this.skips.varint(this.positions.bytes.length - this.positionsClosed);
      this.putBounds();
    }
    this.last = last;
    this.positionsClosed = this.positions.bytes.length;
    this.filled = 0;
  }

  private putCounts(counts: Counts): void {
    const { blocks } = this;
    const [body, headline, names] = [bodyCount(counts), headlineCount(counts), namesCount(counts)];
    if (counts === ONCE_IN_BODY) blocks.put(1, 1);
    else if (counts === ONCE_IN_HEADLINE) blocks.put(2, 2);
    else if (counts === body && body >= 2 && body < 18) {
      blocks.put(4, 3);
      blocks.put(body - 2, 4);
    } else {
      blocks.put(0, 3);
      const packed = body | (headline << 4) | (names << 6);
      const fits = body < 16 && headline < 4 && names < 4 && packed !== 0xff;
      blocks.put(fits ? packed : 0xff, 8);
      if (fits) return;
      blocks.put(names, 9);
      blocks.put(headline, 10);
      blocks.put(body, 12);
    }
  }

  private putBounds(): void {
    this.pairs.length = 0;
    const { headline, body, names } = this.lengths;
    let [mostHeadline, shortestHeadline, mostNames, shortestNames] = [0, 255, 0, 255];
    for (let at = 0; at < this.filled; at++) {
      const counts = this.counts[at] as number;
      const ordinal = this.ordinals[at] as number;
      if (bodyCount(counts) > 0)
        addToFront(this.pairs, countByte(bodyCount(counts)), body[ordinal] as number);
      if (headlineCount(counts) > 0) {
        mostHeadline = Math.max(mostHeadline, headlineCount(counts));
        shortestHeadline = Math.min(shortestHeadline, headline[ordinal] as number);
      }
      if (namesCount(counts) > 0) {
        mostNames = Math.max(mostNames, namesCount(counts));
        shortestNames = Math.min(shortestNames, names[ordinal] as number);
      }
    }
    thinFront(this.pairs);
    this.skips.byte(this.pairs.length | (mostHeadline > 0 ? 16 : 0) | (mostNames > 0 ? 32 : 0));
    const rest: [number, number][] = [];
    if (mostHeadline > 0) rest.push([countByte(mostHeadline), shortestHeadline]);
    if (mostNames > 0) rest.push([countByte(mostNames), shortestNames]);
    for (const [count, length] of [...this.pairs, ...rest]) {
      this.skips.byte(count);
      this.skips.byte(length);
    }
  }
}

/** Keeps only pairs that no other beats in both; the order is of no meaning yet. */
function addToFront(front: [number, number][], count: number, length: number): void {
  for (const [most, shortest] of front) if (most >= count && shortest <= length) return;
  let kept = 0;
  for (const pair of front) if (pair[0] > count || pair[1] < length) front[kept++] = pair;
  front.length = kept;
  front.push([count, length]);
}

/** Joins neighbours that differ least until few are left; a joined pair bounds both. */
function thinFront(front: [number, number][]): void {
  front.sort((a, b) => a[0] - b[0]);
  while (front.length > MOST_PAIRS) {
    let [cheapest, cost] = [0, Number.POSITIVE_INFINITY];
    for (let at = 0; at + 1 < front.length; at++) {
      const [lower, higher] = [front[at] as [number, number], front[at + 1] as [number, number]];
      // A short body's length hardly matters: BM25 adds a constant to it, about a third of the average.
      const raised = (higher[0] / lower[0]) * ((higher[1] + 30) / (lower[1] + 30));
      if (raised < cost) [cheapest, cost] = [at, raised];
    }
    const [, shortest] = front[cheapest] as [number, number];
    const [most] = front[cheapest + 1] as [number, number];
    front.splice(cheapest, 2, [most, shortest]);
  }
}

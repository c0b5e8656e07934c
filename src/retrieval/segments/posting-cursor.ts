/**
 * Walks one word's postings in one segment, upwards only, decoding a block when something in it is asked for.
 *
 * `skipTo` moves among blocks without decoding, so that a block whose bound is too low costs nothing but its skip.
 * Form of the bytes: posting-list.ts.
 */
import { bodyCount, type Counts, headlineCount, packCounts } from './analysed-passage.ts';
import { BitReader } from './bits.ts';
import { type ByteCursor, readVarint } from './byte-writer.ts';
import type { FieldLengths } from './field-lengths.ts';
import { positionBits } from './length-class.ts';
import { BLOCK, boundCount, ONCE_IN_BODY, ONCE_IN_HEADLINE } from './posting-list.ts';

/** Past every passage. */
export const END = 0x7fffffff;

/** What bounds the scores of a block: counts and length classes; 0 counts where a field never holds the word. */
export interface BlockBounds {
  /** (count, length class) of bodies, side by side. */
  readonly body: readonly number[];
  readonly headline: number;
  readonly headlineClass: number;
  readonly names: number;
  readonly namesClass: number;
}

interface Blocks {
  readonly count: number;
  readonly last: Int32Array;
  readonly start: Int32Array;
  readonly positionStart: Int32Array;
  /** Place of each block's bounds in the bytes. */
  readonly bounds: Int32Array;
}

export class PostingCursor {
  /** The passage the cursor stands on; −1 before the first `advance`, END past the last. */
  ordinal = -1;
  counts: Counts = 0;
  readonly passages: number;
  private readonly bytes: Uint8Array;
  private readonly blocks: Blocks | null;
  /** The block `skipTo` reached, which is decoded only if `decoded` says so. */
  private block = 0;
  private decoded = -1;
  private readonly blockOrdinals = new Int32Array(BLOCK);
  private readonly blockCounts = new Int32Array(BLOCK);
  private filled = 0;
  private at = 0;

  /** `bytes` begin with the list of a word that `passages` passages hold, and end with PADDING. */
  constructor(bytes: Uint8Array, passages: number) {
    this.bytes = bytes;
    this.passages = passages;
    this.blocks = passages > BLOCK ? readSkips(bytes, Math.ceil(passages / BLOCK)) : null;
  }

  /** Moves to the block that would hold `target`; its last ordinal, or END when no block reaches so far. */
  skipTo(target: number): number {
    const { blocks } = this;
    if (blocks === null) {
      if (this.decoded < 0) this.decode(0);
      const last = this.blockOrdinals[this.filled - 1] as number;
      return last >= target ? last : END;
    }
    let block = this.block;
    while (block < blocks.count && (blocks.last[block] as number) < target) block++;
    this.block = block;
    return block < blocks.count ? (blocks.last[block] as number) : END;
  }

  /** The number of the block `skipTo` reached, for remembering its bound. */
  get blockPlace(): number {
    return this.block;
  }

  get blockCount(): number {
    return this.blocks?.count ?? 1;
  }

  /** null when the list is one block: decode it instead. */
  boundsOf(block: number): BlockBounds | null {
    return this.blocks && readBounds({ bytes: this.bytes, at: this.blocks.bounds[block] as number });
  }

  /** All of a block. The cursor must not be moved afterwards, but where the list is one block. */
  eachOf(block: number, visit: (ordinal: number, counts: Counts) => void): void {
    if (this.decoded !== block) this.decode(block);
    for (let at = 0; at < this.filled; at++)
      visit(this.blockOrdinals[at] as number, this.blockCounts[at] as number);
  }

  /** Moves to the first passage at or after `target` and returns it. */
  advance(target: number): number {
    if (this.ordinal >= target) return this.ordinal;
    if (this.skipTo(target) === END) {
      this.ordinal = END;
      return END;
    }
    if (this.decoded !== this.block) this.decode(this.block);
    const { blockOrdinals } = this;
    let at = this.at;
    while ((blockOrdinals[at] as number) < target) at++;
    this.at = at;
    this.counts = this.blockCounts[at] as number;
    this.ordinal = blockOrdinals[at] as number;
    return this.ordinal;
  }

  private decode(block: number): void {
    const { bytes, blocks, blockOrdinals, blockCounts } = this;
    const reader = new BitReader(bytes, blocks ? (blocks.start[block] as number) * 8 : 0);
    let ordinal = blocks && block > 0 ? (blocks.last[block - 1] as number) : -1;
    const filled = Math.min(BLOCK, this.passages - block * BLOCK);
    const k = reader.take(5);
    for (let at = 0; at < filled; at++) {
      ordinal += reader.takeRice(k) + 1;
      blockOrdinals[at] = ordinal;
      blockCounts[at] = takeCounts(reader);
    }
    this.filled = filled;
    this.decoded = block;
    this.at = 0;
  }

  /** The bit where the current passage's positions start. */
  positionStart(lengths: FieldLengths): number {
    const { blocks, blockOrdinals, blockCounts } = this;
    let bit = blocks ? (blocks.positionStart[this.block] as number) * 8 : 0;
    for (let at = 0; at < this.at; at++)
      bit += positionBitsOf(lengths, blockOrdinals[at] as number, blockCounts[at] as number);
    return bit;
  }
}

/** Bits of all positions of a passage that holds the word so often. */
function positionBitsOf({ headline, body }: FieldLengths, ordinal: number, counts: Counts): number {
  return (
    headlineCount(counts) * positionBits(headline[ordinal] as number) +
    bodyCount(counts) * positionBits(body[ordinal] as number)
  );
}

function takeCounts(reader: BitReader): Counts {
  const next = reader.peek();
  if (next & 1) {
    reader.at += 1;
    return ONCE_IN_BODY;
  }
  if (next & 2) {
    reader.at += 2;
    return ONCE_IN_HEADLINE;
  }
  if (next & 4) {
    reader.at += 7;
    return ((next >>> 3) & 15) + 2;
  }
  reader.at += 11;
  const packed = (next >>> 3) & 0xff;
  if (packed !== 0xff) return packCounts((packed >> 4) & 3, packed & 15, packed >> 6);
  const names = reader.take(9);
  const headline = reader.take(10);
  return packCounts(headline, reader.take(12), names);
}

function readSkips(bytes: Uint8Array, count: number): Blocks {
  const make = () => new Int32Array(count);
  const blocks = { count, last: make(), start: make(), positionStart: make(), bounds: make() };
  const cursor: ByteCursor = { bytes, at: 0 };
  let [last, start, positionStart] = [-1, 0, 0];
  for (let block = 0; block < count; block++) {
    last += readVarint(cursor);
    blocks.last[block] = last;
    blocks.start[block] = start;
    start += readVarint(cursor);
    blocks.positionStart[block] = positionStart;
    positionStart += readVarint(cursor);
    blocks.bounds[block] = cursor.at;
    const kinds = bytes[cursor.at] ?? 0;
    cursor.at += 1 + 2 * ((kinds & 15) + ((kinds >>> 4) & 1) + ((kinds >>> 5) & 1));
  }
  for (let block = 0; block < count; block++)
    blocks.start[block] = (blocks.start[block] as number) + cursor.at;
  return blocks;
}

function readBounds(cursor: ByteCursor): BlockBounds {
  const next = () => cursor.bytes[cursor.at++] ?? 0;
  const kinds = next();
  const body: number[] = [];
  for (let pair = 0; pair < (kinds & 15); pair++) body.push(boundCount(next()), next());
  const [headline, headlineClass] = kinds & 16 ? [boundCount(next()), next()] : [0, 0];
  const [names, namesClass] = kinds & 32 ? [boundCount(next()), next()] : [0, 0];
  return { body, headline, headlineClass, names, namesClass };
}

/** Positions of the passage `cursor` stands on, ascending within each field, written over `into`. */
export function readPositions(
  cursor: PostingCursor,
  positions: Uint8Array,
  lengths: FieldLengths,
  into: { readonly headline: number[]; readonly body: number[] },
): void {
  const { ordinal, counts } = cursor;
  const reader = new BitReader(positions, cursor.positionStart(lengths));
  takeField(reader, headlineCount(counts), positionBits(lengths.headline[ordinal] as number), into.headline);
  takeField(reader, bodyCount(counts), positionBits(lengths.body[ordinal] as number), into.body);
}

function takeField(reader: BitReader, count: number, bits: number, into: number[]): void {
  into.length = 0;
  for (let at = 0; at < count; at++) into.push(reader.take(bits));
}

/** The positions of a whole list, passage by passage, headline and body side by side: what merging copies. */
export class PositionWalk {
  readonly positions: number[] = [];
  private readonly reader: BitReader;
  private readonly lengths: FieldLengths;
  private block = 0;

  constructor(positions: Uint8Array, lengths: FieldLengths) {
    this.reader = new BitReader(positions, 0);
    this.lengths = lengths;
  }

  /** The cursor stands on each passage in turn. */
  next({ ordinal, counts, blockPlace }: PostingCursor): void {
    const { reader, positions } = this;
    if (blockPlace !== this.block) reader.at = (reader.at + 7) & ~7;
    this.block = blockPlace;
    positions.length = 0;
    const headlineBits = positionBits(this.lengths.headline[ordinal] as number);
    const bodyBits = positionBits(this.lengths.body[ordinal] as number);
    for (let left = headlineCount(counts); left > 0; left--) positions.push(reader.take(headlineBits));
    for (let left = bodyCount(counts); left > 0; left--) positions.push(reader.take(bodyBits));
  }
}

/**
 * The dictionary in blocks of 128 words: sorted by UTF-16 code units (as JavaScript compares), each word written as
 * what differs from the word before.
 *
 *   | postings record | offset in it | positions record | offset | entry | entry | …          all varints
 *   entry  | 0 shared:3 further:4 |, the letters shared with the word before and the further ones (or 0 and two
 *          varints, when those are more), each further letter (a code unit), passages, bytes of postings × 2 + 1 if they open a new record, the same of positions
 *
 * "bridge" after "bridal", in 3 passages, 5 bytes of postings in the record so far, 4 of positions:
 *                                                                4·2 'g' 'e' 3 10 8   →   42 67 65 03 0a 08
 *
 * Words with few postings share a record with their neighbours (GROUP_BYTES): half of all words stand in one passage,
 * and a browser's database takes 70–100 µs to write a record, however small.
 */
import { type ByteCursor, type Bytes, ByteWriter, readVarint } from './byte-writer.ts';

/** 1 KB or so: what one look-up reads and walks, some 10 µs. */
export const TERMS_A_BLOCK = 128;

/** No word has no further letters than the one before: two varints follow. */
const LONG = 0;

export interface Stretch {
  /** Record of the lane. */
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

export interface TermEntry {
  readonly term: string;
  /** Passages that hold it, the deleted of this segment included. */
  readonly passages: number;
  readonly postings: Stretch;
  readonly positions: Stretch;
}

export class TermBlockWriter {
  entries = 0;
  first = '';
  private readonly bytes = new ByteWriter(2048);
  private previous = '';
  private postingsPlace = 0;
  private positionsPlace = 0;

  /** Words ascend. */
  add({ term, passages, postings, positions }: TermEntry): void {
    if (this.entries === 0) {
      this.first = term;
      this.previous = '';
      for (const { place, start } of [postings, positions]) {
        this.bytes.varint(place);
        this.bytes.varint(start);
      }
      this.postingsPlace = postings.place;
      this.positionsPlace = positions.place;
    }
    const shared = sharedLength(this.previous, term);
    const further = term.length - shared;
    if (shared < 8 && further < 16) this.bytes.byte((shared << 4) | further);
    else for (const part of [LONG, shared, further]) this.bytes.varint(part);
    for (let at = shared; at < term.length; at++) this.bytes.varint(term.charCodeAt(at));
    this.bytes.varint(passages);
    this.bytes.varint((postings.end - postings.start) * 2 + (postings.place > this.postingsPlace ? 1 : 0));
    this.bytes.varint(
      (positions.end - positions.start) * 2 + (positions.place > this.positionsPlace ? 1 : 0),
    );
    this.postingsPlace = postings.place;
    this.positionsPlace = positions.place;
    this.previous = term;
    this.entries++;
  }

  take(): Bytes {
    this.entries = 0;
    return this.bytes.take();
  }
}

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/**
 * Reads a block entry by entry. `units[0, length)` is the word; `shared` how much of it the word before had, which
 * a walk with a table row for each letter (near-terms.ts) need not do again.
 */
export class TermBlockReader {
  readonly units: number[] = [];
  length = 0;
  shared = 0;
  passages = 0;
  private readonly cursor: ByteCursor;
  private readonly postings = { place: 0, start: 0, end: 0 };
  private readonly positions = { place: 0, start: 0, end: 0 };

  constructor(bytes: Uint8Array) {
    this.cursor = { bytes, at: 0 };
    for (const stretch of [this.postings, this.positions]) {
      stretch.place = readVarint(this.cursor);
      stretch.end = readVarint(this.cursor);
    }
  }

  /** False at the end of the block. */
  next(): boolean {
    const { cursor, units } = this;
    if (cursor.at >= cursor.bytes.length) return false;
    const lengths = readVarint(cursor);
    this.shared = lengths === LONG ? readVarint(cursor) : lengths >> 4;
    this.length = this.shared + (lengths === LONG ? readVarint(cursor) : lengths & 15);
    for (let at = this.shared; at < this.length; at++) units[at] = readVarint(cursor);
    this.passages = readVarint(cursor);
    for (const stretch of [this.postings, this.positions]) {
      const bytes = readVarint(cursor);
      stretch.start = bytes % 2 === 1 ? 0 : stretch.end;
      if (bytes % 2 === 1) stretch.place++;
      stretch.end = stretch.start + Math.floor(bytes / 2);
    }
    return true;
  }

  get term(): string {
    return String.fromCharCode(...this.units.slice(0, this.length));
  }

  /** The entry just read, to keep. */
  get entry(): TermEntry {
    const { term, passages } = this;
    return { term, passages, postings: { ...this.postings }, positions: { ...this.positions } };
  }

  /** −1, 0 or 1: the word just read against another, without making a string of it. */
  compare(other: string): number {
    const { units, length } = this;
    for (let at = 0; at < length && at < other.length; at++) {
      const difference = (units[at] as number) - other.charCodeAt(at);
      if (difference !== 0) return Math.sign(difference);
    }
    return Math.sign(length - other.length);
  }
}

export function findInBlock(bytes: Uint8Array, term: string): TermEntry | null {
  const reader = new TermBlockReader(bytes);
  while (reader.next()) {
    const order = reader.compare(term);
    if (order === 0) return reader.entry;
    if (order > 0) return null;
  }
  return null;
}

/** The block that would hold `term`: the last whose first word is not after it; −1 when it is before all. */
export function blockFor(firstTerms: readonly string[], term: string): number {
  let [low, high] = [0, firstTerms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firstTerms[middle] as string) <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * One of the segments that are being merged, read forward: some blocks of its dictionary at a time with the postings
 * they speak of, and where each of its passages goes.
 */

import { fail, type Result, succeed } from '../../text/result.ts';
import { PADDING } from './bits.ts';
import type { Bytes } from './byte-writer.ts';
import type { FieldLengths } from './field-lengths.ts';
import { hasBit } from './passage-bits.ts';
import { END, PositionWalk, PostingCursor } from './posting-cursor.ts';
import type { PostingWriter } from './posting-list.ts';
import { readLane } from './read-records.ts';
import type { SegmentHead } from './segment-head.ts';
import type { SegmentStore } from './segment-store.ts';
import { blockFor, type Stretch, TermBlockReader, type TermEntry } from './term-block.ts';

/** Dictionary blocks read ahead: about a thousand words, at a million passages half a megabyte of postings. */
const BLOCKS_AHEAD = 8;

/** The ordinal each passage gets, −1 for those left out. */
export type NewOrdinals = Int32Array;

/** Ordinals from `base` on for the passages that are not `dropped`. */
export function newOrdinals(dropped: Uint8Array, passages: number, base: number): NewOrdinals {
  const ordinals = new Int32Array(passages);
  let next = base;
  for (let ordinal = 0; ordinal < passages; ordinal++)
    ordinals[ordinal] = hasBit(dropped, ordinal) ? -1 : next++;
  return ordinals;
}

interface LoadedLane {
  readonly first: number;
  readonly records: readonly Bytes[];
}

interface Copying {
  readonly cursor: PostingCursor;
  readonly walk: PositionWalk;
  /** END after the last. */
  ordinal: number;
}

export class MergeSource {
  readonly segment: number;
  readonly ordinals: NewOrdinals;
  private readonly store: SegmentStore;
  private readonly head: SegmentHead;
  private readonly lengths: FieldLengths;
  private entries: TermEntry[] = [];
  private at = 0;
  /** The word at hand, half copied. */
  private copying: Copying | null = null;
  private nextBlock: number;
  private postings: LoadedLane = { first: 0, records: [] };
  private positions: LoadedLane = { first: 0, records: [] };

  /** Stands before the first word after `after`, or before the first of all. */
  constructor(
    store: SegmentStore,
    segment: number,
    head: SegmentHead,
    lengths: FieldLengths,
    ordinals: NewOrdinals,
    after: string | null,
  ) {
    this.store = store;
    this.segment = segment;
    this.head = head;
    this.lengths = lengths;
    this.ordinals = ordinals;
    this.nextBlock = after === null ? 0 : Math.max(0, blockFor(head.firstTerms, after));
  }

  /** The word at hand; null at the end of what is loaded. */
  get term(): string | null {
    return this.entries[this.at]?.term ?? null;
  }

  get needsLoad(): boolean {
    return this.at >= this.entries.length && this.nextBlock < this.head.firstTerms.length;
  }

  private get isAtEnd(): boolean {
    return this.at >= this.entries.length && this.nextBlock >= this.head.firstTerms.length;
  }

  /** Loads more when nothing is at hand; words up to `after` are passed over. */
  async load(after: string | null): Promise<Result<null>> {
    while (this.term === null && !this.isAtEnd) {
      const loaded = await this.loadBlocks();
      if (!loaded.ok) return loaded;
      if (after !== null)
        while (this.at < this.entries.length && this.entries[this.at]!.term <= after) this.at++;
    }
    return succeed(null);
  }

  private async loadBlocks(): Promise<Result<null>> {
    const end = Math.min(this.nextBlock + BLOCKS_AHEAD, this.head.firstTerms.length);
    const blocks = await readLane(this.store, this.segment, 'terms', this.nextBlock, end);
    if (!blocks.ok) return blocks;
    this.nextBlock = end;
    this.at = 0;
    this.entries = blocks.value.flatMap((block) => {
      const entries: TermEntry[] = [];
      const reader = new TermBlockReader(block);
      while (reader.next()) entries.push(reader.entry);
      return entries;
    });
    const [first, last] = [this.entries[0], this.entries.at(-1)];
    if (!first || !last) return fail('archive-damaged', `Segment ${this.segment}: a term block is empty.`);
    const lane = async (name: 'postings' | 'positions', from: Stretch, to: Stretch) => {
      // An empty list at the very end of a lane names a record that was never begun.
      const records = name === 'postings' ? this.head.postingRecords : this.head.positionRecords;
      return readLane(this.store, this.segment, name, from.place, Math.min(to.place + 1, records));
    };
    const postings = await lane('postings', first.postings, last.postings);
    if (!postings.ok) return postings;
    const positions = await lane('positions', first.positions, last.positions);
    if (!positions.ok) return positions;
    this.postings = { first: first.postings.place, records: postings.value };
    this.positions = { first: first.positions.place, records: positions.value };
    return succeed(null);
  }

  /**
   * Adds the next `most` of the word's postings to a list, without the dropped passages; how many it looked at. After
   * the last of them the next word is at hand.
   */
  copyInto(list: PostingWriter, most: number): number {
    const copying = this.copying ?? this.beginCopy();
    const { cursor, walk } = copying;
    let looked = 0;
    for (; copying.ordinal !== END && looked < most; looked++) {
      walk.next(cursor);
      const moved = this.ordinals[copying.ordinal] as number;
      if (moved >= 0) list.add(moved, cursor.counts, walk.positions, 0);
      copying.ordinal = cursor.advance(copying.ordinal + 1);
    }
    this.copying = copying.ordinal === END ? null : copying;
    if (this.copying === null) this.at++;
    return looked;
  }

  private beginCopy(): Copying {
    const { passages, postings, positions } = this.entries[this.at] as TermEntry;
    const cursor = new PostingCursor(stretchOf(this.postings, postings), passages);
    const walk = new PositionWalk(stretchOf(this.positions, positions), this.lengths);
    return { cursor, walk, ordinal: cursor.advance(0) };
  }
}

function stretchOf({ first, records }: LoadedLane, { place, start, end }: Stretch): Uint8Array {
  return records[place - first]?.subarray(start, end + PADDING) ?? new Uint8Array(PADDING);
}

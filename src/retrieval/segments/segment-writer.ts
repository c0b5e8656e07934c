/**
 * Adds passages to the old tier, deletes them and keeps the number of segments low. One writer at a time: whoever
 * opens a second one in another page takes a lock first.
 *
 * Each call either has happened whole or has not happened; memory is bounded by `FLUSH_POSTINGS`.
 */

import { fail, type Result, succeed } from '../../text/result.ts';
import type { AnalysedPassage } from './analysed-passage.ts';
import type { Bytes } from './byte-writer.ts';
import { packDeleted } from './deleted-passages.ts';
import {
  abandonMerge,
  beginMerge,
  type MergeRun,
  resumeMerge,
  STEP_BYTES,
  STEP_POSTINGS,
  stepMerge,
} from './merge-segments.ts';
import { hasBit, setBit } from './passage-bits.ts';
import { PassageBuffer } from './passage-buffer.ts';
import { type PassageNumbers, readRuns } from './passage-numbers.ts';
import { planMerge } from './plan-merge.ts';
import { readDeleted, readHead } from './read-records.ts';
import { sealRecord } from './record.ts';
import {
  emptyManifest,
  packManifest,
  readManifest,
  type SegmentFacts,
  type SegmentManifest,
} from './segment-manifest.ts';
import type { RecordKey, SegmentStore } from './segment-store.ts';

/** Some 10,000 passages and 40 MB in memory: fewer would mean more merging, more would not fit a phone. */
const FLUSH_POSTINGS = 1_040_000;

export interface SegmentWriter {
  readonly manifest: SegmentManifest;
  /** Numbers ascend over all that was ever added. Nothing is kept before `flush`, or until memory is full. */
  add(passage: AnalysedPassage): Promise<Result<null>>;
  /** Keeps what was added, and the caller's mark in the same stroke; null leaves the mark. */
  flush(cursor: string | null): Promise<Result<null>>;
  /** Passages of these numbers are answered no more. Unknown numbers are passed over; answers how many went. */
  remove(numbers: readonly number[]): Promise<Result<number>>;
  /** One bounded piece of tidying up; false when there is nothing to do. */
  tidy(): Promise<Result<boolean>>;
  /** Stops a merge that cannot go on and frees its room. */
  abandonMerge(): Promise<Result<null>>;
  /** Forgets a damaged segment, whose passages are to be added anew under new numbers. */
  dropSegment(id: number): Promise<Result<null>>;
}

interface WriterOptions {
  /** Fingerprint of the analyzer. Segments made by another are refused. */
  readonly analyzer: string;
  readonly flushPostings?: number;
  readonly stepBytes?: number;
  readonly stepPostings?: number;
}

type Bounds = Required<Omit<WriterOptions, 'analyzer'>>;
const BOUNDS: Bounds = {
  flushPostings: FLUSH_POSTINGS,
  stepBytes: STEP_BYTES,
  stepPostings: STEP_POSTINGS,
};

export async function openSegmentWriter(
  store: SegmentStore,
  { analyzer, ...bounds }: WriterOptions,
): Promise<Result<SegmentWriter>> {
  const read = await readManifest(store);
  if (!read.ok) return read;
  const manifest = read.value ?? emptyManifest(analyzer);
  if (manifest.analyzer !== analyzer)
    return fail('stale', 'The segments were made by another analyzer: build them anew.');
  return succeed(new StoreWriter(store, manifest, { ...BOUNDS, ...bounds }));
}

class StoreWriter implements SegmentWriter {
  manifest: SegmentManifest;
  private readonly store: SegmentStore;
  private readonly bounds: Bounds;
  private buffer = new PassageBuffer();
  private run: MergeRun | null = null;
  private highest: number;

  constructor(store: SegmentStore, manifest: SegmentManifest, bounds: Bounds) {
    this.store = store;
    this.manifest = manifest;
    this.bounds = bounds;
    this.highest = manifest.segments.at(-1)?.lastNumber ?? -1;
  }

  async add(passage: AnalysedPassage): Promise<Result<null>> {
    if (!Number.isSafeInteger(passage.number) || passage.number <= this.highest)
      return fail('bad-request', `Passage number ${passage.number} does not follow ${this.highest}.`);
    // Between articles only: an article's passages lie in one segment.
    if (this.buffer.postings >= this.bounds.flushPostings && passage.startsArticle) {
      const flushed = await this.flush(null);
      if (!flushed.ok) return flushed;
    }
    this.highest = passage.number;
    this.buffer.add(passage);
    return succeed(null);
  }

  async flush(cursor: string | null): Promise<Result<null>> {
    const { passages } = this.buffer;
    const mark = cursor ?? this.manifest.cursor;
    if (passages === 0) return mark === this.manifest.cursor ? succeed(null) : this.apply({ cursor: mark });
    const made = await this.makeRoom();
    if (!made.ok) return made;
    const id = this.manifest.nextSegment;
    const { records, head } = this.buffer.write(id);
    const numbers = readRuns(head.numbers);
    const facts: SegmentFacts = {
      id,
      firstNumber: numbers.numberOf(0),
      lastNumber: numbers.numberOf(passages - 1),
      ...{ passages, deleted: 0, deletedVersion: 0, bytes: head.bytes },
    };
    const segments = [...this.manifest.segments, facts];
    const done = await this.apply({ segments, nextSegment: id + 1, cursor: mark }, { put: records });
    if (done.ok) this.buffer = new PassageBuffer();
    return done;
  }

  /** Merges until one more segment may stand beside the others. */
  private async makeRoom(): Promise<Result<null>> {
    while (planMerge(this.manifest.segments, 1) !== null) {
      const tidied = await this.tidyFor(1);
      if (!tidied.ok) return tidied;
    }
    return succeed(null);
  }

  tidy(): Promise<Result<boolean>> {
    return this.tidyFor(0);
  }

  private async tidyFor(room: number): Promise<Result<boolean>> {
    if (!this.manifest.merging) {
      const from = planMerge(this.manifest.segments, room);
      if (!from) return succeed(false);
      this.run = null;
      return this.keep(await beginMerge(this.store, this.manifest, from));
    }
    if (this.run?.merging.into !== this.manifest.merging.into) {
      const resumed = await resumeMerge(this.store, this.manifest);
      if (!resumed.ok) return resumed;
      this.run = resumed.value;
    }
    return this.keep(await stepMerge(this.store, this.manifest, this.run as MergeRun, this.bounds));
  }

  /** A step that failed may have half used up what the run holds: the next one reads it again. */
  private keep(done: Result<SegmentManifest>): Result<boolean> {
    if (!done.ok) {
      this.run = null;
      return done;
    }
    this.manifest = done.value;
    return succeed(true);
  }

  async remove(numbers: readonly number[]): Promise<Result<number>> {
    const put: (readonly [RecordKey, Bytes])[] = [];
    let removed = 0;
    const segments: SegmentFacts[] = [];
    for (const facts of this.manifest.segments) {
      const here = numbers.filter((number) => number >= facts.firstNumber && number <= facts.lastNumber);
      const marked = here.length > 0 ? await this.markDeleted(facts, here) : succeed(null);
      if (!marked.ok) return marked;
      segments.push(marked.value?.facts ?? facts);
      if (!marked.value) continue;
      put.push(marked.value.record);
      removed += marked.value.facts.deleted - facts.deleted;
    }
    if (removed === 0) return succeed(0);
    const done = await this.apply({ segments }, { put });
    return done.ok ? succeed(removed) : done;
  }

  private async markDeleted(facts: SegmentFacts, wanted: readonly number[]) {
    const head = await readHead(this.store, facts.id);
    if (!head.ok) return head;
    const deleted = await readDeleted(this.store, facts);
    if (!deleted.ok) return deleted;
    const numbers: PassageNumbers = readRuns(head.value.numbers);
    const bits = deleted.value.bits.slice();
    let count = facts.deleted;
    for (const number of wanted) {
      const ordinal = numbers.ordinalOf(number);
      if (ordinal < 0 || hasBit(bits, ordinal)) continue;
      setBit(bits, ordinal);
      count++;
    }
    if (count === facts.deleted) return succeed(null);
    const version = facts.deletedVersion + 1;
    const key: RecordKey = { segment: facts.id, lane: 'live', place: 0 };
    return succeed({
      facts: { ...facts, deleted: count, deletedVersion: version },
      record: [key, sealRecord(key, packDeleted({ version, bits }))] as const,
    });
  }

  async abandonMerge(): Promise<Result<null>> {
    const kept = this.keep(await abandonMerge(this.store, this.manifest));
    this.run = null;
    return kept.ok ? succeed(null) : kept;
  }

  async dropSegment(id: number): Promise<Result<null>> {
    if (this.manifest.merging?.from.includes(id)) {
      const abandoned = await this.abandonMerge();
      if (!abandoned.ok) return abandoned;
    }
    const segments = this.manifest.segments.filter((segment) => segment.id !== id);
    return this.apply({ segments }, { drop: [id] });
  }

  private async apply(
    facts: Partial<SegmentManifest>,
    {
      put = [],
      drop = [],
    }: { put?: readonly (readonly [RecordKey, Bytes])[]; drop?: readonly number[] } = {},
  ): Promise<Result<null>> {
    const manifest = { ...this.manifest, ...facts, version: this.manifest.version + 1 };
    const done = await this.store.change({ put, drop, manifest: packManifest(manifest) });
    if (!done.ok) return done;
    this.manifest = manifest;
    return succeed(null);
  }
}

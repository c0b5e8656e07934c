/**
 * Answers questions from the segments: reads what a question needs in three rounds (what changed, dictionary blocks,
 * postings), each one request to the store. The product ranks what it reads whole (segment-terms.ts, scoring.ts);
 * top-passages.ts skips what cannot be among the best, for rankings of single passages.
 *
 * Memory: the heads, 3 bytes a passage, and a bounded cache; never an index. A segment with a damaged record is left
 * out of the answer and named in it.
 */
import { type Result, succeed } from '../../text/result.ts';
import { PADDING } from './bits.ts';
import type { Bytes } from './byte-writer.ts';
import {
  createLoadedTerms,
  type LoadedList,
  type LoadedSegment,
  type LoadedTerms,
  type SegmentDamage,
} from './loaded-terms.ts';
import { SlipCounter, TOO_FAR } from './near-terms.ts';
import { damageOf, type OpenSegment, openSegments } from './open-segment.ts';
import { describeFlaw, openRecord } from './record.ts';
import { RecordCache } from './record-cache.ts';
import { readManifest, type SegmentManifest } from './segment-manifest.ts';
import { type RecordKey, recordName, type SegmentStore } from './segment-store.ts';
import { blockFor, findInBlock, type Stretch, TermBlockReader, type TermEntry } from './term-block.ts';

/** Holds the postings of some 20 common words at a million passages, within the background's 64 MB. */
const CACHE_BYTES = 16 * 1024 * 1024;
/** A merge that ends between two rounds takes records away: then the question is asked again. */
const MOST_ATTEMPTS = 4;

interface TermCount {
  readonly term: string;
  /** Passages that hold it. */
  readonly passages: number;
}

interface NearTerm extends TermCount {
  readonly slips: number;
}

interface TermAnswer<Found> {
  readonly terms: readonly Found[];
  readonly damage: readonly SegmentDamage[];
}

export interface SegmentReader {
  /** null before anything was written. Read anew with every question. */
  readonly manifest: SegmentManifest | null;
  /** What the segments hold of these words; positions only of those in `withPositions`. */
  load(terms: readonly string[], withPositions?: ReadonlySet<string>): Promise<Result<LoadedTerms>>;
  /** In how many passages each word stands, the deleted not yet merged away among them; of `words` known to none nothing. */
  count(words: readonly string[]): Promise<Result<TermAnswer<TermCount>>>;
  /** Words that begin so, those in most passages first; an empty beginning has no answer. */
  complete(prefix: string, limit: number): Promise<Result<TermAnswer<TermCount>>>;
  /** Words from this one on, up to the dictionary's end, most frequent first. */
  from(first: string): Promise<Result<TermAnswer<TermCount>>>;
  /** Words at most `slips` (0–3) slips away, nearest first, then those in most passages. */
  near(term: string, slips: number, limit: number): Promise<Result<TermAnswer<NearTerm>>>;
}

/** `isDone`: nothing is written to the store any more, so it is opened once. */
export function createSegmentReader(
  store: SegmentStore,
  { cacheBytes = CACHE_BYTES, isDone = false } = {},
): SegmentReader {
  return new StoreReader(store, cacheBytes, isDone);
}

/** Why records could not be believed; thrown and caught within this file only. */
class Flaw extends Error {}

interface Ready {
  readonly segments: readonly OpenSegment[];
  readonly damage: readonly SegmentDamage[];
}

class StoreReader implements SegmentReader {
  manifest: SegmentManifest | null = null;
  private readonly store: SegmentStore;
  private readonly cache: RecordCache;
  private readonly isDone: boolean;
  private refreshing: Promise<Result<null>> | null = null;
  private ready: Ready = { segments: [], damage: [] };

  constructor(store: SegmentStore, cacheBytes: number, isDone: boolean) {
    this.store = store;
    this.cache = new RecordCache(cacheBytes);
    this.isDone = isDone;
  }

  load(
    terms: readonly string[],
    withPositions: ReadonlySet<string> = new Set(),
  ): Promise<Result<LoadedTerms>> {
    const wanted = [...new Set(terms)];
    return this.ask(
      (segments) => this.loadLists(segments, wanted, withPositions),
      (loaded, damage) => createLoadedTerms(loaded, damage),
    );
  }

  count(words: readonly string[]): Promise<Result<TermAnswer<TermCount>>> {
    const wanted = [...new Set(words)];
    return this.ask(
      async (segments) =>
        (await this.findEntries(segments, wanted)).map((found) =>
          isDamage(found) ? found : found.map(({ term, passages }) => ({ term, passages, slips: 0 })),
        ),
      (found, damage) => ({ terms: mostFrequent(found.flat(), wanted.length), damage }),
    );
  }

  from(first: string): Promise<Result<TermAnswer<TermCount>>> {
    return this.ask(
      (segments) =>
        this.eachSegment(segments, async (segment) => {
          const { firstTerms } = segment.head;
          const start = Math.max(0, blockFor(firstTerms, first));
          const found = termsIn(await this.readBlocks(segment, start, firstTerms.length), () => 0);
          return found.filter(({ term }) => term >= first);
        }),
      (found, damage) => ({ terms: mostFrequent(found.flat(), Number.POSITIVE_INFINITY), damage }),
    );
  }

  complete(prefix: string, limit: number): Promise<Result<TermAnswer<TermCount>>> {
    if (prefix === '') return Promise.resolve(succeed({ terms: [], damage: [] }));
    return this.ask(
      (segments) =>
        this.eachSegment(segments, async (segment) => {
          const { firstTerms } = segment.head;
          const start = Math.max(0, blockFor(firstTerms, prefix));
          let end = start;
          while (end < firstTerms.length && isUpTo(firstTerms[end] as string, prefix)) end++;
          return termsIn(await this.readBlocks(segment, start, end), (reader) =>
            beginsWith(reader, prefix) ? 0 : TOO_FAR,
          );
        }),
      (found, damage) => ({ terms: mostFrequent(found.flat(), limit), damage }),
    );
  }

  near(term: string, slips: number, limit: number): Promise<Result<TermAnswer<NearTerm>>> {
    return this.ask(
      (segments) =>
        this.eachSegment(segments, async (segment) => {
          const counter = new SlipCounter(term, slips);
          const blocks = await this.readBlocks(segment, 0, segment.head.firstTerms.length);
          return termsIn(blocks, ({ units, length, shared }) => counter.count(units, length, shared));
        }),
      (found, damage) => ({ terms: mostFrequent(found.flat(), limit), damage }),
    );
  }

  /** Asks the segments of now, and again if they were merged away under the question. */
  private async ask<Part, Answer>(
    question: (segments: readonly OpenSegment[]) => Promise<(Part | SegmentDamage)[]>,
    join: (parts: Part[], damage: readonly SegmentDamage[]) => Answer,
  ): Promise<Result<Answer>> {
    for (let attempt = 1; ; attempt++) {
      const refreshed = await this.refresh();
      if (!refreshed.ok) return refreshed;
      const { segments, damage } = this.ready;
      const version = this.manifest?.version;
      const parts: Part[] = [];
      const found: SegmentDamage[] = [...damage];
      for (const part of await question(segments)) {
        if (isDamage(part)) found.push(part);
        else parts.push(part);
      }
      if (found.length === 0 || attempt === MOST_ATTEMPTS) return succeed(join(parts, found));
      const now = await readManifest(this.store);
      if (!now.ok) return now;
      if (now.value?.version === version) return succeed(join(parts, found));
    }
  }

  /** Questions that are asked together wait for one reading. */
  private refresh(): Promise<Result<null>> {
    if (this.isDone && this.manifest) return Promise.resolve(succeed(null));
    this.refreshing ??= this.reopen().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async reopen(): Promise<Result<null>> {
    const read = await readManifest(this.store);
    if (!read.ok) return read;
    if (read.value?.version === this.manifest?.version) return succeed(null);
    const old = new Map(this.ready.segments.map((segment) => [segment.facts.id, segment]));
    const wanted = read.value?.segments ?? [];
    const isKept = (id: number, version: number) => old.get(id)?.facts.deletedVersion === version;
    const opened = await openSegments(
      this.store,
      wanted.filter(({ id, deletedVersion }) => !isKept(id, deletedVersion)),
    );
    if (!opened.ok) return opened;
    const fresh = opened.value.filter((segment): segment is OpenSegment => !isDamage(segment));
    for (const segment of fresh) old.set(segment.facts.id, segment);
    const damage = opened.value.filter(isDamage);
    const broken = new Set(damage.map(({ segment }) => segment));
    const segments = wanted.filter(({ id }) => !broken.has(id)).map(({ id }) => old.get(id) as OpenSegment);
    this.ready = { segments, damage };
    // Damage may be the trace of a merge: then the manifest has changed, and the next question opens all anew.
    this.manifest = read.value;
    return succeed(null);
  }

  private async loadLists(
    segments: readonly OpenSegment[],
    terms: readonly string[],
    withPositions: ReadonlySet<string>,
  ): Promise<(LoadedSegment | SegmentDamage)[]> {
    const entries = await this.findEntries(segments, terms);
    const keys: RecordKey[] = [];
    for (const [place, found] of entries.entries()) {
      if (isDamage(found)) continue;
      const { id } = (segments[place] as OpenSegment).facts;
      for (const entry of found) {
        keys.push({ segment: id, lane: 'postings', place: entry.postings.place });
        if (withPositions.has(entry.term) && isFilled(entry.positions))
          keys.push({ segment: id, lane: 'positions', place: entry.positions.place });
      }
    }
    const records = await this.readMany(keys);
    return segments.map((segment, place) => {
      const found = entries[place] as TermEntry[] | SegmentDamage;
      if (isDamage(found)) return found;
      return guard(segment, () => loadedSegment(segment, found, withPositions, records));
    });
  }

  private async findEntries(
    segments: readonly OpenSegment[],
    terms: readonly string[],
  ): Promise<(TermEntry[] | SegmentDamage)[]> {
    const places = segments.map(({ facts, head }) =>
      terms.map((term): RecordKey | null => {
        const place = blockFor(head.firstTerms, term);
        return place < 0 ? null : { segment: facts.id, lane: 'terms', place };
      }),
    );
    const records = await this.readMany(places.flat().filter((key) => key !== null));
    return segments.map((segment, at) =>
      guard(segment, () =>
        terms.flatMap((term, place) => {
          const key = places[at]?.[place] ?? null;
          const entry = key === null ? null : findInBlock(believed(records, key), term);
          return entry ? [entry] : [];
        }),
      ),
    );
  }

  /** In one request; what is in the cache is not read again. Values are payloads, or flaws in words. */
  private async readMany(keys: readonly RecordKey[]): Promise<ReadonlyMap<string, Bytes | string>> {
    const payloads = new Map<string, Bytes | string>();
    const missing = new Map<string, RecordKey>();
    for (const key of keys) {
      const name = recordName(key);
      const cached = this.cache.get(name);
      if (cached) payloads.set(name, cached);
      else missing.set(name, key);
    }
    if (missing.size === 0) return payloads;
    const wanted = [...missing.values()];
    const read = await this.store.read(wanted);
    for (const [at, key] of wanted.entries()) {
      const payload = read.ok ? openRecord(key, read.value[at] ?? null) : 'unreadable';
      if (typeof payload !== 'string') this.cache.set(recordName(key), payload);
      payloads.set(recordName(key), typeof payload === 'string' ? describeFlaw(key, payload) : payload);
    }
    return payloads;
  }

  /** Whole stretches of the dictionary pass the cache by: they would push everything else out. */
  private async readBlocks({ facts }: OpenSegment, from: number, to: number): Promise<readonly Bytes[]> {
    const read = await this.store.readRange(facts.id, 'terms', from, to);
    return Array.from({ length: to - from }, (_, at) => {
      const key: RecordKey = { segment: facts.id, lane: 'terms', place: from + at };
      const payload = read.ok ? openRecord(key, read.value[at] ?? null) : 'unreadable';
      if (typeof payload === 'string') throw new Flaw(describeFlaw(key, payload));
      return payload;
    });
  }

  private eachSegment<Part>(
    segments: readonly OpenSegment[],
    ask: (segment: OpenSegment) => Promise<Part>,
  ): Promise<(Part | SegmentDamage)[]> {
    return Promise.all(
      segments.map((segment) => ask(segment).catch((error: unknown) => damageFrom(segment, error))),
    );
  }
}

function isDamage(part: unknown): part is SegmentDamage {
  return typeof part === 'object' && part !== null && 'message' in part;
}

function damageFrom({ facts }: OpenSegment, error: unknown): SegmentDamage {
  if (error instanceof Flaw) return damageOf(facts, error.message);
  throw error;
}

function guard<Part>(segment: OpenSegment, make: () => Part): Part | SegmentDamage {
  try {
    return make();
  } catch (error) {
    return damageFrom(segment, error);
  }
}

function believed(records: ReadonlyMap<string, Bytes | string>, key: RecordKey): Bytes {
  const payload = records.get(recordName(key)) as Bytes | string;
  if (typeof payload === 'string') throw new Flaw(payload);
  return payload;
}

const isFilled = ({ start, end }: Stretch) => end > start;

function loadedSegment(
  { facts, numbers, head, lengths, startBits, deletedBits }: OpenSegment,
  entries: readonly TermEntry[],
  withPositions: ReadonlySet<string>,
  records: ReadonlyMap<string, Bytes | string>,
): LoadedSegment {
  const cut = (lane: 'postings' | 'positions', { place, start, end }: Stretch) =>
    end === start
      ? new Uint8Array(PADDING)
      : believed(records, { segment: facts.id, lane, place }).subarray(start, end + PADDING);
  const lists = new Map<string, LoadedList>();
  for (const { term, passages, postings, positions } of entries) {
    lists.set(term, {
      passages,
      postings: cut('postings', postings),
      positions: withPositions.has(term) ? cut('positions', positions) : null,
    });
  }
  return {
    segment: facts.id,
    numbers,
    words: head.words,
    articles: head.articles,
    lengths,
    startBits,
    deletedBits,
    lists,
  };
}

/** Whether a block that begins with `first` may hold words that begin with `prefix`. */
function isUpTo(first: string, prefix: string): boolean {
  return first <= prefix || first.startsWith(prefix);
}

function beginsWith({ units, length }: TermBlockReader, prefix: string): boolean {
  if (length < prefix.length) return false;
  for (let at = 0; at < prefix.length; at++) if (units[at] !== prefix.charCodeAt(at)) return false;
  return true;
}

function termsIn(blocks: readonly Bytes[], slipsOf: (reader: TermBlockReader) => number): NearTerm[] {
  const found: NearTerm[] = [];
  for (const block of blocks) {
    const reader = new TermBlockReader(block);
    while (reader.next()) {
      const slips = slipsOf(reader);
      if (slips !== TOO_FAR) found.push({ term: reader.term, passages: reader.passages, slips });
    }
  }
  return found;
}

function mostFrequent(found: readonly NearTerm[], limit: number): NearTerm[] {
  const sums = new Map<string, NearTerm>();
  for (const { term, passages, slips } of found)
    sums.set(term, { term, passages: passages + (sums.get(term)?.passages ?? 0), slips });
  return [...sums.values()]
    .sort((a, b) => a.slips - b.slips || b.passages - a.passages || (a.term < b.term ? -1 : 1))
    .slice(0, limit);
}

/**
 * Neighbouring segments become one in bounded steps: each step writes the next words of the new segment and its head,
 * all in one change of the store, and the old segments answer until the last step puts the new one in their place.
 *
 * A killed step leaves the head of the step before, and the head's last word says where to go on. What is deleted
 * when the merge begins is left out; what is deleted while it runs is deleted in the new segment too.
 */

import { fail, type Result, succeed } from '../../text/result.ts';
import { type DeletedPassages, packDeleted } from './deleted-passages.ts';
import { packLengths } from './field-lengths.ts';
import { KeptPassages } from './kept-passages.ts';
import { MergeSource, type NewOrdinals, newOrdinals } from './merge-source.ts';
import { countBits, hasBit, noBits, setBit } from './passage-bits.ts';
import { readRuns } from './passage-numbers.ts';
import { readDeleted, readHead, readLengths, readRecords, readStarts } from './read-records.ts';
import { sealRecord } from './record.ts';
import { emptyHead, packHead, type SegmentHead } from './segment-head.ts';
import { type Merging, packManifest, type SegmentFacts, type SegmentManifest } from './segment-manifest.ts';
import { SegmentOutput } from './segment-output.ts';
import type { SegmentStore, StoreChange } from './segment-store.ts';

/** A step ends when it has so much to write: the disk, too, has others waiting. */
export const STEP_BYTES = 128 * 1024;
/** … or has read so many postings: 3 ms of work, 30 the first time, so that a question never waits longer. */
export const STEP_POSTINGS = 12_000;

export interface StepBounds {
  readonly stepBytes: number;
  readonly stepPostings: number;
}

interface Part {
  readonly facts: SegmentFacts;
  readonly head: SegmentHead;
  readonly deleted: DeletedPassages;
}

/** What is only made once for all steps of a merge, and again after a kill. */
export interface MergeRun {
  readonly merging: Merging;
  readonly sources: readonly MergeSource[];
  readonly output: SegmentOutput;
  /** A word whose list is half written, if any. */
  open: string | null;
}

async function readParts(store: SegmentStore, manifest: SegmentManifest, ids: readonly number[]) {
  const parts: Part[] = [];
  for (const id of ids) {
    const facts = manifest.segments.find((segment) => segment.id === id);
    if (!facts) return fail('failed', `Segment ${id} is to be merged but is not there.`);
    const head = await readHead(store, id);
    if (!head.ok) return head;
    const deleted = await readDeleted(store, facts);
    if (!deleted.ok) return deleted;
    parts.push({ facts, head: head.value, deleted: deleted.value });
  }
  return succeed(parts);
}

/** Writes what the steps go by: lengths, numbers and which passages are left out. Where none is left, all is done. */
export async function beginMerge(
  store: SegmentStore,
  manifest: SegmentManifest,
  from: readonly number[],
): Promise<Result<SegmentManifest>> {
  const read = await readParts(store, manifest, from);
  if (!read.ok) return read;
  const isGone = ({ facts, deleted }: Part) => countBits(deleted.bits) === facts.passages;
  if (read.value.every(isGone)) {
    const segments = manifest.segments.filter(({ id }) => !from.includes(id));
    return apply(store, { ...nextVersion(manifest), segments }, { put: [], drop: from });
  }
  const into = manifest.nextSegment;
  const kept = read.value.map(({ facts, deleted }) => facts.passages - countBits(deleted.bits));
  const passages = kept.reduce((sum, count) => sum + count, 0);
  const gathered = new KeptPassages(passages);
  for (const { facts, head, deleted } of read.value) {
    const lengths = await readLengths(store, facts.id, facts.passages);
    if (!lengths.ok) return lengths;
    const starts = await readStarts(store, facts.id);
    if (!starts.ok) return starts;
    const { numbers } = head;
    gathered.add({ lengths: lengths.value, numbers, starts: starts.value, dropped: deleted.bits });
  }
  const { lengths, numbers, starts } = gathered;
  const key = (lane: 'head' | 'lengths' | 'kept', place = 0) => ({ segment: into, lane, place });
  const head = emptyHead(passages, numbers, lengths, starts);
  const begun = { ...nextVersion(manifest), nextSegment: into + 1, merging: { into, from } };
  return apply(store, begun, {
    drop: [],
    put: [
      [key('head'), sealRecord(key('head'), packHead(head))],
      [key('lengths'), sealRecord(key('lengths'), packLengths(lengths, passages))],
      [key('lengths', 1), sealRecord(key('lengths', 1), starts)],
      ...read.value.map(({ deleted }, place) => {
        const record = sealRecord(key('kept', place), deleted.bits);
        return [key('kept', place), record] as const;
      }),
    ],
  });
}

function nextVersion(manifest: SegmentManifest): SegmentManifest {
  return { ...manifest, version: manifest.version + 1 };
}

async function apply(
  store: SegmentStore,
  manifest: SegmentManifest,
  change: Pick<StoreChange, 'put' | 'drop'>,
): Promise<Result<SegmentManifest>> {
  const done = await store.change({ ...change, manifest: packManifest(manifest) });
  return done.ok ? succeed(manifest) : done;
}

/** Everything in memory that the next step needs, whether the merge has just begun or was killed halfway. */
export async function resumeMerge(store: SegmentStore, manifest: SegmentManifest): Promise<Result<MergeRun>> {
  const { merging } = manifest;
  if (!merging) return fail('failed', 'No merge was begun.');
  const head = await readHead(store, merging.into);
  if (!head.ok) return head;
  const lengths = await readLengths(store, merging.into, head.value.passages);
  if (!lengths.ok) return lengths;
  const sources: MergeSource[] = [];
  let base = 0;
  for (const [place, segment] of merging.from.entries()) {
    const dropped = await readRecords(store, [{ segment: merging.into, lane: 'kept', place }]);
    if (!dropped.ok) return dropped;
    const old = await readHead(store, segment);
    if (!old.ok) return old;
    const oldLengths = await readLengths(store, segment, old.value.passages);
    if (!oldLengths.ok) return oldLengths;
    const bits = dropped.value[0] as Uint8Array;
    const ordinals = newOrdinals(bits, old.value.passages, base);
    base += old.value.passages - countBits(bits);
    sources.push(new MergeSource(store, segment, old.value, oldLengths.value, ordinals, head.value.lastTerm));
  }
  const output = new SegmentOutput(merging.into, head.value, lengths.value);
  const loaded = await loadSources(sources, head.value.lastTerm);
  return loaded.ok ? succeed({ merging, sources, output, open: null }) : loaded;
}

async function loadSources(sources: readonly MergeSource[], after: string | null): Promise<Result<null>> {
  for (const source of sources) {
    const loaded = await source.load(after);
    if (!loaded.ok) return loaded;
  }
  return succeed(null);
}

/**
 * One step; the manifest after it has `merging: null` when it was the last, and is the same when the step ended within
 * a long list, of which nothing is written before its end.
 */
export async function stepMerge(
  store: SegmentStore,
  manifest: SegmentManifest,
  run: MergeRun,
  { stepBytes, stepPostings }: StepBounds,
): Promise<Result<SegmentManifest>> {
  const { sources, output } = run;
  let left = stepPostings;
  let term = run.open ?? lowestTerm(sources);
  while (term !== null && output.waiting < stepBytes) {
    left -= copyTerm(run, term, left);
    run.open = left > 0 ? null : term;
    if (run.open !== null) break;
    output.endTerm(term);
    if (sources.some(({ needsLoad }) => needsLoad)) {
      const loaded = await loadSources(sources, null);
      if (!loaded.ok) return loaded;
    }
    term = lowestTerm(sources);
  }
  if (term !== null && output.waiting === 0) return succeed(manifest);
  const { records, head } = output.take();
  const stepped = nextVersion(manifest);
  if (term !== null) return apply(store, stepped, { put: records, drop: [] });
  return finishMerge(store, stepped, run, records, head);
}

/** At most so many of a word's postings, one source behind the other; how many there were. */
function copyTerm({ sources, output }: MergeRun, term: string, most: number): number {
  let copied = 0;
  for (const source of sources)
    if (source.term === term && copied < most) copied += source.copyInto(output.list, most - copied);
  return copied;
}

function lowestTerm(sources: readonly MergeSource[]): string | null {
  let lowest: string | null = null;
  for (const { term } of sources) if (term !== null && (lowest === null || term < lowest)) lowest = term;
  return lowest;
}

async function finishMerge(
  store: SegmentStore,
  manifest: SegmentManifest,
  { merging, sources }: MergeRun,
  records: StoreChange['put'],
  head: SegmentHead,
): Promise<Result<SegmentManifest>> {
  const read = await readParts(store, manifest, merging.from);
  if (!read.ok) return read;
  const deleted = noBits(head.passages);
  for (const [place, part] of read.value.entries())
    carryDeleted(part.deleted.bits, (sources[place] as MergeSource).ordinals, deleted);
  const count = countBits(deleted);
  const key = { segment: merging.into, lane: 'live', place: 0 } as const;
  const version = count > 0 ? 1 : 0;
  const live: StoreChange['put'] =
    count > 0 ? [[key, sealRecord(key, packDeleted({ version, bits: deleted }))]] : [];
  const numbers = readRuns(head.numbers);
  const facts: SegmentFacts = {
    id: merging.into,
    firstNumber: head.passages > 0 ? numbers.numberOf(0) : 0,
    lastNumber: head.passages > 0 ? numbers.numberOf(head.passages - 1) : 0,
    passages: head.passages,
    deleted: count,
    deletedVersion: version,
    bytes: head.bytes,
  };
  const place = manifest.segments.findIndex(({ id }) => id === merging.from[0]);
  const segments = manifest.segments.filter(({ id }) => !merging.from.includes(id));
  const isEmpty = head.passages === 0;
  segments.splice(place, 0, ...(isEmpty ? [] : [facts]));
  const drop = isEmpty ? [...merging.from, merging.into] : merging.from;
  const put = isEmpty ? [] : [...records, ...live];
  return apply(store, { ...manifest, segments, merging: null }, { put, drop });
}

function carryDeleted(from: Uint8Array, ordinals: NewOrdinals, into: Uint8Array): void {
  for (let ordinal = 0; ordinal < ordinals.length; ordinal++) {
    const moved = ordinals[ordinal] as number;
    if (moved >= 0 && hasBit(from, ordinal)) setBit(into, moved);
  }
}

/** Gives up a merge that cannot go on (no room, a damaged source): what it wrote goes, the old segments stay. */
export function abandonMerge(
  store: SegmentStore,
  manifest: SegmentManifest,
): Promise<Result<SegmentManifest>> {
  const drop = manifest.merging ? [manifest.merging.into] : [];
  return apply(store, { ...nextVersion(manifest), merging: null }, { put: [], drop });
}

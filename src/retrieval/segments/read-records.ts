/** Records read and believed: a flaw in one of them ends what needs them, by its name. */

import { fail, type Result, succeed } from '../../text/result.ts';
import type { Bytes } from './byte-writer.ts';
import { type DeletedPassages, unpackDeleted } from './deleted-passages.ts';
import { type FieldLengths, unpackLengths } from './field-lengths.ts';
import { noBits } from './passage-bits.ts';
import { describeFlaw, requireRecord } from './record.ts';
import { type SegmentHead, unpackHead } from './segment-head.ts';
import type { SegmentFacts } from './segment-manifest.ts';
import type { Lane, RecordKey, SegmentStore } from './segment-store.ts';

export async function readRecords(
  store: SegmentStore,
  keys: readonly RecordKey[],
): Promise<Result<readonly Bytes[]>> {
  const read = await store.read(keys);
  return read.ok ? openAll(keys, read.value) : read;
}

/** Records `from` (included) to `to` (excluded) of a lane. */
export async function readLane(
  store: SegmentStore,
  segment: number,
  lane: Lane,
  from: number,
  to: number,
): Promise<Result<readonly Bytes[]>> {
  if (from >= to) return succeed([]);
  const read = await store.readRange(segment, lane, from, to);
  if (!read.ok) return read;
  const keys = Array.from({ length: to - from }, (_, at) => ({ segment, lane, place: from + at }));
  return openAll(keys, read.value);
}

function openAll(keys: readonly RecordKey[], records: readonly (Bytes | null)[]): Result<readonly Bytes[]> {
  const payloads: Bytes[] = [];
  for (let at = 0; at < keys.length; at++) {
    const payload = requireRecord(keys[at] as RecordKey, records[at] ?? null);
    if (!payload.ok) return payload;
    payloads.push(payload.value);
  }
  return succeed(payloads);
}

export async function readHead(store: SegmentStore, segment: number): Promise<Result<SegmentHead>> {
  const read = await readRecords(store, [{ segment, lane: 'head', place: 0 }]);
  return read.ok ? succeed(unpackHead(read.value[0] as Bytes)) : read;
}

export async function readLengths(
  store: SegmentStore,
  segment: number,
  passages: number,
): Promise<Result<FieldLengths>> {
  const key: RecordKey = { segment, lane: 'lengths', place: 0 };
  const read = await readRecords(store, [key]);
  if (!read.ok) return read;
  const lengths = unpackLengths(read.value[0] as Bytes, passages);
  return lengths ? succeed(lengths) : fail('archive-damaged', describeFlaw(key, 'stale'));
}

/** One bit a passage: whether an article starts there. */
export async function readStarts(store: SegmentStore, segment: number): Promise<Result<Bytes>> {
  const read = await readRecords(store, [{ segment, lane: 'lengths', place: 1 }]);
  return read.ok ? succeed(read.value[0] as Bytes) : read;
}

export async function readDeleted(
  store: SegmentStore,
  { id, passages, deletedVersion }: SegmentFacts,
): Promise<Result<DeletedPassages>> {
  if (deletedVersion === 0) return succeed({ version: 0, bits: noBits(passages) });
  const key: RecordKey = { segment: id, lane: 'live', place: 0 };
  const read = await readRecords(store, [key]);
  if (!read.ok) return read;
  const deleted = unpackDeleted(read.value[0] as Bytes, deletedVersion, passages);
  return deleted ? succeed(deleted) : fail('archive-damaged', describeFlaw(key, 'stale'));
}

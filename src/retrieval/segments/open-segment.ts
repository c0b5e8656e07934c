/** One segment as the reader keeps it between questions: its head, field lengths and deleted passages. */

import { fail, type Result, succeed } from '../../text/result.ts';
import type { Bytes } from './byte-writer.ts';
import { unpackDeleted } from './deleted-passages.ts';
import { type FieldLengths, unpackLengths } from './field-lengths.ts';
import type { SegmentDamage } from './loaded-terms.ts';
import { noBits } from './passage-bits.ts';
import { type PassageNumbers, readRuns } from './passage-numbers.ts';
import { describeFlaw, openRecord, type RecordFlaw } from './record.ts';
import { type SegmentHead, unpackHead } from './segment-head.ts';
import type { SegmentFacts } from './segment-manifest.ts';
import type { RecordKey, SegmentStore } from './segment-store.ts';

export interface OpenSegment {
  readonly facts: SegmentFacts;
  readonly head: SegmentHead;
  readonly numbers: PassageNumbers;
  readonly lengths: FieldLengths;
  /** Where articles start. */
  readonly startBits: Uint8Array;
  readonly deletedBits: Uint8Array;
}

export function damageOf({ id, firstNumber, lastNumber }: SegmentFacts, message: string): SegmentDamage {
  return { segment: id, firstNumber, lastNumber, message };
}

const keysOf = ({ id, deletedVersion }: SegmentFacts): RecordKey[] => [
  { segment: id, lane: 'head', place: 0 },
  { segment: id, lane: 'lengths', place: 0 },
  { segment: id, lane: 'lengths', place: 1 },
  ...(deletedVersion > 0 ? [{ segment: id, lane: 'live', place: 0 } as const] : []),
];

/** All in one read. A segment with a flaw comes back as its damage, the others open. */
export async function openSegments(
  store: SegmentStore,
  wanted: readonly SegmentFacts[],
): Promise<Result<(OpenSegment | SegmentDamage)[]>> {
  const keys = wanted.map(keysOf);
  const read = await store.read(keys.flat());
  if (!read.ok) return read;
  let at = 0;
  const opened = wanted.map((facts, place) => {
    const own = keys[place] as RecordKey[];
    const records = read.value.slice(at, at + own.length);
    at += own.length;
    const segment = openSegment(facts, own, records);
    return segment.ok ? segment.value : damageOf(facts, segment.error.message);
  });
  return succeed(opened);
}

function openSegment(
  facts: SegmentFacts,
  keys: readonly RecordKey[],
  records: readonly (Bytes | null)[],
): Result<OpenSegment> {
  const flawed = (place: number, flaw: RecordFlaw) =>
    fail('archive-damaged', describeFlaw(keys[place] as RecordKey, flaw));
  const payloads: Bytes[] = [];
  for (const [place, key] of keys.entries()) {
    const payload = openRecord(key, records[place] ?? null);
    if (typeof payload === 'string') return flawed(place, payload);
    payloads.push(payload);
  }
  const [packedHead, packedLengths, startBits, packedDeleted] = payloads as [Bytes, Bytes, Bytes, Bytes?];
  const head = unpackHead(packedHead);
  if (head.passages !== facts.passages) return flawed(0, 'stale');
  const lengths = unpackLengths(packedLengths, facts.passages);
  if (!lengths) return flawed(1, 'stale');
  const deleted = packedDeleted
    ? unpackDeleted(packedDeleted, facts.deletedVersion, facts.passages)
    : { bits: noBits(facts.passages) };
  if (startBits.length !== noBits(facts.passages).length) return flawed(2, 'stale');
  if (!deleted) return flawed(3, 'stale');
  const numbers = readRuns(head.numbers);
  return succeed({ facts, head, numbers, lengths, startBits, deletedBits: deleted.bits });
}

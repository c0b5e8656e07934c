/**
 * Which segments make up the old tier. Replaced in one stroke with the records it speaks of, so that a process killed
 * at any moment finds either the old archive or the new.
 */
import { fail, type Result, succeed } from '../../text/result.ts';
import type { Bytes } from './byte-writer.ts';
import { describeFlaw, openRecord, sealRecord } from './record.ts';
import type { RecordKey, SegmentStore } from './segment-store.ts';

export interface SegmentFacts {
  /** From 1, never used twice. */
  readonly id: number;
  /** Passages' numbers: what to index anew when the segment is damaged. */
  readonly firstNumber: number;
  readonly lastNumber: number;
  /** With the deleted. */
  readonly passages: number;
  readonly deleted: number;
  /** Version of its record of deleted passages; 0 when nothing was deleted. */
  readonly deletedVersion: number;
  readonly bytes: number;
}

export interface Merging {
  readonly into: number;
  /** Neighbours in `segments`, in order. */
  readonly from: readonly number[];
}

export interface SegmentManifest {
  /** Grows with every change. */
  readonly version: number;
  /** Fingerprint of the analyzer that made the words; segments of another must be built anew. */
  readonly analyzer: string;
  readonly nextSegment: number;
  /** In the order of their passages' numbers, which do not overlap. */
  readonly segments: readonly SegmentFacts[];
  readonly merging: Merging | null;
  /** The caller's own mark (how far an import came), changed in the same stroke as the passages it stands for. */
  readonly cursor: string | null;
}

/** The manifest is not a segment's, but is sealed like one's head. */
const MANIFEST_KEY: RecordKey = { segment: 0, lane: 'head', place: 0 };
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function emptyManifest(analyzer: string): SegmentManifest {
  return { version: 0, analyzer, nextSegment: 1, segments: [], merging: null, cursor: null };
}

export function packManifest(manifest: SegmentManifest): Bytes {
  return sealRecord(MANIFEST_KEY, encoder.encode(JSON.stringify(manifest)));
}

/** null before anything was written. */
export async function readManifest(store: SegmentStore): Promise<Result<SegmentManifest | null>> {
  const read = await store.readManifest();
  if (!read.ok) return read;
  if (read.value === null) return succeed(null);
  const payload = openRecord(MANIFEST_KEY, read.value);
  if (typeof payload === 'string')
    return fail('archive-damaged', `The list of segments: ${describeFlaw(MANIFEST_KEY, payload)}`);
  return succeed(JSON.parse(decoder.decode(payload)) as SegmentManifest);
}

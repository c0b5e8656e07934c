/**
 * Segments as one run of bytes, for a section of a pack: written once, then read record by record where they lie.
 *
 *   | bytes of the directory | bytes of the manifest | directory | manifest | records, one behind the other |
 *   directory   for each record, by segment, lane and place: segment, lane, place, start, bytes     u32 each, little end
 *
 * Naively a file for each record, or one that is read whole. Here opening reads the directory, 20 bytes for each 4 KB of
 * index. Every record has its own digest, so nothing is believed for lying in the right place.
 */
import { fail, type Result, succeed } from '../../text/result.ts';
import type { Bytes } from './byte-writer.ts';
import { LANES, type Lane, type RecordKey, recordName, type SegmentStore } from './segment-store.ts';

const HEADER_BYTES = 8;
const NUMBERS = 5;

export interface StoredRecord {
  readonly key: RecordKey;
  readonly bytes: Bytes;
}

/** The same bytes for the same records, in whatever order they come. */
export function packSegments(records: readonly StoredRecord[], manifest: Bytes): Bytes {
  const sorted = records.toSorted(
    ({ key: a }, { key: b }) =>
      a.segment - b.segment || LANES.indexOf(a.lane) - LANES.indexOf(b.lane) || a.place - b.place,
  );
  const directoryBytes = sorted.length * NUMBERS * 4;
  const total = sorted.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const packed = new Uint8Array(HEADER_BYTES + directoryBytes + manifest.length + total);
  const view = new DataView(packed.buffer);
  view.setUint32(0, directoryBytes, true);
  view.setUint32(4, manifest.length, true);
  packed.set(manifest, HEADER_BYTES + directoryBytes);
  let start = HEADER_BYTES + directoryBytes + manifest.length;
  for (const [at, { key, bytes }] of sorted.entries()) {
    const entry = [key.segment, LANES.indexOf(key.lane), key.place, start, bytes.length];
    for (const [number, value] of entry.entries())
      view.setUint32(HEADER_BYTES + (at * NUMBERS + number) * 4, value, true);
    packed.set(bytes, start);
    start += bytes.length;
  }
  return packed;
}

/** Bytes `start` (included) to `end` (excluded) of the run; null when they cannot be read. */
export type ReadBytes = (start: number, end: number) => Promise<Bytes | null>;

/** A store that is only read; `close` closes nothing. */
export async function openPackedSegments(read: ReadBytes): Promise<Result<SegmentStore>> {
  const header = await read(0, HEADER_BYTES);
  if (!header) return damaged();
  const lengths = new DataView(header.buffer, header.byteOffset, HEADER_BYTES);
  const directoryEnd = HEADER_BYTES + lengths.getUint32(0, true);
  const directory = await read(HEADER_BYTES, directoryEnd);
  const manifest = await read(directoryEnd, directoryEnd + lengths.getUint32(4, true));
  if (!directory || !manifest || directory.length % (NUMBERS * 4) !== 0) return damaged();
  return succeed(overDirectory(readDirectory(directory), manifest, read));
}

const damaged = () => fail('archive-damaged', 'The pack’s index cannot be read.');

interface Span {
  readonly start: number;
  readonly end: number;
}

function readDirectory(directory: Bytes): ReadonlyMap<string, Span> {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const spans = new Map<string, Span>();
  for (let at = 0; at < directory.length; at += NUMBERS * 4) {
    const [segment, lane, place, start, bytes] = Array.from({ length: NUMBERS }, (_, number) =>
      view.getUint32(at + number * 4, true),
    ) as [number, number, number, number, number];
    const name = LANES[lane];
    if (name) spans.set(recordName({ segment, lane: name, place }), { start, end: start + bytes });
  }
  return spans;
}

function overDirectory(spans: ReadonlyMap<string, Span>, manifest: Bytes, read: ReadBytes): SegmentStore {
  const readOne = async (key: RecordKey) => {
    const span = spans.get(recordName(key));
    return span ? read(span.start, span.end) : null;
  };
  const readAll = async (keys: readonly RecordKey[]) => succeed(await Promise.all(keys.map(readOne)));
  return {
    readManifest: async () => succeed(manifest),
    read: readAll,
    readRange: (segment: number, lane: Lane, from: number, to: number) =>
      readAll(
        Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ segment, lane, place: from + at })),
      ),
    change: async () => fail('failed', 'A pack is not written to.'),
    close: () => {},
  };
}

/** Segments as one run of bytes (packed-records.ts): the index of a large pack. */
import { fail, type Result, succeed } from '../../text/result.ts';
import type { Bytes } from './byte-writer.ts';
import {
  openRecords,
  type PackedKey,
  type PackedRecord,
  packDirectory,
  type ReadBytes,
} from './packed-records.ts';
import { readManifest } from './segment-manifest.ts';
import { LANES, type Lane, type RecordKey, type SegmentStore } from './segment-store.ts';

/** Of a lane, read at once: some 4 KB each. */
const READ_AT_ONCE = 256;

/** The same bytes for the same records: by segment, lane and place. Reads them twice and holds few. Throws where one cannot be read. */
export async function* packSegments(store: SegmentStore): AsyncGenerator<Bytes> {
  const notes = need(await store.readManifest()) ?? new Uint8Array();
  const segments = need(await readManifest(store))?.segments ?? [];
  const ids = segments.map(({ id }) => id).sort((a, b) => a - b);
  const listed: PackedRecord[] = [];
  for await (const [key, { length }] of recordsOf(store, ids)) listed.push({ key, bytes: length });
  yield packDirectory(listed, notes);
  for await (const [, bytes] of recordsOf(store, ids)) yield bytes;
}

async function* recordsOf(
  store: SegmentStore,
  segments: readonly number[],
): AsyncGenerator<readonly [PackedKey, Bytes]> {
  for (const segment of segments)
    for (const [number, lane] of LANES.entries())
      for (let from = 0, isMore = true; isMore; from += READ_AT_ONCE) {
        const read = need(await store.readRange(segment, lane, from, from + READ_AT_ONCE));
        for (const [at, bytes] of read.entries()) if (bytes) yield [[segment, number, from + at], bytes];
        isMore = read.length === READ_AT_ONCE && read.at(-1) !== null;
      }
}

function need<T>(read: Result<T>): T {
  if (read.ok) return read.value;
  throw new Error(read.error.message);
}

/** A store that is only read; `close` closes nothing. */
export async function openPackedSegments(read: ReadBytes): Promise<Result<SegmentStore>> {
  const records = await openRecords(read);
  if (!records) return fail('archive-damaged', 'The pack’s index cannot be read.');
  const readAll = async (keys: readonly RecordKey[]) =>
    succeed(
      await Promise.all(
        keys.map(({ segment, lane, place }) => records.read([segment, LANES.indexOf(lane), place])),
      ),
    );
  return succeed({
    readManifest: async () => succeed(records.notes),
    read: readAll,
    readRange: (segment: number, lane: Lane, from: number, to: number) =>
      readAll(
        Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ segment, lane, place: from + at })),
      ),
    change: async () => fail('failed', 'A pack is not written to.'),
    close: () => {},
  });
}

/**
 * Records as one run of bytes, for a section of a pack: written once, then read record by record where they lie.
 *
 *   | bytes of the directory | bytes of the notes | directory | notes | records, one behind the other |
 *   directory   for each record: its key's three numbers, start, bytes     u32 each, little end
 *
 * Naively a file for each record, or one that is read whole. Here opening reads the directory, 20 bytes a record. Every
 * record has its own digest, so nothing is believed for lying in the right place.
 */
import type { Bytes } from './byte-writer.ts';

const HEADER_BYTES = 8;
const NUMBERS = 5;
const MOST_BYTES = 2 ** 32;

export type PackedKey = readonly [kind: number, part: number, place: number];

export interface PackedRecord {
  readonly key: PackedKey;
  readonly bytes: number;
}

/** What stands before the records, which follow in this order. Throws where they are more than 4 GB. */
export function packDirectory(records: readonly PackedRecord[], notes: Bytes): Bytes {
  const directoryBytes = records.length * NUMBERS * 4;
  const packed = new Uint8Array(HEADER_BYTES + directoryBytes + notes.length);
  const view = new DataView(packed.buffer);
  view.setUint32(0, directoryBytes, true);
  view.setUint32(4, notes.length, true);
  packed.set(notes, HEADER_BYTES + directoryBytes);
  let start = packed.length;
  for (const [at, { key, bytes }] of records.entries()) {
    for (const [number, value] of [...key, start, bytes].entries())
      view.setUint32(HEADER_BYTES + (at * NUMBERS + number) * 4, value, true);
    start += bytes;
  }
  if (start >= MOST_BYTES) throw new Error('A pack’s section holds 4 GB at most: bake the archive in parts.');
  return packed;
}

/** Bytes `start` (included) to `end` (excluded) of the run; null when they cannot be read. */
export type ReadBytes = (start: number, end: number) => Promise<Bytes | null>;

export interface OpenRecords {
  readonly notes: Bytes;
  /** null where there is none, or it cannot be read. */
  read(key: PackedKey): Promise<Bytes | null>;
}

/** null where the directory cannot be read. */
export async function openRecords(read: ReadBytes): Promise<OpenRecords | null> {
  const header = await read(0, HEADER_BYTES);
  if (!header) return null;
  const lengths = new DataView(header.buffer, header.byteOffset, HEADER_BYTES);
  const directoryEnd = HEADER_BYTES + lengths.getUint32(0, true);
  const directory = await read(HEADER_BYTES, directoryEnd);
  const notes = await read(directoryEnd, directoryEnd + lengths.getUint32(4, true));
  if (!directory || !notes || directory.length % (NUMBERS * 4) !== 0) return null;
  const spans = readDirectory(directory);
  return {
    notes,
    read: async (key) => {
      const span = spans.get(key.join('/'));
      return span ? read(span.start, span.end) : null;
    },
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function readDirectory(directory: Bytes): ReadonlyMap<string, Span> {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const spans = new Map<string, Span>();
  for (let at = 0; at < directory.length; at += NUMBERS * 4) {
    const number = (place: number) => view.getUint32(at + place * 4, true);
    const start = number(3);
    spans.set([number(0), number(1), number(2)].join('/'), { start, end: start + number(4) });
  }
  return spans;
}

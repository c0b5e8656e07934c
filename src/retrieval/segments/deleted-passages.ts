/**
 * Which passages of a segment are deleted: one bit each, by ordinal, looked at only for passages that would be
 * answered. The list itself never changes: merging leaves the passages out.
 *
 * Record of the lane `live`: | version, 4 bytes LE | bits |. The manifest names the version it wants, so that an
 * older record left behind by a failing disk does not bring passages back.
 */
import type { Bytes } from './byte-writer.ts';

const VERSION_BYTES = 4;

export interface DeletedPassages {
  readonly version: number;
  readonly bits: Uint8Array;
}

export function packDeleted({ version, bits }: DeletedPassages): Bytes {
  const packed = new Uint8Array(VERSION_BYTES + bits.length);
  for (let byte = 0; byte < VERSION_BYTES; byte++) packed[byte] = version >>> (byte * 8);
  packed.set(bits, VERSION_BYTES);
  return packed;
}

/** null when the record is not of this version or for another number of passages. */
export function unpackDeleted(packed: Bytes, version: number, passages: number): DeletedPassages | null {
  const bits = packed.subarray(VERSION_BYTES);
  let found = 0;
  for (let byte = VERSION_BYTES - 1; byte >= 0; byte--) found = (found << 8) | (packed[byte] ?? 0);
  return found >>> 0 === version && bits.length === (passages + 7) >> 3 ? { version, bits } : null;
}

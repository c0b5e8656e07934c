/**
 * What every stored record wears: a format number and a digest seeded with its own key, so that one flipped bit, a
 * record in another's place or one of an older version is noticed and named before anything in it is believed.
 *
 *   0        1  2  3    4           8
 *   | format | 0  0  0  | digest LE | payload …
 *
 * The digest is MurmurHash3 (x86, 32 bits): 1 ms for 2 MB, and it guards against accidents, not against an attacker,
 * who could write the store himself. Naively SHA-256: asynchronous, 20 µs for each of thousands of small records.
 */
import { fail, type Result, succeed } from '../../text/result.ts';
import type { Bytes } from './byte-writer.ts';
import { LANES, type RecordKey } from './segment-store.ts';

const SEGMENT_FORMAT = 1;
const HEADER_BYTES = 8;

export type RecordFlaw = 'missing' | 'digest' | 'format' | 'stale' | 'unreadable';

function mix(word: number): number {
  const spread = Math.imul(word, 0xcc9e2d51);
  return Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
}

/** MurmurHash3_x86_32 (Appleby, public domain) of `bytes` from `start` on. */
export function murmur3(bytes: Bytes, start: number, seed: number): number {
  const length = bytes.length - start;
  const whole = length >>> 2;
  let hash = seed | 0;
  if ((bytes.byteOffset + start) % 4 === 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + start, whole);
    for (let at = 0; at < whole; at++) {
      hash ^= mix(words[at] as number);
      hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
    }
  } else {
    for (let at = 0; at < whole; at++) {
      hash ^= mix(wordAt(bytes, start + at * 4, 4));
      hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
    }
  }
  if (length % 4 > 0) hash ^= mix(wordAt(bytes, start + whole * 4, length % 4));
  hash ^= length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function wordAt(bytes: Bytes, at: number, count: number): number {
  let word = 0;
  for (let place = count - 1; place >= 0; place--) word = (word << 8) | (bytes[at + place] as number);
  return word;
}

function seedOf({ segment, lane, place }: RecordKey): number {
  return mix(segment) ^ mix(place + 0x9e3779b9) ^ (LANES.indexOf(lane) + 1);
}

/** The record to store for a payload. */
export function sealRecord(key: RecordKey, payload: Uint8Array): Bytes {
  const record = new Uint8Array(HEADER_BYTES + payload.length);
  record[0] = SEGMENT_FORMAT;
  record.set(payload, HEADER_BYTES);
  const digest = murmur3(record, HEADER_BYTES, seedOf(key));
  for (let byte = 0; byte < 4; byte++) record[4 + byte] = digest >>> (byte * 8);
  return record;
}

/** The payload, as a view of the record, or what is wrong with it. */
export function openRecord(key: RecordKey, record: Bytes | null): Bytes | RecordFlaw {
  if (record === null || record.length < HEADER_BYTES) return record === null ? 'missing' : 'digest';
  if (record[0] !== SEGMENT_FORMAT) return 'format';
  if (wordAt(record, 4, 4) >>> 0 !== murmur3(record, HEADER_BYTES, seedOf(key))) return 'digest';
  return record.subarray(HEADER_BYTES);
}

const FLAWS: Readonly<Record<RecordFlaw, string>> = {
  missing: 'is missing',
  digest: 'is damaged: its digest differs',
  format: `is of another version than ${SEGMENT_FORMAT}`,
  stale: 'is older than the archive says',
  unreadable: 'could not be read',
};

/** "Segment 3: record 12 of its postings is missing." */
export function describeFlaw({ segment, lane, place }: RecordKey, flaw: RecordFlaw): string {
  return `Segment ${segment}: record ${place} of its ${lane} ${FLAWS[flaw]}.`;
}

/** As `openRecord`, for those who can do nothing without the record. */
export function requireRecord(key: RecordKey, record: Bytes | null): Result<Bytes> {
  const payload = openRecord(key, record);
  return typeof payload === 'string' ? fail('archive-damaged', describeFlaw(key, payload)) : succeed(payload);
}

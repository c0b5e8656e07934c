/**
 * The tagger's weights: for each clue six small numbers, one for each label but "no name", whose weight is 0.
 *
 * The naive version keeps a Map from clue text to numbers, 30 MB. Here an entry is 32 bits, kept in the bucket that the
 * low bits of its clue number name; buckets lie one behind the other without gaps:
 *
 *   bits 31…24  highest bits of the clue number        bits 23…0  six steps of 4 bits into a table of 16 weights
 *
 * A clue that was never trained is taken for another once in 300 look-ups. File, little-endian:
 *
 *   "BSNT" version:u16 bucketBits:u8 lexiconBits:u8 | entries:u32 | weights of a step 16×i16 |
 *   transitions 8×7×i16 | calibration 16×u8 | bucket sizes 2^bucketBits×4 bits | entries×u32 | lexicon 2^lexiconBits×u16
 *
 * Weights are in units of 1/64: scores are whole numbers and the same on every machine.
 */
import { fail, type Result, succeed } from '../../text/result.ts';
import type { NameLexicon } from './name-lexicon.ts';

/** Labels: 0 no name, then begin and inside of a person, an organisation, a place. */
export const LABELS = 7;
export const TYPED = LABELS - 1;
export const UNIT = 64;
/** Most entries of a bucket: its size is written in 4 bits. */
export const LARGEST_BUCKET = 15;
const VERSION = 1;
export const STEPS = 16;
const HEAD = 12;
export const CALIBRATION_STEPS = 16;

export interface NameModel {
  readonly entries: Uint32Array;
  /** Bucket b holds entries [offsets[b], offsets[b + 1]). */
  readonly offsets: Uint32Array;
  /** The weight each 4-bit step stands for. */
  readonly steps: Int32Array;
  /** [from × LABELS + to]; row LABELS is the sentence's start. */
  readonly transitions: Int32Array;
  /** Percent of names right, by the tagger's own probability in 16 steps. */
  readonly calibration: Uint8Array;
  readonly lexicon: NameLexicon;
}

/** Adds the weights of clue `id` to six sums at `at`. */
export function addWeights(
  { entries, offsets, steps }: NameModel,
  id: number,
  sums: Int32Array,
  at: number,
): void {
  const bucket = id & (offsets.length - 2);
  const end = offsets[bucket + 1] as number;
  const check = id >>> 24;
  for (let slot = offsets[bucket] as number; slot < end; slot++) {
    const entry = entries[slot] as number;
    if (entry >>> 24 !== check) continue;
    sums[at] = (sums[at] as number) + (steps[entry & 15] as number);
    sums[at + 1] = (sums[at + 1] as number) + (steps[(entry >>> 4) & 15] as number);
    sums[at + 2] = (sums[at + 2] as number) + (steps[(entry >>> 8) & 15] as number);
    sums[at + 3] = (sums[at + 3] as number) + (steps[(entry >>> 12) & 15] as number);
    sums[at + 4] = (sums[at + 4] as number) + (steps[(entry >>> 16) & 15] as number);
    sums[at + 5] = (sums[at + 5] as number) + (steps[(entry >>> 20) & 15] as number);
    return;
  }
}

function sizeOf(bucketBits: number, entries: number, lexiconBits: number): number {
  const tables = STEPS * 2 + (LABELS + 1) * LABELS * 2 + CALIBRATION_STEPS;
  return HEAD + tables + 2 ** (bucketBits - 1) + 4 * entries + 2 * 2 ** lexiconBits;
}

export function packModel(model: NameModel): Uint8Array<ArrayBuffer> {
  const [bucketBits, lexiconBits] = [Math.log2(model.offsets.length - 1), Math.log2(model.lexicon.length)];
  const bytes = new Uint8Array(sizeOf(bucketBits, model.entries.length, lexiconBits));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('BSNT'));
  view.setUint16(4, VERSION, true);
  view.setUint8(6, bucketBits);
  view.setUint8(7, lexiconBits);
  view.setUint32(8, model.entries.length, true);
  let at = HEAD;
  for (const step of model.steps) {
    view.setInt16(at, step, true);
    at += 2;
  }
  for (const weight of model.transitions) {
    view.setInt16(at, weight, true);
    at += 2;
  }
  bytes.set(model.calibration, at);
  at += CALIBRATION_STEPS;
  for (let bucket = 0; bucket < model.offsets.length - 1; bucket += 2) {
    const [first, second, third] = model.offsets.subarray(bucket, bucket + 3) as unknown as [
      number,
      number,
      number,
    ];
    view.setUint8(at++, (second - first) | ((third - second) << 4));
  }
  for (const entry of model.entries) {
    view.setUint32(at, entry, true);
    at += 4;
  }
  for (const entry of model.lexicon) {
    view.setUint16(at, entry, true);
    at += 2;
  }
  return bytes;
}

/** Refuses bytes of another kind, version or length. Copies: the caller may reuse `bytes`. */
export function openModel(bytes: Uint8Array): Result<NameModel> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || new TextDecoder().decode(bytes.subarray(0, 4)) !== 'BSNT')
    return fail('archive-damaged', 'This is no model of names.');
  if (view.getUint16(4, true) !== VERSION)
    return fail('archive-damaged', 'The model of names has another version.');
  const [bucketBits, lexiconBits, count] = [view.getUint8(6), view.getUint8(7), view.getUint32(8, true)];
  if (
    bucketBits < 1 ||
    bucketBits > 22 ||
    lexiconBits > 22 ||
    bytes.length !== sizeOf(bucketBits, count, lexiconBits)
  )
    return fail('archive-damaged', 'The model of names is cut short.');
  let at = HEAD;
  const read16 = () => {
    at += 2;
    return view.getInt16(at - 2, true);
  };
  const steps = Int32Array.from({ length: STEPS }, read16);
  const transitions = Int32Array.from({ length: (LABELS + 1) * LABELS }, read16);
  const calibration = bytes.slice(at, at + CALIBRATION_STEPS);
  at += CALIBRATION_STEPS;
  const offsets = new Uint32Array(2 ** bucketBits + 1);
  for (let bucket = 0; bucket < 2 ** bucketBits; bucket++) {
    const size = ((bytes[at + (bucket >> 1)] as number) >> (bucket & 1 ? 4 : 0)) & 15;
    offsets[bucket + 1] = (offsets[bucket] as number) + size;
  }
  if (offsets[2 ** bucketBits] !== count) return fail('archive-damaged', 'The model of names is damaged.');
  at += 2 ** (bucketBits - 1);
  const entries = new Uint32Array(count);
  for (let entry = 0; entry < count; entry++, at += 4) entries[entry] = view.getUint32(at, true);
  const lexicon = new Uint16Array(2 ** lexiconBits);
  for (let entry = 0; entry < lexicon.length; entry++, at += 2) lexicon[entry] = view.getUint16(at, true);
  return succeed({ entries, offsets, steps, transitions, calibration, lexicon });
}

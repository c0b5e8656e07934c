/**
 * Lists of numbers one behind the other in one buffer, opened without parsing:
 *
 *   | columns, u32 | 0 | bytes of each, u32 … | column | column | …     each at a multiple of 8
 */
import { ByteWriter } from '../../retrieval/segments/byte-writer.ts';
import { NumberList } from '../../text/number-list.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
type Column = Uint8Array | Int32Array | Uint32Array;

const ALIGNMENT = 8;
const aligned = (at: number) => Math.ceil(at / ALIGNMENT) * ALIGNMENT;

export function joinColumns(columns: readonly Column[]): Bytes {
  const head = aligned((2 + columns.length) * 4);
  const joined = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + aligned(byteLength), head));
  const counts = new Uint32Array(joined.buffer, 0, 2 + columns.length);
  counts[0] = columns.length;
  let at = head;
  for (const [place, { buffer, byteOffset, byteLength }] of columns.entries()) {
    counts[2 + place] = byteLength;
    joined.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return joined;
}

/** Views of `bytes`, which must begin at a multiple of 8; null where they are no `count` columns. */
export function splitColumns(bytes: Bytes, count: number): Bytes[] | null {
  const head = aligned((2 + count) * 4);
  if (bytes.length < head) return null;
  const counts = new Uint32Array(bytes.buffer, bytes.byteOffset, 2 + count);
  if (counts[0] !== count) return null;
  const columns: Bytes[] = [];
  let at = head;
  for (const length of counts.subarray(2)) {
    columns.push(bytes.subarray(at, at + length));
    at += aligned(length);
  }
  return at === bytes.length ? columns : null;
}

export const asNumbers = ({ buffer, byteOffset, byteLength }: Bytes) =>
  new Uint32Array(buffer, byteOffset, byteLength >> 2);

/** Lists of numbers behind each other, and where each begins. */
export interface Lists {
  /** One more than there are lists. */
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** Lists as they come. */
export class ListsWriter {
  private readonly starts = new NumberList();
  private readonly values = new NumberList();

  add(list: Iterable<number>): void {
    this.starts.push(this.values.length);
    for (const value of list) this.values.push(value);
  }

  /** Of all that came; none may come after. */
  end(): Lists {
    this.starts.push(this.values.length);
    return { starts: this.starts.all, values: this.values.all };
  }
}

/** Undefined numbers give an empty list. */
export function listAt({ starts, values }: Lists, at: number): Uint32Array {
  return values.subarray(starts[at] ?? 0, starts[at + 1] ?? 0);
}

/** For each value below `count`, the lists that hold it, ascending. O(values). */
export function invertLists({ starts, values }: Lists, count: number): Lists {
  const inverted = { starts: new Uint32Array(count + 1), values: new Uint32Array(values.length) };
  for (const value of values) inverted.starts[value + 1]!++;
  for (let at = 0; at < count; at++) inverted.starts[at + 1]! += inverted.starts[at] as number;
  const next = inverted.starts.slice();
  for (let list = 0; list + 1 < starts.length; list++)
    for (let at = starts[list] as number; at < (starts[list + 1] as number); at++)
      inverted.values[next[values[at] as number]!++] = list;
  return inverted;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Texts in one column as they come, and where each begins in it; texts hold no NUL. */
export class TextsWriter {
  private readonly starts = new NumberList();
  private readonly bytes = new ByteWriter();

  add(text: string): void {
    this.starts.push(this.bytes.length);
    this.bytes.raw(encoder.encode(text));
  }

  /** Of all that came; none may come after. */
  end(): [starts: Uint32Array, bytes: Bytes] {
    this.starts.push(this.bytes.length);
    return [this.starts.all, this.bytes.bytes.subarray(0, this.bytes.length)];
  }
}

/** Each decoded when it is asked for. */
export interface Texts {
  readonly length: number;
  at(place: number): string;
}

export function openTexts(starts: Uint32Array, bytes: Bytes): Texts {
  return {
    length: starts.length - 1,
    at: (place) => decoder.decode(bytes.subarray(starts[place], starts[place + 1])),
  };
}

export const encodeJson = (value: unknown): Bytes => encoder.encode(JSON.stringify(value));
export const decodeJson = <T>(bytes: Bytes): T => JSON.parse(decoder.decode(bytes)) as T;

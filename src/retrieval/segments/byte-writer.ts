/**
 * Bytes that grow, and numbers in as few of them as they need: varints of seven bits, lowest first (LEB128).
 *
 *   300 = 0b10_0101100   →   1|0101100  0|0000010   →   ac 02
 */
export type Bytes = Uint8Array<ArrayBuffer>;

const FEW = 64;

export class ByteWriter {
  bytes: Bytes;
  length = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0 to 2^53 - 1. */
  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 0x7fffffff) {
      this.bytes[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What the other has written. Most lists are a few bytes: too few to make a view of. */
  append({ bytes, length }: ByteWriter): void {
    if (length > FEW) this.raw(bytes.subarray(0, length));
    else this.copy(bytes, 0, length);
  }

  /** A copy of `from[start, end)`: quicker than a view for the few bytes this is called with. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    for (let at = start; at < end; at++) this.bytes[this.length++] = from[at] as number;
  }

  /** What was written, as a copy; the writer starts again. */
  take(): Bytes {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

/** A place in bytes that moves on as they are read. Past the end it reads zeros: digests are checked before. */
export interface ByteCursor {
  readonly bytes: Uint8Array;
  at: number;
}

export function readVarint(cursor: ByteCursor): number {
  const { bytes } = cursor;
  let byte = bytes[cursor.at++] ?? 0;
  if (byte < 128) return byte;
  let value = byte & 127;
  let unit = 128;
  do {
    byte = bytes[cursor.at++] ?? 0;
    value += (byte & 127) * unit;
    unit *= 128;
  } while (byte > 127);
  return value;
}

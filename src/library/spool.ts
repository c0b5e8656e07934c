/** A port to bytes put aside, one piece behind the other, and read again: on files, where memory must stay small. */
import { joinBytes } from '../archive/digest.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Spool {
  /** Of all pieces. */
  readonly length: number;
  append(bytes: Bytes): void;
  /** Throws where they cannot be read. The bytes are the caller's. */
  read(start: number, end: number): Bytes;
}

/** In memory, for tests and small archives. */
export function createMemorySpool(): Spool {
  let pieces: Bytes[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    append: (bytes) => {
      pieces.push(bytes.slice());
      length += bytes.length;
    },
    read: (start, end) => {
      if (pieces.length > 1) pieces = [joinBytes(pieces)];
      return (pieces[0] ?? new Uint8Array()).slice(start, end);
    },
  };
}

/** Piece by piece, of at most so many bytes. */
export function* piecesOf(spool: Spool, most = 1_000_000): Generator<Bytes> {
  for (let at = 0; at < spool.length; at += most) yield spool.read(at, Math.min(at + most, spool.length));
}

/**
 * Undoing DEFLATE and GZIP piece by piece, with fflate: in small bites, so that one push of a bomb gives 16 MiB at
 * most before it is counted. `DecompressionStream` is no substitute: it stops at the second GZIP member, and every
 * record of a .warc.gz is one. O(bytes out).
 */
import { Gunzip, Inflate } from 'fflate';
import type { ByteSource } from './capture-outcome.ts';
import { chunksOf } from './read-bytes.ts';
import { UnpackError, type Unpacking } from './unpacking.ts';

/** DEFLATE gives at most 1,032 bytes for one. */
const BITE_BYTES = 16_384;

type Wrapping = 'gzip' | 'raw';

/** Throws {@link UnpackError} for a bomb, and for a stream that is damaged or breaks off, after giving what was sound. */
export async function* inflate(
  source: ByteSource,
  wrapping: Wrapping,
  unpacking: Unpacking,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const trailer = new GzipTrailer();
  const keep = (piece: Uint8Array): void => {
    trailer.given += piece.length;
    if (piece.length > 0) pieces.push(piece as Uint8Array<ArrayBuffer>);
  };
  const stream = wrapping === 'gzip' ? new Gunzip(keep) : new Inflate(keep);
  if (stream instanceof Gunzip) stream.onmember = () => trailer.startMember();
  const count = unpacking.openStream();
  const push = (bite: Uint8Array<ArrayBuffer>, isLast: boolean): UnpackError | null => {
    try {
      stream.push(bite, isLast);
      return null;
    } catch (error) {
      const isCut = (error as { code?: number }).code === 0;
      return new UnpackError(
        'damaged',
        isCut ? 'Its compressed data break off before the end.' : 'Its compressed data are damaged.',
      );
    }
  };
  for await (const bite of bitesOf(source)) {
    const failure = push(bite.bytes, bite.isLast);
    let given = 0;
    for (const piece of pieces) given += piece.length;
    count(bite.bytes.length, given);
    yield* pieces.splice(0);
    if (failure) throw failure;
    trailer.note(bite.bytes);
  }
  if (wrapping === 'gzip' && !trailer.isRight)
    throw new UnpackError('damaged', 'Its compressed data break off before the end.');
}

async function* bitesOf(
  source: ByteSource,
): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer>; isLast: boolean }> {
  for await (const chunk of chunksOf(source)) {
    for (let at = 0; at < chunk.length; at += BITE_BYTES) {
      // A copy: the library keeps what it could not use yet, and a view would keep the whole chunk.
      yield { bytes: chunk.slice(at, at + BITE_BYTES), isLast: false };
    }
  }
  yield { bytes: new Uint8Array(0), isLast: true };
}

/** The last four bytes of a member state its length: the library does not look, and takes a cut stream for a whole one. */
class GzipTrailer {
  given = 0;
  #last: number[] = [];

  startMember(): void {
    this.given = 0;
  }

  note(bite: Uint8Array): void {
    this.#last = [...this.#last, ...bite.subarray(-4)].slice(-4);
  }

  /** Zeros alone are padding behind the last member, as tapes have it. */
  get isRight(): boolean {
    const stated = this.#last.reduceRight((value, byte) => value * 256 + byte, 0);
    return stated === this.given % 2 ** 32 || stated === 0;
  }
}

/**
 * Bytes in, within limits: a whole file for formats that need one, or its lines one after the other.
 *
 * The naive version reads the file and splits the text: memory grows with the file, and a two-gigabyte line stops the
 * browser. Here lines are cut from the bytes as they arrive; memory is one line, whatever the file's size. O(bytes).
 */
import type { ByteSource } from './capture-outcome.ts';

/** Formats that must be held whole. The longest book is a tenth of this; beyond it a phone's tab runs out of memory. */
export const MOST_FILE_BYTES = 64 * 2 ** 20;
/** One article as a JSON line; the longest real ones are below 1 MiB. */
export const MOST_LINE_BYTES = 16 * 2 ** 20;

const LINE_FEED = 0x0a;

export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (source instanceof Uint8Array) yield source;
  else yield* source;
}

/** Null when the source holds more than `limit` bytes; reading stops there. */
export async function readAll(
  source: ByteSource,
  limit = MOST_FILE_BYTES,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (source instanceof Uint8Array) return source.length > limit ? null : source;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return concatenate(chunks, length);
}

/** The first bytes of a source, and the same source again with nothing lost. */
export async function peek(
  source: ByteSource,
  length: number,
): Promise<{ head: Uint8Array<ArrayBuffer>; source: ByteSource }> {
  if (source instanceof Uint8Array) return { head: source.subarray(0, length), source };
  const iterator = source[Symbol.asyncIterator]();
  const seen: Uint8Array<ArrayBuffer>[] = [];
  let seenLength = 0;
  while (seenLength < length) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    seenLength += next.value.length;
  }
  async function* again(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    yield* seen;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: concatenate(seen, seenLength).subarray(0, length), source: again() };
}

/** `bytes` without the line feed; null for a line over the limit, whose bytes are passed over. `number` is 1-based. */
interface ByteLine {
  readonly number: number;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

export async function* byteLines(source: ByteSource, limit = MOST_LINE_BYTES): AsyncGenerator<ByteLine> {
  let number = 1;
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const keep = (piece: Uint8Array<ArrayBuffer>): void => {
    length += piece.length;
    if (length > limit) pending = [];
    else if (piece.length > 0) pending.push(piece);
  };
  const take = (): ByteLine => {
    const line = { number: number++, bytes: length > limit ? null : concatenate(pending, length) };
    pending = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunksOf(source)) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

function concatenate(chunks: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

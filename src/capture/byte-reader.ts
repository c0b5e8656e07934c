/**
 * Walking through a byte stream: exact numbers of bytes, lines, or the pieces up to a length, with nothing held but
 * what is asked for. Archives and WARC files are read through it in memory that does not grow with the file. O(bytes).
 */
import type { ByteSource } from './capture-outcome.ts';
import { chunksOf } from './read-bytes.ts';

const NOTHING = new Uint8Array(0);

export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array<ArrayBuffer>>;
  #held: Uint8Array<ArrayBuffer> = NOTHING;
  #at = 0;
  #position = 0;
  #isOver = false;

  constructor(source: ByteSource) {
    this.#chunks = chunksOf(source);
  }

  /** Bytes passed so far. */
  get position(): number {
    return this.#position;
  }

  /** At most `length` bytes that come next, without passing them; fewer only at the end. */
  async peek(length: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#held.length - this.#at < length && (await this.#pull()));
    return this.#held.subarray(this.#at, this.#at + length);
  }

  /** Exactly `length` bytes; null when the source ends before. */
  async take(length: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = await this.peek(length);
    if (bytes.length < length) return null;
    this.#pass(length);
    return bytes;
  }

  /** The next `length` bytes as they come; fewer when the source ends. An abandoned piece is passed by `skip`. */
  async *pieces(length: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let left = length; left > 0; ) {
      if (this.#held.length === this.#at && !(await this.#pull())) return;
      const piece = this.#held.subarray(this.#at, this.#at + left);
      this.#pass(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** Passes `length` bytes; false when the source ends before. */
  async skip(length: number): Promise<boolean> {
    let left = length;
    for await (const piece of this.pieces(length)) left -= piece.length;
    return left === 0;
  }

  /** Up to the next line feed, without it and a carriage return before it; null at the end or over `limit` bytes. */
  async takeLine(limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
    for (let seen = 0; ; ) {
      const end = this.#held.indexOf(0x0a, this.#at + seen);
      if (end >= 0) {
        const line = this.#held.subarray(
          this.#at,
          this.#held[end - 1] === 0x0d && end > this.#at ? end - 1 : end,
        );
        this.#pass(end + 1 - this.#at);
        return line;
      }
      seen = this.#held.length - this.#at;
      if (seen > limit) return null;
      if (await this.#pull()) continue;
      if (seen === 0) return null;
      const rest = this.#held.subarray(this.#at);
      this.#pass(seen);
      return rest;
    }
  }

  #pass(length: number): void {
    this.#at += length;
    this.#position += length;
  }

  async #pull(): Promise<boolean> {
    if (this.#isOver) return false;
    const next = await this.#chunks.next();
    if (next.done) {
      this.#isOver = true;
      return false;
    }
    if (this.#at === this.#held.length) this.#held = next.value;
    else {
      const joined = new Uint8Array(this.#held.length - this.#at + next.value.length);
      joined.set(this.#held.subarray(this.#at));
      joined.set(next.value, this.#held.length - this.#at);
      this.#held = joined;
    }
    this.#at = 0;
    return true;
  }
}

/**
 * The elements of a JSON array as they arrive, each as its own bytes, and the guard every JSON text passes first.
 *
 * The naive version parses the file: 64 MiB of "[[],[],…" become a gigabyte of objects, and a text that is one deep
 * bracket stops whatever walks it. Here brackets and commas are counted first, outside strings. O(bytes), memory of
 * the longest element.
 */
import type { ByteSource } from './capture-outcome.ts';
import { chunksOf, MOST_LINE_BYTES } from './read-bytes.ts';

/** Exports of reference managers have 12. */
const DEEPEST = 200;
/** A page with every word annotated; a parsed value costs about 40 bytes. */
const MOST_VALUES = 1_000_000;

const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d,
];

/** A sentence's end for a text that would not stay small when parsed; null for one that may be parsed. */
export function jsonBomb(bytes: Uint8Array): string | null {
  const scan = new JsonScan();
  for (const byte of bytes) {
    scan.take(byte);
    if (scan.fault !== null) return scan.fault;
  }
  return null;
}

class JsonScan {
  depth = 0;
  values = 0;
  isInString = false;
  fault: string | null = null;
  #isEscaped = false;

  take(byte: number): void {
    if (this.isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) this.isInString = false;
    } else if (byte === QUOTE) this.isInString = true;
    else if (byte === OPEN || byte === OPEN_OBJECT) {
      this.values++;
      if (++this.depth > DEEPEST) this.fault = `nested more than ${DEEPEST} deep`;
    } else if (byte === CLOSE || byte === CLOSE_OBJECT) this.depth--;
    else if (byte === COMMA && ++this.values > MOST_VALUES)
      this.fault = `made of more than ${MOST_VALUES.toLocaleString('en')} values`;
  }
}

/** `bytes` is null for an element over the limit, or one that is a bomb, which were passed over: `problem` says which. */
export interface JsonElement {
  /** 1-based. */
  readonly number: number;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly problem: string | null;
}

/** The elements of a top-level array in UTF-8; its value is whether the array was closed. */
export async function* jsonElements(
  source: ByteSource,
  limit = MOST_LINE_BYTES,
): AsyncGenerator<JsonElement, boolean> {
  let scan = new JsonScan();
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let [length, number, isInside] = [0, 0, false];
  let problem: string | null = null;
  const keep = (piece: Uint8Array<ArrayBuffer>): void => {
    length += piece.length;
    if (length > limit) problem ??= `larger than ${limit / 2 ** 20} MiB`;
    if (problem !== null) pieces = [];
    else if (piece.length > 0) pieces.push(piece.slice());
  };
  const take = (): JsonElement | null => {
    const bytes = new Uint8Array(problem === null ? length : 0);
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    const element = { number: number + 1, bytes: problem === null ? bytes : null, problem };
    const isBlank = problem === null && bytes.every((byte) => byte <= 0x20);
    pieces = [];
    length = 0;
    problem = null;
    if (isBlank) return null;
    number++;
    return element;
  };
  for await (const chunk of chunksOf(source)) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (!isInside) {
        isInside = byte === OPEN;
        from = at + 1;
        continue;
      }
      const isEnd = !scan.isInString && scan.depth === 0 && (byte === COMMA || byte === CLOSE);
      if (isEnd) {
        keep(chunk.subarray(from, at));
        const element = take();
        if (element) yield element;
        if (byte === CLOSE) return true;
        from = at + 1;
        scan = new JsonScan();
      } else {
        scan.take(byte);
        problem ??= scan.fault;
      }
    }
    if (isInside) keep(chunk.subarray(from));
  }
  const element = take();
  if (element) yield element;
  return false;
}

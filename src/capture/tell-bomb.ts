/**
 * Tells what lies in an archive and was refused by its first bytes ("binary data") from a bomb that begins so.
 *
 * The naive version stops reading at the refusal, and the reader of a 200 KB file of 200 MB of zeros learns that it
 * is no text. Here a little more is unpacked and counted. O(64 MiB) a refused file, less for a real bomb.
 */
import {
  type ByteSource,
  type CaptureContext,
  type CaptureOutcome,
  type RefusalCode,
  refuse,
} from './capture-outcome.ts';
import { UnpackError } from './unpacking.ts';

/** A stream of 250 times its size is told by then; nearer to the 200 that are allowed, no bomb is worth making. */
const MOST_PASSED_BYTES = 64 * 2 ** 20;
/** What first bytes alone are refused for. */
const BY_FIRST_BYTES: ReadonlySet<RefusalCode> = new Set([
  'binary',
  'empty',
  'unknown-format',
  'damaged',
  'not-utf-8',
]);

/** What `read` makes of an unpacked stream; its only refusal becomes "bomb" where the rest of the stream shows one. */
export async function* tellBomb(
  unpacked: AsyncIterable<Uint8Array<ArrayBuffer>>,
  context: CaptureContext,
  read: (source: ByteSource) => AsyncIterable<CaptureOutcome>,
): AsyncGenerator<CaptureOutcome> {
  const pieces = unpacked[Symbol.asyncIterator]();
  // Without `return`: a reader that stops early must not end the stream.
  const kept = { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) };
  let only: CaptureOutcome | null = null;
  let seen = 0;
  try {
    for await (const outcome of read(kept)) {
      if (++seen === 1 && !outcome.ok && BY_FIRST_BYTES.has(outcome.code)) {
        only = outcome;
        continue;
      }
      if (only !== null) yield only;
      only = null;
      yield outcome;
    }
    if (only !== null) {
      const bomb = await bombBehind(pieces);
      yield bomb === null ? only : refuse(context, bomb.code, bomb.message);
    }
  } finally {
    await pieces.return?.();
  }
}

async function bombBehind(pieces: AsyncIterator<Uint8Array<ArrayBuffer>>): Promise<UnpackError | null> {
  try {
    for (let passed = 0; passed < MOST_PASSED_BYTES; ) {
      const step = await pieces.next();
      if (step.done) return null;
      passed += step.value.length;
    }
    return null;
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    return error.code === 'bomb' ? error : null;
  }
}

/**
 * A short proof that a row is as it was written. An article's id proves its text and what was captured, but not what the
 * reader did with it: a tag or a correction could change on the disk and nobody would see. Not against forgers, who
 * would seal what they write; 64 bits, O(length), and no promise, which would end the transaction it is written in.
 */
import { HASH1_START, HASH2_START, stepHash1, stepHash2 } from '../../text/tokenise.ts';

/** Of any JSON; the order of its fields counts, and IndexedDB keeps it. */
export function sealOf(holding: unknown): string {
  const written = JSON.stringify(holding) ?? '';
  let [first, second] = [HASH1_START, HASH2_START];
  for (let at = 0; at < written.length; at++) {
    const unit = written.charCodeAt(at);
    first = stepHash1(first, unit);
    second = stepHash2(second, unit);
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

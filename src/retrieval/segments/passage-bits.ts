/** One bit a passage, by ordinal: bit `ordinal & 7` of byte `ordinal >> 3`. */
import type { Bytes } from './byte-writer.ts';

export function noBits(passages: number): Bytes {
  return new Uint8Array((passages + 7) >> 3);
}

export function hasBit(bits: Uint8Array, ordinal: number): boolean {
  return (((bits[ordinal >> 3] as number) >> (ordinal & 7)) & 1) === 1;
}

export function setBit(bits: Uint8Array, ordinal: number): void {
  bits[ordinal >> 3] = (bits[ordinal >> 3] as number) | (1 << (ordinal & 7));
}

export function countBits(bits: Uint8Array): number {
  let count = 0;
  for (let byte of bits) for (; byte > 0; byte &= byte - 1) count++;
  return count;
}

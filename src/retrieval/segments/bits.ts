/**
 * Numbers in as few bits as they need, lowest bit first, one behind the other across bytes.
 *
 *   put(5, 3) put(1, 1) put(9, 4)   →   101 · 1 · 1001   →   byte 1001_1_101 = 9d
 *
 * Rice codes (Rice & Plaut 1971) suit gaps: `value >> k` ones, a zero, the k low bits. Gaps of a word's passages take
 * 8 bits so, within a twentieth of their entropy, where varints take 12.
 */
import { ByteWriter } from './byte-writer.ts';

/** What readers may look past the end: bytes that must be there, whatever they hold. */
export const PADDING = 4;

/** With up to 7 bits pending, 31 in all. */
const MOST_AT_ONCE = 24;

export class BitWriter {
  readonly bytes = new ByteWriter();
  private pending = 0;
  private pendingBits = 0;

  /** `value` below 2^`count`, `count` up to 31. */
  put(value: number, count: number): void {
    if (count > MOST_AT_ONCE) {
      this.put(value & 0xffff, 16);
      this.put(value >>> 16, count - 16);
      return;
    }
    this.pending |= value << this.pendingBits;
    this.pendingBits += count;
    while (this.pendingBits >= 8) {
      this.bytes.byte(this.pending & 0xff);
      this.pending >>>= 8;
      this.pendingBits -= 8;
    }
  }

  putRice(value: number, k: number): void {
    let ones = value >>> k;
    const low = value & ((1 << k) - 1);
    if (ones + 1 + k <= MOST_AT_ONCE) {
      this.put(((1 << ones) - 1) | (low << (ones + 1)), ones + 1 + k);
      return;
    }
    for (; ones >= 16; ones -= 16) this.put(0xffff, 16);
    this.put((1 << ones) - 1, ones + 1);
    this.put(low, k);
  }

  /** Fills the last byte up. */
  align(): void {
    if (this.pendingBits > 0) this.bytes.byte(this.pending & 0xff);
    this.pending = 0;
    this.pendingBits = 0;
  }
}

/** The k that codes numbers of this mean shortest, up to 30. */
export function riceParameter(mean: number): number {
  return Math.min(30, Math.max(0, Math.floor(Math.log2(mean * Math.LN2 + 1e-9)) + 1));
}

/** At least 25 bits from bit `at` on, in the low end. The bytes end with PADDING. */
function peekBits(bytes: Uint8Array, at: number): number {
  const byte = at >>> 3;
  const word =
    (bytes[byte] as number) |
    ((bytes[byte + 1] as number) << 8) |
    ((bytes[byte + 2] as number) << 16) |
    ((bytes[byte + 3] as number) << 24);
  return word >>> (at & 7);
}

/** `count` bits, up to 31, from bit `at` on. */
function bitsAt(bytes: Uint8Array, at: number, count: number): number {
  if (count <= 16) return peekBits(bytes, at) & ((1 << count) - 1);
  return (peekBits(bytes, at) & 0xffff) + bitsAt(bytes, at + 16, count - 16) * 0x10000;
}

export class BitReader {
  /** The next bit. */
  at: number;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  take(count: number): number {
    const value = bitsAt(this.bytes, this.at, count);
    this.at += count;
    return value;
  }

  /** The bits to come, at least 25 of them, for callers that then move `at`. */
  peek(): number {
    return peekBits(this.bytes, this.at);
  }

  takeRice(k: number): number {
    const next = peekBits(this.bytes, this.at);
    const high = 31 - Math.clz32(~next & -~next);
    if (high < 0 || high + 1 + k > 25) return this.takeLongRice(k);
    this.at += high + 1 + k;
    return (high << k) | ((next >>> (high + 1)) & ((1 << k) - 1));
  }

  private takeLongRice(k: number): number {
    let high = 0;
    for (;;) {
      const window = peekBits(this.bytes, this.at) | 0xfe000000;
      const ones = window === -1 ? 32 : 31 - Math.clz32(~window & -~window);
      if (ones < 25) {
        high += ones;
        this.at += ones + 1;
        break;
      }
      high += 25;
      this.at += 25;
    }
    return k === 0 ? high : high * 2 ** k + this.take(k);
  }
}

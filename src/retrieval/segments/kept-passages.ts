/**
 * What is known of each passage of a segment to be, put together from its sources: lengths, numbers, where articles
 * start. Passage by passage this is the longest of a merge's steps; here what lies between two deleted passages is taken
 * over in one go. O(passages), next to nothing for each.
 */
import { FIELDS } from './analysed-passage.ts';
import type { FieldLengths } from './field-lengths.ts';
import { hasBit, noBits, setBit } from './passage-bits.ts';
import { addToRuns, type NumberRuns } from './passage-numbers.ts';

interface Source {
  readonly lengths: FieldLengths;
  readonly numbers: NumberRuns;
  /** Where articles start. */
  readonly starts: Uint8Array;
  /** Passages that are left out. */
  readonly dropped: Uint8Array;
}

export class KeptPassages {
  readonly lengths: FieldLengths;
  readonly numbers: number[] = [];
  readonly starts: Uint8Array;
  private next = 0;

  /** `passages`: of all sources, without those left out. */
  constructor(passages: number) {
    const make = () => new Uint8Array(passages);
    this.lengths = { headline: make(), body: make(), names: make() };
    this.starts = noBits(passages);
  }

  /** Sources come in the order of their numbers. */
  add(source: Source): void {
    const { numbers, starts, dropped } = source;
    let isStart = false;
    let ordinal = 0;
    for (let run = 0; run < numbers.length; run += 2) {
      const first = (numbers[run] as number) - ordinal;
      for (const end = ordinal + (numbers[run + 1] as number); ordinal < end; ordinal++) {
        // An article whose first passage is left out starts with the next one kept.
        isStart ||= hasBit(starts, ordinal);
        if (hasBit(dropped, ordinal)) continue;
        const from = ordinal;
        while (ordinal + 1 < end && !hasBit(dropped, ordinal + 1)) ordinal++;
        if (isStart) setBit(this.starts, this.next);
        isStart = false;
        this.keep(source, from, ordinal + 1);
        addToRuns(this.numbers, first + from, ordinal + 1 - from);
      }
    }
  }

  private keep({ lengths, starts }: Source, from: number, end: number): void {
    for (const field of FIELDS) this.lengths[field].set(lengths[field].subarray(from, end), this.next);
    const shift = this.next - from;
    for (let ordinal = from + 1; ordinal < end; ordinal++)
      if (hasBit(starts, ordinal)) setBit(this.starts, ordinal + shift);
    this.next += end - from;
  }
}

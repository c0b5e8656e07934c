import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptPassages } from '../../../src/retrieval/segments/kept-passages.ts';
import { hasBit, noBits, setBit } from '../../../src/retrieval/segments/passage-bits.ts';
import { addToRuns, readRuns } from '../../../src/retrieval/segments/passage-numbers.ts';

interface Passage {
  /** Numbers passed over in front of its own. */
  readonly gap: number;
  readonly length: number;
  readonly isStart: boolean;
  readonly isDropped: boolean;
}

const passage: fc.Arbitrary<Passage> = fc.record({
  gap: fc.constantFrom(0, 0, 0, 5),
  length: fc.nat(255),
  isStart: fc.boolean(),
  isDropped: fc.boolean(),
});
const sources = fc.array(fc.array(passage, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 });

function bitsOf(passages: readonly Passage[], isSet: (one: Passage) => boolean): Uint8Array {
  const bits = noBits(passages.length);
  for (const [at, one] of passages.entries()) if (isSet(one)) setBit(bits, at);
  return bits;
}

describe('passages kept by a merge', () => {
  it('have the lengths, numbers and article starts that looking at each of them gives', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const kept = new KeptPassages(all.flat().filter(({ isDropped }) => !isDropped).length);
        const naive: { number: number; length: number; isStart: boolean }[] = [];
        let number = 0;
        for (const passages of all) {
          const numbers: number[] = [];
          let isStart = false;
          for (const one of passages) {
            number += 1 + one.gap;
            addToRuns(numbers, number, 1);
            isStart ||= one.isStart;
            if (one.isDropped) continue;
            naive.push({ number, length: one.length, isStart });
            isStart = false;
          }
          const lengths = Uint8Array.from(passages, ({ length }) => length);
          kept.add({
            lengths: { headline: lengths, body: lengths.map((one) => one >> 1), names: lengths.map(() => 1) },
            numbers,
            starts: bitsOf(passages, ({ isStart: is }) => is),
            dropped: bitsOf(passages, ({ isDropped }) => isDropped),
          });
        }
        const { numberOf, passages } = readRuns(kept.numbers);
        expect(passages).toBe(naive.length);
        naive.forEach((one, at) => {
          expect(numberOf(at)).toBe(one.number);
          expect(kept.lengths.headline[at]).toBe(one.length);
          expect(kept.lengths.body[at]).toBe(one.length >> 1);
          expect(kept.lengths.names[at]).toBe(1);
          expect(hasBit(kept.starts, at)).toBe(one.isStart);
        });
      }),
    );
  });
});

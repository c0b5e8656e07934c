import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeys } from '../../../src/entities/compare-keys.ts';
import { latinSlips, letterDistance } from '../../../src/entities/compare-letters.ts';
import { compareNames } from '../../../src/entities/compare-names.ts';
import { partsOfName } from '../../../src/entities/name-parts.ts';

const letters = fc.constantFrom(
  ..."abcdehiklmnorstuvwyаеиклнопрстובדילנראبدرسلمنوي김이박習近平カタナ -.'’,ʻ\u200b123ÄÖéñ",
);
const name = fc.string({ unit: letters, maxLength: 40 });
/** Any character, lone surrogates too; fast-check's own takes seconds to set up. */
const character = fc.nat({ max: 0x2ffff }).map((code) => String.fromCodePoint(code));
const type = fc.constantFrom('person', 'organization', 'place', 'event', undefined);

describe('compareNames', () => {
  it('does not depend on which name comes first', () => {
    fc.assert(
      fc.property(name, name, type, (left, right, kind) => {
        expect(compareNames(left, right, kind).same).toBe(compareNames(right, left, kind).same);
      }),
    );
  });

  it('finds every name with a letter in it the same as itself, whatever its case', () => {
    fc.assert(
      fc.property(name, type, (text, kind) => {
        fc.pre(partsOfName(text, kind).words.length > 0);
        expect(compareNames(text, text, kind).same).toBe(true);
      }),
    );
  });

  it('answers any text with a score from 0 to 1 on the right side of the decision', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: character, maxLength: 60 }),
        fc.string({ unit: character, maxLength: 60 }),
        (a, b) => {
          const { same, score } = compareNames(a, b);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(same).toBe(score >= 0.5);
          expect(nameKeys(a).every((key) => key.length > 0)).toBe(true);
        },
      ),
    );
  });

  it('never finds names with other numbers the same thing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1900, max: 2100 }), (a, b) => {
        fc.pre(a !== b);
        expect(compareNames(`Storm of ${a}`, `Storm of ${b}`, 'event').same).toBe(false);
      }),
    );
  });
});

describe('letterDistance', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 6 });

  /** The definition, by trying everything. */
  function naive(left: string, right: string): number {
    if (left === '' || right === '') return left.length + right.length;
    const [a, b] = [left.slice(1), right.slice(1)];
    const swapped = left[0] === right[1] && left[1] === right[0] && left.length > 1 && right.length > 1;
    return Math.min(
      naive(a, right) + 1,
      naive(left, b) + 1,
      naive(a, b) + (left[0] === right[0] ? 0 : 1),
      swapped ? naive(left.slice(2), right.slice(2)) + 1 : Number.POSITIVE_INFINITY,
    );
  }

  it('is what trying everything finds', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(letterDistance(a, b)).toBe(naive(a, b));
      }),
      { numRuns: 200 },
    );
  });

  it('bounds the slips of Latin words from above, but for other genders and first letters', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(latinSlips(a, b)).toBeLessThanOrEqual(Math.max(1.6, letterDistance(a, b) + 0.15));
      }),
    );
  });
});

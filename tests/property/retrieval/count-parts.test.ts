import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartCounter, partsOf } from '../../../src/retrieval/count-parts.ts';
import { words } from '../../../src/text/tokenise.ts';

const letters = fc.string({
  unit: fc.constantFrom(..."abAB1é’'_-. \n\tßقد中国𐐀", 'ana', 'ba', ' ', ' '),
  maxLength: 80,
});
/** As few letters as the texts have, so that parts meet. */
const askedWord = fc
  .string({ unit: fc.constantFrom(...'ab1', 'ana', 'ba', 'ss', 'قد'), minLength: 2, maxLength: 8 })
  .filter((word) => word.length > 1);

describe('parts of words', () => {
  it('are counted as by cutting every word, text after text', () => {
    fc.assert(
      fc.property(
        fc.array(askedWord, { minLength: 1, maxLength: 4 }),
        fc.array(letters, { maxLength: 3 }),
        (asked, texts) => {
          const wanted = new Set(asked.flatMap(partsOf));
          const counter = new PartCounter(wanted);
          for (const text of texts) {
            counter.read(text);
            const counts = new Map<string, number>();
            for (const part of words(text).flatMap(partsOf))
              if (wanted.has(part)) counts.set(part, (counts.get(part) ?? 0) + 1);
            expect(counter.counts).toEqual(counts);
            expect(counter.words).toBe(words(text).length);
          }
        },
      ),
    );
  });
});

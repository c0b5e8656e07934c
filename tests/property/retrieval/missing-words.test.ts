import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitRun } from '../../../src/retrieval/missing-words.ts';
import type { PassageIndex } from '../../../src/retrieval/passage-index.ts';

const indexOf = (words: readonly string[]) =>
  ({ passageCount: (word: string) => (words.includes(word) ? 1 : 0) }) as unknown as PassageIndex;

/** Every way to cut the word into printed parts, by trying all. */
function waysToCut(printed: readonly string[], word: string): string[][] {
  if (word === '') return [[]];
  return printed
    .filter((part) => word.startsWith(part))
    .flatMap((part) => waysToCut(printed, word.slice(part.length)).map((rest) => [part, ...rest]));
}

it('takes a run of letters apart into the fewest printed words, wherever trying all ways finds one', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 5 });
  const printed = fc.uniqueArray(part, { minLength: 1, maxLength: 8 });
  const run = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 6, maxLength: 14 });
  const made = printed.chain((words) =>
    fc.tuple(fc.constant(words), fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 4 })),
  );
  const cases = fc.oneof(
    made.map(([words, parts]) => [words, parts.join('')] as const),
    fc.tuple(printed, run),
  );
  fc.assert(
    fc.property(cases, ([words, run]) => {
      const ways = waysToCut(words, run).filter((parts) => parts.length > 1);
      const split = splitRun(indexOf(words), run);
      if (words.includes(run)) return; // nobody asks what a printed word is made of
      expect(split?.length).toBe(
        ways.length === 0 ? undefined : Math.min(...ways.map(({ length }) => length)),
      );
      if (split) expect(split.join('')).toBe(run);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLUED, splitWords } from '../../../../src/entities/recognise/split-words.ts';

/** What the splitter does where no mark stands inside a word: the naive version in one line. */
const naive = (text: string) => [...text.matchAll(/[\p{L}\p{M}\p{Nd}]+|\S/gu)];

/** Blanks around marks that could belong to a word ("U.S.", "O’Brien", "3,500"), so that none does. */
const piece = fc.oneof(
  fc.constantFrom('Ana', 'bridge', 'Öl', 'мост', 'Élysée', 'été', 'גשר', 'جسر', 'XIV', '1950', '7b'),
  fc.constantFrom(' ', '  ', '\n', '\n\n', '\t', ' ; ', ' - ', ' (', ') ', ' ! ', ' ? ', ' … ', ' / '),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('splitWords', () => {
  it('equals the naive reading of words and marks where no mark stands inside a word', () => {
    fc.assert(
      fc.property(text, (body) => {
        const { count, start, end } = splitWords(body);
        const words = Array.from({ length: count }, (_, at) => [start[at], end[at]]);
        expect(words).toEqual(naive(body).map(({ index, 0: word }) => [index, index + word.length]));
      }),
    );
  });

  it('calls a word glued exactly when nothing lies between it and the word before', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 60 })), (body) => {
        const { count, start, end, before } = splitWords(body);
        for (let at = 1; at < count; at++)
          expect(((before[at] as number) & GLUED) !== 0).toBe(start[at] === end[at - 1]);
      }),
    );
  });
});

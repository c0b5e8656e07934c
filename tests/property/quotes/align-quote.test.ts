import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alignment, alignQuoteText } from '../../../src/quotes/align-quote.ts';
import { words } from '../../../src/text/tokenise.ts';

const WORDS = ['bridge', 'Harbour', 'a', 'the', 'green', 'old', 'القدس', '中', 'l’été'];
const word = fc.constantFrom(...WORDS);
const gap = fc.constantFrom(' ', ', ', ' “', '. ', '\n\n');
const text = fc
  .array(fc.tuple(word, gap), { minLength: 4, maxLength: 40 })
  .map((parts) => parts.flat().join(''));

/** A text and another with some of its words taken away or put in. */
const edited = fc
  .tuple(
    fc.array(word, { minLength: 6, maxLength: 30 }),
    fc.array(fc.tuple(fc.nat(30), fc.option(word)), { maxLength: 4 }),
  )
  .map(([before, edits]) => {
    const after = [...before];
    for (const [at, put] of edits)
      after.splice(at % after.length, put === null ? 1 : 0, ...(put === null ? [] : [put]));
    return [before.join(' '), after.join(' ')] as const;
  });

const sideOf = ({ difference }: Alignment, kind: 'added' | 'dropped') =>
  difference.filter((edit) => edit.kind !== kind).flatMap((edit) => words(edit.text));

function check(quote: string, body: string): void {
  const alignment = alignQuoteText(quote, body);
  if (!alignment) return;
  const printed = body.slice(alignment.start, alignment.end);
  expect(sideOf(alignment, 'added')).toEqual(words(quote));
  expect(sideOf(alignment, 'dropped')).toEqual(words(printed));
  expect(alignment.similarity).toBeGreaterThan(0);
  expect(alignment.similarity).toBeLessThanOrEqual(1);
  expect(alignment.similarity === 1).toBe(words(quote).join(' ') === words(printed).join(' '));
}

describe('the difference between a quotation and its printing', () => {
  it('rebuilds both: kept and dropped words are the quotation, kept and added ones the print', () => {
    fc.assert(fc.property(edited, ([quote, body]) => check(quote, `Before it. ${body} And after.`)));
  });

  it('holds for any two texts that align', () => {
    fc.assert(fc.property(text, text, check));
  });

  it('is nothing for a sentence that stands in the text, wherever it stands', () => {
    fc.assert(
      fc.property(text, text, text, (before, quote, after) => {
        const alignment = alignQuoteText(quote, `${before} ${quote} ${after}`);
        expect(alignment).not.toBeNull();
      }),
    );
  });
});

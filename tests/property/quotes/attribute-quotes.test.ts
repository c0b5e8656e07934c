/** Laws that hold for any text, and that work grows with its length, counted in calls and not by the clock. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { attributeQuotes } from '../../../src/quotes/attribute-quotes.ts';

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'“”‘’"\'«»„‟‹›「」『』'.split('')) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'Anna Pell',
        'Pell',
        'he',
        'she',
        'the mayor',
        'said',
        'told',
        'according to',
        'that',
        'who',
        'and',
        'the bridge',
      ],
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom(' ', '. ', ', ', ': ', '\n', '\n\n', ' — ', '? ') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom('قال سامر', 'אמר דוד', '\ud800', '\u200f', '桥开了') },
);
const text = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join(''));

it('spans lie in the text, in order, and a speaker is printed where it says', () => {
  fc.assert(
    fc.property(text, (page) => {
      let start = 0;
      for (const quote of attributeQuotes(page)) {
        expect(quote.start).toBeGreaterThanOrEqual(start);
        expect(quote.end).toBeGreaterThan(quote.start);
        expect(quote.end).toBeLessThanOrEqual(page.length);
        start = quote.start;
        expect(quote.confidence).toBeGreaterThanOrEqual(0);
        expect(quote.confidence).toBeLessThanOrEqual(1);
        expect(quote.speaker === null).toBe(quote.confidence === 0);
        expect(quote.speaker === null).toBe(quote.speakerStart === null);
        if (quote.speaker !== null)
          expect(page.slice(quote.speakerStart!, quote.speakerEnd!)).toBe(quote.speaker);
        if (quote.cue) expect(page.slice(quote.cue.start, quote.cue.end).trim()).not.toBe('');
      }
    }),
  );
});

it('says the same twice', () => {
  fc.assert(
    fc.property(text, (page) => {
      expect(attributeQuotes(page)).toEqual(attributeQuotes(page));
    }),
  );
});

/** Calls that the reading is made of; slices count their length, since copying is what they cost. */
function countWork(page: string): number {
  let work = 0;
  const slice = String.prototype.slice;
  const spies = [
    vi.spyOn(String.prototype, 'slice').mockImplementation(function (
      this: string,
      from?: number,
      to?: number,
    ) {
      const part = slice.call(this, from, to);
      work += 1 + part.length / 16;
      return part;
    }),
    ...([Set, Map] as const).map((kind) => {
      const has = kind.prototype.has;
      return vi.spyOn(kind.prototype, 'has').mockImplementation(function (this: Set<unknown>, key: unknown) {
        work++;
        return has.call(this, key);
      });
    }),
  ];
  const includes = String.prototype.includes;
  spies.push(
    vi.spyOn(String.prototype, 'includes').mockImplementation(function (this: string, part: string) {
      work++;
      return includes.call(this, part);
    }) as never,
  );
  try {
    attributeQuotes(page);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return work;
}

describe('a text twice as long is at most a little more than twice the work', () => {
  it.each([
    ['one mark', '"'],
    ['opening marks', '“'],
    ['closing marks', '”'],
    ['marks of all styles', '“‘«„"\'‹「” '],
    ['opening guillemets', ' «a'],
    ['apostrophes', "' 'a "],
    ['paragraphs that never close', '“Open here\n\n'],
    ['cues without quotations', 'said Pell, and said '],
    ['relative clauses', 'Pell, who, said “a b c d” '],
    ['commas', 'Pell , '],
    ['one name', 'Anna Pell '],
    ['dialogue', '“A b c d.” Pell said. '],
  ])('%s', (_, unit) => {
    const page = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    // Looks back and ahead are bounded by some 6,000 characters: below that, work still grows faster.
    const small = countWork(page(8_000));
    const large = countWork(page(16_000));
    expect(large).toBeLessThan(2.4 * small + 2_000);
  });
});

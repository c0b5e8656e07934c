/** Laws that hold for any page, and that work grows with its length, counted in reads and not by the clock. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReuse } from '../../../src/quotes/find-reuse.ts';
import { listReused, shareOfPage } from '../../../src/quotes/list-reused.ts';
import { addToPrintIndex, type PrintIndex } from '../../../src/quotes/print-index.ts';
import { readSequence, type WordSequence } from '../../../src/quotes/word-sequence.ts';

const BRIDGE = 'The old bridge will carry our children to the quiet islands until the stone gives way.';
const FERRY = 'A wooden ferry crossed the river each morning with bread, letters and two sleepy carpenters.';
const ROOF =
  'Nobody painted the library roof before autumn, so the rain found every shelf of borrowed books.';
const sentence = fc.constantFrom(BRIDGE, FERRY, ROOF, 'It rained.', 'Then everybody went home again.');
const piece = fc.oneof(
  { weight: 4, arbitrary: sentence },
  {
    weight: 3,
    arbitrary: fc.constantFrom('bridge', 'the old', 'will not', 'carry', '12', 'river', 'Ada Pell', 'stone'),
  },
  { weight: 2, arbitrary: fc.constantFrom('. ', ' “', '” ', '\n\n', ' — ', ', ') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(' '));

function ask(page: string, articles: readonly string[]) {
  const sequences = articles.map((one) => readSequence(one));
  const wordsOf = (at: number) => sequences[at]!;
  const reuse = findReuse(page, { index: addToPrintIndex({ segments: [] }, sequences), wordsOf });
  return { reuse, stretches: listReused(reuse, wordsOf), share: shareOfPage(reuse), sequences };
}

describe('what a page reuses', () => {
  it('lies in page and article, in the order of the page, and its runs are alike word by word', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (page, articles) => {
        const { reuse, stretches, share, sequences } = ask(page, articles);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(share > 0).toBe(stretches.length > 0);
        for (const { number, runs } of reuse.parts.flat()) {
          for (const { page: at, article, length } of runs) {
            expect(reuse.words.hash.subarray(at, at + length)).toEqual(
              sequences[number]!.hash.subarray(article, article + length),
            );
          }
        }
        let before = 0;
        for (const { start, end, printings } of stretches) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = start;
          for (const printing of printings) {
            expect(articles[printing.number]!.slice(printing.start, printing.end).trim()).not.toBe('');
            if (printing.changed.some((fact) => fact !== 'name'))
              expect(printing.evidence).not.toBe('verbatim');
          }
        }
      }),
    );
  });

  it('is found whatever stands around it, but for a word or two that a neighbour also ends with', () => {
    fc.assert(
      fc.property(text, text, text, text, (before, after, above, below) => {
        const { stretches } = ask(`${before}\n\n${BRIDGE}\n\n${after}`, [
          `${above}\n\n${BRIDGE}\n\n${below}`,
        ]);
        const start = before.length + 2;
        const end = start + BRIDGE.length;
        const slack = 'The old bridge '.length;
        expect(stretches.some((one) => one.start <= start + slack && one.end >= end - slack)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same whether articles arrived together or one by one', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 12 }), (page, articles) => {
        const sequences = articles.map((one) => readSequence(one));
        let index: PrintIndex = { segments: [] };
        for (const one of sequences) index = addToPrintIndex(index, [one]);
        const wordsOf = (at: number) => sequences[at]!;
        expect(findReuse(page, { index, wordsOf }).parts).toEqual(ask(page, articles).reuse.parts);
      }),
      { numRuns: 30 },
    );
  });
});

/** Questions asked of the index, and words of articles read or copied. */
function countWork(page: string, articles: readonly string[]): number {
  let work = 0;
  const counted = (sequence: WordSequence): WordSequence => ({
    ...sequence,
    hash: new Proxy(sequence.hash, {
      get(hash, key) {
        work++;
        const value: unknown = Reflect.get(hash, key);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          const answer: unknown = Reflect.apply(value, hash, given);
          if (answer instanceof Int32Array) work += answer.length;
          return answer;
        };
      },
    }),
  });
  const sequences = articles.map((one) => readSequence(one));
  const { segments } = addToPrintIndex({ segments: [] }, sequences);
  const read = sequences.map(counted);
  findReuse(page, {
    index: {
      get segments() {
        work++;
        return segments;
      },
    },
    wordsOf: (at) => read[at]!,
  });
  return work;
}

describe('a page twice as long is at most a little more than twice the work', () => {
  const words = readSequence(`${BRIDGE} ${FERRY} ${ROOF}`);
  const shuffled = Array.from({ length: 4_000 }, (_, at) => {
    const word = (at * 7919 + (at >> 3)) % words.count;
    return words.text.slice(words.start[word]!, words.end[word]!);
  }).join(' ');
  const article = `It was a mild day. ${BRIDGE} ${FERRY} ${ROOF}`;

  it.each([
    ['one sentence, repeated', `${BRIDGE} `, [article]],
    ['one sentence without an end, repeated', `${BRIDGE.slice(0, -1)} and `, [article]],
    ['one phrase', 'the old bridge will ', [article]],
    ['one word', 'bridge ', ['bridge '.repeat(500)]],
    ['the same words in other orders, one sentence', shuffled.slice(0, 5_000), [article]],
    [
      'marks of nine styles, none closed',
      '“old „bridge ‟will «carry ‹our 「children 『to "the ‘quiet islands ',
      [article],
    ],
    ['a sentence that many articles print', `${FERRY} `, Array.from({ length: 80 }, () => article)],
    ['an article that repeats itself', `${ROOF} `, [`${ROOF} ${BRIDGE} `.repeat(500)]],
  ])('%s', (_what, unit, articles) => {
    const page = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    const [small, large, larger] = [4_000, 8_000, 16_000].map((length) => countWork(page(length), articles));
    expect(large!).toBeLessThan(2.4 * small! + 2_000);
    expect(larger!).toBeLessThan(2.4 * large! + 2_000);
  });

  it('so that ten thousand repeats are a few reads a word', () => {
    const page = `${BRIDGE} `.repeat(10_000);
    expect(countWork(page, [article])).toBeLessThan(3 * readSequence(page).count);
  });

  it('so that a sentence of twenty thousand words that stands in the archive is a few reads a word', () => {
    const long = shuffled.repeat(5);
    expect(countWork(long, [long])).toBeLessThan(60 * readSequence(long).count);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToPrintIndex, type PrintIndex, placesOfPrint } from '../../../src/quotes/print-index.ts';
import {
  buildPrintSegment,
  mergePrintSegments,
  openPrintSegment,
} from '../../../src/quotes/print-segment.ts';
import {
  gramsOf,
  PRINT_WORDS,
  readSequence,
  WINDOW,
  type WordSequence,
  winnow,
} from '../../../src/quotes/word-sequence.ts';

const word = fc.constantFrom(
  'bridge',
  'harbour',
  'ferry',
  'the',
  'a',
  'old',
  'green',
  'quay',
  'rain',
  'wind',
  'القدس',
  '中',
);
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
const articles = fc.array(text, { maxLength: 8 });
const read = (texts: readonly string[]) => texts.map((one) => readSequence(one));

/** The oracle: every kept gram in a Map of arrays. */
function naivePlaces(sequences: readonly WordSequence[]): Map<number, { article: number; at: number }[]> {
  const places = new Map<number, { article: number; at: number }[]>();
  for (const [article, sequence] of sequences.entries()) {
    const grams = gramsOf(sequence);
    for (const at of winnow(grams))
      places.set(grams[at]!, [...(places.get(grams[at]!) ?? []), { article, at }]);
  }
  return places;
}

/** Least of each window, the last of equal ones, window by window. */
function naiveWinnow(grams: readonly number[]): number[] {
  const kept = new Set<number>();
  for (let first = 0; first + WINDOW <= grams.length || first === 0; first++) {
    const window = grams.slice(first, first + WINDOW);
    if (window.length > 0) kept.add(first + window.lastIndexOf(Math.min(...window)));
  }
  return [...kept];
}

function check(index: PrintIndex, sequences: readonly WordSequence[]): void {
  const oracle = naivePlaces(sequences);
  for (const sequence of sequences) {
    for (const print of gramsOf(sequence)) {
      const expected = oracle.get(print) ?? [];
      const common = Math.max(0, ...index.segments.map((segment) => segment.common));
      expect(placesOfPrint(index, print)).toEqual(expected.length > common ? null : expected);
    }
  }
}

describe('winnowing', () => {
  it('keeps the least gram of every window', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 40 }), (grams) => {
        expect([...winnow(Uint32Array.from(grams))]).toEqual(naiveWinnow(grams));
      }),
    );
  });

  it('keeps the same print of every run of words that two texts share', () => {
    const long = fc
      .array(word, { minLength: PRINT_WORDS + WINDOW - 1, maxLength: 20 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, long, text, text, (a, b, shared, c, d) => {
        const [left, right] = [
          gramsOf(readSequence(`${a} ${shared} ${b}`)),
          gramsOf(readSequence(`${c} ${shared} ${d}`)),
        ];
        const kept = new Set([...winnow(left)].map((at) => left[at]!));
        expect([...winnow(right)].some((at) => kept.has(right[at]!))).toBe(true);
      }),
    );
  });
});

describe('the index of prints', () => {
  it('finds every print where a Map of arrays has it', () => {
    fc.assert(
      fc.property(articles, (texts) => {
        check(addToPrintIndex({ segments: [] }, read(texts)), read(texts));
      }),
    );
  });

  it('answers from several segments, merged or not, as from one', () => {
    fc.assert(
      fc.property(fc.array(articles, { maxLength: 12 }), (batches) => {
        let index: PrintIndex = { segments: [] };
        for (const batch of batches) index = addToPrintIndex(index, read(batch));
        expect(index.segments.length).toBeLessThanOrEqual(8);
        check(index, read(batches.flat()));
      }),
      { numRuns: 40 },
    );
  });

  it('merges two segments to the bytes of one', () => {
    fc.assert(
      fc.property(articles, articles, (first, second) => {
        const merged = mergePrintSegments(buildPrintSegment(read(first)), buildPrintSegment(read(second)));
        expect(merged.buffer).toEqual(buildPrintSegment(read([...first, ...second])).buffer);
      }),
    );
  });

  it('opens from its bytes without change, and from no others', () => {
    fc.assert(
      fc.property(articles, fc.nat(), (texts, cut) => {
        const { buffer } = buildPrintSegment(read(texts));
        expect(openPrintSegment(buffer)).toEqual(buildPrintSegment(read(texts)));
        expect(openPrintSegment(buffer.slice(0, cut % buffer.byteLength))).toBeNull();
        expect(openPrintSegment(new ArrayBuffer(buffer.byteLength))).toBeNull();
      }),
    );
  });
});

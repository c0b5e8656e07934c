import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packCounts } from '../../../src/retrieval/segments/analysed-passage.ts';
import { BitReader, BitWriter, PADDING, riceParameter } from '../../../src/retrieval/segments/bits.ts';
import { ByteWriter, readVarint } from '../../../src/retrieval/segments/byte-writer.ts';
import { lengthClassOf, lengthOfClass, positionBits } from '../../../src/retrieval/segments/length-class.ts';
import { createMemorySegmentStore } from '../../../src/retrieval/segments/memory-segment-store.ts';
import { SlipCounter, TOO_FAR } from '../../../src/retrieval/segments/near-terms.ts';
import { addToRuns, readRuns } from '../../../src/retrieval/segments/passage-numbers.ts';
import { END, PostingCursor } from '../../../src/retrieval/segments/posting-cursor.ts';
import { PostingWriter } from '../../../src/retrieval/segments/posting-list.ts';
import { createSegmentReader } from '../../../src/retrieval/segments/segment-reader.ts';
import { openSegmentWriter } from '../../../src/retrieval/segments/segment-writer.ts';

/** Optimal string alignment with the whole table, as in the textbook. */
function naiveSlips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let slips = Math.min(change, rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = slips;
    }
  }
  return rows[a.length]![b.length]!;
}

const letters = fc.constantFrom('a', 'b', 'r', 'é', 'ق', '中');
const word = fc.array(letters, { minLength: 1, maxLength: 24 }).map((parts) => parts.join(''));
const shortWord = fc.array(letters, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
const fewLetters = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join(''));
const units = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

describe('the dictionary of segments', () => {
  it('completes beginnings and forgives slips as a walk over all words does, in however many segments', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(word, shortWord), { minLength: 1, maxLength: 400 }),
        shortWord,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        async (vocabulary, asked, slips, segments) => {
          const store = createMemorySegmentStore();
          const opened = await openSegmentWriter(store, { analyzer: 'a' });
          if (!opened.ok) throw new Error(opened.error.message);
          const counts = new Map<string, number>();
          const each = Math.ceil(vocabulary.length / segments);
          for (let number = 0; number * each < vocabulary.length; number++) {
            const body = vocabulary.slice(number * each, (number + 1) * each);
            for (const term of new Set(body)) counts.set(term, (counts.get(term) ?? 0) + 1);
            await opened.value.add({ number, startsArticle: true, headline: [], body, names: [] });
            await opened.value.flush(null);
          }
          const reader = createSegmentReader(store);
          const prefix = asked.slice(0, 2);
          const completed = await reader.complete(prefix, 1000);
          const near = await reader.near(asked, slips, 1000);
          if (!completed.ok || !near.ok) throw new Error('unread');
          const sorted = (found: readonly { term: string; passages: number }[]) =>
            found.map(({ term, passages }) => `${term} ${passages}`).sort();
          const all = [...counts].map(([term, passages]) => ({ term, passages }));
          expect(sorted(completed.value.terms)).toEqual(
            sorted(all.filter(({ term }) => term.startsWith(prefix))),
          );
          expect(sorted(near.value.terms)).toEqual(
            sorted(all.filter(({ term }) => naiveSlips(term, asked) <= slips)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('counts slips as the textbook does, whatever word came before', () => {
    fc.assert(
      fc.property(
        fc.array(fewLetters, { maxLength: 40 }),
        fewLetters,
        fc.nat(3),
        (unsorted, wanted, most) => {
          const counter = new SlipCounter(wanted, most);
          let before = '';
          for (const term of [...new Set(unsorted)].sort()) {
            let shared = 0;
            while (shared < term.length && term[shared] === before[shared]) shared++;
            const slips = naiveSlips(term, wanted);
            expect(counter.count(units(term), term.length, shared)).toBe(slips <= most ? slips : TOO_FAR);
            before = term;
          }
        },
      ),
    );
  });
});

describe('a list of postings', () => {
  it('comes back as it was written, and every block’s bounds hold for all in it', () => {
    const posting = fc.record({
      gap: fc.oneof(fc.nat(3), fc.nat(3000)),
      headline: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(600)),
      body: fc.oneof(fc.constant(1), fc.nat(20), fc.nat(4095)),
      names: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(300)),
      length: fc.nat(60),
    });
    fc.assert(
      fc.property(fc.array(posting, { minLength: 1, maxLength: 420, size: 'max' }), (postings) => {
        let ordinal = -1;
        const written = postings.map(({ gap, headline, body, names, length }) => {
          ordinal += gap + 1;
          return { ordinal, headline, body: headline + names > 0 ? body : Math.max(1, body), names, length };
        });
        const lengths = new Uint8Array(ordinal + 1);
        for (const { ordinal: at, length } of written) lengths[at] = length;
        const writer = new PostingWriter({ headline: lengths, body: lengths, names: lengths });
        const nowhere = new Uint8Array(5000);
        for (const { ordinal: at, headline, body, names } of written)
          writer.add(at, packCounts(headline, body, names), nowhere, 0);
        const [bytes, positions] = [new ByteWriter(), new ByteWriter()];
        writer.finish(bytes, positions);
        bytes.raw(new Uint8Array(PADDING));
        const cursor = new PostingCursor(bytes.take(), written.length);
        for (const { ordinal: at, headline, body, names, length } of written) {
          expect([cursor.advance(at), cursor.counts]).toEqual([at, packCounts(headline, body, names)]);
          const bounds = cursor.boundsOf(cursor.blockPlace);
          if (bounds === null) continue;
          const pairs = bounds.body.flatMap((count, place) =>
            place % 2 === 0 ? [[count, bounds.body[place + 1]!] as const] : [],
          );
          expect(body === 0 || pairs.some(([most, shortest]) => most >= body && shortest <= length)).toBe(
            true,
          );
          expect(headline === 0 || (bounds.headline >= headline && bounds.headlineClass <= length)).toBe(
            true,
          );
          expect(names === 0 || (bounds.names >= names && bounds.namesClass <= length)).toBe(true);
        }
        expect(cursor.advance(ordinal + 1)).toBe(END);
      }),
      { numRuns: 40 },
    );
  });
});

describe('packed numbers', () => {
  it('come back from varints', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
        const writer = new ByteWriter(1);
        for (const number of numbers) writer.varint(number);
        const cursor = { bytes: writer.take(), at: 0 };
        expect(numbers.map(() => readVarint(cursor))).toEqual(numbers);
      }),
    );
  });

  it('come back from bits and Rice codes', () => {
    const part = fc.oneof(
      fc.record({ bits: fc.integer({ min: 1, max: 31 }), value: fc.nat(2 ** 31 - 1), k: fc.constant(null) }),
      fc.record({ bits: fc.constant(0), value: fc.nat(5000), k: fc.integer({ min: 2, max: 30 }) }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const writer = new BitWriter();
        const kept = parts.map(({ bits, value, k }) => (k === null ? value % 2 ** bits : value));
        parts.forEach(({ bits, k }, at) => {
          if (k === null) writer.put(kept[at]!, bits);
          else writer.putRice(kept[at]!, k);
        });
        writer.align();
        writer.bytes.raw(new Uint8Array(PADDING));
        const reader = new BitReader(writer.bytes.take(), 0);
        expect(parts.map(({ bits, k }) => (k === null ? reader.take(bits) : reader.takeRice(k)))).toEqual(
          kept,
        );
      }),
    );
  });

  it('choose a Rice parameter that no other beats by more than a bit a number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 50 }), (gaps) => {
        const bits = (k: number) => gaps.reduce((sum, gap) => sum + (gap >>> k) + 1 + k, 0);
        const best = Math.min(...Array.from({ length: 31 }, (_, k) => bits(k)));
        const chosen = riceParameter(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
        expect(bits(chosen)).toBeLessThanOrEqual(best + gaps.length);
      }),
    );
  });

  it('class lengths within a twentieth, never above, with bits for every position', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(300), fc.nat(31_000)), (length) => {
        const place = lengthClassOf(length);
        expect(lengthOfClass(place)).toBeLessThanOrEqual(length);
        expect(lengthOfClass(place)).toBeGreaterThanOrEqual(length <= 128 ? length : length * 0.95);
        expect(2 ** positionBits(place)).toBeGreaterThanOrEqual(length);
      }),
    );
  });

  it('map passage numbers to ordinals and back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300), { minLength: 1 }), (unsorted) => {
        const numbers = unsorted.sort((a, b) => a - b);
        const runs: number[] = [];
        for (const number of numbers) addToRuns(runs, number, 1);
        const read = readRuns(runs);
        expect(numbers.map((_, ordinal) => read.numberOf(ordinal))).toEqual(numbers);
        for (let number = 0; number < 302; number++)
          expect(read.ordinalOf(number)).toBe(numbers.indexOf(number));
      }),
    );
  });
});

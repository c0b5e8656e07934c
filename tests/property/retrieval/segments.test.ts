import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedPassage } from '../../../src/retrieval/segments/analysed-passage.ts';
import type { SegmentHit } from '../../../src/retrieval/segments/best-hits.ts';
import { createMemorySegmentStore } from '../../../src/retrieval/segments/memory-segment-store.ts';
import { createSegmentReader, type SegmentReader } from '../../../src/retrieval/segments/segment-reader.ts';
import type { SegmentStore } from '../../../src/retrieval/segments/segment-store.ts';
import { openSegmentWriter, type SegmentWriter } from '../../../src/retrieval/segments/segment-writer.ts';
import { topPassages } from '../../../src/retrieval/segments/top-passages.ts';
import type { Result } from '../../../src/text/result.ts';
import {
  type Asked,
  accepts,
  asked,
  inventPassages,
  Killed,
  mortal,
  naiveSearch,
  scoreFor,
  WORDS,
} from './segments-model.ts';

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const open = async (store: SegmentStore, flushPostings = 1e9) =>
  unwrap(await openSegmentWriter(store, { analyzer: 'a', flushPostings, stepBytes: 300, stepPostings: 50 }));

async function addAll(writer: SegmentWriter, passages: readonly AnalysedPassage[]): Promise<void> {
  for (const passage of passages) unwrap(await writer.add(passage));
}

async function ask(
  reader: SegmentReader,
  query: Asked,
  passages: readonly AnalysedPassage[],
): Promise<{ readonly found: SegmentHit[]; readonly expected: SegmentHit[] }> {
  const inPhrases = [...query.phrases, ...query.excluded].flat();
  const loaded = unwrap(await reader.load([...query.terms, ...inPhrases], new Set(inPhrases)));
  expect(loaded.damage).toEqual([]);
  const scores = new Map(query.terms.map((term) => [term, scoreFor(loaded, loaded.passageCount(term))]));
  const terms = query.terms.map((term) => ({ term, score: scores.get(term)! }));
  const found = topPassages(loaded, { ...query, terms, accepts: accepts(query) });
  return { found, expected: naiveSearch(passages, scores, query) };
}

describe('segments against the naive search', () => {
  it('answer the same hits in the same order, with lists of many blocks in one segment or several', async () => {
    for (const [flushPostings, count] of [
      [1e9, 1200],
      [4000, 900],
      [2600, 2400],
    ] as const) {
      const passages = inventPassages(count, 7);
      const store = createMemorySegmentStore();
      const writer = await open(store, flushPostings);
      await addAll(writer, passages);
      unwrap(await writer.flush(null));
      expect(writer.manifest.segments.length).toBeLessThanOrEqual(8);
      const reader = createSegmentReader(store);
      await fc.assert(
        fc.asyncProperty(asked, async (query) => {
          const { found, expected } = await ask(reader, query, passages);
          expect(found).toEqual(expected);
        }),
        { numRuns: 25 },
      );
    }
  });

  it('answer each word alone, whichever blocks hold its best', async () => {
    const passages = inventPassages(2400, 11);
    const store = createMemorySegmentStore();
    const writer = await open(store, 2600);
    await addAll(writer, passages);
    unwrap(await writer.flush(null));
    const reader = createSegmentReader(store);
    for (const word of WORDS)
      for (const [limit, everyNth] of [
        [1, 1],
        [6, 3],
        [300, 1],
      ] as const) {
        const query = { terms: [word], phrases: [], excluded: [], everyNth, limit };
        const { found, expected } = await ask(reader, query, passages);
        expect(found).toEqual(expected);
      }
  });

  it('count passages and words as if they were one list', async () => {
    const passages = inventPassages(400, 3);
    const store = createMemorySegmentStore();
    const writer = await open(store, 500);
    await addAll(writer, passages);
    unwrap(await writer.flush(null));
    const loaded = unwrap(await createSegmentReader(store).load(WORDS, new Set(WORDS)));
    expect(loaded.passages).toBe(passages.length);
    expect(loaded.words.headline).toBe(passages.reduce((sum, { headline }) => sum + headline.length, 0));
    for (const word of WORDS) {
      const holding = passages.filter(({ headline, body, names }) =>
        [...headline, ...body, ...names].includes(word),
      );
      expect(loaded.passageCount(word)).toBe(holding.length);
      const places = (words: readonly string[]) => words.flatMap((other, at) => (other === word ? [at] : []));
      expect(
        [...loaded.postings(word)].map(({ number, headlinePositions, bodyPositions }) => ({
          ...{ number, headlinePositions, bodyPositions },
        })),
      ).toEqual(
        holding.map(({ number, headline, body }) => ({
          ...{ number, headlinePositions: places(headline), bodyPositions: places(body) },
        })),
      );
    }
  });
});

type Step =
  | { readonly kind: 'add'; readonly count: number; readonly seed: number }
  | { readonly kind: 'flush' }
  | { readonly kind: 'remove'; readonly every: number; readonly at: number }
  | { readonly kind: 'tidy'; readonly times: number }
  | { readonly kind: 'kill'; readonly after: number; readonly isWritten: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 60 }), seed: fc.nat() }),
  fc.record({ kind: fc.constant('flush' as const) }),
  fc.record({ kind: fc.constant('remove' as const), every: fc.integer({ min: 1, max: 9 }), at: fc.nat(8) }),
  fc.record({ kind: fc.constant('tidy' as const), times: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('kill' as const), after: fc.nat(4), isWritten: fc.boolean() }),
);

/** The archive as its owner sees it: what was added, what was removed, and how far the mark says the writer came. */
class Owner {
  readonly added: AnalysedPassage[] = [];
  readonly removed = new Set<number>();
  readonly mortal = mortal(createMemorySegmentStore());
  writer: SegmentWriter | null = null;

  get store(): SegmentStore {
    return this.mortal.store;
  }

  /** After a kill: everything past the mark is added again, everything removed is removed again. */
  async reopen(): Promise<void> {
    this.mortal.revive();
    this.writer = await open(this.store, 300);
    const last = this.writer.manifest.segments.at(-1)?.lastNumber ?? -1;
    await addAll(
      this.writer,
      this.added.filter(({ number }) => number > last),
    );
    unwrap(await this.writer.flush('again'));
    unwrap(await this.writer.remove([...this.removed]));
  }

  async act(step: Step): Promise<void> {
    const writer = this.writer as SegmentWriter;
    if (step.kind === 'add') {
      const passages = inventPassages(step.count, step.seed, this.added.length);
      this.added.push(...passages);
      await addAll(writer, passages);
    } else if (step.kind === 'flush') unwrap(await writer.flush(`${this.added.length}`));
    else if (step.kind === 'tidy') for (let time = 0; time < step.times; time++) unwrap(await writer.tidy());
    else if (step.kind === 'remove') {
      unwrap(await writer.flush(null));
      const numbers = this.added
        .map(({ number }) => number)
        .filter((n) => n % step.every === step.at % step.every);
      for (const number of numbers) this.removed.add(number);
      unwrap(await writer.remove(numbers));
    } else this.mortal.dieAfter(step.after, step.isWritten);
  }

  get left(): AnalysedPassage[] {
    return this.added.filter(({ number }) => !this.removed.has(number));
  }
}

describe('an archive that grows, forgets, merges and is killed', () => {
  it('answers as the naive search over what is left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 30 }),
        fc.array(asked, { minLength: 3, maxLength: 6 }),
        async (steps, queries) => {
          const owner = new Owner();
          await owner.reopen();
          const reader = createSegmentReader(owner.store, { cacheBytes: 20_000 });
          for (const step of steps) {
            try {
              await owner.act(step);
            } catch (error) {
              if (!(error instanceof Killed)) throw error;
              unwrap(await reader.load(['the']));
              await owner.reopen();
            }
          }
          owner.mortal.revive();
          unwrap(await owner.writer!.flush('end'));
          expect(owner.writer!.manifest.segments.length).toBeLessThanOrEqual(8);
          for (const query of queries) {
            const { found, expected } = await ask(reader, query, owner.left);
            expect(found).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('forgets deleted passages for good once all is tidied', async () => {
    const owner = new Owner();
    await owner.reopen();
    for (const seed of [1, 2, 3, 4]) {
      await owner.act({ kind: 'add', count: 50, seed });
      await owner.act({ kind: 'remove', every: 2, at: 0 });
    }
    while (unwrap(await owner.writer!.tidy()));
    const loaded = unwrap(await createSegmentReader(owner.store).load(WORDS));
    expect(loaded.passages).toBe(owner.left.length);
    for (const word of WORDS) {
      const holding = owner.left.filter(({ headline, body, names }) =>
        [...headline, ...body, ...names].includes(word),
      );
      expect(loaded.passageCount(word)).toBe(holding.length);
    }
  });
});

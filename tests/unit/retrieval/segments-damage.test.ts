import { beforeEach, describe, expect, it } from 'vitest';
import {
  createMemorySegmentStore,
  type MemorySegmentStore,
} from '../../../src/retrieval/segments/memory-segment-store.ts';
import { murmur3, sealRecord } from '../../../src/retrieval/segments/record.ts';
import { createSegmentReader } from '../../../src/retrieval/segments/segment-reader.ts';
import { openSegmentWriter, type SegmentWriter } from '../../../src/retrieval/segments/segment-writer.ts';
import { topPassages } from '../../../src/retrieval/segments/top-passages.ts';
import { fail, type Result } from '../../../src/text/result.ts';
import { inventPassages } from '../../property/retrieval/segments-model.ts';

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const SEGMENTS = 3;
const EACH = 200;
let store: MemorySegmentStore;
let writer: SegmentWriter;

async function askAll() {
  const loaded = need(await createSegmentReader(store).load(['bridge', 'the'], new Set(['bridge'])));
  const terms = ['bridge', 'the'].map((term) => ({ term, score: (_h: number, b: number) => b }));
  const hits = topPassages(loaded, { terms, phrases: [], excluded: [], accepts: null, limit: 5000 });
  return { hits, damage: loaded.damage };
}

const inSegment = (hits: readonly { number: number }[], segment: number) =>
  hits.filter(({ number }) => Math.floor(number / EACH) === segment - 1).length;

beforeEach(async () => {
  store = createMemorySegmentStore();
  writer = need(await openSegmentWriter(store, { analyzer: 'a' }));
  for (let segment = 0; segment < SEGMENTS; segment++) {
    for (const passage of inventPassages(EACH, segment + 1, segment * EACH)) need(await writer.add(passage));
    need(await writer.flush(null));
  }
  need(await writer.remove([EACH]));
});

describe('a damaged segment', () => {
  it('is named and left out, whichever of its records has a flipped bit, while the others answer', async () => {
    const whole = await askAll();
    expect(whole.damage).toEqual([]);
    for (const lane of ['head', 'lengths', 'live', 'terms', 'postings', 'positions']) {
      const name = `2/${lane}/0`;
      const record = store.records.get(name)!;
      const flipped = record.slice();
      flipped[flipped.length >> 1]! ^= 4;
      store.records.set(name, flipped);
      const { hits, damage } = await askAll();
      expect([lane, damage]).toEqual([
        lane,
        [
          {
            segment: 2,
            firstNumber: EACH,
            lastNumber: 2 * EACH - 1,
            message: `Segment 2: record 0 of its ${lane} is damaged: its digest differs.`,
          },
        ],
      ]);
      expect(inSegment(hits, 2)).toBe(0);
      expect(inSegment(hits, 1)).toBe(inSegment(whole.hits, 1));
      expect(inSegment(hits, 3)).toBe(inSegment(whole.hits, 3));
      store.records.set(name, record);
    }
  });

  it('is named when a record is missing', async () => {
    store.records.delete('3/postings/0');
    expect((await askAll()).damage.map(({ message }) => message)).toEqual([
      'Segment 3: record 0 of its postings is missing.',
    ]);
  });

  it('is named when a record has another format', async () => {
    store.records.get('1/terms/0')![0] = 9;
    expect((await askAll()).damage.map(({ message }) => message)).toEqual([
      'Segment 1: record 0 of its terms is of another version than 1.',
    ]);
  });

  it('is named when an older list of its deleted passages came back: they must not', async () => {
    const older = store.records.get('2/live/0')!;
    need(await writer.remove([EACH + 1]));
    store.records.set('2/live/0', older);
    expect((await askAll()).damage.map(({ message }) => message)).toEqual([
      'Segment 2: record 0 of its live is older than the archive says.',
    ]);
  });

  it('is named when a record stands in another’s place', async () => {
    store.records.set('1/postings/0', store.records.get('2/postings/0')!);
    expect((await askAll()).damage.map(({ segment }) => segment)).toEqual([1]);
  });

  it('is named in completions and corrections too', async () => {
    store.records.delete('2/terms/0');
    const reader = createSegmentReader(store);
    for (const answer of [await reader.complete('br', 5), await reader.near('brigde', 1, 5)]) {
      expect(need(answer).terms.map(({ term }) => term)).toEqual(['bridge']);
      expect(need(answer).damage.map(({ segment }) => segment)).toEqual([2]);
    }
  });

  it('stops a merge by name; the merge can be given up, the segment dropped and its passages added anew', async () => {
    const before = need(await createSegmentReader(store).load(['bridge'])).passageCount('bridge');
    need(await writer.remove(Array.from({ length: 100 }, (_, at) => EACH + at)));
    store.records.delete('2/positions/0');
    need(await writer.tidy());
    const stopped = await writer.tidy();
    expect(stopped.ok ? '' : stopped.error.message).toBe('Segment 2: record 0 of its positions is missing.');
    need(await writer.abandonMerge());
    need(await writer.dropSegment(2));
    for (const passage of inventPassages(EACH, 2, SEGMENTS * EACH)) need(await writer.add(passage));
    need(await writer.flush(null));
    const { hits, damage } = await askAll();
    expect(damage).toEqual([]);
    expect(inSegment(hits, 4)).toBeGreaterThan(0);
    expect(need(await createSegmentReader(store).load(['bridge'])).passageCount('bridge')).toBe(before);
    expect([...store.records.keys()].filter((name) => name.startsWith('2/'))).toEqual([]);
  });

  it('is all of them when the list of segments is damaged', async () => {
    store.manifest![20]! ^= 1;
    const loaded = await createSegmentReader(store).load(['the']);
    expect(loaded.ok ? '' : loaded.error.code).toBe('archive-damaged');
  });
});

describe('a merge', () => {
  it('that ends while a question is being read makes it ask again, not lose a segment', async () => {
    need(await writer.remove(Array.from({ length: 100 }, (_, at) => EACH + at)));
    const expected = (await askAll()).hits;
    const { read } = store;
    let isMerged = false;
    store.read = async (keys) => {
      if (!isMerged && keys.some(({ lane }) => lane === 'postings')) {
        isMerged = true;
        while (need(await writer.tidy()));
      }
      return read(keys);
    };
    expect(await askAll()).toEqual({ hits: expected, damage: [] });
    expect(isMerged).toBe(true);
  });

  it('starts an article at the first passage it keeps', async () => {
    const own = createMemorySegmentStore();
    const articles = need(await openSegmentWriter(own, { analyzer: 'a' }));
    for (let number = 0; number < 6; number++)
      need(
        await articles.add({
          number,
          startsArticle: number % 3 === 0,
          headline: [],
          body: ['rain'],
          names: [],
        }),
      );
    need(await articles.flush(null));
    need(await articles.remove([0, 3]));
    while (need(await articles.tidy()));
    const loaded = need(await createSegmentReader(own).load(['rain']));
    expect([loaded.passages, loaded.articles.articles]).toEqual([4, 2]);
  });

  it('goes on where it was killed, word by word', async () => {
    const words = async () => need(await createSegmentReader(store).complete('t', 50)).terms;
    const again = async () => need(await openSegmentWriter(store, { analyzer: 'a', stepBytes: 500 }));
    need(await (await again()).remove(Array.from({ length: 100 }, (_, at) => EACH + at)));
    const { hits } = await askAll();
    let steps = 0;
    while (need(await (await again()).tidy())) steps++;
    expect(steps).toBeGreaterThan(4);
    expect((await askAll()).hits).toEqual(hits);
    const kept = need(await createSegmentReader(store).load(['the', 'tramway']));
    expect(kept.segments.map(({ numbers }) => numbers.passages)).toEqual([EACH, EACH - 100, EACH]);
    for (const { term, passages } of await words()) {
      const { passageCount } = need(await createSegmentReader(store).load([term]));
      expect([term, passages]).toEqual([term, passageCount(term)]);
    }
  });

  it('takes as many steps as it has to, and passages deleted meanwhile stay deleted', async () => {
    const small = need(await openSegmentWriter(store, { analyzer: 'a', stepBytes: 500 }));
    need(await small.remove(Array.from({ length: 100 }, (_, at) => EACH + at)));
    for (let step = 0; step < 3; step++) need(await small.tidy());
    expect(small.manifest.merging?.from).toEqual([2]);
    need(await small.remove([EACH + 150, EACH + 151]));
    const { hits } = await askAll();
    while (need(await small.tidy()));
    expect(small.manifest.segments.map(({ deleted }) => deleted)).toEqual([0, 2, 0]);
    expect((await askAll()).hits).toEqual(hits);
  });
});

describe('a segment of which everything was deleted', () => {
  it('goes in one step, unread', async () => {
    const store = createMemorySegmentStore();
    const writer = need(await openSegmentWriter(store, { analyzer: 'a' }));
    for (const passage of inventPassages(200, 3)) need(await writer.add(passage));
    need(await writer.flush(null));
    for (const passage of inventPassages(20, 4, 200)) need(await writer.add(passage));
    need(await writer.flush(null));
    need(await writer.remove(Array.from({ length: 200 }, (_, number) => number)));
    for (const name of [...store.records.keys()])
      if (name.startsWith('1/terms') || name.startsWith('1/postings')) store.records.delete(name);
    expect(need(await writer.tidy())).toBe(true);
    expect(writer.manifest.segments.map(({ id }) => id)).toEqual([2]);
    expect(need(await writer.tidy())).toBe(false);
  });
});

describe('a full disk', () => {
  it('leaves the old segments answering, and the merge goes on when there is room', async () => {
    const whole = await askAll();
    need(await writer.remove(Array.from({ length: 100 }, (_, at) => EACH + at)));
    const { hits } = await askAll();
    const { change } = store;
    need(await writer.tidy());
    store.change = async () => fail('failed', 'There is no room left.');
    for (let attempt = 0; attempt < 3; attempt++) expect((await writer.tidy()).ok).toBe(false);
    expect((await askAll()).hits).toEqual(hits);
    store.change = change;
    while (need(await writer.tidy()));
    expect((await askAll()).hits.map(({ number }) => number)).toEqual(hits.map(({ number }) => number));
    expect(hits.length).toBeLessThan(whole.hits.length);
  });
});

describe('a writer', () => {
  it('refuses numbers that do not ascend, and segments of another analyzer', async () => {
    const again = await writer.add({
      number: 5,
      startsArticle: true,
      headline: [],
      body: ['rain'],
      names: [],
    });
    expect(again.ok ? '' : again.error.code).toBe('bad-request');
    const other = await openSegmentWriter(store, { analyzer: 'b' });
    expect(other.ok ? '' : other.error.code).toBe('stale');
  });

  it('keeps the caller’s mark in the same stroke as the passages', async () => {
    need(await writer.add({ number: 900, startsArticle: true, headline: [], body: ['rain'], names: [] }));
    need(await writer.flush('article 17'));
    const again = need(await openSegmentWriter(store, { analyzer: 'a' }));
    expect([again.manifest.cursor, again.manifest.segments.at(-1)?.lastNumber]).toEqual(['article 17', 900]);
  });
});

describe('a record’s digest', () => {
  it('is MurmurHash3, and differs for every flipped bit', () => {
    const hello = new TextEncoder().encode('hello');
    expect(murmur3(hello, 0, 0)).toBe(0x248bfa47);
    const key = { segment: 1, lane: 'terms', place: 3 } as const;
    const record = sealRecord(key, hello);
    const digests = new Set([murmur3(record, 8, 1)]);
    for (let bit = 0; bit < 40; bit++) {
      const flipped = record.slice();
      flipped[8 + (bit >> 3)]! ^= 1 << (bit & 7);
      digests.add(murmur3(flipped, 8, 1));
    }
    expect(digests.size).toBe(41);
  });
});

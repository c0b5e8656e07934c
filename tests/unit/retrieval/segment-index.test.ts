import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryArchive } from '../../../src/library/archive.ts';
import { rankSearch } from '../../../src/library/search-archive.ts';
import { answerFrom } from '../../../src/retrieval/answer-from.ts';
import { analyseRecords } from '../../../src/retrieval/segments/analyse-record.ts';
import {
  createMemorySegmentStore,
  type MemorySegmentStore,
} from '../../../src/retrieval/segments/memory-segment-store.ts';
import { openSegmentIndex, type SegmentIndex } from '../../../src/retrieval/segments/segment-index.ts';
import { openSegmentWriter } from '../../../src/retrieval/segments/segment-writer.ts';
import { ANALYZER } from '../../../src/text/analyzer.ts';
import { fail, type Result } from '../../../src/text/result.ts';
import { archiveOf, article } from '../invented-archive.ts';

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const ARTICLES = Array.from({ length: 12 }, (_, at) =>
  article(`a${String(at).padStart(2, '0')}`, `The bridge of day ${at} stands by the harbour. It rained.`),
);

let store: MemorySegmentStore;
let archive: MemoryArchive;

async function write(analyzer: string): Promise<void> {
  store = createMemorySegmentStore();
  const writer = need(await openSegmentWriter(store, { analyzer, flushPostings: 50 }));
  for (const passage of analyseRecords(archive.records)) need(await writer.add(passage));
  need(await writer.flush(null));
}

const found = (index: SegmentIndex) =>
  answerFrom(index.unread, () =>
    rankSearch({ ...archive, index }, 'bridge', { limit: 20, lines: 'passages' }).passages.map(
      ({ passageId }) => passageId,
    ),
  );

beforeEach(async () => {
  archive = archiveOf(ARTICLES);
  await write(ANALYZER);
});

describe('an index on the disk', () => {
  it('is asked within a question or not at all: nothing that was not read is taken for nothing', async () => {
    const index = need(await openSegmentIndex(store));
    expect(() => index.passageCount('bridge')).toThrow('outside of a question');
  });

  it('answers several questions at once', async () => {
    const index = need(await openSegmentIndex(store));
    const words = ['bridge', 'harbour', 'rained', 'unheard'];
    const counts = await Promise.all(
      words.map((word) => answerFrom(index.unread, () => index.passageCount(word))),
    );
    expect(counts.map(need)).toEqual([12, 12, 12, 0]);
  });

  it('gives on what the question itself throws', async () => {
    const index = need(await openSegmentIndex(store));
    const question = () => {
      throw new RangeError(`of ${index.passageCount('bridge')}`);
    };
    await expect(answerFrom(index.unread, question)).rejects.toThrow('of 12');
  });

  it.each(['terms', 'postings', 'head', 'lengths'])(
    'answers without a segment whose %s are damaged, and names it',
    async (lane) => {
      const all = need(await found(need(await openSegmentIndex(store))));
      const record = store.records.get(`2/${lane}/0`)!;
      record[record.length >> 1]! ^= 4;
      const index = need(await openSegmentIndex(store));
      const left = need(await found(index));
      expect(index.damage.map(({ segment }) => segment)).toEqual([2]);
      expect(left.length).toBeGreaterThan(0);
      expect(left.length).toBeLessThan(all.length);
      expect(all).toEqual(expect.arrayContaining(left));
    },
  );

  it('says so when the whole store cannot be read', async () => {
    const index = need(await openSegmentIndex(store));
    store.readManifest = async () => fail('failed', 'The disk is gone.');
    expect(await found(index)).toEqual({
      ok: false,
      error: { code: 'failed', message: 'The disk is gone.' },
    });
  });

  it('is refused when another analyzer made it, or nobody', async () => {
    await write('another');
    const stale = await openSegmentIndex(store);
    expect(stale.ok ? '' : stale.error.code).toBe('stale');
    const none = await openSegmentIndex(createMemorySegmentStore());
    expect(none.ok ? '' : none.error.code).toBe('not-found');
  });
});

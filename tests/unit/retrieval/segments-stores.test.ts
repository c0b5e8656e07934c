import 'fake-indexeddb/auto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchiveDatabase } from '../../../src/platform/browser/segment-store.ts';
import { openSegmentFiles } from '../../../src/platform/node/segment-store.ts';
import { createMemorySegmentStore } from '../../../src/retrieval/segments/memory-segment-store.ts';
import { createSegmentReader } from '../../../src/retrieval/segments/segment-reader.ts';
import type { SegmentStore } from '../../../src/retrieval/segments/segment-store.ts';
import { openSegmentWriter } from '../../../src/retrieval/segments/segment-writer.ts';
import { topPassages } from '../../../src/retrieval/segments/top-passages.ts';
import { type Result, succeed } from '../../../src/text/result.ts';
import { inventPassages, scoreFor } from '../../property/retrieval/segments-model.ts';

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const folder = mkdtempSync(join(tmpdir(), 'backstory-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
const memories = new Map<string, SegmentStore>();
const memory = (name: string) =>
  memories.get(name) ?? memories.set(name, createMemorySegmentStore()).get(name)!;

const inIndexedDb = async (name: string): Promise<Result<SegmentStore>> => {
  const opened = await openArchiveDatabase(name);
  return opened.ok ? succeed(opened.value.segments) : opened;
};
const STORES: readonly { name: string; open: (name: string) => Promise<Result<SegmentStore>> }[] = [
  { name: 'memory', open: async (name) => succeed(memory(name)) },
  { name: 'files', open: (name) => openSegmentFiles(join(folder, name)) },
  { name: 'IndexedDB', open: inIndexedDb },
];
const bytes = (...values: number[]) => Uint8Array.from(values);
const key = (segment: number, place: number, lane: 'terms' | 'postings' = 'terms') => ({
  segment,
  lane,
  place,
});

describe.each(STORES)('the store in $name', ({ open }) => {
  it('gives back what was put, in the order asked, after it was opened again', async () => {
    const store = need(await open('records'));
    expect(need(await store.readManifest())).toBeNull();
    const put = [
      [key(1, 0), bytes(1)],
      [key(1, 1), bytes()],
      [key(1, 0, 'postings'), bytes(2, 2)],
      [key(2, 0), bytes(3)],
    ] as const;
    need(await store.change({ put, drop: [], manifest: bytes(9) }));
    need(await store.change({ put: [[key(1, 2), bytes(4)]], drop: [], manifest: bytes(10) }));
    store.close();
    const again = need(await open('records'));
    expect(need(await again.readManifest())).toEqual(bytes(10));
    expect(need(await again.read([key(2, 0), key(1, 9), key(1, 1), key(1, 0, 'postings')]))).toEqual([
      ...[bytes(3), null, bytes(), bytes(2, 2)],
    ]);
    expect(need(await again.readRange(1, 'terms', 0, 4))).toEqual([bytes(1), bytes(), bytes(4), null]);
    again.close();
  });

  it('drops a segment with everything in it and puts the later of two records', async () => {
    const store = need(await open('records'));
    need(await store.change({ put: [[key(2, 0), bytes(5)]], drop: [1], manifest: bytes(11) }));
    expect(need(await store.read([key(1, 0), key(1, 0, 'postings'), key(2, 0)]))).toEqual([
      null,
      null,
      bytes(5),
    ]);
    need(await store.change({ put: [], drop: [2], manifest: bytes(12) }));
    store.close();
  });

  it('answers as the others do after adding, removing and merging', async () => {
    const store = need(await open('whole'));
    const writer = need(await openSegmentWriter(store, { analyzer: 'a', flushPostings: 300 }));
    for (const passage of inventPassages(300, 5)) need(await writer.add(passage));
    need(await writer.flush('end'));
    need(await writer.remove(Array.from({ length: 150 }, (_, at) => at * 2)));
    while (need(await writer.tidy()));
    const loaded = need(await createSegmentReader(store).load(['bridge', 'vote'], new Set(['bridge'])));
    const terms = ['bridge', 'vote'].map((term) => ({
      term,
      score: scoreFor(loaded, loaded.passageCount(term)),
    }));
    const hits = topPassages(loaded, { terms, phrases: [], excluded: [], accepts: null, limit: 5 });
    expect(loaded.damage).toEqual([]);
    expect(hits.map(({ number, score }) => `${number} ${score.toFixed(6)}`)).toMatchInlineSnapshot(`
      [
        "205 1.377605",
        "39 1.302515",
        "97 1.290294",
        "167 1.283910",
        "221 1.277662",
      ]
    `);
    store.close();
  });
});

describe('the store on files', () => {
  it('cuts off what a change left behind that never ended', async () => {
    const own = mkdtempSync(join(folder, 'torn-'));
    const store = need(await openSegmentFiles(own));
    need(await store.change({ put: [[key(1, 0), bytes(1, 2)]], drop: [], manifest: bytes(1) }));
    store.close();
    writeFileSync(join(own, '1.data'), bytes(7, 7, 7), { flag: 'a' });
    writeFileSync(join(own, '1.records'), bytes(7, 7, 7), { flag: 'a' });
    const again = need(await openSegmentFiles(own));
    need(await again.change({ put: [[key(1, 1), bytes(3)]], drop: [], manifest: bytes(2) }));
    again.close();
    const last = need(await openSegmentFiles(own));
    expect(need(await last.readRange(1, 'terms', 0, 2))).toEqual([bytes(1, 2), bytes(3)]);
    need(await last.change({ put: [], drop: [1], manifest: bytes(3) }));
    last.close();
    expect(readdirSync(own)).toEqual(['manifest.json']);
  });
});

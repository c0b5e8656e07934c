import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { captureHeld } from '../../../../src/library/holdings/capture-held.ts';
import { exportArticles } from '../../../../src/library/holdings/export-articles.ts';
import { exportWacz } from '../../../../src/library/holdings/export-wacz.ts';
import type { JobId } from '../../../../src/library/holdings/holding.ts';
import type { HoldingsStore } from '../../../../src/library/holdings/holdings-store.ts';
import { importArticles } from '../../../../src/library/holdings/import-articles.ts';
import { type ImportJob, type JobCounts, NO_COUNTS } from '../../../../src/library/holdings/import-job.ts';
import { sharePack } from '../../../../src/library/holdings/share-pack.ts';
import { chosenArticles } from '../../../../src/platform/browser/holdings/chosen-articles.ts';
import { createHoldingsStore } from '../../../../src/platform/browser/holdings/holdings-store.ts';
import { openHoldingsDatabase } from '../../../../src/platform/browser/holdings/open-database.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const TOWN = ['parks', 'lamps', 'paths'].map((subject, at) => ({
  ...{ identifier: `gazette-${at}`, headline: `Council notes ${at}`, publisher: 'The Harbour Gazette' },
  articleBody: `The town council of Port Ellery met in the old harbour hall on Monday evening and spoke for an hour about ${subject} before its members went home.`,
}));
const ABOUT = { name: 'Town', madeAt: '2024-05-01T10:00:00Z' };
const SHORT = { headline: 'A picture', articleBody: 'The bridge at dusk.' };

let jobs = 0;

async function take(store: HoldingsStore, file: string, bytes: Bytes): Promise<JobCounts> {
  const job: ImportJob = {
    ...{ id: `job-${jobs++}` as JobId, startedAt: '2024-05-01T10:00:00Z', state: 'running', reason: null },
    files: [{ name: file, bytes: bytes.length, columns: null }],
    ...{ cursor: { file: 0, outcome: 0 }, counts: NO_COUNTS, versions: 'replace' },
  };
  const done = await importArticles(job, {
    store,
    read: () => captureHeld(bytes, { file, collection: 'yours', capturedAt: null, sidecar: null }),
    mayGoOn: () => true,
    progressed: () => undefined,
    now: () => '2024-05-01T10:00:00Z',
  });
  return done.ok ? done.value.counts : NO_COUNTS;
}

/** Four articles, of which a long and a short one were set right. */
async function archiveSetRight(name: string): Promise<HoldingsStore> {
  const store = createHoldingsStore(await openHoldingsDatabase(name));
  const lines = [...TOWN, SHORT].map((article) => JSON.stringify(article)).join('\n');
  await take(store, 'town.jsonl', strToU8(lines) as Bytes);
  const wrong = ['Council notes 1', 'A picture'];
  for await (const { holding, articleBody } of store.articles()) {
    const { headline } = holding.record;
    if (!wrong.includes(headline ?? '')) continue;
    const curation = { headline: `${headline}, corrected` };
    await store.commit({ put: [{ holding: { ...holding, curation }, articleBody }] });
  }
  return store;
}

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const FORMS: readonly [string, (store: HoldingsStore) => Promise<Bytes>][] = [
  [
    'lines.jsonl',
    async (store) => {
      const parts = await listOf(exportArticles(chosenArticles(store, null), 'jsonl'));
      return strToU8(parts.map(({ text }) => text).join('')) as Bytes;
    },
  ],
  [
    'crawl.wacz',
    async (store) => {
      const files = await exportWacz(chosenArticles(store, null), '2024-05-01T10:00:00Z');
      return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))) as Bytes;
    },
  ],
  [
    'pack.zip',
    async (store) =>
      zipSync(
        Object.fromEntries(await sharePack(await listOf(chosenArticles(store, null)), null, ABOUT)),
      ) as Bytes,
  ],
];

describe.each(FORMS)('an archive that went out as %s', (file, write) => {
  it('knows every article again, also those that were set right', async () => {
    const store = await archiveSetRight(file);
    const counts = await take(store, file, await write(store));
    expect(counts).toEqual({ ...NO_COUNTS, duplicates: 4 });
  });

  it('takes in what was set right as a text of its own where the archive has another correction', async () => {
    const store = await archiveSetRight(`other ${file}`);
    const written = await write(store);
    for await (const { holding, articleBody } of store.articles())
      await store.commit({ put: [{ holding: { ...holding, curation: {} }, articleBody }] });
    const { duplicates, added, reprints } = await take(store, file, written);
    expect({ duplicates, added, reprints }).toEqual({ duplicates: 2, added: 1, reprints: 1 });
  });
});

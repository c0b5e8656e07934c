import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { articleIdOf } from '../../../../../src/archive/article-id.ts';
import { sketchBands, sketchOf } from '../../../../../src/archive/text-sketch.ts';
import { checkArchive } from '../../../../../src/library/holdings/check-archive.ts';
import type { JobId } from '../../../../../src/library/holdings/holding.ts';
import { createHoldingsStore } from '../../../../../src/platform/browser/holdings/holdings-store.ts';
import {
  DATABASE_VERSION,
  isNewerDatabase,
  openHoldingsDatabase,
} from '../../../../../src/platform/browser/holdings/open-database.ts';
import { BRIDGE, LIBRARY } from '../../../invented-archive.ts';

/**
 * Stores as each released version made them, copied from it and never edited: the newest version must open all of
 * them. A release that changes the stores adds its own here.
 */
const RELEASED: Readonly<Record<string, { version: number; create: (database: IDBPDatabase) => void }>> = {
  '0.2.0': {
    version: 1,
    create: (database) => {
      const holdings = database.createObjectStore('holdings', { keyPath: 'id' });
      holdings.createIndex('url', 'holding.record.url');
      holdings.createIndex('bands', 'bands', { multiEntry: true });
      holdings.createIndex('job', 'holding.job');
      database.createObjectStore('texts');
      database.createObjectStore('bin', { keyPath: 'id' }).createIndex('job', 'job');
      database.createObjectStore('damaged', { keyPath: 'id' });
      database.createObjectStore('journal', { autoIncrement: true });
      database.createObjectStore('jobs', { keyPath: 'id' });
      database.createObjectStore('reports', { autoIncrement: true }).createIndex('job', 'job');
      database.createObjectStore('files');
      database.createObjectStore('pack');
      database.createObjectStore('corrections', { autoIncrement: true });
      database.createObjectStore('marks');
    },
  },
};

/** An article's row in the words of 0.2.0. */
async function rowOf({ id: _, articleBody, ...fields }: typeof BRIDGE) {
  const provenance = { ...fields.provenance, collection: 'yours' };
  const id = await articleIdOf({ ...fields, articleBody }, provenance.file);
  const sketch = sketchOf(articleBody);
  const holding = {
    ...{ id, record: { id, ...fields, provenance }, curation: { headline: 'Set right' }, length: 20 },
    ...{ addedAt: '2024-05-01T10:00:00Z', job: 'job-1', tags: ['to read'], collections: ['Harbour'] },
    ...{ note: 'A note', reprintOf: null, versionOf: null, sketch },
  };
  return { id, holding, articleBody, bands: sketchBands(sketch) };
}

async function writeAsReleased(release: string, name: string): Promise<string> {
  const { version, create } = RELEASED[release]!;
  const database = await openDB(name, version, { upgrade: (opened) => create(opened) });
  const [kept, removed] = [await rowOf(BRIDGE), await rowOf(LIBRARY)];
  await database.put('holdings', { id: kept.id, holding: kept.holding, bands: kept.bands });
  await database.put('texts', kept.articleBody, kept.id);
  await database.put('bin', {
    id: removed.id,
    holding: removed.holding,
    articleBody: removed.articleBody,
    job: null,
  });
  await database.put('journal', { kind: 'put', id: kept.id });
  await database.put('jobs', {
    ...{ id: 'job-1', startedAt: '2024-05-01T10:00:00Z', state: 'running', reason: null },
    files: [{ name: 'a.jsonl', bytes: 3, columns: null }],
    ...{ cursor: { file: 0, outcome: 1 }, versions: 'replace' },
    counts: { added: 1, updated: 0, duplicates: 0, reprints: 0, rejected: 0 },
  });
  await database.put('reports', {
    ...{ job: 'job-1', file: 'a.jsonl', line: null, outcome: 'added', articleId: kept.id, reason: null },
  });
  await database.put('files', new Blob(['{}\n']), ['job-1', 0]);
  await database.put('corrections', {
    correction: { kind: 'ignore', form: 'May' },
    madeAt: '2024-05-02T08:00:00Z',
  });
  await database.put('marks', true, 'holds-own-articles');
  await database.put('pack', new Uint8Array([1, 2, 3]), 'manifest.json');
  database.close();
  return kept.id;
}

describe.each(Object.keys(RELEASED))('a database that version %s wrote', (release) => {
  it('is opened with everything in it, and checked sound', async () => {
    const id = await writeAsReleased(release, `of-${release}`);
    const database = await openHoldingsDatabase(`of-${release}`);
    expect(database.version).toBe(DATABASE_VERSION);
    const store = createHoldingsStore(database);
    expect((await store.holdings()).map((holding) => [holding.id, holding.tags, holding.note])).toEqual([
      [id, ['to read'], 'A note'],
    ]);
    expect(await store.article(id as typeof BRIDGE.id)).toMatchObject({
      headline: 'Set right',
      articleBody: BRIDGE.articleBody,
    });
    expect(await store.bin()).toMatchObject([{ record: { headline: LIBRARY.headline } }]);
    expect(await store.corrections()).toMatchObject([{ correction: { kind: 'ignore', form: 'May' } }]);
    expect(await store.jobs()).toMatchObject([{ id: 'job-1', state: 'running' }]);
    expect(await store.report('job-1' as JobId)).toHaveLength(1);
    expect(await store.journal(0, 10)).toHaveLength(1);
    expect(await database.get('files', ['job-1', 0])).toBeDefined();
    expect(await database.get('marks', 'holds-own-articles')).toBe(true);
    expect(await checkArchive(store)).toMatchObject({ value: { checked: 1, damaged: [] } });
    database.close();
  });

  it('has every store and index that a new one has', async () => {
    await writeAsReleased(release, `stores-of-${release}`);
    const [migrated, fresh] = [
      await openHoldingsDatabase(`stores-of-${release}`),
      await openHoldingsDatabase(`new-beside-${release}`),
    ];
    const shapeOf = (database: typeof fresh) =>
      [...database.objectStoreNames].map((name) => {
        const { keyPath, autoIncrement, indexNames } = database.transaction(name).store;
        return [name, keyPath, autoIncrement, [...indexNames]];
      });
    expect(shapeOf(migrated)).toEqual(shapeOf(fresh));
    await migrated.put('marks', 'x', 'still written');
    for (const database of [migrated, fresh]) database.close();
  });
});

describe('a database that a newer version wrote', () => {
  it('is not opened, is told from a database that cannot be had, and keeps what is in it', async () => {
    const newer = await openDB('newer', DATABASE_VERSION + 1, {
      upgrade: (database) => void database.createObjectStore('texts'),
    });
    await newer.put('texts', 'A text', 'a1');
    newer.close();
    const refused = await openHoldingsDatabase('newer').catch((error: unknown) => error);
    expect(isNewerDatabase(refused)).toBe(true);
    expect(isNewerDatabase(new DOMException('no room', 'InvalidStateError'))).toBe(false);
    const after = await openDB('newer', DATABASE_VERSION + 1);
    expect(await after.get('texts', 'a1')).toBe('A text');
    after.close();
  });
});

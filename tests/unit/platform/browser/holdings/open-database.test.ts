import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../../../../../src/library/holdings/check-archive.ts';
import type { JobId } from '../../../../../src/library/holdings/holding.ts';
import { createHoldingsStore } from '../../../../../src/platform/browser/holdings/holdings-store.ts';
import {
  DATABASE_VERSION,
  isNewerDatabase,
  openHoldingsDatabase,
} from '../../../../../src/platform/browser/holdings/open-database.ts';
import { BRIDGE, LIBRARY } from '../../../invented-archive.ts';
import { RELEASED, writeAsReleased } from './released-databases.ts';

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

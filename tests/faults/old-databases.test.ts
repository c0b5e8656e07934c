/**
 * TRUST E4, bar 20: a database that a released version wrote, whose upgrade is broken off at each of its steps and just
 * before its end: the older one is there as it was, and the next start brings all of it over.
 */
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/archive/digest.ts';
import { writeBackup } from '../../src/library/holdings/backup.ts';
import { createHoldingsStore } from '../../src/platform/browser/holdings/holdings-store.ts';
import { DATABASE_VERSION, openHoldingsDatabase } from '../../src/platform/browser/holdings/open-database.ts';
import { recordFigure } from '../trust/figures.ts';
import { RELEASED, writeAsReleased } from '../unit/platform/browser/holdings/released-databases.ts';

const createStore = IDBDatabase.prototype.createObjectStore;
const createIndex = IDBObjectStore.prototype.createIndex;
const NOW = '2024-05-01T10:00:00Z';

/** Throws at step `at`; behind the last step the whole upgrade is called off. Answers how many steps there were. */
function breakUpgrade(at: number): { steps: number } {
  const seen = { steps: 0 };
  const step = () => {
    if (seen.steps++ === at) throw new DOMException('The disk is gone.', 'UnknownError');
  };
  IDBDatabase.prototype.createObjectStore = function (...given) {
    step();
    return createStore.apply(this, given);
  };
  IDBObjectStore.prototype.createIndex = function (...given) {
    step();
    return createIndex.apply(this, given);
  };
  return seen;
}

function mendUpgrade(): void {
  IDBDatabase.prototype.createObjectStore = createStore;
  IDBObjectStore.prototype.createIndex = createIndex;
}

afterEach(mendUpgrade);

/** Digest of everything that a backup would hold. */
async function exportOf(name: string): Promise<string> {
  const database = await openHoldingsDatabase(name);
  let text = '';
  for await (const line of writeBackup(createHoldingsStore(database), NOW)) text += line;
  database.close();
  return digestOf(new TextEncoder().encode(text));
}

/** Version and number of articles of a database as it lies there. */
async function lying(name: string): Promise<readonly [number, number]> {
  const database = await openDB(name);
  const found = [database.version, await database.count('holdings')] as const;
  database.close();
  return found;
}

/** Those whose stores have changed since. */
const older = Object.keys(RELEASED).filter((release) => (RELEASED[release]?.version ?? 0) < DATABASE_VERSION);

describe.each(older)('a database of version %s whose upgrade is broken off', (release) => {
  it('is as it was, and is brought over whole by the next start', async () => {
    await writeAsReleased(release, 'unbroken');
    const seen = breakUpgrade(Number.POSITIVE_INFINITY);
    const wanted = await exportOf('unbroken');
    mendUpgrade();
    await deleteDB('unbroken');
    const wrong: string[] = [];
    for (let at = 0; at <= seen.steps; at++) {
      const name = `broken-${release}-${at}`;
      await writeAsReleased(release, name);
      if (at < seen.steps) {
        breakUpgrade(at);
        await openHoldingsDatabase(name).then(
          (database) => {
            database.close();
            wrong.push(`step ${at} was passed over`);
          },
          () => undefined,
        );
        mendUpgrade();
      } else await callOff(name);
      const left = await lying(name);
      if (String(left) !== String([RELEASED[release]?.version, 1])) wrong.push(`step ${at} left ${left}`);
      if ((await exportOf(name)) !== wanted) wrong.push(`step ${at} lost something`);
      if ((await lying(name))[0] !== DATABASE_VERSION) wrong.push(`step ${at} is not brought over`);
    }
    recordFigure({
      bar: `20 databases of version ${release}: upgrades broken off that left anything but the old or the new one`,
      pass: '0 at every step',
      measured: `${wrong.length} of ${seen.steps + 1} steps`,
      browser: 'node',
    });
    expect(seen.steps).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

/** All steps are done, and their transaction ends without them. */
function callOff(name: string): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name, DATABASE_VERSION);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('left-behind');
      opening.transaction?.abort();
    };
    opening.onerror = () => resolve();
  });
}

describe('an upgrade that closes its transaction between two steps', () => {
  it('leaves half of the new version behind, which this would see', async () => {
    await writeAsReleased('0.2.0', 'halves');
    const half = await openDB('halves', DATABASE_VERSION, {
      upgrade: (database) => void database.createObjectStore('packs', { keyPath: 'digest' }),
    });
    half.close();
    const opened = await openHoldingsDatabase('halves');
    expect([...opened.objectStoreNames]).not.toContain('packArticles');
    opened.close();
  });
});

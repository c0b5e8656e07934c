/** The index of a large archive on the disk: made, found again after a kill, damaged, made anew. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../../../src/library/archive.ts';
import { askArchive } from '../../../../../src/library/ask-archive.ts';
import { assembleArchive, recordsOf } from '../../../../../src/library/assemble-archive.ts';
import { deriveParts, deriveTexts } from '../../../../../src/library/derive-archive.ts';
import { packBeside } from '../../../../../src/library/pack-archive.ts';
import { searchArchive } from '../../../../../src/library/search-archive.ts';
import {
  type HoldingsDatabase,
  openHoldingsDatabase,
} from '../../../../../src/platform/browser/holdings/open-database.ts';
import {
  nextIndexMark,
  PACK_INDEX,
  readIndexMark,
  writeBeside,
} from '../../../../../src/platform/browser/holdings/pack-index.ts';
import { arePacksStale } from '../../../../../src/platform/browser/holdings/pack-state.ts';
import type { Result } from '../../../../../src/text/result.ts';
import { article } from '../../../invented-archive.ts';
import { provideBrowser } from '../provide-browser.ts';

const ARTICLES = Array.from({ length: 40 }, (_, at) =>
  article(`a${String(at).padStart(2, '0')}`, `Ferry number ${at} left the harbour of the island on time.`),
);
const parts = deriveTexts(ARTICLES, { entities: [], outlets: [] });
const RECORDS = recordsOf(parts.articles, parts.passages, parts.mentions, parts.speakers);
const inMemory = assembleArchive(deriveParts(ARTICLES, parts.authority), false);

let database: HoldingsDatabase;
let run = 0;
let own: typeof import('../../../../../src/platform/browser/holdings/own-archive.ts');

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** As the worker leaves it: pack and index follow `state`. */
async function write(state: string): Promise<number> {
  const number = need(await writeBeside(database, state, parts, RECORDS));
  await database.clear('pack');
  for (const [name, bytes] of await packBeside(parts)) await database.put('pack', bytes, name);
  await database.put('marks', nextIndexMark(await readIndexMark(database), number), PACK_INDEX);
  await database.put('marks', state, 'pack-made-of');
  return number;
}

async function openedAnew(): Promise<Archive> {
  own.forgetWholeArchive();
  return need(await own.openWholeArchive());
}

const found = async (archive: Archive, text: string) =>
  need(await askArchive(archive, (whole) => searchArchive(whole, text, 20)));

const namesOfIndexes = async () =>
  (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('backstory-index-') ? [name] : []));

function damage(number: number): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(`backstory-index-${number}`);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('records', 'readwrite');
      const records = writing.objectStore('records');
      records.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        // Of the lane of postings.
        if ((cursor.key as number[])[1] === 5) {
          const bytes = cursor.value as Uint8Array;
          bytes[bytes.length - 20]! ^= 1;
          cursor.update(bytes);
        }
        cursor.continue();
      };
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** Every write to an index fails from this one on, as if nobody were there any more to make it. */
async function killedAt<T>(writes: number, act: () => Promise<T>): Promise<T> {
  const { transaction } = IDBDatabase.prototype;
  let left = writes;
  IDBDatabase.prototype.transaction = function begin(this: IDBDatabase, ...given) {
    if (this.name.startsWith('backstory-index-') && given[1] === 'readwrite' && left-- <= 0)
      throw new DOMException('The worker is gone.', 'AbortError');
    return transaction.apply(this, given);
  };
  try {
    return await act();
  } finally {
    IDBDatabase.prototype.transaction = transaction;
  }
}

beforeEach(async () => {
  const local = { get: async () => ({ 'holds-own-articles': true }), set: async () => {} };
  provideBrowser({ runtime: { id: 'own', sendMessage: async () => undefined }, storage: { local } });
  own = await import('../../../../../src/platform/browser/holdings/own-archive.ts');
  database = await openHoldingsDatabase();
  run++;
});

describe('an archive whose index lies on the disk', () => {
  it('answers as one whose index is in memory', async () => {
    await write(`whole ${run}`);
    const archive = await openedAnew();
    expect(archive.index.unread).not.toBeNull();
    for (const text of ['harbour', 'ferry 17', '"island on time"', 'harb', 'harbuor island', 'unheard'])
      expect(await found(archive, text)).toEqual(searchArchive(inMemory, text, 20));
  });

  it('leaves the index before it in place until the next but one is begun', async () => {
    const first = await write(`first ${run}`);
    const second = await write(`second ${run}`);
    expect(await namesOfIndexes()).toEqual(
      expect.arrayContaining([`backstory-index-${first}`, `backstory-index-${second}`]),
    );
    await write(`third ${run}`);
    expect(await namesOfIndexes()).not.toContain(`backstory-index-${first}`);
  });

  it('goes on with an index whose worker was killed, and drops it when the archive has changed since', async () => {
    const begun = need(await writeBeside(database, `killed ${run}`, parts, RECORDS));
    expect(need(await writeBeside(database, `killed ${run}`, parts, RECORDS))).toBe(begun);
    const next = await write(`changed ${run}`);
    expect(next).toBe(begun + 1);
    expect(await namesOfIndexes()).not.toContain(`backstory-index-${begun}`);
    expect((await found(await openedAnew(), 'harbour')).total).toBe(ARTICLES.length);
  });

  it('answers from the one before till it is whole, at whichever of its writes the worker is killed', async () => {
    await write(`before ${run}`);
    const expected = searchArchive(inMemory, 'harbour', 20);
    let kills = 0;
    for (let isKilled = true; isKilled; kills++) {
      const state = `kill ${kills} of ${run}`;
      isKilled = !(await killedAt(kills, () => writeBeside(database, state, parts, RECORDS))).ok;
      expect(await found(await openedAnew(), 'harbour')).toEqual(expected);
      await write(state);
      expect(await found(await openedAnew(), 'harbour')).toEqual(expected);
    }
    expect(kills).toBeGreaterThan(3);
  });

  it('answers with what is left of a damaged one, counts as stale, and is whole again when made anew', async () => {
    const number = await write(`damaged ${run}`);
    await damage(number);
    const archive = await openedAnew();
    const answer = await found(archive, 'harbour');
    expect(answer.total).toBeLessThan(ARTICLES.length);
    expect(answer.hints).toEqual(['index-damaged']);
    await expect.poll(() => arePacksStale(database)).toBe(true);
    expect(await database.get('marks', 'pack-index-damaged')).toContain('digest');
    await database.delete('marks', 'pack-index-damaged');
    await write(`damaged ${run}`);
    expect((await found(await openedAnew(), 'harbour')).total).toBe(ARTICLES.length);
  });
});

/** The list that follows the journal against the one that is read whole after every change. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../src/archive/article.ts';
import type { Holding } from '../../../../src/library/holdings/holding.ts';
import type { HoldingsStore } from '../../../../src/library/holdings/holdings-store.ts';
import { createHoldingsList, toHoldingView } from '../../../../src/library/holdings/list-holdings.ts';
import { createHoldingsStore } from '../../../../src/platform/browser/holdings/holdings-store.ts';
import {
  type HoldingsDatabase,
  openHoldingsDatabase,
} from '../../../../src/platform/browser/holdings/open-database.ts';
import { article } from '../../../unit/invented-archive.ts';

const opened: HoldingsDatabase[] = [];
let databases = 0;
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

async function newDatabase(): Promise<HoldingsDatabase> {
  const database = await openHoldingsDatabase(`list-${databases++}`);
  opened.push(database);
  return database;
}

const idOf = (number: number) => `a${number}` as ArticleId;

function holding(number: number, minute: number): Holding {
  const { articleBody: _, ...record } = article(idOf(number), 'The ferry left.');
  const addedAt = `2024-05-01T10:${String(minute).padStart(2, '0')}:00Z`;
  return {
    ...{ id: idOf(number), record, curation: {}, length: 3, addedAt, job: null, tags: [], collections: [] },
    ...{ note: null, reprintOf: null, versionOf: null, sketch: [] },
  };
}

type Act = readonly ['put' | 'remove' | 'restore', number, number] | readonly ['look'];

const number = fc.integer({ min: 0, max: 12 });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom('put', 'remove', 'restore'), number, fc.integer({ min: 0, max: 59 })),
    fc.constant(['look'] as const),
  ),
  { maxLength: 30 },
);

function act(store: HoldingsStore, [kind, at, minute]: readonly [string, number, number]) {
  if (kind === 'put')
    return store.commit({ put: [{ holding: holding(at, minute), articleBody: 'The ferry left.' }] });
  return store.commit(kind === 'remove' ? { remove: [idOf(at)] } : { restore: [idOf(at)] });
}

const whole = async (store: HoldingsStore) => (await store.holdings()).map(toHoldingView);

describe('the list of holdings', () => {
  it('is what reading everything would give, whatever was done between two looks', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        const store = createHoldingsStore(await newDatabase());
        const list = createHoldingsList(store);
        for (const one of done) {
          if (one[0] === 'look') expect(await list()).toEqual(await whole(store));
          else await act(store, one);
        }
        expect(await list()).toEqual(await whole(store));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the very same rows while nothing changed, and reads only what did', async () => {
    const store = createHoldingsStore(await newDatabase());
    for (let at = 0; at < 9; at++) await act(store, ['put', at, at]);
    let wholeReadings = 0;
    const list = createHoldingsList({
      ...store,
      holdings: () => {
        wholeReadings++;
        return store.holdings();
      },
    });
    const first = await list();
    expect(await list()).toBe(first);
    await act(store, ['put', 9, 30]);
    const [newest, ...others] = await list();
    expect([newest?.articleId, wholeReadings]).toEqual([idOf(9), 1]);
    expect(others.every((row, at) => row === first[at])).toBe(true);
  });

  it('begins anew when the database was cleared', async () => {
    const [full, empty] = [
      createHoldingsStore(await newDatabase()),
      createHoldingsStore(await newDatabase()),
    ];
    for (let at = 0; at < 5; at++) await act(full, ['put', at, at]);
    await act(empty, ['put', 7, 7]);
    let now = full;
    const list = createHoldingsList({
      ...full,
      newestEntry: () => now.newestEntry(),
      journal: (...asked) => now.journal(...asked),
      holdings: () => now.holdings(),
    });
    expect((await list()).length).toBe(5);
    now = empty;
    expect((await list()).map(({ articleId }) => articleId)).toEqual([idOf(7)]);
  });
});

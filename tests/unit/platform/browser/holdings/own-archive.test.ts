/** The archive in the background while pages are saved: what is opened anew, and what is not. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PackFiles } from '../../../../../src/archive/pack.ts';
import type { Archive } from '../../../../../src/library/archive.ts';
import { openPackNames, packYoung } from '../../../../../src/library/holdings/pack-young.ts';
import { packArchive } from '../../../../../src/library/pack-archive.ts';
import type { HoldingsDatabase } from '../../../../../src/platform/browser/holdings/open-database.ts';
import type { YoungState } from '../../../../../src/platform/browser/holdings/pack-state.ts';
import { article } from '../../../invented-archive.ts';
import { provideBrowser } from '../provide-browser.ts';

type OwnArchive = typeof import('../../../../../src/platform/browser/holdings/own-archive.ts');

const HELD = article('held', 'The ferry stayed in the harbour until the storm had passed the island.');
const NO_NAMES = { entities: [], outlets: [] };
const saved = (id: string) =>
  article(id, `The rowing club of the town named its newest boat ${id} on Sunday.`);
const nobody = () => [];

let own: OwnArchive;
let database: HoldingsDatabase;
let whole: PackFiles;

beforeAll(async () => {
  provideBrowser({ storage: { local: { get: async () => ({ 'holds-own-articles': true }) } } });
  own = await import('../../../../../src/platform/browser/holdings/own-archive.ts');
  const { openHoldingsDatabase } = await import(
    '../../../../../src/platform/browser/holdings/open-database.ts'
  );
  database = await openHoldingsDatabase();
  whole = await packArchive([HELD], NO_NAMES, nobody);
  for (const [name, bytes] of whole) await database.put('pack', bytes, name);
  await database.put('marks', 'first', 'pack-made-of');
});

async function layBeside(id: string): Promise<void> {
  const known = await openPackNames(async (file) => whole.get(file) ?? null);
  if (!known) throw new Error('no names');
  for (const [name, bytes] of await packYoung([saved(id)], known, nobody))
    await database.put('pack', bytes, `young/${name}`);
  const state: YoungState = { beside: 'first', madeOf: id, changed: [saved(id).id] };
  await database.put('marks', state, 'young-pack-made-of-2');
}

async function openedAnew(): Promise<Archive> {
  own.forgetWholeArchive();
  const opened = await own.openWholeArchive();
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

describe('the archive in the background', () => {
  it('is the same one while no pack has followed a change, and reads the large pack once for all young ones', async () => {
    const first = await openedAnew();
    expect(await openedAnew()).toBe(first);
    const record = first.records.at(0);
    for (const id of ['Osprey', 'Heron']) {
      await layBeside(id);
      const joined = await openedAnew();
      expect(joined.articles.size).toBe(2);
      expect(joined.articles.has(saved(id).id)).toBe(true);
      expect(joined.records.at(0)).toBe(record);
      expect(await openedAnew()).toBe(joined);
    }
  });
});

/**
 * Records that change on the disk behind the product's back: any character of any field flipped, fields dropped, rows
 * and texts gone, rows of another version. A check finds every one of them, names it, keeps the rest as it was, and a
 * backup brings the damaged back.
 */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/archive/article.ts';
import { articleIdOf } from '../../src/archive/article-id.ts';
import { digestOf } from '../../src/archive/digest.ts';
import { checkBackup, restoreBackup, writeBackup } from '../../src/library/holdings/backup.ts';
import { checkArchive } from '../../src/library/holdings/check-archive.ts';
import { holdArticle } from '../../src/library/holdings/hold-article.ts';
import type { HoldingsStore } from '../../src/library/holdings/holdings-store.ts';
import { createHoldingsStore } from '../../src/platform/browser/holdings/holdings-store.ts';
import {
  type HoldingsDatabase,
  openHoldingsDatabase,
} from '../../src/platform/browser/holdings/open-database.ts';
import { recordFigure } from '../trust/figures.ts';
import { article } from '../unit/invented-archive.ts';
import { createRandom } from './fault-story.ts';

const NOW = '2024-05-01T10:00:00Z';
const ARTICLES = 120;
let database: HoldingsDatabase;
let store: HoldingsStore;
const ids: ArticleId[] = [];
const lines: string[] = [];
const backup = async function* () {
  yield* lines;
};

async function stateOf() {
  const held: unknown[] = [];
  for await (const one of store.articles()) held.push(one);
  return held;
}

beforeAll(async () => {
  database = await openHoldingsDatabase('damaged');
  store = createHoldingsStore(database);
  for (let at = 0; at < ARTICLES; at++) {
    const body = `The ferry number ${at * 7919} left the harbour at ${at * 104_729} o’clock.`;
    const digest = await digestOf(new TextEncoder().encode(body));
    const provenance = { ...article('n', '').provenance, collection: 'yours' as const, digest };
    const { id: _, ...record } = article('n', body, { headline: `Ferry ${at}`, provenance });
    const id = await articleIdOf(record, record.provenance.file);
    const held = await holdArticle({ ...record, id }, { job: null, addedAt: NOW, pending: [] }, store);
    const holding = {
      ...held,
      tags: ['boats'],
      note: `Seen at pier ${at}`,
      curation: { author: ['A. Pen'] },
    };
    await store.commit({ put: [{ holding, articleBody: body }] });
    ids.push(id);
  }
  for await (const line of writeBackup(store, NOW)) lines.push(line);
});
afterAll(() => database.close());

type Random = () => number;
const flip = (text: string, random: Random) => {
  const at = Math.floor(random() * text.length);
  return `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`;
};

/** Another value in one field, wherever it lies; the same form. */
function flipSomewhere(value: unknown, random: Random): unknown {
  const places: (() => void)[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const fields = node as Record<string, unknown>;
      if (typeof child === 'string' && child !== '')
        places.push(() => Object.assign(fields, { [key]: flip(child, random) }));
      if (typeof child === 'number') places.push(() => Object.assign(fields, { [key]: child + 1 }));
      walk(child);
    }
  };
  const copy = structuredClone(value);
  walk(copy);
  places[Math.floor(random() * places.length)]?.();
  return copy;
}

type Row = NonNullable<Awaited<ReturnType<HoldingsDatabase['get']>>>;
const rowOf = async (id: ArticleId) =>
  (await database.get('holdings', id)) as never as { holding: object } & Row;
const putRow = (row: object) => database.put('holdings', row as never);

const faults: Readonly<Record<string, (id: ArticleId, random: Random) => Promise<unknown>>> = {
  'a flipped text': async (id, random) =>
    database.put('texts', flip((await database.get('texts', id)) ?? '', random), id),
  'a flipped field': async (id, random) => {
    const row = await rowOf(id);
    return putRow({ ...row, holding: flipSomewhere(row.holding, random) as object });
  },
  'a dropped text': (id) => database.delete('texts', id),
  'a dropped row': (id) => database.delete('holdings', id),
  'a dropped field': async (id, random) => {
    const row = await rowOf(id);
    const fields = Object.entries(row.holding);
    const dropped = Math.floor(random() * fields.length);
    return putRow({ ...row, holding: Object.fromEntries(fields.filter((_, at) => at !== dropped)) });
  },
  'a row of an older version': async (id) => {
    const { holding } = await rowOf(id);
    const { record, addedAt } = holding as { record: object; addedAt: string };
    return putRow({ id, holding: { ...record, savedAt: addedAt }, bands: [] });
  },
  'a row of a newer version': async (id) => {
    const row = await rowOf(id);
    return putRow({ ...row, holding: { version: 9, packed: 'x' } });
  },
  'an empty record': (id) => putRow({ id, holding: null, bands: [] }),
};

const ROUNDS = 20;

describe('records that were damaged', { timeout: 120_000 }, () => {
  it.each(Object.entries(faults))(
    'are all found, named and brought back by a backup: %s',
    async (name, damage) => {
      const random = createRandom(name.length);
      const whole = await stateOf();
      let [broken, found] = [0, 0];
      for (let round = 0; round < ROUNDS; round++) {
        const hit = new Set(
          Array.from({ length: 5 }, () => ids[Math.floor(random() * ARTICLES)] as ArticleId),
        );
        for (const id of hit) await damage(id, random);
        const report = await checkArchive(store);
        const damaged = report.ok ? report.value.damaged : [];
        broken += hit.size;
        found += damaged.filter(({ id }) => hit.has(id)).length;
        expect(damaged.every(({ id, reason }) => hit.has(id) && reason.endsWith('.'))).toBe(true);
        expect(damaged.length).toBe(hit.size);
        expect((await store.counts()).articles).toBe(ARTICLES - hit.size);
        expect((await checkBackup(backup)).ok).toBe(true);
        await restoreBackup(backup, 'merge', store, NOW);
        expect(await stateOf()).toEqual(whole);
      }
      recordFigure({
        bar: `19 faults: damaged records found and brought back (${name})`,
        pass: '100 %',
        measured: `${found} of ${broken}`,
        browser: 'node',
      });
    },
  );
});

describe('a backup that was damaged', () => {
  it('is refused at any flipped character, and changes nothing', async () => {
    const random = createRandom(5);
    const whole = await stateOf();
    for (let round = 0; round < 100; round++) {
      const at = Math.floor(random() * lines.length);
      const spoilt = lines.map((line, place) => (place === at ? `${flip(line.trimEnd(), random)}\n` : line));
      const checked = await checkBackup(async function* () {
        yield* spoilt;
      });
      // The day and the counts at the top are for the reader alone; what is restored is under the digests.
      if (checked.ok) expect(at).toBe(0);
      else expect(checked.error.message).toMatch(/Nothing was changed|format/);
    }
    expect(await stateOf()).toEqual(whole);
  });
});

/**
 * Everything but imports that writes, broken off at any of its writes: it was done or it was not, nothing between; and a
 * restore that replaces everything can be taken back, or begun again, from wherever it was broken off.
 */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/archive/article.ts';
import { articleIdOf } from '../../src/archive/article-id.ts';
import { digestOf } from '../../src/archive/digest.ts';
import { restoreBackup, undoReplace, writeBackup } from '../../src/library/holdings/backup.ts';
import { holdArticle } from '../../src/library/holdings/hold-article.ts';
import type { HoldingsStore } from '../../src/library/holdings/holdings-store.ts';
import { saveArticle } from '../../src/library/holdings/save-article.ts';
import { createHoldingsStore } from '../../src/platform/browser/holdings/holdings-store.ts';
import {
  type HoldingsDatabase,
  openHoldingsDatabase,
} from '../../src/platform/browser/holdings/open-database.ts';
import type { Result } from '../../src/text/result.ts';
import { article, eid } from '../unit/invented-archive.ts';
import { breakWrites, full, killed, mendWrites, pointsOf } from './break-writes.ts';

const NOW = '2024-05-01T10:00:00Z';
let opened: HoldingsDatabase[] = [];
let databases = 0;

afterEach(() => {
  mendWrites();
  for (const database of opened) database.close();
  opened = [];
});

async function invent(number: number) {
  const body = `The ferry number ${number * 7919} left the harbour at ${number * 104_729} o’clock.`;
  const digest = await digestOf(new TextEncoder().encode(body));
  const provenance = { ...article('n', '').provenance, collection: 'yours' as const, digest };
  const { id: _, ...record } = article('n', body, { headline: `Ferry ${number}`, provenance });
  return { ...record, id: await articleIdOf(record, provenance.file) };
}

async function hold(store: HoldingsStore, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number++) {
    const one = await invent(number);
    const holding = await holdArticle(one, { job: null, addedAt: NOW, pending: [] }, store);
    await store.commit({ put: [{ holding, articleBody: one.articleBody }] });
  }
}

const decision = (name: string) => ({
  correction: { kind: 'rename' as const, entityId: eid(`person:${name}`), label: name },
  madeAt: NOW,
});

/** Articles 0–11 held, 12–13 in the bin, two decisions. */
async function newArchive() {
  const database = await openHoldingsDatabase(`acts-${databases++}`);
  opened.push(database);
  const store = createHoldingsStore(database);
  await hold(store, 0, 14);
  const removed = await Promise.all([12, 13].map(async (number) => (await invent(number)).id));
  await store.commit({ remove: removed, decide: [decision('ada'), decision('omar')] });
  return { store, removed };
}

/** What the reader has, without the numbers that count its changes. */
async function stateOf(store: HoldingsStore) {
  const held: unknown[] = [];
  for await (const one of store.articles()) held.push(one);
  const corrections = (await store.corrections()).map(({ correction }) => correction);
  return {
    held,
    corrections,
    bin: (await store.bin()).map(({ id }) => id).sort(),
    counts: await store.counts(),
  };
}

/** Of articles 10–29 and one decision. */
async function otherBackup(): Promise<() => AsyncIterable<string>> {
  const database = await openHoldingsDatabase(`acts-${databases++}`);
  opened.push(database);
  const store = createHoldingsStore(database);
  await hold(store, 10, 30);
  await store.commit({ decide: [decision('nora')] });
  const lines: string[] = [];
  for await (const line of writeBackup(store, NOW)) lines.push(line);
  return async function* () {
    yield* lines;
  };
}

type Act = (store: HoldingsStore, removed: readonly ArticleId[]) => Promise<Result<unknown>>;

const acts: Readonly<Record<string, Act>> = {
  'saving a page': async (store) =>
    saveArticle(await invent(99), { versions: 'replace', note: 'Ask.' }, store, NOW),
  'removing articles': async (store) =>
    store.commit({ remove: (await store.holdings()).slice(0, 5).map(({ id }) => id) }),
  'taking back from the bin': (store, removed) => store.commit({ restore: removed }),
  'emptying the bin': (store) => store.emptyBin(),
  'deciding about a name': (store) => store.commit({ decide: [decision('nora')], undecide: [1] }),
};

async function writesOf(act: Act): Promise<number> {
  const { store, removed } = await newArchive();
  const seen = breakWrites(Number.POSITIVE_INFINITY, 0, full);
  expect((await act(store, removed)).ok).toBe(true);
  mendWrites();
  return seen.count;
}

describe('an act that is broken off', { timeout: 60_000 }, () => {
  it.each(Object.entries(acts))('is not done at all, and can be done again: %s', async (_, act) => {
    for (const error of [full, killed])
      for (const at of pointsOf(await writesOf(act), 10)) {
        const { store, removed } = await newArchive();
        const before = await stateOf(store);
        breakWrites(at, Number.POSITIVE_INFINITY, error);
        expect((await act(store, removed)).ok).toBe(false);
        mendWrites();
        expect(await stateOf(store)).toEqual(before);
        expect((await act(store, removed)).ok).toBe(true);
      }
  });
});

describe('a restore that is broken off', { timeout: 60_000 }, () => {
  it('adds the rest when it is begun again, and never takes anything away', async () => {
    const backup = await otherBackup();
    const merge: Act = (store) => restoreBackup(backup, 'merge', store, NOW);
    const wholeArchive = await newArchive();
    await merge(wholeArchive.store, []);
    const whole = await stateOf(wholeArchive.store);
    for (const at of pointsOf(await writesOf(merge), 25)) {
      const { store } = await newArchive();
      const before = await stateOf(store);
      breakWrites(at, Number.POSITIVE_INFINITY, killed);
      await merge(store, []);
      mendWrites();
      expect((await stateOf(store)).held).toEqual(expect.arrayContaining(before.held));
      await merge(store, []);
      expect(await stateOf(store)).toEqual(whole);
    }
  });

  it('gives back what it was to replace, from every point at which it can break, and after its end', async () => {
    const backup = await otherBackup();
    const replace: Act = (store) => restoreBackup(backup, 'replace', store, NOW);
    const writes = await writesOf(replace);
    for (const at of [...pointsOf(writes, 25), writes]) {
      const { store } = await newArchive();
      const before = await stateOf(store);
      breakWrites(at, Number.POSITIVE_INFINITY, killed);
      const done = await replace(store, []);
      mendWrites();
      const left = await stateOf(store);
      const kept = new Set([...(await store.holdings()).map(({ id }) => id), ...left.bin]);
      expect(kept.size).toBeGreaterThanOrEqual(14);
      const replaced = await store.replaced();
      expect([at, replaced?.isDone ?? null]).toEqual([at, done.ok ? true : replaced ? false : null]);
      if (replaced) await undoReplace(store);
      const after = await stateOf(store);
      expect([after.held, after.corrections]).toEqual([before.held, before.corrections]);
      expect(after.bin).toEqual(expect.arrayContaining(before.bin));
    }
  });

  it('is exactly the backup when it is begun again, and still gives back what was there first', async () => {
    const backup = await otherBackup();
    const { store } = await newArchive();
    const before = await stateOf(store);
    breakWrites(80, Number.POSITIVE_INFINITY, killed);
    expect((await restoreBackup(backup, 'replace', store, NOW)).ok).toBe(false);
    mendWrites();
    expect((await store.replaced())?.isDone).toBe(false);
    expect((await restoreBackup(backup, 'replace', store, NOW)).ok).toBe(true);
    expect(await store.count()).toBe(20);
    expect((await store.corrections()).map(({ correction }) => correction)).toEqual([
      decision('nora').correction,
    ]);
    await undoReplace(store);
    const after = await stateOf(store);
    expect([after.held, after.corrections]).toEqual([before.held, before.corrections]);
  });
});

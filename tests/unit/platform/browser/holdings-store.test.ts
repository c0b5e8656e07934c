import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '../../../../src/archive/article.ts';
import { articleIdOf } from '../../../../src/archive/article-id.ts';
import { digestOf } from '../../../../src/archive/digest.ts';
import type { CaptureOutcome } from '../../../../src/capture/capture-outcome.ts';
import { checkBackup, restoreBackup, writeBackup } from '../../../../src/library/holdings/backup.ts';
import type { JobId } from '../../../../src/library/holdings/holding.ts';
import type { HeldArticle, HoldingsStore } from '../../../../src/library/holdings/holdings-store.ts';
import { type ImportPorts, importArticles } from '../../../../src/library/holdings/import-articles.ts';
import { type ImportJob, NO_COUNTS } from '../../../../src/library/holdings/import-job.ts';
import { createHoldingsStore } from '../../../../src/platform/browser/holdings/holdings-store.ts';
import {
  type HoldingsDatabase,
  openHoldingsDatabase,
} from '../../../../src/platform/browser/holdings/open-database.ts';
import { fail } from '../../../../src/text/result.ts';

let opened: HoldingsDatabase[] = [];
let databases = 0;

async function newStore(): Promise<{ store: HoldingsStore; database: HoldingsDatabase }> {
  const database = await openHoldingsDatabase(`test-${databases++}`);
  opened.push(database);
  return { store: createHoldingsStore(database), database };
}

afterEach(() => {
  for (const database of opened) database.close();
  opened = [];
});

const WORDS = 'the old stone bridge over the river was closed to heavy lorries after an inspection'.split(
  ' ',
);
const sentence = (seed: number, length: number) =>
  Array.from({ length }, (_, at) => `${WORDS[(seed * 7 + at * at) % WORDS.length]}${(seed + at) % 97}`).join(
    ' ',
  );

function article(number: number, change: Partial<Article> = {}): Article {
  return {
    id: `a${String(number).padStart(20, '0')}` as ArticleId,
    ...{
      identifier: `n${number}`,
      url: null,
      headline: `Report ${number}`,
      author: [],
      publisher: 'The Gazette',
    },
    ...{ datePublished: null, inLanguage: null, articleBody: sentence(number, 60) },
    provenance: {
      ...{ collection: 'yours', capturedAt: null, capturedFrom: null, republishedFrom: null },
      ...{
        republishedBy: null,
        digest: 'sha256:0',
        file: 'reports.jsonl',
        parser: 'test',
        license: null,
        curated: [],
      },
    },
    ...change,
  };
}

const found = (number: number, change: Partial<Article> = {}): CaptureOutcome => ({
  ok: true,
  article: article(number, change),
});

function newJob(files: number, change: Partial<ImportJob> = {}): ImportJob {
  return {
    ...{ id: 'job-1' as JobId, startedAt: '2024-05-01T10:00:00Z', state: 'running', reason: null },
    files: Array.from({ length: files }, (_, at) => ({
      name: `file-${at}.jsonl`,
      bytes: 100,
      columns: null,
    })),
    ...{ cursor: { file: 0, outcome: 0 }, counts: NO_COUNTS, versions: 'replace' },
    ...change,
  };
}

function ports(store: HoldingsStore, files: readonly (readonly CaptureOutcome[])[]): ImportPorts {
  return {
    store,
    read: async function* (file) {
      yield* files[file] ?? [];
    },
    mayGoOn: () => true,
    progressed: () => undefined,
    now: () => '2024-05-01T10:00:00Z',
  };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => found(from + at));
const idsIn = async (store: HoldingsStore) => (await store.holdings()).map(({ id }) => id).sort();

describe('an import', () => {
  it('holds every article of every file and says what became of each', async () => {
    const { store } = await newStore();
    const refusal: CaptureOutcome = { ok: false, file: 'b', code: 'empty', reason: 'The file is empty.' };
    const done = await importArticles(newJob(2), ports(store, [range(0, 90), [refusal, ...range(88, 95)]]));
    expect(done).toMatchObject({
      ok: true,
      value: { state: 'done', counts: { added: 95, duplicates: 2, rejected: 1, updated: 0, reprints: 0 } },
    });
    expect(await store.count()).toBe(95);
    const report = await store.report('job-1' as JobId);
    expect(report).toHaveLength(98);
    expect(report.find(({ outcome }) => outcome === 'rejected')?.reason).toBe('The file is empty.');
    expect((await store.article(article(3).id))?.articleBody).toBe(article(3).articleBody);
  });

  it('loses and doubles nothing when it is killed before or after any of its writes', async () => {
    const files = [range(0, 130), range(100, 210)];
    const whole = await newStore();
    await importArticles(newJob(2), ports(whole.store, files));
    const expected = await idsIn(whole.store);
    for (let killAt = 0; killAt < 8; killAt++) {
      for (const isWritten of [false, true]) {
        const { store } = await newStore();
        let writes = 0;
        const dying: HoldingsStore = {
          ...store,
          commit: async (change) => {
            if (writes++ !== killAt) return store.commit(change);
            if (isWritten) await store.commit(change);
            throw new Error('killed');
          },
        };
        await importArticles(newJob(2), ports(dying, files)).catch(() => undefined);
        const [job] = await store.jobs();
        const resumed = await importArticles(job ?? newJob(2), ports(store, files));
        expect(resumed).toMatchObject({ ok: true, value: { counts: { added: 210, duplicates: 30 } } });
        expect(await idsIn(store)).toEqual(expected);
        expect(await store.report('job-1' as JobId)).toHaveLength(240);
      }
    }
  }, 20_000);

  it('stops between two articles when it is told to, and goes on from there', async () => {
    const { store } = await newStore();
    const files = [range(0, 100)];
    let asked = 0;
    const stopped = await importArticles(newJob(1), { ...ports(store, files), mayGoOn: () => ++asked < 57 });
    expect(stopped).toMatchObject({
      ok: true,
      value: { state: 'running', cursor: { file: 0, outcome: 57 } },
    });
    expect(await store.count()).toBe(57);
    const [job] = await store.jobs();
    await importArticles(job as ImportJob, ports(store, files));
    expect(await store.count()).toBe(100);
  });

  it('keeps what was written when the disk is full, and says so', async () => {
    const { store } = await newStore();
    let writes = 0;
    const full: HoldingsStore = {
      ...store,
      commit: async (change) => (++writes === 3 ? fail('disk-full', 'No more room.') : store.commit(change)),
    };
    const result = await importArticles(newJob(1), ports(full, [range(0, 200)]));
    expect(result).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await store.count()).toBe(80);
    expect((await store.jobs())[0]?.cursor).toEqual({ file: 0, outcome: 80 });
  });

  it('leaves nothing behind when it is cancelled, and returns what it had replaced', async () => {
    const { store } = await newStore();
    const url = 'https://gazette.example/bridge';
    await importArticles(newJob(1, { id: 'before' as JobId }), ports(store, [[found(1, { url })]]));
    const before = await idsIn(store);
    const files = [[found(2, { url }), found(3, { url }), ...range(10, 40)]];
    await importArticles(newJob(1), ports(store, files));
    expect(await idsIn(store)).not.toContain(article(1).id);
    await store.undoJob('job-1' as JobId);
    expect(await idsIn(store)).toEqual(before);
    expect(await store.report('job-1' as JobId)).toEqual([]);
    expect((await store.jobs()).find(({ id }) => id === 'job-1')?.state).toBe('cancelled');
  });

  it('links a text with small changes to the one held before as a reprint', async () => {
    const { store } = await newStore();
    const long = sentence(5, 300);
    const changed = long.replace('bridge', 'crossing');
    await importArticles(
      newJob(1),
      ports(store, [[found(1, { articleBody: long }), found(2, { articleBody: changed }), found(3)]]),
    );
    expect((await store.holding(article(2).id))?.reprintOf).toBe(article(1).id);
    expect((await store.holding(article(3).id))?.reprintOf).toBeNull();
  });

  it('replaces an older version of the same address, or keeps both, as the reader chose', async () => {
    const url = 'https://gazette.example/bridge';
    const versions = [[found(1, { url }), found(2, { url })]];
    const replacing = await newStore();
    await importArticles(newJob(1, { versions: 'replace' }), ports(replacing.store, versions));
    expect(await idsIn(replacing.store)).toEqual([article(2).id]);
    const keeping = await newStore();
    await importArticles(newJob(1, { versions: 'keep-both' }), ports(keeping.store, versions));
    expect(await idsIn(keeping.store)).toEqual([article(1).id, article(2).id]);
  });
});

describe('the holdings store', () => {
  it('writes all of a change or nothing of it', async () => {
    const { store, database } = await newStore();
    const { articleBody, ...record } = article(1);
    const holding = {
      ...{
        id: article(1).id,
        record,
        curation: {},
        length: 60,
        addedAt: '',
        job: null,
        tags: [],
        note: null,
      },
      ...{ collections: [], reprintOf: null, versionOf: null, sketch: [] },
    };
    const unstorable = { ...holding, id: article(2).id, note: (() => null) as unknown as string };
    const result = await store.commit({
      put: [
        { holding, articleBody },
        { holding: unstorable, articleBody },
      ],
    });
    expect(result.ok).toBe(false);
    expect(await store.count()).toBe(0);
    expect(await database.count('journal')).toBe(0);
  });

  it('brings back what was removed, with every change in the journal in order', async () => {
    const { store } = await newStore();
    await importArticles(newJob(1), ports(store, [range(1, 3)]));
    await store.commit({ remove: [article(1).id] });
    expect(await store.article(article(1).id)).toBeNull();
    await store.commit({ restore: [article(1).id] });
    expect((await store.article(article(1).id))?.headline).toBe('Report 1');
    const journal = await store.journal(0, 100);
    expect(journal.map(({ kind, id }) => `${kind} ${Number(id.slice(1))}`)).toEqual([
      'put 1',
      'put 2',
      'removed 1',
      'put 1',
    ]);
    expect((await store.journal(journal[2]!.sequence, 100)).map(({ kind }) => kind)).toEqual(['put']);
  });

  it('walks every article once, whatever their number', async () => {
    const { store } = await newStore();
    await importArticles(newJob(1), ports(store, [range(0, 150)]));
    const seen: string[] = [];
    for await (const { holding, articleBody } of store.articles()) {
      seen.push(holding.id);
      expect(articleBody.length).toBeGreaterThan(0);
    }
    expect(seen).toEqual(range(0, 150).map((_, at) => article(at).id));
  });
});

describe('a backup', () => {
  /** With ids made from their content, as every reader of files makes them: a backup is refused otherwise. */
  async function genuine(outcomes: readonly CaptureOutcome[]): Promise<CaptureOutcome[]> {
    return Promise.all(
      outcomes.map(async (one) => {
        if (!one.ok) return one;
        const provenance = { ...one.article.provenance, digest: `sha256:${'0'.repeat(64)}` };
        return {
          ok: true,
          article: { ...one.article, provenance, id: await articleIdOf(one.article, provenance.file) },
        };
      }),
    );
  }
  async function filled() {
    const { store } = await newStore();
    await importArticles(newJob(1), ports(store, [await genuine(range(0, 120))]));
    const correction = { kind: 'ignore', form: 'May' } as const;
    await store.commit({ decide: [{ correction, madeAt: '2024-05-02T08:00:00Z' }] });
    return store;
  }
  async function linesOf(store: HoldingsStore): Promise<string[]> {
    const lines: string[] = [];
    for await (const line of writeBackup(store, '2024-06-01T00:00:00Z')) lines.push(line);
    return lines;
  }
  const reading = (lines: readonly string[]) =>
    async function* () {
      yield* lines;
    };

  it('brings everything back into an empty archive, to the letter', async () => {
    const lines = await linesOf(await filled());
    const { store } = await newStore();
    expect(await checkBackup(reading(lines))).toMatchObject({
      ok: true,
      value: { articles: 120, corrections: 1 },
    });
    expect(await restoreBackup(reading(lines), 'merge', store, '2024-06-01T10:00:00Z')).toEqual({
      ok: true,
      value: { restored: 120, kept: 0, corrections: 1, packs: 0 },
    });
    expect(await linesOf(store)).toEqual(lines);
  });

  it('adds only what is missing when it is merged, also when merged twice', async () => {
    const lines = await linesOf(await filled());
    const { store } = await newStore();
    await importArticles(newJob(1), ports(store, [await genuine(range(100, 130))]));
    await restoreBackup(reading(lines), 'merge', store, '2024-06-01T10:00:00Z');
    expect(await restoreBackup(reading(lines), 'merge', store, '2024-06-01T10:00:00Z')).toMatchObject({
      value: { restored: 0, kept: 120, corrections: 0 },
    });
    expect(await store.count()).toBe(130);
  });

  it('replaces what is held, and leaves the old in the bin', async () => {
    const lines = await linesOf(await filled());
    const { store } = await newStore();
    await importArticles(newJob(1), ports(store, [range(200, 203)]));
    await restoreBackup(reading(lines), 'replace', store, '2024-06-01T10:00:00Z');
    expect(await store.count()).toBe(120);
    expect(await store.bin()).toHaveLength(3);
  });

  it('is refused when any line was changed, left out, added or cut off', async () => {
    const lines = await linesOf(await filled());
    const broken = [
      lines.map((line, at) => (at === 2 ? line.replace('stone', 'Stone') : line)),
      lines.filter((_, at) => at !== 1),
      [...lines.slice(0, 2), lines[1] as string, ...lines.slice(2)],
      lines.slice(0, -1),
      lines.map((line, at) => (at === 1 ? line.slice(0, 50) : line)),
      ['{"some":"thing"}\n'],
      [],
    ];
    for (const one of broken) expect((await checkBackup(reading(one))).ok).toBe(false);
    expect((await checkBackup(reading(lines))).ok).toBe(true);
  });

  it('is refused when somebody wrote articles or decisions into it that are none, with right digests', async () => {
    const digest = async (value: unknown) => digestOf(new TextEncoder().encode(JSON.stringify(value)));
    const forge = async (content: object) => {
      const line = { ...content, digest: await digest(content) };
      const header = { backstory: 'backup', format: 1, madeAt: '2024-06-01', articles: 1, corrections: 0 };
      const end = { end: 1, digest: await digestOf(new TextEncoder().encode(line.digest)) };
      return [header, line, end].map((one) => `${JSON.stringify(one)}\n`);
    };
    const taken = JSON.parse((await linesOf(await filled()))[1] as string).rows[0] as HeldArticle;
    const { holding } = taken;
    const forged = [
      { rows: [{ ...taken, articleBody: `${taken.articleBody} and more` }] },
      { rows: [{ ...taken, holding: { ...holding, tags: [{ toString: 'x' }] } }] },
      { rows: [{ ...taken, holding: { ...holding, id: '__proto__' } }] },
      { rows: [null] },
      { corrections: [{ correction: { kind: 'rename', entityId: 'nobody', label: 'x' }, madeAt: '' }] },
      { corrections: [{ correction: { kind: 'erase' }, madeAt: '' }] },
    ];
    for (const content of forged) {
      const { store } = await newStore();
      const lines = await forge(content);
      expect((await checkBackup(reading(lines))).ok).toBe(false);
      await restoreBackup(reading(lines), 'merge', store, '2024-06-01T10:00:00Z');
      expect([await store.count(), (await store.corrections()).length]).toEqual([0, 0]);
    }
    expect((await checkBackup(reading(await forge({ rows: [taken] })))).ok).toBe(true);
  });
});

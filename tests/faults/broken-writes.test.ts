/** Imports whose disk is full, or whose worker dies, at any of their writes. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '../../src/archive/article.ts';
import type { CaptureOutcome } from '../../src/capture/capture-outcome.ts';
import type { JobId } from '../../src/library/holdings/holding.ts';
import type { HoldingsStore } from '../../src/library/holdings/holdings-store.ts';
import { type ImportPorts, importArticles } from '../../src/library/holdings/import-articles.ts';
import { type ImportJob, NO_COUNTS } from '../../src/library/holdings/import-job.ts';
import { createHoldingsStore } from '../../src/platform/browser/holdings/holdings-store.ts';
import {
  type HoldingsDatabase,
  openHoldingsDatabase,
} from '../../src/platform/browser/holdings/open-database.ts';
import type { Result } from '../../src/text/result.ts';
import { recordFigure } from '../trust/figures.ts';
import { article as invented } from '../unit/invented-archive.ts';
import { breakWrites, full, killed, mendWrites, pointsOf } from './break-writes.ts';

const JOB = 'job-1' as JobId;
const ARTICLES = 45;
const POINTS = 50;

/** Two batches; one in nine stands twice in the file. */
const OUTCOMES: readonly CaptureOutcome[] = Array.from({ length: ARTICLES + 5 }, (_, at) => ({
  ok: true,
  article: article(at < ARTICLES ? at : (at - ARTICLES) * 9),
}));

function article(number: number): Article {
  const id = `a${String(number).padStart(20, '0')}` as ArticleId;
  return { ...invented(id, `Report ${number * 7919} of the harbour office on ship ${number * 104729}.`), id };
}

const newJob = (): ImportJob => ({
  ...{ id: JOB, startedAt: '2024-05-01T10:00:00Z', state: 'running', reason: null, versions: 'replace' },
  ...{
    files: [{ name: 'a.jsonl', bytes: 1, columns: null }],
    cursor: { file: 0, outcome: 0 },
    counts: NO_COUNTS,
  },
});

const ports = (store: HoldingsStore): ImportPorts => ({
  store,
  read: async function* () {
    yield* OUTCOMES;
  },
  mayGoOn: () => true,
  progressed: () => undefined,
  now: () => '2024-05-01T10:00:00Z',
});

type Import = (job: ImportJob, ports: ImportPorts) => Promise<Result<ImportJob>>;

/** The control: every article in a transaction of its own, the cursor behind every ten. */
const naiveImport: Import = async (job, { store, read }) => {
  let at = 0;
  let counts = job.counts;
  for await (const outcome of read(0)) {
    if (at++ < job.cursor.outcome || !outcome.ok) continue;
    const { articleBody, ...record } = outcome.article;
    const holding = {
      ...{ id: outcome.article.id, record, curation: {}, length: 10, addedAt: '', job: job.id, tags: [] },
      ...{ collections: [], note: null, reprintOf: null, versionOf: null, sketch: [] },
    };
    const isHeld = (await store.holding(outcome.article.id)) !== null;
    const line = { job: job.id, file: 'a', line: null, articleId: holding.id, reason: null };
    const written = await store.commit({
      put: isHeld ? [] : [{ holding, articleBody }],
      report: [{ ...line, outcome: isHeld ? 'duplicate' : 'added' }],
    });
    if (!written.ok) return written;
    counts = isHeld
      ? { ...counts, duplicates: counts.duplicates + 1 }
      : { ...counts, added: counts.added + 1 };
    if (at % 10 !== 0) continue;
    const moved = await store.commit({ job: { ...job, counts, cursor: { file: 0, outcome: at } } });
    if (!moved.ok) return moved;
  }
  const done: ImportJob = { ...job, counts, cursor: { file: 1, outcome: 0 }, state: 'done' };
  const written = await store.commit({ job: done });
  return written.ok ? { ok: true, value: done } : written;
};

let opened: HoldingsDatabase[] = [];
let databases = 0;

afterEach(() => {
  mendWrites();
  for (const database of opened) database.close();
  opened = [];
});

/** Broken once at that write, then taken up from what is on the disk; the final state, to be compared. */
async function runBroken(run: Import, at: number, error: () => Error) {
  const database = await openHoldingsDatabase(`faults-${databases++}`);
  opened.push(database);
  const store = createHoldingsStore(database);
  // A worker that is gone writes nothing more; a disk that is full may have room again for smaller things.
  breakWrites(at, error === killed ? Number.POSITIVE_INFINITY : 1, error);
  const first = await run(newJob(), ports(store));
  mendWrites();
  const [held] = await store.jobs();
  const last = first.ok ? first : await run(held ?? newJob(), ports(store));
  return {
    code: first.ok ? null : first.error.code,
    ids: (await store.holdings()).map(({ id }) => id).sort(),
    counts: last.ok ? last.value.counts : null,
    lines: (await store.report(JOB)).length,
    texts: (await store.counts()).texts,
  };
}

async function allWrites(run: Import): Promise<number> {
  const database = await openHoldingsDatabase(`faults-${databases++}`);
  opened.push(database);
  const seen = breakWrites(Number.POSITIVE_INFINITY, 0, full);
  await run(newJob(), ports(createHoldingsStore(database)));
  mendWrites();
  return seen.count;
}

const WHOLE = {
  ids: Array.from({ length: ARTICLES }, (_, at) => article(at).id).sort(),
  counts: { ...NO_COUNTS, added: ARTICLES, duplicates: 5 },
  lines: ARTICLES + 5,
  texts: ARTICLES,
};

/** Of 50 points, those at which the archive is not as if nothing had happened. */
async function spoiltBy(error: () => Error, code: string): Promise<unknown[]> {
  const spoilt: unknown[] = [];
  for (const at of pointsOf(await allWrites(importArticles), POINTS)) {
    const { code: told, ...state } = await runBroken(importArticles, at, error);
    if (told !== code || JSON.stringify(state) !== JSON.stringify(WHOLE)) spoilt.push([at, told, state]);
  }
  return spoilt;
}

describe('an import that is broken off', { timeout: 30_000 }, () => {
  it('loses and doubles nothing at any of 50 points at which the disk is full', async () => {
    const spoilt = await spoiltBy(full, 'disk-full');
    recordFigure({
      bar: '18 faults: imports that are not paused by name and whole afterwards, the disk being full at any write',
      pass: `0 of ${POINTS}`,
      measured: `${spoilt.length} of ${POINTS}`,
      browser: 'node',
    });
    expect(spoilt).toEqual([]);
  });

  it('loses and doubles nothing at any of 50 points at which its worker is killed', async () => {
    expect(await spoiltBy(killed, 'failed')).toEqual([]);
  });

  it('would double lines and miscount with a cursor written by itself, which shows that the faults are real', async () => {
    const states: unknown[] = [];
    for (const at of pointsOf(await allWrites(naiveImport), 20)) {
      const { code: _, ...state } = await runBroken(naiveImport, at, killed);
      states.push(state);
    }
    const wrong = states.filter((state) => JSON.stringify(state) !== JSON.stringify(WHOLE));
    expect(wrong.length).toBeGreaterThan(10);
  });
});

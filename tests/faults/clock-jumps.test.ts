/** The clock goes back, far ahead, and back again while articles come in: times are told, never counted with. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/archive/article.ts';
import { isBackupDue, NO_BACKUP } from '../../src/library/holdings/backup-reminder.ts';
import type { JobId } from '../../src/library/holdings/holding.ts';
import { importArticles } from '../../src/library/holdings/import-articles.ts';
import { type ImportJob, NO_COUNTS } from '../../src/library/holdings/import-job.ts';
import { createHoldingsList } from '../../src/library/holdings/list-holdings.ts';
import { createHoldingsStore } from '../../src/platform/browser/holdings/holdings-store.ts';
import { openHoldingsDatabase } from '../../src/platform/browser/holdings/open-database.ts';
import { article } from '../unit/invented-archive.ts';

const ARTICLES = 120;
const CLOCK = [
  '2024-05-01T10:00:00Z',
  '1970-01-01T00:00:00Z',
  '2099-12-31T23:59:59Z',
  '2024-05-01T09:59:59Z',
] as const;

const idOf = (at: number) => `a${String(at).padStart(20, '0')}` as ArticleId;
const outcome = (at: number) => ({
  ok: true as const,
  article: {
    ...article('n', `Report ${at * 7919} of the harbour office on ship ${at * 104_729}.`),
    id: idOf(at),
  },
});

describe('a clock that jumps', () => {
  it('loses, doubles and disorders nothing of an import that is broken off and taken up in other years', async () => {
    const database = await openHoldingsDatabase('clock');
    const store = createHoldingsStore(database);
    let job: ImportJob = {
      ...{ id: 'job-1' as JobId, startedAt: CLOCK[0], state: 'running', reason: null, versions: 'replace' },
      files: [{ name: 'a.jsonl', bytes: 1, columns: null }],
      ...{ cursor: { file: 0, outcome: 0 }, counts: NO_COUNTS },
    };
    let tick = 0;
    const list = createHoldingsList(store);
    while (job.state !== 'done') {
      let articles = 0;
      const run = await importArticles(job, {
        store,
        read: async function* () {
          for (let at = 0; at < ARTICLES; at++) yield outcome(at);
        },
        mayGoOn: () => articles++ < 30,
        progressed: () => undefined,
        now: () => CLOCK[tick % CLOCK.length] as string,
      });
      if (!run.ok) throw new Error(run.error.message);
      job = run.value;
      tick++;
      const rows = await list();
      expect(rows.map(({ addedAt }) => addedAt)).toEqual(
        rows
          .map(({ addedAt }) => addedAt)
          .sort()
          .reverse(),
      );
    }
    expect(tick).toBeGreaterThan(3);
    expect((await store.holdings()).map(({ id }) => id).sort()).toEqual(
      Array.from({ length: ARTICLES }, (_, at) => idOf(at)),
    );
    expect(job.counts).toEqual({ ...NO_COUNTS, added: ARTICLES });
    // What follows the articles counts changes, not hours.
    const entries = await store.journal(0, 1_000);
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1));
    database.close();
  });

  it('makes no backup due that is not, and tells again when it is right again', () => {
    const dates = { ...NO_BACKUP, lastBackup: '2024-04-20T00:00:00Z' };
    expect(CLOCK.map((now) => isBackupDue(dates, now))).toEqual([false, false, true, false]);
    expect(isBackupDue({ ...dates, lastBackup: CLOCK[2] }, CLOCK[0])).toBe(false);
  });
});

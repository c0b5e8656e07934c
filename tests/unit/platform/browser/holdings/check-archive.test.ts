import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../../src/archive/article.ts';
import { articleIdOf } from '../../../../../src/archive/article-id.ts';
import { checkArchive } from '../../../../../src/library/holdings/check-archive.ts';
import { holdArticle } from '../../../../../src/library/holdings/hold-article.ts';
import { createHoldingsStore } from '../../../../../src/platform/browser/holdings/holdings-store.ts';
import {
  type HoldingsDatabase,
  openHoldingsDatabase,
} from '../../../../../src/platform/browser/holdings/open-database.ts';
import { article } from '../../../invented-archive.ts';

let database: HoldingsDatabase;

async function held(count: number) {
  database = await openHoldingsDatabase(`check-${Math.random()}`);
  const store = createHoldingsStore(database);
  const ids: ArticleId[] = [];
  for (let at = 0; at < count; at++) {
    const { id: _, ...record } = article(
      `n${at}`,
      `The ferry number ${at} left the harbour at ${at} o’clock.`,
      {
        headline: `Ferry ${at}`,
        provenance: { ...article('n', '').provenance, collection: 'yours' },
      },
    );
    const id = await articleIdOf(record, record.provenance.file);
    const holding = await holdArticle(
      { ...record, id },
      { job: null, addedAt: '2024-05-01T10:00:00Z', pending: [] },
      store,
    );
    await store.commit({ put: [{ holding, articleBody: record.articleBody }] });
    ids.push(id);
  }
  return { store, ids };
}

afterEach(() => database.close());

describe('a check of the archive', () => {
  it('finds nothing in one that is as it was written', async () => {
    const { store } = await held(5);
    expect(await checkArchive(store)).toEqual({ ok: true, value: { checked: 5, damaged: [] } });
  });

  it('sets aside a lost text, a changed text, a changed row and a text without a row, and keeps the rest', async () => {
    const { store, ids } = await held(6);
    const [lost, changed, row, alone] = ids as [ArticleId, ArticleId, ArticleId, ArticleId];
    await database.delete('texts', lost);
    await database.put('texts', 'Another text.', changed);
    const stored = await database.get('holdings', row);
    if (stored)
      await database.put('holdings', { ...stored, holding: { ...stored.holding, tags: 7 as never } });
    await database.delete('holdings', alone);
    const report = await checkArchive(store);
    expect(report.ok && report.value.damaged.map(({ id }) => id).sort()).toEqual(
      [lost, changed, row, alone].sort(),
    );
    expect((await store.holdings()).map(({ id }) => id).sort()).toEqual(ids.slice(4).sort());
    expect(await store.counts()).toEqual({ articles: 2, texts: 2, inBin: 0, setAside: 4 });
    expect(await checkArchive(store)).toMatchObject({ value: { checked: 2, damaged: [] } });
  });
});

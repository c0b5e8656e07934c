/**
 * All holdings as rows of a table, kept up by the journal.
 *
 * The naive version reads all of them after every change: at 10,000 articles half a second in which the disk serves
 * nobody else, the search for the page just saved included. Here the first reading is whole; each later one reads what
 * the journal names, O(changes), and gives the very same rows where nothing changed, so that nothing is drawn anew.
 */
import { siteOf } from '../../archive/site.ts';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import type { Curation, Holding } from './holding.ts';
import type { HoldingsStore, JournalEntry } from './holdings-store.ts';

/** With more changes than this all of them are read at once, which is cheaper than one by one. */
const MOST_CHANGES = 500;

/** Newest added first. Asked again at any time, by several at once. */
export function createHoldingsList(store: HoldingsStore): () => Promise<readonly HoldingView[]> {
  let sequence = -1;
  let rows: readonly HoldingView[] = [];
  const readAll = async (newest: number): Promise<void> => {
    // The sequence first: what is changed meanwhile is read twice, and never missed.
    sequence = newest;
    rows = newestFirst((await store.holdings()).map(toHoldingView));
  };
  const follow = async (): Promise<readonly HoldingView[]> => {
    const newest = await store.newestEntry();
    if (newest === sequence) return rows;
    // Counted from the beginning again: the database was cleared and is another one.
    const entries = newest < sequence || sequence < 0 ? null : await store.journal(sequence, MOST_CHANGES);
    if (entries === null || entries.length === MOST_CHANGES) await readAll(newest);
    else await readChanged(entries);
    return rows;
  };
  const readChanged = async (entries: readonly JournalEntry[]): Promise<void> => {
    const changed = new Set(entries.map(({ id }) => id));
    const put = await Promise.all([...changed].map((id) => store.holding(id)));
    const kept = rows.filter(({ articleId }) => !changed.has(articleId));
    sequence = entries.at(-1)?.sequence ?? sequence;
    rows = newestFirst([...kept, ...put.flatMap((holding) => (holding ? [toHoldingView(holding)] : []))]);
  };
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(follow, follow);
    last = next;
    return next;
  };
}

function newestFirst(rows: HoldingView[]): HoldingView[] {
  return rows.sort((a, b) =>
    a.addedAt > b.addedAt ? -1 : a.addedAt < b.addedAt ? 1 : a.articleId < b.articleId ? -1 : 1,
  );
}

export function toHoldingView(holding: Holding): HoldingView {
  const { id, record, curation, length, addedAt, tags, collections, note, reprintOf, versionOf } = holding;
  const { headline, author, publisher, datePublished, inLanguage, url } = { ...record, ...curation };
  const captured = (field: string) => {
    const value = record[field as keyof Curation] ?? null;
    return [field, Array.isArray(value) ? value.join(', ') : (value as string | null)] as const;
  };
  return {
    ...{ articleId: id, headline, author, publisher, datePublished, language: inLanguage, url },
    site: siteOf({ url, provenance: record.provenance }),
    ...{ length, addedAt, tags, collections, note, reprintOf, versionOf, file: record.provenance.file },
    curated: Object.fromEntries(Object.keys(curation).map(captured)),
  };
}

/** The reader's own archive in IndexedDB: see library/holdings/holdings-store.ts for what it promises. */
import { type IDBPTransaction, unwrap } from 'idb';
import type { Article, ArticleId } from '../../../archive/article.ts';
import { sketchBands } from '../../../archive/text-sketch.ts';
import { curatedArticle, type Holding, type JobId } from '../../../library/holdings/holding.ts';
import type {
  HeldArticle,
  HeldCorrection,
  HoldingsChange,
  HoldingsStore,
  JournalEntry,
  Replaced,
  StoredRow,
} from '../../../library/holdings/holdings-store.ts';
import { NO_COUNTS } from '../../../library/holdings/import-job.ts';
import { sealOf } from '../../../library/holdings/seal-holding.ts';
import { fail, type Result, succeed } from '../../../text/result.ts';
import { explainWrite } from './explain-write.ts';
import type { HoldingsDatabase, HoldingsSchema, HoldingsStoreName } from './open-database.ts';
import { createPackShelf } from './pack-shelf.ts';

type Writing = IDBPTransaction<HoldingsSchema, HoldingsStoreName[], 'readwrite'>;

const WRITTEN: HoldingsStoreName[] = [
  'holdings',
  'texts',
  'bin',
  'damaged',
  'journal',
  'jobs',
  'reports',
  'corrections',
  'marks',
];
/** Of the last restore that replaced everything. */
const REPLACED = 'replaced';
/** Articles read at once when all are walked: a page of a phone's memory. */
const PAGE_ARTICLES = 64;

export function createHoldingsStore(database: HoldingsDatabase): HoldingsStore {
  return {
    packs: createPackShelf(database),
    commit: (change) => inOneTransaction(database, (writing) => applyChange(writing, change)),
    holding: async (id) => (await database.get('holdings', id))?.holding ?? null,
    article: (id) => readArticle(database, id),
    holdings: async () => newestFirst((await database.getAll('holdings')).map(({ holding }) => holding)),
    articles: () => walkArticles(database),
    holdingsAt: async (url) => {
      const rows = await database.getAllFromIndex('holdings', 'url', url);
      return newestFirst(rows.map(({ holding }) => holding)).reverse();
    },
    holdingsWithBands: (bands) => withBands(database, bands),
    corrections: () => readCorrections(database),
    bin: async () => (await database.getAll('bin')).map(({ holding }) => holding),
    emptyBin: () => inOneTransaction(database, emptyBin),
    replaced: async () => ((await database.get('marks', REPLACED)) as Replaced | undefined) ?? null,
    jobs: () => database.getAll('jobs'),
    report: (job) => database.getAllFromIndex('reports', 'job', job),
    undoJob: (job) => inOneTransaction(database, (writing) => undoJob(writing, job)),
    journal: (after, limit) => readJournal(database, after, limit),
    newestEntry: () => newestEntry(database),
    count: () => database.count('holdings'),
    storedRows: () => walkStoredRows(database),
    counts: () => countAll(database),
    setAside: () => database.getAll('damaged'),
  };
}

async function inOneTransaction(
  database: HoldingsDatabase,
  write: (writing: Writing) => Promise<void>,
): Promise<Result<null>> {
  const writing = database.transaction(WRITTEN, 'readwrite', { durability: 'strict' });
  try {
    await write(writing);
    await writing.done;
    return succeed(null);
  } catch (error) {
    // The first failed request has already ended it in most cases; a row that broke our own code has not.
    abort(writing);
    await writing.done.catch(() => undefined);
    return explain(error);
  }
}

function abort(writing: Writing): void {
  try {
    unwrap(writing).abort();
  } catch {
    // Ended already.
  }
}

/** Thrown inside this file only. */
class Stopped extends Error {}

function explain(error: unknown): Result<never> {
  return error instanceof Stopped
    ? fail('stale', 'This import was stopped in another window.')
    : explainWrite(error);
}

async function applyChange(writing: Writing, change: HoldingsChange): Promise<void> {
  if (change.job && change.isStep) {
    const held = await writing.objectStore('jobs').get(change.job.id);
    if (held?.state === 'paused' || held?.state === 'cancelled') throw new Stopped();
  }
  for (const held of change.put ?? []) await put(writing, held);
  for (const id of change.remove ?? []) await remove(writing, id, change.job?.id ?? null);
  for (const found of change.setAside ?? []) {
    await writing.objectStore('damaged').put(found);
    await discard(writing, found.id);
  }
  for (const id of change.restore ?? []) await restore(writing, id);
  for (const held of change.decide ?? []) await writing.objectStore('corrections').add(held);
  for (const sequence of change.undecide ?? []) await writing.objectStore('corrections').delete(sequence);
  for (const line of change.report ?? []) await writing.objectStore('reports').add(line);
  if (change.replaced) await writing.objectStore('marks').put(change.replaced, REPLACED);
  if (change.replaced === null) await writing.objectStore('marks').delete(REPLACED);
  if (change.job) await writing.objectStore('jobs').put(change.job);
}

async function put(writing: Writing, { holding, articleBody }: HeldArticle): Promise<void> {
  const row = { id: holding.id, holding, bands: sketchBands(holding.sketch), seal: sealOf(holding) };
  await writing.objectStore('holdings').put(row);
  await writing.objectStore('texts').put(articleBody, holding.id);
  await writing.objectStore('journal').add({ kind: 'put', id: holding.id });
}

async function remove(writing: Writing, id: ArticleId, job: JobId | null): Promise<void> {
  const row = await writing.objectStore('holdings').get(id);
  const articleBody = await writing.objectStore('texts').get(id);
  if (!row || articleBody === undefined) return;
  await writing.objectStore('bin').put({ id, holding: row.holding, articleBody, job });
  await discard(writing, id);
}

async function discard(writing: Writing, id: ArticleId): Promise<void> {
  await writing.objectStore('holdings').delete(id);
  await writing.objectStore('texts').delete(id);
  await writing.objectStore('journal').add({ kind: 'removed', id });
}

async function restore(writing: Writing, id: ArticleId): Promise<void> {
  const binned = await writing.objectStore('bin').get(id);
  if (!binned) return;
  await put(writing, binned);
  await writing.objectStore('bin').delete(id);
}

async function emptyBin(writing: Writing): Promise<void> {
  await writing.objectStore('bin').clear();
  await writing.objectStore('marks').delete(REPLACED);
}

async function undoJob(writing: Writing, job: JobId): Promise<void> {
  for (const id of await writing.objectStore('holdings').index('job').getAllKeys(job))
    await discard(writing, id as ArticleId);
  for (const { id, holding } of await writing.objectStore('bin').index('job').getAll(job)) {
    // Added and replaced by the same import: it was not there before.
    if (holding.job === job) await writing.objectStore('bin').delete(id);
    else await restore(writing, id);
  }
  for (const key of await writing.objectStore('reports').index('job').getAllKeys(job))
    await writing.objectStore('reports').delete(key);
  const held = await writing.objectStore('jobs').get(job);
  if (held)
    await writing.objectStore('jobs').put({ ...held, state: 'cancelled', reason: null, counts: NO_COUNTS });
}

function newestFirst(holdings: Holding[]): Holding[] {
  return holdings.sort((a, b) =>
    a.addedAt > b.addedAt ? -1 : a.addedAt < b.addedAt ? 1 : a.id < b.id ? -1 : 1,
  );
}

async function readArticle(database: HoldingsDatabase, id: ArticleId): Promise<Article | null> {
  const reading = database.transaction(['holdings', 'texts']);
  const [row, articleBody] = await Promise.all([
    reading.objectStore('holdings').get(id),
    reading.objectStore('texts').get(id),
  ]);
  return row && articleBody !== undefined ? curatedArticle(row.holding, articleBody) : null;
}

async function* walkArticles(database: HoldingsDatabase): AsyncGenerator<HeldArticle> {
  let after: IDBKeyRange | undefined;
  for (;;) {
    const reading = database.transaction(['holdings', 'texts']);
    const stored = reading.objectStore('texts');
    const [rows, keys, bodies] = await Promise.all([
      reading.objectStore('holdings').getAll(after, PAGE_ARTICLES),
      stored.getAllKeys(after, PAGE_ARTICLES),
      stored.getAll(after, PAGE_ARTICLES),
    ]);
    // By key, never by place: one missing text would give every later article the text of another.
    const texts = new Map(keys.map((key, at) => [key, bodies[at]]));
    for (const { id, holding } of rows) {
      const articleBody = texts.get(id) ?? (await database.get('texts', id));
      if (articleBody !== undefined) yield { holding, articleBody };
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ARTICLES) return;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** Each read is a transaction of its own: one that fails would end all the others in it. */
async function* walkStoredRows(database: HoldingsDatabase): AsyncGenerator<StoredRow> {
  const keys = await Promise.all([database.getAllKeys('holdings'), database.getAllKeys('texts')]);
  for (const key of new Set(keys.flat())) {
    const id = key as ArticleId;
    try {
      const [row, articleBody] = await Promise.all([
        database.get('holdings', key),
        database.get('texts', key),
      ]);
      const isSealed = row?.seal === undefined || row.seal === sealOf(row.holding);
      yield {
        id,
        holding: row?.holding ?? null,
        articleBody: articleBody ?? null,
        isSealed,
        isReadable: true,
      };
    } catch {
      yield { id, holding: null, articleBody: null, isSealed: false, isReadable: false };
    }
  }
}

async function countAll(database: HoldingsDatabase) {
  const reading = database.transaction(['holdings', 'texts', 'bin', 'damaged']);
  const [articles, texts, inBin, setAside] = await Promise.all(
    (['holdings', 'texts', 'bin', 'damaged'] as const).map((name) => reading.objectStore(name).count()),
  );
  return { articles: articles ?? 0, texts: texts ?? 0, inBin: inBin ?? 0, setAside: setAside ?? 0 };
}

async function withBands(database: HoldingsDatabase, bands: readonly string[]): Promise<Holding[]> {
  const index = database.transaction('holdings').store.index('bands');
  const found = new Map<ArticleId, Holding>();
  for (const rows of await Promise.all(bands.map((band) => index.getAll(band))))
    for (const { id, holding } of rows) found.set(id, holding);
  return [...found.values()];
}

async function readJournal(
  database: HoldingsDatabase,
  after: number,
  limit: number,
): Promise<JournalEntry[]> {
  const range = IDBKeyRange.lowerBound(after, true);
  const journal = database.transaction('journal').store;
  const [keys, entries] = await Promise.all([journal.getAllKeys(range, limit), journal.getAll(range, limit)]);
  return entries.map((entry, at) => ({ ...entry, sequence: keys[at] as number }));
}

export async function newestEntry(database: HoldingsDatabase): Promise<number> {
  const newest = await database.transaction('journal').store.openKeyCursor(null, 'prev');
  return newest?.key ?? 0;
}

async function readCorrections(database: HoldingsDatabase): Promise<HeldCorrection[]> {
  const { store } = database.transaction('corrections');
  const [keys, held] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return held.map((correction, at) => ({ ...correction, sequence: keys[at] as number }));
}

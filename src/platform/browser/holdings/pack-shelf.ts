/** Loaded packs in IndexedDB: see library/holdings/pack-shelf.ts for what they promise. */
import type { Article } from '../../../archive/article.ts';
import type { MountedPack } from '../../../archive/mounted-pack.ts';
import type { PackShelf } from '../../../library/holdings/pack-shelf.ts';
import { type Result, succeed } from '../../../text/result.ts';
import { explainWrite } from './explain-write.ts';
import type { HoldingsDatabase } from './open-database.ts';

/** Articles read at once: a page of a phone's memory. */
const PAGE_ARTICLES = 64;

export function createPackShelf(database: HoldingsDatabase): PackShelf {
  return {
    packs: () => listPacks(database),
    articles: () => walkLoaded(database),
    article: async (id) => {
      const loaded = new Set((await loadedPacks(database)).map(({ digest }) => digest));
      const keys = await database.getAllKeysFromIndex('packArticles', 'id', id);
      const key = keys.find(([digest]) => loaded.has(digest));
      return (key && (await database.get('packArticles', key))) ?? null;
    },
    articlesOf: (digest) => walkPack(database, digest),
    add: (digest, articles) =>
      explained(async () => {
        const writing = database.transaction('packArticles', 'readwrite');
        const puts = articles.map((article) => writing.store.put(article, [digest, article.id]));
        await Promise.all([...puts, writing.done]);
      }),
    change: (packs) =>
      explained(async () => {
        const writing = database.transaction('packs', 'readwrite', { durability: 'strict' });
        await Promise.all([...packs.map((pack) => writing.store.put(pack)), writing.done]);
      }),
    drop: (digests) =>
      explained(async () => {
        const writing = database.transaction(['packs', 'packArticles'], 'readwrite');
        const deletes = digests.flatMap((digest) => [
          writing.objectStore('packs').delete(digest),
          writing.objectStore('packArticles').delete(allOf(digest)),
        ]);
        await Promise.all([...deletes, writing.done]);
      }),
  };
}

/** Nothing sorts behind an array in place of an id. */
const allOf = (digest: string) => IDBKeyRange.bound([digest], [digest, []]);

async function explained(write: () => Promise<void>): Promise<Result<null>> {
  try {
    await write();
    return succeed(null);
  } catch (error) {
    return explainWrite(error);
  }
}

async function listPacks(database: HoldingsDatabase): Promise<MountedPack[]> {
  const order = new Intl.Collator(undefined, { numeric: true });
  return (await database.getAll('packs')).sort((a, b) => order.compare(a.name, b.name));
}

async function loadedPacks(database: HoldingsDatabase): Promise<MountedPack[]> {
  return (await listPacks(database)).filter(({ isRemoved }) => !isRemoved);
}

async function* walkLoaded(database: HoldingsDatabase): AsyncGenerator<Article> {
  for (const { digest } of await loadedPacks(database)) yield* walkPack(database, digest);
}

async function* walkPack(database: HoldingsDatabase, digest: string): AsyncGenerator<Article> {
  let range = allOf(digest);
  for (;;) {
    const articles = await database.getAll('packArticles', range, PAGE_ARTICLES);
    yield* articles;
    const last = articles.at(-1);
    if (!last || articles.length < PAGE_ARTICLES) return;
    range = IDBKeyRange.bound([digest, last.id], [digest, []], true);
  }
}

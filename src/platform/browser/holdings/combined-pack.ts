/**
 * The pack of everything, bundled and own, kept in the database: made by the worker after changes, opened by the
 * background. It is a cache: one that is damaged, or older than the articles, costs answers about the newest articles
 * until it is made again, never an article. A few changes of a large archive go into a young pack beside it.
 */
import type { Article, ArticleId } from '../../../archive/article.ts';
import type { NameKnowledge } from '../../../entities/name-knowledge.ts';
import { packCombined } from '../../../library/holdings/combine-archive.ts';
import { curatedArticle } from '../../../library/holdings/holding.ts';
import { openPackNames, packYoung, readyNames } from '../../../library/holdings/pack-young.ts';
import { fail, type Result, succeed } from '../../../text/result.ts';
import { loadRecogniser } from '../name-tagger.ts';
import { openBundledArchive } from '../pack-reader.ts';
import { changedSince, isSmall } from './changed-since.ts';
import { chosenArticles } from './chosen-articles.ts';
import { createHoldingsStore } from './holdings-store.ts';
import type { HoldingsDatabase } from './open-database.ts';
import {
  arePacksStale,
  MADE_OF,
  presentState,
  readMadeOf,
  YOUNG_FOLDER,
  YOUNG_MADE_OF,
  type YoungState,
} from './pack-state.ts';

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Does nothing while the packs are fresh. */
export async function renewPack(database: HoldingsDatabase): Promise<Result<null>> {
  if (!(await arePacksStale(database))) return succeed(null);
  const state = await presentState(database);
  const madeOf = await readMadeOf(database);
  const changed = (await isSmall(database)) ? null : await changedSince(database, madeOf);
  return changed !== null && (await renewYoung(database, { beside: madeOf, madeOf: state, changed }))
    ? succeed(null)
    : renewWhole(database, state);
}

async function renewWhole(database: HoldingsDatabase, state: string): Promise<Result<null>> {
  const bundled = await openBundledArchive();
  if (!bundled.ok) return bundled;
  const store = createHoldingsStore(database);
  const own: Article[] = [];
  for await (const { holding, articleBody } of store.articles())
    own.push(curatedArticle(holding, articleBody));
  const files = await packCombined({
    bundled: [...bundled.value.articles.values()],
    authority: { entities: bundled.value.knowledge.entities, outlets: bundled.value.outlets },
    own,
    corrections: (await store.corrections()).map(({ correction }) => correction),
    recognise: await loadRecogniser(),
  });
  return write(database, files, state);
}

/** What saving a page will ask for first: read while the reader looks at what was captured. */
export async function readyForYoung(database: HoldingsDatabase): Promise<void> {
  if (await isSmall(database)) return;
  const [known] = await Promise.all([
    readMadeOf(database).then((madeOf) => namesBeside(database, madeOf)),
    loadRecogniser(),
  ]);
  if (known) readyNames(known);
}

let names: { readonly madeOf: string | null; readonly known: NameKnowledge } | null = null;

/** False where it cannot be: the pack beside it is damaged, or there is no room. */
async function renewYoung(database: HoldingsDatabase, young: YoungState): Promise<boolean> {
  const known = await namesBeside(database, young.beside);
  if (!known) return false;
  const files = await packYoung(await put(database, young.changed), known, await loadRecogniser());
  return (await write(database, files, young)).ok;
}

async function put(database: HoldingsDatabase, ids: readonly ArticleId[]): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const article of chosenArticles(createHoldingsStore(database), ids)) articles.push(article);
  return articles;
}

/** Kept while this worker lives: a page that is saved is often taken back. */
async function namesBeside(database: HoldingsDatabase, madeOf: string | null): Promise<NameKnowledge | null> {
  if (names?.madeOf === madeOf) return names.known;
  if (madeOf === null) {
    const bundled = await openBundledArchive();
    return bundled.ok ? bundled.value.knowledge : null;
  }
  const known = await openPackNames(async (file) => (await database.get('pack', file)) ?? null);
  names = known && { madeOf, known };
  return known;
}

/** `state`: of the whole pack, whose writing ends the young one; or of a young pack. */
async function write(
  database: HoldingsDatabase,
  files: Files,
  state: string | YoungState,
): Promise<Result<null>> {
  const writing = database.transaction(['pack', 'marks'], 'readwrite');
  const [pack, marks] = [writing.objectStore('pack'), writing.objectStore('marks')];
  const isWhole = typeof state === 'string';
  try {
    // The young pack's files, or all of them: nothing sorts behind the folder.
    await pack.delete(
      isWhole ? IDBKeyRange.lowerBound('') : IDBKeyRange.bound(YOUNG_FOLDER, `${YOUNG_FOLDER}~`),
    );
    for (const [name, bytes] of files) await pack.put(bytes, isWhole ? name : `${YOUNG_FOLDER}${name}`);
    if (isWhole) await marks.delete(YOUNG_MADE_OF);
    await marks.put(state, isWhole ? MADE_OF : YOUNG_MADE_OF);
    await writing.done;
    return succeed(null);
  } catch (error) {
    await writing.done.catch(() => undefined);
    return (error as Error).name === 'QuotaExceededError'
      ? fail(
          'disk-full',
          'There is no room to index your newest articles; they are kept, and found again when there is.',
        )
      : fail('failed', (error as Error).message);
  }
}

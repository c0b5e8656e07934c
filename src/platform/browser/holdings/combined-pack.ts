/**
 * The pack of everything, bundled and own, kept in the database: made by the worker after changes, opened by the
 * background. It is a cache: one that is damaged, or older than the articles, costs answers about the newest articles
 * until it is made again, never an article. A few changes of a large archive go into a young pack beside it.
 */
import type { IDBPObjectStore } from 'idb';
import type { Article, ArticleId } from '../../../archive/article.ts';
import type { WholeKnowledge } from '../../../entities/name-knowledge.ts';
import { type CombinedSources, packCombined } from '../../../library/holdings/combine-archive.ts';
import { curatedArticle } from '../../../library/holdings/holding.ts';
import { openPackNames, openYoungPack, packYoung, readyNames } from '../../../library/holdings/pack-young.ts';
import { type Result, succeed } from '../../../text/result.ts';
import { loadRecogniser } from '../name-tagger.ts';
import { openBundledArchive } from '../pack-reader.ts';
import { changedSince, isSmall } from './changed-since.ts';
import { heldArticle } from './chosen-articles.ts';
import { explainWrite } from './explain-write.ts';
import { createHoldingsStore } from './holdings-store.ts';
import type { HoldingsDatabase, HoldingsSchema } from './open-database.ts';
import { nextIndexMark, openPackBlocks, PACK_INDEX, readIndexMark, writeBeside } from './pack-index.ts';
import {
  arePacksStale,
  INDEX_DAMAGED,
  isIndexDamaged,
  MADE_OF,
  presentState,
  readMadeOf,
  readYoungState,
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
  const isWholeDue = (await isSmall(database)) || (await isIndexDamaged(database));
  const changed = isWholeDue ? null : await changedSince(database, madeOf);
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
  const mounted: Article[] = [];
  for await (const article of store.packs.articles()) mounted.push(article);
  const sources: CombinedSources = {
    bundled: [...bundled.value.articles.values()],
    authority: { entities: bundled.value.knowledge.entities, outlets: bundled.value.outlets },
    ...{ own, mounted },
    corrections: (await store.corrections()).map(({ correction }) => correction),
    recognise: await loadRecogniser(),
  };
  let index: number | null = null;
  const packed = await packCombined(sources, async (parts, records) => {
    const built = await writeBeside(database, state, parts, records);
    if (!built.ok) return built;
    index = built.value;
    return succeed(null);
  });
  return packed.ok ? writeWhole(database, packed.value, state, index) : packed;
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

let names: { readonly madeOf: string | null; readonly known: WholeKnowledge } | null = null;

/** False where it cannot be: the pack beside it is damaged, or there is no room. */
async function renewYoung(database: HoldingsDatabase, young: YoungState): Promise<boolean> {
  const known = await namesBeside(database, young.beside);
  if (!known) return false;
  const [articles, recognise, before] = await Promise.all([
    put(database, young.changed),
    loadRecogniser(),
    youngBeside(database, young.beside),
  ]);
  const files = await packYoung(articles, known, recognise, before);
  return (await writeYoung(database, files, young)).ok;
}

/** The young pack that lies beside the same pack already. */
async function youngBeside(database: HoldingsDatabase, beside: string | null) {
  return (await readYoungState(database))?.beside === beside
    ? openYoungPack(async (file) => (await database.get('pack', `${YOUNG_FOLDER}${file}`)) ?? null)
    : null;
}

async function put(database: HoldingsDatabase, ids: readonly ArticleId[]): Promise<Article[]> {
  const articles: Article[] = [];
  const store = createHoldingsStore(database);
  for (const id of ids) {
    const article = await heldArticle(store, id);
    if (article) articles.push(article);
  }
  return articles;
}

/** Kept while this worker lives: a page that is saved is often taken back. */
async function namesBeside(
  database: HoldingsDatabase,
  madeOf: string | null,
): Promise<WholeKnowledge | null> {
  if (names?.madeOf === madeOf) return names.known;
  if (madeOf === null) {
    const bundled = await openBundledArchive();
    return bundled.ok ? bundled.value.knowledge : null;
  }
  const known = await openPackNames(
    async (file) => (await database.get('pack', file)) ?? null,
    () => openPackBlocks(database),
  );
  names = known && { madeOf, known };
  return known;
}

/** Ends the young pack. `index`: number of its database; null when the pack holds it. */
async function writeWhole(
  database: HoldingsDatabase,
  files: Files,
  madeOf: string,
  index: number | null,
): Promise<Result<null>> {
  const mark = nextIndexMark(await readIndexMark(database), index);
  return write(database, async (pack, marks) => {
    await pack.clear();
    for (const [name, bytes] of files) await pack.put(bytes, name);
    await marks.put(madeOf, MADE_OF);
    await marks.put(mark, PACK_INDEX);
    for (const past of [YOUNG_MADE_OF, INDEX_DAMAGED]) await marks.delete(past);
  });
}

function writeYoung(database: HoldingsDatabase, files: Files, young: YoungState): Promise<Result<null>> {
  return write(database, async (pack, marks) => {
    await pack.delete(IDBKeyRange.bound(YOUNG_FOLDER, `${YOUNG_FOLDER}~`));
    for (const [name, bytes] of files) await pack.put(bytes, `${YOUNG_FOLDER}${name}`);
    await marks.put(young, YOUNG_MADE_OF);
  });
}

type Store<Name extends 'pack' | 'marks'> = IDBPObjectStore<
  HoldingsSchema,
  ('pack' | 'marks')[],
  Name,
  'readwrite'
>;

async function write(
  database: HoldingsDatabase,
  change: (pack: Store<'pack'>, marks: Store<'marks'>) => Promise<void>,
): Promise<Result<null>> {
  const writing = database.transaction<('pack' | 'marks')[], 'readwrite'>(['pack', 'marks'], 'readwrite');
  try {
    await change(writing.objectStore('pack'), writing.objectStore('marks'));
    await writing.done;
    return succeed(null);
  } catch (error) {
    await writing.done.catch(() => undefined);
    return explainWrite(error, {
      full: 'There is no room to index your newest articles; they are kept, and found again when there is.',
      failed: '',
    });
  }
}

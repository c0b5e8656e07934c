/** The reader's archive as the background knows it: the pack of everything, opened once for each of its states. */
import browser from 'webextension-polyfill';
import type { Article, ArticleId } from '../../../archive/article.ts';
import type { ReadPackFile } from '../../../archive/pack.ts';
import { type Decisions, decideOn } from '../../../entities/correction.ts';
import type { Archive, MemoryArchive } from '../../../library/archive.ts';
import { openLargePack } from '../../../library/disk/open-large-pack.ts';
import { joinArchives } from '../../../library/holdings/join-archives.ts';
import { openPack } from '../../../library/open-pack.ts';
import { type Result, succeed } from '../../../text/result.ts';
import { announce } from '../events.ts';
import { openBundledArchive } from '../pack-reader.ts';
import { rememberFirstHeld } from './backup-dates.ts';
import { heldArticle } from './chosen-articles.ts';
import { createHoldingsStore } from './holdings-store.ts';
import { type HoldingsDatabase, openHoldingsDatabase } from './open-database.ts';
import { openBeside, readIndexMark } from './pack-index.ts';
import { INDEX_DAMAGED, MADE_OF, readMadeOf, readYoungState, YOUNG_FOLDER } from './pack-state.ts';

/** Set with the first article or decision: without it no wake pays for opening a database. */
const HOLDS_KEY = 'holds-own-articles';

/** Of the database: set before {@link HOLDS_KEY}, so that the key without it means that the browser cleared it. */
const HOLDS_MARK = 'holds-own-articles';

let isRemembered = false;

/** For every change; the first costs two writes, the others nothing. */
export async function rememberHoldings(database: HoldingsDatabase): Promise<void> {
  if (isRemembered) return;
  isRemembered = true;
  await database.put('marks', true, HOLDS_MARK);
  await browser.storage.local.set({ [HOLDS_KEY]: true });
  await rememberFirstHeld(new Date().toISOString());
}

/** Articles were held here, and the browser has cleared them with the whole database. */
export async function isPurged(database: HoldingsDatabase): Promise<boolean> {
  return (await hasHoldings()) && (await database.get('marks', HOLDS_MARK)) !== true;
}

export async function acknowledgePurge(database: HoldingsDatabase): Promise<void> {
  await database.put('marks', true, HOLDS_MARK);
}

export async function hasHoldings(): Promise<boolean> {
  return (await browser.storage.local.get(HOLDS_KEY))[HOLDS_KEY] === true;
}

let opening: Promise<Result<Archive>> | null = null;

/** Bundled and own together; the bundled alone where there is nothing else, or where the own cannot be opened. */
export function openWholeArchive(): Promise<Result<Archive>> {
  opening ??= open();
  return opening;
}

/** The next question opens the archive anew. */
export function forgetWholeArchive(): void {
  opening = null;
}

/** The pack that was opened last: a young one laid beside it needs no opening again. */
let packed: { readonly madeOf: string; readonly index: number | null; readonly archive: Archive } | null =
  null;

/** Both of them joined: a change that no pack follows yet joins nothing anew. */
let joined: { readonly old: Archive; readonly young: string; readonly archive: Archive } | null = null;

async function open(): Promise<Result<Archive>> {
  if (!(await hasHoldings())) return openBundledArchive();
  try {
    return await openWhole(await openHoldingsDatabase());
  } catch {
    // Told on the Archive page, which cannot open the database either; the bundled archive answers meanwhile.
    return openBundledArchive();
  }
}

/** Decisions hold at once: the packs follow them later, and know less of what pages print. */
async function openWhole(database: HoldingsDatabase): Promise<Result<Archive>> {
  const [opened, held] = await Promise.all([
    openPacks(database),
    createHoldingsStore(database).corrections(),
  ]);
  if (!opened.ok || held.length === 0) return opened;
  const corrections = held.map(({ correction }) => correction);
  let decisions: Decisions | null = null;
  return succeed({
    ...opened.value,
    // Made for the first page: a woken background that only searches does without.
    get decisions() {
      decisions ??= decideOn(opened.value.entityOf, corrections);
      return decisions;
    },
  });
}

/** Both packs, as they are: the worker may be at newer ones, and says so when they are there. */
async function openPacks(database: HoldingsDatabase): Promise<Result<Archive>> {
  // In one go: a woken background waits for each.
  const [madeOf, young, { current }] = await Promise.all([
    readMadeOf(database),
    readYoungState(database),
    readIndexMark(database),
  ]);
  const isBeside = young !== null && young.beside === madeOf;
  const opening = isBeside && joined?.young !== young.madeOf ? openYoung(database) : null;
  const packs = madeOf === null ? null : await openPacked(database, madeOf, current);
  const whole = packs ?? (await openBundledArchive());
  if (!whole.ok || !isBeside) return whole;
  if (joined?.young === young.madeOf && joined.old === whole.value) return succeed(joined.archive);
  const beside = await (opening ?? openYoung(database));
  if (!beside.ok) return whole;
  const archive = joinArchives(whole.value, beside.value, new Set(young.changed));
  joined = { old: whole.value, young: young.madeOf, archive };
  return succeed(archive);
}

function openYoung(database: HoldingsDatabase): Promise<Result<MemoryArchive>> {
  return openPack(async (file) => (await database.get('pack', `${YOUNG_FOLDER}${file}`)) ?? null);
}

/** The next page of ours has all packed anew; until then the rest of the index answers. */
async function noteDamage(database: HoldingsDatabase, madeOf: string, message: string): Promise<void> {
  if ((await readMadeOf(database)) === madeOf) await database.put('marks', message, INDEX_DAMAGED);
  announce('holdingsChanged', {});
}

/** As they stand in the database itself, where their texts in the pack are damaged. */
async function readHeld(database: HoldingsDatabase, ids: readonly ArticleId[]): Promise<Article[]> {
  const store = createHoldingsStore(database);
  const bundled = await openBundledArchive();
  const found: Article[] = [];
  for (const id of ids) {
    const own = bundled.ok ? bundled.value.articles.get(id) : undefined;
    const article = own ?? (await heldArticle(store, id));
    if (article) found.push(article);
  }
  return found;
}

/**
 * Null when it cannot be read; it counts as none from then on, so that the worker makes it again. `index`: number of
 * what lies beside it, another one after damage for the same articles; null for nothing.
 */
async function openPacked(
  database: HoldingsDatabase,
  madeOf: string,
  index: number | null,
): Promise<Result<Archive> | null> {
  if (packed?.madeOf === madeOf && packed.index === index) return succeed(packed.archive);
  const readFile: ReadPackFile = async (file) => (await database.get('pack', file)) ?? null;
  const damaged = (message: string) => void noteDamage(database, madeOf, message);
  const opened =
    index === null
      ? await openPack(readFile)
      : await openLargePack(readFile, {
          openBeside: () => openBeside(index, damaged),
          damaged,
          rescue: (ids) => readHeld(database, ids),
        });
  if (!opened.ok) {
    if ((await readMadeOf(database)) === madeOf) await database.delete('marks', MADE_OF);
    return null;
  }
  packed = { madeOf, index, archive: opened.value };
  return opened;
}

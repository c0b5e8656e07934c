/** The reader's archive as the background knows it: the pack of everything, opened once for each of its states. */
import browser from 'webextension-polyfill';
import type { Archive } from '../../../library/archive.ts';
import { openArchive } from '../../../library/pack-archive.ts';
import type { Result } from '../../../text/result.ts';
import { openBundledArchive } from '../pack-reader.ts';
import { rememberFirstHeld } from './backup-dates.ts';
import { type HoldingsDatabase, openHoldingsDatabase } from './open-database.ts';

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

async function open(): Promise<Result<Archive>> {
  if (!(await hasHoldings())) return openBundledArchive();
  try {
    const combined = await openCombinedArchive(await openHoldingsDatabase());
    if (combined?.ok) return combined;
  } catch {
    // Told on the Archive page, which cannot open the database either; the bundled archive answers meanwhile.
  }
  return openBundledArchive();
}

/** Null while nothing was packed yet. */
async function openCombinedArchive(database: HoldingsDatabase): Promise<Result<Archive> | null> {
  if ((await database.count('pack')) === 0) return null;
  return openArchive(async (file) => (await database.get('pack', file)) ?? null);
}

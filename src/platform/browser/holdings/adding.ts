/** Whether something is on its way into the archive: kept already, and not yet in the packs that are searched. */
import { IMPORT_LOCK, PACK_LOCK } from './locks.ts';
import { openHoldingsDatabase } from './open-database.ts';
import { hasHoldings } from './own-archive.ts';
import { arePacksStale } from './pack-state.ts';

/** Packs that nobody is at for longer are not being made: their worker failed, and the next page of ours tries again. */
const GRACE_MS = 5_000;

let idleSince: number | null = null;

/** False also where there is no database. Some milliseconds; a storage read where nothing was ever held. */
export async function isAdding(): Promise<boolean> {
  try {
    if (!(await hasHoldings()) || !(await arePacksStale(await openHoldingsDatabase()))) {
      idleSince = null;
      return false;
    }
    if (await isAtWork()) idleSince = null;
    else idleSince ??= Date.now();
    return idleSince === null || Date.now() - idleSince < GRACE_MS;
  } catch {
    return false;
  }
}

async function isAtWork(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].some(({ name }) => name === IMPORT_LOCK || name === PACK_LOCK);
}

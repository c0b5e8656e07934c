/** What changed since the pack of everything was made: few articles are laid beside it, many are a reason for a new one. */
import type { ArticleId } from '../../../archive/article.ts';
import { createHoldingsStore } from './holdings-store.ts';
import type { HoldingsDatabase } from './open-database.ts';
import { parsePackState, presentState } from './pack-state.ts';

/** All of them are read anew for each that is saved, some 5 ms each. */
const MOST_YOUNG = 64;
/** Several acts may be about one article. */
const ENTRIES = 4 * MOST_YOUNG;
/** A smaller archive is packed whole in less than a second, and then its names are grouped as they should be. */
const SMALL_ARCHIVE = 100;

/** Null when a new pack is due: after a decision, an update of the rules, or more changes than {@link MOST_YOUNG}. */
export async function changedSince(
  database: HoldingsDatabase,
  madeOf: string | null,
): Promise<readonly ArticleId[] | null> {
  const [made, present] = [parsePackState(madeOf), parsePackState(await presentState(database))];
  if (made.others !== present.others) return null;
  const entries = await createHoldingsStore(database).journal(made.journal, ENTRIES);
  const changed = new Set(entries.map(({ id }) => id));
  return entries.length < ENTRIES && changed.size <= MOST_YOUNG ? [...changed] : null;
}

export async function isSmall(database: HoldingsDatabase): Promise<boolean> {
  // Counting all of them takes a tenth of a second at 10,000.
  return (await database.getAllKeys('holdings', null, SMALL_ARCHIVE)).length < SMALL_ARCHIVE;
}

/** Whether the pack of everything still follows from the present articles and decisions. */
import type { HoldingsDatabase } from './open-database.ts';

/** Of what the pack was made: while it equals the archive's present state, the pack is fresh. */
export const MADE_OF = 'pack-made-of';

/** Articles count by the journal, decisions by their numbers: whatever changes, this does. */
export async function presentState(database: HoldingsDatabase): Promise<string> {
  const [newest, decisions] = await Promise.all([
    database.transaction('journal').store.openKeyCursor(null, 'prev'),
    database.getAllKeys('corrections'),
  ]);
  return `${String(newest?.key ?? 0)} ${decisions.join(',')}`;
}

export async function isPackFresh(database: HoldingsDatabase): Promise<boolean> {
  return (await database.get('marks', MADE_OF)) === (await presentState(database));
}

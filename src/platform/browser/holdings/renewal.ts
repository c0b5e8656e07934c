/** Asks the worker to bring index and names up to date after a change; changes meanwhile are taken in one more round. */
import { openHoldingsDatabase } from './open-database.ts';
import { openImportWorker } from './open-worker.ts';
import { hasHoldings } from './own-archive.ts';
import { arePacksStale } from './pack-state.ts';

/** `renewed` is told after each round that succeeded. */
export function createRenewal(renewed: () => void): () => void {
  let isAtWork = false;
  let isAskedAgain = false;
  const renew = async (): Promise<void> => {
    isAskedAgain = isAtWork;
    if (isAtWork) return;
    isAtWork = true;
    const worker = openImportWorker();
    const done = await worker.calls.renewPack({});
    worker.end();
    isAtWork = false;
    if (done.ok) renewed();
    if (isAskedAgain) await renew();
  };
  return () => void renew();
}

/** For every page of ours, when it opens: what a page that closed too early left undone. */
export async function renewWhenStale(renew: () => void): Promise<void> {
  try {
    if (!(await hasHoldings())) return;
    const database = await openHoldingsDatabase();
    if (await arePacksStale(database)) renew();
  } catch {
    // No database here: the Archive page says so, the bundled archive answers.
  }
}

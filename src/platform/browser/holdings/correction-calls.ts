/** Decisions about names from the side panel and the popup: written here, index and names follow in the worker. */
import { createCorrectionHandlers } from '../../../library/holdings/correct-names.ts';
import type { CallMessage } from '../../../protocol/client.ts';
import { answerCall } from '../../../protocol/server.ts';
import { announce } from '../events.ts';
import { createHoldingsStore } from './holdings-store.ts';
import { openHoldingsDatabase } from './open-database.ts';
import { rememberHoldings } from './own-archive.ts';
import { createRenewal } from './renewal.ts';

const tell = () => announce('holdingsChanged', {});
const renew = createRenewal(tell);

/** The database is opened by the first of them; where the browser gives none, each fails. */
export async function answerCorrection(message: CallMessage): Promise<unknown> {
  const database = await openHoldingsDatabase();
  // Told when the background can find it; a popup that closes with the next click leaves the rest to the next page.
  const changed = () => void rememberHoldings(database).then(tell).then(renew);
  const now = () => new Date().toISOString();
  const handlers = createCorrectionHandlers({ store: createHoldingsStore(database), changed, now });
  return answerCall(message, null, handlers, null);
}

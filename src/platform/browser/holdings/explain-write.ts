/** Why a transaction of the reader's database wrote nothing, in a sentence. */
import { fail, type Result } from '../../../text/result.ts';

/** What is said of a write of articles and decisions; other writes say what they left undone. */
const ARCHIVE = {
  full: 'The browser has no more room for your archive. Nothing of this step was kept half.',
  failed: 'Your archive could not be written: ',
};

/** `full`: when there is no room; `failed`: before the browser's own words. */
export function explainWrite(error: unknown, { full, failed } = ARCHIVE): Result<never> {
  const { name, message } = error as Error;
  return name === 'QuotaExceededError' ? fail('disk-full', full) : fail('failed', `${failed}${message}`);
}

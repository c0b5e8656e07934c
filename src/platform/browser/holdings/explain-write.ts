/** Why a transaction of the reader's database wrote nothing, in a sentence. */
import { fail, type Result } from '../../../text/result.ts';

export function explainWrite(error: unknown): Result<never> {
  const { name, message } = error as Error;
  return name === 'QuotaExceededError'
    ? fail('disk-full', 'The browser has no more room for your archive. Nothing of this step was kept half.')
    : fail('failed', `Your archive could not be written: ${message}`);
}

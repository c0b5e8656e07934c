/** What kind of error a code names, in words; what has none is a mishap inside Backstory. */
import type { ErrorCode } from '../text/result.ts';
import type { MessageKey } from './panel-port.ts';

export const ERROR_WORDS: Partial<Record<ErrorCode, MessageKey>> = {
  'archive-damaged': 'errorArchiveDamaged',
  'bad-request': 'errorBadRequest',
  'disk-full': 'errorDiskFull',
  'holdings-damaged': 'noDatabaseTitle',
  'not-found': 'errorNotFound',
  'page-unreachable': 'unreachableText',
};

/** These say little by themselves: what exactly was wrong stands in the error's own message. */
export const ERROR_SAYS_MORE: ReadonlySet<ErrorCode> = new Set(['bad-request', 'failed']);

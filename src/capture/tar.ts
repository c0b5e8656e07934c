/** TAR (.tar) of files in any other format, read from a stream: tar-entries.ts. */
import type { CaptureFormat } from './capture-outcome.ts';
import { readEntries } from './read-entries.ts';
import { isTar, tarEntries } from './tar-entries.ts';

export const tar: CaptureFormat = {
  name: 'tar@1',
  extensions: ['.tar'],
  claims: isTar,
  claimsAll: true,
  unpacks: true,
  sniff: isTar,
  read: (source, context) => readEntries(tarEntries(source), context),
};

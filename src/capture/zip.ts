/** ZIP (.zip) of files in any other format, read from a stream: zip-entries.ts. */
import type { CaptureFormat } from './capture-outcome.ts';
import { readEntries } from './read-entries.ts';
import { isZip, zipEntries } from './zip-entries.ts';

export const zip: CaptureFormat = {
  name: 'zip@1',
  extensions: ['.zip'],
  claims: isZip,
  claimsAll: true,
  unpacks: true,
  sniff: isZip,
  read: (source, context) => readEntries(zipEntries(source, context.unpacking), context),
};

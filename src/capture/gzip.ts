/** GZIP (.gz, .tgz): one file of any other format, in one member or many; "crawl.warc.gz" is read as "crawl.warc". */
import type { CaptureFormat } from './capture-outcome.ts';
import { inflate } from './inflate.ts';

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;

export const gzip: CaptureFormat = {
  name: 'gzip@1',
  extensions: ['.gz', '.tgz'],
  claims: isGzip,
  claimsAll: true,
  unpacks: true,
  sniff: isGzip,
  read: (source, context) =>
    context.readInner(inflate(source, 'gzip', context.unpacking), {
      file: context.file,
      name: context.file.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, ''),
    }),
};

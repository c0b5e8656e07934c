/** OPML (.opml): a list of feeds' addresses. It holds no article, and addresses are not fetched; the reader is told how many there are. */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { readXml, rootOf, XmlError } from './xml-stream.ts';

const isOpml = (head: Uint8Array<ArrayBuffer>): boolean => /^opml$/i.test(rootOf(head) ?? '');

export const opml: CaptureFormat = {
  name: 'opml@1',
  extensions: ['.opml'],
  claims: isOpml,
  sniff: isOpml,
  read: readOpml,
};

async function* readOpml(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  let feeds = 0;
  const open = ({ attributes }: { attributes: ReadonlyMap<string, string> }): void => {
    if (attributes.has('xmlurl')) feeds++;
  };
  try {
    for await (const _ of readXml(source, { open, close() {}, text() {} }));
    const list = feeds === 1 ? 'the address of one feed' : `the addresses of ${feeds} feeds`;
    const reason =
      feeds === 0
        ? 'The list holds no feed.'
        : `The list holds ${list} and no article; nothing is fetched from the web: save the feeds as files and import those.`;
    yield refuse(context, 'no-article', reason);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    yield refuse(context, error.code, error.message);
  }
}

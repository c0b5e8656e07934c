/**
 * MHTML (.mhtml, .mht): a page as browsers save it, with its pictures beside it. The page is the part that the message
 * names as its start, or the first HTML part; frames and pictures are left. Address and time of the capture become
 * provenance. O(bytes).
 */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { decodePart, type MimePart, parameterOf, readHeaders, splitParts, withCharset } from './mime.ts';
import { MOST_FILE_BYTES, readAll } from './read-bytes.ts';

const name = 'mhtml@1';

const isMhtml = (head: Uint8Array<ArrayBuffer>): boolean => {
  const text = new TextDecoder('latin1').decode(head);
  return (
    /^\s*[\w-]+:[^\n]*\n/.test(text) &&
    /^mime-version:/im.test(text) &&
    /^content-type:\s*multipart\/related/im.test(text)
  );
};

export const mhtml: CaptureFormat = {
  name,
  extensions: ['.mhtml', '.mht'],
  claims: isMhtml,
  sniff: isMhtml,
  read: readMhtml,
};

async function* readMhtml(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const bytes = await readAll(source);
  if (bytes === null) {
    yield refuse(context, 'too-large', `The file is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB.`);
    return;
  }
  if (bytes.length === 0) {
    yield refuse(context, 'empty', 'The file is empty.');
    return;
  }
  const { headers, rest } = readHeaders(new TextDecoder('latin1').decode(bytes).replace(/^\s+/, ''));
  const boundary = parameterOf(headers.get('content-type'), 'boundary');
  if (boundary === null || boundary === '') {
    yield refuse(
      context,
      'damaged',
      'The saved page does not say where its parts begin (its header has no boundary).',
    );
    return;
  }
  const { parts, isWhole } = splitParts(rest, boundary);
  const page = findPage(parts, parameterOf(headers.get('content-type'), 'start'));
  if (page === null) {
    const reason =
      parts.length === 0 ? 'The parts of the saved page are missing.' : 'The saved page holds no HTML.';
    yield refuse(context, parts.length === 0 ? 'damaged' : 'no-article', reason);
    return;
  }
  const address = headers.get('snapshot-content-location') ?? page.headers.get('content-location') ?? null;
  yield* context.readInner(withCharset(decodePart(page), page.headers.get('content-type')), {
    file: context.file,
    name: 'page.html',
    capturedAt: readTime(headers.get('date')),
    capturedFrom: address !== null && /^https?:\/\//i.test(address) ? address : null,
  });
  if (!isWhole)
    yield refuse(context, 'damaged', 'The saved page breaks off before its end; what is there was read.');
}

function findPage(parts: readonly MimePart[], start: string | null): MimePart | null {
  const pages = parts.filter(({ headers }) =>
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? ''),
  );
  return (
    pages.find(({ headers }) => start !== null && headers.get('content-id') === start) ?? pages[0] ?? null
  );
}

/** RFC 5322 to ISO 8601 in UTC; null for anything else. */
function readTime(value: string | undefined): string | null {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}

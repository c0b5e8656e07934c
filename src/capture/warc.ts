/**
 * WARC and ARC (.warc, .arc; compressed as .warc.gz): the pages of a crawl, each with its address and time.
 *
 * A page is a response of status 200, or a resource, that is HTML or PDF; scripts, pictures and redirects are passed.
 * A revisit repeats a page: one whose first printing is in the file is passed too, one whose first printing is
 * elsewhere is named. Memory is one record and a digest a page. O(bytes).
 */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { decodeBody, type HttpResponse, readResponse } from './http-body.ts';
import { withCharset } from './mime.ts';
import { UnpackError } from './unpacking.ts';
import { isWarc, type WarcRecord, warcRecords } from './warc-records.ts';

const name = 'warc@1';
/** 40 MiB of digests: a crawl of some 20 GB. */
const MOST_DIGESTS = 400_000;

export const warc: CaptureFormat = {
  name,
  extensions: ['.warc', '.arc'],
  claims: isWarc,
  claimsAll: true,
  sniff: isWarc,
  read: readWarc,
};

async function* readWarc(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const seen = new Set<string>();
  let [records, number, outcomes] = [0, 0, 0];
  for await (const step of warcRecords(source)) {
    number++;
    if (typeof step === 'string') {
      outcomes++;
      yield refuse(context, 'damaged', step, number);
      continue;
    }
    records++;
    for await (const outcome of readStep(step, number, seen, context)) {
      outcomes++;
      yield outcome;
    }
    if (!step.isCut) continue;
    outcomes++;
    yield refuse(context, 'damaged', 'The file breaks off inside a record; what is there was read.', number);
  }
  if (outcomes > 0) return;
  yield records === 0
    ? refuse(context, 'empty', 'The file holds no record.')
    : refuse(context, 'no-article', 'The crawl holds no page: no HTML or PDF that a server answered with.');
}

async function* readStep(
  record: WarcRecord,
  number: number,
  seen: Set<string>,
  context: ReadContext,
): AsyncGenerator<CaptureOutcome> {
  const digest = record.headers.get('warc-payload-digest') ?? null;
  if (record.type === 'revisit') {
    if (digest !== null && !seen.has(digest) && isPageRevisit(record))
      yield refuse(
        context,
        'no-article',
        `The record only says that ${where(record)} had not changed since a capture that is not in this file.`,
        number,
      );
    return;
  }
  const response = responseOf(record);
  const ending = response === null ? null : endingOf(response);
  if (digest !== null && seen.size < MOST_DIGESTS) seen.add(digest);
  if (response === null || ending === null) return;
  try {
    const body = await decodeBody(response, context.unpacking, context.unbrotli ?? null);
    const bytes = ending === 'html' ? withCharset(body, response.headers.get('content-type')) : body;
    yield* context.readInner(bytes, {
      file: `${context.file}/${number}.${ending}`,
      name: `${number}.${ending}`,
      capturedAt: record.date,
      capturedFrom: record.address,
    });
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield refuse(context, error.code, error.message, number);
  }
}

function where({ address }: WarcRecord): string {
  return address === null ? 'a page' : address.slice(0, 200);
}

/** Pictures and scripts are revisited too, and nobody misses them. */
function isPageRevisit({ address }: WarcRecord): boolean {
  return (
    address !== null &&
    /^https?:/i.test(address) &&
    !/\.(?:js|css|png|jpe?g|gif|svg|ico|woff2?|ttf|json)(?:[?#]|$)/i.test(address)
  );
}

function responseOf({ type, headers, block }: WarcRecord): HttpResponse | null {
  if (block === null) return null;
  if (type !== 'response')
    return type === 'resource' || type === 'conversion' ? { status: 200, headers, body: block } : null;
  const response = readResponse(block);
  if (response !== null) return response.status === 200 ? response : null;
  // Servers of the first web answered without a status line.
  return /text\/html/i.test(headers.get('content-type') ?? '') ? { status: 200, headers, body: block } : null;
}

function endingOf({ headers, body }: HttpResponse): 'html' | 'pdf' | null {
  if (body.length === 0) return null;
  const type = headers.get('content-type') ?? '';
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return 'html';
  return /^\s*application\/pdf\b/i.test(type) ? 'pdf' : null;
}

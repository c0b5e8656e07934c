/**
 * WACZ (.wacz): a packed crawl, WARC files in a ZIP with a list of pages (specs.webrecorder.net/wacz/1.1.1).
 *
 * The pages are read from the WARC files; the list serves where a page's text stands in it and its record is missing.
 * Read from a stream, in memory that does not grow with the crawl but for the listed texts. O(bytes).
 */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { safeEntryName } from './entry-name.ts';
import { byteLines } from './read-bytes.ts';
import { recordBytes, safeAddress } from './record-fields.ts';
import { UnpackError } from './unpacking.ts';
import { isZip, zipEntries } from './zip-entries.ts';

const name = 'wacz@1';
/** Texts of listed pages that are held until the crawl has been read. */
const MOST_LISTED_CHARACTERS = 32 * 2 ** 20;

interface ListedPage {
  readonly url: string;
  readonly title: string | null;
  readonly time: string | null;
  readonly text: string;
}

export const wacz: CaptureFormat = {
  name,
  extensions: ['.wacz'],
  claims: isZip,
  claimsAll: true,
  unpacks: true,
  sniff: () => false,
  read: readWacz,
};

async function* readWacz(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const listed: ListedPage[] = [];
  const captured = new Set<string>();
  let [hasManifest, crawls] = [false, 0];
  try {
    for await (const entry of zipEntries(source, context.unpacking)) {
      const path = safeEntryName(entry.name);
      if (!context.unpacking.admitEntry()) {
        yield refuse(context, 'bomb', 'The crawl holds too many files; the rest was not read.');
        return;
      }
      if (path === 'datapackage.json') hasManifest = true;
      else if (path !== null && /^archive\/.*\.w?arc(?:\.gz)?$/i.test(path)) {
        crawls++;
        const inner = { file: `${context.file}/${path}`, name: path };
        for await (const outcome of context.readInner(entry.bytes, inner)) {
          if (outcome.ok && outcome.article.provenance.capturedFrom !== null)
            captured.add(outcome.article.provenance.capturedFrom);
          yield outcome;
        }
      } else if (path !== null && /^pages\/.*\.jsonl$/i.test(path)) await listPages(entry.bytes, listed);
    }
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield refuse(context, error.code, error.message);
    return;
  }
  if (!hasManifest)
    yield refuse(context, 'damaged', 'The packed crawl lacks its contents list (datapackage.json).');
  else if (crawls === 0) yield refuse(context, 'no-article', 'The packed crawl holds no WARC file.');
  for (const page of listed) if (!captured.has(page.url)) yield await fromList(page, context);
}

async function listPages(bytes: AsyncIterable<Uint8Array<ArrayBuffer>>, listed: ListedPage[]): Promise<void> {
  let characters = listed.reduce((sum, page) => sum + page.text.length, 0);
  for await (const line of byteLines(bytes)) {
    const page = line.bytes === null ? null : parsePage(new TextDecoder().decode(line.bytes));
    characters += page?.text.length ?? 0;
    if (page !== null && characters <= MOST_LISTED_CHARACTERS) listed.push(page);
  }
}

function parsePage(line: string): ListedPage | null {
  try {
    const { url, title, ts, text } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const address = safeAddress(typeof url === 'string' ? url : null);
    if (address === null || typeof text !== 'string' || text.trim() === '') return null;
    const headline = typeof title === 'string' && title.trim() !== '' ? title : null;
    return { url: address, title: headline, time: typeof ts === 'string' ? ts : null, text };
  } catch {
    return null;
  }
}

async function fromList(page: ListedPage, context: ReadContext): Promise<CaptureOutcome> {
  const draft = {
    ...EMPTY_DRAFT,
    url: page.url,
    headline: page.title,
    articleBody: page.text,
    origin: { capturedAt: page.time, capturedFrom: page.url, file: `${context.file}/pages` },
  };
  return completeArticle(
    draft,
    { bytes: recordBytes(page), line: null, parser: name },
    { ...context, sidecar: null },
  );
}

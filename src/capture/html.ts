/**
 * HTML pages (.html, .htm): one article a page, saved by a browser, by SingleFile or by a crawler.
 *
 * Nothing on the page runs or is loaded: the parser handed in only builds a tree. Without one (a runtime that has
 * none) the page's whole text is kept. Cost: O(page); a page over the limit is refused.
 */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { completeArticle } from './complete-article.ts';
import { decodeText } from './decode-text.ts';
import type { HtmlDocument } from './html/dom.ts';
import { limitNesting } from './html/limit-nesting.ts';
import { readPage } from './html/read-page.ts';
import { pageFallback } from './page-fallback.ts';
import { MOST_FILE_BYTES, readAll } from './read-bytes.ts';

const name = 'html@1';

export const html: CaptureFormat = {
  ...pageFallback,
  name,
  async *read(source, context) {
    const { parseDocument } = context;
    if (parseDocument === undefined) yield* pageFallback.read(source, context);
    else yield await readFile(source, context, parseDocument);
  },
};

async function readFile(
  source: ByteSource,
  context: ReadContext,
  parseDocument: (html: string) => HtmlDocument,
): Promise<CaptureOutcome> {
  const bytes = await readAll(source);
  if (bytes === null) {
    return refuse(context, 'too-large', `The file is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB.`);
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(context, decoded.code, decoded.reason);
  let document: HtmlDocument;
  try {
    document = parseDocument(limitNesting(decoded.text));
  } catch {
    return refuse(context, 'damaged', 'The page is too damaged to be read.');
  }
  const origin = { url: context.capturedFrom ?? savedFrom(decoded.text), capturedAt: context.capturedAt };
  const reading = readPage(document, origin);
  if (!reading.ok) return refuse(context, reading.code, reading.reason);
  return completeArticle(reading.draft, { bytes, line: null, parser: name }, context);
}

/** Where a browser or SingleFile notes the address in the file it saves. */
function savedFrom(text: string): string | null {
  const head = text.slice(0, 4_096);
  const match = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)|^\s*url:\s*(https?:\/\/\S+)\s*$/im.exec(head);
  return match?.[1] ?? match?.[2] ?? null;
}

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
import { holdText } from './hold-file.ts';
import type { HtmlDocument } from './html/dom.ts';
import { limitAttributes } from './html/limit-attributes.ts';
import { limitElements, MOST_ELEMENTS } from './html/limit-nesting.ts';
import { readPage } from './html/read-page.ts';
import { pageFallback } from './page-fallback.ts';

const name = 'html@1';

export const html: CaptureFormat = {
  ...pageFallback,
  name,
  async *read(source, context) {
    const { parseDocument } = context;
    if (parseDocument === undefined) yield* pageFallback.read(source, context);
    else yield* readFile(source, context, parseDocument);
  },
};

async function* readFile(
  source: ByteSource,
  context: ReadContext,
  parseDocument: (html: string) => HtmlDocument,
): AsyncGenerator<CaptureOutcome> {
  const held = await holdText(source, context);
  if (!held.ok) {
    yield held.refusal;
    return;
  }
  const { bytes, text } = held.value;
  const { html, isCut } = limitElements(text);
  let document: HtmlDocument;
  try {
    document = parseDocument(limitAttributes(html));
  } catch {
    yield refuse(context, 'damaged', 'The page is too damaged to be read.');
    return;
  }
  const origin = { url: context.capturedFrom ?? savedFrom(text), capturedAt: context.capturedAt };
  const reading = readPage(document, origin);
  if (reading.ok) yield await completeArticle(reading.draft, { bytes, line: null, parser: name }, context);
  else yield refuse(context, reading.code, reading.reason);
  if (!isCut) return;
  const reason = `The page has more than ${MOST_ELEMENTS} elements; what comes after them was not read. Saved as text, it is read whole.`;
  yield refuse(context, 'too-large', reason);
}

/** Where a browser or SingleFile notes the address in the file it saves. */
function savedFrom(text: string): string | null {
  const head = text.slice(0, 4_096);
  const match = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)|^\s*url:\s*(https?:\/\/\S+)\s*$/im.exec(head);
  return match?.[1] ?? match?.[2] ?? null;
}

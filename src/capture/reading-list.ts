/**
 * Lists of saved pages as HTML, which Pocket and Instapaper export: addresses and titles without texts. Each entry is
 * kept by its headline and address; the texts have to be imported from saved pages. O(bytes).
 */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { holdText } from './hold-file.ts';
import { lineOfMarkup } from './markup-text.ts';
import { safeAddress } from './record-fields.ts';

const name = 'reading-list@1';

const isReadingList = (head: Uint8Array<ArrayBuffer>): boolean =>
  /<title>\s*(?:Pocket Export|Instapaper: Export)\s*<\/title>|<!DOCTYPE NETSCAPE-Bookmark-file/i.test(
    new TextDecoder().decode(head),
  );

export const readingList: CaptureFormat = {
  name,
  extensions: [],
  claims: isReadingList,
  sniff: isReadingList,
  read: readList,
};

async function* readList(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const held = await holdText(source, context);
  if (!held.ok) {
    yield held.refusal;
    return;
  }
  let number = 0;
  for (const match of held.value.text.matchAll(/<a\s([^<>]{1,8000})>([^<]{0,2000})/gi)) {
    const address = /\bhref\s*=\s*["']([^"']*)["']/i.exec(match[1]!)?.[1] ?? '';
    const url = safeAddress(lineOfMarkup(address));
    number++;
    const headline = lineOfMarkup(match[2]!) || url;
    if (url === null || headline === null)
      yield refuse(context, 'bad-line', 'The entry has no address on the web.', number);
    else {
      const bytes = new TextEncoder().encode(match[0]);
      yield await completeArticle(
        { ...EMPTY_DRAFT, url, headline },
        { bytes, line: number, parser: name },
        context,
      );
    }
  }
  if (number === 0) yield refuse(context, 'no-article', 'The list holds no saved page.');
}

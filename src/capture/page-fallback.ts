/** HTML pages, read without knowing what on them is the article. */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { decodeText } from './decode-text.ts';
import { lineOfMarkup, textOfMarkup } from './markup-text.ts';
import { MOST_FILE_BYTES, readAll } from './read-bytes.ts';

const isPage = (head: Uint8Array<ArrayBuffer>): boolean =>
  /^[\ufeff\s]*(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html\b|<head\b)/i.test(
    new TextDecoder().decode(head),
  );

export const pageFallback: CaptureFormat = {
  name: 'page@0',
  extensions: ['.html', '.htm', '.xhtml'],
  claims: isPage,
  sniff: isPage,
  read: readPage,
};

async function* readPage(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const bytes = await readAll(source);
  if (bytes === null) {
    yield refuse(context, 'too-large', `The file is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB.`);
    return;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    yield refuse(context, decoded.code, decoded.reason);
    return;
  }
  const title = /<title[^<>]*>([^<]*)/i.exec(decoded.text)?.[1] ?? '';
  const articleBody = textOfMarkup(decoded.text);
  if (articleBody === '') {
    yield refuse(context, 'no-article', 'The page holds no text.');
    return;
  }
  const draft = {
    ...EMPTY_DRAFT,
    headline: lineOfMarkup(title) || null,
    url: context.capturedFrom ?? null,
    articleBody,
  };
  yield await completeArticle(draft, { bytes, line: null, parser: 'page@0' }, context);
}

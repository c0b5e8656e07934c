/** EPUB (.epub): a book or magazine, one article a chapter: epub-book.ts. */
import { parseLanguageTag } from '../text/language.ts';
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { readEpubBook } from './epub-book.ts';
import { readPrintedDate } from './printed-date.ts';
import { XmlError } from './xml-stream.ts';
import { isZip } from './zip-entries.ts';

const name = 'epub@1';
/** A cover's caption or a blank leaf is no chapter. */
const FEWEST_LETTERS = 40;

/** The specification puts the type first, uncompressed, so that a file can be told by its first bytes. */
const isEpub = (head: Uint8Array<ArrayBuffer>): boolean =>
  isZip(head) &&
  new TextDecoder('latin1').decode(head.subarray(30, 100)).includes('mimetypeapplication/epub+zip');

export const epub: CaptureFormat = {
  name,
  extensions: ['.epub'],
  claims: isZip,
  claimsAll: true,
  unpacks: true,
  sniff: isEpub,
  read: readEpub,
};

async function* readEpub(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  try {
    const book = await readEpubBook(source, context.unpacking);
    const title = book.titles[0] ?? null;
    let read = 0;
    for (const [at, chapter] of book.chapters.entries()) {
      if (chapter.text.length < FEWEST_LETTERS) continue;
      read++;
      const heading = chapter.title === title ? null : chapter.title;
      const draft = {
        ...EMPTY_DRAFT,
        headline: [title, heading].filter((part) => part !== null).join(' — ') || null,
        author: book.authors,
        publisher: book.publisher,
        datePublished: readPrintedDate(book.date ?? ''),
        inLanguage: parseLanguageTag(book.language ?? ''),
        articleBody: chapter.text,
        origin: { file: `${context.file}/${chapter.path}` },
      };
      yield await completeArticle(draft, { bytes: chapter.bytes, line: at + 1, parser: name }, context);
    }
    if (book.fault !== null) yield refuse(context, 'damaged', `${book.fault} What is there was read.`);
    else if (read === 0)
      yield refuse(context, 'no-article', 'The book holds no text: its pages may be pictures.');
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    yield refuse(context, error.code, error.message);
  }
}

/**
 * PDF (.pdf): the text layer, as one article. Scanned pages have none, and the reader is told. pdf.js is loaded by the
 * platform when the first PDF is met (`loadPdf`); nothing in a file is run. Cost: O(pages), some 5 ms a page.
 */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { holdBytes } from './hold-file.ts';
import { layOutNews } from './news-layout.ts';
import type { PdfDocument, PdfLibrary } from './pdf-library.ts';
import { refusePdfBomb } from './pdf-streams.ts';
import { dropRunningLines, largestType, linesOf, type PdfLine, paragraphsOf } from './pdf-text.ts';

const name = 'pdf@1';
/** The longest report of a commission. */
const MOST_PAGES = 2_000;
const MOST_CHARACTERS = 16 * 2 ** 20;
/** A longer one is a report or a book, whose first lines are no news layout. */
const MOST_NEWS_PAGES = 4;

/** Mail and printers put a few lines before it. */
const isPdf = (head: Uint8Array<ArrayBuffer>): boolean =>
  /(?:^|[\r\n])%PDF-\d/.test(new TextDecoder('latin1').decode(head.subarray(0, 1_040)));

export const pdf: CaptureFormat = {
  name,
  extensions: ['.pdf'],
  claims: isPdf,
  claimsAll: true,
  sniff: isPdf,
  read: readPdf,
};

async function* readPdf(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const held = await holdBytes(source, context);
  if (!held.ok) {
    yield held.refusal;
    return;
  }
  if (!isPdf(held.value)) {
    yield refuse(context, 'damaged', 'The file is named as a PDF document, but is none.');
    return;
  }
  if (context.loadPdf === undefined) {
    yield refuse(context, 'unsupported', 'PDF documents cannot be read here.');
    return;
  }
  await refusePdfBomb(held.value, context.unpacking);
  try {
    yield* readDocument(await context.loadPdf(), held.value, context);
  } catch (error) {
    yield refuseFailure(error, context);
  }
}

function refuseFailure(error: unknown, context: ReadContext): CaptureOutcome {
  if (error instanceof Error && error.name === 'PasswordException')
    return refuse(
      context,
      'locked',
      'The PDF document is locked with a password; save a copy without one and import that.',
    );
  return refuse(context, 'damaged', 'The PDF document is damaged and cannot be opened.');
}

async function* readDocument(
  library: PdfLibrary,
  bytes: Uint8Array<ArrayBuffer>,
  context: ReadContext,
): AsyncGenerator<CaptureOutcome> {
  // The library takes the bytes away for itself.
  const loading = library.getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const { pages, failed, isCut } = await readPages(document);
    const body = paragraphsOf(dropRunningLines(pages));
    if (body.trim() === '')
      yield refuse(
        context,
        'no-article',
        'The PDF document holds no text: its pages may be pictures of text. A program that recognises text can add it.',
      );
    else
      yield await completeArticle(
        await draftOf(document, pages, body),
        { bytes, line: null, parser: name },
        context,
      );
    if (isCut)
      yield refuse(
        context,
        'too-large',
        `The PDF document is longer than ${MOST_PAGES} pages; the first of them were read.`,
      );
    if (failed > 0)
      yield refuse(context, 'damaged', `${failed} pages of the PDF document could not be read.`);
  } finally {
    await loading.destroy().catch(() => {});
  }
}

async function readPages(
  document: PdfDocument,
): Promise<{ pages: PdfLine[][]; failed: number; isCut: boolean }> {
  const pages: PdfLine[][] = [];
  let [failed, characters] = [0, 0];
  const count = Math.min(document.numPages, MOST_PAGES);
  for (let number = 1; number <= count && characters < MOST_CHARACTERS; number++) {
    try {
      const page = await document.getPage(number);
      const lines = linesOf((await page.getTextContent()).items, number);
      page.cleanup();
      for (const line of lines) characters += line.text.length;
      pages.push(lines);
    } catch {
      failed++;
    }
  }
  return { pages, failed, isCut: document.numPages > MOST_PAGES || characters >= MOST_CHARACTERS };
}

async function draftOf(document: PdfDocument, pages: readonly (readonly PdfLine[])[], body: string) {
  const info = await document.getMetadata().then(
    ({ info }) => info,
    () => null,
  );
  const printed = layOutNews(body.slice(0, 20_000));
  const headline = titleOf(info) ?? largestType(pages[0] ?? []) ?? printed.headline;
  const isNews = pages.length <= MOST_NEWS_PAGES && body.length <= 20_000;
  const author = field(info, 'Author');
  return {
    ...EMPTY_DRAFT,
    ...printed,
    headline,
    author: printed.author.length > 0 || author === null ? printed.author : [author],
    articleBody: isNews && printed.articleBody !== '' ? printed.articleBody : body,
  };
}

/** What the writer called it; programs put a file's name or their own there. */
function titleOf(info: unknown): string | null {
  const title = field(info, 'Title');
  if (title === null || title.length < 4 || !/\p{L}/u.test(title)) return null;
  return /\.(?:docx?|pdf|indd|qxp|tex|odt|rtf|pages|xlsx?|pptx?|dvi)$|^(?:Microsoft Word|untitled|title|layout|print)\b/i.test(
    title,
  )
    ? null
    : title;
}

function field(info: unknown, key: string): string | null {
  if (typeof info !== 'object' || info === null || !Object.hasOwn(info, key)) return null;
  const value = (info as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : null;
}

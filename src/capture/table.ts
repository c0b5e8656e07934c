/**
 * Tables (.csv, .tsv): an article a row, the first line names the columns. Covers the lists of Pocket, Instapaper and
 * Zotero. Which column is what: table-columns.ts. Read from a stream in the memory of one row. O(bytes).
 */
import { parseLanguageTag } from '../text/language.ts';
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { decodeText, encodingOf } from './decode-text.ts';
import { detectEncoding } from './detect-encoding.ts';
import { lineOfMarkup, textOfMarkup } from './markup-text.ts';
import { readPrintedDate } from './printed-date.ts';
import { chunksOf, peek } from './read-bytes.ts';
import { recordBytes, safeAddress } from './record-fields.ts';
import { unsortName } from './reference.ts';
import { type Columns, findColumns } from './table-columns.ts';
import { guessDelimiter, TableRows } from './table-rows.ts';

const name = 'table@1';
/** What the separator and the encoding are judged by. */
const HEAD_BYTES = 2 ** 20;

export const table: CaptureFormat = {
  name,
  extensions: ['.csv', '.tsv', '.tab'],
  sniff: () => false,
  read: readTable,
};

async function* readTable(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const peeked = await peek(source, HEAD_BYTES);
  const head = decodeText(peeked.head);
  if (!head.ok) {
    yield refuse(context, head.code, head.reason);
    return;
  }
  const rows = new TableRows(guessDelimiter(head.text.slice(0, 65_536)));
  let columns: Columns | null = null;
  let number = 0;
  let read = 0;
  let broken = 0;
  for await (const row of rowsOf(peeked.source, tableEncoding(peeked.head), rows)) {
    number++;
    if (columns === null) {
      columns = findColumns(row ?? [], context.columns ?? {});
      if (columns.has('headline') || columns.has('body')) continue;
      const found = (row ?? []).slice(0, 12).join(', ').slice(0, 200);
      yield refuse(
        context,
        'unsupported',
        `No column is named as a headline or a text; choose them by hand. The first line reads: ${found}.`,
      );
      return;
    }
    read++;
    if (row === null) yield refuse(context, 'too-large', 'The row is larger than 16 MiB.', number);
    else yield await readRow(row, number, columns, context);
    if (row?.some((cell) => cell.includes('\ufffd'))) broken++;
  }
  if (broken > 0)
    yield refuse(
      context,
      'not-utf-8',
      `${broken} rows hold letters that could not be read and were read without them; save the table as UTF-8.`,
    );
  if (rows.isOpen)
    yield refuse(
      context,
      'damaged',
      'A quotation mark is opened and never closed; what follows it was read as one cell.',
    );
  else if (read === 0) yield refuse(context, 'no-article', 'The table holds no row below its heading.');
}

/** A mark, else UTF-8 where the beginning is that, else the older code page its letters speak for. */
function tableEncoding(head: Uint8Array<ArrayBuffer>): string {
  const marked = encodingOf(head);
  if (marked !== 'utf-8') return marked;
  // The end of the beginning may lie inside a letter.
  const broken = new TextDecoder().decode(head.subarray(0, -4)).includes('\ufffd');
  return broken ? (detectEncoding(head) ?? 'utf-8') : 'utf-8';
}

async function* rowsOf(
  source: ByteSource,
  encoding: string,
  rows: TableRows,
): AsyncGenerator<readonly string[] | null> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(source)) yield* rows.take(decoder.decode(chunk, { stream: true }));
  yield* rows.take(decoder.decode());
  yield* rows.end();
}

async function readRow(
  row: readonly string[],
  number: number,
  columns: Columns,
  context: ReadContext,
): Promise<CaptureOutcome> {
  const cell = (field: Parameters<Columns['get']>[0]): string => row[columns.get(field) ?? -1]?.trim() ?? '';
  const headline = lineOfMarkup(cell('headline')) || null;
  const articleBody = textOfMarkup(cell('body'));
  if (headline === null && articleBody === '')
    return refuse(context, 'bad-line', 'The row has neither a headline nor a text.', number);
  const draft = {
    ...EMPTY_DRAFT,
    identifier: cell('identifier') || null,
    url: safeAddress(cell('url')),
    headline,
    author: splitAuthors(cell('author')),
    publisher: lineOfMarkup(cell('outlet')) || null,
    datePublished: readPrintedDate(cell('date')),
    inLanguage: parseLanguageTag(cell('language')),
    articleBody,
  };
  return completeArticle(draft, { bytes: recordBytes(row), line: number, parser: name }, context);
}

/** "Doe, Jane; Roe, John", "Jane Doe and John Roe", "['Jane Doe', 'John Roe']". */
function splitAuthors(cell: string): string[] {
  const text = cell.replace(/^\[|\]$/g, '').replace(/(^|,\s*)'([^']*)'/g, '$1$2');
  const parts = text.includes(';')
    ? text.split(';').map(unsortName)
    : text.split(/\s+and\s+|,\s+(?=\S+\s)|\s*&\s*/);
  return parts.map((part) => part.replace(/^by\s+/i, '').trim()).filter((part) => part !== '');
}

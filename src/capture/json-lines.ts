/**
 * JSON Lines (.jsonl, .ndjson) and JSON (.json: an article or an array) of schema.org NewsArticle fields, the format
 * of the command line and of our own export.
 *
 * The naive version parses the file as one text. Here a line is parsed when its last byte arrives and is then
 * forgotten, so that a file of any size takes the memory of its longest line. The text is kept exactly as given,
 * since printings are reported as offsets into it. O(bytes).
 */
import {
  type ByteSource,
  type CaptureContext,
  type CaptureFormat,
  type CaptureOutcome,
  refuse,
} from './capture-outcome.ts';
import { completeArticle } from './complete-article.ts';
import { decodeText, encodingOf } from './decode-text.ts';
import { parseNewsArticle } from './news-article-json.ts';
import { byteLines, chunksOf, MOST_FILE_BYTES, MOST_LINE_BYTES, peek, readAll } from './read-bytes.ts';

const name = 'json-lines@1';

export const jsonLines: CaptureFormat = {
  name,
  extensions: ['.jsonl', '.ndjson', '.json'],
  sniff: (head) => {
    const decoded = decodeText(head);
    return decoded.ok && /^\s*(?:\{\s*"|\[\s*\{)/.test(decoded.text);
  },
  async *read(source, context) {
    const peeked = await peek(source, 4_096);
    if (peeked.head.length === 0) {
      yield refuse(context, 'empty', 'The file is empty.');
      return;
    }
    const isDocument = /\.json$/i.test(context.file) || /^[\ufeff\s]*\[/.test(asText(peeked.head));
    if (isDocument) yield* readDocument(peeked.source, context);
    else yield* readLines(peeked.source, context);
  },
};

function asText(bytes: Uint8Array<ArrayBuffer>): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** A .json file that does not parse as one value may still hold an article a line. */
async function* readDocument(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  const bytes = await readAll(source);
  if (bytes === null) {
    yield refuse(
      context,
      'too-large',
      `The file is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB; save it as JSON Lines.`,
    );
    return;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    yield refuse(context, decoded.code, decoded.reason);
    return;
  }
  const parsed = parseJson(decoded.text);
  if (!parsed.ok) {
    yield* readLines(bytes, context);
    return;
  }
  if (!Array.isArray(parsed.value)) {
    yield await readRecord(parsed.value, bytes, null, context);
    return;
  }
  for (const [at, item] of parsed.value.entries()) {
    yield await readRecord(item, new TextEncoder().encode(JSON.stringify(item)), at + 1, context);
  }
}

async function* readLines(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  let isEmpty = true;
  for await (const { number, bytes } of byteLines(toUtf8(source))) {
    if (bytes === null) {
      isEmpty = false;
      const limit = `${MOST_LINE_BYTES / 2 ** 20} MiB`;
      yield refuse(context, 'too-large', `The line is longer than ${limit}.`, number);
      continue;
    }
    const decoded = bytes.length === 0 ? null : decodeText(bytes);
    if (decoded === null || (!decoded.ok && decoded.code === 'empty')) continue;
    isEmpty = false;
    if (!decoded.ok) {
      const reason = decoded.reason.replace(/^The file/, 'The line');
      yield refuse(context, 'bad-line', reason, number);
      continue;
    }
    const parsed = parseJson(decoded.text);
    if (parsed.ok) yield await readRecord(parsed.value, bytes, number, context);
    else yield refuse(context, 'bad-line', `The line is not valid JSON: ${parsed.problem}.`, number);
  }
  if (isEmpty) yield refuse(context, 'empty', 'The file holds nothing but white space.');
}

/** UTF-16, which only a byte order mark declares, is turned into UTF-8 on the way; everything else passes unchanged. */
async function* toUtf8(source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const peeked = await peek(source, 2);
  const encoding = encodingOf(peeked.head);
  if (encoding === 'utf-8') {
    yield* chunksOf(peeked.source);
    return;
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunksOf(peeked.source))
    yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

async function readRecord(
  record: unknown,
  bytes: Uint8Array<ArrayBuffer>,
  line: number | null,
  context: CaptureContext,
): Promise<CaptureOutcome> {
  const draft = parseNewsArticle(record);
  if (draft.ok) return completeArticle(draft.value, { bytes, line, parser: name }, context);
  return refuse(context, 'bad-line', draft.error.message, line ?? undefined);
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    // Engines quote the text in their message; the place in it is enough.
    const place = /position (\d+)|column (\d+)/.exec(message);
    const at = place?.[1] ?? place?.[2];
    return {
      ok: false,
      problem: at === undefined ? 'it ends too early or is malformed' : `it breaks off at character ${at}`,
    };
  }
}

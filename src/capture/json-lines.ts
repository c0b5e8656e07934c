/**
 * JSON Lines (.jsonl, .ndjson) and JSON (.json: a record, an array, or an object around one) of schema.org NewsArticle
 * fields, the format of the command line and of our own export, or of what json-records.ts knows from other programs.
 *
 * The naive version parses the file as one text. Here a line, or an element of an array, is parsed when its last byte
 * arrives and is then forgotten: a file of any size takes the memory of its longest record. The text is kept exactly as
 * given, since printings are reported as offsets into it. O(bytes).
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
import { parseRecord, recordsWithin } from './json-records.ts';
import { jsonBomb, jsonElements } from './json-values.ts';
import { byteLines, chunksOf, MOST_FILE_BYTES, MOST_LINE_BYTES, peek, readAll } from './read-bytes.ts';

const name = 'json-lines@1';

export const jsonLines: CaptureFormat = {
  name,
  extensions: ['.jsonl', '.ndjson', '.json'],
  claims: (head) => /^[\ufeff\s]*(?:\{\s*"|\[\s*\{\s*")/.test(asText(head)),
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
    const utf8 = toUtf8(peeked.source);
    if (/^[\ufeff\s]*\[/.test(asText(peeked.head))) yield* readArray(utf8, context);
    else if (/\.json$/i.test(context.file)) yield* readDocument(utf8, context);
    else yield* readLines(utf8, context);
  },
};

function asText(bytes: Uint8Array<ArrayBuffer>): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

async function* readArray(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  const elements = jsonElements(source);
  let outcomes = 0;
  for (;;) {
    const step = await elements.next();
    if (step.done) {
      if (!step.value)
        yield refuse(context, 'damaged', 'The list breaks off before its end; what is there was read.');
      else if (outcomes === 0) yield refuse(context, 'no-article', 'The list is empty.');
      return;
    }
    outcomes++;
    const { bytes, number, problem } = step.value;
    if (bytes === null) yield refuse(context, 'bomb', `The record is ${problem}; it was not read.`, number);
    else {
      const parsed = parseJson(new TextDecoder().decode(bytes));
      if (parsed.ok) yield await readRecord(parsed.value, bytes, number, null, context);
      else yield refuse(context, 'bad-line', `The record is not valid JSON: ${parsed.problem}.`, number);
    }
  }
}

/** A .json file that does not parse as one value may still hold an article a line. */
async function* readDocument(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  const bytes = await readAll(source);
  if (bytes === null) {
    const limit = `${MOST_FILE_BYTES / 2 ** 20} MiB`;
    yield refuse(context, 'too-large', `The file is larger than ${limit}; save it as JSON Lines.`);
    return;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    yield refuse(context, decoded.code, decoded.reason);
    return;
  }
  const bomb = jsonBomb(bytes);
  const parsed = bomb === null ? parseJson(decoded.text) : null;
  if (parsed === null) yield refuse(context, 'bomb', `The file is ${bomb}; it was not read.`);
  else if (parsed.ok) yield* readValue(parsed.value, bytes, context);
  else yield* readLines(bytes, context);
}

async function* readValue(
  value: unknown,
  bytes: Uint8Array<ArrayBuffer>,
  context: CaptureContext,
): AsyncGenerator<CaptureOutcome> {
  const within = recordsWithin(value);
  if (within === null) {
    yield await readRecord(value, bytes, null, null, context);
    return;
  }
  for (const [at, record] of within.records.entries()) {
    const own = new TextEncoder().encode(JSON.stringify(record));
    yield await readRecord(record, own, at + 1, within.outlet, context);
  }
  if (within.records.length === 0) yield refuse(context, 'no-article', 'The list in the file is empty.');
}

async function* readLines(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  let isEmpty = true;
  for await (const { number, bytes } of byteLines(source)) {
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
    const bomb = jsonBomb(bytes);
    if (bomb !== null) {
      yield refuse(context, 'bomb', `The line is ${bomb}; it was not read.`, number);
      continue;
    }
    const parsed = parseJson(decoded.text);
    if (parsed.ok) yield await readRecord(parsed.value, bytes, number, null, context);
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
  outlet: string | null,
  context: CaptureContext,
): Promise<CaptureOutcome> {
  const draft = parseRecord(record, outlet);
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

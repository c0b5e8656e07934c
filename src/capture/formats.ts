/**
 * The registry of file formats: one file each, one line here. Adding a format is writing `<name>.ts` and adding it.
 *
 * Trust the extension, unless the first bytes belong to another format without doubt; then the first bytes. A file that
 * nothing recognises is refused by name and reason, and never half-read. Order matters only for sniffing: the strictest
 * format is asked first.
 */
import { bibtex } from './bibtex.ts';
import {
  type ByteSource,
  type CaptureContext,
  type CaptureFormat,
  type CaptureOutcome,
  type InnerFile,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { decodeText } from './decode-text.ts';
import { epub } from './epub.ts';
import { feed } from './feed.ts';
import { gzip } from './gzip.ts';
import { html } from './html.ts';
import { jsonLines } from './json-lines.ts';
import { markdown } from './markdown.ts';
import { mhtml } from './mhtml.ts';
import { opml } from './opml.ts';
import { pdf } from './pdf.ts';
import { plainText } from './plain-text.ts';
import { chunksOf, peek } from './read-bytes.ts';
import { readingList } from './reading-list.ts';
import { ris } from './ris.ts';
import { table } from './table.ts';
import { tar } from './tar.ts';
import { tellBomb } from './tell-bomb.ts';
import { MOST_NESTED, UnpackError, Unpacking } from './unpacking.ts';
import { wacz } from './wacz.ts';
import { warc } from './warc.ts';
import { zip } from './zip.ts';
import { zoteroRdf } from './zotero-rdf.ts';

export const FORMATS: readonly CaptureFormat[] = [
  pdf,
  epub,
  zip,
  wacz,
  gzip,
  tar,
  warc,
  mhtml,
  zoteroRdf,
  feed,
  opml,
  readingList,
  html,
  bibtex,
  ris,
  table,
  jsonLines,
  markdown,
  plainText,
];

const HEAD_BYTES = 4_096;

/** The format that reads a file of this name; null when only the content could tell, or nothing reads it. */
export function formatForName(fileName: string): CaptureFormat | null {
  const extension = /\.[^./\\]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  return FORMATS.find((format) => format.extensions.includes(extension)) ?? null;
}

/** Every article of the file and every refusal, in file order; at least one outcome. Throws only what `source` throws. */
export async function* captureFile(
  source: ByteSource,
  context: CaptureContext,
): AsyncGenerator<CaptureOutcome> {
  const unpacking = new Unpacking();
  async function* counted(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const chunk of chunksOf(source)) {
      unpacking.countPacked(chunk.length);
      yield chunk;
    }
  }
  if (source instanceof Uint8Array) unpacking.countPacked(source.length);
  const whole = source instanceof Uint8Array ? source : counted();
  yield* captureNested(whole, context.file, contextFor(context, unpacking, 0));
}

function contextFor(context: CaptureContext, unpacking: Unpacking, depth: number): ReadContext {
  const readInner = (source: ByteSource, inner: InnerFile): AsyncIterable<CaptureOutcome> => {
    const capturedAt = inner.capturedAt ?? context.capturedAt;
    const capturedFrom = inner.capturedFrom ?? context.capturedFrom ?? null;
    const within = { ...context, file: inner.file, capturedAt, capturedFrom };
    const read = (bytes: ByteSource) =>
      captureNested(bytes, inner.name, contextFor(within, unpacking, depth + 1));
    return source instanceof Uint8Array ? read(source) : tellBomb(source, within, read);
  };
  const isKnown = (name: string): boolean => formatForName(name) !== null;
  return { ...context, unpacking, depth, readInner, isKnown };
}

async function* captureNested(
  source: ByteSource,
  name: string,
  context: ReadContext,
): AsyncGenerator<CaptureOutcome> {
  let outcomes = 0;
  try {
    const peeked = await peek(source, HEAD_BYTES);
    const format = chooseFormat(peeked.head, name);
    if (peeked.head.length === 0) {
      yield refuse(context, 'empty', 'The file is empty.');
      return;
    }
    if (format?.unpacks === true && context.depth >= MOST_NESTED) {
      const reason = `It lies in ${MOST_NESTED} archives within each other, and is another; unpack the outer ones.`;
      yield refuse(context, 'too-deep', reason);
    } else if (format !== null) {
      for await (const outcome of format.read(peeked.source, context)) {
        outcomes++;
        yield outcome;
      }
    } else {
      const decoded = decodeText(peeked.head);
      yield decoded.ok
        ? refuse(context, 'unknown-format', 'No known format reads this file.')
        : refuse(context, decoded.code, decoded.reason);
    }
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    const rest = outcomes === 0 ? '' : ' What came before the damage was read.';
    yield refuse(context, error.code, `${error.message}${rest}`);
  }
}

function chooseFormat(head: Uint8Array<ArrayBuffer>, name: string): CaptureFormat | null {
  const named = formatForName(name);
  const claims = FORMATS.filter((format) => format.claims?.(head) === true);
  const special = claims.find((format) => format.extensions.length === 0);
  if (special !== undefined) return special;
  const isPlausible = named !== null && (claims.includes(named) || (claims.length === 0 && !named.claimsAll));
  if (isPlausible) return named;
  const sniffed = (claims.length > 0 ? claims : FORMATS).find((format) => format.sniff(head, name));
  return sniffed ?? claims[0] ?? named;
}

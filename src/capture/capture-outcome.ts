/** What reading a file gives: articles, and a plain sentence for everything that could not become one. */
import type { Article } from '../archive/article.ts';
import type { ParseDocument } from './html/dom.ts';
import type { LoadPdf } from './pdf-library.ts';
import type { Unpacking } from './unpacking.ts';

export type RefusalCode =
  | 'empty' // nothing but white space
  | 'binary' // a picture, an archive, a program: no text
  | 'not-utf-8' // text, but in another encoding or damaged
  | 'too-large' // over the limit for a file or a line
  | 'bomb' // a small file that unpacks to a huge one, or is nested or branched without end
  | 'too-deep' // archives in archives in archives
  | 'locked' // needs a password
  | 'unsafe-path' // an entry whose name points outside its archive
  | 'damaged' // begins like its format and then breaks off or contradicts itself
  | 'unsupported' // a variant of a known format that is not read
  | 'no-article' // sound, but nothing in it to archive
  | 'paywall' // a page that shows the beginning and asks for a subscription
  | 'bad-line' // one record among many is unusable
  | 'bad-sidecar' // the hand-written correction is itself wrong
  | 'unknown-format'; // no registered format reads this

export type CaptureOutcome =
  | { readonly ok: true; readonly article: Article }
  | {
      readonly ok: false;
      readonly file: string;
      /** 1-based, in formats that hold an article a line; for a JSON array, the 1-based place in it. */
      readonly line?: number;
      readonly code: RefusalCode;
      /** One sentence for the reader. */
      readonly reason: string;
    };

export interface CaptureContext {
  /** The file's name as the reader knows it, with its extension, without folders; "outer.zip/inner.html" inside archives. */
  readonly file: string;
  readonly collection: 'bundled' | 'yours';
  /** WARC-Date of the capture; null when nobody recorded it. Never the clock: reading twice must give the same article. */
  readonly capturedAt: string | null;
  /** The text of `<file>.sidecar.json`, or null where there is none. Formats that hold many articles ignore it. */
  readonly sidecar: string | null;
  /** WARC-Target-URI of the capture; absent or null when nobody recorded it. */
  readonly capturedFrom?: string | null;
  /** Loads pdf.js when the first PDF is met; without it PDF files are refused. */
  readonly loadPdf?: LoadPdf;
  /** Undoes brotli, for pages that a crawler kept as they were sent; null for damaged bytes or more than `most` of them. */
  readonly unbrotli?: (bytes: Uint8Array<ArrayBuffer>, most: number) => Uint8Array<ArrayBuffer> | null;
  /** Builds a document from markup, without running or loading anything; without it a page's whole text is kept. */
  readonly parseDocument?: ParseDocument;
  /** Which column of a table holds what, as the reader chose; guessed from the heading where absent. */
  readonly columns?: ColumnChoice;
}

/** Names of columns (as printed in the first line) by the field they hold. */
export type ColumnChoice = Readonly<Partial<Record<TableField, string>>>;
export type TableField =
  | 'identifier'
  | 'url'
  | 'headline'
  | 'body'
  | 'date'
  | 'author'
  | 'outlet'
  | 'language';

/** What a file inside another one is. */
export interface InnerFile {
  /** As the reader is told: "outer.zip/inner.html". */
  readonly file: string;
  /** Whose ending tells the format; "crawl.warc" for "crawl.warc.gz". */
  readonly name: string;
  readonly capturedAt?: string | null;
  readonly capturedFrom?: string | null;
}

/** What the registry adds for a format: how much may still be unpacked, and how to read what was unpacked. */
export interface ReadContext extends CaptureContext {
  readonly unpacking: Unpacking;
  /** How many archives this file lies in. */
  readonly depth: number;
  /** Outcomes of a file inside this one, by the same registry. */
  readInner(source: ByteSource, inner: InnerFile): AsyncIterable<CaptureOutcome>;
  /** Whether a file of this name would be read at all. */
  isKnown(name: string): boolean;
}

/** All of a file at once, or piece by piece from a stream. */
export type ByteSource = Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array<ArrayBuffer>>;

export interface CaptureFormat {
  /** Also stands in `provenance.parser`. */
  readonly name: string;
  /** Lower case, with the full stop; the first registered format with a file's extension reads it. */
  readonly extensions: readonly string[];
  /** Whether a file without a known extension looks like this format. `head` is its first bytes, at most 4,096. */
  sniff(head: Uint8Array<ArrayBuffer>, fileName: string): boolean;
  /** True for first bytes that no other format begins with; a wrong extension is then overruled. */
  claims?(head: Uint8Array<ArrayBuffer>): boolean;
  /** A file that it does not claim is not this format, whatever its extension says. */
  readonly claimsAll?: true;
  /** Holds other files: counts against the depth of nesting. */
  readonly unpacks?: true;
  /** Never throws for what the file holds: each article or refusal is an outcome, in file order. */
  read(source: ByteSource, context: ReadContext): AsyncIterable<CaptureOutcome>;
}

export function refuse(
  context: CaptureContext,
  code: RefusalCode,
  reason: string,
  line?: number,
): CaptureOutcome {
  return line === undefined
    ? { ok: false, file: context.file, code, reason }
    : { ok: false, file: context.file, line, code, reason };
}

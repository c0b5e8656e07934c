/** What reading a file gives: articles, and a plain sentence for everything that could not become one. */
import type { Article } from '../archive/article.ts';

export type RefusalCode =
  | 'empty' // nothing but white space
  | 'binary' // a picture, an archive, a program: no text
  | 'not-utf-8' // text, but in another encoding or damaged
  | 'too-large' // over the limit for a file or a line
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
  /** The file's name as the reader knows it, with its extension, without folders. */
  readonly file: string;
  readonly collection: 'bundled' | 'yours';
  /** WARC-Date of the capture; null when nobody recorded it. Never the clock: reading twice must give the same article. */
  readonly capturedAt: string | null;
  /** The text of `<file>.sidecar.json`, or null where there is none. Formats that hold many articles ignore it. */
  readonly sidecar: string | null;
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
  /** Never throws for what the file holds: each article or refusal is an outcome, in file order. */
  read(source: ByteSource, context: CaptureContext): AsyncIterable<CaptureOutcome>;
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

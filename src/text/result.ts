/** What crosses every port and every parser: an answer or a named error. Nothing throws across a boundary. */

export type ErrorCode =
  | 'bad-request' // a field was missing, of the wrong type, or over its limit
  | 'not-allowed' // the sender may not ask this
  | 'not-found' // no such article, passage, entity or ticket (any more)
  | 'session-lost' // the background forgot this page: send it whole
  | 'stale' // the answer would be about an older reading of the page
  | 'page-unreachable' // the browser lets no extension read this page
  | 'archive-damaged' // the bundled pack failed its digest and could not be rebuilt
  | 'disk-full' // the browser gives no more room: nothing of this step was written
  | 'holdings-damaged' // the reader's own archive cannot be opened as it is
  | 'failed'; // anything else; the message says what

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: ErrorCode, message: string): Result<never> {
  return { ok: false, error: { code, message } };
}

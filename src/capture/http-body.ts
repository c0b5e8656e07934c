/**
 * What a server sent, as crawlers keep it: the status, and the body without chunks and compression (RFC 9112, 9110).
 * Crawlers often undo one of these and leave the header that promises it: a promise that the bytes do not keep is
 * ignored. O(bytes).
 */
import { inflate } from './inflate.ts';
import { type MimeHeaders, readHeaders } from './mime.ts';
import { MOST_FILE_BYTES, readAll } from './read-bytes.ts';
import { UnpackError, type Unpacking } from './unpacking.ts';

export interface HttpResponse {
  readonly status: number;
  readonly headers: MimeHeaders;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Over this, a page's head is no head. */
const MOST_HEAD_BYTES = 65_536;

/** Null when the bytes do not begin with a status line. The body is as it was sent. */
export function readResponse(bytes: Uint8Array<ArrayBuffer>): HttpResponse | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, MOST_HEAD_BYTES));
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})[^\n]*\r?\n/.exec(start);
  if (!status) return null;
  const { headers, rest } = readHeaders(start.slice(status[0].length));
  const headLength = start.length - rest.length;
  return { status: Number(status[1]), headers, body: bytes.subarray(headLength) };
}

type Unbrotli = ((bytes: Uint8Array<ArrayBuffer>, most: number) => Uint8Array<ArrayBuffer> | null) | null;

/** Throws {@link UnpackError} for a bomb, a damaged body, or a compression that is not read. */
export async function decodeBody(
  { headers, body }: HttpResponse,
  unpacking: Unpacking,
  unbrotli: Unbrotli,
): Promise<Uint8Array<ArrayBuffer>> {
  const isChunked = /chunked/i.test(headers.get('transfer-encoding') ?? '');
  const joined = isChunked ? (joinChunks(body) ?? body) : body;
  const encoding = (headers.get('content-encoding') ?? '').toLowerCase();
  if (joined[0] === 0x1f && joined[1] === 0x8b) return whole(inflate(joined, 'gzip', unpacking));
  if (encoding === 'deflate' && ((joined[0] ?? 0) & 0x0f) === 8)
    return whole(inflate(joined.subarray(2), 'raw', unpacking));
  if (encoding !== 'br' && encoding !== 'zstd') return joined;
  if (looksLikeMarkup(joined)) return joined;
  const plain = encoding === 'br' && unbrotli !== null ? unbrotli(joined, MOST_FILE_BYTES) : null;
  if (plain !== null) return plain;
  throw new UnpackError('unsupported', `The page is compressed by “${encoding}”, which is not read here.`);
}

async function whole(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const seen: Uint8Array<ArrayBuffer>[] = [];
  async function* kept(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const piece of pieces) {
      seen.push(piece);
      yield piece;
    }
  }
  try {
    const bytes = await readAll(kept());
    if (bytes !== null) return bytes;
  } catch (error) {
    // A crawl that was stopped leaves half a page, and half a page is worth having.
    if (!(error instanceof UnpackError) || error.code !== 'damaged' || seen.length === 0) throw error;
    async function* again(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      yield* seen;
    }
    return (await readAll(again())) ?? new Uint8Array(0);
  }
  throw new UnpackError('too-large', `The page is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB.`);
}

function looksLikeMarkup(bytes: Uint8Array<ArrayBuffer>): boolean {
  return /^[\ufeff\s]*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}

/** Null when the body is not in chunks; up to the fault when it begins so. */
function joinChunks(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const joined = new Uint8Array(body.length);
  let [length, at] = [0, 0];
  while (at < body.length) {
    const end = body.indexOf(0x0a, at);
    const line = end < 0 || end - at > 64 ? '' : new TextDecoder('latin1').decode(body.subarray(at, end));
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(line)?.[1];
    if (size === undefined) return length === 0 ? null : joined.slice(0, length);
    const bytes = Number.parseInt(size, 16);
    if (bytes === 0) break;
    const piece = body.subarray(end + 1, end + 1 + bytes);
    joined.set(piece, length);
    length += piece.length;
    at = end + 1 + bytes;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
  return joined.slice(0, length);
}

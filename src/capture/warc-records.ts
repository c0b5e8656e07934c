/**
 * The records of a WARC (ISO 28500) or ARC file, one after the other, from a stream: memory is one record, whatever
 * the file's size. A record whose header lies is passed by looking for the next one that begins with its version
 * line. The packages for it bring their own zlib, digests and command line (20 KB compressed). O(bytes).
 */
import { ByteReader } from './byte-reader.ts';
import type { ByteSource } from './capture-outcome.ts';
import { type MimeHeaders, readHeaders } from './mime.ts';
import { MOST_FILE_BYTES } from './read-bytes.ts';

export interface WarcRecord {
  /** "response", "resource", "revisit", …; an ARC record is a "response". */
  readonly type: string;
  readonly headers: MimeHeaders;
  /** WARC-Target-URI without angle brackets. */
  readonly address: string | null;
  /** WARC-Date, ISO 8601. */
  readonly date: string | null;
  /** Null for a block over 64 MiB, which was passed. */
  readonly block: Uint8Array<ArrayBuffer> | null;
  /** Whether the file ends before the record does. */
  readonly isCut: boolean;
}

/** A text instead of a record is a fault of the file: one sentence. */
export type WarcStep = WarcRecord | string;

const MOST_HEADER_BYTES = 262_144;
/** The records whose block is worth holding; the others are passed. */
const HELD = new Set(['response', 'resource', 'conversion']);

export const isWarc = (head: Uint8Array<ArrayBuffer>): boolean =>
  /^(?:WARC\/\d\.\d\r?\n|filedesc:\/\/)/.test(new TextDecoder('latin1').decode(head.subarray(0, 64)));

export async function* warcRecords(source: ByteSource): AsyncGenerator<WarcStep> {
  const reader = new ByteReader(source);
  let isArc = false;
  for (;;) {
    const start = await nextLine(reader);
    if (start === null) return;
    if (/^WARC\/\d\.\d$/.test(start)) {
      yield await readRecord(reader);
    } else if (start.startsWith('filedesc://') || isArc) {
      isArc = true;
      yield await readArcRecord(reader, start);
    } else {
      yield 'A record does not begin as one; the bytes up to the next record were passed.';
      if (!(await passToVersion(reader))) return;
    }
  }
}

/** The next line that is not blank; null at the end. */
async function nextLine(reader: ByteReader): Promise<string | null> {
  for (;;) {
    const line = await reader.takeLine(MOST_HEADER_BYTES);
    if (line === null) return (await reader.peek(1)).length === 0 ? null : '';
    const text = new TextDecoder('latin1').decode(line);
    if (text.trim() !== '') return text;
  }
}

async function readRecord(reader: ByteReader): Promise<WarcStep> {
  const head: string[] = [];
  for (let length = 0; ; ) {
    const line = await reader.takeLine(MOST_HEADER_BYTES);
    if (line === null) return 'A record breaks off in its header.';
    length += line.length;
    if (length > MOST_HEADER_BYTES) return 'A record’s header is too long.';
    if (line.length === 0) break;
    head.push(new TextDecoder().decode(line));
  }
  const { headers } = readHeaders(head.join('\n'));
  const length = Number(headers.get('content-length'));
  if (!/^\d{1,15}$/.test(headers.get('content-length') ?? '')) return 'A record does not state its length.';
  const type = headers.get('warc-type') ?? '';
  const { block, isCut } = await takeBlock(reader, length, HELD.has(type));
  const address = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null;
  return { type, headers, address, date: headers.get('warc-date') ?? null, block, isCut };
}

/** "URL IP-address Archive-date Content-type Archive-length", with further columns in version 2. */
async function readArcRecord(reader: ByteReader, line: string): Promise<WarcStep> {
  const fields = /^(.*) (\S+) (\d{8,20}) (\S+)(?: .*)? (-?\w+)\s*$/.exec(line);
  if (fields === null) return 'A record’s header is not that of an ARC file.';
  const [, address = '', , stamp = '', contentType = '', stated = ''] = fields;
  const isInfo = address.startsWith('filedesc://');
  if (!/^\d{1,15}$/.test(stated))
    return isInfo ? 'The file’s own header states no length.' : 'A record does not state its length.';
  const { block, isCut } = await takeBlock(reader, Number(stated), !isInfo);
  return {
    type: isInfo ? 'warcinfo' : 'response',
    headers: new Map([['content-type', contentType]]),
    address,
    date: /^\d{14}/.test(stamp)
      ? stamp.replace(/^(....)(..)(..)(..)(..)(..).*$/, '$1-$2-$3T$4:$5:$6Z')
      : null,
    block,
    isCut,
  };
}

async function takeBlock(
  reader: ByteReader,
  length: number,
  isHeld: boolean,
): Promise<{ block: Uint8Array<ArrayBuffer> | null; isCut: boolean }> {
  if (!isHeld || length > MOST_FILE_BYTES) return { block: null, isCut: !(await reader.skip(length)) };
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let seen = 0;
  for await (const piece of reader.pieces(length)) {
    pieces.push(piece.slice());
    seen += piece.length;
  }
  const block = new Uint8Array(seen);
  let at = 0;
  for (const piece of pieces) {
    block.set(piece, at);
    at += piece.length;
  }
  return { block, isCut: seen < length };
}

/** To just before the next version line; false at the end. */
async function passToVersion(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const head = await reader.peek(6);
    if (head.length < 6) return false;
    if (new TextDecoder('latin1').decode(head) === 'WARC/1') return true;
    if ((await reader.takeLine(MOST_FILE_BYTES)) === null) return false;
  }
}

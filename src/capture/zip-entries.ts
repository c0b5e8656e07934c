/**
 * The files of a ZIP archive, one after the other, from a stream (APPNOTE 6.3, local headers).
 *
 * The naive version reads the directory at the end: the whole archive must be there first, and entries that overlap
 * multiply one compressed stream into thousands. Here each byte is read once, in memory that does not grow. Where a
 * header leaves the length open, the entry ends at a descriptor that states exactly the length seen. O(bytes).
 */
import { ByteReader } from './byte-reader.ts';
import type { ByteSource } from './capture-outcome.ts';
import { inflate } from './inflate.ts';
import { UnpackError, type Unpacking } from './unpacking.ts';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const HEADER_BYTES = 30;
const UNKNOWN = 0xffffffff;
/** Signature, checksum, and two lengths of 8 bytes. */
const DESCRIPTOR_BYTES = 24;
const SHORT_DESCRIPTOR_BYTES = 16;
const WINDOW_BYTES = 65_536;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  /** As written; not yet judged. */
  readonly name: string;
  /** May be left unread, or read in part. Throws {@link UnpackError} while reading. */
  readonly bytes: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

export const isZip = (head: Uint8Array): boolean => u32(head, 0) === LOCAL || u32(head, 0) === 0x06054b50;

/** Throws {@link UnpackError} when the archive itself is damaged; what came before stays valid. */
export async function* zipEntries(source: ByteSource, unpacking: Unpacking): AsyncGenerator<ZipEntry> {
  const reader = new ByteReader(source);
  for (;;) {
    const head = await reader.peek(HEADER_BYTES);
    if (u32(head, 0) !== LOCAL) {
      if (head.length === 0 || !isDirectory(u32(head, 0)))
        throw new UnpackError('damaged', 'The archive breaks off or is damaged.');
      return;
    }
    if (head.length < HEADER_BYTES) throw new UnpackError('damaged', 'The archive breaks off.');
    const entry = await readHeader(reader);
    const openEnded = entry.size === null ? new OpenEnded(reader) : null;
    const raw = openEnded?.pieces() ?? reader.pieces(entry.size ?? 0);
    const end = reader.position + (entry.size ?? 0);
    yield { name: entry.name, bytes: unpack(raw, entry, unpacking) };
    if (openEnded) for await (const _ of openEnded.pieces());
    else if (!(await reader.skip(end - reader.position)))
      throw new UnpackError('damaged', 'The archive breaks off inside a file.');
    if (entry.hasDescriptor && entry.size !== null) await skipDescriptor(reader, entry.isZip64);
  }
}

interface Header {
  readonly name: string;
  /** Compressed bytes; null where only a descriptor behind the data states it. */
  readonly size: number | null;
  readonly method: number;
  readonly isLocked: boolean;
  readonly hasDescriptor: boolean;
  readonly isZip64: boolean;
}

async function readHeader(reader: ByteReader): Promise<Header> {
  const fixed = (await reader.take(HEADER_BYTES))!.slice();
  const flags = u16(fixed, 6);
  const name = await reader.take(u16(fixed, 26));
  const decodedName = name === null ? '' : decodeName(name);
  const extra = await reader.take(u16(fixed, 28));
  if (name === null || extra === null) throw new UnpackError('damaged', 'The archive breaks off.');
  const isZip64 = u32(fixed, 18) === UNKNOWN;
  const stated = isZip64 ? zip64Size(extra) : u32(fixed, 18);
  const hasDescriptor = (flags & 8) !== 0;
  return {
    name: decodedName,
    size: hasDescriptor && (stated === 0 || stated === null) ? null : (stated ?? 0),
    method: u16(fixed, 8),
    isLocked: (flags & 1) !== 0,
    hasDescriptor,
    isZip64,
  };
}

async function* unpack(
  raw: AsyncIterable<Uint8Array<ArrayBuffer>>,
  entry: Header,
  unpacking: Unpacking,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (entry.isLocked)
    throw new UnpackError('locked', 'It is locked with a password; unpack it and import the files.');
  if (entry.method === STORED) yield* raw;
  else if (entry.method === DEFLATED) yield* inflate(raw, 'raw', unpacking);
  else
    throw new UnpackError(
      'unsupported',
      `It is compressed by method ${entry.method}, which is not read; unpack it and import the files.`,
    );
}

/** The bytes before a descriptor that states exactly their number. */
class OpenEnded {
  readonly #reader: ByteReader;
  #seen = 0;
  #isOver = false;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  /** What is left of them; may be asked again after a reader lost interest. The descriptor is passed. */
  async *pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    while (!this.#isOver) {
      const window = await this.#reader.peek(WINDOW_BYTES);
      const isEnd = window.length < WINDOW_BYTES;
      const last = window.length - (isEnd ? SHORT_DESCRIPTOR_BYTES : DESCRIPTOR_BYTES + 4);
      let [at, length] = [0, 0];
      for (; at <= last && length === 0; at++) {
        if (window[at] === 0x50) length = descriptorLength(window, at, this.#seen + at);
      }
      if (length > 0) at--;
      else if (isEnd) throw new UnpackError('damaged', 'The archive breaks off inside a file.');
      this.#seen += at;
      const piece = (await this.#reader.take(at))!.slice();
      if (length > 0) {
        this.#isOver = true;
        await this.#reader.skip(length);
      }
      yield piece;
    }
  }
}

/** Bytes of the descriptor that begins at `at` and states `seen` compressed bytes; 0 when none does. */
function descriptorLength(bytes: Uint8Array, at: number, seen: number): number {
  if (u32(bytes, at) !== DESCRIPTOR) return 0;
  const next = (length: number): boolean => {
    const after = u32(bytes, at + length);
    return after === LOCAL || isDirectory(after) || at + length + 4 > bytes.length;
  };
  if (u32(bytes, at + 8) === seen % 2 ** 32 && next(16)) return 16;
  return u32(bytes, at + 8) + u32(bytes, at + 12) * 2 ** 32 === seen && next(24) ? 24 : 0;
}

async function skipDescriptor(reader: ByteReader, isZip64: boolean): Promise<void> {
  const head = await reader.peek(4);
  const lengths = isZip64 ? 16 : 8;
  await reader.skip((u32(head, 0) === DESCRIPTOR ? 8 : 4) + lengths);
}

/** A directory, its end, a signature or archive data: what may stand behind the last file. */
function isDirectory(signature: number): boolean {
  return [0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50, 0x08064b50, 0x05054b50].includes(signature);
}

function zip64Size(extra: Uint8Array): number | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + u16(extra, at + 2)) {
    if (u16(extra, at) === 1 && at + 20 <= extra.length)
      return u32(extra, at + 12) + u32(extra, at + 16) * 2 ** 32;
  }
  return null;
}

/** UTF-8, declared or not; else one letter a byte: old packers wrote their system's code page and did not say which. */
export function decodeName(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

/**
 * The files of a TAR archive, one after the other, from a stream (POSIX.1-1988 ustar, pax and GNU long names).
 * Libraries take the whole archive as one buffer; this walk holds one 512-byte header. O(bytes).
 */
import { ByteReader } from './byte-reader.ts';
import type { ByteSource } from './capture-outcome.ts';
import { UnpackError } from './unpacking.ts';
import { decodeName, type ZipEntry } from './zip-entries.ts';

const BLOCK = 512;
/** A path of 4,096 bytes and a few attributes. */
const MOST_EXTENSION_BYTES = 65_536;

export function isTar(head: Uint8Array<ArrayBuffer>): boolean {
  return head.length >= BLOCK && checksumOf(head) === octal(head, 148, 8) && (head[0] ?? 0) !== 0;
}

/** Throws {@link UnpackError} when the archive breaks off or a header is damaged. */
export async function* tarEntries(source: ByteSource): AsyncGenerator<ZipEntry> {
  const reader = new ByteReader(source);
  let longName: string | null = null;
  for (;;) {
    const header = (await reader.take(BLOCK))?.slice() ?? null;
    if (header === null || header.every((byte) => byte === 0)) return;
    const size = octal(header, 124, 12);
    if (checksumOf(header) !== octal(header, 148, 8) || size === null)
      throw new UnpackError('damaged', 'The archive is damaged: the header of a file is wrong.');
    const type = String.fromCharCode(header[156] ?? 0);
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    const end = reader.position + size;
    if ('xgLK'.includes(type)) {
      const data = size <= MOST_EXTENSION_BYTES ? await reader.take(size) : null;
      if (data === null) throw new UnpackError('damaged', 'The archive is damaged: a name is too long.');
      if (type === 'x') longName = paxPath(data) ?? longName;
      if (type === 'L') longName = decodeName(data).replace(/\0+$/, '');
    } else {
      const name: string = longName ?? nameOf(header);
      longName = null;
      if ('07\0'.includes(type)) yield { name, bytes: reader.pieces(size) };
    }
    if (!(await reader.skip(end + padding - reader.position)))
      throw new UnpackError('damaged', 'The archive breaks off inside a file.');
  }
}

function nameOf(header: Uint8Array<ArrayBuffer>): string {
  const isUstar = textAt(header, 257, 5) === 'ustar';
  const prefix = isUstar && header[262] === 0 ? textAt(header, 345, 155) : '';
  const name = textAt(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** "27 path=…\n": the length counts its own digits. */
function paxPath(data: Uint8Array<ArrayBuffer>): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(decodeName(data))?.[1] ?? null;
}

function textAt(header: Uint8Array<ArrayBuffer>, at: number, length: number): string {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return decodeName(end < 0 ? field : field.subarray(0, end));
}

/** Octal digits, or GNU's binary number where the first bit is set; null for anything else. */
function octal(header: Uint8Array<ArrayBuffer>, at: number, length: number): number | null {
  if (((header[at] ?? 0) & 0x80) !== 0) {
    let value = 0;
    for (let i = at + 1; i < at + length; i++) value = value * 256 + (header[i] ?? 0);
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = textAt(header, at, length).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : null;
}

function checksumOf(header: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : (header[at] ?? 0);
  return sum;
}

/**
 * The parts of a multipart/related message (RFC 2046, 2387), as browsers save pages: headers, boundaries, base64 and
 * quoted-printable. Mail libraries read any mail leniently and say nothing about what is missing; here each fault has
 * its sentence, and pictures are not decoded at all. O(bytes).
 */

export type MimeHeaders = ReadonlyMap<string, string>;

export interface MimePart {
  readonly headers: MimeHeaders;
  /** Bytes as in the file, one letter each (latin1). */
  readonly body: string;
}

/** Header lines until the first blank one; continued lines joined. `rest` is what follows. */
export function readHeaders(raw: string): { headers: MimeHeaders; rest: string } {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = end ? raw.slice(0, end.index) : raw;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, rest: end ? raw.slice(end.index + end[0].length) : '' };
}

/** A parameter of a header's value: `boundary` of `multipart/related; boundary="…"`. */
export function parameterOf(value: string | undefined, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value ?? '');
  return match ? (match[1] ?? match[2] ?? null) : null;
}

/** `isWhole`: the closing boundary is there. */
export function splitParts(body: string, boundary: string): { parts: MimePart[]; isWhole: boolean } {
  const pieces = `\n${body}`.split(`\n--${boundary}`);
  const parts: MimePart[] = [];
  for (const piece of pieces.slice(1)) {
    if (piece.startsWith('--')) return { parts, isWhole: true };
    const { headers, rest } = readHeaders(piece.replace(/^[ \t]*\r?\n/, ''));
    parts.push({ headers, body: rest.replace(/\r$/, '') });
  }
  return { parts, isWhole: false };
}

export function decodePart(part: MimePart): Uint8Array<ArrayBuffer> {
  const encoding = part.headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return fromBase64(part.body);
  const text = encoding === 'quoted-printable' ? fromQuotedPrintable(part.body) : part.body;
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function fromQuotedPrintable(text: string): string {
  return text
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SIXES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** Letters outside the alphabet are passed over, as RFC 2045 asks. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [length, bits, held] = [0, 0, 0];
  for (const letter of text) {
    if (letter === '=') break;
    const six = SIXES.get(letter);
    if (six === undefined) continue;
    held = ((held << 6) | six) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  return bytes.slice(0, length);
}

/** Null for a character set that nothing here knows. */
function decodeAs(bytes: Uint8Array<ArrayBuffer>, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes in UTF-8 with a mark that says so; unchanged where no character set was stated or it is not known. */
export function withCharset(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string | undefined,
): Uint8Array<ArrayBuffer> {
  const charset = parameterOf(`;${contentType ?? ''}`, 'charset');
  const hasMark = (bytes[0] === 0xef && bytes[1] === 0xbb) || bytes[0] === 0xff || bytes[0] === 0xfe;
  const text = charset === null || hasMark ? null : decodeAs(bytes, charset);
  return text === null ? bytes : new TextEncoder().encode(`\ufeff${text}`);
}

/**
 * Bytes to text, or the reason why not: UTF-16 where a byte order mark says so, UTF-8 where the bytes are that, and an
 * older code page where the text declares it or its letters leave no doubt. Otherwise nothing is guessed: a wrong
 * encoding gives a readable article with wrong names in it. O(bytes).
 */
import type { RefusalCode } from './capture-outcome.ts';
import { decodeOrNull, detectEncoding } from './detect-encoding.ts';

type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: RefusalCode; readonly reason: string };

/** A copy cut off inside a character, or one damaged byte, is still readable; an article in another encoding has 0.5 % and more. */
const MOST_BROKEN_SHARE = 0.001;
/** Control characters that no text contains; a terminal log has some, a program has them everywhere. */
const MOST_CONTROL_SHARE = 0.01;

const MAGIC: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an office document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
];

/** The text without its byte order mark; line breaks are as in the file. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): DecodedText {
  if (bytes.length === 0) return { ok: false, code: 'empty', reason: 'The file is empty.' };
  const kind = MAGIC.find(([magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (kind) return { ok: false, code: 'binary', reason: `The file is ${kind[1]}, not text.` };
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const marks = countMarks(text);
  if (marks.null > 0 || marks.control > text.length * MOST_CONTROL_SHARE) {
    return { ok: false, code: 'binary', reason: 'The file holds binary data, not text.' };
  }
  if (marks.replaced > 0 && !isValid(bytes, encoding)) {
    if (marks.replaced > Math.max(1, text.length * MOST_BROKEN_SHARE)) {
      const older = encoding === 'utf-8' ? decodeOlder(bytes) : null;
      if (older !== null) return { ok: true, text: older };
      const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
      const reason = `The file is not valid ${name}: ${marks.replaced} of its ${text.length} characters cannot be read; save it as UTF-8.`;
      return { ok: false, code: 'not-utf-8', reason };
    }
  }
  if (text.trim() === '') {
    return { ok: false, code: 'empty', reason: 'The file holds nothing but white space.' };
  }
  return { ok: true, text };
}

/** Null where the encoding is not known, or the text in it would be no text. */
function decodeOlder(bytes: Uint8Array<ArrayBuffer>): string | null {
  const label = detectEncoding(bytes);
  const text = label === null ? null : decodeOrNull(label, bytes);
  if (text === null || text.trim() === '') return null;
  const marks = countMarks(text);
  return marks.replaced > Math.max(1, text.length * MOST_BROKEN_SHARE) ? null : text;
}

export function encodingOf(head: Uint8Array<ArrayBuffer>): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function isValid(bytes: Uint8Array<ArrayBuffer>, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function countMarks(text: string): { null: number; control: number; replaced: number } {
  const counts = { null: 0, control: 0, replaced: 0 };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) counts.null++;
    else if (code === 0xfffd) counts.replaced++;
    else if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) counts.control++;
  }
  return counts;
}

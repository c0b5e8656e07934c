/**
 * The registry of file formats: one file each, one line here. Adding a format is writing `<name>.ts` and adding it.
 *
 * Trust the extension first, then the first bytes; a file that nothing recognises is refused by name and reason, and
 * never half-read. Order matters only for sniffing: the strictest format is asked first.
 */
import {
  type ByteSource,
  type CaptureContext,
  type CaptureFormat,
  type CaptureOutcome,
  refuse,
} from './capture-outcome.ts';
import { decodeText } from './decode-text.ts';
import { jsonLines } from './json-lines.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';
import { peek } from './read-bytes.ts';

export const FORMATS: readonly CaptureFormat[] = [jsonLines, markdown, plainText];

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
  const named = formatForName(context.file);
  if (named !== null) {
    yield* named.read(source, context);
    return;
  }
  const peeked = await peek(source, HEAD_BYTES);
  const sniffed = FORMATS.find((format) => format.sniff(peeked.head, context.file));
  if (sniffed !== undefined) {
    yield* sniffed.read(peeked.source, context);
    return;
  }
  const decoded = decodeText(peeked.head);
  yield decoded.ok
    ? refuse(context, 'unknown-format', 'No known format reads this file.')
    : refuse(context, decoded.code, decoded.reason);
}

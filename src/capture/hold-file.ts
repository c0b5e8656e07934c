/** For formats that must see a file whole: its bytes or text, or the refusal that says why not. O(bytes). */
import { type ByteSource, type CaptureContext, type CaptureOutcome, refuse } from './capture-outcome.ts';
import { decodeText } from './decode-text.ts';
import { MOST_FILE_BYTES, readAll } from './read-bytes.ts';

type Held<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: CaptureOutcome };

export async function holdBytes(
  source: ByteSource,
  context: CaptureContext,
): Promise<Held<Uint8Array<ArrayBuffer>>> {
  const bytes = await readAll(source);
  if (bytes === null) {
    const reason = `The file is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB.`;
    return { ok: false, refusal: refuse(context, 'too-large', reason) };
  }
  if (bytes.length === 0) return { ok: false, refusal: refuse(context, 'empty', 'The file is empty.') };
  return { ok: true, value: bytes };
}

export async function holdText(
  source: ByteSource,
  context: CaptureContext,
): Promise<Held<{ bytes: Uint8Array<ArrayBuffer>; text: string }>> {
  const held = await holdBytes(source, context);
  if (!held.ok) return held;
  const decoded = decodeText(held.value);
  if (!decoded.ok) return { ok: false, refusal: refuse(context, decoded.code, decoded.reason) };
  return { ok: true, value: { bytes: held.value, text: decoded.text.replace(/^\ufeff/, '') } };
}

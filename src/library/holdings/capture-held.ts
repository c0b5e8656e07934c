/**
 * Files for the reader's archive: those of every format, and two of our own that hold articles whole. A share pack and
 * a WACZ export are ZIP archives like others; the name of their first file tells them, because a stream cannot be asked
 * for its end. Whatever they claim to be, their articles are read as foreign lines: field by field, within all limits.
 */
import {
  type ByteSource,
  type CaptureContext,
  type CaptureOutcome,
  refuse,
} from '../../capture/capture-outcome.ts';
import { captureFile } from '../../capture/formats.ts';
import { peek } from '../../capture/read-bytes.ts';
import { UnpackError, Unpacking } from '../../capture/unpacking.ts';
import { zipEntries } from '../../capture/zip-entries.ts';
import { WACZ_ARTICLES } from './export-wacz.ts';
import { readSharePack } from './read-share-pack.ts';
import { firstNameOf, isSharePack, PACK_HEAD_BYTES } from './tell-share-pack.ts';

/** As captureFile of capture/formats.ts. */
export async function* captureHeld(
  source: ByteSource,
  context: CaptureContext,
): AsyncGenerator<CaptureOutcome> {
  const peeked = await peek(source, PACK_HEAD_BYTES);
  if (firstNameOf(peeked.head) === WACZ_ARTICLES) yield* readExport(peeked.source, context);
  else if (isSharePack(peeked.head)) yield* readPack(peeked.source, context);
  else yield* captureFile(peeked.source, context);
}

async function* readExport(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  try {
    for await (const entry of zipEntries(source, new Unpacking())) {
      if (entry.name !== WACZ_ARTICLES) return;
      yield* captureFile(entry.bytes, { ...context, file: `${context.file}/articles.jsonl` });
    }
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield refuse(context, error.code, error.message);
  }
}

async function* readPack(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  const pack = await readSharePack(source);
  if ('code' in pack) yield refuse(context, pack.code, pack.reason);
  else yield* captureFile(pack.lines, { ...context, file: `${context.file}/articles.jsonl` });
}

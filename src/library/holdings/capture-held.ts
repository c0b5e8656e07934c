/**
 * Files for the reader's archive: those of every format, and two of our own that hold articles whole. A share pack and
 * a WACZ export are ZIP archives like others; the name of their first file tells them, because a stream cannot be asked
 * for its end. Whatever they claim to be, their articles are read as foreign lines: field by field, within all limits.
 */
import { type ReadPackFile, readManifest, readSection } from '../../archive/pack.ts';
import {
  type ByteSource,
  type CaptureContext,
  type CaptureOutcome,
  refuse,
} from '../../capture/capture-outcome.ts';
import { captureFile } from '../../capture/formats.ts';
import { peek, readAll } from '../../capture/read-bytes.ts';
import { UnpackError, Unpacking } from '../../capture/unpacking.ts';
import { isZip, zipEntries } from '../../capture/zip-entries.ts';
import { WACZ_ARTICLES } from './export-wacz.ts';
import { PACK_FOLDER } from './share-pack.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Of a ZIP's local header, where its name begins. */
const NAME_AT = 30;
/** What a share pack may hold: 100 shards of 4 MB, some hundred thousand articles. */
const MOST_PACK_BYTES = 400_000_000;

/** As captureFile of capture/formats.ts. */
export async function* captureHeld(
  source: ByteSource,
  context: CaptureContext,
): AsyncGenerator<CaptureOutcome> {
  const peeked = await peek(source, NAME_AT + 64);
  const first = firstNameOf(peeked.head);
  if (first === WACZ_ARTICLES) yield* unpacked(peeked.source, context, readExport);
  else if (first === `${PACK_FOLDER}/manifest.json`) yield* unpacked(peeked.source, context, readPack);
  else yield* captureFile(peeked.source, context);
}

/** Null for what is no ZIP. */
function firstNameOf(head: Bytes): string | null {
  if (!isZip(head) || head.length < NAME_AT) return null;
  const length = (head[26] ?? 0) + 256 * (head[27] ?? 0);
  return new TextDecoder().decode(head.subarray(NAME_AT, NAME_AT + length));
}

type ReadFiles = (source: ByteSource, context: CaptureContext) => AsyncIterable<CaptureOutcome>;

async function* unpacked(
  source: ByteSource,
  context: CaptureContext,
  read: ReadFiles,
): AsyncGenerator<CaptureOutcome> {
  try {
    yield* read(source, context);
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield refuse(context, error.code, error.message);
  }
}

async function* readExport(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  for await (const entry of zipEntries(source, new Unpacking())) {
    if (entry.name !== WACZ_ARTICLES) return;
    yield* captureFile(entry.bytes, { ...context, file: `${context.file}/articles.jsonl` });
  }
}

async function* readPack(source: ByteSource, context: CaptureContext): AsyncGenerator<CaptureOutcome> {
  const files = new Map<string, Bytes>();
  let left = MOST_PACK_BYTES;
  for await (const { name, bytes } of zipEntries(source, new Unpacking())) {
    const file = name.slice(PACK_FOLDER.length + 1);
    if (!/^(?:manifest\.json|pack\.\d{1,3}\.bin)$/.test(file)) continue;
    const whole = await readAll(bytes, left);
    if (whole === null) {
      yield refuse(context, 'too-large', 'The pack unpacks to more than 400 MB; it was not read.');
      return;
    }
    left -= whole.length;
    files.set(file, whole);
  }
  const lines = await articlesOf(async (file) => files.get(file) ?? null);
  if (typeof lines === 'string') yield refuse(context, 'damaged', lines);
  else yield* captureFile(lines, { ...context, file: `${context.file}/articles.jsonl` });
}

/** The lines of the pack's articles, or what is wrong with it, in a sentence. */
async function articlesOf(read: ReadPackFile): Promise<Bytes | string> {
  const manifest = await readManifest(read);
  if (!manifest.ok) return manifest.error.message;
  const section = await readSection(manifest.value, 'articles', read);
  return section.ok ? section.value : section.error.message;
}

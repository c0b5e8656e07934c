/**
 * An archive's parts into blocks on the disk (block-store.ts), so that a question reads what it needs. The mark that all
 * is there is written last: a writer that was killed writes the same blocks again. Memory beyond the parts: one batch.
 */
import type { Result } from '../../text/result.ts';
import { recordsOf } from '../assemble-archive.ts';
import type { TextParts } from '../derive-archive.ts';
import { ArchiveBlocks, type Block } from './archive-blocks.ts';
import { type BlockKey, type BlockStore, openBlock, sealBlock } from './block-store.ts';

/** Of lines in one block: a question mostly wants one of them. Half as much is as quick, with twice the records. */
export const BLOCK_BYTES = 8_000;
/** Written at once. */
const BATCH_BYTES = 4_000_000;

export async function writeArchive(
  store: BlockStore,
  parts: TextParts,
  blockBytes = BLOCK_BYTES,
): Promise<Result<null>> {
  let batch: Block[] = [];
  let size = 0;
  for (const [key, bytes] of blocksOf(parts, blockBytes)) {
    const block = sealBlock(key, bytes);
    batch.push([key, block]);
    size += block.length;
    if (size < BATCH_BYTES) continue;
    const written = await store.write(batch);
    if (!written.ok) return written;
    [batch, size] = [[], 0];
  }
  return store.write([...batch, DONE]);
}

const DONE_KEY: BlockKey = { part: 'done', place: 0 };
const DONE: Block = [DONE_KEY, sealBlock(DONE_KEY, new Uint8Array([1]))];

/** Whether everything was written, by this version. */
export async function isWritten(store: BlockStore): Promise<boolean> {
  const read = await store.read([DONE_KEY]);
  return read.ok && openBlock(DONE_KEY, read.value[0] ?? null) !== null;
}

function* blocksOf(parts: TextParts, blockBytes: number): Generator<Block> {
  const { authority, articles, passages, mentions, speakers, prints } = parts;
  const blocks = new ArchiveBlocks(authority, blockBytes);
  for (const [at, article] of articles.entries()) {
    const [spans, named, said] = [passages[at] ?? [], mentions[at] ?? [], speakers[at] ?? []];
    const derived = { article, passages: spans, mentions: named, speakers: said };
    yield* blocks.add(derived, recordsOf([article], [spans], [named], [said]));
  }
  yield* blocks.end(parts);
  yield [{ part: 'prints', place: 0 }, new Uint8Array(prints.segments[0]!.buffer)];
}

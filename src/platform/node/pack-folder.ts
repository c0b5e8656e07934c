/**
 * Packs as folders on disk: written whole or not at all, opened with every digest checked; the index of a large one as
 * it is read.
 */
import { openSync, readSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PackFiles, type PackManifest, type ReadPackFile, readManifest } from '../../archive/pack.ts';
import type { Archive } from '../../library/archive.ts';
import { SEGMENTS } from '../../library/bake-archive.ts';
import { openArchive } from '../../library/pack-archive.ts';
import { answerFrom, type Unread } from '../../retrieval/answer-from.ts';
import type { PassageIndex } from '../../retrieval/passage-index.ts';
import { openPackedSegments } from '../../retrieval/segments/packed-segments.ts';
import { openSegmentIndex } from '../../retrieval/segments/segment-index.ts';
import { fail, type Result } from '../../text/result.ts';
import { UsageError } from './usage-error.ts';

/** Replaces what was there only after everything is written. */
export async function writePack(folder: string, files: PackFiles): Promise<void> {
  const draft = `${folder}.writing`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(draft, name), bytes);
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}

/** Throws {@link UsageError} when the pack is missing or damaged beyond rebuilding. */
export async function openPackFolder(folder: string): Promise<Archive> {
  const read = async (file: string) => {
    const bytes = await readFile(join(folder, file)).catch(() => null);
    return bytes && new Uint8Array(bytes);
  };
  const archive = await openArchive(read, () => openFolderIndex(folder, read));
  if (!archive.ok)
    throw new UsageError(`${folder} cannot be used as a pack: ${archive.error.message} Bake it again.`);
  if (archive.value.isRebuilt) {
    process.stderr.write(
      `${folder}: derived parts are damaged or of another version; they were made again.\n`,
    );
  }
  return archive.value;
}

/** What a question to the archive answers; says once when the answers do without a damaged part of the index. */
export async function askFolder<T>({ index: { unread } }: Archive, question: () => T): Promise<T> {
  const answer = await answerFrom(unread, question);
  if (!answer.ok) throw new UsageError(`The pack's index cannot be read: ${answer.error.message}`);
  if (unread?.isDamaged && !toldDamaged.has(unread)) {
    toldDamaged.add(unread);
    process.stderr.write('A part of the pack’s index is damaged: answers do without it. Bake it again.\n');
  }
  return answer.value;
}

const toldDamaged = new WeakSet<Unread>();

/** The segments in a large pack, of which records are read as questions need them. */
async function openFolderIndex(folder: string, read: ReadPackFile): Promise<Result<PassageIndex>> {
  const manifest = await readManifest(read);
  if (!manifest.ok) return manifest;
  const section = manifest.value.sections[SEGMENTS];
  if (!section) return fail('not-found', 'The pack has no index.');
  const files = new Map<string, number>();
  const store = await openPackedSegments(async (start, end) => {
    if (end > section.bytes) return null;
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    for (const { file, from, to } of spansIn(manifest.value, section.start + start, section.start + end)) {
      const handle = files.get(file) ?? openSync(join(folder, file), 'r');
      files.set(file, handle);
      if (readSync(handle, bytes, filled, to - from, from) < to - from) return null;
      filled += to - from;
    }
    return bytes;
  });
  return store.ok ? openSegmentIndex(store.value) : store;
}

/** Where bytes of the body lie in the shards. */
function* spansIn({ shards }: PackManifest, start: number, end: number) {
  let at = 0;
  for (const { file, bytes } of shards) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, bytes)];
    if (from < to) yield { file, from, to };
    at += bytes;
  }
}

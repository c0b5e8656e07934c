/**
 * Packs as folders on disk: written whole or not at all, opened with every digest checked; the index of a large one as
 * it is read.
 */
import { createHash } from 'node:crypto';
import { openSync, readSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningDigest } from '../../archive/digest.ts';
import { type PackFiles, type PackManifest, type PackSink, readManifest } from '../../archive/pack.ts';
import type { Archive } from '../../library/archive.ts';
import { BLOCKS } from '../../library/bake-archive.ts';
import { openBaked, type ReadSpan } from '../../library/open-baked.ts';
import { openArchive } from '../../library/pack-archive.ts';
import { answerFrom, type Unread } from '../../retrieval/answer-from.ts';
import { UsageError } from './usage-error.ts';

/** A sink whose files take the place of what was there only when all are written. */
export async function openPackSink(
  folder: string,
): Promise<{ readonly sink: PackSink; readonly finish: () => Promise<void> }> {
  const draft = `${folder}.writing`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  return {
    sink: { write: (file, bytes) => writeFile(join(draft, file), bytes), digest: runningDigest },
    finish: async () => {
      await rm(folder, { recursive: true, force: true });
      await rename(draft, folder);
    },
  };
}

function runningDigest(): RunningDigest {
  const hash = createHash('sha256');
  return { add: (bytes) => void hash.update(bytes), end: async () => `sha256:${hash.digest('hex')}` };
}

export async function writePack(folder: string, files: PackFiles): Promise<void> {
  const { sink, finish } = await openPackSink(folder);
  for (const [name, bytes] of files) await sink.write(name, bytes);
  await finish();
}

/** Throws {@link UsageError} when the pack is missing or damaged beyond rebuilding. */
export async function openPackFolder(folder: string): Promise<Archive> {
  const read = async (file: string) => {
    const bytes = await readFile(join(folder, file)).catch(() => null);
    return bytes && new Uint8Array(bytes);
  };
  const manifest = await readManifest(read);
  const isLarge = manifest.ok && Object.hasOwn(manifest.value.sections, BLOCKS);
  const large = isLarge ? await openBaked(manifest.value, spansOf(folder, manifest.value)) : null;
  if (large?.ok) return large.value;
  const archive = await openArchive(read);
  if (!archive.ok)
    throw new UsageError(`${folder} cannot be used as a pack: ${archive.error.message} Bake it again.`);
  if (archive.value.isRebuilt) {
    process.stderr.write(
      `${folder}: derived parts are damaged or of another version; they were made again.\n`,
    );
  }
  return archive.value;
}

/** What a question to the archive answers; says once when the answers do without a damaged part of it. */
export async function askFolder<T>(archive: Archive, question: () => T): Promise<T> {
  const { unread } = archive;
  const answer = await answerFrom(unread, question);
  if (!answer.ok) throw new UsageError(`The pack cannot be read: ${answer.error.message}`);
  if (unread?.isDamaged && !toldDamaged.has(unread)) {
    toldDamaged.add(unread);
    process.stderr.write('A part of the pack’s index is damaged: answers do without it. Bake it again.\n');
  }
  return answer.value;
}

const toldDamaged = new WeakSet<Unread>();

/** Bytes of a pack's sections, read where they lie; its files stay open. */
function spansOf(folder: string, manifest: PackManifest): ReadSpan {
  const files = new Map<string, number>();
  return (section, start, end) => {
    const span = manifest.sections[section];
    if (!span || end > span.bytes) return null;
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    for (const { file, from, to } of spansIn(manifest, span.start + start, span.start + end)) {
      const handle = files.get(file) ?? openSync(join(folder, file), 'r');
      files.set(file, handle);
      if (readSync(handle, bytes, filled, to - from, from) < to - from) return null;
      filled += to - from;
    }
    return bytes;
  };
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

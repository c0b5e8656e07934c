/** Packs as folders on disk: written whole or not at all, opened with every digest checked. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackFiles } from '../../archive/pack.ts';
import type { Archive } from '../../library/archive.ts';
import { openArchive } from '../../library/pack-archive.ts';
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
  const archive = await openArchive(async (file) => {
    const bytes = await readFile(join(folder, file)).catch(() => null);
    return bytes && new Uint8Array(bytes);
  });
  if (!archive.ok)
    throw new UsageError(`${folder} cannot be used as a pack: ${archive.error.message} Bake it again.`);
  if (archive.value.isRebuilt) {
    process.stderr.write(
      `${folder}: derived parts are damaged or of another version; they were made again.\n`,
    );
  }
  return archive.value;
}

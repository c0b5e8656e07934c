/** The bundled pack, read from the extension's own package once per life of the background. */
import type { MemoryArchive } from '../../library/archive.ts';
import { openPack } from '../../library/open-pack.ts';
import type { Result } from '../../text/result.ts';
import { readPackageFile } from './package-file.ts';

/** Folder of the pack inside the package; wxt.config.ts writes it there. */
const PACK_FOLDER = 'archive';

let opening: Promise<Result<MemoryArchive>> | null = null;

/** A failure is not kept: the next question tries again. */
export function openBundledArchive(): Promise<Result<MemoryArchive>> {
  opening ??= openPack((file) => readPackageFile(`${PACK_FOLDER}/${file}`)).then((archive) => {
    if (!archive.ok) opening = null;
    return archive;
  });
  return opening;
}

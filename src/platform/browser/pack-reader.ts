/** The bundled pack, read from the extension's own package once per life of the background. */
import browser from 'webextension-polyfill';
import type { Archive } from '../../library/archive.ts';
import { openArchive } from '../../library/pack-archive.ts';
import type { Result } from '../../text/result.ts';

/** Folder of the pack inside the package; wxt.config.ts writes it there. */
const PACK_FOLDER = 'archive';

async function readPackFile(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    // Our own package, by a fixed name: connect-src 'self' allows nothing else.
    const response = await fetch(browser.runtime.getURL(`${PACK_FOLDER}/${file}`));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

let opening: Promise<Result<Archive>> | null = null;

/** A failure is not kept: the next question tries again. */
export function openBundledArchive(): Promise<Result<Archive>> {
  opening ??= openArchive(readPackFile).then((archive) => {
    if (!archive.ok) opening = null;
    return archive;
  });
  return opening;
}

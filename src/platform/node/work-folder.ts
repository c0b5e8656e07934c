/** A folder for what lies on the disk while something is made, removed at the end; what a killed process left goes first. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BakePorts } from '../../library/bake-archive.ts';
import { openFileSpool } from './file-spool.ts';
import { openSegmentFiles } from './segment-store.ts';

export async function withWorkFolder<T>(
  folder: string,
  act: (ports: Omit<BakePorts, 'sink'>) => Promise<T>,
): Promise<T> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let spools = 0;
  const segments = async () => {
    const store = await openSegmentFiles(join(folder, 'segments'));
    if (store.ok) return store.value;
    throw new Error(store.error.message);
  };
  try {
    return await act({ spool: () => openFileSpool(join(folder, `${spools++}.spool`)), segments });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

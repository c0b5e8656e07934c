/** What readers download and what every page pays. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, ratio } from './figures.ts';

const KB = 1024;

async function gzipped(file: string): Promise<number> {
  return gzipSync(await readFile(file)).length / KB;
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    const facts = await stat(join(folder, name));
    if (facts.isFile()) size += facts.size;
  }
  return size / KB / KB;
}

export async function benchSizes(): Promise<Figure[]> {
  const script = await gzipped('.output/chrome-mv3/reading.js');
  return [
    ratio('content script, KB gzip', script, '≤', 25),
    ratio('whole package, Chromium, MB unpacked', await sizeOf('.output/chrome-mv3'), '≤', 1.5),
    ratio('whole package, Firefox, MB unpacked', await sizeOf('.output/firefox-mv3'), '≤', 1.5),
  ];
}

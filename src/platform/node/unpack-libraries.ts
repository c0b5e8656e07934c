/**
 * What reading files needs from Node: pdf.js in its build for Node, with its tables of Chinese, Japanese and Korean
 * encodings, loaded when the first PDF is met; and brotli, in which crawlers keep pages as servers sent them.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { PdfLibrary } from '../../capture/pdf-library.ts';

export async function loadPdf(): Promise<PdfLibrary> {
  const library = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfLibrary;
  const folder = fileURLToPath(new URL('../..', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));
  const tables = {
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  };
  return { getDocument: (options) => library.getDocument({ ...tables, ...options }) };
}

/** Null for damaged bytes, or more than `most` of them. */
export function unbrotli(bytes: Uint8Array<ArrayBuffer>, most: number): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(brotliDecompressSync(bytes, { maxOutputLength: most }));
  } catch {
    return null;
  }
}

import { expect, it } from 'vitest';
import { captureFile } from '../../../src/capture/formats.ts';
import type { PdfDocument } from '../../../src/capture/pdf-library.ts';

/** A document of `numPages` that counts how many of its pages are asked for and open at once. */
function countedDocument(numPages: number) {
  const seen = { asked: 0, open: 0, mostOpen: 0 };
  const document: PdfDocument = {
    numPages,
    getPage: async (number) => {
      seen.asked++;
      seen.mostOpen = Math.max(seen.mostOpen, ++seen.open);
      // In letters: lines that differ in a number alone are taken for running heads.
      const page = number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);
      const str = `Bridge ${page} was opened to walkers.`;
      const item = { str, transform: [10, 0, 0, 10, 50, 700], width: 200, height: 10, hasEOL: true };
      return {
        view: [0, 0, 600, 800],
        getTextContent: async () => ({ items: [item] }),
        cleanup: () => seen.open--,
      };
    },
    getMetadata: async () => ({ info: {} }),
  };
  return { document, seen };
}

it.each([
  [30, 30, 1],
  [5_000, 2_000, 2],
])('a PDF of %i pages is read one page at a time, %i of them', async (pages, asked, outcomes) => {
  const { document, seen } = countedDocument(pages);
  const loadPdf = async () => ({
    getDocument: () => ({ promise: Promise.resolve(document), destroy: async () => {} }),
  });
  const context = { file: 'a.pdf', collection: 'yours', capturedAt: null, sidecar: null, loadPdf } as const;
  const read = [];
  for await (const outcome of captureFile(new TextEncoder().encode('%PDF-1.7\n'), context))
    read.push(outcome);
  expect(seen).toEqual({ asked, open: 0, mostOpen: 1 });
  expect(read).toHaveLength(outcomes);
  expect(read[0]?.ok).toBe(true);
});

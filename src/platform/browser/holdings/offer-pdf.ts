/** pdf.js, laid out where the import worker finds it (see load-pdf.ts). */
import * as library from 'pdfjs-dist';
import * as worker from 'pdfjs-dist/build/pdf.worker.mjs';

/** pdf.js runs its own worker's code in the same thread where it finds it under this name: ours is a worker already. */
export function offerPdf(): void {
  Object.assign(globalThis, { pdfjsWorker: worker, pdfjsLib: library });
}

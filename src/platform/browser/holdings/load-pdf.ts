/** Loads pdf.js into the import worker when the first PDF is met. */
import type { PdfLibrary } from '../../../capture/pdf-library.ts';
import { scriptAddress } from './script-address.ts';

interface WorkerGlobal {
  importScripts(url: string): void;
  readonly pdfjsLib?: PdfLibrary;
}

const SCRIPT = '/pdf.js';

/** Rejects when the package is damaged. */
export async function loadPdf(): Promise<PdfLibrary> {
  const scope = globalThis as unknown as WorkerGlobal;
  if (!scope.pdfjsLib) scope.importScripts(scriptAddress(SCRIPT));
  if (!scope.pdfjsLib) throw new Error(`${SCRIPT} brought no library.`);
  return scope.pdfjsLib;
}

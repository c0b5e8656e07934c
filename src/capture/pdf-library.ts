/**
 * The part of pdf.js that reading text needs, as a port: the library is 130 KB (its worker 370 KB) compressed, loads
 * differently in a page, a worker and Node, and its types name the DOM. The platform hands in how to load it.
 */

export interface PdfTextItem {
  readonly str: string;
  /** a b c d e f of the text matrix, in PDF points: e is x from the left, f is y from the bottom. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface PdfPage {
  readonly view: readonly number[];
  getTextContent(): Promise<{ readonly items: readonly (PdfTextItem | { readonly type: string })[] }>;
  cleanup(): unknown;
}

export interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: unknown }>;
}

export interface PdfLibrary {
  getDocument(options: { readonly data: Uint8Array<ArrayBuffer>; readonly [option: string]: unknown }): {
    readonly promise: Promise<PdfDocument>;
    destroy(): Promise<void>;
  };
}

export type LoadPdf = () => Promise<PdfLibrary>;

import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { captureFile } from '../../../src/capture/formats.ts';
import { refusePdfBomb } from '../../../src/capture/pdf-streams.ts';
import { Unpacking } from '../../../src/capture/unpacking.ts';
import { join, PDF } from './sample-files.ts';

const encoder = new TextEncoder();
const zeros = new Uint8Array(40 * 2 ** 20);
const packed = zlibSync(zeros, { level: 9 });

function pdfWith(dictionary: string, stream: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = `%PDF-1.7\n4 0 obj\n<</Length ${stream.length}${dictionary}>>\nstream\n`;
  return join([encoder.encode(head), stream, encoder.encode('\nendstream\nendobj\n')]);
}

describe('the streams of a PDF', () => {
  it.each([
    ['/Filter/FlateDecode', packed],
    ['/Filter [ /FlateDecode /FlateDecode ]', zlibSync(packed, { level: 9 })],
  ])('that unpack to no text’s size are refused before they are read: %s', async (dictionary, stream) => {
    const bomb = pdfWith(dictionary, stream);
    await expect(refusePdfBomb(bomb, new Unpacking())).rejects.toMatchObject({ code: 'bomb' });
    const loadPdf = () => Promise.reject(new Error('asked'));
    const context = { file: 'a.pdf', collection: 'yours', capturedAt: null, sidecar: null, loadPdf } as const;
    const outcomes = [];
    for await (const outcome of captureFile(bomb, context)) outcomes.push(outcome);
    expect(outcomes).toMatchObject([{ ok: false, code: 'bomb' }]);
  });

  const states = (count: number) => encoder.encode('q '.repeat(count));
  it.each([
    ['', states(1_001)],
    ['/Filter/FlateDecode', zlibSync(states(500_000))],
  ])('in which states are nested deeper than any drawing are refused: %s', async (dictionary, stream) => {
    await expect(refusePdfBomb(pdfWith(dictionary, stream), new Unpacking())).rejects.toMatchObject({
      code: 'bomb',
      message: expect.stringContaining('1000 layers'),
    });
  });

  it.each([
    ['a document', PDF],
    ['a thousand states within each other', pdfWith('', states(1_000))],
    ['states that are closed again', pdfWith('', encoder.encode('q 1 0 0 1 0 0 cm Q\n'.repeat(5_000)))],
    ['words that begin with their letters', pdfWith('', encoder.encode('(queue) qu Qa '.repeat(5_000)))],
    ['a white picture', pdfWith('/Subtype /Image/Filter/FlateDecode', packed)],
    ['a damaged stream', pdfWith('/Filter/FlateDecode', new Uint8Array(50_000).fill(7))],
    [
      'a stream that breaks off',
      pdfWith('/Filter/FlateDecode', zlibSync(zeros.subarray(0, 2 ** 24)).slice(0, 9_000)),
    ],
    ['a stream without compression', pdfWith('', packed)],
  ])('of %s are passed', async (_, bytes) => {
    await expect(refusePdfBomb(bytes, new Unpacking())).resolves.toBe(undefined);
  });
});

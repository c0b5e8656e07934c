import fc from 'fast-check';
import { gzipSync, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseBibtex } from '../../../src/capture/bibtex-entries.ts';
import type { CaptureContext } from '../../../src/capture/capture-outcome.ts';
import { captureFile } from '../../../src/capture/formats.ts';
import { parseDocument } from '../../../src/capture/html/parse-document.ts';
import { inflate } from '../../../src/capture/inflate.ts';
import { jsonElements } from '../../../src/capture/json-values.ts';
import { textOfLatex } from '../../../src/capture/latex-text.ts';
import { textOfMarkup } from '../../../src/capture/markup-text.ts';
import { TableRows } from '../../../src/capture/table-rows.ts';
import { Unpacking } from '../../../src/capture/unpacking.ts';
import { zipEntries } from '../../../src/capture/zip-entries.ts';
import { loadPdf, unbrotli } from '../../../src/platform/node/unpack-libraries.ts';
import { join, PDF, SAMPLES, zipOf } from '../../unit/capture/sample-files.ts';
import { mutateFile, mutations } from './mutate-file.ts';

type Bytes = Uint8Array<ArrayBuffer>;

async function timeToRead(file: string, content: Bytes): Promise<{ ms: number; outcomes: number }> {
  const libraries = { loadPdf, unbrotli, parseDocument };
  const context: CaptureContext = {
    file,
    collection: 'yours',
    capturedAt: null,
    sidecar: null,
    ...libraries,
  };
  const start = performance.now();
  let outcomes = 0;
  for await (const outcome of captureFile(content, context)) {
    outcomes++;
    if (outcome.ok) expect(outcome.article.url ?? 'https://').toMatch(/^https?:\/\//i);
    if (!outcome.ok) expect(outcome.reason).toMatch(/^[\p{Lu}\d].*[.]$/su);
  }
  return { ms: performance.now() - start, outcomes };
}

describe('a damaged file gives outcomes, never throws and never hangs', () => {
  it.each(Object.keys(SAMPLES))('%s', async (name) => {
    await fc.assert(
      fc.asyncProperty(mutations, async (list) => {
        const { ms, outcomes } = await timeToRead(name, mutateFile(SAMPLES[name]!, list));
        expect(outcomes).toBeGreaterThan(0);
        expect(ms).toBeLessThan(2_000);
      }),
      { numRuns: 200 },
    );
  });

  it('a.pdf', async () => {
    await timeToRead('a.pdf', PDF);
    await fc.assert(
      fc.asyncProperty(mutations, async (list) => {
        const { ms, outcomes } = await timeToRead('a.pdf', mutateFile(PDF, list));
        expect(outcomes).toBeGreaterThan(0);
        expect(ms).toBeLessThan(2_000);
      }),
      { numRuns: 60 },
    );
  }, 20_000);
});

async function* inPieces(bytes: Bytes, size: number): AsyncGenerator<Bytes> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

const size = fc.integer({ min: 1, max: 300 });

it('a ZIP archive’s files are those that a reader of its directory finds', async () => {
  const names = fc.string({ minLength: 1, maxLength: 12 }).filter((name) => !name.includes('__proto__'));
  const files = fc.dictionary(names, fc.uint8Array({ maxLength: 2_000 }), {
    minKeys: 1,
    maxKeys: 5,
    noNullPrototype: true,
  });
  await fc.assert(
    fc.asyncProperty(files, size, async (contents, piece) => {
      const zip = zipOf(contents as Record<string, Bytes>);
      const found: [string, Uint8Array][] = [];
      for await (const entry of zipEntries(inPieces(zip, piece), new Unpacking())) {
        const parts: Uint8Array[] = [];
        for await (const part of entry.bytes) parts.push(part.slice());
        found.push([entry.name, join(parts)]);
      }
      expect(Object.fromEntries(found)).toEqual(unzipSync(zip));
    }),
  );
});

it('GZIP members one behind the other give their bytes one behind the other', async () => {
  const members = fc.array(fc.uint8Array({ maxLength: 3_000 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(members, size, async (parts, piece) => {
      const zipped = join(parts.map((part) => gzipSync(part)));
      const out: Uint8Array[] = [];
      for await (const part of inflate(inPieces(zipped, piece), 'gzip', new Unpacking())) out.push(part);
      expect([...join(out)]).toEqual([...join(parts)]);
    }),
  );
});

it('a table’s rows are those that papaparse reads', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', ';'), maxLength: 6 });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), (table, piece) => {
      const text = Papa.unparse(table, { newline: '\r\n' });
      const reader = new TableRows(',');
      const read = [];
      for (let at = 0; at < text.length; at += piece) read.push(...reader.take(text.slice(at, at + piece)));
      read.push(...reader.end());
      expect(read).toEqual(Papa.parse(text, { delimiter: ',', skipEmptyLines: true }).data);
    }),
  );
});

it('the elements of a JSON list are those of the parsed list, however it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), size, async (list, piece) => {
      const text = new TextEncoder().encode(JSON.stringify(list, null, piece % 3));
      const read = [];
      for await (const { bytes } of jsonElements(inPieces(text, piece)))
        read.push(JSON.parse(new TextDecoder().decode(bytes!)));
      expect(read).toEqual(JSON.parse(JSON.stringify(list)));
    }),
  );
});

it('text without markup or entities comes through with its words', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zäéאب]{1,8}$/), { minLength: 1 }), (words) => {
      expect(textOfMarkup(`<div><p>${words.join('</p><p>')}</p></div>`)).toBe(words.join('\n\n'));
    }),
  );
});

it.each(['@a{', '{', '\\', '"', '@a{b,c={', '@string{a=', 'and ', '@a{b,c=d#', '%\n', '@', '\\"{', '--'])(
  'BibTeX made of %j is read in its length',
  (piece) => {
    const text = piece.repeat(300_000 / piece.length);
    const start = performance.now();
    parseBibtex(text);
    parseBibtex(`@article{a, author = {${text}}, title = "${text}"`);
    textOfLatex(text);
    expect(performance.now() - start).toBeLessThan(1_500);
  },
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOutNews } from '../../../src/capture/news-layout.ts';
import { processorMs } from '../../processor-ms.ts';
import { capture, captureOne } from '../../unit/capture/collect.ts';

const line = fc.oneof(
  fc.constantFrom(
    'Bridge opens again',
    'By Jane Doe',
    '3 May 2021',
    'Source: Coast Herald',
    'Exit mobile version',
    'The bridge (Archive)',
    'The old bridge was opened on Monday.',
    '“It is done,” she said.',
    'Coast Times - The bridge is open.',
    '',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const news = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));

it('every line of a file is kept, left out by name, or blank', () => {
  fc.assert(
    fc.property(news, (text) => {
      const layout = layOutNews(text);
      const told = [layout.articleBody, ...layout.boilerplate, ...layout.captions].join('\n');
      const letters = (value: string): string => [...value.replace(/\s+/g, '')].sort().join('');
      expect(letters(told)).toBe(letters(text));
    }),
  );
});

it('a text with any words has a body', () => {
  fc.assert(
    fc.property(news, (text) => {
      if (/[a-z]{3}/.test(text)) expect(layOutNews(text).articleBody).not.toBe('');
    }),
  );
});

it('bytes of any kind give outcomes and never throw', async () => {
  const file = fc.constantFrom('a.txt', 'a.md', 'a.json', 'a.jsonl', 'a');
  await fc.assert(
    fc.asyncProperty(file, fc.uint8Array({ maxLength: 300 }), async (name, bytes) => {
      const outcomes = await capture(name, Uint8Array.from(bytes));
      expect(outcomes.length).toBeGreaterThan(0);
    }),
  );
});

it('a JSON line’s text comes out as it went in', async () => {
  const body = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 200 })
    .filter((text) => text.trim() !== '');
  await fc.assert(
    fc.asyncProperty(body, async (articleBody) => {
      const article = await captureOne('a.jsonl', JSON.stringify({ articleBody }));
      expect(article.articleBody).toBe(articleBody);
    }),
  );
});

it('laying out takes time proportional to the text, whatever it is made of', () => {
  for (const piece of [
    'a',
    ' ',
    '\n',
    '-',
    'By ',
    '3 May 2021 ',
    '(',
    'Error! ',
    'A\n',
    'Error!\n',
    '© A\n',
    '“',
    '1',
  ]) {
    const text = piece.repeat(500_000 / piece.length);
    expect(
      processorMs(() => layOutNews(text)),
      JSON.stringify(piece),
    ).toBeLessThan(2_500);
  }
});

import { describe, expect, it } from 'vitest';
import { capture, captureOne } from './collect.ts';

describe('JSON Lines', () => {
  it('keeps the text exactly as given', async () => {
    const articleBody = ' \r\n\tBy Jane Doe\r\n\r\nText…\u00a0\ud83d\ude80 \n';
    expect((await captureOne('a.jsonl', JSON.stringify({ articleBody }))).articleBody).toBe(articleBody);
  });

  it('reads every field, in the spellings schema.org allows', async () => {
    const record = {
      '@type': 'NewsArticle',
      identifier: 7,
      url: 'https://example.org/a',
      headline: 'Bridge opens',
      author: [{ name: 'Jane Doe' }, 'John Roe'],
      publisher: { '@type': 'Organization', name: 'Harbour Gazette' },
      datePublished: '2021-05-03T10:05:00+02:00',
      inLanguage: 'en-GB',
      articleBody: 'Text.',
    };
    expect(await captureOne('a.jsonl', JSON.stringify(record))).toMatchObject({
      identifier: '7',
      url: 'https://example.org/a',
      headline: 'Bridge opens',
      author: ['Jane Doe', 'John Roe'],
      publisher: 'Harbour Gazette',
      datePublished: '2021-05-03',
      inLanguage: 'en-GB',
      provenance: { file: 'a.jsonl', parser: 'json-lines@1', republishedFrom: null },
    });
  });

  it('reports a bad line with its number and goes on', async () => {
    const lines = [
      '{"articleBody":"One."}',
      '{"articleBody":',
      '',
      '[1]',
      '{"articleBody":7}',
      '{"url":"x"}',
      '{"articleBody":"Two."}',
    ];
    const outcomes = await capture('a.jsonl', lines.join('\n'));
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.article.identifier : outcome.line))).toEqual([
      'a.jsonl:1',
      2,
      4,
      5,
      6,
      'a.jsonl:7',
    ]);
    for (const outcome of outcomes) {
      if (!outcome.ok)
        expect(outcome).toMatchObject({ code: 'bad-line', reason: expect.stringMatching(/\.$/) });
    }
  });

  it('accepts a headline without a text, since some wires print nothing else', async () => {
    expect(await captureOne('a.jsonl', '{"headline":"Bridge opens"}')).toMatchObject({ articleBody: '' });
  });

  it('passes over a line of more than 16 MiB and reads the next', async () => {
    const long = `{"articleBody":"${'a'.repeat(17 * 2 ** 20)}"}\n{"articleBody":"Text."}`;
    const outcomes = await capture('a.jsonl', long);
    expect(outcomes).toMatchObject([{ ok: false, line: 1, code: 'too-large' }, { ok: true }]);
  });

  it('yields an article before the next line has arrived', async () => {
    const { captureFile } = await import('../../../src/capture/formats.ts');
    let sent = 0;
    async function* slowly(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (; sent < 1_000_000; sent++) {
        yield new TextEncoder().encode(`{"articleBody":"Text number ${sent}.${' '.repeat(5_000)}"}\n`);
      }
    }
    const context = { file: 'a.jsonl', collection: 'yours', capturedAt: null, sidecar: null } as const;
    for await (const outcome of captureFile(slowly(), context)) {
      expect(outcome.ok).toBe(true);
      break;
    }
    expect(sent).toBeLessThan(5);
  });

  it('reads a .json file of one article, of an array, and of lines', async () => {
    const one = '{\n  "articleBody": "Text."\n}';
    expect((await captureOne('a.json', one)).identifier).toBe('a.json');
    expect(await capture('a.json', `[${one},\n${one},3]`)).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: false, line: 3 },
    ]);
    expect(await capture('a.json', '{"articleBody":"One."}\n{"articleBody":"Two."}')).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
  });

  it('takes an unusable date or language for none', async () => {
    const record = '{"articleBody":"Text.","datePublished":"soon","inLanguage":"?"}';
    expect(await captureOne('a.jsonl', record)).toMatchObject({ datePublished: null, inLanguage: null });
  });

  it('reads UTF-16 with a byte order mark', async () => {
    const text = '{"articleBody":"Brücke."}\n{"articleBody":"Hafen."}\n';
    const bytes = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0), 0])]);
    const outcomes = await capture('a.jsonl', bytes);
    expect(outcomes.map((outcome) => outcome.ok && outcome.article.articleBody)).toEqual([
      'Brücke.',
      'Hafen.',
    ]);
  });
});

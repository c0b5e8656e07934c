import { describe, expect, it } from 'vitest';
import { FORMATS, formatForName } from '../../../src/capture/formats.ts';
import { capture, captureOne } from './collect.ts';

const encoder = new TextEncoder();
const TEXT = 'Bridge opens\n\nThe old bridge was opened on Monday.\n';

describe('capturing a file', () => {
  it('goes by the extension, whatever its case', () => {
    expect(formatForName('A.TXT')?.name).toBe('plain-text@1');
    expect(formatForName('a.b.jsonl')?.name).toBe('json-lines@1');
    expect(formatForName('README')).toBeNull();
  });

  it('goes by the first bytes where the extension tells nothing', async () => {
    expect((await captureOne('bridge', TEXT)).provenance.parser).toBe('plain-text@1');
    expect((await captureOne('bridge.bak', '{"articleBody":"Text."}')).provenance.parser).toBe(
      'json-lines@1',
    );
    expect((await captureOne('bridge.page', '---\ntitle: Bridge\n---\nText.')).provenance.parser).toBe(
      'markdown@1',
    );
  });

  it('knows each extension once', () => {
    const extensions = FORMATS.flatMap((format) => format.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  it.each([
    ['empty.txt', '', 'empty', /empty/],
    ['blank.txt', ' \n\t\n', 'empty', /white space/],
    ['empty.jsonl', '', 'empty', /empty/],
    ['blank.jsonl', '\n\n', 'empty', /white space/],
    ['nothing.md', '---\ntitle: Bridge\n---\n', 'empty', /no text/],
    ['nulls.txt', 'a\0b', 'binary', /binary/],
    ['report.txt', '%PDF-1.7 …', 'unsupported', /PDF/],
    ['picture.xyz', '\x89PNG', 'binary', /./],
  ])('refuses %s with a sentence', async (file, content, code, reason) => {
    const [outcome, ...more] = await capture(file, content);
    expect(more).toEqual([]);
    expect(outcome).toMatchObject({ ok: file === 'picture.xyz' ? expect.anything() : false });
    if (outcome?.ok === false) {
      expect(outcome).toMatchObject({ file, code });
      expect(outcome.reason).toMatch(reason);
      expect(outcome.reason).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('refuses text in another encoding and says what to do', async () => {
    const latin1 = Uint8Array.from('Die Brücke ist für Fußgänger geöffnet.', (letter) =>
      letter.charCodeAt(0),
    );
    const [outcome] = await capture('bruecke.txt', latin1);
    expect(outcome).toMatchObject({ ok: false, code: 'not-utf-8' });
    expect(outcome?.ok === false && outcome.reason).toMatch(/save it as UTF-8/);
  });

  it('reads a copy that was cut off inside a character', async () => {
    const bytes = encoder.encode(`${TEXT}So sagt man in der Stadt Köln ö`).slice(0, -1);
    expect((await captureOne('cut.txt', bytes)).headline).toBe('Bridge opens');
  });

  it('reads UTF-8 and UTF-16 with a byte order mark', async () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...TEXT].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    const utf8 = encoder.encode(`\ufeff${TEXT}`);
    const articles = [await captureOne('a.txt', utf16), await captureOne('a.txt', utf8)];
    expect(new Set(articles.map((article) => article.id)).size).toBe(1);
    expect(articles[0]?.headline).toBe('Bridge opens');
  });

  it('refuses a file over 64 MiB without holding it', async () => {
    async function* endless(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (;;) yield new Uint8Array(2 ** 20).fill(97);
    }
    expect(await capture('endless.txt', endless())).toMatchObject([{ ok: false, code: 'too-large' }]);
  });

  it('reads a file piece by piece as it reads it whole', async () => {
    async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (const byte of encoder.encode(TEXT)) yield Uint8Array.of(byte);
    }
    expect(await captureOne('a.txt', pieces())).toEqual(await captureOne('a.txt', TEXT));
  });
});

describe('an article’s id', () => {
  it('is the same for the same file under another name', async () => {
    const ids = [await captureOne('a.txt', TEXT), await captureOne('copy of a.txt', TEXT)].map(
      ({ id }) => id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^a[0-9a-f]{20}$/);
  });

  it('differs where the caller gave different identifiers to the same text', async () => {
    const [first, second] = await capture(
      'a.jsonl',
      '{"identifier":"1","articleBody":"Text."}\n{"identifier":"2","articleBody":"Text."}\n',
    );
    expect(first?.ok && second?.ok && first.article.id !== second.article.id).toBe(true);
  });

  it('survives an export as a JSON line and its import', async () => {
    const article = await captureOne('a.txt', TEXT);
    const again = await captureOne('export.jsonl', JSON.stringify(article));
    expect(again.id).toBe(article.id);
    expect(again.provenance).toEqual({ ...article.provenance, parser: 'json-lines@1' });
  });
});

describe('a sidecar', () => {
  it('corrects fields, which provenance lists as curated', async () => {
    const article = await captureOne(
      'a.txt',
      TEXT,
      '{"publisher":"Harbour Gazette","datePublished":"2021-05"}',
    );
    expect(article).toMatchObject({
      headline: 'Bridge opens',
      publisher: 'Harbour Gazette',
      datePublished: '2021-05',
      provenance: { curated: ['datePublished', 'publisher'] },
    });
  });

  it.each([
    ['{', /not valid JSON/],
    ['[]', /not a JSON object/],
    ['{"articleBody":"other"}', /“articleBody”/],
    ['{"datePublished":"soon"}', /datePublished/],
    ['{"author":"Jane Doe"}', /list of names/],
    ['{"__proto__":null}', /__proto__/],
  ])('that is wrong is refused: %s', async (sidecar, reason) => {
    const [outcome] = await capture('a.txt', TEXT, sidecar);
    expect(outcome).toMatchObject({ ok: false, code: 'bad-sidecar' });
    expect(outcome?.ok === false && outcome.reason).toMatch(reason);
  });
});

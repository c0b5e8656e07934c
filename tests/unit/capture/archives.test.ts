import { deflateSync, gzipSync, Zip, ZipPassThrough } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CaptureOutcome } from '../../../src/capture/capture-outcome.ts';
import { captureFile } from '../../../src/capture/formats.ts';
import { processorMsOf } from '../../processor-ms.ts';
import { capture } from './collect.ts';
import { BODY, gzipOf, join, PAGE, SAMPLES, tarOf, warcPage, zipOf } from './sample-files.ts';

const filesOf = (outcomes: readonly CaptureOutcome[]) =>
  outcomes.map((outcome) =>
    outcome.ok ? outcome.article.provenance.file : `${outcome.code} ${outcome.file}`,
  );

/** As an archive written to a pipe: lengths stand behind each file. */
function streamedZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => parts.push(part));
  for (const [name, content] of Object.entries(files)) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
  }
  zip.end();
  return join(parts);
}

/** An archive of streams that are deflated already. */
function packed(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(files).flatMap(([name, deflated]) => {
    const header = new DataView(new ArrayBuffer(30));
    header.setUint32(0, 0x04034b50, true);
    header.setUint16(8, 8, true);
    header.setUint32(18, deflated.length, true);
    header.setUint16(26, name.length, true);
    return [new Uint8Array(header.buffer), new TextEncoder().encode(name), deflated];
  });
  return join([...parts, Uint8Array.of(0x50, 0x4b, 5, 6)]);
}

function patched(bytes: Uint8Array, at: number, value: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  return copy;
}

describe('an archive', () => {
  it('gives each file under the name of the archive', async () => {
    expect(filesOf(await capture('a.zip', SAMPLES['a.zip']!))).toEqual([
      'a.zip/news/bridge.html',
      'a.zip/b.txt',
    ]);
    expect(filesOf(await capture('a.tar.gz', SAMPLES['a.tar.gz']!))).toEqual(['a.tar.gz/bridge.html']);
    expect(filesOf(await capture('a.tgz', SAMPLES['a.tar.gz']!))).toEqual(['a.tgz/bridge.html']);
  });

  it('is read in archives three deep and no deeper', async () => {
    const three = zipOf({ 'b.zip': zipOf({ 'c.zip': zipOf({ 'd.txt': BODY }) }) });
    expect(filesOf(await capture('a.zip', three))).toEqual(['a.zip/b.zip/c.zip/d.txt']);
    const four = zipOf({ 'a.zip': three, 'e.txt': BODY });
    expect(filesOf(await capture('z.zip', four))).toEqual([
      'too-deep z.zip/a.zip/b.zip/c.zip',
      'z.zip/e.txt',
    ]);
  });

  it('is read when its lengths stand behind the files, archives inside included', async () => {
    const zip = streamedZip({ 'b.zip': streamedZip({ 'c.txt': BODY }), 'd.html': PAGE, 'e.txt': BODY });
    expect(filesOf(await capture('a.zip', zip))).toEqual([
      'a.zip/b.zip/c.txt',
      'a.zip/d.html',
      'a.zip/e.txt',
    ]);
  });

  it('comes out the same in whatever pieces it arrives', async () => {
    async function* pieces(
      bytes: Uint8Array<ArrayBuffer>,
      size: number,
    ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
    }
    for (const [name, content] of Object.entries(SAMPLES))
      for (const size of [1, 7, 1_000])
        expect(await capture(name, pieces(content, size)), `${name} by ${size}`).toEqual(
          await capture(name, content),
        );
  });

  it('passes over what no format reads, and says so when there is nothing else', async () => {
    const zip = zipOf({ 'a.png': 'x', '__MACOSX/._b.txt': 'x', '.hidden.txt': 'x', 'b.txt': BODY });
    expect(filesOf(await capture('a.zip', zip))).toEqual(['a.zip/b.txt']);
    expect(await capture('a.zip', zipOf({ 'a.png': 'x' }))).toMatchObject([{ code: 'no-article' }]);
    expect(await capture('a.zip', zipOf({}))).toMatchObject([{ code: 'empty' }]);
  });

  it.each([
    '../up.txt',
    '/etc/news.txt',
    'C:\\news.txt',
    'a/../../b.txt',
    '..\\b.txt',
    'a\0.txt',
    'a\u202etxt.txt',
  ])('refuses the name %j and reads the rest', async (name) => {
    const outcomes = filesOf(await capture('a.zip', zipOf({ [name]: BODY, 'good.txt': BODY })));
    expect(outcomes).toEqual(['unsafe-path a.zip', 'a.zip/good.txt']);
  });

  it('names a file that is locked, or packed by a method it does not know, and reads the rest', async () => {
    const zip = zipOf({ 'b.txt': BODY, 'c.txt': BODY });
    const [first, ...rest] = await capture('a.zip', patched(zip, 6, 1));
    expect(first).toMatchObject({ ok: false, code: 'locked', file: 'a.zip/b.txt' });
    expect(filesOf(rest)).toEqual(['a.zip/c.txt']);
    expect((await capture('a.zip', patched(zip, 8, 93)))[0]).toMatchObject({ code: 'unsupported' });
  });

  it.each(['a.zip', 'a.tar', 'a.tar.gz', 'a.txt.gz', 'a.epub', 'a.wacz', 'a.warc', 'a.warc.gz', 'a.mhtml'])(
    'that breaks off is named: %s',
    async (name) => {
      const whole = SAMPLES[name]!;
      const outcomes = await capture(name, whole.slice(0, Math.floor(whole.length * 0.4)));
      const refusals = outcomes.filter((outcome) => !outcome.ok);
      expect(refusals.length).toBeGreaterThan(0);
      for (const refusal of refusals) expect(refusal.ok === false && refusal.reason).toMatch(/^[A-Z].+\.$/);
    },
  );
});

describe('a wrong extension', () => {
  it.each([
    ['a.zip', 'a.txt', 'a.txt/news/bridge.html'],
    ['a.mhtml', 'a.html', 'a.html'],
    ['a.html', 'a.txt', 'a.txt'],
    ['a.rss', 'a.json', 'a.json'],
    ['a.warc', 'a.csv', 'a.csv/2.html'],
    ['a.ris', 'a.txt', 'a.txt'],
    ['a.bib', 'a.txt', 'a.txt'],
    ['a.jsonl', 'a.md', 'a.md'],
    ['a.epub', 'book', 'book/EPUB/text/one .xhtml'],
  ])('does not keep %s from being read as what it is', async (sample, name, file) => {
    const [outcome] = await capture(name, SAMPLES[sample]!);
    const [right] = await capture(sample, SAMPLES[sample]!);
    expect(outcome?.ok && outcome.article.provenance.file).toBe(file);
    expect(outcome?.ok && outcome.article.provenance.parser).toBe(
      right?.ok && right.article.provenance.parser,
    );
  });

  it.each(['a.zip', 'a.gz', 'a.tar', 'a.warc', 'a.pdf', 'a.epub'])(
    'of a text file called %s is no matter',
    async (name) => {
      expect(await capture(name, `Bridge opens\n\n${BODY}\n`)).toMatchObject([
        { ok: true, article: { headline: 'Bridge opens' } },
      ]);
    },
  );

  it.each(Object.keys(SAMPLES))('of an empty file is a sentence: %s', async (name) => {
    expect(await capture(name, '')).toMatchObject([{ ok: false, code: 'empty' }]);
  });
});

describe('a bomb', () => {
  const zeros = (mebibytes: number) => new Uint8Array(mebibytes * 2 ** 20);
  const page = zeros(20);
  const squeezed = deflateSync(page);
  const bomb = gzipSync(zeros(60), { level: 9 }) as Uint8Array<ArrayBuffer>;
  const deepXml = `<rss><channel>${'<item>'.repeat(200_000)}`;
  const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`;

  it.each([
    ['bomb.txt.gz', bomb, 'bomb'],
    ['bomb.jsonl.gz', bomb, 'bomb'],
    ['bomb.warc.gz', bomb, 'bomb'],
    ['bomb.zip', zipOf({ 'a.txt': page, 'b.txt': page }), 'bomb'],
    ['bomb.epub', zipOf({ 'a.xhtml': zeros(70) }), 'bomb'],
    ['bomb.wacz', zipOf({ 'archive/a.warc.gz': gzipOf(bomb) }), 'bomb'],
    ['deep.json', '['.repeat(5_000_000), 'bomb'],
    ['deep.json', '{"a":'.repeat(2_000_000), 'bomb'],
    ['deep.jsonl', `{"a":${'['.repeat(5_000_000)}`, 'bomb'],
    ['wide.json', `{"a":[${'[],'.repeat(10_000_000)}[]]}`, 'bomb'],
    ['laughs.rss', laughs, 'bomb'],
    [
      'laughs16.rss',
      Uint8Array.from([0xff, 0xfe, ...[...laughs].flatMap((letter) => [letter.charCodeAt(0), 0])]),
      'bomb',
    ],
    ['deep.rss', deepXml, 'bomb'],
    ['laughs.opml', laughs.replaceAll('rss', 'opml'), 'bomb'],
  ])('is refused within 3 seconds and 300 MB: %s', async (name, content, code) => {
    const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    let outcomes: Awaited<ReturnType<typeof capture>> = [];
    const spent = await processorMsOf(async () => {
      outcomes = await capture(name, content);
    });
    expect(spent).toBeLessThan(3_000);
    const after = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    expect((after - before) / 2 ** 20).toBeLessThan(300);
    expect(outcomes.some((outcome) => !outcome.ok && outcome.code === code)).toBe(true);
    expect(outcomes.every((outcome) => !outcome.ok)).toBe(true);
  });

  it('in an archive does not keep the rest from being read', async () => {
    const zip = zipOf({ 'a.txt': BODY, 'b.txt': page, 'c.txt': BODY });
    expect(filesOf(await capture('a.zip', zip))).toEqual(['a.zip/a.txt', 'bomb a.zip/b.txt', 'a.zip/c.txt']);
  });

  it('of many bombs costs no more than three', async () => {
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at}.txt`, squeezed]));
    const zip = packed(files);
    const outcomes = await capture('a.zip', zip);
    expect(outcomes.length).toBe(4);
  });

  it('of markup without an end is read in its length', async () => {
    for (const piece of ['<div>', '<', '<!--', '&', '<![CDATA[', '<script>', '</']) {
      const title = piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').repeat(50_000);
      const feed = `<rss><channel><item><title>${title}</title></item></channel></rss>`;
      expect(await processorMsOf(() => capture('a.rss', feed)), piece).toBeLessThan(3_000);
    }
  });
});

it('a crawl far larger than memory gives its pages as they come', async () => {
  const record = gzipOf(warcPage('https://example.org/bridge'));
  let sent = 0;
  async function* crawl(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (;;) {
      sent += record.length;
      yield record.slice();
    }
  }
  const context = { file: 'a.warc.gz', collection: 'yours', capturedAt: null, sidecar: null } as const;
  let pages = 0;
  let heapAt100 = 0;
  for await (const outcome of captureFile(crawl(), context)) {
    expect(outcome.ok).toBe(true);
    if (++pages === 100) heapAt100 = process.memoryUsage().arrayBuffers;
    if (pages === 3_000) break;
  }
  expect(sent / record.length).toBeLessThan(3_300);
  expect(process.memoryUsage().arrayBuffers - heapAt100).toBeLessThan(64 * 2 ** 20);
});

it('keys that mean something to the language are data', async () => {
  const line =
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"articleBody":"Text of the bridge."}';
  expect(await capture('a.jsonl', line)).toMatchObject([{ ok: true }]);
  await capture('a.csv', `__proto__,constructor,title\n1,2,Bridge\n`);
  await capture('a.bib', `@article{__proto__, title={A}, __proto__={b}, crossref={constructor}}`);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('a tar archive’s long names are read', async () => {
  const long = `${'folder/'.repeat(30)}bridge.txt`;
  const name = tarOf({ '././@LongLink': `${long}\0` });
  name[156] = 'L'.charCodeAt(0);
  const sum = name
    .subarray(0, 512)
    .reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  name.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  const tar = join([name.subarray(0, 1_024), tarOf({ 'short.txt': BODY })]);
  expect(filesOf(await capture('a.tar', tar))).toEqual([`a.tar/${long}`]);
});

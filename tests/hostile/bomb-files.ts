/**
 * Files that are small on the disk and without end, or ruinous, in a reader that believes them: unpacking, entities,
 * depth, counts and lying lengths. Each is made here, in memory; none is more than a few megabytes.
 */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { join, warcRecord, zipOf } from '../unit/capture/sample-files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const text = (content: string): Bytes => new TextEncoder().encode(content) as Bytes;
const bytes = (buffer: Uint8Array): Bytes => Uint8Array.from(buffer);
const MB = 2 ** 20;
const zeros = (size: number): Bytes => new Uint8Array(size);
const gzipped = (content: Uint8Array): Bytes => bytes(gzipSync(content));

/** One entry of so many zeros, with the size in its header that the maker wants to be believed. */
function zipBomb(name: string, size: number, claimed = size): Bytes {
  const packed = bytes(deflateRawSync(zeros(size)));
  const title = text(name);
  const head = (signature: number, length: number) => {
    const view = new DataView(new ArrayBuffer(length));
    view.setUint32(0, signature, true);
    return view;
  };
  const local = head(0x04034b50, 30);
  local.setUint16(8, 8, true);
  local.setUint32(18, packed.length, true);
  local.setUint32(22, claimed, true);
  local.setUint16(26, title.length, true);
  const central = head(0x02014b50, 46);
  central.setUint16(10, 8, true);
  central.setUint32(20, packed.length, true);
  central.setUint32(24, claimed, true);
  central.setUint16(28, title.length, true);
  const end = head(0x06054b50, 22);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + title.length, true);
  end.setUint32(16, 30 + title.length + packed.length, true);
  const part = (view: DataView) => new Uint8Array(view.buffer as ArrayBuffer);
  return join([part(local), title, packed, part(central), title, part(end)]);
}

function nested(depth: number): Bytes {
  let inner: Bytes = zipOf({ 'a.txt': zeros(8 * MB) });
  for (let at = 0; at < depth; at++) inner = zipOf({ [`${at}.zip`]: inner, [`${at}b.zip`]: inner });
  return inner;
}

const lol = (levels: number) =>
  Array.from({ length: levels }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
const feed = (doctype: string, said: string) =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>x</title><item><title>${said}</title><link>https://example.org/1</link><description>${said}</description></item></channel></rss>`;
const utf16 = (content: string): Bytes =>
  bytes(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')]));

/** By file name, made when asked for. */
export const BOMBS: Readonly<Record<string, () => Bytes>> = {
  'zeros.zip': () => zipBomb('a.html', 512 * MB),
  'lying.zip': () => zipBomb('a.html', 256 * MB, 1_000),
  'nested.zip': () => nested(6),
  'book.epub': () => zipBomb('OEBPS/content.opf', 256 * MB),
  'crawl.wacz': () => zipBomb('archive/data.warc', 256 * MB),
  'entries.zip': () =>
    zipOf(Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`${at}.bin`, '']))),
  'zeros.txt.gz': () => gzipped(zeros(512 * MB)),
  'twice.html.gz': () => gzipped(gzipped(zeros(512 * MB))),
  'same.jsonl.gz': () => gzipped(text(`{"articleBody":"${'a'.repeat(200 * MB)}"}`)),
  'laughs.xml': () => text(feed(`<!DOCTYPE rss [<!ENTITY l0 "ha">${lol(9)}]>`, '&l9;')),
  'quadratic.xml': () =>
    text(feed(`<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(200_000)}">]>`, '&a;'.repeat(5_000))),
  'wide.xml': () => utf16(feed(`<!DOCTYPE rss [<!ENTITY l0 "ha">${lol(9)}]>`, '&l9;')),
  'outside.xml': () => text(feed('<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>', '&a;')),
  'deep.html': () => text(`<!doctype html><title>x</title>${'<div>'.repeat(400_000)}the end`),
  'deep.xml': () => text(feed('', '<a>'.repeat(400_000))),
  'deep.json': () => text(`[${'['.repeat(2_000_000)}`),
  'objects.json': () => text('{"a":'.repeat(500_000)),
  'line.csv': () => text(`title,text\n"${'a,'.repeat(15 * MB)}`),
  'lying.warc': () =>
    text(
      warcRecord('response', { 'Content-Length': '99999999999' }, 'HTTP/1.1 200 OK\r\n\r\nx').repeat(2_000),
    ),
  'parts.mhtml': () =>
    text(
      `From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="e"\r\n\r\n${'--e\r\nContent-Type: multipart/mixed; boundary="e"\r\n\r\n'.repeat(100_000)}`,
    ),
  'size.tar': () => {
    const header = Buffer.alloc(512);
    header.write('a.html');
    header.write('77777777777', 124);
    header.write('ustar', 257);
    return bytes(Buffer.concat([header, Buffer.alloc(4_096, 120)]));
  },
};

/** One small sound file of every import format, made here, about bridges and weather. */
import { gzipSync, strToU8, zipSync } from 'fflate';

type Bytes = Uint8Array<ArrayBuffer>;

const bytes = (text: string): Bytes => new TextEncoder().encode(text);
export const BODY =
  'The old bridge over the river was opened on Monday after two years of work. The council had paid for the repair of its four arches.';
export const PAGE = `<!doctype html><html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1><p>${BODY}</p></article></body></html>`;

export const zipOf = (files: Readonly<Record<string, string | Bytes>>): Bytes =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        [typeof content === 'string' ? strToU8(content) : content, { level: name === 'mimetype' ? 0 : 6 }],
      ]),
    ),
  ) as Bytes;
export const gzipOf = (content: string | Bytes): Bytes =>
  gzipSync(typeof content === 'string' ? strToU8(content) : content, { mtime: 0 }) as Bytes;

export function tarOf(files: Readonly<Record<string, string>>): Bytes {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const data = bytes(content);
    const padded = new Uint8Array(Math.ceil(data.length / 512) * 512);
    padded.set(data);
    return [tarHeader(name, data.length), padded];
  });
  return join([...blocks, new Uint8Array(1_024)]);
}

function tarHeader(name: string, size: number): Bytes {
  const header = new Uint8Array(512);
  header.set(bytes(name), 0);
  header.set(bytes('0000644\0'), 100);
  header.set(bytes(`${size.toString(8).padStart(11, '0')}\0`), 124);
  header.set(bytes('        '), 148);
  header.set(bytes('0ustar\0'), 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(bytes(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return header;
}

export function join(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function warcRecord(type: string, headers: Readonly<Record<string, string>>, block: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `WARC/1.0\r\nWARC-Type: ${type}\r\n${lines.join('')}Content-Length: ${bytes(block).length}\r\n\r\n${block}\r\n\r\n`;
}

export const warcPage = (url: string, page = PAGE): string =>
  warcRecord(
    'response',
    { 'WARC-Target-URI': url, 'WARC-Date': '2021-05-04T08:00:00Z', 'WARC-Payload-Digest': `sha1:${url}` },
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`,
  );

export const WARC = `${warcRecord('warcinfo', {}, 'software: none')}${warcPage('https://example.org/bridge')}`;

export const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Gazette</title><language>en</language><item><title>Bridge opens</title><link>https://example.org/bridge</link><guid isPermaLink="false">b1</guid><pubDate>Tue, 04 May 2021 08:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>${BODY}</p>]]></content:encoded></item></channel></rss>`;

export const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Gazette</title><entry><id>b1</id><title type="html">Bridge &amp;amp; tunnel</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/bridge"/><published>2021-05-04T08:00:00Z</published><author><name>Jane Doe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${BODY}</p></div></content></entry></feed>`;

export const MHTML = `From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/bridge\r\nSubject: Bridge opens\r\nDate: Tue, 4 May 2021 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--edge"\r\n\r\n\r\n----edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/bridge\r\n\r\n${PAGE.replaceAll('=', '=3D').replace(/(.{60})/g, '$1=\r\n')}\r\n----edge\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----edge--\r\n`;

export const BIB = `@string{hg = "Harbour Gazette"}\n@article{doe2021,\n  author = {Doe, Jane and M{\\"u}ller, Jos\\'e and {City Council}},\n  title = "The {Old} Bridge: 1900--2021",\n  journal = hg # { Weekly},\n  date = {2021-05-04},\n  url = {https://example.org/bridge\\_1},\n  abstract = {${BODY}}\n}\n`;

export const RIS = `TY  - NEWS\r\nTI  - Bridge opens\r\nAU  - Doe, Jane\r\nDA  - 2021/05/04/\r\nT2  - Harbour Gazette\r\nUR  - https://example.org/bridge\r\nAB  - ${BODY}\r\nER  - \r\n`;

export const CSV = `Title,URL,Published,Author,Source,Text\r\n"Bridge ""opens""",https://example.org/bridge,2021-05-04,"Doe, Jane; Roe, John",Harbour Gazette,"${BODY}\n\nIt rained."\r\n`;

export const OPML = `<opml version="2.0"><body><outline text="News"><outline type="rss" xmlUrl="https://example.org/feed"/><outline type="rss" xmlUrl="https://example.org/feed2"/></outline></body></opml>`;

const EPUB_FILES = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/book.opf"/></rootfiles></container>`,
  'EPUB/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Bridges</dc:title><dc:creator>Jane Doe</dc:creator><dc:language>en</dc:language><dc:date>2021-05-04</dc:date></metadata><manifest><item id="b" href="two.xhtml"/><item id="a" href="text/one%20.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
  'EPUB/two.xhtml': `<html><body><h1>Arches</h1><p>${BODY}</p></body></html>`,
  'EPUB/text/one .xhtml': `<html><body><h1>Opening</h1><p>${BODY}</p></body></html>`,
};

export const WACZ_FILES = {
  'archive/data.warc.gz': gzipOf(WARC),
  'pages/pages.jsonl': `{"format":"json-pages-1.0"}\n{"url":"https://example.org/bridge","title":"Bridge","ts":"2021-05-04T08:00:00Z","text":"x"}\n{"url":"https://example.org/lock","title":"Lock","ts":"2021-05-04T08:00:00Z","text":"The lock was closed for the winter."}\n`,
  'datapackage.json': '{"profile":"data-package"}',
};

/** Two lines in 24 and 12 points; the cross-reference table is right, so that nothing has to be repaired. */
export function pdfOf(lines: readonly (readonly [size: number, text: string])[]): Bytes {
  let y = 760;
  const drawn = lines.map(([size, text]) => {
    y -= Math.round(size * 1.2);
    return `BT /F1 ${size} Tf 72 ${y} Td (${text}) Tj ET`;
  });
  const stream = drawn.join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return bytes(
    `${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

export const PDF = pdfOf([
  [24, 'Bridge opens'],
  [12, 'The old bridge over the river was opened on Mon-'],
  [12, 'day after two years of work.'],
]);

/** File name to content, for tests that go through all formats. */
export const SAMPLES: Readonly<Record<string, Bytes>> = {
  'a.zip': zipOf({ 'news/bridge.html': PAGE, 'b.txt': BODY }),
  'a.tar': tarOf({ 'bridge.html': PAGE }),
  'a.tar.gz': gzipOf(tarOf({ 'bridge.html': PAGE })),
  'a.txt.gz': gzipOf(BODY),
  'a.warc': bytes(WARC),
  'a.warc.gz': join([
    gzipOf(warcRecord('warcinfo', {}, 'x')),
    gzipOf(warcPage('https://example.org/bridge')),
  ]),
  'a.wacz': zipOf(WACZ_FILES),
  'a.mhtml': bytes(MHTML),
  'a.epub': zipOf(EPUB_FILES),
  'a.rss': bytes(RSS),
  'a.atom': bytes(ATOM),
  'a.opml': bytes(OPML),
  'a.bib': bytes(BIB),
  'a.ris': bytes(RIS),
  'a.csv': bytes(CSV),
  'a.json': bytes(
    `{"version":"https://jsonfeed.org/version/1.1","title":"Gazette","items":[{"id":"1","content_html":"<p>${BODY}</p>"}]}`,
  ),
  'a.jsonl': bytes(`{"headline":"Bridge","articleBody":"${BODY}"}\n`),
  'a.html': bytes(PAGE),
};

import { describe, expect, it } from 'vitest';
import type { CaptureOutcome } from '../../../src/capture/capture-outcome.ts';
import { captureFile } from '../../../src/capture/formats.ts';
import { loadPdf } from '../../../src/platform/node/unpack-libraries.ts';
import { capture, captureOne } from './collect.ts';
import {
  ATOM,
  BIB,
  BODY,
  CSV,
  gzipOf,
  join,
  MHTML,
  OPML,
  PDF,
  pdfOf,
  RIS,
  RSS,
  SAMPLES,
  WACZ_FILES,
  WARC,
  warcPage,
  warcRecord,
  zipOf,
} from './sample-files.ts';

const BRIDGE = {
  headline: 'Bridge opens',
  url: 'https://example.org/bridge',
  datePublished: '2021-05-04',
  articleBody: BODY,
};

async function readPdf(content: Uint8Array<ArrayBuffer>, file = 'a.pdf'): Promise<CaptureOutcome[]> {
  const outcomes: CaptureOutcome[] = [];
  const context = { file, collection: 'yours', capturedAt: null, sidecar: null, loadPdf } as const;
  for await (const outcome of captureFile(content, context)) outcomes.push(outcome);
  return outcomes;
}

describe('feeds', () => {
  it('give an article an entry, with the full text before the summary', async () => {
    expect(await captureOne('a.rss', RSS)).toMatchObject({
      ...BRIDGE,
      author: ['Jane Doe'],
      publisher: 'Harbour Gazette',
      identifier: 'b1',
      inLanguage: 'en',
    });
    expect(await captureOne('a.atom', ATOM)).toMatchObject({
      ...BRIDGE,
      headline: 'Bridge & tunnel',
      author: ['Jane Doe'],
      publisher: 'Harbour Gazette',
    });
  });

  it('are read as far as they go', async () => {
    const outcomes = await capture('a.rss', RSS.replace('</channel></rss>', '<item><title>Lock'));
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, code: 'damaged' }]);
    expect(await capture('a.rss', '<rss><channel></channel></rss>')).toMatchObject([{ code: 'no-article' }]);
    expect(await capture('a.xml', '<invoice><total>3</total></invoice>')).toMatchObject([
      { code: 'unsupported' },
    ]);
  });

  it('keep no address that is not of the web', async () => {
    const feed = RSS.replace('https://example.org/bridge', 'javascript:alert(1)');
    expect((await captureOne('a.rss', feed)).url).toBeNull();
  });

  it('that are only listed are not fetched, and the reader is told', async () => {
    const [outcome] = await capture('a.opml', OPML);
    expect(outcome?.ok === false && outcome.reason).toMatch(/addresses of 2 feeds .* nothing is fetched/);
  });
});

describe('captured pages', () => {
  it('keep address and time', async () => {
    const at = { capturedAt: '2021-05-04T08:00:00Z', capturedFrom: BRIDGE.url };
    for (const [name, content] of [
      ['a.mhtml', MHTML],
      ['a.warc', WARC],
    ] as const) {
      const article = await captureOne(name, content);
      expect(article).toMatchObject({ provenance: at, headline: 'Bridge opens' });
      expect(article.articleBody).toContain(BODY);
    }
    expect(await capture('a.wacz', zipOf(WACZ_FILES))).toMatchObject([
      { ok: true, article: { provenance: { ...at, file: 'a.wacz/archive/data.warc.gz/2.html' } } },
      { ok: true, article: { articleBody: 'The lock was closed for the winter.' } },
    ]);
  });

  it('are undone from chunks and compression, promised or not', async () => {
    const page = '<html><body><p>The lock was closed for the winter.</p></body></html>';
    const zipped = String.fromCharCode(...gzipOf(page));
    const chunked = `5\r\n${page.slice(0, 5)}\r\n${(page.length - 5).toString(16)};x=1\r\n${page.slice(5)}\r\n0\r\n\r\n`;
    const sent = [
      ['Transfer-Encoding: chunked', chunked],
      ['Transfer-Encoding: chunked', page],
      ['Content-Encoding: gzip', zipped],
      ['Content-Encoding: gzip', page],
      ['Content-Encoding: br', page],
    ];
    for (const [header, body] of sent) {
      const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${header}\r\n\r\n${body}`;
      const head = `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ${block.length}\r\n\r\n`;
      const warc = Uint8Array.from(`${head}${block}\r\n\r\n`, (letter) => letter.charCodeAt(0));
      expect((await captureOne('a.warc', warc)).articleBody, header).toContain('The lock was closed');
    }
  });

  it('that repeat a page of another file are named, those of this file are not', async () => {
    const revisit = (url: string) =>
      warcRecord('revisit', { 'WARC-Target-URI': url, 'WARC-Payload-Digest': `sha1:${url}` }, '');
    const outcomes = await capture(
      'a.warc',
      `${warcPage('https://example.org/a')}${revisit('https://example.org/a')}${revisit('https://example.org/b')}`,
    );
    expect(outcomes).toMatchObject([
      { ok: true },
      { ok: false, line: 3, reason: expect.stringContaining('https://example.org/b') },
    ]);
  });

  it('after a record that lies about its length are still found', async () => {
    const lying = WARC.replace(/Content-Length: \d+/, 'Content-Length: 2');
    expect(
      (await capture('a.warc', lying + warcPage('https://example.org/a'))).filter(({ ok }) => ok),
    ).toHaveLength(2);
  });

  it.each([
    [MHTML.replace(/boundary="[^"]*"/, ''), 'damaged', /boundary/],
    [MHTML.replaceAll('----edge', '----other'), 'damaged', /missing/],
    [MHTML.replaceAll('text/html', 'text/css'), 'no-article', /no HTML/],
  ])('that are malformed are refused with the fault', async (content, code, reason) => {
    const [outcome] = await capture('a.mhtml', content);
    expect(outcome).toMatchObject({ ok: false, code });
    expect(outcome?.ok === false && outcome.reason).toMatch(reason);
  });
});

describe('bibliographies', () => {
  it('give a reference by its abstract', async () => {
    expect(await captureOne('a.ris', RIS)).toMatchObject({
      ...BRIDGE,
      author: ['Jane Doe'],
      publisher: 'Harbour Gazette',
    });
    expect(await captureOne('a.bib', BIB)).toMatchObject({
      identifier: 'doe2021',
      headline: 'The Old Bridge: 1900–2021',
      author: ['Jane Doe', 'José Müller', 'City Council'],
      publisher: 'Harbour Gazette Weekly',
      url: 'https://example.org/bridge_1',
      datePublished: '2021-05-04',
      articleBody: BODY,
    });
  });

  it('in Zotero’s RDF name journals that stand beside them', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"><bib:Article rdf:about="#1"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:j"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Doe</foaf:surname><foaf:givenName>Jane</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><dcterms:abstract>${BODY}</dcterms:abstract><dc:date>2021-05-04</dc:date><dc:title>Bridge opens</dc:title><dc:identifier><dcterms:URI><rdf:value>${BRIDGE.url}</rdf:value></dcterms:URI></dc:identifier></bib:Article><bib:Newspaper rdf:about="urn:j"><dc:title>Harbour Gazette</dc:title></bib:Newspaper></rdf:RDF>`;
    expect(await captureOne('a.rdf', rdf)).toMatchObject({
      ...BRIDGE,
      author: ['Jane Doe'],
      publisher: 'Harbour Gazette',
    });
  });

  it('in BibTeX are read past an entry that breaks off', async () => {
    const outcomes = await capture('a.bib', `@article{a, title={Lock\n}\n\n${BIB}`);
    expect(outcomes.some((outcome) => !outcome.ok && outcome.code === 'damaged')).toBe(true);
  });
});

describe('exports of other programs', () => {
  const one = async (record: unknown) => captureOne('a.json', JSON.stringify(record));

  it('in JSON are told by their fields', async () => {
    expect(
      await one([
        {
          id: 'x',
          type: 'article-newspaper',
          title: 'Bridge opens',
          author: [{ family: 'Doe', given: 'Jane' }],
          issued: { 'date-parts': [[2021, '5', 4]] },
          URL: BRIDGE.url,
          abstract: BODY,
          'container-title': 'Harbour Gazette',
        },
      ]),
    ).toMatchObject({ ...BRIDGE, author: ['Jane Doe'], publisher: 'Harbour Gazette' });
    expect(
      await one({
        items: [
          {
            key: 'K',
            data: {
              itemType: 'newspaperArticle',
              title: 'Bridge opens',
              creators: [{ creatorType: 'author', firstName: 'Jane', lastName: 'Doe' }],
              date: '2021-05-04',
              url: BRIDGE.url,
              abstractNote: BODY,
            },
          },
        ],
      }),
    ).toMatchObject({ ...BRIDGE, author: ['Jane Doe'] });
    expect(
      await one([
        {
          is_archived: 0,
          title: 'Bridge opens',
          url: BRIDGE.url,
          content: `<p>${BODY}</p>`,
          published_at: '2021-05-04T08:00:00',
          domain_name: 'example.org',
        },
      ]),
    ).toMatchObject({ ...BRIDGE, publisher: 'example.org' });
    expect(
      await one([
        {
          slug: 'bridge',
          title: 'Bridge opens',
          url: BRIDGE.url,
          savedAt: '2022-01-01',
          publishedAt: '2021-05-04T00:00:00Z',
          content: BODY,
        },
      ]),
    ).toMatchObject(BRIDGE);
    expect(
      await one({
        annotations: [
          {
            uri: BRIDGE.url,
            document: { title: ['Bridge opens'] },
            text: 'my note',
            target: [{ source: BRIDGE.url, selector: [{ type: 'TextQuoteSelector', exact: BODY }] }],
          },
        ],
      }),
    ).toMatchObject({ url: BRIDGE.url, headline: 'Bridge opens', articleBody: BODY });
    expect(
      await one({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Harbour Gazette',
        items: [
          {
            id: '1',
            url: BRIDGE.url,
            title: 'Bridge opens',
            content_html: `<p>${BODY}</p>`,
            date_published: '2021-05-04T08:00:00Z',
            authors: [{ name: 'Jane Doe' }],
          },
        ],
      }),
    ).toMatchObject({ ...BRIDGE, publisher: 'Harbour Gazette', author: ['Jane Doe'] });
  });

  it('that hold only a note are refused with the reason', async () => {
    expect(
      await capture(
        'a.json',
        JSON.stringify([{ uri: BRIDGE.url, target: [{ source: BRIDGE.url }], text: 'note' }]),
      ),
    ).toMatchObject([{ ok: false, reason: expect.stringContaining('quotes no text') }]);
  });

  it('as lists of addresses keep headline and address', async () => {
    const list = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul><li><a href="${BRIDGE.url}" time_added="1" tags="">Bridge opens</a></li><li><a href="javascript:x">Bad</a></li></ul></body></html>`;
    expect(await capture('ril_export.html', list)).toMatchObject([
      { ok: true, article: { headline: 'Bridge opens', url: BRIDGE.url } },
      { ok: false },
    ]);
    expect(
      await captureOne('a.csv', `title,url,time_added,tags,status\nBridge opens,${BRIDGE.url},1,,unread\n`),
    ).toMatchObject({ url: BRIDGE.url });
  });
});

describe('tables', () => {
  it('find their columns by name', async () => {
    expect(await captureOne('a.csv', CSV)).toMatchObject({
      ...BRIDGE,
      headline: 'Bridge "opens"',
      author: ['Jane Doe', 'John Roe'],
      publisher: 'Harbour Gazette',
      articleBody: `${BODY}\n\nIt rained.`,
    });
    expect(await captureOne('a.csv', `Titel;Datum;Inhalt\nBrücke;4.5.2021;${BODY}\n`)).toMatchObject({
      headline: 'Brücke',
      articleBody: BODY,
    });
    expect(await captureOne('a.tsv', `العنوان\tالنص\nالجسر\t${BODY}\n`)).toMatchObject({ headline: 'الجسر' });
  });

  it('take the reader’s choice of columns', async () => {
    const context = {
      file: 'a.csv',
      collection: 'yours',
      capturedAt: null,
      sidecar: null,
      columns: { body: 'col2' },
    } as const;
    const outcomes = [];
    for await (const outcome of captureFile(new TextEncoder().encode(`col1,col2\nx,${BODY}`), context))
      outcomes.push(outcome);
    expect(outcomes).toMatchObject([{ ok: true, article: { articleBody: BODY } }]);
    expect(await capture('a.csv', 'col1,col2\nx,y')).toMatchObject([
      { ok: false, code: 'unsupported', reason: expect.stringContaining('col1, col2') },
    ]);
  });

  it('in an older code page are read, and say which rows hold what cannot be', async () => {
    const text = `Titel;Inhalt\nBrücke geöffnet;Für Fußgänger und Radfahrer ist die Brücke über den Fluss wieder geöffnet.\n`;
    const latin1 = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(await capture('a.csv', latin1)).toMatchObject([
      { ok: true, article: { headline: 'Brücke geöffnet' } },
    ]);
    const late = new TextEncoder().encode(`title,text\n${`Bridge,${BODY}\n`.repeat(9_000)}`);
    const outcomes = await capture('a.csv', join([late, Uint8Array.of(0xfc, 0x2c, 0x61, 0x0a)]));
    expect(outcomes.at(-1)).toMatchObject({ ok: false, code: 'not-utf-8' });
  });

  it('with an open quotation mark are named', async () => {
    expect((await capture('a.csv', 'title,text\na,"b\nc')).at(-1)).toMatchObject({ code: 'damaged' });
  });
});

describe('books', () => {
  it('give a chapter an article, in reading order', async () => {
    expect(await capture('a.epub', SAMPLES['a.epub']!)).toMatchObject([
      {
        ok: true,
        article: { headline: 'Bridges — Opening', author: ['Jane Doe'], datePublished: '2021-05-04' },
      },
      { ok: true, article: { headline: 'Bridges — Arches' } },
    ]);
  });

  it('that are locked or not complete are refused', async () => {
    const locked = {
      'META-INF/container.xml': '<x/>',
      'META-INF/encryption.xml': '<EncryptionMethod Algorithm="x"/>',
      'a.opf': '<package/>',
    };
    expect(
      await capture(
        'a.epub',
        zipOf({
          ...locked,
          'META-INF/container.xml': '<c><rootfiles><rootfile full-path="a.opf"/></rootfiles></c>',
        }),
      ),
    ).toMatchObject([{ code: 'locked' }]);
    expect(await capture('a.epub', zipOf({ 'a.txt': 'x' }))).toMatchObject([{ code: 'damaged' }]);
  });
});

describe('PDF documents', () => {
  it('give their text with the largest type as headline, words joined', async () => {
    expect(await readPdf(PDF)).toMatchObject([
      {
        ok: true,
        article: {
          headline: 'Bridge opens',
          articleBody: expect.stringContaining('opened on Monday after two years'),
        },
      },
    ]);
  });

  it('that hold no text, are cut or are none are refused', async () => {
    expect(await readPdf(pdfOf([]))).toMatchObject([{ code: 'no-article' }]);
    expect(await readPdf(PDF.slice(0, 100))).toMatchObject([{ ok: false }]);
    expect(await capture('a.pdf', PDF)).toMatchObject([{ code: 'unsupported' }]);
    expect(await readPdf(join([PDF.slice(0, 9), new Uint8Array(500)]))).toMatchObject([{ ok: false }]);
  });
});

/**
 * The reader's articles as one packed crawl (specs.webrecorder.net/wacz/1.1.1), for every program that replays or
 * indexes crawls:
 *
 *   backstory/articles.jsonl   every field, from which capture-held.ts brings back the same articles; others pass it
 *   archive/data.warc          a `resource` record an article (WARC 1.1): the page that the HTML export writes
 *   indexes/index.cdxj, pages/pages.jsonl, datapackage.json with the digest of each of these
 *
 * A digest needs its file whole: memory is three times the texts, unlike the other exports. O(length of the texts).
 */
import type { Article } from '../../archive/article.ts';
import { digestOf } from '../../archive/digest.ts';
import { type ExportEntry, toHtmlPage, toNewsArticleLine } from './export-articles.ts';

/** The first file of the package; by its name our own reader knows it. */
export const WACZ_ARTICLES = 'backstory/articles.jsonl';
const WARC = 'archive/data.warc';

const encoder = new TextEncoder();
const sizeOf = (text: string) => encoder.encode(text).length;

/** Files in the order in which they must stand; `madeAt` (ISO 8601) dates what has no capture date of its own. */
export async function exportWacz(articles: AsyncIterable<Article>, madeAt: string): Promise<ExportEntry[]> {
  const lines: string[] = [];
  const records: string[] = [];
  const index: string[] = [];
  const pages = [`${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All articles' })}\n`];
  let offset = 0;
  for await (const article of articles) {
    const record = await toRecord(article, madeAt);
    const length = sizeOf(record.text);
    lines.push(toNewsArticleLine(article));
    records.push(record.text);
    index.push(indexLine(record, offset, length));
    pages.push(pageLine(article, record));
    offset += length;
  }
  const files: ExportEntry[] = [
    { name: WACZ_ARTICLES, text: lines.join('') },
    { name: WARC, text: records.join('') },
    { name: 'indexes/index.cdxj', text: index.sort().join('') },
    { name: 'pages/pages.jsonl', text: pages.join('') },
  ];
  return [...files, { name: 'datapackage.json', text: await contentsOf(files, madeAt) }];
}

interface WarcRecord {
  readonly address: string;
  /** WARC-Date. */
  readonly date: string;
  readonly digest: string;
  readonly text: string;
}

async function toRecord(article: Article, madeAt: string): Promise<WarcRecord> {
  const page = toHtmlPage(article);
  const digest = await digestOf(encoder.encode(page));
  const date = toWarcDate(article.provenance.capturedAt) ?? toWarcDate(madeAt) ?? '1970-01-01T00:00:00Z';
  const address = addressOf(article);
  const head = [
    'WARC/1.1',
    'WARC-Type: resource',
    `WARC-Record-ID: <urn:uuid:${toUuid(digest)}>`,
    `WARC-Target-URI: ${address}`,
    `WARC-Date: ${date}`,
    `WARC-Payload-Digest: ${digest}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${sizeOf(page)}`,
  ];
  return { address, date, digest, text: `${head.join('\r\n')}\r\n\r\n${page}\r\n\r\n` };
}

/** One line of header; an article without an address of the web gets a name in its place. */
function addressOf({ id, url }: Article): string {
  if (url === null || !/^https?:/i.test(url)) return `urn:backstory:${id}`;
  return url.replace(/[\s<>\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
}

/** Whole seconds in universal time; null for what is no time. */
function toWarcDate(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The same page has the same record id on every day (RFC 9562, version 8: the digits are ours to choose). */
function toUuid(digest: string): string {
  const hex = digest.slice('sha256:'.length);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function indexLine({ address, date, digest }: WarcRecord, offset: number, length: number): string {
  const facts = {
    url: address,
    mime: 'text/html',
    status: '200',
    digest,
    offset,
    length,
    filename: 'data.warc',
  };
  return `${sortKeyOf(address)} ${date.replace(/\D/g, '')} ${JSON.stringify(facts)}\n`;
}

/** SURT: host parts backwards, so that pages of one site stand together. */
function sortKeyOf(address: string): string {
  if (!URL.canParse(address) || address.startsWith('urn:')) return address.toLowerCase();
  const { hostname, pathname, search } = new URL(address);
  return `${hostname.split('.').reverse().join(',')})${pathname}${search}`.toLowerCase();
}

function pageLine({ id, headline, articleBody }: Article, { address, date }: WarcRecord): string {
  return `${JSON.stringify({ id, url: address, ts: date, title: headline ?? '', text: articleBody })}\n`;
}

async function contentsOf(files: readonly ExportEntry[], created: string): Promise<string> {
  const resources = await Promise.all(
    files.map(async ({ name, text }) => {
      const bytes = encoder.encode(text);
      return { name: name.split('/').at(-1), path: name, hash: await digestOf(bytes), bytes: bytes.length };
    }),
  );
  const facts = { profile: 'data-package', wacz_version: '1.1.1', software: 'Backstory', created, resources };
  return `${JSON.stringify(facts, null, 2)}\n`;
}

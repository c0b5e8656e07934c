/**
 * How much of each import format's test files is read as their manifests expect, and whether every broken file is
 * refused with a reason. The files are other projects' test suites (NOTICE.txt in each folder): nothing was learned
 * from them, but faults they showed were mended, so they are no longer unseen.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { WARCParser } from 'warcio';
import type { Article } from '../../src/archive/article.ts';
import type { CaptureOutcome } from '../../src/capture/capture-outcome.ts';
import { readEpubBook } from '../../src/capture/epub-book.ts';
import { type Feed, type FeedItem, feedItems } from '../../src/capture/feed-items.ts';
import { captureFile } from '../../src/capture/formats.ts';
import { inflate } from '../../src/capture/inflate.ts';
import { parseRecord } from '../../src/capture/json-records.ts';
import { lineOfMarkup, textOfMarkup } from '../../src/capture/markup-text.ts';
import { readPrintedDate } from '../../src/capture/printed-date.ts';
import { Unpacking } from '../../src/capture/unpacking.ts';
import { warcRecords } from '../../src/capture/warc-records.ts';
import { loadPdf, unbrotli } from '../../src/platform/node/unpack-libraries.ts';
import type { Figure } from './figure.ts';

const IS_TELLING = process.env.TELL === '1';

class Tally {
  right = 0;
  wanted = 0;
  check(isRight: boolean, what: string): void {
    this.wanted++;
    if (isRight) this.right++;
    else if (IS_TELLING) console.log(`  missed ${what}`);
  }
  figure(set: string, measure: string, peers: Figure['peers'] = {}): Figure {
    return {
      set,
      measure: `${measure} (of ${this.wanted})`,
      value: this.right / Math.max(this.wanted, 1),
      target: 1,
      peers,
    };
  }
}

const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
const flat = (text: unknown) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();

// Feeds

interface Expected {
  title?: string;
  language?: string;
  items?: ExpectedItem[];
  entries?: ExpectedItem[];
}
interface ExpectedItem {
  title?: string;
  link?: string;
  links?: (string | { href?: string; rel?: string })[];
  pubDate?: string;
  published?: string;
  updated?: string;
  author?: string | { name?: string };
  authors?: { name?: string }[];
  content?: string | { type?: string; value?: string };
  description?: string;
  summary?: string;
}

async function readFeedFile(path: string): Promise<{ feed: Feed | null; items: FeedItem[] }> {
  const items: FeedItem[] = [];
  const reading = feedItems(bytesOf(path));
  try {
    for (;;) {
      const step = await reading.next();
      if (step.done) return { feed: step.value, items };
      items.push(step.value);
    }
  } catch {
    return { feed: null, items };
  }
}

const asPlain = (markup: unknown) => flat(lineOfMarkup(String(markup ?? '')));

function checkItem(expected: ExpectedItem, item: FeedItem | undefined, name: string, tally: Tally): void {
  const see = (field: string, wanted: unknown, got: unknown) => {
    if (flat(wanted) !== '')
      tally.check(flat(wanted) === flat(got), `${name} ${field}: ${flat(wanted)} / ${flat(got)}`);
  };
  see('title', asPlain(expected.title), item?.headline);
  const links = expected.links?.map((link) =>
    typeof link === 'string' ? link : ['alternate', undefined, ''].includes(link.rel) ? link.href : '',
  );
  // The suite keeps the last of several links of an entry, Backstory the first.
  see('link', links?.find((link) => link === item?.url) ?? expected.link ?? links?.[0], item?.url);
  const date = expected.pubDate ?? expected.published ?? expected.updated;
  see('date', readPrintedDate(date ?? '') ?? '', readPrintedDate(item?.date ?? ''));
  const author = typeof expected.author === 'string' ? expected.author : expected.author?.name;
  see('author', asPlain(asPlain(author ?? expected.authors?.[0]?.name)), asPlain(item?.author[0]));
  const construct = typeof expected.content === 'string' ? { value: expected.content } : expected.content;
  // Bytes of a film are no text of an article.
  const content = /^(?:video|application)\//.test(construct?.type ?? '') ? '' : construct?.value;
  see(
    'content',
    flat(textOfMarkup(content ?? expected.description ?? expected.summary ?? '')),
    item?.content,
  );
}

async function feedFigures(data: string): Promise<Figure[]> {
  const tally = new Tally();
  const pairs = new Tally();
  const peer = new Tally();
  const root = join(data, 'fmt_feeds/gofeed');
  for (const folder of ['parser/rss', 'parser/atom', 'translator/rss', 'translator/atom']) {
    const files = readdirSync(join(root, folder));
    for (const file of files.filter((name) => name.endsWith('.xml'))) {
      const pair = join(root, folder, file.replace(/xml$/, 'json'));
      if (!files.includes(file.replace(/xml$/, 'json'))) continue;
      const expected = JSON.parse(readFileSync(pair, 'utf8')) as Expected;
      const { feed, items } = await readFeedFile(join(root, folder, file));
      const wantedItems = expected.items ?? expected.entries ?? [];
      pairs.check(
        feed !== null && items.length === wantedItems.length,
        `${file}: ${items.length} of ${wantedItems.length} entries`,
      );
      peer.check(countByPeer(join(root, folder, file)) === wantedItems.length, '');
      if (flat(expected.title) !== '')
        tally.check(
          asPlain(expected.title) === flat(feed?.outlet),
          `${file} title: ${expected.title} / ${feed?.outlet}`,
        );
      for (const [at, item] of wantedItems.entries()) checkItem(item, items[at], file, tally);
    }
  }
  const others = { feedsmith: peer.right / peer.wanted };
  return [
    pairs.figure('fmt_feeds', 'files read with all their entries', others),
    tally.figure('fmt_feeds', 'expected title, address, day, author and text'),
  ];
}

function countByPeer(path: string): number {
  try {
    const { feed } = parseFeed(readFileSync(path, 'utf8')) as {
      feed: { items?: unknown[]; entries?: unknown[] };
    };
    return (feed.items ?? feed.entries ?? []).length;
  } catch {
    return -1;
  }
}

// Captured pages

async function outcomesOf(path: string, file = basename(path)): Promise<CaptureOutcome[]> {
  const outcomes: CaptureOutcome[] = [];
  const context = { file, collection: 'yours', capturedAt: null, sidecar: null, loadPdf, unbrotli } as const;
  for await (const outcome of captureFile(bytesOf(path), context)) outcomes.push(outcome);
  return outcomes;
}

async function mhtmlFigures(data: string): Promise<Figure[]> {
  const [sound, broken] = [new Tally(), new Tally()];
  const root = join(data, 'fmt_mhtml/msindwan+mhtml2html');
  for (const file of readdirSync(root).filter((name) => name.endsWith('.mhtml'))) {
    const outcomes = await outcomesOf(join(root, file));
    if (/^(?:missing|unexpected)/.test(file)) {
      broken.check(
        outcomes.some((outcome) => !outcome.ok),
        file,
      );
      continue;
    }
    const head = readFileSync(join(root, file), 'latin1');
    const address = /^(?:Snapshot-)?Content-Location: (\S+)/m.exec(head)?.[1];
    const date = new Date(/^Date: (.*)$/m.exec(head)?.[1] ?? '').getTime();
    const [outcome] = outcomes;
    const article = outcome?.ok ? outcome.article : null;
    sound.check(article?.headline === /^Subject: (.*?)\r?$/m.exec(head)?.[1], `${file} subject`);
    sound.check(article?.provenance.capturedFrom === address, `${file} address`);
    sound.check(Date.parse(article?.provenance.capturedAt ?? '') === date, `${file} time`);
    sound.check((article?.articleBody.length ?? 0) > 500, `${file} text`);
  }
  return [
    sound.figure('fmt_mhtml', 'subject, address, time and text'),
    broken.figure('fmt_mhtml', 'malformed files refused with a reason'),
  ];
}

async function warcFigures(data: string): Promise<Figure[]> {
  const [records, pages, answered] = [new Tally(), new Tally(), new Tally()];
  const root = join(data, 'fmt_warc_wacz');
  const rows = readFileSync(join(root, 'manifest.tsv'), 'utf8').split('\n').slice(1).filter(Boolean);
  for (const row of rows) {
    const [repo = '', file = '', , counts = '{}'] = row.split('\t');
    const path = join(root, repo.replace('/', '+'), file);
    if (!existsSync(path)) continue;
    const outcomes = await outcomesOf(path);
    answered.check(outcomes.length > 0, file);
    if (!/\.w?arc(?:\.gz)?(?:\.bad)?$/.test(file)) continue;
    const seen = await countRecords(path);
    const expected = JSON.parse(counts) as Record<string, number>;
    for (const [type, count] of Object.entries(expected))
      records.check(seen.types[type] === count, `${file} ${type}: ${seen.types[type]} of ${count}`);
    const reached = outcomes.filter((outcome) =>
      /\/\d+\.(?:html|pdf)$/.test(outcome.ok ? outcome.article.provenance.file : outcome.file),
    );
    pages.check(reached.length === seen.pages, `${file}: ${reached.length} of ${seen.pages} pages`);
  }
  return [
    records.figure('fmt_warc_wacz', 'records of each type as the manifest counts them'),
    pages.figure('fmt_warc_wacz', 'files with every HTML page of status 200 reached'),
    answered.figure('fmt_warc_wacz', 'files with pages or a reason'),
  ];
}

/** Types by our reader; pages by warcio, the reference implementation in this language, where it can read the file. */
async function countRecords(path: string): Promise<{ types: Record<string, number>; pages: number }> {
  const types: Record<string, number> = {};
  const bytes = bytesOf(path);
  const source = bytes[0] === 0x1f ? inflate(bytes, 'gzip', new Unpacking()) : bytes;
  let ours = 0;
  try {
    for await (const step of warcRecords(source)) {
      if (typeof step === 'string') continue;
      types[step.type] = (types[step.type] ?? 0) + 1;
      const text = new TextDecoder('latin1').decode(step.block ?? new Uint8Array(0));
      const type =
        step.type === 'resource'
          ? step.headers.get('content-type')
          : /^content-type:(.*)$/im.exec(text.split('\r\n\r\n')[0] ?? '')?.[1];
      const isAnswer = step.type === 'resource' || (step.type === 'response' && /^HTTP\/\S+ 200/.test(text));
      if (isAnswer && /text\/html|xhtml/.test(type ?? '')) ours++;
    }
  } catch {
    return { types, pages: ours };
  }
  return { types, pages: path.includes('.arc') ? ours : ((await pagesByPeer(bytes)) ?? ours) };
}

async function pagesByPeer(bytes: Uint8Array<ArrayBuffer>): Promise<number | null> {
  let pages = 0;
  try {
    async function* chunks() {
      yield bytes;
    }
    for await (const record of new WARCParser(chunks())) {
      const status = record.httpHeaders?.statusCode ?? 0;
      const type =
        (record.warcType === 'resource'
          ? record.warcContentType
          : record.httpHeaders?.headers.get('content-type')) ?? '';
      if (
        (record.warcType === 'resource' || (record.warcType === 'response' && status === 200)) &&
        /html/.test(type)
      )
        pages++;
    }
    return pages;
  } catch {
    return null;
  }
}

// Books and documents

interface EpubExpected {
  file: string;
  title: string[];
  creator: string[];
  date: string[];
  language: string[];
  spine_items: number;
}

async function epubFigures(data: string): Promise<Figure[]> {
  const tally = new Tally();
  const root = join(data, 'fmt_epub');
  for (const line of readFileSync(join(root, 'manifest.jsonl'), 'utf8').split('\n').filter(Boolean)) {
    const expected = JSON.parse(line) as EpubExpected;
    if (!existsSync(join(root, expected.file))) continue;
    const book = await readEpubBook(bytesOf(join(root, expected.file)), new Unpacking());
    const see = (what: string, isRight: boolean) => tally.check(isRight, `${expected.file} ${what}`);
    see('title', book.titles.join('|') === expected.title.map(flat).join('|'));
    see('creator', book.authors.join('|') === expected.creator.map(flat).join('|'));
    see('date', (book.date ?? '') === (expected.date[0] ?? ''));
    see('language', book.language === expected.language[0]);
    see(
      'chapters',
      book.chapters.length === expected.spine_items && book.chapters.every(({ bytes }) => bytes.length > 0),
    );
  }
  return [tally.figure('fmt_epub', 'title, creators, date, language and chapters')];
}

async function pdfFigures(data: string): Promise<Figure[]> {
  const root = join(data, 'fmt_pdf/py-pdf+sample-files');
  const tally = new Tally();
  let likeness = 0;
  for (const file of readdirSync(root).filter((name) => name.endsWith('.pdf'))) {
    const outcomes = await outcomesOf(join(root, file));
    const isLocked = /password/.test(file);
    tally.check(
      outcomes.length > 0 &&
        (!isLocked || outcomes.some((outcome) => !outcome.ok && outcome.code === 'locked')),
      file,
    );
    if (!file.startsWith('GeoTopo')) continue;
    const gold = readFileSync(join(root, 'GeoTopo-book.gold.txt'), 'utf8');
    likeness = wordLikeness(
      gold,
      outcomes.map((outcome) => (outcome.ok ? outcome.article.articleBody : '')).join('\n'),
    );
  }
  return [
    tally.figure('fmt_pdf', 'files with text or a reason'),
    { set: 'fmt_pdf, GeoTopo', measure: 'F1 of words against the gold text', value: likeness, target: 0.9 },
  ];
}

function wordLikeness(gold: string, ours: string): number {
  const count = (text: string) => {
    const words = new Map<string, number>();
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  };
  const [left, right] = [count(gold), count(ours)];
  const total = (words: Map<string, number>) => [...words.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [word, times] of left) shared += Math.min(times, right.get(word) ?? 0);
  return (2 * shared) / Math.max(total(left) + total(right), 1);
}

// Bibliographies

interface BiblioCase {
  input: string;
  items: Record<string, unknown>[];
}

async function biblioFigures(data: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, file] of [
    ['BibTeX', 'a.bib'],
    ['RIS', 'a.ris'],
    ['CSL_JSON', 'a.json'],
  ] as const) {
    const path = join(data, `fmt_biblio/zotero/${name}.tests.json`);
    if (!existsSync(path)) continue;
    const tally = new Tally();
    for (const { input, items } of JSON.parse(readFileSync(path, 'utf8')) as BiblioCase[]) {
      const outcomes: CaptureOutcome[] = [];
      const context = { file, collection: 'yours', capturedAt: null, sidecar: null } as const;
      for await (const outcome of captureFile(new TextEncoder().encode(input), context))
        outcomes.push(outcome);
      const articles = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.article] : []));
      tally.check(
        articles.length === items.length,
        `${name} ${articles.length} of ${items.length} items: ${input.slice(0, 60)}`,
      );
      for (const [at, item] of items.entries()) checkReference(item, articles[at], name, tally);
    }
    figures.push(
      tally.figure('fmt_biblio', `${name}: items, title, authors, day, address, abstract, language`),
    );
  }
  return figures;
}

function checkReference(
  item: Record<string, unknown>,
  article: Article | undefined,
  name: string,
  tally: Tally,
): void {
  const expected = parseRecord({ ...item, notes: [] }, null);
  if (!expected.ok) return;
  const { headline, author, datePublished, url, articleBody, inLanguage } = expected.value;
  const see = (field: string, wanted: unknown, got: unknown) => {
    if (flat(wanted) !== '')
      tally.check(flat(wanted) === flat(got), `${name} ${field}: ${flat(wanted)} / ${flat(got)}`);
  };
  see('title', headline, article?.headline);
  see('authors', author.join('; '), article?.author.join('; '));
  see('day', datePublished, article?.datePublished);
  see('address', url, article?.url);
  see('abstract', articleBody, article?.articleBody);
  // What the reader detects in a text without a stated language does not count against it.
  see('language', inLanguage, article?.inLanguage);
}

/** Of `data`, the folder of third-party sets. */
export async function formatFigures(data: string): Promise<Figure[]> {
  const parts = [feedFigures, mhtmlFigures, warcFigures, epubFigures, pdfFigures, biblioFigures];
  const figures: Figure[] = [];
  for (const part of parts) figures.push(...(await part(data)));
  return figures;
}

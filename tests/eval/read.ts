/**
 * What is read off a page: text, headline, byline, day, beside Readability, Defuddle and the page's metadata alone.
 *
 * The text is scored as article_extraction_benchmark does: word 4-grams per page, then F1 of mean precision and recall.
 * Pages fall into two halves by a hash of their id; rules were tuned on the first, and both are reported.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import type { HtmlDocument } from '../../src/capture/html/dom.ts';
import { limitAttributes } from '../../src/capture/html/limit-attributes.ts';
import { limitNesting } from '../../src/capture/html/limit-nesting.ts';
import { readPage } from '../../src/capture/html/read-page.ts';
import type { Evaluate, Figure } from './figure.ts';
import { type DefuddlePeer, startDefuddle } from './read-defuddle.ts';
import { metadataAlone } from './read-metadata.ts';
import { meanF1, scoreText, type TextScore } from './score-text.ts';

interface Page {
  readonly id: string;
  readonly url: string | null;
  readonly html: string;
}

/** What one reader makes of a page; null or '' for what it does not find. */
export interface Reading {
  readonly body: string;
  readonly headline: string | null;
  readonly byline: string | null;
  readonly day: string | null;
}

const NOTHING: Reading = { body: '', headline: null, byline: null, day: null };
const gunzip = (path: string) => gunzipSync(readFileSync(path)).toString();
const isHeldOut = (id: string) => {
  let hash = 2_166_136_261;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return ((hash >>> 7) & 1) === 1;
};
/** The tree that parseDocument gives; the slower half of its work, the standard's repairs, is done once a page. */
const build = (repaired: string): HtmlDocument => parseHTML(repaired).document as unknown as HtmlDocument;
const dayOf = (value: string | null | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0] ?? null;

function readOurs(document: HtmlDocument, url: string | null): Reading {
  const reading = readPage(document, { url, capturedAt: null });
  if (!reading.ok) return NOTHING;
  const { articleBody, headline, author, datePublished } = reading.draft;
  return { body: articleBody, headline, byline: author.join(', ') || null, day: datePublished };
}

function readReadability(document: HtmlDocument): Reading {
  try {
    const found = new Readability(document as never).parse();
    if (found === null) return NOTHING;
    const { textContent, title, byline, publishedTime } = found;
    return {
      body: textContent ?? '',
      headline: title ?? null,
      byline: byline ?? null,
      day: dayOf(publishedTime),
    };
  } catch {
    return NOTHING;
  }
}

type Readings = Readonly<Record<'ours' | 'Readability' | 'Defuddle' | 'metadata only', Reading>>;

type ReadAll = (page: Page) => Promise<Readings>;

const readAllWith =
  (defuddle: DefuddlePeer): ReadAll =>
  async ({ url, html }) => {
    const limited = limitAttributes(limitNesting(html));
    const theirs = defuddle.read({ url, html: limited });
    const repaired = serialize(parse(limited));
    return {
      ours: readOurs(build(repaired), url),
      Readability: readReadability(build(repaired)),
      'metadata only': metadataAlone(build(repaired)),
      Defuddle: await theirs,
    };
  };

const PEERS = ['Readability', 'Defuddle', 'metadata only'] as const;

/** A share, or a mean, over pages for us and each peer, on the held-out half and on all. */
function figures<T extends { readonly id: string; readonly readings: Readings }>(
  rows: readonly T[],
  about: Pick<Figure, 'set' | 'measure' | 'target'> & { readonly isCost?: boolean },
  measure: (rows: readonly T[], read: (row: T) => Reading) => number,
): Figure[] {
  const { set, ...rest } = about;
  return [
    { set: `${set}, held-out half`, part: rows.filter(({ id }) => isHeldOut(id)) },
    { set, part: rows },
  ].map(({ set, part }) => ({
    ...rest,
    set,
    value: measure(part, ({ readings }) => readings.ours),
    peers: Object.fromEntries(PEERS.map((peer) => [peer, measure(part, ({ readings }) => readings[peer])])),
  }));
}

async function textFigures(data: string, readAll: ReadAll): Promise<Figure[]> {
  const folder = join(data, 'article_extraction_benchmark');
  const gold = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { readonly articleBody: string; readonly url: string }
  >;
  const rows = [];
  for (const [id, { articleBody, url }] of Object.entries(gold)) {
    const html = gunzip(join(folder, 'html', `${id}.html.gz`));
    rows.push({ id, articleBody, readings: await readAll({ id, url, html }) });
  }
  const about = { set: 'article_extraction_benchmark', measure: '4-gram F1 of the text', target: 0.965 };
  return figures(rows, about, (part, read) =>
    meanF1(part.map((row): TextScore => scoreText(row.articleBody, read(row).body))),
  );
}

/** Whether a page prints a day at all, in figures or in words, or in its address. */
function printsDay(html: string, url: string, day: string): boolean {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const two = (value: number) => `0?${value}`;
  const figures = [
    `${year}[-/.]?\\s?${two(month)}[-/.]?\\s?${two(date)}(?!\\d)`,
    `(?<!\\d)${two(date)}[-/.]\\s?${two(month)}[-/.]\\s?(?:${year}|${year % 100})(?!\\d)`,
    `(?<!\\d)${two(month)}/${two(date)}/(?:${year}|${year % 100})(?!\\d)`,
    `(?<!\\d)${two(date)}(?:\\.|st|nd|rd|th|er)?\\s(?:de\\s)?[\\p{L}.]{3,12},?\\s(?:de\\s)?${year}`,
    `[\\p{L}.]{3,12}\\s${two(date)}(?:st|nd|rd|th)?,?\\s${year}`,
  ];
  return new RegExp(figures.join('|'), 'u').test(`${url}\n${html}`);
}

interface DatedPage {
  readonly id: string;
  readonly date: string;
  readonly isPrinted: boolean;
  readonly readings: Readings;
}

async function dayFigures(data: string, readAll: ReadAll): Promise<Figure[]> {
  const folder = join(data, 'htmldate_sample');
  const rows: DatedPage[] = [];
  for (const line of readFileSync(join(folder, 'gold.jsonl'), 'utf8').trim().split('\n')) {
    const { html: id, url, date } = JSON.parse(line) as { html: string; url: string; date: string };
    const html = gunzip(join(folder, id));
    rows.push({
      id,
      date,
      isPrinted: printsDay(html, url, date),
      readings: await readAll({ id, url, html }),
    });
  }
  const set = 'htmldate_sample';
  const share = (part: readonly DatedPage[], isCounted: (row: DatedPage) => boolean) =>
    part.filter(isCounted).length / part.length;
  const exact = { set, measure: 'day exact, of pages that print it', target: 0.9 };
  const all = { set, measure: 'day exact, of all pages', target: null };
  const wrong = { set, measure: 'day wrong, of all pages', target: 0.04, isCost: true };
  return [
    ...figures(
      rows.filter(({ isPrinted }) => isPrinted),
      exact,
      (part, read) => share(part, (row) => read(row).day === row.date),
    ),
    ...figures(rows, all, (part, read) => share(part, (row) => read(row).day === row.date)),
    ...figures(rows, wrong, (part, read) =>
      share(part, (row) => read(row).day !== null && read(row).day !== row.date),
    ),
  ];
}

interface Expected {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedTime: string | null;
}

const fold = (text: string | null) =>
  (text ?? '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The expected titles often end in the site's name: a headline without it counts. */
function isHeadline(found: string | null, expected: string): boolean {
  const [a, b] = [fold(found), fold(expected)];
  return a === b || (a.length > 5 && b.includes(a) && a.length > b.length * 0.4);
}

/** The expected bylines hold "By" and dates: names that all stand in them, and only those, count. */
function isByline(found: string | null, expected: string): boolean {
  const names = (found ?? '')
    .split(/,\s|;\s|\n/)
    .map(fold)
    .filter((name) => name !== '');
  return names.length > 0 && names.every((name) => fold(expected).includes(name.replace(/^by /, '')));
}

async function metadataFigures(data: string, readAll: ReadAll): Promise<Figure[]> {
  const folder = join(data, 'readability_test_pages');
  const rows: { id: string; expected: Expected; readings: Readings }[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const id = entry.name;
    const expected = JSON.parse(readFileSync(join(folder, id, 'expected-metadata.json'), 'utf8')) as Expected;
    const html = gunzip(join(folder, id, 'source.html.gz'));
    rows.push({ id, expected, readings: await readAll({ id, url: null, html }) });
  }
  const set = 'readability_test_pages';
  const figuresOf = (
    measure: string,
    target: number,
    pick: (expected: Expected) => string | null,
    isRight: (reading: Reading, expected: string) => boolean,
  ) =>
    figures(
      rows.filter((row) => pick(row.expected)),
      { set, measure, target },
      (part, read) => part.filter((row) => isRight(read(row), pick(row.expected) ?? '')).length / part.length,
    );
  return [
    ...figuresOf(
      'headline',
      0.95,
      ({ title }) => title,
      (reading, title) => isHeadline(reading.headline, title),
    ),
    ...figuresOf(
      'byline',
      0.9,
      ({ byline }) => byline,
      (reading, byline) => isByline(reading.byline, byline),
    ),
    ...figuresOf(
      'day',
      0.9,
      ({ publishedTime }) => publishedTime,
      (reading, time) => reading.day === dayOf(time),
    ),
  ];
}

/** Other formats' figures, where their evaluation stands beside this one. */
async function otherFormats(data: string): Promise<readonly Figure[]> {
  const path = './read-formats.ts';
  const isThere = readdirSync(import.meta.dirname).includes('read-formats.ts');
  if (!isThere) return [];
  const module = (await import(path)) as { formatFigures: Evaluate };
  return module.formatFigures(data);
}

export const evaluate: Evaluate = async (data) => {
  const defuddle = startDefuddle();
  const readAll = readAllWith(defuddle);
  try {
    return [
      ...(await textFigures(data, readAll)),
      ...(await dayFigures(data, readAll)),
      ...(await metadataFigures(data, readAll)),
      ...(await otherFormats(data)),
    ];
  } finally {
    await defuddle.close();
  }
};

/**
 * A passage as a citation: plain quote, Markdown, BibTeX, RIS (1.3, Refman) or CSL-JSON 1.0.2. The address leads to the
 * quoted words themselves (text-fragment.ts). What the article does not print is left out, never made up.
 */
import type { Article } from '../archive/article.ts';
import type { PassageId } from '../archive/passage.ts';
import type { CitationFormat } from '../protocol/views.ts';
import type { TextPosition } from '../text/position.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import { addressWithText } from '../text/text-fragment.ts';
import type { Archive } from './archive.ts';

/** `part`: what of the article's body is quoted; null, or no part of it, for the whole passage. */
export function citePassage(
  archive: Archive,
  id: PassageId,
  format: CitationFormat,
  part: TextPosition | null = null,
): Result<string> {
  const place = archive.placeOf.get(id);
  if (place === undefined) return fail('not-found', 'This passage is not in the archive (any more).');
  const { passage, article } = archive.records[place]!;
  const quoted = part && isPartOf(article, part) ? article.articleBody.slice(part.start, part.end) : null;
  const text = quoted?.trim() || passage.text;
  const url = addressWithText(article.url, text) ?? article.url;
  return succeed(WRITERS[format]({ ...article, url }, text));
}

/** Positions can come from an address that somebody typed. */
function isPartOf({ articleBody }: Article, { start, end }: TextPosition): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && end <= articleBody.length;
}

const WRITERS: Readonly<Record<CitationFormat, (article: Article, text: string) => string>> = {
  plain: (article, text) => `“${text}” — ${attribution(article)}`,
  markdown: (article, text) =>
    `> ${text.replace(LINE_BREAK, '\n> ')}\n>\n> — ${oneLine(attribution(article))}`,
  bibtex: (article, text) => {
    const fields = { ...plainFields(article), note: text };
    const lines = Object.entries(fields).flatMap(([name, value]) =>
      value ? [`  ${name} = {${braced(value)}}`] : [],
    );
    return `@misc{${article.id},\n${lines.join(',\n')}\n}`;
  },
  ris: (article, text) => {
    const { title, publisher, date, url } = plainFields(article);
    const tags: [string, string | null][] = [
      ['TY', 'NEWS'],
      ['TI', title],
      ...article.author.map((name): [string, string] => ['AU', name]),
      ['PB', publisher],
      ['DA', date?.replaceAll('-', '/') ?? null],
      ['UR', url],
      ['Y2', capturedDay(article)?.replaceAll('-', '/') ?? null],
      ['N1', text],
      ['ER', ''],
    ];
    return tags
      .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}`]))
      .join('\r\n');
  },
  'csl-json': (article, text) => {
    const { title, publisher, url } = plainFields(article);
    const parts = article.datePublished?.split('-').map(Number);
    const captured = capturedDay(article);
    const item = {
      id: article.id,
      type: 'article-newspaper',
      ...(title && { title }),
      ...(article.author.length > 0 && { author: article.author.map((literal) => ({ literal })) }),
      ...(publisher && { 'container-title': publisher }),
      ...(parts && { issued: { 'date-parts': [parts] } }),
      ...(url && { URL: url }),
      ...(captured && { accessed: { 'date-parts': [captured.split('-').map(Number)] } }),
      note: text,
    };
    return JSON.stringify([item], null, 2);
  },
};

function plainFields(article: Article) {
  const { headline, author, publisher, datePublished, url } = article;
  return {
    title: headline,
    author: author.length > 0 ? author.join(' and ') : null,
    publisher,
    date: datePublished,
    url,
    urldate: capturedDay(article),
  };
}

/** YYYY-MM-DD: the day the article was fetched or saved; null where that is not recorded. */
function capturedDay({ provenance }: Article): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(provenance.capturedAt ?? '')?.[0] ?? null;
}

/** Outlet, date, byline, headline, source, address, day of capture: the same order as everywhere; gaps are said. */
function attribution(article: Article): string {
  const { headline, author, publisher, datePublished, url, provenance } = article;
  const captured = capturedDay(article);
  const parts = [
    publisher ?? 'no outlet printed',
    datePublished ?? 'no date printed',
    author.length > 0 ? `by ${author.join(', ')}` : null,
    headline && `“${headline}”`,
    provenance.republishedFrom && `republished from ${provenance.republishedFrom}`,
    url,
    captured && `captured ${captured}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** What some reader of these formats takes for the end of a line. */
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/** A line break would end a RIS field and start a forged one. */
function oneLine(text: string): string {
  return text.replace(LINE_BREAK, ' ');
}

const TEX_NAMES: Readonly<Record<string, string>> = {
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '\\': '{\\textbackslash}',
};

/** Unbalanced braces would end a BibTeX field; BibTeX counts them even behind a backslash. */
function braced(text: string): string {
  return oneLine(text).replace(/[{}\\]/g, (character) => TEX_NAMES[character] ?? character);
}

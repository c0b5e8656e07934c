/**
 * A passage as a citation: plain quote, Markdown, BibTeX, RIS (1.3, Refman) or CSL-JSON 1.0.2. The address leads to the
 * quoted words themselves (text-fragment.ts). What the article does not print is left out, never made up. What a format
 * has no field for (whose words, source named, file) stands in its note.
 */
import type { Article } from '../archive/article.ts';
import type { PassageId } from '../archive/passage.ts';
import { unprintedOutlet } from '../archive/site.ts';
import { NO_HEADLINE } from '../capture/reference.ts';
import type { CitationFormat, CitedPart } from '../protocol/views.ts';
import { makeSnippet } from '../retrieval/snippet.ts';
import type { TextPosition } from '../text/position.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import { addressWithText } from '../text/text-fragment.ts';
import type { Archive } from './archive.ts';
import { citationKey } from './citation-key.ts';
import { whoseWords } from './whose-words.ts';

/** In code units: what tells a passage from others, not what the article says. */
const EXCERPT = 300;

interface Cited {
  readonly article: Article;
  /** What is quoted; null where the article is cited as a whole. */
  readonly text: string | null;
  /** Whose words the text mostly is; null is "not stated". */
  readonly speaker: string | null;
  /** Everybody surely quoted in it, in order. */
  readonly quoted: readonly string[];
}

/**
 * `part`: what of the article's body is quoted; null, or no part of it, for the passage, by its beginning; 'article' for
 * the article without a quotation.
 */
export function citePassage(
  archive: Archive,
  id: PassageId,
  format: CitationFormat,
  part: CitedPart = null,
): Result<string> {
  const place = archive.placeOf.get(id);
  if (place === undefined) return fail('not-found', 'This passage is not in the archive (any more).');
  const { passage, article } = archive.records.at(place)!;
  if (part === 'article') return succeed(WRITERS[format]({ article, text: null, speaker: null, quoted: [] }));
  const partText =
    part && isPartOf(article, part) ? article.articleBody.slice(part.start, part.end).trim() : '';
  const text = partText || passage.text;
  const url = addressWithText(article.url, text) ?? article.url;
  const { speaker, quoted } = whoseWords(
    archive,
    part && partText ? { ...part, articleId: article.id } : passage,
  );
  const shown = partText || excerpt(text);
  return succeed(WRITERS[format]({ article: { ...article, url }, text: shown, speaker, quoted }));
}

/** The beginning, up to a word's end, with … where there is more. */
const excerpt = (text: string): string => makeSnippet(text, [], EXCERPT).snippet;

/** Positions can come from an address that somebody typed. */
function isPartOf({ articleBody }: Article, { start, end }: TextPosition): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && end <= articleBody.length;
}

const WRITERS: Readonly<Record<CitationFormat, (cited: Cited) => string>> = {
  plain: (cited) => (cited.text === null ? '' : `${quotation(cited.text)} — `) + attribution(cited),
  markdown: (cited) =>
    cited.text === null
      ? oneLine(attribution(cited))
      : `> ${cited.text.replace(LINE_BREAK, '\n> ')}\n>\n> — ${oneLine(attribution(cited))}`,
  bibtex: (cited) => {
    const { article } = cited;
    const fields = { ...plainFields(article), note: note(cited) };
    const lines = Object.entries(fields).flatMap(([name, value]) =>
      value ? [`  ${name} = {${braced(value)}}`] : [],
    );
    return `@misc{${citationKey(article)},\n${lines.join(',\n')}\n}`;
  },
  ris: (cited) => {
    const { article } = cited;
    const { title, publisher, date, url } = plainFields(article);
    const tags: [string, string | null][] = [
      ['TY', 'NEWS'],
      ['ID', citationKey(article)],
      ['TI', title],
      ...article.author.map((name): [string, string] => ['AU', name]),
      ['T2', publisher],
      ['DA', date?.replaceAll('-', '/') ?? null],
      ['UR', url],
      ['Y2', capturedDay(article)?.replaceAll('-', '/') ?? null],
      ['N1', note(cited)],
      ['ER', ''],
    ];
    return tags
      .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}`]))
      .join('\r\n');
  },
  'csl-json': (cited) => {
    const { article } = cited;
    const { headline: title, publisher, url } = article;
    const parts = article.datePublished?.split('-').map(Number);
    const captured = capturedDay(article);
    const noted = note(cited);
    const item = {
      id: citationKey(article),
      type: 'article-newspaper',
      ...(title && { title }),
      ...(article.author.length > 0 && { author: article.author.map((literal) => ({ literal })) }),
      ...(publisher && { 'container-title': publisher }),
      ...(parts && { issued: { 'date-parts': [parts] } }),
      ...(url && { URL: url }),
      ...(captured && { accessed: { 'date-parts': [captured.split('-').map(Number)] } }),
      ...(noted && { note: noted }),
    };
    return JSON.stringify([item], null, 2);
  },
};

function plainFields(article: Article) {
  const { headline, author, publisher, datePublished, url } = article;
  return {
    title: headline || NO_HEADLINE, // readers of both formats ask for a title
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

/**
 * Outlet, date, byline, headline, source, who is quoted, what was not printed (last: nobody should read it as a name),
 * address or file, day of capture.
 */
function attribution({ article, speaker, quoted }: Cited): string {
  const { headline, author, publisher, datePublished, url } = article;
  const captured = capturedDay(article);
  const parts = [
    speaker && wordsOf(speaker, publisher),
    speaker ? null : publisher,
    datePublished,
    author.length > 0 ? `by ${author.join(', ')}` : null,
    headline && quotation(headline),
    sourceNamed(article),
    speaker === null ? quotes(quoted) : null,
    publisher === null ? unprintedOutlet(article) : null,
    datePublished === null ? 'no date printed' : null,
    url ?? locator(article),
    captured && `captured ${captured}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** An excerpt as it is, or in quotation marks where the facts that have no field of their own follow it; null for nothing. */
function note({ article, text, speaker, quoted }: Cited): string | null {
  const quote = text === null ? null : excerpt(text);
  const facts = [
    speaker === null ? quotes(quoted) : wordsOf(speaker, article.publisher),
    sourceNamed(article),
    article.url === null ? locator(article) : null,
  ].filter(Boolean);
  if (facts.length === 0) return quote;
  return (quote === null ? '' : `${quotation(quote)} — `) + facts.join(' · ');
}

function wordsOf(speaker: string, publisher: string | null): string {
  return `words of ${speaker}${publisher ? `, as printed by ${publisher}` : ''}`;
}

function quotes(names: readonly string[]): string | null {
  return names.length > 0 ? `quotes ${names.join(', ')}` : null;
}

function sourceNamed({ provenance: { republishedFrom } }: Article): string | null {
  return republishedFrom && `republished from ${republishedFrom}`;
}

/**
 * What leads to an article without an address: its own identifier. The name of the file in which it lay says something to
 * its owner alone, and stands where nothing that was printed tells it from others; identifiers may be made from it.
 */
function locator(article: Article): string | null {
  const { identifier, headline, publisher, datePublished, provenance } = article;
  const { file } = provenance;
  const isOfFile = !identifier || identifier === file || identifier.startsWith(`${file}:`);
  if (!isOfFile) return `identifier ${identifier}`;
  const isKnownByPrint = Boolean(headline) || (publisher !== null && datePublished !== null);
  return isKnownByPrint || !file ? null : `archived as file ${identifier || file}`;
}

/** In double quotation marks; those in it become single ones. */
function quotation(text: string): string {
  let open = 0;
  const inner = text.replace(/["“”„‟]/g, (mark, at: number) => {
    if (mark !== '"') return SINGLE_MARKS[mark] ?? mark;
    const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]];
    if (BEFORE_OPENING.test(before) && /\S/.test(after)) {
      open += 1;
      return '‘';
    }
    if (open === 0 || LETTER_OR_DIGIT.test(after)) return mark; // inches, or an abbreviation: צה"ל
    open -= 1;
    return '’';
  });
  return `“${inner}”`;
}

const SINGLE_MARKS: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '„': '‚', '‟': '‛' };
const BEFORE_OPENING = /[\s([{—–«“„‘]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

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

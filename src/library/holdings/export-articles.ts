/**
 * The reader's articles in forms that other programs read: lines of schema.org NewsArticle, a table, a folder of
 * Markdown, a folder of web pages. What is exported can be imported again; JSON Lines bring back every field.
 *
 * Entries come one by one, so that a large archive is never held whole.
 */
import Papa from 'papaparse';
import type { Article } from '../../archive/article.ts';
import { unprintedOutlet } from '../../archive/site.ts';
import { splitParagraphs } from '../../text/split-paragraphs.ts';

export type TextFormat = 'jsonl' | 'csv' | 'markdown' | 'html';

/** A file of the export; folders in its name are parted by '/'. */
export interface ExportEntry {
  readonly name: string;
  readonly text: string;
}

/** `jsonl` and `csv` give one entry in many parts of the same name, in order; the others a file an article. */
export async function* exportArticles(
  articles: AsyncIterable<Article>,
  format: TextFormat,
): AsyncGenerator<ExportEntry> {
  const taken = new Set<string>();
  const contents: [file: string, article: Omit<Article, 'articleBody'>][] = [];
  if (format === 'csv') yield { name: 'archive.csv', text: `${csvLine(COLUMNS)}\r\n` };
  for await (const article of articles) {
    if (format === 'jsonl') yield { name: 'archive.jsonl', text: toNewsArticleLine(article) };
    else if (format === 'csv') yield { name: 'archive.csv', text: `${csvLine(cellsOf(article))}\r\n` };
    else {
      const name = fileName(article, format === 'markdown' ? 'md' : 'html', taken);
      const { articleBody: _, ...facts } = article;
      contents.push([name, facts]);
      yield {
        name: `articles/${name}`,
        text: format === 'markdown' ? toMarkdown(article) : toHtmlPage(article),
      };
    }
  }
  if (format === 'html') yield { name: 'index.html', text: contentsPage(contents) };
}

/** With its line feed. Our own reader takes it back without loss; any reader of schema.org finds the usual fields. */
export function toNewsArticleLine(article: Article): string {
  return `${JSON.stringify(toNewsArticle(article))}\n`;
}

/** Null for one that was only made from the file's name: in another file it would pass for the article's own. */
function ownIdentifier({ identifier, provenance: { file } }: Article): string | null {
  if (identifier === null || identifier === file) return null;
  return identifier.startsWith(`${file}:`) && /^\d+$/.test(identifier.slice(file.length + 1))
    ? null
    : identifier;
}

function toNewsArticle({ id: _, ...article }: Article): object {
  return { '@context': 'https://schema.org', '@type': 'NewsArticle', ...article };
}

const COLUMNS = [
  ...['identifier', 'url', 'headline', 'author', 'publisher', 'datePublished', 'inLanguage', 'articleBody'],
  ...['capturedAt', 'capturedFrom', 'file'],
];

function cellsOf(article: Article): string[] {
  const { capturedAt, capturedFrom, file } = article.provenance;
  const { url, headline, author, publisher, datePublished, inLanguage, articleBody } = article;
  const cells = [
    ownIdentifier(article),
    url,
    headline,
    author.join('; '),
    publisher,
    datePublished,
    inLanguage,
  ];
  return [...cells, articleBody, capturedAt, capturedFrom, file].map((cell) => cell ?? '');
}

/** The library's own pattern overlooks cells of several lines. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell that begins like a formula gets an apostrophe in front: spreadsheets run what a page printed. */
function csvLine(cells: readonly string[]): string {
  return Papa.unparse([[...cells]], { escapeFormulae: FORMULA });
}

const LONGEST_NAME = 60;

function fileName({ id, headline, datePublished }: Article, ending: string, taken: Set<string>): string {
  const words = (headline ?? '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_NAME);
  const stem = [datePublished, words].filter(Boolean).join(' ') || id;
  const isFree = !taken.has(stem.toLowerCase());
  taken.add(stem.toLowerCase());
  return `${isFree ? stem : `${stem} ${id}`}.${ending}`;
}

function toMarkdown(article: Article): string {
  const { url, headline, author, publisher, datePublished, inLanguage, articleBody } = article;
  const fields = {
    identifier: ownIdentifier(article),
    headline,
    author: author.length > 1 ? `[${author.join(', ')}]` : (author[0] ?? ''),
    publisher,
    datePublished,
    inLanguage,
    url,
  };
  const front = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`${name}: ${value.replace(/\s+/g, ' ')}`] : [],
  );
  return `---\n${front.join('\n')}\n---\n\n${paragraphsOf(articleBody).join('\n\n')}\n`;
}

function paragraphsOf(text: string): string[] {
  return splitParagraphs(text).map(({ start, end }) => text.slice(start, end));
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] as string);

/** A page without script, style sheet or picture: it opens anywhere, for as long as there are browsers. */
function page(language: string | null, title: string, body: string): string {
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`;
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="viewport" content="width=device-width">`;
  return `<!doctype html>\n<html${lang}><head>${head}</head><body dir="auto">\n${body}\n</body></html>\n`;
}

/** Complete, without script, style sheet or picture. */
export function toHtmlPage(article: Article): string {
  const { headline, url, articleBody, inLanguage } = article;
  const source =
    url !== null && /^https?:/i.test(url)
      ? `<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>\n`
      : '';
  const text = paragraphsOf(articleBody).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  const title = headline ?? article.id;
  const record = JSON.stringify(toNewsArticle({ ...article, articleBody: '' })).replaceAll('<', '\\u003c');
  return page(
    inLanguage,
    title,
    `<article>\n<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(factsOf(article))}</p>\n${source}${text.join('\n')}\n</article>
<script type="application/ld+json">${record}</script>`,
  );
}

function factsOf(article: Omit<Article, 'articleBody'>): string {
  const { publisher, datePublished, author } = article;
  return [publisher ?? unprintedOutlet(article), datePublished ?? 'no date printed', ...author].join(' · ');
}

function contentsPage(contents: readonly [string, Omit<Article, 'articleBody'>][]): string {
  const lines = contents.map(
    ([file, article]) =>
      `<li><a href="articles/${encodeURIComponent(file)}">${escapeHtml(article.headline ?? article.id)}</a> ${escapeHtml(factsOf(article))}</li>`,
  );
  return page(null, 'Archive', `<h1>Archive</h1>\n<ul>\n${lines.join('\n')}\n</ul>`);
}

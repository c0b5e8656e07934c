/**
 * Markdown (.md): an article with `key: value` front matter between two `---` lines, as static sites keep them.
 *
 * Where there is none, lines between heading and text say outlet, date and byline (top-lines.ts).
 * Only flat `key: value` lines and `- item` lists under them are read: YAML proper needs a YAML parser, and no article's front matter needs YAML.
 * The text keeps its words and paragraphs and loses the marks around them (headings, emphasis, links, images), so that
 * a quoted sentence compares equal with its plain printing. O(text).
 */
import { type IsoDate, parseIsoDate } from '../text/iso-date.ts';
import { parseLanguageTag } from '../text/language.ts';
import { type CaptureFormat, refuse } from './capture-outcome.ts';
import { type ArticleDraft, completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { decodeText } from './decode-text.ts';
import { readPrintedDate } from './printed-date.ts';
import { MOST_FILE_BYTES, readAll } from './read-bytes.ts';
import { takeTopLines } from './top-lines.ts';

const name = 'markdown@1';

export const markdown: CaptureFormat = {
  name,
  extensions: ['.md', '.markdown'],
  sniff: (head) => {
    const decoded = decodeText(head);
    return decoded.ok && /^(?:---\r?\n[\w-]+\s*:|#{1,6} \S)/.test(decoded.text);
  },
  async *read(source, context) {
    const bytes = await readAll(source);
    if (bytes === null) {
      yield refuse(context, 'too-large', `The file is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB.`);
      return;
    }
    const decoded = decodeText(bytes);
    if (!decoded.ok) {
      yield refuse(context, decoded.code, decoded.reason);
      return;
    }
    const draft = parseMarkdown(decoded.text);
    if (draft.articleBody === '') {
      yield refuse(context, 'empty', 'The file holds front matter or a heading, but no text.');
      return;
    }
    yield await completeArticle(draft, { bytes, line: null, parser: name }, context);
  },
};

function parseMarkdown(text: string): ArticleDraft {
  const { fields, rest } = takeFrontMatter(text.replace(/\r\n?/g, '\n'));
  const field = (...names: string[]): string | null =>
    names.map((key) => fields.get(key) ?? '').find((value) => value !== '') ?? null;
  const heading = /^\s*#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(rest);
  const title = field('headline', 'title');
  const titled = heading !== null && (title === null || stripMarks(heading[1]!) === title);
  const body = titled ? rest.slice(heading[0].length) : rest;
  const authors = field('author', 'authors', 'byline') ?? '';
  const top = takeTopLines(stripMarks(body));
  return {
    ...EMPTY_DRAFT,
    identifier: field('identifier', 'id'),
    url: field('url', 'link', 'canonical'),
    headline: title ?? (titled ? stripMarks(heading[1]!) : null),
    author: authors === '' ? top.author : parseList(authors),
    publisher: field('publisher', 'outlet', 'site') ?? top.publisher,
    datePublished: readDate(field('datepublished', 'date', 'published')) ?? top.datePublished,
    inLanguage: parseLanguageTag(field('inlanguage', 'language', 'lang') ?? ''),
    articleBody: top.rest,
    republishedFrom: field('source', 'republishedfrom') ?? top.republishedFrom,
  };
}

function takeFrontMatter(text: string): { fields: Map<string, string>; rest: string } {
  const fields = new Map<string, string>();
  const match = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { fields, rest: text };
  let last = '';
  for (const line of match[1]!.split('\n')) {
    const pair = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.+)$/.exec(line)?.[1]?.trim();
    if (pair) {
      last = pair[1]!.toLowerCase();
      fields.set(last, unquote(pair[2]!.trim()));
    } else if (item !== undefined && last !== '') {
      const before = fields.get(last)?.replace(/^\[|\]$/g, '') ?? '';
      fields.set(last, `[${before === '' ? item : `${before}, ${item}`}]`);
    }
  }
  return { fields, rest: text.slice(match[0].length) };
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** `Jane Doe`, or `[Jane Doe, John Roe]`. */
function parseList(value: string): string[] {
  const items = /^\[.*\]$/.test(value) ? value.slice(1, -1).split(',') : [value];
  return items.map((item) => unquote(item.trim())).filter((item) => item !== '');
}

function readDate(value: string | null): IsoDate | null {
  return value === null ? null : (parseIsoDate(value) ?? readPrintedDate(value));
}

/** A picture's description is no text of the article and goes with the picture. */
function stripMarks(text: string): string {
  return text
    .replace(/^ {0,3}(?:```|~~~).*$/gm, '')
    .replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, '')
    .replace(/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, '$1')
    .replace(/^ {0,3}>[ \t]?/gm, '')
    .replace(/(\*\*|__)(?=\S)([^\n]{0,2000}?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]{0,2000}?)\*(?![\w*])/g, '$1')
    .replace(/(?<!\w)_(?=\S)([^_\n]{0,2000}?)_(?!\w)/g, '$1')
    .trim();
}

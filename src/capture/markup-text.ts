/**
 * The text of a piece of HTML, as feeds, books and bibliographies hold it: paragraphs with a blank line between, no
 * marks. Such a piece is the article alone, so nothing has to be left out and no document has to be built; whole pages
 * are another matter (html.ts). One pass, O(length), whatever the markup is like.
 */
import { decodeEntities } from './html/entities.ts';

const BLOCKS = new Set(
  'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul title body html head'.split(
    ' ',
  ),
);
/** Their content is no text. */
const SILENT = new Set(
  'script style template noscript svg math iframe object select textarea head rp rt'.split(' '),
);
/** Ends at the next "<" at the latest: markup without a single ">" is still read in one pass. */
const MARKUP = /<!--|<!\[CDATA\[|<(\/?)([a-zA-Z][^\s/<>]{0,40})[^<>]*(>|(?=<)|$)|<[!?][^<>]*>/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: dropping them is the purpose
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

function isMarkup(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});/i.test(text);
}

/** Text for HTML; text without any markup comes out with its own line breaks. */
export function textOfMarkup(html: string): string {
  return isMarkup(html) ? tidy(strip(html)) : tidy(html.replace(/\r\n?/g, '\n'));
}

/** On one line: for headlines and names. */
export function lineOfMarkup(html: string): string {
  return textOfMarkup(html).replace(/\s+/g, ' ').trim();
}

function strip(html: string): string {
  const out: string[] = [];
  let silentUntil: string | null = null;
  let at = 0;
  const text = (from: number, to: number): void => {
    if (silentUntil === null && to > from)
      out.push(decodeEntities(html.slice(from, to)).replace(/[ \t\r\n\f]+/g, ' '));
  };
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(html); match !== null; match = MARKUP.exec(html)) {
    text(at, match.index);
    at = MARKUP.lastIndex;
    if (match[0] === '<!--') at = endOf(html, '-->', at);
    else if (match[0] === '<![CDATA[') {
      const end = html.indexOf(']]>', at);
      text(at, end < 0 ? html.length : end);
      at = end < 0 ? html.length : end + 3;
    }
    MARKUP.lastIndex = at;
    const name = match[2]?.toLowerCase();
    if (name === undefined) continue;
    const isEnd = match[1] === '/';
    if (silentUntil !== null) {
      if (isEnd && name === silentUntil) silentUntil = null;
    } else if (SILENT.has(name) && !isEnd && !match[0].endsWith('/>')) {
      silentUntil = name;
    } else if (name === 'br') out.push('\n');
    else if (BLOCKS.has(name)) out.push('\n\n');
  }
  text(at, html.length);
  return out.join('');
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function tidy(text: string): string {
  return text
    .replace(CONTROLS, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * A link that opens a page at a quoted text (wicg.github.io/scroll-to-text-fragment): `#:~:text=start,end`.
 *
 * The naive version puts the whole quotation into the address: mail programs cut it, and one word set differently
 * breaks it. A long quotation is given by its first and last words, which also bridges line breaks. O(length).
 */

/** Words at each end of a long quotation: enough to be met once in an article. */
const END_WORDS = 5;
/** Words up to which a quotation is given whole. */
const WHOLE_WORDS = 12;

/** With `#`; '' for a text without words. */
export function textFragment(quoted: string): string {
  const paragraphs = quoted
    .split(/\n+/)
    .map((one) => one.trim())
    .filter(Boolean);
  const words = quoted.split(/\s+/).filter(Boolean);
  if (words.length === 0) return '';
  if (paragraphs.length === 1 && words.length <= WHOLE_WORDS) return `#:~:text=${encode(words.join(' '))}`;
  // Neither end may reach over a paragraph's: a page's blocks are searched one by one.
  const first = wordsOf(paragraphs[0]).slice(0, endOf(paragraphs[0]));
  const last = wordsOf(paragraphs.at(-1)).slice(-endOf(paragraphs.at(-1)));
  return `#:~:text=${encode(first.join(' '))},${encode(last.join(' '))}`;
}

/** The address of a page at a quoted text; a fragment that it has stays in front. Null without an address of the web. */
export function addressWithText(url: string | null, quoted: string): string | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  const fragment = textFragment(quoted);
  if (fragment === '') return url;
  const [page = '', anchor] = url.split('#', 2);
  const own = anchor?.split(':~:', 1)[0] ?? '';
  return `${page}#${own}${fragment.slice(1)}`;
}

const wordsOf = (text = '') => text.split(/\s+/).filter(Boolean);

/** Of a single paragraph both ends must fit without meeting. */
function endOf(paragraph = ''): number {
  return Math.max(1, Math.min(END_WORDS, Math.floor(wordsOf(paragraph).length / 2)));
}

/** `-` parts the directive's pieces, and is not encoded by the usual function; quotation marks of any kind are. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[-'()*!]/g, hex);
}

const hex = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

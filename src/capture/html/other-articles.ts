/**
 * Whether a mark on a page belongs to another article than its own: to a teaser, a quoted post, the masthead.
 *
 * The naive version trusts class names, which half of all sites generate. Here the shape tells: a short box that holds a
 * link of a title's length to somewhere else is a teaser, whatever it is called. O(depth) a mark, each bounded.
 */
import { flatten, type HtmlElement, type HtmlNode, isElement, openingOf } from './dom.ts';
import { holdsHeading } from './place.ts';

/** What the page is about, for telling its own links from others. */
export interface OwnPage {
  readonly addresses: readonly string[];
  readonly headline: string | null;
}

/** Ancestors looked at; a teaser is no deeper. */
const MOST_ANCESTORS = 6;
/** A teaser with its summary; what holds more is a page's column. */
const LONGEST_TEASER = 400;
/** A linked name or topic is shorter than a linked title. */
const SHORTEST_TITLE = 25;
const FEWEST_TITLE_WORDS = 4;
const MOST_LINKS = 12;

/** `node` is a date, a name: something small. */
export function isOfAnother(node: HtmlElement, own: OwnPage): boolean {
  if (node.localName === 'blockquote') return true;
  const text = openingOf(node, LONGEST_TEASER);
  let current: HtmlNode | null = node.parentNode;
  for (let steps = 0; current !== null && isElement(current) && steps < MOST_ANCESTORS; steps++) {
    const name = current.localName;
    if (name === 'body' || name === 'html' || name === 'main') return false;
    if (name === 'blockquote') return true;
    const around = openingOf(current, LONGEST_TEASER + SHORTEST_TITLE);
    // A date may be its article's own permanent link, and nothing else.
    if (name === 'a' && around.length > text.length + SHORTEST_TITLE) return !isOwnLink(current, own);
    if (around.length > LONGEST_TEASER || holdsHeading(current, own.headline)) return false;
    if (holdsTitle(current, own)) return true;
    current = current.parentNode;
  }
  return false;
}

function holdsTitle(node: HtmlElement, own: OwnPage): boolean {
  const links = node.querySelectorAll('a[href]');
  for (let at = 0; at < links.length && at < MOST_LINKS; at++) {
    const link = links[at]!;
    if (isTitleLong(flatten(link.textContent)) && !isOwnLink(link, own)) return true;
  }
  return false;
}

function isTitleLong(text: string): boolean {
  if (/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(text)) return text.length >= SHORTEST_TITLE / 2;
  return text.length >= SHORTEST_TITLE && text.split(' ').length >= FEWEST_TITLE_WORDS;
}

function isOwnLink(link: HtmlElement, { addresses, headline }: OwnPage): boolean {
  const text = flatten(link.textContent);
  if (
    headline !== null &&
    (text.includes(headline) || (text.length > SHORTEST_TITLE && headline.includes(text)))
  )
    return true;
  const path = pathOf(link.getAttribute('href') ?? '');
  return path !== '' && addresses.some((address) => pathOf(address) === path);
}

function pathOf(address: string): string {
  return address
    .replace(/^(?:https?:)?\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
}

const MASTHEAD =
  /(?:^|[\s_-])(?:masthead|top-?bar|site-?header|page-?header|header-?top|top-?header|navbar)(?:$|[\s_-])/i;
const TODAY =
  /current-?_?(?:date|time|day)|today|heute|hoje|fecha-?_?(?:actual|hoy)|aujourd|bugun|tarih-?_?saat/i;
const MOST_MARKS = 400;

/** Whether it stands in the page's head, above any article: today's date, the outlet's city. */
export function isInMasthead(node: HtmlElement, own: OwnPage): boolean {
  if (TODAY.test(marksOf(node))) return true;
  let current: HtmlNode | null = node;
  let found = false;
  while (current !== null && isElement(current)) {
    const name = current.localName;
    if (name === 'article' || name === 'main') return false;
    const isHead =
      name === 'header' || current.getAttribute('role') === 'banner' || MASTHEAD.test(marksOf(current));
    if (isHead && !found) {
      if (holdsHeading(current, own.headline)) return false;
      found = true;
    }
    current = current.parentNode;
  }
  return found;
}

function marksOf(node: HtmlElement): string {
  return `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`.slice(0, MOST_MARKS);
}

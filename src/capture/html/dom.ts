/**
 * The few properties of a DOM that reading a page needs, so that one reader serves a browser's own document, a
 * DOMParser's and a command line's. The room compiles without DOM types, and nothing here touches a global: the
 * document is always handed in.
 */

export interface HtmlNode {
  /** 1 an element, 3 text, 4 CDATA; nothing else is read. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly previousSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): ArrayLike<HtmlElement>;
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): ArrayLike<HtmlElement>;
}

/** Runs no script and loads nothing: a parser, not a page. */
export type ParseDocument = (html: string) => HtmlDocument;

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: HtmlNode): boolean {
  return node.nodeType === TEXT || node.nodeType === CDATA;
}

/** Text with white space as a browser shows it: one space between words, none at the ends. */
export function flatten(text: string | null): string {
  return (text ?? '').replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/** Boxes of so few characters hold fewer; a hostile page fills one with 20,000 empty elements. */
const MOST_OPENING_NODES = 1_000;

/**
 * The beginning of an element's text as {@link flatten} gives it: all of it up to `most` characters, else somewhat more
 * than `most`. `textContent` of a box that holds the whole page, asked for each date in it, costs the square of the page.
 */
export function openingOf(node: HtmlNode, most: number): string {
  let [text, visited] = ['', 0];
  const visit = (current: HtmlNode): boolean => {
    if (++visited > MOST_OPENING_NODES || text.length > most) return false;
    if (isText(current)) {
      text = `${text}${(current.textContent ?? '').replace(/[\s\u200b\ufeff]+/g, ' ')}`.replace(
        / {2,}/g,
        ' ',
      );
      return true;
    }
    if (!isElement(current)) return true;
    for (let child = current.firstChild; child !== null; child = child.nextSibling)
      if (!visit(child)) return false;
    return true;
  };
  visit(node);
  return text.trim();
}

/** The text of an element with its parts kept apart: `<b>Jane Doe</b><i>Reporter</i>` is no "Jane DoeReporter". */
export function spacedText(node: HtmlNode): string {
  if (isText(node)) return node.textContent ?? '';
  if (isElement(node) && (node.localName === 'script' || node.localName === 'style')) return '';
  let text = '';
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    text += ` ${spacedText(child)}`;
  return text;
}

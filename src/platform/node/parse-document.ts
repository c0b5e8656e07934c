/**
 * HTML to a document on the command line, as a browser would build it; no script runs and nothing is loaded.
 *
 * jsdom does both halves and takes ten times as long; linkedom alone loses what stands outside a page's `<body>`. So
 * parse5 applies the standard's rules, and linkedom is the tree that is read. O(page).
 */
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import type { HtmlDocument } from '../../capture/html/dom.ts';

export function parseDocument(html: string): HtmlDocument {
  return parseHTML(serialize(parse(html))).document as unknown as HtmlDocument;
}

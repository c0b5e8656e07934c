import { limitAttributes } from '../../../../src/capture/html/limit-attributes.ts';
import { limitNesting } from '../../../../src/capture/html/limit-nesting.ts';
import { parseDocument } from '../../../../src/capture/html/parse-document.ts';
import { readPage } from '../../../../src/capture/html/read-page.ts';

export const PARAGRAPHS = [
  'The old bridge over the river was opened to walkers on Monday, after two years of repairs to its northern arch.',
  'Council engineers said that the stone, cut in a quarry nearby, had been laid by hand and would last for a century.',
  'Traders on both banks had asked for an earlier opening, and the swimming club lent its boats while the work went on.',
  'A second stage, with new lamps and a wider path, is planned for the spring, if the weather allows the work to begin.',
];

interface PageParts {
  readonly head?: string;
  readonly above?: string;
  readonly inside?: string;
  readonly below?: string;
  readonly root?: string;
}

/** A small newspaper page about a bridge, with whatever a test adds to it. */
export function bridgePage({
  head = '',
  above = '',
  inside = '',
  below = '',
  root = '<html lang="en">',
}: PageParts = {}): string {
  const [first, ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  return `<!doctype html>${root}<head><title>Old bridge opens to walkers | Harbour Gazette</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Old bridge opens to walkers</h1>${above}${first}${inside}${rest.join('\n')}</article>${below}</body></html>`;
}

export function read(
  html: string,
  url: string | null = 'https://gazette.example/news/bridge',
  capturedAt: string | null = null,
) {
  return readPage(parseDocument(limitAttributes(limitNesting(html))), { url, capturedAt });
}

/** The draft of a page that must hold an article. */
export function draftOf(html: string, url?: string | null) {
  const reading = read(html, url);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.draft;
}

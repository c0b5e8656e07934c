/** How much of a reference manager's own test files (BibTeX, RIS, CSL-JSON) is read as it expects. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/archive/article.ts';
import type { CaptureOutcome } from '../../src/capture/capture-outcome.ts';
import { captureFile } from '../../src/capture/formats.ts';
import { parseRecord } from '../../src/capture/json-records.ts';
import type { Figure } from './figure.ts';
import { flat, Tally } from './read-tally.ts';

interface BiblioCase {
  input: string;
  items: Record<string, unknown>[];
}

export async function biblioFigures(data: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, file] of [
    ['BibTeX', 'a.bib'],
    ['RIS', 'a.ris'],
    ['CSL_JSON', 'a.json'],
  ] as const) {
    const path = join(data, `fmt_biblio/zotero/${name}.tests.json`);
    if (!existsSync(path)) continue;
    const tally = new Tally();
    for (const { input, items } of JSON.parse(readFileSync(path, 'utf8')) as BiblioCase[]) {
      const outcomes: CaptureOutcome[] = [];
      const context = { file, collection: 'yours', capturedAt: null, sidecar: null } as const;
      for await (const outcome of captureFile(new TextEncoder().encode(input), context))
        outcomes.push(outcome);
      const articles = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.article] : []));
      tally.check(
        articles.length === items.length,
        `${name} ${articles.length} of ${items.length} items: ${input.slice(0, 60)}`,
      );
      for (const [at, item] of items.entries()) checkReference(item, articles[at], name, tally);
    }
    figures.push(
      tally.figure('fmt_biblio', `${name}: items, title, authors, day, address, abstract, language`),
    );
  }
  return figures;
}

function checkReference(
  item: Record<string, unknown>,
  article: Article | undefined,
  name: string,
  tally: Tally,
): void {
  const expected = parseRecord({ ...item, notes: [] }, null);
  if (!expected.ok) return;
  const { headline, author, datePublished, url, articleBody, inLanguage } = expected.value;
  const see = (field: string, wanted: unknown, got: unknown) => {
    if (flat(wanted) !== '')
      tally.check(flat(wanted) === flat(got), `${name} ${field}: ${flat(wanted)} / ${flat(got)}`);
  };
  see('title', headline, article?.headline);
  see('authors', author.join('; '), article?.author.join('; '));
  see('day', datePublished, article?.datePublished);
  see('address', url, article?.url);
  see('abstract', articleBody, article?.articleBody);
  // What the reader detects in a text without a stated language does not count against it.
  see('language', inLanguage, article?.inLanguage);
}

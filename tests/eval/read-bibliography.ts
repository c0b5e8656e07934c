/**
 * How much of two reference managers' own test files (BibTeX, CSL-JSON) is read as they expect. The set holds no RIS
 * file: the same references are written as RIS by its specification here, and must come back.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/archive/article.ts';
import { captureFile } from '../../src/capture/formats.ts';
import { parseRecord } from '../../src/capture/json-records.ts';
import type { Figure } from './figure.ts';
import { flat, Tally } from './read-tally.ts';

type Item = Readonly<Record<string, unknown>>;

interface BiblioCase {
  readonly input: string;
  readonly items: readonly Item[];
}

const MEASURED = 'items, title, authors, day, address, abstract, language';

export async function biblioFigures(data: string): Promise<Figure[]> {
  const folder = join(data, 'fmt_biblio');
  const bibtex = zoteroCases(folder, 'BibTeX');
  const csl = zoteroCases(folder, 'CSL_JSON');
  const figures = [
    await figureOf('BibTeX of zotero', 'a.bib', bibtex),
    await figureOf('BibTeX of citation-js', 'a.bib', citationCases(folder)),
    await figureOf('CSL-JSON of zotero', 'a.json', csl),
    await figureOf('RIS written from the above', 'a.ris', [...bibtex, ...csl].map(asRis)),
  ];
  return figures.flatMap((figure) => figure ?? []);
}

/** Null where the set is absent. */
async function figureOf(name: string, file: string, cases: readonly BiblioCase[]): Promise<Figure | null> {
  if (cases.length === 0) return null;
  const tally = new Tally();
  for (const { input, items } of cases) {
    const references = await referencesOf(input, file);
    tally.check(
      references.length === items.length,
      `${name} ${references.length} of ${items.length} items: ${input.slice(0, 60)}`,
    );
    for (const [at, item] of items.entries()) checkReference(item, references[at] ?? null, name, tally);
  }
  return tally.figure('fmt_biblio', `${name}: ${MEASURED}`);
}

/** Null stands for an entry that was refused: one without a title and an abstract is no article. */
async function referencesOf(input: string, file: string): Promise<(Article | null)[]> {
  const context = { file, collection: 'yours', capturedAt: null, sidecar: null } as const;
  const references: (Article | null)[] = [];
  for await (const outcome of captureFile(new TextEncoder().encode(input), context))
    if (outcome.ok || outcome.code === 'bad-line') references.push(outcome.ok ? outcome.article : null);
  return references;
}

function zoteroCases(folder: string, name: string): BiblioCase[] {
  const path = join(folder, `zotero/${name}.tests.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as BiblioCase[]) : [];
}

/** Files of one or more entries, each with the CSL records that the program makes of it. */
function citationCases(folder: string): BiblioCase[] {
  const tests = join(folder, 'citation-js/plugin-bibtex/test');
  if (!existsSync(tests)) return [];
  const expected = JSON.parse(readFileSync(join(tests, 'input.json'), 'utf8')) as Record<
    string,
    Record<string, readonly [unknown, readonly Item[]]>
  >;
  const cases = Object.entries(expected['@biblatex/text'] ?? {}).flatMap(([title, [text, items]]) => {
    const path = join(tests, 'input', `${title.replace(/^with /, '')}.bib`);
    const input = typeof text === 'string' ? text : existsSync(path) ? readFileSync(path, 'utf8') : null;
    return input === null ? [] : [{ input, items }];
  });
  const mapped = ['bibtex', 'biblatex'].map((kind) => ({
    input: readFileSync(join(tests, `mapping/${kind}-input.bib`), 'utf8'),
    items: JSON.parse(readFileSync(join(tests, `mapping/${kind}-csl.json`), 'utf8')) as Item[],
  }));
  return [...cases, ...mapped];
}

/** A tag a line; names are sorted by family, dates parted by slashes. */
function asRis({ items }: BiblioCase): BiblioCase {
  const known = items.filter((item) => parseRecord({ ...item, notes: [] }, null).ok);
  return { input: known.map(risOf).join('\r\n'), items: known };
}

function risOf(item: Item): string {
  const text = (...keys: string[]): string => keys.map((key) => flat(item[key])).find((value) => value) ?? '';
  const people = (item.creators ?? item.author ?? []) as readonly Readonly<Record<string, string>>[];
  const authors = people.some(({ creatorType }) => creatorType === 'author')
    ? people.filter(({ creatorType }) => creatorType === 'author')
    : people;
  const lines = [
    ['TY', 'JOUR'],
    ['TI', text('title')],
    ...authors.map((one) => ['AU', nameOf(one)]),
    ['DA', text('date').replace(/^(\d{4})-(\d\d)(?:-(\d\d))?$/, '$1/$2/$3/')],
    ['UR', text('url')],
    ['DO', text('DOI')],
    ['AB', text('abstractNote')],
    ['LA', text('language')],
    ['ER', ''],
  ];
  return lines
    .filter(([tag, value]) => value !== '' || tag === 'ER')
    .map(([tag, value]) => `${tag}  - ${value}`)
    .join('\r\n');
}

function nameOf({ lastName, firstName, family, given, name }: Readonly<Record<string, string>>): string {
  return [lastName ?? family ?? name ?? '', firstName ?? given ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

function checkReference(item: Item, article: Article | null, name: string, tally: Tally): void {
  const expected = parseRecord({ ...item, notes: [] }, null);
  if (!expected.ok) return;
  const { headline, author, datePublished, url, articleBody, inLanguage } = expected.value;
  const see = (field: string, wanted: unknown, got: unknown, form = flat) => {
    if (flat(wanted) !== '')
      tally.check(form(wanted) === form(got), `${name} ${field}: ${flat(wanted)} / ${flat(got)}`);
  };
  see('title', headline, article?.headline);
  see('authors', author.map(suffixLast).join('; '), article?.author.join('; '), lettersOf);
  see('day', datePublished, article?.datePublished);
  see('address', url, article?.url);
  see('abstract', articleBody, article?.articleBody);
  // What the reader detects in a text without a stated language does not count against it.
  see('language', inLanguage, article?.inLanguage);
}

/** Zotero has no field for a suffix: "Michael, III" is a given name there. */
function suffixLast(name: string): string {
  return name.replace(/^([^,]+), (I{2,3}|IV|[JS]r\.?) (.+)$/, '$1 $3 $2');
}

/** "K. C. Wright" and "KC Wright" name one person. */
function lettersOf(names: unknown): string {
  return flat(names).replace(/[.\s]+/g, '');
}

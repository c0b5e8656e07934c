/**
 * Who an article is by, from the page's data and its printed byline.
 *
 * The naive version takes the first element whose class says "author": it holds a portrait's caption, a job, a date and
 * a button. Here names are cut out of what is around them, and data that names people wins over print; an account's
 * address or the outlet itself is no author where a person is named. O(claims).
 */
import { isFullName, namesIn, opensWithBy } from './byline-names.ts';
import { flatten, type HtmlDocument, type HtmlElement, spacedText } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';
import { isOfAnother } from './other-articles.ts';
import type { PageMeta } from './page-meta.ts';
import { isForeignPlace } from './place.ts';
import type { BlockTree } from './read-blocks.ts';

export interface BylineEvidence {
  readonly document: HtmlDocument;
  readonly meta: PageMeta;
  readonly linked: LinkedArticle | null;
  readonly outlets: readonly string[];
  readonly tree: BlockTree;
  readonly headline: string | null;
  readonly addresses: readonly string[];
}

const META_KEYS = [
  'dc:creator',
  'dcterm:creator',
  'parsely-author',
  'author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'article:author_name',
  'article:author',
  'citation_author',
  'dc.author',
  'rbauthors',
  'cxenseparse:author',
  'og:article:author',
  'authors',
  'bt:author',
  'creator',
];
const INNERMOST = '[itemprop~="author"] [itemprop~="name"], [rel~="author"], .author-name, .authorname';
const PRINTED =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], .byline, .author-name, [class*="byline" i], [class*="author-name" i], [class*="authorname" i], .author, .p-author, [class*="author" i], a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor" i], a[href*="/auteur" i], a[href*="/autore" i], a[href*="/contributor" i], a[href*="/journalist" i], a[href*="/reporter" i], a[href*="/columnist" i]';

/**
 * Reads the page now, and settles the names when Readability, which takes the page apart, has been asked for its own
 * (null where it saw none). Names as printed, in order; empty where the page names nobody.
 */
export function readByline(evidence: BylineEvidence): (readable: string | null) => string[] {
  const { linked, meta, outlets } = evidence;
  const fromData = [
    (linked?.author ?? []).flatMap(namesIn),
    ...META_KEYS.map((key) => meta.all(key).flatMap(namesIn)),
  ];
  const printed = printedBylines(evidence);
  const fromPrint = [
    ...printed.filter(({ isBox }) => !isBox).map(({ text }) => namesIn(text)),
    ...bylineLines(evidence),
  ];
  const cut = (names: readonly string[]): string[] => names.map((name) => withoutOutlet(name, outlets));
  const notPeople = [...outlets, ...(linked?.organisations ?? [])].map(fold);
  return (readable) => {
    // Readability glues the parts of a byline together: "Jane DoeReporter".
    const parted = printed.find(({ text }) => readable !== null && squeeze(text) === squeeze(readable));
    const asked = readable === null ? [] : namesIn(parted?.text ?? readable);
    const data = fromData.map(cut).filter((names) => names.length > 0);
    const print = [asked, ...fromPrint].map(cut).filter((names) => names.length > 0);
    const isPerson = (name: string): boolean => !notPeople.includes(fold(name)) && isPersonal(name);
    // Beside a desk that the data names, one printed word is a place or a label.
    const isPrinted = (name: string): boolean =>
      isPerson(name) && (data.length === 0 || isFullName(name) || !/^\p{Script=Latin}/u.test(name));
    const people =
      data.map((names) => names.filter(isPerson)).find((names) => names.length > 0) ??
      print.map((names) => names.filter(isPrinted)).find((names) => names.length > 0);
    return unique(people ?? data[0] ?? print[0] ?? []);
  };
}

/** "Jane Doe - Harbour Gazette" → "Jane Doe"; the outlet alone stays. */
function withoutOutlet(name: string, outlets: readonly string[]): string {
  const outlet = outlets.find(
    (each) => each.length > 2 && name.toLowerCase().endsWith(` ${each.toLowerCase()}`),
  );
  const rest = outlet === undefined ? '' : name.slice(0, -outlet.length).replace(/[\s,|–—-]+$/u, '');
  return isFullName(rest) ? rest : name;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function fold(name: string): string {
  return name.toLowerCase().replace(/^the\s+/, '');
}

/** Lines below the headline among which a byline without marks stands. */
const NEAR = 12;
const LONGEST_LINE = 120;
/** "… at 4:32 p.m." ends none. */
const ENDS_SENTENCE = /(?<!\b[ap]\.m)[.!?]$/i;

/** "Von Jane Doe": lines near the headline that say so in words, where no class or record does. */
function bylineLines({ tree, headline }: BylineEvidence): string[][] {
  if (headline === null) return [];
  const title = tree.blocks.findIndex(({ text }) => text.length < 300 && text.includes(headline));
  if (title < 0) return [];
  return tree.blocks
    .slice(title + 1, title + 1 + NEAR)
    .filter(({ text }) => text.length <= LONGEST_LINE && opensWithBy(text) && !ENDS_SENTENCE.test(text))
    .map(({ text }) => namesIn(text))
    .slice(0, 1);
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

/** A desk or a system's account is believed only where nobody else is named. */
function isPersonal(name: string): boolean {
  if (/^\p{Lu}{1,4}$/u.test(name)) return false;
  return !/^(?:reuters|associated press|agence france.presse|agencies|admin|administrator|editor|redaktion|redaction|redacción|redação|staff|webmaster|web desk|news desk|newsroom|online|editorial|root|user|guest|author|unknown|anonymous)\b/i.test(
    name,
  );
}

/** Longer texts in such an element are about the author. */
const LONGEST_PRINTED = 160;
const MOST_PRINTED = 60;

/** A box around the name holds the portrait's caption and the job as well. */
function holdsAnother(node: HtmlElement): boolean {
  const inner = node.querySelector(INNERMOST);
  return inner !== null && namesIn(spacedText(inner)).length > 0;
}

interface PrintedByline {
  readonly text: string;
  /** Whether the name stands in an element of its own inside. */
  readonly isBox: boolean;
}

function printedBylines(evidence: BylineEvidence): PrintedByline[] {
  const nodes = evidence.document.querySelectorAll(PRINTED);
  const texts: PrintedByline[] = [];
  for (let at = 0; at < nodes.length && at < MOST_PRINTED; at++) {
    const node = nodes[at] as HtmlElement;
    const text = flatten(node.getAttribute('content') ?? spacedText(node));
    if (text.length < 3 || text.length > LONGEST_PRINTED) continue;
    if (isForeignPlace(node, evidence.headline)) continue;
    if (node.localName === 'a' && isOfAnother(node, evidence)) continue;
    texts.push({ text, isBox: holdsAnother(node) });
  }
  return texts;
}

/**
 * Who an article is by, from the page's data and its printed byline.
 *
 * The naive version takes the first element whose class says "author": it holds a portrait's caption, a job, a date and
 * a button. Here names are cut out of what is around them, and data that names people wins over print; an account's
 * address or the outlet itself is no author where a person is named. O(claims).
 */
import { namesIn, opensWithBy } from './byline-names.ts';
import { flatten, type HtmlDocument, type HtmlElement, spacedText } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';
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
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], .byline, .author-name, [class*="byline" i], [class*="author-name" i], [class*="authorname" i], .author, .p-author, [class*="author" i]';

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
  const printed = printedBylines(evidence.document);
  const fromPrint = [
    ...printed.filter(({ isBox }) => !isBox).map(({ text }) => namesIn(text)),
    ...bylineLines(evidence),
  ];
  const notPeople = [...outlets, ...(linked?.organisations ?? [])].map(fold);
  return (readable) => {
    // Readability glues the parts of a byline together: "Jane DoeReporter".
    const parted = printed.find(({ text }) => readable !== null && squeeze(text) === squeeze(readable));
    const asked = readable === null ? [] : namesIn(parted?.text ?? readable);
    const claims = [...fromData, asked, ...fromPrint].filter((names) => names.length > 0);
    const isOutlet = (name: string): boolean => notPeople.includes(fold(name));
    const people = claims.find((names) => names.some((name) => !isOutlet(name) && isPersonal(name)));
    return unique(people?.filter((name) => !isOutlet(name) && isPersonal(name)) ?? claims[0] ?? []);
  };
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

function printedBylines(document: HtmlDocument): PrintedByline[] {
  const nodes = document.querySelectorAll(PRINTED);
  const texts: PrintedByline[] = [];
  for (let at = 0; at < nodes.length && at < MOST_PRINTED; at++) {
    const node = nodes[at] as HtmlElement;
    const text = flatten(node.getAttribute('content') ?? spacedText(node));
    if (text.length < 3 || text.length > LONGEST_PRINTED || isForeignPlace(node)) continue;
    texts.push({ text, isBox: holdsAnother(node) });
  }
  return texts;
}

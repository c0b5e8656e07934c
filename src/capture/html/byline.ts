/**
 * Who an article is by, from the page's data and its printed byline.
 *
 * The naive version takes the first element whose class says "author": it holds a portrait's caption, a job, a date and
 * a button. Here names are cut out of what is around them, and data that names people wins over print; an account's
 * address or the outlet itself is no author where a person is named. O(claims).
 */
import { flatten, type HtmlDocument, type HtmlElement, spacedText } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { PageMeta } from './page-meta.ts';
import { isForeignPlace } from './place.ts';

export interface BylineEvidence {
  readonly document: HtmlDocument;
  readonly meta: PageMeta;
  readonly linked: LinkedArticle | null;
  readonly outlets: readonly string[];
  /** What Readability takes for the byline; null where it saw none. */
  readonly readable: string | null;
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
const PRINTED =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], .byline, .author-name, [class*="byline" i], [class*="author-name" i], [class*="authorname" i], .author, .p-author, [class*="author" i]';

/** Names as printed, in order; empty where the page names nobody. */
export function readByline(evidence: BylineEvidence): string[] {
  const { linked, meta, outlets, readable } = evidence;
  const claims = [
    (linked?.author ?? []).flatMap(namesIn),
    ...META_KEYS.map((key) => meta.all(key).flatMap(namesIn)),
    ...printedBylines(evidence.document).map(namesIn),
    readable === null ? [] : namesIn(readable),
  ].filter((names) => names.length > 0);
  const isOutlet = (name: string): boolean =>
    outlets.some((outlet) => outlet.toLowerCase() === name.toLowerCase());
  const people = claims.find((names) => names.some((name) => !isOutlet(name) && isPersonal(name)));
  return unique(people?.filter((name) => !isOutlet(name)) ?? claims[0] ?? []);
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

function printedBylines(document: HtmlDocument): string[] {
  const nodes = document.querySelectorAll(PRINTED);
  const texts: string[] = [];
  for (let at = 0; at < nodes.length && at < MOST_PRINTED; at++) {
    const node = nodes[at] as HtmlElement;
    const text = flatten(node.getAttribute('content') ?? spacedText(node));
    if (text.length >= 3 && text.length <= LONGEST_PRINTED && !isForeignPlace(node)) texts.push(text);
  }
  return texts;
}

const LEADING =
  /^(?:(?:(?:story|text|report|words?|posted|written|published|reported|article|compiled|interview|analysis|opinion|review) )?by|author|authors|from|autor|autores|auteur|autore|текст|автор|авторы|بقلم|كتب|كتبه|إعداد|الكاتب|نویسنده|מאת|написал|yazan|oleh|penulis|文|记者|作者|글|by line)\s*[:：]?\s+|^(?:by|автор|autor|author|by line|作者|记者|文|بقلم)\s*[:：]\s*/iu;
/** Words for "by" that are also parts of names: only with a capital, before a full name. */
const LEADING_PREPOSITION =
  /^(?:Von|VON|Par|PAR|Por|POR|Door|DOOR|Di|DI|De|DE|Da|DA|Av|AV|Af|AF)\s+(?=\p{Lu}\S*\s+\p{L})/u;
const ROLE =
  '(?:correspondent|reporter|editor|writer|columnist|contributor|journalist|producer|redakteur(?:in)?|korrespondent(?:in)?|journaliste|redactora?|bureau chief|analyst|intern|fellow|professor)';
const TRAILING = [
  // ", AP National Security Writer", " - Staff Writer, Harbour Gazette"
  new RegExp(String.raw`(?:\s*[|•·–—]\s*|\s+[-/]\s+|,\s*)(?:\S+\s+){0,5}${ROLE}\b.*$`, 'iu'),
  /(?:\s*[|•·–—]\s*|,\s*)(?:special to|for|of|in) .{1,60}$/iu,
  /[\s|•·,–—-]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|(?:updated|published|posted|follow|view|read|email|contact|more from)\b.*)$/iu,
];

/** The names in a byline; empty where what is left is none. */
export function namesIn(value: string): string[] {
  const text = flatten(value)
    .replace(/https?:\/\/\S+|\S+@\S+\.\S{2,}|@\w+/g, ' ')
    .replace(/\([^()]{0,60}\)|\[[^[\]]{0,60}\]/g, ' ')
    .trim();
  if (text === '' || text.length > 400) return [];
  const named = text
    .replace(/^.{0,60}?\s(?=(?:by|von|par|por)\s+\p{Lu})/u, '')
    .replace(LEADING, '')
    .replace(LEADING_PREPOSITION, '');
  const bare = trimTrailing(named.split(/\s[|•·]\s|\s\d|\d{2}/)[0] ?? '');
  return bare
    .split(/\s*(?:;|\n|\s&\s|\s(?:and|und|et|y|e|og|och|и|و|with|con|mit|avec)\s|，|、|，)\s*/u)
    .flatMap(splitCommas)
    .map((name) => name.replace(LEADING, '').replace(/^[\s,.:|–—-]+|[\s,:|–—-]+$/gu, ''))
    .filter(isNameLike);
}

function trimTrailing(text: string): string {
  let name = text.trim();
  for (let round = 0; round < 2; round++) {
    const shorter = TRAILING.reduce((rest, pattern) => rest.replace(pattern, ''), name).trim();
    if (shorter === name || shorter === '') break;
    name = shorter;
  }
  return name;
}

/** A comma parts names only where full names stand on both sides: "Staff, Agencies" is one credit, "Doe, Jane" one name. */
function splitCommas(part: string): string[] {
  const names = part.split(/\s*,\s*/).filter((name) => name !== '');
  return names.every((name) => /\S\s+\S/.test(name)) ? names : [part];
}

function isNameLike(name: string): boolean {
  if (name.length < 2 || name.length > 80 || !/\p{L}{2}/u.test(name) || /[{}<>=]|\d{3}/.test(name))
    return false;
  if (/\.(?:txt|html?|php|com|org|net)$|^https?:/i.test(name)) return false;
  if (
    /^(?:by|share|comments?|follow|subscribe|author|null|undefined|none|n\/a|false|true|about|posted|photo|image|getty images|home|menu|log ?in|search|advertis.*)$/i.test(
      name,
    )
  )
    return false;
  return name.split(/\s+/).length <= 8 && !/[.!?]\s+\p{L}{3,}.*\s/u.test(name);
}

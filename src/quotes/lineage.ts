/**
 * Who printed it first, who printed it then: the printings of one sentence as a reader should see them.
 *
 * The naive version sorts by date; an agency's text then looks like twenty independent reports. Here one outlet's repeats
 * in the same words are folded, undated printings stand apart, and what an article says of its own source becomes a chain. The first entry
 * is the earliest in this archive, which is all that an archive can know. O(printings × credits).
 */
import type { Article, ArticleId } from '../archive/article.ts';
import { firstDay } from '../text/iso-date.ts';
import { fold } from '../text/tokenise.ts';
import type { Printing } from './printing.ts';

/** What an article says of where its text is from. */
export interface Credit {
  /** As printed; "Agencies" names nobody. */
  readonly name: string;
  readonly how: 'republished' | 'agency' | 'source';
}

interface LineageEntry {
  readonly printing: Printing;
  /** Further printings of the same words by the same outlet, in order. */
  readonly repeats: readonly Printing[];
  readonly credits: readonly Credit[];
  /** The earlier printing here whose outlet this one credits; null when none is here. */
  readonly from: ArticleId | null;
}

export interface Lineage {
  /** By printed day; the first is the earliest in this archive. */
  readonly dated: readonly LineageEntry[];
  readonly undated: readonly LineageEntry[];
}

type Articles = Pick<ReadonlyMap<ArticleId, Article>, 'get' | 'has'>;

/** Printings of articles that are not given are left out. */
export function lineage(printings: readonly Printing[], articles: Articles): Lineage {
  const ordered = orderByDay(printings, articles);
  const entries: (LineageEntry & { readonly repeats: Printing[] })[] = [];
  const byOutlet = new Map<string, (typeof entries)[number]>();
  for (const printing of ordered) {
    const article = articles.get(printing.articleId)!;
    const outlet = outletOf(article);
    const key = outlet === null ? null : `${outletKey(article, outlet)}\t${changedWords(printing)}`;
    const first = key === null ? undefined : byOutlet.get(key);
    if (first) {
      first.repeats.push(printing);
      continue;
    }
    const credits = creditsOf(article);
    const from = sourceAmong(credits, article, entries, articles);
    const entry = { printing, repeats: [], credits, from };
    entries.push(entry);
    if (key !== null) byOutlet.set(key, entry);
  }
  const isDated = ({ printing }: LineageEntry) => articles.get(printing.articleId)!.datePublished !== null;
  return { dated: entries.filter(isDated), undated: entries.filter((entry) => !isDated(entry)) };
}

/** What differs from the words asked about: printings that differ alike print the same. */
const changedWords = ({ difference }: Printing): string =>
  difference.flatMap(({ kind, text }) => (kind === 'kept' ? [] : [`${kind} ${fold(text)}`])).join('\t');

/** Earliest printed day first, the closest of one day first, undated last; ties by id, so that the order is one. */
export function orderByDay<P extends Printing>(printings: readonly P[], articles: Articles): P[] {
  const dayOf = ({ articleId }: Printing) => {
    const date = articles.get(articleId)?.datePublished;
    return date ? firstDay(date) : '9999';
  };
  return printings
    .filter(({ articleId }) => articles.has(articleId))
    .map((printing) => ({ printing, day: dayOf(printing) }))
    .sort(
      (a, b) =>
        compare(a.day, b.day) ||
        b.printing.similarity - a.printing.similarity ||
        compare(a.printing.articleId, b.printing.articleId) ||
        a.printing.start - b.printing.start,
    )
    .map(({ printing }) => printing);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function outletOf({ publisher }: Article): string | null {
  return publisher === null ? null : fold(publisher);
}

/** An undated printing says nothing about order, so it is folded into no dated one. */
function outletKey({ datePublished }: Article, outlet: string): string {
  return `${datePublished === null ? 'undated' : 'dated'} ${outlet}`;
}

/** "PORT MARN, June 12 (Reuters) -", "(AFP) –": within the first line. */
const WIRE_LINE = /^[^\n]{0,80}?\((?<name>[\p{Lu}][\p{L}\p{N}. -]{1,24})\)\s*[-–—:]/u;
/** "Source: Agencies", "Source : Al Quds"; at a line's start, near the beginning or end of the text. */
const SOURCE_LINE =
  /^(?:[Ss]ources?|SOURCES?|[Vv]ia|المصدر|מקור|Источник|Quelle|Fuente)\s*[:：]\s*(?<name>\S[^\n]{1,60})$/mu;
/** Bylines that name agencies instead of a person. */
const AGENCY =
  /(?<!\p{L})(?:agencies|news agency|newswires?|wires?|وكالات|агентства|agences|Reuters|AFP|AP|Associated Press|Agence France-Presse|Xinhua|TASS|dpa|EFE|ANSA|IANS|PTI|UPI|Bloomberg)(?!\p{L})/u;
const AGENCIES_ONLY = /^(?:.*(?:,|&|and|with)\s*)?(?<name>(?:[Aa]gencies|وكالات|[Aa]gences))\s*$/u;
/** Code units at either end of a text in which it may name its source. */
const ENDS = 600;

/** Each name once; republication first, since it is recorded and not read from the text. */
export function creditsOf({ author, articleBody, provenance }: Article): Credit[] {
  const credits: Credit[] = [];
  const add = (name: string | null | undefined, how: Credit['how']) => {
    const trimmed = name?.trim().replace(/[.,;]+$/u, '') ?? '';
    if (trimmed !== '' && !credits.some((known) => fold(known.name) === fold(trimmed)))
      credits.push({ name: trimmed, how });
  };
  add(provenance.republishedFrom, 'republished');
  for (const name of author) {
    const agencies = AGENCIES_ONLY.exec(name)?.groups?.name;
    if (agencies || AGENCY.test(name)) add(agencies ?? name, 'agency');
  }
  const opening = articleBody.trimStart().slice(0, ENDS);
  const wire = WIRE_LINE.exec(opening)?.groups?.name;
  if (wire && AGENCY.test(wire)) add(wire, 'agency');
  for (const end of [opening, articleBody.slice(-ENDS)]) add(SOURCE_LINE.exec(end)?.groups?.name, 'source');
  return credits;
}

/** The earliest entry whose outlet one of the credits names. */
function sourceAmong(
  credits: readonly Credit[],
  article: Article,
  earlier: readonly LineageEntry[],
  articles: Articles,
): ArticleId | null {
  if (article.datePublished === null) return null;
  for (const { name } of credits) {
    const wanted = fold(name);
    for (const { printing } of earlier) {
      const outlet = outletOf(articles.get(printing.articleId)!);
      if (outlet !== null && outlet !== '' && isSameOutlet(wanted, outlet)) return printing.articleId;
    }
  }
  return null;
}

/** "Al Mayadeen Net" and "Al Mayadeen": one is the other and a word more. */
function isSameOutlet(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

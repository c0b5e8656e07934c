/**
 * The day an article was published, from everything on the page that claims to know.
 *
 * The naive version takes the first date. Pages print the day they were changed, the day of the next event, today's
 * date in the masthead and the dates of forty other articles. Here claims are ranked by what kind of mark makes them,
 * changes are told from first publication, and a claim that cannot be a day counts for nothing. Where nothing
 * claims to be the date, there is none: null, never the capture's day. O(page).
 */
import { type IsoDate, parseIsoDate } from '../../text/iso-date.ts';
import { flatten, type HtmlDocument, type HtmlElement } from './dom.ts';
import { type DateCustom, findDays, toDay } from './find-days.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { PageMeta } from './page-meta.ts';
import { isForeignElement, isForeignPlace } from './place.ts';
import type { Block, BlockTree } from './read-blocks.ts';

export interface DayEvidence {
  readonly document: HtmlDocument;
  readonly meta: PageMeta;
  readonly linked: LinkedArticle | null;
  readonly addresses: readonly string[];
  readonly custom: DateCustom;
  readonly tree: BlockTree;
  readonly headline: string | null;
  /** No article is younger than its capture; null where nobody recorded it. */
  readonly capturedAt: string | null;
}

export interface DayClaim {
  readonly date: IsoDate;
  readonly source:
    | 'meta'
    | 'record'
    | 'linked data'
    | 'microdata'
    | 'time'
    | 'address'
    | 'marked'
    | 'printed'
    | 'modified';
  /** The day is that of a time in UTC, which may be the one before or after the reader's. */
  readonly isUniversal?: boolean;
}

/** Keys that mean publication and nothing else. */
const PUBLISHED_KEYS =
  'article:published_time og:article:published_time og:published_time article:published published_time datepublished date.published publishdate publish-date publish_date publish_time publishtime pubdate publication_date publicationdate publication-date publication_time article.published article:published_date article_date_original originalpublicationdate parsely-pub-date sailthru.date bt:pubdate cxenseparse:recs:publishtime cxenseparse:publishtime citation_publication_date citation_online_date shareaholic:article_published_time vr:published_time og:pubdate displaydate rnews:datepublished analyticsattributes.articledate date_published publisheddate published story.published_date eomportal-publicationdate'.split(
    ' ',
  );
/** Keys that some systems fill with the day of a change or of a record: the page's own print is believed before them. */
const RECORD_KEYS =
  'dc.date.issued dcterms.issued article.created article:create_time dcterms.created dc.date.created dc.created dcterms.date dc.date date datecreated date-created created creation_date citation_date released releasedate release_date'.split(
    ' ',
  );
const MODIFIED_KEYS =
  'article:modified_time og:updated_time og:modified_time datemodified dc.date.modified dcterms.modified lastmodified last-modified revised modified'.split(
    ' ',
  );

/** Every claim, best first; empty where nothing on the page claims to be its date. */
export function findDayClaims(evidence: DayEvidence): DayClaim[] {
  const claims = [
    ...metaClaims(evidence, PUBLISHED_KEYS, 'meta'),
    ...linkedClaims(evidence),
    ...microdataClaims(evidence),
    ...timeClaims(evidence),
    ...addressClaims(evidence),
    ...markedClaims(evidence),
    ...printedClaims(evidence),
    ...metaClaims(evidence, RECORD_KEYS, 'record'),
    ...metaClaims(evidence, MODIFIED_KEYS, 'modified'),
  ];
  const month = monthOfAddress(evidence.addresses);
  return claims.filter(
    ({ date, source }) =>
      isPossible(date, evidence.capturedAt) &&
      (month === null || !WEAK.has(source) || isNearMonth(date, month)),
  );
}

/** Claims that another article on the page, or the text itself, may make. */
const WEAK: ReadonlySet<DayClaim['source']> = new Set(['time', 'marked', 'printed', 'record']);

/** "/2023/03/": the month an address files its article under. */
function monthOfAddress(addresses: readonly string[]): string | null {
  const match = addresses
    .map((address) => /\/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])(?=[/-])/.exec(address))
    .find((found) => found !== null);
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}` : null;
}

/** A day of the month, or within a week of it: what is written on the 31st is filed on the 1st. */
function isNearMonth(date: IsoDate, month: string): boolean {
  const week = 7 * 86_400_000;
  const at = Date.parse(date);
  const start = Date.parse(`${month}-01`);
  return at >= start - week && at <= start + 31 * 86_400_000 + week;
}

/** To the day; null where the page claims none. */
export function publicationDay(evidence: DayEvidence): IsoDate | null {
  const claims = findDayClaims(evidence);
  const best = claims.find((claim) => claim.source !== 'modified') ?? claims[0];
  if (best === undefined) return null;
  const firstPrinting = earliestStamp(best, claims);
  return neighbourDay(firstPrinting, claims) ?? firstPrinting.date;
}

/** Systems that stamp a page anew in one of its two records leave the other: the earlier is the first publication. */
function earliestStamp(best: DayClaim, claims: readonly DayClaim[]): DayClaim {
  if (best.source !== 'meta') return best;
  const linked = claims.find(({ source }) => source === 'linked data');
  return linked !== undefined && linked.date < best.date ? linked : best;
}

/** Claims made by machines, with a time of day. */
const STAMPED: ReadonlySet<DayClaim['source']> = new Set(['meta', 'linked data', 'microdata', 'time']);

/** A time in UTC may fall on the day beside the one the page prints: the address and the printed date then decide. */
function neighbourDay(best: DayClaim, claims: readonly DayClaim[]): IsoDate | null {
  const printed = claims.filter(
    ({ source }) => source === 'address' || source === 'printed' || source === 'marked',
  );
  if (!STAMPED.has(best.source)) return null;
  const filed = printed.find(({ source }) => source === 'address');
  if (best.isUniversal && filed !== undefined && isBeside(filed.date, best.date)) return filed.date;
  if (printed.some(({ date }) => date === best.date)) return null;
  return printed.find(({ date }) => isBeside(date, best.date))?.date ?? null;
}

function isPossible(date: IsoDate, capturedAt: string | null): boolean {
  return (
    capturedAt === null || date <= new Date(Date.parse(capturedAt) + 86_400_000).toISOString().slice(0, 10)
  );
}

function metaClaims(
  { meta, custom }: DayEvidence,
  keys: readonly string[],
  source: DayClaim['source'],
): DayClaim[] {
  return keys.flatMap((key) => meta.all(key).flatMap((value) => claimOf(value, custom, source)));
}

function linkedClaims({ linked, custom }: DayEvidence): DayClaim[] {
  return claimOf(linked?.datePublished ?? '', custom, 'linked data');
}

function claimOf(value: string, custom: DateCustom, source: DayClaim['source']): DayClaim[] {
  const date = parseStamp(value, custom);
  return date === null ? [] : [{ date, source, isUniversal: IN_UNIVERSAL_TIME.test(value) }];
}

const IN_UNIVERSAL_TIME = /\d(?:Z|\+00:?00)\W*$|(?:GMT|UTC)\W*$/;

/** A date as machines and editors write it, to the day; the day is the one printed, whatever the zone. Null for less. */
export function parseStamp(value: string, custom: DateCustom): IsoDate | null {
  const text = flatten(value).slice(0, 120);
  const iso = /^["']?(\d{4})-?(\d{2})-?(\d{2})(?!\d{3,})/.exec(text);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), custom.language);
  if (/^1\d{9}(?:\d{3})?$/.test(text)) {
    const milliseconds = Number(text) * (text.length === 10 ? 1_000 : 1);
    return parseIsoDate(new Date(milliseconds).toISOString().slice(0, 10));
  }
  return findDays(text, custom)[0]?.date ?? null;
}

function microdataClaims({ document, custom }: DayEvidence): DayClaim[] {
  const nodes = document.querySelectorAll(
    '[itemprop~="datePublished"], [itemprop~="dateCreated"], [property~="schema:datePublished"], time[pubdate], abbr.published, .dt-published',
  );
  return first(nodes, 6)
    .filter((node) => !isForeignPlace(node))
    .flatMap((node) => stampClaims(node, custom, 'microdata'));
}

/** The element's machine-readable day, or the printed one beside it: a stamp in UTC may be a day off what is printed. */
function stampClaims(node: HtmlElement, custom: DateCustom, source: DayClaim['source']): DayClaim[] {
  const [stamped] = claimOf(stampOf(node), custom, source);
  const printed = findDays(flatten(node.textContent).slice(0, LONGEST_MARKED), custom)[0]?.date;
  if (stamped === undefined) return printed === undefined ? [] : [{ date: printed, source }];
  return [printed !== undefined && isBeside(printed, stamped.date) ? { date: printed, source } : stamped];
}

function isBeside(a: IsoDate, b: IsoDate): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000;
}

function stampOf(node: HtmlElement): string {
  return (
    node.getAttribute('datetime') ??
    node.getAttribute('content') ??
    (node.localName === 'abbr' ? node.getAttribute('title') : null) ??
    node.textContent ??
    ''
  );
}

const SAYS_MODIFIED =
  /updat|modif|aktuali[sz]|a[ck]tuali[tz]|atualiz|mis à jour|обнов|оновлен|изменен|zuletzt|bearbeitet|aggiorn|bijgewerkt|gewijzigd|uppdatera|oppdater|opdater|päivitetty|frissít|módosít|ažuriran|ενημέρωσ|τροποπο|تحديث|تعديل|عُدل|به‌?روز|ویرایش|اپ ?ڈیٹ|עודכן|עדכון|更新|修改|수정|업데이트|güncel|diperbarui|pembaruan|dikemas ?kini|cập nhật|อัปเดต|ปรับปรุง|अपडेट|संशोधित|আপডেট|হালনাগাদ|imesasishwa|edited|revis/i;

function timeClaims({ document, custom }: DayEvidence): DayClaim[] {
  const claims = first(document.querySelectorAll('time'), 40)
    .filter((node) => !isForeignPlace(node))
    .map((node) => ({ node, isModified: SAYS_MODIFIED.test(`${marksOf(node)} ${node.textContent ?? ''}`) }));
  const published = claims.filter((claim) => !claim.isModified);
  return published.slice(0, 1).flatMap(({ node }) => stampClaims(node, custom, 'time'));
}

function marksOf(node: HtmlElement): string {
  return `${node.getAttribute('class') ?? ''} ${node.getAttribute('itemprop') ?? ''} ${node.getAttribute('id') ?? ''}`;
}

const IN_ADDRESS = /(?<!\d)((?:19|20)\d{2})([/_-]?)(\d{1,2})\2(\d{1,2})(?!\d)/;
/** "/2023/mar/08/". */
const MONTH_IN_ADDRESS =
  /\/(20\d{2})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?=\/|$)/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** "/29-10-2021": only where the first number can be no month. */
const DAY_FIRST_IN_ADDRESS = /(?<![\d-])(1[3-9]|2\d|3[01])[-_.](\d{1,2})[-_.](20\d{2})(?!\d)/;

function addressClaims({ addresses }: DayEvidence): DayClaim[] {
  for (const address of addresses) {
    const path = address.replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/[?#].*$/, '');
    const dayFirst = DAY_FIRST_IN_ADDRESS.exec(path);
    if (dayFirst) {
      const date = toDay(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]), null);
      if (date !== null) return [{ date, source: 'address' }];
    }
    const named = MONTH_IN_ADDRESS.exec(path);
    if (named) {
      const month = MONTHS.indexOf(named[2]!.toLowerCase()) + 1;
      const date = toDay(Number(named[1]), month, Number(named[3]), null);
      if (date !== null) return [{ date, source: 'address' }];
    }
    const match = IN_ADDRESS.exec(path);
    if (!match || (match[2] === '' && (match[3]!.length < 2 || match[4]!.length < 2))) continue;
    const date = toDay(Number(match[1]), Number(match[3]), Number(match[4]), null);
    if (date !== null) return [{ date, source: 'address' }];
  }
  return [];
}

const DATE_MARKS =
  '[class*="date" i], [class*="publi" i], [class*="posted" i], [class*="time" i], [class*="meta" i], [class*="byline" i], [class*="datum" i], [class*="fecha" i], [id*="date" i], [id*="publi" i]';
/** A longer text is an article that happens to stand in such an element. */
const LONGEST_MARKED = 200;

function markedClaims({ document, custom }: DayEvidence): DayClaim[] {
  const claims: DayClaim[] = [];
  for (const node of first(document.querySelectorAll(DATE_MARKS), 400)) {
    const text = flatten(node.textContent);
    if (text.length < 6 || text.length > LONGEST_MARKED || isForeignPlace(node)) continue;
    if (SAYS_MODIFIED.test(marksOf(node))) continue;
    claims.push(...publishedIn(text, custom).map((date) => ({ date, source: 'marked' as const })));
    if (claims.length > 0) break;
  }
  return claims.slice(0, 1);
}

/** The days in a line that are not labelled as those of a change. */
function publishedIn(text: string, custom: DateCustom): IsoDate[] {
  let from = 0;
  const days: IsoDate[] = [];
  for (const { date, start, end } of findDays(text, custom)) {
    if (!SAYS_MODIFIED.test(text.slice(from, start))) days.push(date);
    from = end;
  }
  return days;
}

/** Lines above and below the article's text that hold a date and little else, nearest to the headline first. */
const LONGEST_PRINTED = 140;
const NEAR = 80;
/** Paragraphs of the article after which a date is one that the text speaks of. */
const MOST_PASSED = 2;

function printedClaims({ tree, headline, custom }: DayEvidence): DayClaim[] {
  const { blocks } = tree;
  const title =
    headline === null ? -1 : blocks.findIndex(({ text }) => text.length < 300 && text.includes(headline));
  if (title < 0) return [];
  const near = [
    ...blocks.slice(title, title + NEAR),
    ...blocks.slice(Math.max(0, title - 4), title).reverse(),
  ];
  let passed = 0;
  for (const block of near) {
    if (block.text.length > LONGEST_PRINTED) passed++;
    if (block.place === 'caption' || isForeignBlock(block, tree)) continue;
    if (passed > MOST_PASSED && !(block.place === 'open' && isDateLine(block.text))) continue;
    const date = isSentence(block.text) ? dateline(block.text, custom) : publishedIn(block.text, custom)[0];
    if (date !== undefined && date !== null) return [{ date, source: 'printed' }];
  }
  return [];
}

function isForeignBlock(block: Block, tree: BlockTree): boolean {
  const marked = tree.elements[block.markedBy]?.node;
  return marked !== undefined && isForeignElement(marked);
}

function isSentence(text: string): boolean {
  return text.length > LONGEST_PRINTED || (text.length > 90 && /[\p{L})”"]{2}[.!?。।]["”’»)]*$/u.test(text));
}

/** Words before a dateline's day: a place, an agency, "published on". */
const MOST_BEFORE_DAY = 4;

/** "Harbour Town, 8 March 2023 – The council …": the day that opens a text, not one that it speaks of. */
function dateline(text: string, custom: DateCustom): IsoDate | null {
  const opening = text.slice(0, 70);
  const [day] = findDays(opening, custom);
  if (day === undefined) return null;
  const before = opening.slice(0, day.start).match(/[\p{L}\p{M}]+/gu) ?? [];
  return before.length <= MOST_BEFORE_DAY && !SAYS_MODIFIED.test(opening.slice(0, day.start))
    ? day.date
    : null;
}

const LABEL =
  /^(?:stand|datum|date|fecha|data|veröffentlicht|erschienen|erstellt|published|posted|publié|publicado|pubblicato|опубликовано|дата|نشر|تاريخ النشر|פורסם|发布|公開|등록)/iu;

/** A line that says when, and nothing else: "Stand: 8.3.2023, 18:00 Uhr". */
function isDateLine(text: string): boolean {
  return text.length <= 30 || (text.length <= 80 && LABEL.test(text));
}

function first<T>(list: ArrayLike<T>, most: number): T[] {
  const items: T[] = [];
  for (let at = 0; at < list.length && at < most; at++) items.push(list[at]!);
  return items;
}

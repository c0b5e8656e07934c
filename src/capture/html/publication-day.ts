/**
 * The day an article was published, from everything on the page that claims to know.
 *
 * The naive version takes the first date. Pages print the day they were changed, the day of the next event, today's
 * date in the masthead and the dates of forty other articles. Here claims are ranked by what kind of mark makes them,
 * changes are told from first publication, and a claim that cannot be a day counts for nothing. Where nothing
 * claims to be the date, there is none: null, never the capture's day. O(page).
 */
import type { IsoDate } from '../../text/iso-date.ts';
import { toDay } from './calendar-day.ts';
import { claimOf, type DayClaim, type DayEvidence, first, isBeside } from './day-claim.ts';
import { findDays } from './find-days.ts';
import {
  markedClaims,
  microdataClaims,
  printedClaims,
  scriptClaims,
  signedClaims,
  statedClaims,
  timeClaims,
} from './page-days.ts';

/** Keys that mean publication and nothing else. */
const PUBLISHED_KEYS =
  'article:published_time og:article:published_time og:published_time article:published published_time datepublished date.published publishdate publish-date publish_date publish_time publishtime pubdate publication_date publicationdate publication-date publication_time article.published article:published_date article_date_original originalpublicationdate parsely-pub-date sailthru.date bt:pubdate cxenseparse:recs:publishtime cxenseparse:publishtime citation_publication_date citation_online_date shareaholic:article_published_time vr:published_time og:pubdate displaydate rnews:datepublished analyticsattributes.articledate date_published publisheddate published story.published_date eomportal-publicationdate prism.publicationdate dcterms.available dc.date.available date_published_iso publish_up og:release_date firstpublished first_published originalpublishdate'.split(
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
function findDayClaims(evidence: DayEvidence): DayClaim[] {
  const claims = [
    ...metaClaims(evidence, PUBLISHED_KEYS, 'meta'),
    ...linkedClaims(evidence),
    ...microdataClaims(evidence),
    ...statedClaims(evidence),
    ...timeClaims(evidence),
    ...addressClaims(evidence),
    ...markedClaims(evidence),
    ...signedClaims(evidence),
    ...printedClaims(evidence),
    ...scriptClaims(evidence),
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
const WEAK: ReadonlySet<DayClaim['source']> = new Set([
  'stated',
  'time',
  'marked',
  'printed',
  'script',
  'record',
]);

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
  const agreed = mostAgreed(claims);
  const sure = claims.find(({ source }) => SURE.has(source));
  const best = (sure && agreed && isOverruled(sure, agreed, claims) ? agreed : (sure ?? agreed)) ?? claims[0];
  if (best === undefined || (best.source === 'modified' && isDoubtful(best, evidence))) return null;
  const firstPrinting = beforeChange(earliestStamp(best, claims), claims);
  return neighbourDay(firstPrinting, claims) ?? firstPrinting.date;
}

/** Sources that need no second. */
const SURE: ReadonlySet<DayClaim['source']> = new Set(['meta', 'linked data', 'microdata']);
/** What the others count for, one beside another: a teaser's `<time>` must not outweigh a byline's day that the address bears out. */
const VOTES: Partial<Record<DayClaim['source'], number>> = {
  stated: 1.6,
  time: 1.5,
  address: 2.2,
  marked: 1.1,
  printed: 1,
  script: 0.7,
  record: 0.6,
};

function votesOf(claims: readonly DayClaim[]): ReadonlyMap<IsoDate, number> {
  const votes = new Map<IsoDate, number>();
  const heard = new Set<string>();
  for (const { date, source } of claims) {
    const vote = `${source} ${date}`;
    if (!heard.has(vote)) votes.set(date, (votes.get(date) ?? 0) + (VOTES[source] ?? 0));
    heard.add(vote);
  }
  return votes;
}

/** As much as four kinds of mark together. */
const OVERRULING_VOTES = 4;

/** One record against four marks of other kinds, none of which is the day of a change: the record is an older text's. */
function isOverruled(sure: DayClaim, agreed: DayClaim, claims: readonly DayClaim[]): boolean {
  const isAlone = claims.every(({ source }) => !SURE.has(source) || source === sure.source);
  const isChange = claims.some(({ source, date }) => source === 'modified' && date === agreed.date);
  return (
    isAlone &&
    !isChange &&
    !isBeside(sure.date, agreed.date) &&
    (votesOf(claims).get(agreed.date) ?? 0) >= OVERRULING_VOTES
  );
}

/**
 * Where a change is all that a page dates, it may be the publication; not where its address is filed under another
 * month, or anything on the page, a comment say, is older.
 */
function isDoubtful({ date }: DayClaim, { addresses, tree, custom }: DayEvidence): boolean {
  const month = monthOfAddress(addresses);
  if (month !== null && !isNearMonth(date, month)) return true;
  return first(tree.blocks, MOST_BLOCKS).some(
    ({ text }) => text.length <= LONGEST_LINE && findDays(text, custom).some((day) => day.date < date),
  );
}

const MOST_BLOCKS = 1_000;
const LONGEST_LINE = 140;

/** The claim for the day with most votes; the earlier source where they are equal. */
function mostAgreed(claims: readonly DayClaim[]): DayClaim | undefined {
  const votes = votesOf(claims);
  const most = Math.max(0, ...votes.values());
  return claims.find(({ date, source }) => VOTES[source] !== undefined && votes.get(date) === most);
}

/** Systems that stamp a page anew in one of its two records leave the other: the earlier is the first publication. */
function earliestStamp(best: DayClaim, claims: readonly DayClaim[]): DayClaim {
  if (best.source !== 'meta') return best;
  const linked = claims.find(({ source }) => source === 'linked data');
  return linked !== undefined && linked.date < best.date ? linked : best;
}

/** What a page prints may be the day of its change, where that is the same: an older record, script or address knows better. */
function beforeChange(best: DayClaim, claims: readonly DayClaim[]): DayClaim {
  const isChange = claims.some(({ source, date }) => source === 'modified' && date === best.date);
  if (!isChange || SURE.has(best.source)) return best;
  const older = claims.find(({ source, date }) => OF_SYSTEM.has(source) && date < best.date);
  return older ?? best;
}

const OF_SYSTEM: ReadonlySet<DayClaim['source']> = new Set(['record', 'script', 'address']);

/** Claims made by machines, with a time of day. */
const STAMPED: ReadonlySet<DayClaim['source']> = new Set([
  'meta',
  'linked data',
  'microdata',
  'time',
  'script',
]);
const PRINTED: ReadonlySet<DayClaim['source']> = new Set(['address', 'stated', 'marked', 'printed']);

/** A time in UTC may fall on the day beside the one the page prints: the address and the printed date then decide. */
function neighbourDay(best: DayClaim, claims: readonly DayClaim[]): IsoDate | null {
  if (!STAMPED.has(best.source) || best.hour === undefined) return null;
  const { hour } = best;
  const printed = claims.filter(({ source }) => PRINTED.has(source));
  const isLocal = ({ date }: DayClaim): boolean =>
    isBeside(date, best.date) && (date < best.date ? hour < LAST_OF_DAY_BEFORE : hour >= FIRST_OF_DAY_AFTER);
  const filed = printed.find(({ source }) => source === 'address');
  if (filed !== undefined && isLocal(filed)) return filed.date;
  if (printed.some(({ date }) => date === best.date)) return null;
  return printed.find(isLocal)?.date ?? null;
}

/** Zones lie between twelve hours behind UTC and fourteen before it. */
const LAST_OF_DAY_BEFORE = 12;
const FIRST_OF_DAY_AFTER = 10;

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

const IN_ADDRESS = /(?<!\d)((?:19|20|13|14)\d{2})([/_-]?)(\d{1,2})\2(\d{1,2})(?!\d)/;
/** "/2023/0308/" and "/202303/08/". */
const HALVED_IN_ADDRESS = /\/(20\d{2})(?:\/(\d{2})(\d{2})|(\d{2})\/(\d{2}))(?=[/_-])/;
/** "/2023/mar/08/". */
const MONTH_IN_ADDRESS =
  /\/(20\d{2})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?=\/|$)/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** "/29-10-2021": only where the first number can be no month. */
const DAY_FIRST_IN_ADDRESS = /(?<![\d-])(1[3-9]|2\d|3[01])[-_.](\d{1,2})[-_.](20\d{2})(?!\d)/;

function addressClaims({ addresses, custom }: DayEvidence): DayClaim[] {
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
    const halved = HALVED_IN_ADDRESS.exec(path);
    if (halved) {
      const [month, day] = [halved[2] ?? halved[4], halved[3] ?? halved[5]];
      const date = toDay(Number(halved[1]), Number(month), Number(day), null);
      if (date !== null) return [{ date, source: 'address' }];
    }
    const match = IN_ADDRESS.exec(path);
    if (!match || (match[2] === '' && (match[3]!.length < 2 || match[4]!.length < 2))) continue;
    const date = toDay(Number(match[1]), Number(match[3]), Number(match[4]), custom.language);
    if (date !== null) return [{ date, source: 'address' }];
  }
  return [];
}

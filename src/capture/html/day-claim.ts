/** What one mark on a page claims about its day, and how machines and editors write it. O(1) a claim. */
import { type IsoDate, parseIsoDate } from '../../text/iso-date.ts';
import { toDay } from './calendar-day.ts';
import { flatten, type HtmlDocument, type HtmlElement } from './dom.ts';
import { type DateCustom, findDays } from './find-days.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { PageMeta } from './page-meta.ts';
import type { BlockTree } from './read-blocks.ts';

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
    | 'stated'
    | 'script'
    | 'modified';
  /** Of a stamp with a time of day: the reader's day may be the one before (where it is before noon) or after. */
  readonly hour?: number;
}

export function claimOf(value: string, custom: DateCustom, source: DayClaim['source']): DayClaim[] {
  const date = parseStamp(value, custom);
  if (date === null) return [];
  const hour = hourOf(value);
  return [hour === null ? { date, source } : { date, source, hour }];
}

/** The hour of a stamp; null for a day without a time. */
function hourOf(value: string): number | null {
  const match = /\d[T ](\d{2}):?\d{2}(?::?\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|GMT|UTC)?\W*$/i.exec(
    value.trim(),
  );
  if (match === null) return /^1\d{9}(?:\d{3})?$/.test(value.trim()) ? hourOfCount(value.trim()) : null;
  const isLocal = match[2] !== undefined && !/^(?:Z|GMT|UTC|[+-]00:?00)$/i.test(match[2]);
  // In a stated zone an evening may be filed under the next day, and no morning under the day before.
  return isLocal ? Math.max(Number(match[1]), NOON) : Number(match[1]);
}

const NOON = 12;

function hourOfCount(count: string): number {
  return new Date(Number(count) * (count.length === 10 ? 1_000 : 1)).getUTCHours();
}

/** A date as machines and editors write it, to the day; the day is the one printed, whatever the zone. Null for less. */
function parseStamp(value: string, custom: DateCustom): IsoDate | null {
  const text = flatten(value).slice(0, 120);
  const iso = /^["']?(\d{4})-?(\d{2})-?(\d{2})(?!\d{3,})/.exec(text);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), custom.language);
  if (/^1\d{9}(?:\d{3})?$/.test(text)) {
    const milliseconds = Number(text) * (text.length === 10 ? 1_000 : 1);
    return parseIsoDate(new Date(milliseconds).toISOString().slice(0, 10));
  }
  return findDays(text, custom)[0]?.date ?? null;
}

/** The element's machine-readable day, or the printed one beside it: a stamp in UTC may be a day off what is printed. */
export function stampClaims(node: HtmlElement, custom: DateCustom, source: DayClaim['source']): DayClaim[] {
  const [stamped] = claimOf(stampOf(node), custom, source);
  const printed = findDays(flatten(node.textContent).slice(0, LONGEST_PRINTED_BESIDE), custom)[0]?.date;
  if (stamped === undefined) return printed === undefined ? [] : [{ date: printed, source }];
  const isNext = printed !== undefined && printed !== stamped.date && isBeside(printed, stamped.date);
  return [isNext ? { date: printed, source } : stamped];
}

export function isBeside(a: IsoDate, b: IsoDate): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000;
}

function stampOf(node: HtmlElement): string {
  return (
    node.getAttribute('datetime') ??
    node.getAttribute('content') ??
    node.getAttribute('data-timestamp') ??
    node.getAttribute('data-datetime') ??
    (node.localName === 'abbr' ? node.getAttribute('title') : null) ??
    node.textContent ??
    ''
  );
}

/** Longer texts beside a stamp are no printed day of it. */
const LONGEST_PRINTED_BESIDE = 200;

/** The beginning of a list that a hostile page may have made long. */
export function first<T>(list: ArrayLike<T>, most: number): T[] {
  const items: T[] = [];
  for (let at = 0; at < list.length && at < most; at++) items.push(list[at]!);
  return items;
}

/**
 * Dates as far as they are known: EDTF level 0, '2023-03-08', '2023-03' or '2023'. A missing day is unknown, never
 * the first; comparisons therefore work on the interval a date spans.
 */
import type { Brand } from './brand.ts';

export type IsoDate = Brand<string, 'IsoDate'>;

const EDTF_LEVEL_0 = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days of a month, 1-based, in the proleptic Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The date, or null when the text is not a real calendar date in one of the three precisions. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = EDTF_LEVEL_0.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))))
    return null;
  return text as IsoDate;
}

/** `month` and `day` are 1-based; null stands for a part that is not known. Null when no such day exists. */
export function toIsoDate(year: number, month: number | null, day: number | null): IsoDate | null {
  const parts = [String(year).padStart(4, '0')];
  if (month !== null) parts.push(String(month).padStart(2, '0'));
  if (month !== null && day !== null) parts.push(String(day).padStart(2, '0'));
  return parseIsoDate(parts.join('-'));
}

/** First day that `date` may mean, as YYYY-MM-DD. */
export function firstDay(date: IsoDate): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** Last day that `date` may mean, as YYYY-MM-DD. */
export function lastDay(date: IsoDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5)))).padStart(2, '0')}`;
  }
  return date;
}

/** Whether two spans of days have a day in common. Both ends belong to a span. */
export function spansMeet(a: { from: IsoDate; to: IsoDate }, b: { from: IsoDate; to: IsoDate }): boolean {
  return firstDay(a.from) <= lastDay(b.to) && firstDay(b.from) <= lastDay(a.to);
}

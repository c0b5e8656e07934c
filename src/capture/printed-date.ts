import { findDates } from '../text/find-dates.ts';
import { type IsoDate, parseIsoDate } from '../text/iso-date.ts';

/** The one date that `value` prints ("8 Mar 2023", "2023-03-08T10:00:00Z"), to the day or month; null for none, several, or a range. */
export function readPrintedDate(value: string): IsoDate | null {
  const text = value.trim();
  if (text.length > 100) return null;
  const whole = parseIsoDate(text);
  if (whole !== null) return whole;
  const [date, ...more] = findDates(text);
  if (date?.kind !== 'dated' || more.length > 0 || date.from !== date.to) return null;
  return date.from;
}

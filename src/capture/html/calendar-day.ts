/**
 * A day of the calendar that a page counts in, as a day of the Gregorian one.
 *
 * Iran and Afghanistan print solar years (1401), Thailand the years of the Buddha (2566); both are certain. Years of the
 * Hijra begin with a sighting, and Nepal's months with a table: those are refused, not guessed. O(1).
 */
import { type IsoDate, parseIsoDate, toIsoDate } from '../../text/iso-date.ts';

/** Before the first newspaper sites, and after any page that can be read today, figures are something else. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2099;
/** Languages whose pages count solar years. */
const COUNTS_PERSIAN = /^(?:fa|ps|prs|mzn|glk)\b/;

/** Null where there is no such day, or its year is none that a page of today prints. */
export function toDay(year: number, month: number, day: number, language: string | null): IsoDate | null {
  const base = language?.slice(0, 2).toLowerCase();
  const isPersian = COUNTS_PERSIAN.test(language?.toLowerCase() ?? '');
  if (isPersian && year >= FIRST_PERSIAN_YEAR && year <= LAST_PERSIAN_YEAR)
    return fromPersian(year, month, day);
  // Nepal counts 57 years ahead, to a day that a table alone knows.
  if (base === 'ne' && year > 2050) return null;
  const western = base === 'th' && year > 2400 ? year - 543 : year;
  if (western < FIRST_YEAR || western > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  return toIsoDate(western, month, day);
}

/** 1980 and 2099 in the solar calendar of Iran. */
const FIRST_PERSIAN_YEAR = 1359;
const LAST_PERSIAN_YEAR = 1478;
const PERSIAN = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/** The runtime converts only the other way: the day is guessed from mean lengths, and found a day or two beside. */
function fromPersian(year: number, month: number, day: number): IsoDate | null {
  const guess = Date.UTC(year + 621, 2, 20 + Math.min(month - 1, 6) * 31 + Math.max(0, month - 7) * 30 + day);
  const wanted = `${month}/${day}/${year}`;
  for (const shift of [0, -1, 1, -2, 2]) {
    const time = new Date(guess + shift * 86_400_000);
    if (PERSIAN.format(time).startsWith(wanted)) return parseIsoDate(time.toISOString().slice(0, 10));
  }
  return null;
}

/** A year of two figures, as the page's language counts: "66" is 2566 in Thai and 2023 here. */
export function fullYear(short: number, language: string | null): number {
  return /^th\b/i.test(language ?? '') && short >= FIRST_SHORT_THAI_YEAR ? 2500 + short : 2000 + short;
}

/** 2540 (1997); below it, the two figures are a Western year's. */
const FIRST_SHORT_THAI_YEAR = 40;

/**
 * Full dates printed on a page, in any language that the runtime has month names for, in any script's digits.
 *
 * The naive version is a list of formats per outlet. Here month names come from `Intl`, for the page's language and
 * English; the day and the year are the numbers beside the name, in whatever order. Three figures are read as the
 * page's language and country write them; "03/05/2021" on a page that may be either way is no date. Years of other
 * calendars are converted where the calendar is certain, and refused otherwise. O(text).
 */
import { type IsoDate, toIsoDate } from '../../text/iso-date.ts';

interface PrintedDay {
  readonly date: IsoDate;
  readonly start: number;
  readonly end: number;
}

/** How a page writes dates. */
export interface DateCustom {
  /** BCP 47, or null where the page's language is unknown. */
  readonly language: string | null;
  /** Which of two numbers parted by slashes is the day; null where the page may mean either. */
  readonly first: 'day' | 'month' | null;
}

/** Before the first newspaper sites, and after any page that can be read today, figures are something else. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2099;

const ZEROS = '٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐０';
const DIGIT = new RegExp(
  `[${[...ZEROS].map((zero) => `${zero}-${String.fromCharCode(zero.charCodeAt(0) + 9)}`).join('')}]`,
  'g',
);

/** The same text, as long as before, with digits 0–9. */
function westernDigits(text: string): string {
  return text.replace(DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = [...ZEROS].find(
      (candidate) => code >= candidate.charCodeAt(0) && code <= candidate.charCodeAt(0) + 9,
    );
    return String(code - zero!.charCodeAt(0));
  });
}

const YEAR_FIRST = /(?<![\d.])(\d{4})\s?([-/.年년])\s?(\d{1,2})\s?([-/.月월])\s?(\d{1,2})(?!\d)(?!\.\d)/g;
const YEAR_LAST = /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])(?!\.\d)/g;

/** In order of position. */
export function findDays(text: string, custom: DateCustom): PrintedDay[] {
  const western = westernDigits(text);
  const found = [...inFigures(western, custom), ...withMonthNames(western, custom.language)];
  return found.sort((a, b) => a.start - b.start);
}

function* inFigures(text: string, custom: DateCustom): Generator<PrintedDay> {
  for (const match of text.matchAll(YEAR_FIRST)) {
    const date = toDay(Number(match[1]), Number(match[3]), Number(match[5]), custom.language);
    if (date !== null) yield { date, start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(YEAR_LAST)) {
    const [whole, first, mark, second, year] = match as unknown as [string, string, string, string, string];
    if (year.length === 2 && mark !== '.') continue;
    const order = orderOf(Number(first), Number(second), mark, custom);
    if (order === null) continue;
    const full = year.length === 2 ? 2000 + Number(year) : Number(year);
    const date = toDay(full, order.month, order.day, custom.language);
    if (date !== null) yield { date, start: match.index, end: match.index + whole.length };
  }
}

function orderOf(
  first: number,
  second: number,
  mark: string,
  custom: DateCustom,
): { day: number; month: number } | null {
  const dayFirst = { day: first, month: second };
  const monthFirst = { day: second, month: first };
  if (first > 12) return dayFirst;
  if (second > 12) return monthFirst;
  if (mark === '.' || first === second || custom.first === 'day') return dayFirst;
  return custom.first === 'month' ? monthFirst : null;
}

const WORD = /[\p{L}\p{M}]+/gu;
const AFTER_DAY = `(?:st|nd|rd|th|er|re|[ºª.°]|-?(?:го|е|а)|-?(?:lik|an|inci))?`;
const LINK = String.raw`(?:[\s,.'’/·-]|&nbsp;)+(?:(?:de|del|d|of|di|do|من|den|ta)[\s']+)?`;
const BEFORE = new RegExp(String.raw`(?<![\d:.])(\d{1,2})${AFTER_DAY}(?:${LINK}|\s*)(?:ב|ב-)?$`, 'iu');
const YEAR_BEFORE = new RegExp(String.raw`(?<![\d:])(\d{4})\.?(?:\s*(?:m|р|年|г)\.?)?(?:${LINK})$`, 'iu');
const YEAR_AFTER = new RegExp(String.raw`^(?:${LINK}|\s*)(?:عام\s+|ปี\s+|พ\.?ศ\.?\s*)?(\d{4})(?!\d)`, 'iu');
const DAY_AFTER = new RegExp(String.raw`^(?:${LINK})?(\d{1,2})${AFTER_DAY}(?![\d:])`, 'iu');
/** Room beside a month's name. */
const WINDOW = 24;

function* withMonthNames(text: string, language: string | null): Generator<PrintedDay> {
  const names = monthNames(language);
  for (const match of text.matchAll(WORD)) {
    const name = foldName(match[0]);
    const month = names.get(name) ?? (/^[בלמ]/.test(name) ? names.get(name.slice(1)) : undefined);
    if (month === undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - WINDOW), start);
    const after = text.slice(end, end + WINDOW);
    const found = dayBefore(before, after) ?? monthFirst(after) ?? yearFirst(before, after);
    const date = found === null ? null : toDay(found.year, month, found.day, language);
    if (date !== null && found !== null) yield { date, start: start - found.before, end: end + found.after };
  }
}

interface Around {
  readonly year: number;
  readonly day: number;
  readonly before: number;
  readonly after: number;
}

function dayBefore(before: string, after: string): Around | null {
  const day = BEFORE.exec(before);
  const year = YEAR_AFTER.exec(after);
  if (day === null || year === null) return null;
  return { year: Number(year[1]), day: Number(day[1]), before: day[0].length, after: year[0].length };
}

function monthFirst(after: string): Around | null {
  const day = DAY_AFTER.exec(after);
  const year = day === null ? null : YEAR_AFTER.exec(after.slice(day[0].length));
  if (day === null || year === null) return null;
  return { year: Number(year[1]), day: Number(day[1]), before: 0, after: day[0].length + year[0].length };
}

function yearFirst(before: string, after: string): Around | null {
  const year = YEAR_BEFORE.exec(before);
  const day = DAY_AFTER.exec(after);
  if (day === null || year === null) return null;
  return { year: Number(year[1]), day: Number(day[1]), before: year[0].length, after: day[0].length };
}

/** Null where there is no such day, or its year is none that a page of today prints. */
export function toDay(year: number, month: number, day: number, language: string | null): IsoDate | null {
  const base = language?.slice(0, 2).toLowerCase();
  const western = base === 'th' && year > 2400 ? year - 543 : year;
  if (western < FIRST_YEAR || western > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  return toIsoDate(western, month, day);
}

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Long and short names, alone and as they stand beside a day. */
function monthNames(language: string | null): ReadonlyMap<string, number> {
  const key = language ?? 'en';
  const known = tables.get(key);
  if (known) return known;
  const names = new Map<string, number>();
  for (const locale of [...new Set([key, key.slice(0, 2), 'en'])]) addNames(names, locale);
  names.set('sept', 9);
  if (/^(?:sr|bs|hr)/.test(key)) addNames(names, 'sr-Latn');
  if (/^ar/.test(key)) for (const variant of ['ar-EG', 'ar-SY', 'ar-DZ']) addNames(names, variant);
  tables.set(key, names);
  return names;
}

function addNames(names: Map<string, number>, locale: string): void {
  const options = [
    { month: 'long' },
    { month: 'short' },
    { day: 'numeric', month: 'long' },
    { day: 'numeric', month: 'short' },
  ] as const;
  for (const option of options) {
    const format = formatFor(locale, option);
    if (format === null) return;
    for (let month = 0; month < 12; month++) {
      const parts = format.formatToParts(new Date(Date.UTC(2001, month, 1)));
      const name = foldName(parts.find((part) => part.type === 'month')?.value ?? '');
      if (/^\p{L}[\p{L}\p{M}]/u.test(name) && !names.has(name)) names.set(name, month + 1);
    }
  }
}

function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
  } catch {
    return null;
  }
}

/** Case, the full stop of a short form and the seat of an Arabic hamza do not matter. */
function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/[^\p{L}\p{M}]+$/u, '');
}

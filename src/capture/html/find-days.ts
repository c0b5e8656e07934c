/**
 * Full dates printed on a page, in any language that the runtime has month names for, in any script's digits.
 *
 * The naive version is a list of formats per outlet. Here month names come from `Intl`, for the page's language and
 * English; the day and the year are the numbers beside the name, in whatever order. Three figures are read as the
 * page's language and country write them; "03/05/2021" on a page that may be either way is no date. Years of other
 * calendars are converted where the calendar is certain, and refused otherwise. O(text).
 */
import { type IsoDate, parseIsoDate, toIsoDate } from '../../text/iso-date.ts';

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

/** Marks of direction stand between the figures of dates that `Intl` wrote in Arabic and Hebrew. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const YEAR_FIRST =
  /(?<![\d.])(令和|平成|民國|民国)?\s?(\d{4}|\d{1,3}(?=\s?年))\s?([-/.年년]|оны)\s?(\d{1,2})\s?([-/.月월]|сарын)\s?(\d{1,2})(?!\d)(?!\.\d)/g;
/** Years before the first of an era that Japanese and Taiwanese pages count from. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 民國: 1911, 民国: 1911 };
const YEAR_LAST = /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])(?!\.\d)/g;

/** "二〇二三年三月八日". */
const IN_HAN =
  /([〇零一二三四五六七八九]{4})年(十?[一二]|十|[三四五六七八九])月([二三]?十?[一二三四五六七八九]?)日/g;

/** "三十一" → 31, "二〇二三" → "2023". */
function ofHan(figures: string): number {
  const digits = [...figures.replace('零', '〇')].map((figure) => '〇一二三四五六七八九'.indexOf(figure));
  const ten = figures.indexOf('十');
  if (ten < 0) return Number(digits.join(''));
  return (ten === 0 ? 1 : digits[0]!) * 10 + (ten === figures.length - 1 ? 0 : digits.at(-1)!);
}

/** "8 tháng 3 năm 2023": months have numbers. */
const IN_VIETNAMESE = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})(?!\d)/giu;

/** In order of position. */
export function findDays(text: string, custom: DateCustom): PrintedDay[] {
  const western = westernDigits(text).replace(DIRECTION, ' ');
  const found = [...inFigures(western, custom), ...withMonthNames(western, custom.language)];
  return found.sort((a, b) => a.start - b.start);
}

function* inFigures(text: string, custom: DateCustom): Generator<PrintedDay> {
  for (const match of text.matchAll(YEAR_FIRST)) {
    const [whole, era, figures, , month, , day] = match;
    const before = era === undefined ? 0 : ERAS[era];
    if (before === undefined || (era === undefined && figures!.length < 4)) continue;
    const date = toDay(before + Number(figures), Number(month), Number(day), custom.language);
    if (date !== null) yield { date, start: match.index, end: match.index + whole.length };
  }
  for (const match of text.matchAll(IN_HAN)) {
    const date = toDay(ofHan(match[1]!), ofHan(match[2]!), ofHan(match[3]!), custom.language);
    if (date !== null) yield { date, start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(IN_VIETNAMESE)) {
    const date = toDay(Number(match[3]), Number(match[2]), Number(match[1]), custom.language);
    if (date !== null) yield { date, start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(YEAR_LAST)) {
    const [whole, first, mark, second, year] = match as unknown as [string, string, string, string, string];
    if (year.length === 2 && mark !== '.' && !takesShortYear(custom)) continue;
    const order = orderOf(Number(first), Number(second), mark, custom);
    if (order === null) continue;
    const full = year.length === 2 ? 2000 + Number(year) : Number(year);
    const date = toDay(full, order.month, order.day, custom.language);
    if (date !== null) yield { date, start: match.index, end: match.index + whole.length };
  }
}

/** "08/03/23" is a day only where the day comes first, and the year never does. */
function takesShortYear({ language, first }: DateCustom): boolean {
  return first === 'day' && language !== null && !/^(?:en|ja|ko|zh|hu|sv|lt|mn|fa|ps)\b/i.test(language);
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

/** Thai short forms have a full stop inside: "มี.ค.". */
const WORD = /\p{Script=Thai}+\.\p{Script=Thai}+|[\p{L}\p{M}]+/gu;
const AFTER_DAY = `(?:st|nd|rd|th|er|re|[ºª.°]|-?(?:го|е|а)|-?(?:lik|an|inci))?`;
const LINK = String.raw`(?:[\s,.،、'’/·-]|&nbsp;)+(?:(?:de|del|d|of|di|do|من|den|ta)[\s']+)?`;
/** "8 مارس/آذار 2023": the month by both its names. */
const OTHER_NAME = String.raw`(?:\s*[/(]\s*\p{L}[\p{L}\p{M}]{2,12}\)?)?`;
const BEFORE = new RegExp(String.raw`(?<![\d:.])(\d{1,2})${AFTER_DAY}(?:${LINK}|\s*)(?:ב|ב-)?$`, 'iu');
const YEAR_BEFORE = new RegExp(String.raw`(?<![\d:])(\d{4})\.?(?:\s*(?:m|р|年|г)\.?)?(?:${LINK})$`, 'iu');
/** Latvian: "2023. gada 8. marts"; Kazakh: "2023 жылғы 8 наурыз". */
const YEAR_AND_DAY_BEFORE = /(?<!\d)(\d{4})\.?\s*(?:gada|жылғы|ж\.)\s+(\d{1,2})\.?\s*$/iu;
const YEAR_AFTER = new RegExp(
  String.raw`^${OTHER_NAME}(?:${LINK}|\s*)(?:عام\s+|ปี\s+|พ\.?ศ\.?\s*)?(\d{4})(?!\d)`,
  'iu',
);
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
    const found =
      dayBefore(before, after) ?? monthFirst(after) ?? yearFirst(before, after) ?? bothBefore(before);
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

function bothBefore(before: string): Around | null {
  const both = YEAR_AND_DAY_BEFORE.exec(before);
  if (both === null) return null;
  return { year: Number(both[1]), day: Number(both[2]), before: both[0].length, after: 0 };
}

/** Null where there is no such day, or its year is none that a page of today prints. */
export function toDay(year: number, month: number, day: number, language: string | null): IsoDate | null {
  const base = language?.slice(0, 2).toLowerCase();
  if (base === 'fa' && year >= FIRST_PERSIAN_YEAR && year <= LAST_PERSIAN_YEAR)
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

/** Newspapers' short forms that the runtime does not print. */
const OTHER_SHORT_FORMS: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['mrz', 3],
  ['jul', 7],
  ['juill', 7],
  ['set', 9],
  ['ene', 1],
  ['dic', 12],
  ['берез', 3],
  ['сент', 9],
  ['нояб', 11],
];

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Long and short names, alone and as they stand beside a day. */
function monthNames(language: string | null): ReadonlyMap<string, number> {
  const key = language ?? 'en';
  const known = tables.get(key);
  if (known) return known;
  const names = new Map<string, number>();
  for (const locale of [...new Set([key, key.slice(0, 2), 'en'])]) addNames(names, locale);
  for (const [name, month] of OTHER_SHORT_FORMS) if (!names.has(name)) names.set(name, month);
  if (/^(?:sr|bs|hr)/.test(key)) addNames(names, 'sr-Latn');
  if (/^fa/.test(key)) for (const country of ['fa', 'fa-AF']) addNames(names, `${country}-u-ca-persian`);
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
  const isPersian = locale.endsWith('persian');
  for (const option of options) {
    const format = formatFor(locale, option);
    if (format === null) return;
    for (let month = 0; month < 12; month++) {
      // The 1st of a Gregorian month, and a day that lies in the same Persian one.
      const time = isPersian ? Date.UTC(2001, month + 2, 25) : Date.UTC(2001, month, 1);
      const parts = format.formatToParts(new Date(time));
      const name = foldName(parts.find((part) => part.type === 'month')?.value ?? '');
      if (/^\p{L}[\p{L}\p{M}]/u.test(name) && !names.has(name)) names.set(name, month + 1);
    }
  }
}

function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | null {
  try {
    const calendar = locale.endsWith('persian') ? 'persian' : 'gregory';
    return new Intl.DateTimeFormat(locale, { ...options, calendar, timeZone: 'UTC' });
  } catch {
    return null;
  }
}

/** Case, accents, the full stop of a short form and the seat of an Arabic hamza do not matter: "ΜΑΡΤΙΟΥ", "KASIM", "aout". */
function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{M}]+$/u, '');
}

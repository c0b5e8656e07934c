/**
 * Full dates printed on a page, in any language that the runtime has month names for, in any script's digits.
 *
 * The naive version is a list of formats per outlet. Here month names come from `Intl`, for the page's language and
 * English; the day and the year are the numbers beside the name, in whatever order. Three figures are read as the
 * page's language and country write them; "03/05/2021" on a page that may be either way is no date. Years of other
 * calendars are converted where the calendar is certain, and refused otherwise. O(text).
 */
import type { IsoDate } from '../../text/iso-date.ts';
import { fullYear, toDay } from './calendar-day.ts';
import { foldName, monthNames, namesOfTwoWords } from './month-names.ts';

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
  /(?<![\d.])(令和|平成|民國|民国)?\s?(\d{4}|\d{1,3}(?=\s?年))\s?([-/.年년]|оны)\s?(\d{1,2})\s?([-/.月월]|(?:-р\s)?сарын)\s?(\d{1,2})(?!\d)(?!\.\d)/g;
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
const IN_VIETNAMESE = /(?<!\d)(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})(?!\d)/giu;

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
    if (year.length === 2 && !takesShortYear(Number(first), Number(second), mark, custom)) continue;
    const order = orderOf(Number(first), Number(second), mark, custom);
    if (order === null) continue;
    const full = year.length === 2 ? fullYear(Number(year), custom.language) : Number(year);
    const date = toDay(full, order.month, order.day, custom.language);
    if (date !== null) yield { date, start: match.index, end: match.index + whole.length };
  }
}

/** Languages that write the year first, whose "21.12.28" is no day of 2028. */
const YEAR_COMES_FIRST = /^(?:ja|ko|zh|hu|sv|lt|mn|fa|ps|eu|ne|ky)\b/i;

/** "08/03/23": where the order is certain, and the year never comes first. */
function takesShortYear(
  first: number,
  second: number,
  mark: string,
  { language, first: order }: DateCustom,
): boolean {
  if (YEAR_COMES_FIRST.test(language ?? '')) return false;
  return mark === '.' || first > 12 || second > 12 || (order !== null && language !== null);
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

/** Thai and Lao short forms have a full stop inside: "มี.ค."; names of two words are joined by "_". */
const WORD = /\p{Script=Thai}+\.\p{Script=Thai}+|\p{Script=Lao}+\.\p{Script=Lao}+|[\p{L}\p{M}_\u200c]+/gu;
const AFTER_DAY = `(?:st|nd|rd|th|er|re|[ºª.°]|-?(?:го|е|а)|-?(?:lik|an|inci))?`;
const LINK = String.raw`(?:[\s,.،、'’/·׳॰-]|&nbsp;)+(?:(?:de|del|d|of|di|do|من|den|ta|ng)[\s'’]+)?`;
/** "8 مارس/آذار 2023": the month by both its names. */
const OTHER_NAME = String.raw`(?:\s*[/(]\s*\p{L}[\p{L}\p{M}]{2,12}\)?)?`;
const BEFORE = new RegExp(String.raw`(?<![\d:.])(\d{1,2})${AFTER_DAY}(?:${LINK}|\s*)(?:ב|ב-)?$`, 'iu');
const YEAR_BEFORE = new RegExp(
  String.raw`(?<![\d:])(\d{4})\.?(?:\s*(?:m|р|年|г|թ)\.?|\s?\(?e?\)?ko)?(?:${LINK})$`,
  'iu',
);
/** Latvian: "2023. gada 8. marts"; Kazakh: "2023 жылғы 8 наурыз". */
const YEAR_AND_DAY_BEFORE = /(?<!\d)(\d{4})\.?\s*(?:gada|жылғы|жылдын|-?ж\.,?)\s+(\d{1,2})[-.]?\s*$/iu;
const YEAR_AFTER = new RegExp(
  String.raw`^${OTHER_NAME}(?:${LINK}|\s*)(?:عام\s+|ปี\s+|[พค]\.?ศ\.?\s*)?(\d{4})(?!\d)`,
  'iu',
);
const DAY_AFTER = new RegExp(String.raw`^(?:${LINK})?(\d{1,2})${AFTER_DAY}(?![\d:])`, 'iu');
/** Room beside a month's name. */
const WINDOW = 24;

function* withMonthNames(text: string, language: string | null): Generator<PrintedDay> {
  const names = monthNames(language);
  for (const match of joinNames(text, language).matchAll(WORD)) {
    const name = foldName(match[0]);
    const month = names.get(name) ?? (/^[בלמ]/.test(name) ? names.get(name.slice(1)) : undefined);
    if (month === undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - WINDOW), start);
    const after = text.slice(end, end + WINDOW);
    const found =
      dayBefore(before, after, language) ??
      monthFirst(after) ??
      yearFirst(before, after) ??
      bothBefore(before);
    const date = found === null ? null : toDay(found.year, month, found.day, language);
    if (date !== null && found !== null) yield { date, start: start - found.before, end: end + found.after };
  }
}

/** The same text, as long as before, with the names of two words joined: "كانون_الثاني". */
function joinNames(text: string, language: string | null): string {
  const pattern = namesOfTwoWords(language);
  return pattern === null ? text : text.replace(pattern, (name) => name.replace(/\s/g, '_'));
}

interface Around {
  readonly year: number;
  readonly day: number;
  readonly before: number;
  readonly after: number;
}

/** "8 มี.ค. 66": Thai newspapers shorten the year. */
const SHORT_YEAR_AFTER = /^[\s.]*(\d{2})(?![\d:.])/;

function dayBefore(before: string, after: string, language: string | null): Around | null {
  const day = BEFORE.exec(before);
  if (day === null) return null;
  const year =
    YEAR_AFTER.exec(after) ?? (/^th\b/i.test(language ?? '') ? SHORT_YEAR_AFTER.exec(after) : null);
  if (year === null) return null;
  const full = year[1]!.length === 2 ? fullYear(Number(year[1]), language) : Number(year[1]);
  return { year: full, day: Number(day[1]), before: day[0].length, after: year[0].length };
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

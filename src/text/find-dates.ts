/**
 * Dates written in a text, in figures and with month names (English, French, German, Spanish,
 * Italian, Dutch, Russian, Arabic, Hebrew).
 *
 * The naive version is one regular expression per language and order, each run over the text. Here one pass over the
 * words finds month names in a table, and only then the few characters on either side are read: O(text).
 * Nothing is guessed: a day without a year stays without one, and "03/05/2021", which two customs read differently,
 * is no date. A bare year or a bare month is none either (precision over recall).
 */
import { type IsoDate, toIsoDate } from './iso-date.ts';
import { monthNamed, startsTwoWordMonth } from './month-names.ts';
import type { TextPosition } from './position.ts';

/** 1-based. 29 February counts as a day: the year that would tell is not written. */
interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** `from` and `to` both belong to the span, and are equal for a single day or month. A time of day in figures after the date lies inside the position. */
export type WrittenDate =
  | (TextPosition & { readonly kind: 'dated'; readonly from: IsoDate; readonly to: IsoDate })
  | (TextPosition & { readonly kind: 'yearless'; readonly from: MonthDay; readonly to: MonthDay });

/** Room on either side of a month's name for the day, a range and the year. */
const WINDOW = 40;

const TIME = String.raw`(?:(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?(?!\d))?`;
const YEAR_FIRST = new RegExp(
  String.raw`(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/]|[-.]\d)${TIME}`,
  'g',
);
const YEAR_LAST = new RegExp(
  String.raw`(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d/]|[-.]\d)${TIME}`,
  'g',
);

const ORDINAL = '(?:st|nd|rd|th|er|re|[ºª.]|-?(?:го|е))?';
const RANGE = '(?:-|–|—|/|to|and|until|through|bis|und|au|et|al?|y|по|до|и|إلى|الى|حتى|و|עד|ו)';
const LEFT = new RegExp(
  String.raw`(?<![\p{L}\d.,:/$€£]|\d-|\d\s)(?:(\d{1,2})${ORDINAL}\s*${RANGE}\s*)?(\d{1,2})${ORDINAL}(?:\s*[-–]\s*|\s+(?:of\s+|de\s+|من\s+)?(?:[בל]-?)?)$`,
  'iu',
);
const RIGHT_DAY =
  /^\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.,]\d|\p{L}|%)(?:\s*(?:-|–|—|to|and|through)\s*(\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d|\p{L}|\s+\p{Lu}))?/iu;
/** A line may end between day and year, a paragraph may not; and "2000 GMT" is an hour. */
const RIGHT_YEAR =
  /^\.?(?:,?[^\S\n]*(?:\s|\n)[^\S\n]*|-)(?:de\s+|del\s+|of\s+|عام\s+)?([12]\d{3})(?!\d|[.,:]\d|\p{L}|\s*(?:GMT|UTC|hrs|hours)\b)/iu;
const JOINS_TWO_DATES = /^\s*(?:-|–|—|to|until|through|bis|au|al?|по|до|إلى|الى|حتى|עד)\s*$/iu;

/** In order, without overlap. */
export function findDates(text: string): WrittenDate[] {
  const western = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  const found = [...findDatesInFigures(western), ...findDatesWithMonthNames(western)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const dates: WrittenDate[] = [];
  for (const date of found) {
    const previous = dates.at(-1);
    if (previous !== undefined && date.start < previous.end) continue;
    const joined = previous === undefined ? null : joinDates(western, previous, date);
    if (joined === null) dates.push(date);
    else dates[dates.length - 1] = joined;
  }
  return dates;
}

function findDatesInFigures(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  const add = (match: RegExpExecArray, year: string, month: number, day: number): void => {
    const date = toIsoDate(Number(year), month, day);
    if (date === null) return;
    const end = match.index + match[0].length;
    dates.push({ start: match.index, end, kind: 'dated', from: date, to: date });
  };
  for (const match of text.matchAll(YEAR_FIRST)) add(match, match[1]!, Number(match[3]), Number(match[4]));
  for (const match of text.matchAll(YEAR_LAST)) {
    const first = Number(match[1]);
    const second = Number(match[3]);
    // With full stops the day comes first wherever that custom exists; otherwise only a number above 12 tells.
    if (match[2] === '.' || first > 12 || first === second) add(match, match[4]!, second, first);
    else if (second > 12) add(match, match[4]!, first, second);
  }
  return dates;
}

function findDatesWithMonthNames(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const name = monthAt(text, match[0], match.index);
    if (name === null) continue;
    const date = readAround(text, name);
    if (date !== null) dates.push(date);
  }
  return dates;
}

interface MonthInText extends TextPosition {
  readonly month: number;
  readonly mayPrecedeDay: boolean;
}

function monthAt(text: string, word: string, start: number): MonthInText | null {
  let end = start + word.length;
  let name = monthNamed(word);
  if (name === null && startsTwoWordMonth(word)) {
    const second = /^\s+[\p{L}\p{M}]+/u.exec(text.slice(end, end + 12))?.[0] ?? '';
    name = monthNamed(`${word} ${second.trim()}`);
    end += second.length;
  }
  if (name === null) return null;
  // "آذار/مارس": the same month in two sets of names.
  const twin = /^\/(\p{L}+(?: \p{L}+)?)/u.exec(text.slice(end, end + 24));
  const twinName = twin?.[1] === undefined ? null : monthNamed(twin[1]);
  if (twin && twinName?.month === name.month) end += twin[0].length;
  const isCapital = /^\p{Lu}/u.test(word);
  return { start, end, month: name.month, mayPrecedeDay: name.isEnglish && isCapital };
}

function readAround(text: string, name: MonthInText): WrittenDate | null {
  const windowStart = Math.max(0, name.start - WINDOW);
  const before = text.slice(windowStart, name.start);
  const left = LEFT.exec(before);
  if (left) {
    const year = yearAfter(text, name.end);
    const start = windowStart + left.index;
    return toWrittenDate(start, name, left[1] ?? left[2]!, left[2]!, year, name.end);
  }
  if (!name.mayPrecedeDay) return monthAndYear(text, name);
  const right = RIGHT_DAY.exec(text.slice(name.end, name.end + WINDOW));
  if (!right) return monthAndYear(text, name);
  const daysEnd = name.end + right[0].length;
  return toWrittenDate(name.start, name, right[1]!, right[2] ?? right[1]!, yearAfter(text, daysEnd), daysEnd);
}

function monthAndYear(text: string, name: MonthInText): WrittenDate | null {
  const year = yearAfter(text, name.end);
  const date = year === null ? null : toIsoDate(year.year, name.month, null);
  if (year === null || date === null) return null;
  return { start: name.start, end: year.end, kind: 'dated', from: date, to: date };
}

function yearAfter(text: string, at: number): { year: number; end: number } | null {
  const match = RIGHT_YEAR.exec(text.slice(at, at + WINDOW));
  return match ? { year: Number(match[1]), end: at + match[0].length } : null;
}

/** A leap year: every day that exists in some year exists in it. */
const ANY_YEAR = 2000;

function toWrittenDate(
  start: number,
  { month }: MonthInText,
  firstDay: string,
  lastDay: string,
  year: { year: number; end: number } | null,
  end: number,
): WrittenDate | null {
  const first = Number(firstDay);
  const last = Number(lastDay);
  const from = toIsoDate(year?.year ?? ANY_YEAR, month, first);
  const to = toIsoDate(year?.year ?? ANY_YEAR, month, last);
  if (from === null || to === null || from > to) return null;
  if (year !== null) return { start, end: year.end, kind: 'dated', from, to };
  return { start, end, kind: 'yearless', from: { month, day: first }, to: { month, day: last } };
}

/** "24 November to 3 December 2023": one span, whose first day is in the year that only the last one prints. */
function joinDates(text: string, first: WrittenDate, second: WrittenDate): WrittenDate | null {
  const between = text.slice(first.end, Math.min(second.start, first.end + 12));
  if (second.start - first.end > 10 || !JOINS_TWO_DATES.test(between)) return null;
  const position = { start: first.start, end: second.end };
  if (first.kind === 'dated') {
    if (second.kind !== 'dated' || first.from > second.to) return null;
    return { ...position, kind: 'dated', from: first.from, to: second.to };
  }
  if (order(first.from) > order(second.kind === 'dated' ? monthDayOf(second.to) : second.to)) return null;
  if (second.kind === 'yearless') return { ...position, kind: 'yearless', from: first.from, to: second.to };
  const from = toIsoDate(Number(second.to.slice(0, 4)), first.from.month, first.from.day);
  return from === null ? null : { ...position, kind: 'dated', from, to: second.to };
}

function order(date: MonthDay): number {
  return date.month * 100 + date.day;
}

function monthDayOf(date: IsoDate): MonthDay {
  return { month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10) || 31) };
}

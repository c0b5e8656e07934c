/**
 * The days that a phrase means, counted from the day an article was printed, as precisely as the phrase tells and no
 * more: "two years ago" is a year, "two weeks ago" a week, "on Tuesday" a day. Calendar arithmetic in UTC, O(1).
 */
import { type IsoDate, parseIsoDate, toIsoDate } from './iso-date.ts';
import type { Meaning, Unit } from './resolve-phrases.ts';

/** Both ends belong to it; equal for a single day, month or year. */
export interface DateSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What the words beside the phrase give it: a number, a unit, a day of the week, a month, a year. */
export interface PhraseParts {
  readonly number: number | null;
  readonly unit: Unit | null;
  /** 0 Monday … 6 Sunday. */
  readonly weekday: number | null;
  /** 1–12. */
  readonly month: number | null;
  readonly year: number | null;
  readonly isFuture: boolean;
}

const DAY_MS = 86_400_000;
/** "A few": between two and eight; a wider span would tell nothing, a narrower one would be a guess. */
const FEW = { least: 2, most: 8 } as const;
/** A yearless date so close ahead, without a word of the future, is rather this year's than last year's. */
const SOON_DAYS = 45;
const DAYS_OF_MONTH = 30.44;

/** Characters of an IsoDate that a unit needs known. */
const PRECISION: Readonly<Record<Unit, number>> = {
  hour: 10,
  day: 10,
  week: 10,
  weekend: 10,
  month: 7,
  year: 4,
  decade: 4,
};

const one = (date: IsoDate | null): DateSpan | null => (date === null ? null : { from: date, to: date });
const between = (from: IsoDate | null, to: IsoDate | null): DateSpan | null =>
  from === null || to === null || from > to ? null : { from, to };
const dayAt = (time: number): IsoDate | null => parseIsoDate(new Date(time).toISOString().slice(0, 10));

/** Null when it cannot be told: no printed date, or one less precise than the phrase needs. */
export function spanOf(meaning: Meaning, parts: PhraseParts, printed: IsoDate | null): DateSpan | null {
  switch (meaning.op) {
    case 'none':
    case 'unknown':
      return null;
    case 'year':
      return parts.year === null ? null : one(toIsoDate(parts.year, null, null));
    case 'decade':
      return parts.year === null ? null : yearsFrom(parts.year, 9);
    case 'sinceYear':
      return parts.year === null || printed === null
        ? null
        : between(toIsoDate(parts.year, null, null), printed);
    default:
      return printed === null ? null : fromPrinted(meaning, parts, printed);
  }
}

function yearsFrom(year: number, more: number): DateSpan | null {
  return between(toIsoDate(year, null, null), toIsoDate(year + more, null, null));
}

type Counted = Extract<Meaning, { op: 'ago' | 'ahead' | 'past' | 'coming' }>;

function fromPrinted(
  meaning: Exclude<Meaning, { op: 'none' | 'unknown' | 'year' | 'decade' | 'sinceYear' }>,
  parts: PhraseParts,
  printed: IsoDate,
): DateSpan | null {
  if (meaning.op === 'shift') return shifted(meaning.unit, meaning.from, meaning.to, printed);
  if (meaning.op === 'weekday') return one(weekdayNear(parts, meaning.turn, printed));
  if (meaning.op === 'month') return one(monthNear(parts, meaning.turn, printed));
  if (meaning.op === 'sinceMonth') {
    const from = monthNear({ ...parts, isFuture: false }, 0, printed);
    return from === null ? null : between(from, printed);
  }
  return isCounted(meaning) ? countedSpan(meaning, parts, printed) : null;
}

const isCounted = (meaning: Meaning): meaning is Counted =>
  ['ago', 'ahead', 'past', 'coming'].includes(meaning.op);

/** `from` … `to` whole units before (negative) or after the printed one. */
function shifted(unit: Unit, from: number, to: number, printed: IsoDate): DateSpan | null {
  if (printed.length < PRECISION[unit]) return null;
  const [year, month] = [Number(printed.slice(0, 4)), Number(printed.slice(5, 7))];
  if (unit === 'year') return between(toIsoDate(year + from, null, null), toIsoDate(year + to, null, null));
  if (unit === 'decade') return yearsFrom(year - (year % 10) + from * 10, 9);
  if (unit === 'month') return between(monthAfter(year, month, from), monthAfter(year, month, to));
  const time = Date.parse(printed);
  if (unit === 'day' || unit === 'hour')
    return between(dayAt(time + from * DAY_MS), dayAt(time + to * DAY_MS));
  const monday = time - weekdayOf(time) * DAY_MS;
  if (unit === 'weekend') {
    // On a Saturday or Sunday "the weekend" is the one that runs.
    const isNow = weekdayOf(time) >= 5 && from < 0 ? 0 : from;
    return between(dayAt(monday + (isNow * 7 + 5) * DAY_MS), dayAt(monday + (isNow * 7 + 6) * DAY_MS));
  }
  return between(dayAt(monday + from * 7 * DAY_MS), dayAt(monday + (to * 7 + 6) * DAY_MS));
}

/** 0 Monday … 6 Sunday. */
function weekdayOf(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7;
}

function monthAfter(year: number, month: number, more: number): IsoDate | null {
  const all = year * 12 + (month - 1) + more;
  return toIsoDate(Math.floor(all / 12), (all % 12) + 1, null);
}

function weekdayNear({ weekday, isFuture }: PhraseParts, turn: -1 | 0 | 1, printed: IsoDate): IsoDate | null {
  if (weekday === null || printed.length < 10) return null;
  const time = Date.parse(printed);
  const back = (weekdayOf(time) - weekday + 7) % 7;
  if (turn === 1 || (turn === 0 && isFuture)) {
    const ahead = (7 - back) % 7;
    return dayAt(time + (ahead === 0 && turn === 1 ? 7 : ahead) * DAY_MS);
  }
  return dayAt(time - (back === 0 && turn === -1 ? 7 : back) * DAY_MS);
}

function monthNear(
  { month, isFuture }: Pick<PhraseParts, 'month' | 'isFuture'>,
  turn: -1 | 0 | 1,
  printed: IsoDate,
): IsoDate | null {
  if (month === null || printed.length < 7) return null;
  const [year, current] = [Number(printed.slice(0, 4)), Number(printed.slice(5, 7))];
  const ahead = (month - current + 12) % 12;
  const isNext = turn === 1 || (turn === 0 && (isFuture || ahead === 1));
  if (ahead === 0) return toIsoDate(year + turn, month, null);
  if (isNext) return toIsoDate(month > current ? year : year + 1, month, null);
  return toIsoDate(month < current ? year : year - 1, month, null);
}

/** The year's "12 June" that was meant; null when the printed day is not known. */
export function yearlessDay(
  month: number,
  day: number,
  isFuture: boolean,
  printed: IsoDate | null,
): IsoDate | null {
  if (printed === null || printed.length < 10) return null;
  const year = Number(printed.slice(0, 4));
  const inYears = [year - 1, year, year + 1].flatMap((one) => toIsoDate(one, month, day) ?? []);
  const now = Date.parse(printed);
  const ahead = inYears.find((date) => date >= printed) ?? null;
  const back = inYears.filter((date) => date <= printed).at(-1) ?? null;
  if (ahead === null || back === null) return ahead ?? back;
  const isSoon = Date.parse(ahead) - now <= SOON_DAYS * DAY_MS && now - Date.parse(back) > 300 * DAY_MS;
  return isFuture || isSoon ? ahead : back;
}

function countedSpan(meaning: Counted, parts: PhraseParts, printed: IsoDate): DateSpan | null {
  const unit = meaning.unit ?? parts.unit;
  const number = meaning.count ?? parts.number;
  if (unit === null || number === null || printed.length < PRECISION[unit]) return null;
  const isFew = number === 0 && meaning.extra === 0;
  const [least, most] = isFew ? [FEW.least, FEW.most] : [number + meaning.extra, number + meaning.extra];
  const sign = meaning.op === 'ago' || meaning.op === 'past' ? -1 : 1;
  if (meaning.op === 'past') return between(pointAt(unit, -most, printed), printed);
  if (meaning.op === 'coming') return between(printed, pointAt(unit, most, printed));
  const slack = meaning.isAbout ? Math.max(1, Math.round(least / 10)) : 0;
  const ends = [sign * (most + slack), sign * Math.max(least - slack, 0)].sort((a, b) => a - b);
  return widened(unit, ends[0] as number, ends[1] as number, printed);
}

/** As precise as the unit: hours leave the day open, a week is a week wide, half a month or year leaves its neighbour open. */
function widened(unit: Unit, first: number, last: number, printed: IsoDate): DateSpan | null {
  const time = Date.parse(printed);
  if (unit === 'hour') return between(dayAt(time + Math.floor(first / 24) * DAY_MS), dayAt(time));
  if (unit === 'week')
    return between(dayAt(time + (first * 7 - 3) * DAY_MS), dayAt(time + (last * 7 + 3) * DAY_MS));
  if (unit === 'month') {
    if (Number.isInteger(first) && Number.isInteger(last)) return shifted('month', first, last, printed);
    if (printed.length < 10) return null;
    const monthOf = (months: number) => dayAt(time + months * DAYS_OF_MONTH * DAY_MS)?.slice(0, 7) ?? '';
    return between(parseIsoDate(monthOf(first - 0.5)), parseIsoDate(monthOf(last + 0.5)));
  }
  if (unit === 'decade') return shifted('year', first * 10 - 1, last * 10 + 1, printed);
  return shifted(unit, Math.floor(first), Math.ceil(last), printed);
}

/** Where a span that ends or begins at the printed day has its other end. */
function pointAt(unit: Unit, many: number, printed: IsoDate): IsoDate | null {
  if (unit === 'hour') return shifted('day', Math.sign(many), Math.sign(many), printed)?.from ?? null;
  const whole = unit === 'week' ? many * 7 : unit === 'decade' ? many * 10 : many;
  const base = unit === 'week' ? 'day' : unit === 'decade' ? 'year' : unit;
  return shifted(base, Math.floor(whole), Math.floor(whole), printed)?.from ?? null;
}

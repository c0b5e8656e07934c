/**
 * What the interface says: translated messages, and dates, numbers, plurals and lists as the reader's language
 * writes them. Messages decide the language (`languageTag`); the browser's locale only refines its region, so an
 * English interface in a French browser does not print French dates.
 */
import { firstDay, type IsoDate, parseIsoDate } from '../text/iso-date.ts';
import type { Result } from '../text/result.ts';
import { ERROR_SAYS_MORE, ERROR_WORDS } from './error-words.ts';
import { isolate } from './isolate.ts';
import type { MessageKey, PanelPort } from './panel-port.ts';

type StemOf<Key> = Key extends `${infer Stem}_other` ? Stem : never;
/** Stem of messages that come as `…_one`, `…_other` (and `…_few` … where a language needs them). */
export type PluralKey = StemOf<MessageKey>;

export interface Words {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Substitutions that run against the interface's direction are isolated: they reorder nothing around them. */
  t(key: MessageKey, ...substitutions: readonly string[]): string;
  /** The form for `count`; `$1` is the count, further substitutions follow. */
  plural(stem: PluralKey, count: number, ...substitutions: readonly string[]): string;
  number(value: number): string;
  percent(share: number): string;
  /** As people read a size: two or three figures and a unit. */
  bytes(value: number): string;
  /** As precisely as it is known: a day, a month or a year. */
  date(date: IsoDate): string;
  /** Of ISO 8601: the day of a moment, or a date, written like every other one; what is neither stays as it is. */
  day(moment: string): string;
  list(items: readonly string[]): string;
  /** For sorting what readers look through: their alphabet, numbers by their value. */
  compare(a: string, b: string): number;
  /** What went wrong. Errors say it in English; in other languages what kind of error it is stands before that. */
  explain(error: Failure): string;
}

type Failure = Extract<Result<unknown>, { readonly ok: false }>['error'];

export function createWords(port: Pick<PanelPort, 'message' | 'locale'>): Words {
  const tag = port.message('languageTag') || 'en';
  const language = port.locale.toLowerCase().startsWith(tag.toLowerCase()) ? port.locale : tag;
  const plurals = lazily(() => new Intl.PluralRules(language));
  const numbers = lazily(() => new Intl.NumberFormat(language));
  const percents = lazily(() => new Intl.NumberFormat(language, { style: 'percent' }));
  const lists = lazily(() => new Intl.ListFormat(language, { type: 'unit', style: 'short' }));
  const collator = lazily(() => new Intl.Collator(language, { numeric: true }));
  const direction = port.message('textDirection') === 'rtl' ? 'rtl' : 'ltr';
  const isolated = (words: readonly string[]) => words.map((word) => isolate(word, direction));
  const t: Words['t'] = (key, ...substitutions) => port.message(key, isolated(substitutions));
  return {
    language,
    direction,
    t,
    plural(stem, count, ...substitutions) {
      const all = [numbers().format(count), ...isolated(substitutions)];
      const exact = `${stem}_${plurals().select(count)}` as MessageKey;
      return port.message(exact, all) || port.message(`${stem}_other` as MessageKey, all);
    },
    number: (value) => numbers().format(value),
    percent: (share) => percents().format(share),
    bytes: (value) => formatBytes(language, value),
    date: (date) => formatDate(language, date),
    day: (moment) => {
      const day = parseIsoDate(moment.slice(0, 10));
      return day === null ? moment : formatDate(language, day);
    },
    list: (items) => lists().format(items),
    compare: (a, b) => collator().compare(a, b),
    explain({ code, message }) {
      if (tag === 'en') return message;
      const kind = t(ERROR_WORDS[code] ?? 'errorFailed');
      return ERROR_SAYS_MORE.has(code) ? `${kind} ${isolate(message, direction)}` : kind;
    },
  };
}

/** Each reads a table of its language, ten milliseconds together: at the first use, not before the first frame. */
function lazily<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** Always in the calendar that it was printed in: a month of another one would be another month. */
function formatDate(language: string, date: IsoDate): string {
  const parts: Intl.DateTimeFormatOptions =
    date.length === 4
      ? { year: 'numeric' }
      : date.length === 7
        ? { year: 'numeric', month: 'short' }
        : { year: 'numeric', month: 'short', day: 'numeric' };
  const format = new Intl.DateTimeFormat(language, { ...parts, calendar: 'gregory', timeZone: 'UTC' });
  return format.format(new Date(`${firstDay(date)}T00:00:00Z`));
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function formatBytes(language: string, bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const maximumFractionDigits = value >= 100 || unit === 0 ? 0 : 1;
  const format = { style: 'unit', unit: UNITS[unit], maximumFractionDigits } as const;
  return new Intl.NumberFormat(language, format).format(value);
}

/**
 * What the interface says: translated messages, and dates, numbers, plurals and lists as the reader's language
 * writes them. Messages decide the language (`languageTag`); the browser's locale only refines its region, so an
 * English interface in a French browser does not print French dates.
 */
import { firstDay, type IsoDate } from '../text/iso-date.ts';
import type { MessageKey, PanelPort } from './panel-port.ts';

type StemOf<Key> = Key extends `${infer Stem}_other` ? Stem : never;
/** Stem of messages that come as `…_one`, `…_other` (and `…_few` … where a language needs them). */
type PluralKey = StemOf<MessageKey>;

export interface Words {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  t(key: MessageKey, ...substitutions: readonly string[]): string;
  /** The form for `count`; `$1` is the count, further substitutions follow. */
  plural(stem: PluralKey, count: number, ...substitutions: readonly string[]): string;
  number(value: number): string;
  percent(share: number): string;
  /** As precisely as it is known: a day, a month or a year. */
  date(date: IsoDate): string;
  list(items: readonly string[]): string;
}

export function createWords(port: Pick<PanelPort, 'message' | 'locale'>): Words {
  const tag = port.message('languageTag') || 'en';
  const language = port.locale.toLowerCase().startsWith(tag.toLowerCase()) ? port.locale : tag;
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const lists = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  const t: Words['t'] = (key, ...substitutions) => port.message(key, substitutions);
  return {
    language,
    direction: port.message('textDirection') === 'rtl' ? 'rtl' : 'ltr',
    t,
    plural(stem, count, ...substitutions) {
      const all = [numbers.format(count), ...substitutions];
      const exact = `${stem}_${plurals.select(count)}` as MessageKey;
      return port.message(exact, all) || port.message(`${stem}_other` as MessageKey, all);
    },
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    date: (date) => formatDate(language, date),
    list: (items) => lists.format(items),
  };
}

function formatDate(language: string, date: IsoDate): string {
  const parts: Intl.DateTimeFormatOptions =
    date.length === 4
      ? { year: 'numeric' }
      : date.length === 7
        ? { year: 'numeric', month: 'short' }
        : { year: 'numeric', month: 'short', day: 'numeric' };
  const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' });
  return format.format(new Date(`${firstDay(date)}T00:00:00Z`));
}

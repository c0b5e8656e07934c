/**
 * The names of months, long and short, alone and as they stand beside a day, from the runtime's own tables.
 *
 * The naive version is a list of names a language, copied from somewhere. `Intl` has them for every language it knows;
 * what newspapers shorten otherwise stands beside. A table is made once a language. O(1) after that.
 */

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
  ['agt', 8],
  ['ags', 8],
  ['agu', 8],
  ['ago', 8],
  ['giu', 6],
  ['lug', 7],
  ['gen', 1],
  ['mag', 5],
  ['fev', 2],
  ['febr', 2],
  ['març', 3],
  ['okt', 10],
  ['dez', 12],
  ['des', 12],
  ['noem', 11],
];

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Long and short names, alone and as they stand beside a day. */
export function monthNames(language: string | null): ReadonlyMap<string, number> {
  const key = language ?? 'en';
  const known = tables.get(key);
  if (known) return known;
  const names = new Map<string, number>();
  for (const locale of [...new Set([key, key.slice(0, 2), 'en'])]) addNames(names, locale);
  for (const [name, month] of OTHER_SHORT_FORMS) if (!names.has(name)) names.set(name, month);
  if (/^(?:sr|bs|hr)/.test(key)) addNames(names, 'sr-Latn');
  if (/^(?:fa|ps|prs)/.test(key))
    for (const country of ['fa', 'fa-AF', 'ps']) addNames(names, `${country}-u-ca-persian`);
  if (/^ar/.test(key)) for (const variant of ['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA']) addNames(names, variant);
  if (/^tl/.test(key)) addNames(names, 'fil');
  tables.set(key, names);
  return names;
}

const patterns = new Map<string, RegExp | null>();

/** Finds the names of a language that are two words, however their alif is seated; null where it has none. */
export function namesOfTwoWords(language: string | null): RegExp | null {
  const key = language ?? 'en';
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const names = [...monthNames(language).keys()].filter((name) =>
    /^[\p{L}\p{M}]+ [\p{L}\p{M}]+$/u.test(name),
  );
  const parts = names.map((name) => name.replace(' ', '\\s').replaceAll('ا', '[اأإآ]'));
  const pattern = parts.length === 0 ? null : new RegExp(parts.join('|'), 'giu');
  patterns.set(key, pattern);
  return pattern;
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
      const printed = parts.find((part) => part.type === 'month')?.value ?? '';
      const name = foldName(printed);
      const letters = name.replace(/[^\p{L}\p{M}]/gu, '').length;
      if (letters > 1 && !/\p{N}/u.test(printed) && !names.has(name)) names.set(name, month + 1);
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
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200c\u200d]/g, '')
    .replace(/_/g, ' ')
    .replace(/[^\p{L}\p{M}]+$/u, '');
}

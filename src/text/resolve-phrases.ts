/**
 * The phrases of resolve-words.ts made ready to match: by first word, longest first, with their meaning taken apart.
 * The naive version tries every phrase at every word; here a word leads to the few phrases that begin with it. Built
 * once a language, when first asked for.
 */
import { DATE_WORDS } from './resolve-words.ts';
import { fold } from './tokenise.ts';

export type Unit = 'hour' | 'day' | 'week' | 'weekend' | 'month' | 'year' | 'decade';

export type Meaning =
  /** `from` and `to` units from the printed one. */
  | { readonly op: 'shift'; readonly unit: Unit; readonly from: number; readonly to: number }
  /** `count` null: the number stands in the text. */
  | {
      readonly op: 'ago' | 'ahead' | 'past' | 'coming';
      readonly unit: Unit | null;
      readonly count: number | null;
      readonly extra: number;
      readonly isAbout: boolean;
    }
  | { readonly op: 'weekday' | 'month'; readonly turn: -1 | 0 | 1 }
  /** `unknown`: counted from something the text told before; `none`: no date at all. */
  | { readonly op: 'year' | 'sinceYear' | 'sinceMonth' | 'decade' | 'unknown' | 'none' };

export interface Phrase {
  /** Folded words; '#', 'U', 'W', 'M' and 'Y' stand for any of their kind. */
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

export interface PhraseBook {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** 0 Monday … 6 Sunday; days of two words are joined by a space. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  /** 0: a few. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly future: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
}

const UNITS: readonly Unit[] = ['hour', 'day', 'week', 'month', 'year', 'decade'];
const SHIFT = /^(day|weekend|week|month|year|decade)([+-]\d)(?::([+-]?\d))?$/;
const COUNTED = /^(one|two)(½?)(?: (\w+))?$/;

function counted(
  op: 'ago' | 'ahead' | 'past' | 'coming',
  parts: { unit?: Unit | null; count?: number | null; extra?: number; isAbout?: boolean } = {},
): Meaning {
  return { op, unit: null, count: null, extra: 0, isAbout: false, ...parts };
}

const FIXED: Readonly<Record<string, Meaning>> = {
  ago: counted('ago'),
  'ago½': counted('ago', { extra: 0.5 }),
  ago1: counted('ago', { count: 1 }),
  about: counted('ago', { isAbout: true }),
  half: counted('ago', { count: 0, extra: 0.5 }),
  halfyear: counted('ago', { unit: 'month', count: 6 }),
  couple: counted('ago', { count: 2, isAbout: true }),
  past: counted('past'),
  past1: counted('past', { count: 1 }),
  ahead: counted('ahead'),
  coming: counted('coming'),
  W: { op: 'weekday', turn: 0 },
  'W-': { op: 'weekday', turn: -1 },
  'W+': { op: 'weekday', turn: 1 },
  M: { op: 'month', turn: 0 },
  'M-': { op: 'month', turn: -1 },
  'M+': { op: 'month', turn: 1 },
  Y: { op: 'year' },
  since: { op: 'sinceYear' },
  sinceM: { op: 'sinceMonth' },
  decade: { op: 'decade' },
  unknown: { op: 'unknown' },
};

function meaningOf(code: string): Meaning {
  const shift = SHIFT.exec(code);
  if (shift) {
    const [, unit, from, to] = shift;
    return { op: 'shift', unit: unit as Unit, from: Number(from), to: Number(to ?? from) };
  }
  const count = COUNTED.exec(code);
  if (count) {
    const [, word, half, unit] = count;
    return counted('ago', {
      count: word === 'one' ? 1 : 2,
      extra: half === '½' ? 0.5 : 0,
      unit: (unit as Unit) ?? null,
    });
  }
  return FIXED[code] ?? { op: 'none' };
}

const PLACEHOLDERS = new Set(['#', 'U', 'W', 'M', 'Y']);

function parsePhrase(line: string): Phrase {
  const [text = '', code = ''] = line.trim().split('=');
  const words = text
    .split(' ')
    .filter(Boolean)
    .map((word) => (PLACEHOLDERS.has(word) ? word : fold(word)));
  return { words, meaning: meaningOf(code) };
}

/** `a b|c` as a map from each folded form to what `read` makes of its group. */
function byForm<Value>(groups: string, read: (group: number) => Value): Map<string, Value> {
  return new Map(
    groups
      .split('|')
      .flatMap((forms, group) =>
        forms.split(' ').map((form): [string, Value] => [fold(form.replaceAll('_', ' ')), read(group)]),
      ),
  );
}

function buildPhraseBook(language: string): PhraseBook | null {
  const table = DATE_WORDS[language];
  if (!table) return null;
  const byFirst = new Map<string, Phrase[]>();
  for (const line of table.phrases.split('|')) {
    const phrase = parsePhrase(line);
    const first = phrase.words[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  const wordSet = (text: string) => new Set(text.split(' ').map(fold));
  return {
    byFirst,
    weekdays: byForm(table.weekdays, (group) => group),
    units: byForm(table.units, (group) => UNITS[group] as Unit),
    numbers: new Map(
      table.numbers.split(' ').map((entry): [string, number] => {
        const [form = '', value] = entry.split(':');
        return [fold(form), Number(value)];
      }),
    ),
    future: wordSet(table.future),
    past: wordSet(table.past),
  };
}

const books = new Map<string, PhraseBook | null>();

/** Null for a language without a table. `language` is a BCP 47 tag; only its first part counts. */
export function phraseBook(language: string): PhraseBook | null {
  const [base = ''] = language.toLowerCase().split('-');
  if (!books.has(base)) books.set(base, buildPhraseBook(base));
  return books.get(base) ?? null;
}

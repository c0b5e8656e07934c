/** Pairs of names to compare, each set halved by a hash of its names: rules were set on the one half, figures are of the other. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameType } from '../../src/entities/name-parts.ts';

export interface Pair {
  readonly left: string;
  readonly right: string;
  readonly isSame: boolean;
  /** Null: the comparison has to guess. */
  readonly type: NameType | null;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

/** `held`: the half that nothing was tuned on. */
export function halves(pairs: readonly Pair[]): { readonly tuning: Pair[]; readonly held: Pair[] } {
  const isTuning = ({ left, right }: Pair) => hash(`${left}\t${right}`) % 2 === 0;
  return { tuning: pairs.filter(isTuning), held: pairs.filter((pair) => !isTuning(pair)) };
}

/** The same `many` pairs in every run, in an order that their place in the file has no part in. */
export function sample(pairs: readonly Pair[], many: number): Pair[] {
  const order = (pair: Pair) => hash(`${pair.right} ${pair.left}`);
  return [...pairs].sort((a, b) => order(a) - order(b)).slice(0, many);
}

function parseCsv(text: string): string[][] {
  return text
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) =>
        (cell[1] ?? cell[2] ?? '').replace(/""/g, '"'),
      ),
    );
}

/** The set's LegalEntity is a person or an organisation: nobody says which. */
const SCHEMA_TYPES: Readonly<Record<string, NameType | null>> = { Person: 'person', LegalEntity: null };

export function readNameBench(data: string): Pair[] {
  const rows = parseCsv(readFileSync(join(data, 'name_bench/cases.csv'), 'utf8'));
  return rows.map(([, schema = '', left = '', right = '', isMatch]) => {
    const type = SCHEMA_TYPES[schema];
    return { left, right, isSame: isMatch === 'true', type: type === undefined ? 'organization' : type };
  });
}

/**
 * Whether both names have the same numbers. The set takes funds III and IV for slips of one name; here another number is
 * another thing, and a figure without such pairs tells the two apart.
 */
export function haveSameNumbers({ left, right }: Pair): boolean {
  const numbers = (name: string) => (name.match(/\b(?:\d+|[IVX]+)\b/g) ?? []).sort().join(' ');
  return numbers(left) === numbers(right);
}

/** What OpenSanctions' logic_v2 answered in the run published with the set: 1 the same, 0 not; null without that run. */
export function readLogicV2(data: string): ((pair: Pair) => number) | null {
  const file = join(data, 'name_bench/run_data/logicv2-frozen.csv');
  if (!existsSync(file)) return null;
  const answers = new Map<string, number>();
  for (const row of parseCsv(readFileSync(file, 'utf8')))
    answers.set(`${row[3]}\t${row[4]}`, row[10]?.toLowerCase() === 'true' ? 1 : 0);
  return ({ left, right }) => answers.get(`${left}\t${right}`) ?? 0;
}

function readTsv(file: string, latin: number, other: number): Pair[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean);
  return lines.map((line) => {
    const cells = line.split('\t');
    return { left: cells[latin] ?? '', right: cells[other] ?? '', isSame: true, type: null };
  });
}

/** Names of countries of one word each in English and `language`: many are sounds, some are translated. */
function readCountries(data: string, language: string): Pair[] {
  const names = new Map<string, Map<string, string>>();
  for (const line of readFileSync(join(data, 'gazetteers/countries.tsv'), 'utf8').split('\n')) {
    const [from = '', code = '', name = ''] = line.split('\t');
    names.set(from, (names.get(from) ?? new Map()).set(code, name));
  }
  const isWord = (name: string) => /^[\p{L}\p{M}]+$/u.test(name);
  return [...(names.get('en') ?? [])].flatMap(([code, left]): Pair[] => {
    const right = names.get(language)?.get(code) ?? '';
    return isWord(left) && isWord(right) ? [{ left, right, isSame: true, type: null }] : [];
  });
}

/** Languages in scripts that no spelling was ever learned from, by their code in the list of countries. */
const UNLEARNED: Readonly<Record<string, string>> = {
  ...{
    ka: 'Georgian',
    hy: 'Armenian',
    hi: 'Devanagari',
    bn: 'Bengali',
    th: 'Thai',
    am: 'Ethiopic',
    zh: 'Chinese',
  },
};

export interface ScriptSet {
  readonly name: string;
  readonly target: number | null;
  readonly read: (data: string) => Pair[];
}

/** The same names in Latin and another script. */
export const SCRIPT_SETS: readonly ScriptSet[] = [
  ...(
    [
      ['anetac, Arabic', 0.88, 'anetac/EN-AR_named_entities.tsv', 1, 2],
      ['ar2en_google, Arabic', 0.88, 'ar2en_google/ar2en.tsv', 1, 0],
      ['ne_transliteration, Cyrillic', 0.95, 'ne_transliteration/russian.test20.tsv', 0, 1],
      ['ne_transliteration, Katakana', 0.85, 'ne_transliteration/katakana.test20.tsv', 0, 1],
      ['ne_transliteration, Korean', 0.8, 'ne_transliteration/korean.test20.tsv', 0, 1],
      ['ne_transliteration, Korean full names', null, 'ne_transliteration/full_names.korean.tsv', 0, 1],
      ['ne_transliteration, Chinese', null, 'ne_transliteration/chinese.test20.tsv', 0, 1],
      ['ne_transliteration, Japanese (kana and Han)', null, 'ne_transliteration/japanese.test20.tsv', 0, 1],
    ] as const
  ).map(([name, target, file, latin, other]) => ({
    name,
    target,
    read: (data: string) => readTsv(join(data, file), latin, other),
  })),
  ...Object.entries(UNLEARNED).map(([language, script]) => ({
    name: `countries, ${script}`,
    target: null,
    read: (data: string) => readCountries(data, language),
  })),
];

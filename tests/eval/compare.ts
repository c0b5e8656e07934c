/**
 * `node tests/eval/compare.ts`: how well compareNames decides, beside simple baselines on the same pairs in the same
 * run. Data: the folder BACKSTORY_DATA (default ../shared/data beside the repository); without it there is nothing to do.
 *
 * Every set is halved by a hash of its names: weights and thresholds were set on the tuning half, figures are of the
 * other one (`--tuning` shows the first). Baselines get their best threshold of the tuning half. About two minutes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameKeys } from '../../src/entities/compare-keys.ts';
import { compareNames } from '../../src/entities/compare-names.ts';
import type { NameType } from '../../src/entities/name-parts.ts';
import { latinLetters, scriptOfWord } from '../../src/text/romanise.ts';
import { plainSpelling } from '../../src/text/romanise-odds.ts';

interface Pair {
  readonly left: string;
  readonly right: string;
  readonly isSame: boolean;
  readonly type?: NameType;
}
type Measure = (left: string, right: string, type?: NameType) => number;

const DATA = process.env.BACKSTORY_DATA ?? join(import.meta.dirname, '../../../shared/data');
/** A thousand decoys for each of so many names: 200,000 wrong pairs a set tell 0.1 % from 1 %. */
const DECOYS = 1_000;
const NAMES = 200;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}

const isTuning = ({ left, right }: Pair) => hash(`${left}\t${right}`) % 2 === 0;

// Baselines

function levenshtein(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    previous = row;
  }
  return 1 - previous[b.length]! / Math.max(a.length, b.length, 1);
}

function jaroWinkler(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const found: number[] = [];
  for (const [i, letter] of [...a].entries()) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (b[j] !== letter || taken.has(j)) continue;
      taken.add(j);
      found.push(j);
      break;
    }
  }
  if (found.length === 0) return 0;
  const inOrder = [...found].sort((x, y) => x - y);
  const swaps = found.filter((j, at) => b[j] !== b[inOrder[at]!]).length / 2;
  const m = found.length;
  const jaro = (m / a.length + m / b.length + (m - swaps) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function romanised(name: string): string {
  const romaniseWord = (word: string) => {
    const script = scriptOfWord(word);
    return script === 'latin' ? latinLetters(word) : plainSpelling(word, script) || word;
  };
  return name
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s\-‐·・]+/)
    .map(romaniseWord)
    .join(' ');
}

const BASELINES: Readonly<Record<string, Measure>> = {
  levenshtein,
  'jaro-winkler': jaroWinkler,
  'romanise+edit': (left, right) => levenshtein(romanised(left), romanised(right)),
};

// Sets

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

function readNameBench(): Pair[] {
  const rows = parseCsv(readFileSync(join(DATA, 'name_bench/cases.csv'), 'utf8'));
  return rows.map(([, schema, left = '', right = '', isMatch]) => ({
    left,
    right,
    isSame: isMatch === 'true',
    type: schema === 'Person' ? 'person' : 'organization',
  }));
}

function readTsv(file: string, latin: number, other: number): Pair[] {
  const lines = readFileSync(join(DATA, file), 'utf8').split('\n').slice(1).filter(Boolean);
  return lines.map((line) => {
    const cells = line.split('\t');
    return { left: cells[latin] ?? '', right: cells[other] ?? '', isSame: true };
  });
}

const SETS: Readonly<Record<string, () => Pair[]>> = {
  anetac: () => readTsv('anetac/EN-AR_named_entities.tsv', 1, 2),
  ar2en_google: () => readTsv('ar2en_google/ar2en.tsv', 1, 0),
  russian: () => readTsv('ne_transliteration/russian.test20.tsv', 0, 1),
  katakana: () => readTsv('ne_transliteration/katakana.test20.tsv', 0, 1),
  korean: () => readTsv('ne_transliteration/korean.test20.tsv', 0, 1),
  'korean, full names': () => readTsv('ne_transliteration/full_names.korean.tsv', 0, 1),
  'chinese (Han)': () => readTsv('ne_transliteration/chinese.test20.tsv', 0, 1),
};

function sample(pairs: readonly Pair[], many: number): Pair[] {
  const order = (pair: Pair) => hash(`${pair.right} ${pair.left}`);
  return [...pairs].sort((a, b) => order(a) - order(b)).slice(0, many);
}

// Measures

interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function figuresAt(pairs: readonly Pair[], scores: readonly number[], threshold: number): Figures {
  let [right, found, wanted] = [0, 0, 0];
  for (const [at, { isSame }] of pairs.entries()) {
    const said = scores[at]! >= threshold;
    if (said) found++;
    if (isSame) wanted++;
    if (said && isSame) right++;
  }
  const [precision, recall] = [right / Math.max(found, 1), right / Math.max(wanted, 1)];
  return { precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9) };
}

function bestThreshold(pairs: readonly Pair[], scores: readonly number[]): number {
  const f1 = (threshold: number) => figuresAt(pairs, scores, threshold).f1;
  return [...new Set(scores)].reduce((best, one) => (f1(one) > f1(best) ? one : best), 1);
}

const scoresOf = (pairs: readonly Pair[], measure: Measure) =>
  pairs.map(({ left, right, type }) => measure(left, right, type));

const ours: Measure = (left, right, type) => compareNames(left, right, type).score;

/** Wrong pairs: each of the first names with the other side of every other pair. */
function decoyScores(pairs: readonly Pair[], measure: Measure): number[] {
  const scores: number[] = [];
  for (const { left, right } of pairs.slice(0, NAMES))
    for (const other of pairs.slice(0, DECOYS))
      if (other.right !== right) scores.push(measure(left, other.right));
  return scores;
}

const share = (scores: readonly number[], threshold: number) =>
  scores.filter((score) => score >= threshold).length / Math.max(scores.length, 1);

/** Threshold with 1 % of decoys above it. */
function atOnePercent(decoys: readonly number[]): number {
  const sorted = [...decoys].sort((a, b) => b - a);
  return (sorted[Math.floor(sorted.length / 100)] ?? 0) + 1e-9;
}

const three = (value: number) => value.toFixed(3);
const row = (cells: readonly string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(11))).join('');

function reportNameBench(isTuningShown: boolean): void {
  const all = readNameBench();
  const tuning = all.filter(isTuning);
  const shown = isTuningShown ? tuning : all.filter((pair) => !isTuning(pair));
  console.log(row(['name_bench', 'precision', 'recall', 'F1']));
  const print = (name: string, measure: Measure, threshold: number) => {
    const { precision, recall, f1 } = figuresAt(shown, scoresOf(shown, measure), threshold);
    console.log(row([name, three(precision), three(recall), three(f1)]));
  };
  print('compare', ours, 0.5);
  print('compare, no type', (left, right) => ours(left, right), 0.5);
  for (const [name, measure] of Object.entries(BASELINES))
    print(name, measure, bestThreshold(tuning, scoresOf(tuning, measure)));
  reliability(shown, scoresOf(shown, ours));
}

function reliability(pairs: readonly Pair[], scores: readonly number[]): void {
  console.log(row(['score', 'pairs', 'mean', 'same']));
  for (const [low, high] of [
    [0, 0.2],
    [0.2, 0.5],
    [0.5, 0.8],
    [0.8, 0.95],
    [0.95, 1.01],
  ] as const) {
    const inside = pairs
      .map((pair, at) => ({ pair, score: scores[at]! }))
      .filter(({ score }) => score >= low && score < high);
    const mean = inside.reduce((sum, { score }) => sum + score, 0) / Math.max(inside.length, 1);
    const same = inside.filter(({ pair }) => pair.isSame).length / Math.max(inside.length, 1);
    console.log(row([`${low}–${Math.min(high, 1)}`, String(inside.length), three(mean), three(same)]));
  }
}

/** Recall and share of decoys called the same at our own threshold; baselines at 1 % of decoys on the tuning half. */
function reportScripts(isTuningShown: boolean): void {
  console.log(`\n${row(['recall', 'compare', 'false', ...Object.keys(BASELINES), 'by keys', 'searched'])}`);
  for (const [name, read] of Object.entries(SETS)) {
    const all = read();
    const tuning = sample(all.filter(isTuning), DECOYS);
    const shown = isTuningShown
      ? tuning
      : sample(
          all.filter((pair) => !isTuning(pair)),
          DECOYS,
        );
    const cells = [three(share(scoresOf(shown, ours), 0.5)), decimals(share(decoyScores(shown, ours), 0.5))];
    for (const measure of Object.values(BASELINES)) {
      const threshold = atOnePercent(decoyScores(tuning, measure));
      cells.push(three(share(scoresOf(shown, measure), threshold)));
    }
    console.log(row([name, ...cells, ...blocking(shown)]));
  }
}
const decimals = (value: number) => `${(100 * value).toFixed(2)} %`;

/** Of the pairs we call the same, how many share a key, and what share of all names a key leads to. */
function blocking(pairs: readonly Pair[]): string[] {
  const index = new Map<string, Set<number>>();
  for (const [at, { left }] of pairs.entries())
    for (const key of nameKeys(left)) index.set(key, (index.get(key) ?? new Set()).add(at));
  let [found, wanted, searched] = [0, 0, 0];
  for (const [at, { left, right }] of pairs.entries()) {
    const candidates = new Set(nameKeys(right).flatMap((key) => [...(index.get(key) ?? [])]));
    searched += candidates.size / pairs.length;
    if (!compareNames(left, right).same) continue;
    wanted++;
    if (candidates.has(at)) found++;
  }
  return [three(found / Math.max(wanted, 1)), decimals(searched / pairs.length)];
}

if (existsSync(DATA)) {
  const isTuningShown = process.argv.includes('--tuning');
  reportNameBench(isTuningShown);
  reportScripts(isTuningShown);
} else console.log(`There is no data at ${DATA}: set BACKSTORY_DATA.`);

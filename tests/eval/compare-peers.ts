/**
 * What one writes first to tell whether two names are the same: edit distance, Jaro–Winkler, edit distance of romanised
 * names, and of their consonants by sound as Metaphone has them. They are given our romanisation of every script.
 */
import { pinyinOf } from '../../src/entities/compare-han.ts';
import { inCyrillic } from '../../src/entities/name-parts-scripts.ts';
import { latinLetters, scriptOfWord } from '../../src/text/romanise.ts';
import { plainSpelling } from '../../src/text/romanise-odds.ts';

/** From 0 (nothing alike) to 1 (equal). */
export type Likeness = (left: string, right: string) => number;

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

/** Positions in `b` of the letters of `a`, each letter of `b` once, none further off than `reach`. */
function lettersFound(a: string, b: string, reach: number): number[] {
  const found: number[] = [];
  const taken = new Set<number>();
  for (const [i, letter] of [...a].entries()) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (b[j] !== letter || taken.has(j)) continue;
      taken.add(j);
      found.push(j);
      break;
    }
  }
  return found;
}

function jaroWinkler(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  const found = lettersFound(a, b, Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1));
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
  const romaniseWord = (written: string) => {
    const word = inCyrillic(written) ?? written;
    const script = scriptOfWord(word);
    if (script === 'han') return pinyinOf(word);
    return script === 'latin' ? latinLetters(word) : plainSpelling(word, script) || word;
  };
  return name
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s\-‐·・]+/)
    .map(romaniseWord)
    .join(' ');
}

/** Consonants that sound nearly alike, by one letter each; vowels count at the start alone. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|[cs]h|zh/g, 'x'],
  [/ph|v/g, 'f'],
  [/[ckg]h|ck|[cqg]/g, 'k'],
  [/[td]h|d/g, 't'],
  [/z/g, 's'],
  [/b/g, 'p'],
  [/(?<=\S)[aeiouywhj]/g, ''],
  [/(.)\1+/g, '$1'],
];

function consonants(name: string): string {
  return CONSONANTS.reduce((key, [from, to]) => key.replace(from, to), romanised(name));
}

export const PEERS: Readonly<Record<string, Likeness>> = {
  levenshtein,
  'jaro-winkler': jaroWinkler,
  'romanise, then edit distance': (left, right) => levenshtein(romanised(left), romanised(right)),
  'consonants by sound, then edit distance': (left, right) =>
    levenshtein(consonants(left), consonants(right)),
};

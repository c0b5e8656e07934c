/**
 * How much likelier a Latin spelling and a word of another script are one name than two: log-odds, summed over the
 * best alignment of letters and sounds.
 *
 * The naive version romanises and takes the edit distance, which counts every unwritten vowel and every ch/kh/h as an
 * error. Here each unit (sch–Ш, ou–و, a–nothing) has log-odds learned from place names (scripts/*-costs.ts), so one
 * threshold serves all scripts. O(letters × sounds × 8).
 */
import { type Script, wordSounds } from './romanise.ts';
import { ARABIC_COSTS } from './scripts/arabic-costs.ts';
import { CYRILLIC_COSTS } from './scripts/cyrillic-costs.ts';
import { GREEK_COSTS } from './scripts/greek-costs.ts';
import { HANGUL_COSTS } from './scripts/hangul-costs.ts';
import { HEBREW_COSTS } from './scripts/hebrew-costs.ts';
import { KANA_COSTS } from './scripts/kana-costs.ts';

const TABLES: Readonly<Partial<Record<Script, string>>> = {
  arabic: ARABIC_COSTS,
  cyrillic: CYRILLIC_COSTS,
  greek: GREEK_COSTS,
  hangul: HANGUL_COSTS,
  hebrew: HEBREW_COSTS,
  kana: KANA_COSTS,
};

/** Tenths of a nat, as in the tables: what a unit costs that they do not know. */
const UNKNOWN = -70;
/** Longer words are cut: no name needs more, and time stays bounded. */
export const LONGEST_WORD = 32;

/** Units as [letters, sounds], the sizes that compare-em.ts learns. */
const UNITS: readonly (readonly [letters: number, sounds: number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 1],
  [3, 2],
];

interface CostTable {
  /** Log-odds by {@link unitKey}. */
  readonly weights: ReadonlyMap<number, number>;
  /** The likeliest spelling of each sound, never empty. */
  readonly spelling: ReadonlyMap<string, string>;
}
const unpacked = new Map<Script, CostTable>();

/** Code units are ASCII: 7 bits each, letters in the lower 21, sounds above. */
function pack(text: string, start: number, end: number): number {
  let code = 0;
  for (let at = start; at < end; at++) code = (code << 7) | (text.charCodeAt(at) & 127);
  return code;
}
const unitKey = (letters: number, sounds: number) => sounds * 2_097_152 + letters;

function tableOf(script: Script): CostTable | null {
  const known = unpacked.get(script);
  if (known) return known;
  const source = TABLES[script];
  if (source === undefined) return null;
  const weights = new Map<number, number>();
  const spelling = new Map<string, string>();
  for (const line of source.trim().split('\n')) {
    const [first = '', ...units] = line.split(' ');
    const sound = first === '-' ? '' : first;
    let best = UNKNOWN;
    for (const unit of units) {
      const [, letters = '', odds = ''] = /^([a-z]+|-)(-?\d+)$/.exec(unit) ?? [];
      const latin = letters === '-' ? '' : letters;
      weights.set(unitKey(pack(latin, 0, latin.length), pack(sound, 0, sound.length)), Number(odds));
      if (latin.length === 1 && Number(odds) > best) {
        best = Number(odds);
        spelling.set(sound, latin);
      }
    }
  }
  const table = { weights, spelling };
  unpacked.set(script, table);
  return table;
}

/** Whether {@link spellingOdds} knows the script. */
export function hasSpellings(script: Script): boolean {
  return script in TABLES;
}

/**
 * Log-odds in nats, divided by the square root of the letters and sounds compared, so that one threshold fits short
 * and long words alike: the sum over a chance alignment spreads with that root. Above 0.6, about one random pair in
 * a thousand. -Infinity when there is nothing to compare.
 */
export function spellingOdds(latin: string, sounds: string, script: Script): number {
  const table = tableOf(script);
  const letters = latin.slice(0, LONGEST_WORD);
  const heard = sounds.slice(0, LONGEST_WORD);
  if (table === null || letters === '' || heard === '') return Number.NEGATIVE_INFINITY;
  const width = heard.length + 1;
  const best = new Float64Array((letters.length + 1) * width).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  for (let i = 0; i <= letters.length; i++) {
    for (let j = i === 0 ? 1 : 0; j < width; j++) {
      let top = Number.NEGATIVE_INFINITY;
      for (const [l, s] of UNITS) {
        if (l > i || s > j) continue;
        const before = best[(i - l) * width + j - s]!;
        const weight = table.weights.get(unitKey(pack(letters, i - l, i), pack(heard, j - s, j)));
        const odds = before + (weight ?? (l + s > 2 ? 2 * UNKNOWN : UNKNOWN));
        if (odds > top) top = odds;
      }
      best[i * width + j] = top;
    }
  }
  return best[best.length - 1]! / 10 / Math.sqrt(letters.length + heard.length);
}

/** A plain Latin spelling of a word of another script, letter by letter; vowels that it does not write are missing. */
export function plainSpelling(word: string, script: Script): string {
  const table = tableOf(script);
  if (table === null) return '';
  let latin = '';
  for (const sound of wordSounds(word, script)) latin += table.spelling.get(sound) ?? '';
  return latin;
}

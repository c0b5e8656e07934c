/**
 * Are two words of names the same word? Exact, one name in two spellings or scripts, a short form, an initial, a slip.
 *
 * The naive version knows equal and unequal. Here every pair gets a number of slips on one scale, whatever the scripts,
 * and a reason; what number is still the same name depends on the word's length and is the caller's part of the answer.
 */
import { latinLetters, type Script, wordSounds } from '../text/romanise.ts';
import { hasSpellings, LONGEST_WORD, plainSpelling, spellingOdds } from '../text/romanise-odds.ts';
import { areEqualWords } from './compare-equals.ts';
import { hanSounds, pinyinOf, simplifiedHan } from './compare-han.ts';
import { areBothKnown, areNamesApart } from './compare-known.ts';
import { isSpelling, latinSlips, letterDistance, soundSlips } from './compare-letters.ts';
import type { NameWord } from './name-parts.ts';
import { areNicknames } from './nicknames.ts';

type WordReason = 'exact' | 'spelling' | 'script' | 'nickname' | 'initial' | 'slip' | 'different';

export interface WordMatch {
  /** 0 exact, up to {@link MOST_SLIPS}; Infinity when they are different words. */
  readonly slips: number;
  readonly why: WordReason;
}

const DIFFERENT: WordMatch = { slips: Number.POSITIVE_INFINITY, why: 'different' };
/** Dept for Department, Yi for Lee: nearly as good as the same letters. */
const EQUAL: WordMatch = { slips: 0.25, why: 'spelling' };
const EXACT: WordMatch = { slips: 0, why: 'exact' };

/**
 * Log-odds (romanise-odds.ts) from which words of two scripts are one, so that two random pairs in a thousand pass; four
 * for Han, whose readings are heard as kana and score lower all round.
 */
const SCRIPT_ODDS: Readonly<Partial<Record<Script, number>>> = { han: -1.2, hangul: -1, kana: -1 };
const SCRIPT_ODDS_OTHERWISE = -0.4;
/** Log-odds at which a match across scripts is as good as exact. */
const SURE_ODDS = 4;

/** Words this long still look alike with two letters wrong. */
const NEAR_LENGTH = 6;

/**
 * Whether two words that are no match may be one badly misspelled: up to two letters of six and more, but neither the
 * first nor the last: another ending is another name (Sancho, Sánchez). On the tuning half of name_bench most such
 * words beside words that agree are the same name.
 */
export function isNearMiss(a: NameWord, b: NameWord): boolean {
  if (a.script !== b.script || a.script === 'han' || a.script === 'hangul' || a.isNumber || b.isNumber)
    return false;
  const [short, long] = [Math.min(a.text.length, b.text.length), Math.max(a.text.length, b.text.length)];
  if (long < NEAR_LENGTH || long > 32 || long - short > 1) return false;
  if (a.text[0] !== b.text[0] || a.text.at(-1) !== b.text.at(-1) || areBothKnown(a.text, b.text))
    return false;
  return letterDistance(a.text, b.text) <= 2;
}

/** Shortest words with a slip, and longest that no slip of their own is allowed. */
const SHORT_LENGTHS = [3, 4] as const;

/** One letter of a word of three or four, the first kept: enough for another name (Wang, Yang), so others must agree. */
export function isShortSlip(a: NameWord, b: NameWord): boolean {
  if (a.script !== 'latin' || b.script !== 'latin' || a.isNumber || b.isNumber) return false;
  const [least, most] = SHORT_LENGTHS;
  const [short, long] = [Math.min(a.text.length, b.text.length), Math.max(a.text.length, b.text.length)];
  if (short < least || long > most || areBothKnown(a.text, b.text)) return false;
  return letterDistance(a.text, b.text) <= 1;
}

/** What a match across scripts at its threshold counts as, in slips. */
export const CERTAIN_SLIPS = 0.9;
/** How far below the threshold a word still counts beside a surer one: five random pairs in a thousand pass. */
const DOUBTFUL_ODDS = 0.8;

/** Slips a word of so many letters may have and be the same: short words have too many neighbours. */
function mostSlips(length: number): number {
  if (length <= 2) return 0.3;
  if (length <= 3) return 0.65;
  if (length <= 4) return 0.8;
  if (length <= 8) return 1.2;
  return length <= 10 ? 1.5 : 2;
}

export function compareWords(a: NameWord, b: NameWord): WordMatch {
  if (a.text === b.text) return a.isInitial ? { slips: 0.1, why: 'initial' } : EXACT;
  if (a.isNumber || b.isNumber || isTooLong(a.text) || isTooLong(b.text)) return DIFFERENT;
  if (a.isInitial || b.isInitial) return compareInitial(a, b);
  if (areEqualWords(a.text, b.text)) return EQUAL;
  if (a.script === 'latin' && b.script === 'latin') return compareLatin(a, b);
  if (a.script === b.script) return compareSameScript(a, b);
  return acrossScripts(a.text, a.script, b.text, b.script);
}

/** Measures cut longer words: two that differ behind the cut would seem equal. */
const isTooLong = (text: string) => text.length > LONGEST_WORD;

function compareInitial(a: NameWord, b: NameWord): WordMatch {
  const [short, long] = a.isInitial ? [a, b] : [b, a];
  if (short.script === long.script) {
    const starts = short.forms.some((form) =>
      long.forms.some((other) => other.startsWith(form[0] as string)),
    );
    return starts && !(a.isInitial && b.isInitial) ? { slips: 0.4, why: 'initial' } : DIFFERENT;
  }
  const initialOf = (word: NameWord) =>
    word.script === 'latin' ? (word.forms[0] as string) : plainSpelling(word.text, word.script);
  return initialOf(short)[0] === initialOf(long)[0] ? { slips: 0.5, why: 'initial' } : DIFFERENT;
}

function compareLatin(a: NameWord, b: NameWord): WordMatch {
  if (areNamesApart(a.text, b.text) || (isLettersOnly(a) && isLettersOnly(b))) return DIFFERENT;
  let slips = Number.POSITIVE_INFINITY;
  for (const left of a.forms) for (const right of b.forms) slips = Math.min(slips, latinSlips(left, right));
  const length = Math.max(a.text.length, b.text.length);
  if (isSpelling(slips, length)) return { slips: slips * 0.6, why: slips === 0 ? 'exact' : 'spelling' };
  if (areNicknames(a.forms[0] as string, b.forms[0] as string)) return { slips: 0.4, why: 'nickname' };
  return slips <= mostSlips(length) && !areBothKnown(a.text, b.text) ? { slips, why: 'slip' } : DIFFERENT;
}

/** BMW: letters that are read one by one; another letter is another name. */
function isLettersOnly({ text, isCapitals }: NameWord): boolean {
  return isCapitals && text.length <= LONGEST_LETTERS && !/[aeiouy]/.test(text);
}
const LONGEST_LETTERS = 5;

const WEAK_LETTERS: Readonly<Partial<Record<Script, RegExp>>> = {
  arabic: /[AWYeF']/,
  hebrew: /[AWYF']/,
  cyrillic: /[iyeOI]/,
  hangul: /[EOeyw]/,
  kana: /[uoyw]/,
};
/** Syllables of a Korean name of one's own; a longer word is a foreign name written by sound. */
const KOREAN_NAME = 4;

function compareSameScript(a: NameWord, b: NameWord): WordMatch {
  if (a.script === 'han') return simplifiedHan(a.text) === simplifiedHan(b.text) ? EXACT : DIFFERENT;
  // One syllable is one of three parts of a Korean name: another one is another name.
  if (a.script === 'hangul' && Math.min(a.text.length, b.text.length) <= KOREAN_NAME) return DIFFERENT;
  const length = Math.max(a.text.length, b.text.length);
  const weak = WEAK_LETTERS[a.script];
  const slips = weak
    ? soundSlips(wordSounds(a.text, a.script), wordSounds(b.text, b.script), weak)
    : letterDistance(a.text.slice(0, 32), b.text.slice(0, 32));
  if (slips < 0.45 && weak) return { slips: slips * 0.6, why: slips === 0 ? 'exact' : 'spelling' };
  return slips <= mostSlips(length) ? { slips, why: 'slip' } : DIFFERENT;
}

/**
 * Words (or whole names without their spaces) of two scripts, at least one of them with spelling odds. Up to
 * {@link CERTAIN_SLIPS} the words alone are enough; beyond, only beside other words that agree.
 */
export function acrossScripts(a: string, aScript: Script, b: string, bScript: Script): WordMatch {
  if (isTooLong(a) || isTooLong(b)) return DIFFERENT;
  const odds = scriptOdds(a, aScript, b, bScript);
  const least = SCRIPT_ODDS[aScript] ?? SCRIPT_ODDS[bScript] ?? SCRIPT_ODDS_OTHERWISE;
  if (odds < least - DOUBTFUL_ODDS) return DIFFERENT;
  if (odds < least) return { slips: CERTAIN_SLIPS + 0.5 * (least - odds), why: 'script' };
  return { slips: CERTAIN_SLIPS * Math.max(0, 1 - (odds - least) / (SURE_ODDS - least)), why: 'script' };
}

function scriptOdds(a: string, aScript: Script, b: string, bScript: Script): number {
  if (aScript === 'han')
    return bScript === 'latin' ? hanOdds(b, a) : scriptOdds(pinyinOf(a), 'latin', b, bScript);
  if (bScript === 'han') return scriptOdds(b, bScript, a, aScript);
  if (aScript === 'latin') return latinOdds(a, b, bScript);
  if (bScript === 'latin') return latinOdds(b, a, aScript);
  if (!hasSpellings(aScript) || !hasSpellings(bScript)) return Number.NEGATIVE_INFINITY;
  // Neither is Latin: through a plain Latin spelling of the one that writes its vowels.
  const [from, fromScript, to, toScript] =
    aScript === 'arabic' || aScript === 'hebrew' ? [b, bScript, a, aScript] : [a, aScript, b, bScript];
  return latinOdds(plainSpelling(from, fromScript), to, toScript);
}

/** A Chinese name is spelled as it is read; of a foreign one the reading is an echo. */
function hanOdds(latin: string, han: string): number {
  const letters = latinLetters(latin);
  if (letters.length > 3 && letters === pinyinOf(han)) return SURE_ODDS;
  return spellingOdds(letters, hanSounds(han), 'kana');
}

function latinOdds(latin: string, other: string, script: Script): number {
  const sounds = wordSounds(other, script);
  const written = latinLetters(latin);
  const odds = spellingOdds(written, sounds, script);
  const bare = latin.normalize('NFKD').replace(/[^a-z0-9]/g, '');
  const best = bare === written ? odds : Math.max(odds, spellingOdds(bare, sounds, script));
  // The Arabic article is written onto its noun and often left out in Latin: العاني, Ani.
  if (script !== 'arabic' || !/^ال../.test(other)) return best;
  return Math.max(best, spellingOdds(written, wordSounds(other.slice(2), script), script));
}

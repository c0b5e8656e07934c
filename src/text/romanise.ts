/**
 * One word of any listed script as sound symbols: a short string, one character a sound, that the cost table of
 * romanise-costs.ts compares with Latin letters.
 *
 * The naive version romanises by one standard and compares spellings; standards differ more than names do. Here only
 * what is certain is decided by rule, and what a letter may stand for is left to learned costs. Latin letters stand
 * for themselves: diacritics that change the sound are written out (š sh, ç s), the others dropped. O(length).
 */
import { ARABIC_SOUNDS } from './scripts/arabic.ts';
import { CYRILLIC_SOUNDS } from './scripts/cyrillic.ts';
import { GREEK_PAIRS, GREEK_SOUNDS } from './scripts/greek.ts';
import { hangulSounds } from './scripts/hangul.ts';
import { HEBREW_GERESH, HEBREW_SOUNDS } from './scripts/hebrew.ts';
import { kanaSounds } from './scripts/kana.ts';

export type Script =
  | 'latin'
  | 'arabic'
  | 'hebrew'
  | 'cyrillic'
  | 'greek'
  | 'kana'
  | 'hangul'
  | 'han'
  | 'other';

const RANGES: readonly (readonly [last: number, script: Script])[] = [
  [0x02ff, 'latin'],
  [0x036f, 'other'],
  [0x03ff, 'greek'],
  [0x052f, 'cyrillic'],
  [0x058f, 'other'],
  [0x05ff, 'hebrew'],
  [0x077f, 'arabic'],
  [0x089f, 'other'],
  [0x08ff, 'arabic'],
  [0x1dff, 'other'],
  [0x1eff, 'latin'],
  [0x1fff, 'greek'],
  [0x303f, 'other'],
  [0x30ff, 'kana'],
  [0x33ff, 'other'],
  [0x9fff, 'han'],
  [0xabff, 'other'],
  [0xd7a3, 'hangul'],
];

/** Script of a letter; 'other' for scripts that have no sound rules here (they are compared letter by letter). */
export function scriptOfLetter(letter: string): Script {
  const code = letter.charCodeAt(0);
  for (const [last, script] of RANGES) if (code <= last) return script;
  return 'other';
}

/** Script that most letters of a word are of; digits count as Latin. */
export function scriptOfWord(word: string): Script {
  const counts = new Map<Script, number>();
  let best: Script = 'latin';
  for (const letter of word) {
    const script = scriptOfLetter(letter);
    const count = (counts.get(script) ?? 0) + 1;
    counts.set(script, count);
    if (count > (counts.get(best) ?? 0)) best = script;
  }
  return best;
}

/** Sounds of a lower-case word (NFC) in `script`; '' when the script has no rules or nothing of it is left. */
export function wordSounds(word: string, script: Script = scriptOfWord(word)): string {
  switch (script) {
    case 'latin':
      return latinLetters(word);
    case 'arabic':
      return byTable(word.normalize('NFKC').replace(/\p{M}|ـ/gu, ''), ARABIC_SOUNDS);
    case 'hebrew':
      return hebrewSounds(word);
    case 'cyrillic':
      return byTable(word, CYRILLIC_SOUNDS);
    case 'greek':
      return greekSounds(word);
    case 'kana':
      return kanaSounds(word);
    case 'hangul':
      return hangulSounds(word);
    case 'han':
      return ''; // readings would need a maintained table: such names match by alias alone
    default:
      return '';
  }
}

function byTable(word: string, table: Readonly<Record<string, string>>): string {
  let sounds = '';
  for (const letter of word) sounds += table[letter] ?? '';
  return sounds;
}

function hebrewSounds(word: string): string {
  const bare = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[׳’‘`]/g, "'");
  let sounds = '';
  for (let at = 0; at < bare.length; at++) {
    const letter = bare[at] as string;
    const changed = bare[at + 1] === "'" ? HEBREW_GERESH[letter] : undefined;
    sounds += changed ?? HEBREW_SOUNDS[letter] ?? '';
  }
  // A doubled vav or yod is one consonant: ווילסון Wilson, אייר Iyar.
  return sounds.replace(/WW/g, 'w').replace(/YY/g, 'y');
}

function greekSounds(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
  let sounds = '';
  for (let at = 0; at < bare.length; at++) {
    const pair = GREEK_PAIRS[bare.slice(at, at + 2)];
    if (pair !== undefined) at++;
    sounds += pair ?? GREEK_SOUNDS[bare[at] as string] ?? '';
  }
  return sounds;
}

/** Letters whose diacritic changes what is heard; every other diacritic is dropped. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ...{
    š: 'sh',
    ş: 'sh',
    ș: 'sh',
    ś: 'sh',
    ŝ: 'sh',
    č: 'ch',
    ć: 'ch',
    ĉ: 'ch',
    ž: 'zh',
    ż: 'zh',
    ź: 'z',
    đ: 'dj',
  },
  ...{ ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', ı: 'i', ħ: 'h', ə: 'e', ñ: 'ny', ń: 'ny' },
  ...{
    ň: 'ny',
    ņ: 'ny',
    ț: 'ts',
    ţ: 'ts',
    ç: 's',
    ą: 'on',
    ę: 'en',
    ě: 'ye',
    ř: 'rzh',
    ĝ: 'j',
    ŭ: 'u',
    ŏ: 'o',
  },
};

/** A Latin word in the letters a–z; apostrophes and other marks are dropped. */
export function latinLetters(word: string): string {
  let letters = '';
  for (const letter of word.normalize('NFC')) {
    letters += WRITTEN_OUT[letter] ?? letter.normalize('NFKD').replace(/[^a-z0-9]/g, '');
  }
  return letters;
}

/**
 * Keys by sound: "Kharrousha", "Kharousheh" and خروشة share one, so that a name is found however it was written,
 * among 500,000 others, before compare-names.ts decides.
 *
 * The naive version is Soundex: one key, English letters, and Qaddafi under Q. Here consonants of all scripts fall into
 * six classes, vowels go, and a letter that transliterations render in several ways (c, ch, j, h, w) gives several
 * keys, the likeliest first. A key is for finding candidates, never for linking by itself. O(length).
 */
import { latinLetters, type Script, scriptOfWord, wordSounds } from './romanise.ts';

/** Classes a unit of Latin spelling may sound as, likeliest first; '-' is no consonant. Longest units first. */
const LATIN_UNITS: readonly (readonly [unit: string, classes: string])[] = [
  ...[
    'tsch S',
    'shch S',
    'sch SK',
    'tch S',
    'dzh S',
    'ch SK',
    'ck K',
    'kh K-',
    'gh K-',
    'sh S',
    'zh S',
    'sz S',
  ],
  ...['cz S', 'dj S', 'ts S', 'tz S', 'th T', 'dh T', 'ph P', 'qu K', 'cc KS', 'gn M'],
  ...[
    'b P',
    'c KS',
    'd T',
    'f P',
    'g KS',
    'h -K',
    'j S-K',
    'k K',
    'l L',
    'm M',
    'n M',
    'p P',
    'q K',
    'r L',
    's S',
  ],
  ...['t T', 'v P', 'w -P', 'x KS', 'z S'],
].map((line) => line.split(' ') as [string, string]);

/** The same for the sound symbols of src/text/scripts/. */
const SOUND_CLASSES: Readonly<Record<string, string>> = {
  ...{
    b: 'P',
    B: 'P',
    p: 'P',
    P: 'P',
    f: 'P',
    v: 'P',
    t: 'T',
    d: 'T',
    T: 'T',
    D: 'T',
    s: 'S',
    S: 'S',
    z: 'S',
  },
  ...{
    Z: 'S',
    J: 'S',
    c: 'S',
    Q: 'S',
    X: 'S',
    k: 'K',
    K: 'K',
    q: 'K',
    l: 'L',
    r: 'L',
    m: 'M',
    n: 'M',
    N: 'M',
  },
  ...{ C: 'SK', j: 'SK-', g: 'KS', G: 'K-', x: 'K-', H: '-K', h: '-KP', w: '-P', W: '-P', y: '-' },
};
/** Symbols that mean another sound in one script: Hangul doubles its consonants, Cyrillic Q is shch. */
const SCRIPT_CLASSES: Readonly<Partial<Record<Script, Readonly<Record<string, string>>>>> = {
  hangul: { G: 'K', D: 'T', B: 'P', J: 'S', j: 'S', g: 'K', O: '', h: '-K' },
  arabic: { D: 'TS', F: '-T' },
  cyrillic: { O: '-', R: '-', U: '-', I: '-', h: '-K', c: 'S' },
  // ti and di are chi and ji.
  kana: { C: 'ST', j: 'ST' },
  han: { Q: 'S', f: 'P', h: '-K', Z: 'S' },
};

/** Keys end after so many consonants: later ones are where spellings differ most. */
export const LONGEST_KEY = 6;
/** Keys of one word: beyond this the less likely readings of rare letters go. */
const MOST_KEYS = 12;

function latinClasses(word: string): string[] {
  const classes: string[] = [];
  for (let at = 0; at < word.length; ) {
    const unit = LATIN_UNITS.find(([text]) => word.startsWith(text, at));
    const start = at;
    at += unit?.[0].length ?? 1;
    if (unit) classes.push(inPlace(unit, word, start));
  }
  return classes;
}

/** What a unit sounds as where it stands. */
function inPlace([unit, classes]: readonly [string, string], word: string, start: number): string {
  const isBeforeVowel = /^[aeiouy]/.test(word.slice(start + unit.length));
  // English r after a vowel is not heard, and Japanese, Korean and Chinese do not write it: Baker, ベイカー.
  if (unit === 'r' && start > 0 && !isBeforeVowel && word[start + 1] !== 'r') return 'L-';
  // Beijing ends in one sound; Xi, Xavier, Xerxes begin with s or sh.
  if (unit === 'g' && word[start - 1] === 'n' && !isBeforeVowel) return '-K';
  return unit === 'x' && start === 0 ? 'SK' : classes;
}

function soundClasses(word: string, script: Script): string[] {
  const own = SCRIPT_CLASSES[script] ?? {};
  return [...wordSounds(word, script)]
    .map((sound) => own[sound] ?? SOUND_CLASSES[sound] ?? '')
    .filter(Boolean);
}

/** All readings, likeliest first, doubled classes once. */
function readings(classes: readonly string[]): string[] {
  let keys = [''];
  for (const options of classes) {
    const longer: string[] = [];
    for (const option of options)
      for (const key of keys) longer.push(option === '-' || key.endsWith(option) ? key : key + option);
    keys = [...new Set(longer.map((key) => key.slice(0, LONGEST_KEY)))].slice(0, MOST_KEYS);
  }
  // ts, tch and dj are one sound in one alphabet and two letters in the next.
  return [...new Set(keys.map((key) => key.replace(/T+S/g, 'S').replace(/(.)\1+/g, '$1')))];
}

/** Keys of one folded word, likeliest first; a word of vowels alone, or of a script without sounds, is its own key. */
export function wordKeys(word: string, script: Script = scriptOfWord(word)): string[] {
  const bare = script === 'arabic' ? stripArticle(word) : word;
  const keys =
    script === 'latin' ? readings(latinClasses(latinLetters(bare))) : readings(soundClasses(bare, script));
  // ال opens Elias and Alvin too, where it is no article.
  if (bare !== word) keys.push(...readings(soundClasses(word, script)));
  const heard = keys.filter(Boolean);
  return heard.length > 0 ? heard : [word];
}

const PARTICLES = new Set([
  ...[
    'al',
    'el',
    'ال',
    'ad',
    'an',
    'ar',
    'as',
    'ash',
    'at',
    'az',
    'bin',
    'ibn',
    'ben',
    'de',
    'von',
    'van',
    'der',
  ],
]);

/** The likeliest key of each of a name's words, particles and words of vowels alone left out, in order. */
export function soundKeys(name: string): string[] {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})|['’‘ʼʻʾʿ`\p{Cf}]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return (words ?? [])
    .filter((word) => !PARTICLES.has(word))
    .map((word) => wordKeys(word)[0] as string)
    .filter((key) => !/^[aeiouy]+$/.test(key));
}

/** The Arabic article is written onto its noun. */
function stripArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

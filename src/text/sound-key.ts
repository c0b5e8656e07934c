/**
 * What a name sounds like, roughly, in any of the scripts it may be written in: "Kharrousha", "Kharousheh" and خروشة
 * share a key, so that a reader finds a name however it was transliterated.
 *
 * The naive version is edit distance, which calls Kharousha–Kharrousha near and Deif–Dayf far. Here vowels go, letters
 * that transliterations confuse (q/k/kh, s/sh/z/ts, d/dh/ḍ, t/th) become one, doubled letters one. A key is for
 * finding candidates, never for linking by itself. O(length).
 */
import { words } from './tokenise.ts';

/** Letters of Arabic and Hebrew (folded) as the consonants they are usually transliterated by; vowel letters vanish. */
const CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'g',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 's',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 's',
  ع: '',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: '',
  ي: '',
  ا: '',
  ء: '',
  پ: 'b',
  چ: 'g',
  گ: 'g',
  ژ: 's',
  א: '',
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: '',
  ז: 's',
  ח: 'h',
  ט: 't',
  י: '',
  כ: 'k',
  ל: 'l',
  מ: 'm',
  נ: 'n',
  ס: 's',
  ע: '',
  פ: 'f',
  צ: 's',
  ק: 'k',
  ר: 'r',
  ש: 's',
  ת: 't',
};

const LATIN: readonly (readonly [RegExp, string])[] = [
  [/tch|tsch|ch|kh|ck|q|c|x/g, 'k'],
  [/sch|sh|ts|tz|zh|z/g, 's'],
  [/th/g, 't'],
  [/dh|dj/g, 'd'],
  [/gh|j/g, 'g'],
  [/ph|v|p(?=f)/g, 'f'],
  [/p/g, 'b'],
  [/[aeiouyw]/g, ''],
];

const PARTICLES = new Set([
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
]);

/** Keys of a name's words, particles left out, empty ones too, in order. */
export function soundKeys(name: string): string[] {
  return words(name)
    .filter((word) => !PARTICLES.has(word))
    .map(keyOf)
    .filter((key) => key !== '');
}

function keyOf(word: string): string {
  const letters = [...stripArticle(word)].map((letter) => CONSONANTS[letter] ?? letter).join('');
  const consonants = LATIN.reduce((text, [pattern, by]) => text.replace(pattern, by), letters);
  // An h at the end is a feminine ending as often as a sound, and between consonants it belongs to its neighbour.
  return consonants.replace(/(?!^)h/g, '').replace(/(.)\1+/g, '$1');
}

/** The Arabic article is written onto its noun. */
function stripArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

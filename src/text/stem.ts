/**
 * Stems: the form that "bridge", "bridges" and "bridged" share, for ranking only. Names, phrases, exclusions and
 * fingerprints keep the words as they are.
 *
 * Latin and Cyrillic languages go to kept Snowball/Porter stemmers, one module a language; Arabic and Hebrew to light
 * stemming of our own. Words come folded: accents are gone, which the stemmers' endings survive well enough, and index
 * and query always agree. A stem costs 2 µs: whoever stems texts remembers them (stem-terms.ts).
 */
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { detectLanguage } from './detect-language.ts';
import { stemArabic, stemHebrew } from './stem-semitic.ts';

type StemWord = (word: string) => string;

const LATIN: Readonly<Record<string, StemWord>> = {
  ...{ en: english, fr: french, de: german, es: spanish, it: italian, pt: portuguese, nl: dutch },
  ...{ sv: swedish, da: danish, no: norwegian, nb: norwegian },
};

const UNSPACED_LANGUAGES = new Set(['zh', 'ja', 'ko', 'th', 'ar', 'he', 'ru']);

/** The analysis of words: a language that has a stemmer, or 'none' for one that has not. */
export type StemLanguage = string;

/** Latin words of a text in no language that we can tell are taken for English: most loan words and names follow it. */
const DEFAULT_LANGUAGE: StemLanguage = 'en';
/** Enough to tell a language; detection looks at every letter. */
const SAMPLE = 1_500;

/** How the words of a text are stemmed: by its declared language, else by the one it seems to be in. */
export function stemLanguageOf(declared: string | null, text: string): StemLanguage {
  const tag = (declared ?? detectLanguage(text.slice(0, SAMPLE)))?.toLowerCase().split('-')[0];
  if (tag === undefined || UNSPACED_LANGUAGES.has(tag)) return DEFAULT_LANGUAGE; // Latin words among others
  return Object.hasOwn(LATIN, tag) ? tag : 'none';
}

/** The stem of a folded word; the word itself where nothing is known of its script or language. */
export function stemWord(word: string, language: StemLanguage): string {
  const stemmer = stemmerFor(word, language);
  return stemmer === null ? word : stemOnce(word, word.charCodeAt(0), stemmer) || word;
}

/** Words with one and the same stemmer have one stem; null where nothing is known of the word's script or language. */
export function stemmerFor(word: string, language: StemLanguage): StemLanguage | null {
  const first = word.charCodeAt(0);
  if (first < 0x61) return null; // a number
  if (first > 0x7a && first < 0x400) return null;
  // Other scripts have one way of stemming, whatever the language.
  if (first > 0x7a) return OTHER_SCRIPTS;
  return Object.hasOwn(LATIN, language) ? language : null;
}

const OTHER_SCRIPTS: StemLanguage = '';

/** Longer ones are no words; stemmers' patterns are not made for them. */
const LONGEST_WORD = 40;

function stemOnce(word: string, first: number, language: StemLanguage): string {
  if (word.length > LONGEST_WORD) return word;
  if (first <= 0x7a) return /^[a-z]+$/.test(word) ? LATIN[language]!(word) : word;
  if (first >= 0x400 && first < 0x530) return russian(word);
  if (first >= 0x5d0 && first <= 0x5ea) return stemHebrew(word);
  if (first >= 0x620 && first <= 0x6ff) return stemArabic(word);
  return word;
}

/**
 * A name taken apart: its words in order, what each one is, and what stands beside it (title, generation, legal form).
 *
 * The naive version splits at spaces. Names need more: letters of look-alike alphabets put right (Pутin), invisible
 * characters gone, digits inside words read as letters (I9or), initials told apart (J.-C., JC), "Smith, John" turned,
 * abd al-Rahman and Abdurrahman made one word, words run together noted. O(length), names are cut at 300 characters.
 */
import { latinLetters, type Script, scriptOfLetter, scriptOfWord } from '../text/romanise.ts';
import { legalFormAt } from './name-parts-legal.ts';
import { inCyrillic } from './name-parts-scripts.ts';
import * as lists from './name-parts-words.ts';

export type NameType = 'person' | 'organization' | 'place' | 'event';

export interface NameWord {
  /** Lower case, without diacritics (Latin, Greek) and vowel marks; Georgian and others in Cyrillic (name-parts-scripts.ts). */
  readonly text: string;
  /** The same in its own script, for readers. */
  readonly written: string;
  readonly script: Script;
  /** Latin: the spellings to compare by, plain letters first; otherwise the text alone. */
  readonly forms: readonly string[];
  readonly isInitial: boolean;
  readonly isNumber: boolean;
  readonly isParticle: boolean;
  readonly isKinship: boolean;
  /** Capital letters only in a name that has small ones elsewhere, or short: may be an acronym. */
  readonly isCapitals: boolean;
  /** Stood in round brackets: Deutsche Bank (Schweiz). */
  readonly isAside: boolean;
  /** Its place in the name as written, before "Smith, John" was turned. */
  readonly at: number;
}

export interface NameParts {
  readonly words: readonly NameWord[];
  /** Folded words with nothing taken away, joined: the test for equality. */
  readonly whole: string;
  /** The same words with Abdul apart from the name it serves, when `words` joined them; null otherwise. */
  readonly apart: readonly NameWord[] | null;
  readonly titles: readonly string[];
  readonly generation: string | null;
  readonly legalForms: readonly string[];
  readonly isTurned: boolean;
  /** Longer than what is compared word by word: then only `whole` tells it from others. */
  readonly isCut: boolean;
}

/** Longer names are cut: the longest real ones have about 150 characters. */
const LONGEST_NAME = 300;
const MOST_WORDS = 24;
/** What cannot be seen, or only joins: soft hyphen, zero-width characters, direction marks, tatweel, vowel marks. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u0640/gu;
const MARKUP = /<[^<>]{0,80}>|&(?:amp|nbsp|lt|gt|quot|#\d{1,5});/g;
const APOSTROPHES = /[’‘ʼʻʾʿ`´ʹ]/g;

/** Cyrillic and Greek letters that look like Latin ones, for words that mix alphabets. */
const LOOKALIKES = 'аaеeоoрpсcуyхxкkмmтtвbнhіiјjѕsԁdһhαaοoρpνvκkτtυuιi';
const toLatin = new Map<string, string>();
const toCyrillic = new Map<string, string>();
for (let at = 0; at < LOOKALIKES.length; at += 2) {
  const [other, latin] = [LOOKALIKES[at] as string, LOOKALIKES[at + 1] as string];
  toLatin.set(other, latin);
  if (scriptOfLetter(other) === 'cyrillic' && !toCyrillic.has(latin)) toCyrillic.set(latin, other);
}
const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 9: 'g', 8: 'b' },
};

/** One alphabet per word: the one most of its letters are of. */
function oneAlphabet(word: string): string {
  const script = scriptOfWord(word);
  if (script !== 'latin' && script !== 'cyrillic') return word;
  const letters = script === 'latin' ? toLatin : toCyrillic;
  const strange = (letter: string) => scriptOfLetter(letter) !== script && letters.has(letter);
  return [...word].map((letter) => (strange(letter) ? (letters.get(letter) as string) : letter)).join('');
}

/** A digit between letters is a misread letter; a word of digits, or digits at its end, stay. */
function withoutDigits(word: string): string {
  if (!/\p{L}/u.test(word) || /^(?:\p{L}{0,3}\d+|\d+(?:st|nd|rd|th))$/u.test(word) || !/\d/.test(word))
    return word;
  const script = scriptOfWord(word.replace(/\d/g, ''));
  if (/\d{2}/.test(word) || (script !== 'latin' && script !== 'cyrillic')) return word;
  return word.replace(/\d/g, (digit) => DIGIT_LETTERS[digit] ?? digit);
}

/** Vowel signs of Indic scripts are no accents: without them Bengali names are other names. */
function withoutMarks(word: string): string {
  const script = scriptOfWord(word);
  if (script === 'cyrillic' || script === 'kana' || script === 'hangul') return word;
  if (script === 'other') return word.normalize('NFC');
  const bare = word.normalize('NFKD').replace(/\p{M}/gu, '');
  if (script === 'arabic') return bare.replace(/ة/g, 'ه').replace(/[یى]/g, 'ي').replace(/ک/g, 'ك');
  if (script === 'latin') return [...bare].map((letter) => PLAIN[letter] ?? letter).join('');
  return bare.replace(/ς/g, 'σ');
}
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ø: 'o', đ: 'd', ł: 'l', ı: 'i', ħ: 'h', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ə: 'e' },
};
/** German, Danish and Swedish write these out when the letter is missing. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** Medwedew, Gorbatschow, Aleksej: German and its neighbours write v and y so, where others write -ev and -ey. */
const GERMAN_SLAVIC = /(?:.{3}[eo]w|.{2}[aeu]j)$/;

function asSlavic(plain: string): string {
  return plain.replace(/w/g, 'v').replace(/j$/, 'y').replace(/tsch/g, 'ch').replace(/sch/g, 'sh');
}

function formsOf(word: string, plain: string): string[] {
  if (/^[a-z0-9]+$/.test(word)) return GERMAN_SLAVIC.test(plain) ? [plain, asSlavic(plain)] : [plain];
  const written = [...word].map((letter) => WRITTEN_OUT[letter] ?? letter).join('');
  return [...new Set([plain, latinLetters(word), withoutMarks(written).replace(/[^a-z0-9]/g, '')])].filter(
    Boolean,
  );
}

/** Words run together are cut where a capital follows a small letter: VladimirPutin; not McDonald, DeLillo. */
function cutJoined(text: string): string {
  return text.replace(/(\p{Ll}{3,})(\p{Lu})(?=\p{Ll}{2}|\p{Lu}|$)/gu, '$1 $2');
}

interface RawWord {
  readonly text: string;
  readonly original: string;
  /** Followed by a point in the name as written. */
  readonly isPointed: boolean;
  readonly isAside: boolean;
}

/** Without their point they are names: Hun Sen, Amartya Sen. */
const POINTED_GENERATIONS: Readonly<Record<string, string>> = { sen: 'senior', jun: 'junior' };

function rawWords(text: string): RawWord[] {
  const found: RawWord[] = [];
  const asides = [...text.matchAll(/\([^()]{1,80}\)/g)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}'׳״"]+(\.?)/gu)) {
    const original = match[0].replace(/[."]$/, '').replace(/^["']+|["']+$/g, '');
    const lower = oneAlphabet(withoutDigits(original.toLowerCase().replace(/["״]/g, '')));
    const bare = scriptOfWord(lower) === 'hebrew' ? lower : lower.replace(/['׳]/g, '');
    const mark = match[1] === '.' && found.length > 0 ? POINTED_GENERATIONS[bare] : undefined;
    const isAside = asides.some(([start, end]) => match.index > start! && match.index < end!);
    if (bare !== '') found.push({ text: mark ?? bare, original, isPointed: match[1] === '.', isAside });
    if (found.length >= MOST_WORDS * 2) break;
  }
  return found;
}

/** "U.S.", "L.X.C.": letters with points between them are one word, in organisations. */
function joinPointed(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu, (all) =>
    all.replaceAll('.', ''),
  );
}

/** JC Juncker: two capitals beside words with small letters are two initials. */
function cutInitials(text: string): string {
  if (!/\p{Ll}/u.test(text)) return text;
  return text.replace(/(?<![\p{L}.])(\p{Lu})(\p{Lu})(?![\p{L}\p{N}])/gu, (all, a: string, b: string) =>
    all.toLowerCase() in lists.ROMAN ? all : `${a}. ${b}.`,
  );
}

function isInitial(raw: RawWord, type: NameType | undefined): boolean {
  if (raw.text.length !== 1 || !/\p{L}/u.test(raw.text)) return false;
  const script = scriptOfLetter(raw.text);
  return (
    script !== 'han' && script !== 'hangul' && script !== 'kana' && (type === 'person' || type === undefined)
  );
}

function numberOf(text: string, type: NameType | undefined, isFirst: boolean): string | null {
  if (/^第?\d+(?:st|nd|rd|th|세|世|대|년|年)?$/.test(text)) return text.replace(/\D+/g, '');
  if (isFirst && type === 'person') return null;
  const roman = lists.ROMAN[text];
  if (roman !== undefined && !isFirst) return roman;
  if (type === 'person' || type === undefined) return null;
  return lists.NUMBER_WORDS[text] ?? (isFirst ? null : (lists.ROMAN_LETTERS[text] ?? null));
}

function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return code < 128 ? digit : String(code - zero);
  });
}

function toWord(raw: RawWord, at: number, type: NameType | undefined, isFirst: boolean): NameWord {
  // Numerals are written in capitals: Jinping Xi is no eleventh Jinping.
  const isName = isFirst || /^\p{Lu}\p{Ll}+$/u.test(raw.original);
  const number = numberOf(raw.text, type, type === 'person' ? isName : isFirst);
  const written = number ?? withoutMarks(raw.text);
  const plain = inCyrillic(written) ?? written;
  const script = scriptOfWord(plain);
  const isCapitals =
    raw.original.length > 1 && raw.original === raw.original.toUpperCase() && /\p{Lu}/u.test(raw.original);
  return {
    text: plain,
    written,
    script,
    forms: script === 'latin' && number === null ? formsOf(raw.text, plain) : [plain],
    isInitial: isInitial(raw, type),
    isNumber: number !== null,
    isParticle: lists.PARTICLES.has(plain),
    isKinship: lists.KINSHIP.has(plain),
    isCapitals,
    isAside: raw.isAside,
    at,
  };
}

/** Takes `name` apart; `type` decides what counts as a title, a legal form, an initial. */
export function partsOfName(name: string, type?: NameType): NameParts {
  const cleaned = asciiDigits(name.slice(0, LONGEST_NAME).normalize('NFKC').replace(MARKUP, ' '))
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .replace(/'s(?![\p{L}])/giu, '');
  const isPerson = type === 'person' || type === undefined;
  const turned = isPerson ? turn(cleaned) : null;
  const text = cutJoined(turned ?? cleaned);
  const raws = rawWords(isPerson ? cutInitials(text) : joinPointed(text));
  const all = raws.slice(0, MOST_WORDS).map((raw, at) => toWord(raw, at, type, at === 0));
  const isCut = raws.length > MOST_WORDS || name.length > LONGEST_NAME;
  const whole = isCut ? uncut(name) : all.map((word) => word.text).join(' ');
  const kept = { whole, isTurned: turned !== null, isCut };
  if (type === 'organization')
    return { ...kept, ...withoutLegalForms(all), apart: null, titles: [], generation: null };
  if (!isPerson) return { ...kept, words: all, apart: null, titles: [], generation: null, legalForms: [] };
  return { ...kept, ...personParts(all), legalForms: [] };
}

/** A text of ten names' length is none; what lies beyond is not looked at. */
function uncut(name: string): string {
  return name
    .slice(0, 10 * LONGEST_NAME)
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "Smith, John" as "John Smith"; null when there is no such comma. What follows a second comma stays behind. */
function turn(text: string): string | null {
  const at = text.search(/[,،]/);
  if (at < 0) return null;
  const rest = text.slice(at + 1).trim();
  const first = rest.split(/[\s,.]+/)[0]?.toLowerCase() ?? '';
  if (rest === '' || first in lists.GENERATIONS || first in lists.ROMAN) return null;
  return `${rest} ${text.slice(0, at)}`;
}

function withoutLegalForms(all: readonly NameWord[]): { words: NameWord[]; legalForms: string[] } {
  const texts = all.map((word) => word.text);
  const words: NameWord[] = [];
  const legalForms: string[] = [];
  for (let at = 0; at < all.length; ) {
    const form = legalFormAt(texts, at);
    // A form stands at either end; "AG Weser" and "SE Asia" keep theirs when nothing else would be left.
    const isAtEnd = form !== null && (at === 0 || onlyFormsFrom(texts, at));
    if (form && isAtEnd && form.length < all.length) {
      legalForms.push(form.class);
      at += form.length;
    } else words.push(all[at++] as NameWord);
  }
  return words.length > 0 ? { words, legalForms } : { words: [...all], legalForms: [] };
}

function onlyFormsFrom(texts: readonly string[], at: number): boolean {
  for (let next = at; next < texts.length; ) {
    const form = legalFormAt(texts, next);
    if (!form && !lists.SMALL_WORDS.has(texts[next] as string)) return false;
    next += form?.length ?? 1;
  }
  return true;
}

function personParts(all: readonly NameWord[]) {
  const words: NameWord[] = [];
  const titles: string[] = [];
  let generation: string | null = null;
  for (const [at, word] of all.entries()) {
    const isLast = at === all.length - 1;
    const mark = lists.GENERATIONS[word.text] ?? (word.isNumber ? word.text : undefined);
    if (mark !== undefined && at > 0 && words.length > 0) generation = mark;
    else if (lists.TITLES_AFTER.has(word.text) && words.length > 0) titles.push(word.text);
    else if (lists.TITLES.has(word.text) && !isLast && words.every((before) => before.isParticle))
      titles.push(word.text);
    else words.push(word);
  }
  const told = withoutBalticEndings(words.length > 0 ? words : all);
  const joined = joinAbd(told).map((word, at, { length }) => (at === length - 1 ? asFamilyName(word) : word));
  return { words: joined, apart: joined.length < told.length ? told : null, titles, generation };
}

/** Abd al-Rahman, Abdul Rahman, Abdurrahman, عبد الرحمن: servant of …; the article between is spelled ten ways. */
function joinAbd(words: readonly NameWord[]): NameWord[] {
  const joined: NameWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as NameWord;
    const isAbd = /^(?:abd|abde?l|abd[aeiou][lrnszd]?|abdool|عبد)$/.test(word.text);
    let next = at + 1;
    while (isAbd && next < words.length - 1 && words[next]!.isParticle) next++;
    const name = isAbd ? words[next] : undefined;
    if (name && name.script === word.script && !name.isInitial) {
      joined.push(
        word.script === 'arabic'
          ? asWord(word, `عبد${name.text.replace(/^ال/, '')}`)
          : abdWord(word, name.text),
      );
      at = next;
    } else joined.push(abdPrefix(word));
  }
  return joined;
}

/** No name ends in a particle: Kim Jong Il is not Kim Jong Un, nor Ko Tae Bin the father of anybody. */
function asFamilyName(word: NameWord): NameWord {
  return word.isParticle || word.isKinship ? { ...word, isParticle: false, isKinship: false } : word;
}

/** Latvian gives every word of a man's name an s: Sergejs Lavrovs. All of them must have it: not James Brown. */
function withoutBalticEndings(words: NameWord[] | readonly NameWord[]): readonly NameWord[] {
  const isEnded = ({ text }: NameWord) => /[^aeious]s$/.test(text) && text.length > 4;
  if (words.length < 2 || !words.every(isEnded)) return words;
  return words.map((word) => ({ ...word, forms: [...word.forms, word.text.slice(0, -1)] }));
}

function asWord(word: NameWord, text: string): NameWord {
  return { ...word, text, written: text, forms: [text], isParticle: false };
}

function abdWord(word: NameWord, name: string): NameWord {
  return asWord(word, `abd${name}`);
}

/** Abdulaziz and Abdelaziz without their article; the letter it became before r, s, n … is doubled: Abdurrahman. */
function abdPrefix(word: NameWord): NameWord {
  const rest = /^abd(?:[aeiou]+l|[aeiou]+(?=([rsznd])\1))(.{3,})$/.exec(word.text)?.[2];
  return rest === undefined ? word : abdWord(word, rest.replace(/^([rsznd])\1/, '$1'));
}

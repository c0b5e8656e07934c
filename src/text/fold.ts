/**
 * Folding: what counts as "the same letter" everywhere in Backstory (index, query, name scan, fingerprints).
 *
 * Case, diacritics, Arabic and Hebrew vowel marks, tatweel, apostrophes, ligatures and letter variants fold away;
 * anything that is no letter or digit separates words. The naive version normalises whole strings (NFKD, strip,
 * lower-case) and loses the offsets. Here a table of code units, filled as they are met, answers in O(1), so callers
 * walk the original text and keep its offsets.
 */

/** The code unit ends a word. */
export const SEPARATOR = 0;
/** The code unit is skipped inside a word (marks, apostrophes, soft hyphens, zero-width characters). */
export const DROPPED = 1;
/** The code unit folds to several, or opens a surrogate pair; ask {@link sequenceAt}. */
export const SEQUENCE = 2;

const DROPPED_UNIT =
  /[\p{M}\u0640\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’‘‛ʼʻʾʿ`´׳״]/u;
const WORD_UNIT = /[\p{L}\p{N}]/u;

/** Letters that Unicode does not decompose but readers and typists treat as one. */
const VARIANTS: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ə: 'e',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
};

/** One more than the fold of each code unit; 0 where nobody asked yet. */
const table = new Uint16Array(0x10000);
const sequences = new Map<number, string>();

/** '' when the character separates words. */
function foldCharacter(character: string): string {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '');
  const folded = [...plain(plain(character).toLowerCase())]
    .map((letter) => decimalDigit(letter) ?? VARIANTS[letter] ?? letter)
    .filter((letter) => WORD_UNIT.test(letter) && !DROPPED_UNIT.test(letter))
    .join('');
  if (isOneWord(folded)) return folded;
  return WORD_UNIT.test(character) ? character : ''; // ㍿ is four words of one offset: none
}

function isOneWord(folded: string): boolean {
  for (let index = 1; index < folded.length; index++) {
    if (isUnspaced(folded.charCodeAt(index)) && !isJamoTail(folded.charCodeAt(index))) return false;
  }
  return folded.length < 2 || !isUnspaced(folded.charCodeAt(0)) || isJamoTail(folded.charCodeAt(1));
}

/** Whether a folded code unit is of a script written without spaces. Hangul counts: particles cling to names. */
export function isUnspaced(unit: number): boolean {
  if (unit < 0x0e00) return false;
  return (
    (unit >= 0x3040 && unit <= 0x30ff) || // kana
    (unit >= 0x3400 && unit <= 0x9fff) || // Han
    (unit >= 0x1100 && unit <= 0x11ff) || // Hangul jamo: NFKD takes syllables apart
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0x0e00 && unit <= 0x0eff) || // Thai, Lao
    (unit >= 0x1000 && unit <= 0x109f) || // Burmese
    (unit >= 0x1780 && unit <= 0x17ff) || // Khmer
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** Vowels and final consonants of a Korean syllable taken apart: they go on with the word before them. */
export function isJamoTail(unit: number): boolean {
  return unit >= 0x1160 && unit <= 0x11ff;
}

/** Arabic-Indic, Persian and other decimal digits as ASCII; null for anything else. */
function decimalDigit(character: string): string | null {
  if (character.length !== 1 || !/\p{Nd}/u.test(character)) return null;
  let zero = character.charCodeAt(0);
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && character.charCodeAt(0) - zero < 9) zero--;
  return String(character.charCodeAt(0) - zero);
}

/** Works one unit out: some 5 µs, so a table filled ahead would cost a woken background more than its first answer. */
function learn(unit: number): number {
  const folded = foldOnce(unit);
  table[unit] = folded + 1;
  return folded;
}

function foldOnce(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return unit < 0xdc00 ? SEQUENCE : SEPARATOR; // the pair decides, in sequenceAt
  const character = String.fromCharCode(unit);
  if (DROPPED_UNIT.test(character)) return DROPPED;
  const folded = foldCharacter(character);
  if (folded === '') return SEPARATOR;
  if (folded.length === 1) return folded.charCodeAt(0);
  sequences.set(unit, folded);
  return SEQUENCE;
}

/** {@link SEPARATOR}, {@link DROPPED}, {@link SEQUENCE}, or the folded code unit itself. */
export function foldUnit(unit: number): number {
  const known = table[unit] as number;
  return known === 0 ? learn(unit) : known - 1;
}

/** Whether a surrogate pair opens at `index` of `text`. */
export function isPairAt(text: string, index: number): boolean {
  const high = text.charCodeAt(index);
  if (high < 0xd800 || high >= 0xdc00) return false;
  const low = text.charCodeAt(index + 1);
  return low >= 0xdc00 && low < 0xe000;
}

const astral = new Map<number, string>();

/**
 * The folded code units of the character at `index`, whose {@link foldUnit} is SEQUENCE; '' when it separates words
 * (an emoji, a lone surrogate).
 */
export function sequenceAt(text: string, index: number): string {
  if (!isPairAt(text, index)) return sequences.get(text.charCodeAt(index)) ?? '';
  const codePoint = text.codePointAt(index) as number;
  let folded = astral.get(codePoint);
  if (folded === undefined) {
    folded = foldCharacter(String.fromCodePoint(codePoint));
    astral.set(codePoint, folded);
  }
  return folded;
}

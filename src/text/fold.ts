/**
 * Folding: what counts as "the same letter" everywhere in Backstory (index, query, name scan, fingerprints).
 *
 * Case, diacritics, Arabic and Hebrew vowel marks, tatweel, apostrophes, ligatures and letter variants fold away;
 * anything that is no letter or digit separates words. The naive version normalises whole strings (NFKD, strip,
 * lower-case) and loses the offsets. Here a table per 256 code units, filled on first use, answers per code unit in
 * O(1), so callers walk the original text and keep its offsets.
 */

/** The code unit ends a word. */
export const SEPARATOR = 0;
/** The code unit is skipped inside a word (marks, apostrophes, soft hyphens, zero-width characters). */
export const DROPPED = 1;
/** The code unit folds to several, or opens a surrogate pair; ask {@link sequenceAt}. */
export const SEQUENCE = 2;

const DROPPED_UNIT =
  /[\p{M}\u0640\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’‘‛ʼʻʾʿ`´׳״]/u;
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

const pages: (Uint16Array | undefined)[] = new Array(256);
const sequences = new Map<number, string>();

function foldCharacter(character: string): string {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '');
  const folded = plain(plain(character).toLowerCase());
  const digit = decimalDigit(folded);
  return digit ?? VARIANTS[folded] ?? folded;
}

/** Arabic-Indic, Persian and other decimal digits as ASCII; null for anything else. */
function decimalDigit(character: string): string | null {
  if (character.length !== 1 || !/\p{Nd}/u.test(character)) return null;
  let zero = character.charCodeAt(0);
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && character.charCodeAt(0) - zero < 9) zero--;
  return String(character.charCodeAt(0) - zero);
}

function fillPage(high: number): Uint16Array {
  const page = new Uint16Array(256);
  for (let low = 0; low < 256; low++) {
    const unit = (high << 8) | low;
    if (unit >= 0xd800 && unit < 0xe000) {
      page[low] = unit < 0xdc00 ? SEQUENCE : SEPARATOR; // the pair decides, in sequenceAt
      continue;
    }
    const character = String.fromCharCode(unit);
    if (DROPPED_UNIT.test(character)) {
      page[low] = DROPPED;
      continue;
    }
    const folded = foldCharacter(character);
    if (folded === '' || !WORD_UNIT.test(folded)) continue;
    if (folded.length === 1) page[low] = folded.charCodeAt(0);
    else {
      page[low] = SEQUENCE;
      sequences.set(unit, [...folded].filter((part) => WORD_UNIT.test(part)).join(''));
    }
  }
  pages[high] = page;
  return page;
}

/** {@link SEPARATOR}, {@link DROPPED}, {@link SEQUENCE}, or the folded code unit itself. */
export function foldUnit(unit: number): number {
  return (pages[unit >> 8] ?? fillPage(unit >> 8))[unit & 255] as number;
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
    if (!WORD_UNIT.test(folded)) folded = '';
    astral.set(codePoint, folded);
  }
  return folded;
}

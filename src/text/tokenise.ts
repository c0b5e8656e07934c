/**
 * Words with their exact offsets and a 64-bit hash of their folded form, for index, query, scan and fingerprints.
 *
 * The naive version matches /[\p{L}\p{N}]+/gu over a folded copy: strings for every word, offsets of the copy. Here
 * one pass over the original fills typed arrays and allocates nothing per word, O(length).
 * Scripts that write no spaces (Han, kana, Hangul, Thai, Lao, Khmer, Burmese) give one token a character, so that a
 * name is found inside a run of them. An English possessive ("Hamas’s") is not part of its word.
 */
import {
  DROPPED,
  foldUnit,
  isJamoTail,
  isPairAt,
  isUnspaced,
  SEPARATOR,
  SEQUENCE,
  sequenceAt,
} from './fold.ts';

/** Struct of arrays, reused between calls: only the first `count` entries are meaningful. */
export interface Tokens {
  count: number;
  start: Uint32Array;
  /** Past the last kept code unit: a trailing apostrophe or mark lies outside. */
  end: Uint32Array;
  hash1: Int32Array;
  hash2: Int32Array;
}

export const HASH1_START = 0x811c9dc5 | 0;
export const HASH2_START = 0x1b873593 | 0;

/** One step of the two word hashes (FNV-1a, and a multiply-xorshift) with a folded code unit. */
export function stepHash1(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}
export function stepHash2(hash: number, unit: number): number {
  const next = Math.imul((hash + unit) | 0, 0x85ebca6b);
  return next ^ (next >>> 13);
}

export function createTokens(capacity: number): Tokens {
  return {
    count: 0,
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    hash1: new Int32Array(capacity),
    hash2: new Int32Array(capacity),
  };
}

const APOSTROPHES = new Set([0x27, 0x2019, 0x2018, 0x02bc]);

/** Whether the apostrophe at `index` opens an English possessive: followed by s and then by no letter. */
function isPossessive(text: string, index: number): boolean {
  if (!APOSTROPHES.has(text.charCodeAt(index))) return false;
  const s = text.charCodeAt(index + 1);
  if (s !== 0x73 && s !== 0x53) return false;
  return index + 2 >= text.length || foldUnit(text.charCodeAt(index + 2)) <= DROPPED;
}

function put(tokens: Tokens, start: number, end: number, hash1: number, hash2: number): void {
  const slot = tokens.count++;
  tokens.start[slot] = start;
  tokens.end[slot] = end;
  tokens.hash1[slot] = hash1;
  tokens.hash2[slot] = hash2;
}

/** Fills `into` with the tokens of `text` and returns it, or a larger one when it was too small. */
export function tokenise(text: string, into: Tokens = createTokens(0)): Tokens {
  const tokens = into.start.length > text.length ? into : createTokens(text.length + 1);
  tokens.count = 0;
  let open = -1; // start of the word being read, -1 between words
  let isOpenAlone = false; // that word is a character of a script without spaces
  let last = 0;
  let h1 = 0;
  let h2 = 0;
  for (let index = 0; index < text.length; index++) {
    const raw = text.charCodeAt(index);
    let unit = foldUnit(raw);
    if (unit === DROPPED) {
      if (open < 0 || !isPossessive(text, index)) continue;
      index++;
      unit = SEPARATOR;
    }
    let sequence = '';
    if (unit === SEQUENCE) {
      sequence = sequenceAt(text, index);
      unit = sequence === '' ? SEPARATOR : sequence.charCodeAt(0);
    }
    const alone = isUnspaced(unit);
    if (open >= 0 && (unit === SEPARATOR || alone !== isOpenAlone || (alone && !isJamoTail(unit)))) {
      put(tokens, open, last, h1, h2);
      open = -1;
    }
    const next = raw >= 0xd800 && isPairAt(text, index) ? index + 2 : index + 1;
    if (unit !== SEPARATOR) {
      if (open < 0) {
        open = index;
        isOpenAlone = alone;
        h1 = HASH1_START;
        h2 = HASH2_START;
      }
      h1 = stepHash1(h1, unit);
      h2 = stepHash2(h2, unit);
      for (let part = 1; part < sequence.length; part++) {
        h1 = stepHash1(h1, sequence.charCodeAt(part));
        h2 = stepHash2(h2, sequence.charCodeAt(part));
      }
      last = next;
    }
    index = next - 1;
  }
  if (open >= 0) put(tokens, open, last, h1, h2);
  return tokens;
}

/** Folded form of one token's text: what its hashes are of. */
export function foldToken(text: string, start: number, end: number): string {
  let folded = '';
  for (let index = start; index < end; index++) {
    const unit = foldUnit(text.charCodeAt(index));
    if (unit === SEQUENCE) {
      folded += sequenceAt(text, index);
      if (isPairAt(text, index)) index++;
    } else if (unit !== DROPPED && unit !== SEPARATOR) folded += String.fromCharCode(unit);
  }
  return folded;
}

/**
 * Printable ASCII, with the quotation marks and signs of print, folds by lower case alone, and its words stand in runs of
 * letters, digits and apostrophes: the engine's own loops are quick from the first call.
 */
const PLAIN =
  /^[\t\n\r\x20-\x7e\xa0\xa3\xab\xb7\xbb\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac]*$/;
const RUN = /[a-z0-9'`\u2018\u2019]+/g;
const APOSTROPHE = /['`\u2018\u2019]/;
const BLANK = 0x20;
const isPlain = (unit: number) =>
  (unit >= BLANK && unit < 0x7f && unit !== 0x27 && unit !== 0x60) || unit === 0x0a;

/** Typed arrays cost a microsecond each to make: thousands of short labels share these. */
let scratch = createTokens(256);

function plainWords(text: string): string[] {
  const runs = text.toLowerCase().match(RUN) ?? [];
  if (!APOSTROPHE.test(text)) return runs;
  return runs.flatMap((run) => (APOSTROPHE.test(run) ? foldedWords(run) : run));
}

function foldedWords(text: string): string[] {
  const tokens = tokenise(text, scratch);
  scratch = tokens;
  const found: string[] = [];
  for (let index = 0; index < tokens.count; index++)
    found.push(foldToken(text, tokens.start[index] as number, tokens.end[index] as number));
  return found;
}

/** The folded words of a text, in order. No word reaches over the end of a line. */
export function words(text: string): string[] {
  if (PLAIN.test(text)) return plainWords(text);
  return text.split('\n').flatMap((line) => (PLAIN.test(line) ? plainWords(line) : mixedWords(line)));
}

/** Nor over a blank: between blanks, what is plain is read the quick way, so that a letter costs its own word alone. */
function mixedWords(text: string): string[] {
  const found: string[] = [];
  const read = (start: number, end: number, isQuick: boolean) => {
    if (start === end) return;
    const part = text.slice(start, end);
    for (const word of isQuick ? plainWords(part) : foldedWords(part)) found.push(word);
  };
  let [start, blank, wasPlain, isQuick] = [0, 0, true, true];
  for (let index = 0; index <= text.length; index++) {
    const unit = index < text.length ? text.charCodeAt(index) : BLANK;
    if (unit !== BLANK) {
      if (!isPlain(unit)) isQuick = false;
      continue;
    }
    if (isQuick !== wasPlain) {
      read(start, blank, wasPlain);
      start = blank;
      wasPlain = isQuick;
    }
    blank = index;
    isQuick = true;
  }
  read(start, text.length, wasPlain);
  return found;
}

/** The folded words joined by single spaces: "Al-Arouri’s" and "al arouri" are one string. */
export function fold(text: string): string {
  return words(text).join(' ');
}

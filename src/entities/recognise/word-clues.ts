/**
 * What one word says by itself about names: its letters, its beginning and end, its shape, the lists it is in.
 *
 * The naive version builds strings such as "suffix=ova" for every word of a text and hashes them. Here clues are 32-bit
 * numbers made once for each distinct word: the tagger keeps the sum of their weights, so that a word's second
 * occurrence costs a look-up. O(letters), words are read to 40 letters.
 */

import { DROPPED, foldUnit, isPairAt, SEPARATOR, SEQUENCE, sequenceAt } from '../../text/fold.ts';
import { plainSpelling } from '../../text/romanise-odds.ts';
import * as parts from '../name-parts-words.ts';
import { joinHashes, listsOf, type NameLexicon, ORDINARY } from './name-lexicon.ts';
import { BODIES, OFFICES, SPEECH_VERBS, TIME_WORDS } from './name-words.ts';

/** How the sentence around a word is set: capitals mean nothing in a headline. */
export const PLAIN = 0;
export const ALL_CAPITALS = 1;
export const TITLE_CASE = 2;

export const PUNCTUATION = 0;
export const LOWER = 1;
export const CAPITALISED = 2;
const CAPITALS = 3;
const ONE_CAPITAL = 4;
export const INITIAL = 5;
const POINTED = 6;
export const MIXED = 7;
export const NUMBER = 8;
const WITH_DIGIT = 9;
export const UNCASED = 10;
export const SHORTENED = 11;
export const LONE = 12;
/** In a sentence of capitals, or capitalised where every word is. */
export const HEADLINE_CAPITALS = 13;
const HEADLINE_CAPITALISED = 14;

/** Places around the word being judged that a word gives clues to: itself, one and two after it, one and two before. */
export const SLOTS = 5;

export interface WordClues {
  /** Folded hash: the word whatever its case and marks. */
  readonly hash: number;
  /** The same without letters at its start that may be clitics ("in", "and"), fewest first; empty in other scripts. */
  readonly bare: readonly number[];
  readonly shape: number;
  readonly lists: number;
  readonly role: number;
  /** Clue numbers of the slots one behind the other; slot s lies in [ends[s - 1], ends[s]). */
  readonly ids: Int32Array;
  readonly ends: readonly number[];
  /** Shared by all ways to capitalise the word: what this text has shown of it. */
  readonly seen: SeenInText;
}

/** Which text last used the word, and how it was written there: bits {@link SEEN_LOWER}, {@link SEEN_CAPITALISED}. */
export interface SeenInText {
  text: number;
  bits: number;
}
export const SEEN_LOWER = 1;
export const SEEN_CAPITALISED = 2;

const LONGEST = 40;
const folded = new Uint16Array(LONGEST * 4);

/** Folded code units of a word in `folded`; returns how many. */
function foldWord(word: string): number {
  let length = 0;
  for (let at = 0; at < word.length && length < LONGEST; at++) {
    const unit = foldUnit(word.charCodeAt(at));
    if (unit === SEQUENCE) {
      const sequence = sequenceAt(word, at);
      for (let part = 0; part < sequence.length; part++) folded[length++] = sequence.charCodeAt(part);
      if (isPairAt(word, at)) at++;
    } else if (unit !== DROPPED && unit !== SEPARATOR) folded[length++] = unit;
  }
  return length;
}

function hashRange(from: number, to: number, start: number): number {
  let hash = start;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (folded[at] as number), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}

const WORD_START = 0x811c9dc5 | 0;

/** Marks that print sets in several ways. */
const PLAIN_MARKS: Readonly<Record<string, string>> = {
  ...{ '“': '"', '”': '"', '„': '"', '’': "'", '‘': "'", '–': '-', '—': '-', '−': '-', '‐': '-', '‑': '-' },
};

/** Hash of a word's folded form; punctuation by its first character. */
export function hashWord(word: string): number {
  const length = foldWord(word);
  if (length > 0) return hashRange(0, length, WORD_START);
  const mark = PLAIN_MARKS[word[0] as string] ?? word;
  return Math.imul(mark.charCodeAt(0) + 1, 0x2c1b3c6d);
}

function shapeOf(word: string, mode: number): number {
  if (!/[\p{L}\p{N}]/u.test(word)) return PUNCTUATION;
  const plain = plainShape(word);
  const isCased = plain >= CAPITALISED && plain <= MIXED;
  if (mode === ALL_CAPITALS && isCased && plain !== INITIAL && plain !== POINTED) return HEADLINE_CAPITALS;
  return mode === TITLE_CASE && plain === CAPITALISED ? HEADLINE_CAPITALISED : plain;
}

function plainShape(word: string): number {
  if (/^\p{N}[\p{N}.,]*$/u.test(word)) return NUMBER;
  if (/^(?:\p{L}\.){2,}\p{L}?$|^\p{L}\.\p{L}$/u.test(word)) return POINTED;
  if (word.endsWith('.')) return /^\p{Lu}\.$/u.test(word) ? INITIAL : SHORTENED;
  if (/\p{N}/u.test(word)) return WITH_DIGIT;
  if (!/[\p{Lu}\p{Ll}\p{Lt}]/u.test(word))
    return word.length === 1 && !/[\u0590-\u06ff]/u.test(word) ? LONE : UNCASED;
  if (!/\p{Lu}/u.test(word)) return LOWER;
  if (/^\p{Lu}$/u.test(word)) return ONE_CAPITAL;
  if (!/\p{Ll}/u.test(word)) return CAPITALS;
  return /^\p{Lu}[^\p{Lu}]*$/u.test(word) ? CAPITALISED : MIXED;
}

const ROLES: readonly (readonly [bit: number, words: ReadonlySet<string>])[] = [
  [1, parts.TITLES],
  [2, SPEECH_VERBS],
  [4, parts.ORGANIZATION_WORDS],
  [8, parts.PLACE_WORDS],
  [16, parts.PARTICLES],
  [32, parts.KINSHIP],
  [64, TIME_WORDS],
  [128, parts.EVENT_WORDS],
  [1, OFFICES],
  [4, BODIES],
];

function roleOf(form: string): number {
  let role = 0;
  for (const [bit, words] of ROLES) if (words.has(form)) role |= bit;
  return role === 0 && /^[והבלמשכ][\u05d0-\u05ea]{2}/u.test(form) ? roleOf(form.slice(1)) : role;
}

/** Lists of the word, else of the word without a case ending, else of its Latin spelling (Cyrillic, Greek). */
function findLists(lexicon: NameLexicon, form: string, length: number): number {
  const direct = listsOf(lexicon, joinHashes(0, hashRange(0, length, WORD_START)));
  if (direct !== 0 || length < 3) return direct;
  if (/^[\u05d0-\u06ff]/u.test(form)) return listsBehindClitic(lexicon, form, length);
  const script = /^[\u0400-\u04ff]/u.test(form)
    ? 'cyrillic'
    : /^[\u0370-\u03ff]/u.test(form)
      ? 'greek'
      : null;
  if (script === null) return 0;
  for (let cut = 1; cut <= 2 && length - cut >= 4; cut++) {
    const lists = listsOf(lexicon, joinHashes(0, hashRange(0, length - cut, WORD_START)));
    if (lists !== 0) return lists | 32;
  }
  const latin = plainSpelling(form, script);
  return latin === '' ? 0 : latinLists(lexicon, latin);
}

/** Hashes of what is left without one to three letters that may be clitics. */
function bareHashes(form: string, length: number): number[] {
  const hashes: number[] = [];
  if (!/^[\u05d0-\u06ff]/u.test(form)) return hashes;
  const most = CLITICS.exec(form)?.[0].length ?? 0;
  for (let cut = 1; cut <= most && length - cut >= 2; cut++) hashes.push(hashRange(cut, length, WORD_START));
  return hashes;
}

function listsBehindClitic(lexicon: NameLexicon, form: string, length: number): number {
  for (const hash of bareHashes(form, length)) {
    const lists = listsOf(lexicon, joinHashes(0, hash));
    if (lists !== 0) return lists | 32;
  }
  const most = CLITICS.exec(form)?.[0].length ?? 0;
  return /^[\u05d0-\u05ea]/u.test(form) ? ordinaryBehindEnding(lexicon, form, length, most) : 0;
}

/** Endings of plurals, genders and owners, folded: סיפוריה is an ordinary word when סיפור is one. */
const HEBREW_ENDINGS = [
  /[התיומנ]$/u,
  /(?:ימ|ות|יה|יו|נו|תי|ית|המ|הנ|תו|תמ|ני|תה)$/u,
  /(?:יהמ|יהנ|ותי|ותו|יימ|ניו|ויה)$/u,
];
const SHORTEST_STEM = 3;

function ordinaryBehindEnding(lexicon: NameLexicon, form: string, length: number, most: number): number {
  for (const [at, ending] of HEBREW_ENDINGS.entries()) {
    if (!ending.test(form)) continue;
    const less = at + 1;
    for (let cut = 0; cut <= most && length - less - cut >= SHORTEST_STEM; cut++) {
      const lists = listsOf(lexicon, joinHashes(0, hashRange(cut, length - less, WORD_START)));
      if (lists === ORDINARY) return ORDINARY | 64;
    }
  }
  return 0;
}
const CLITICS = /^(?:[והבלמשכ]{1,3}|(?:[وف]?[بلك]?(?:ال)?))/u;

function latinLists(lexicon: NameLexicon, latin: string): number {
  for (let cut = 0; cut <= 2 && latin.length - cut >= 4; cut++) {
    const lists = listsOf(lexicon, joinHashes(0, hashWord(latin.slice(0, latin.length - cut))));
    if (lists !== 0) return lists | 64;
  }
  return 0;
}

/** Arabic and Hebrew words with a likely clitic: how many letters it takes. */
function cliticLength(form: string): number {
  if (form.length < 4) return 0;
  if (/^[\u0620-\u064a]/u.test(form))
    return /^(?:وال|بال|كال|فال|ولل)/u.test(form)
      ? 3
      : /^(?:ال|لل)/u.test(form)
        ? 2
        : /^[وبلكف]/u.test(form)
          ? 1
          : 0;
  return /^[\u05d0-\u05ea]/u.test(form)
    ? /^(?:וה|וב|ול|ומ|שה|של|שב)/u.test(form) && form.length > 4
      ? 2
      : /^[והבלמשכ]/u.test(form)
        ? 1
        : 0
    : 0;
}

/** Makes the clues of a word in a sentence set as `mode`, for a text of a language group. Not cached here. */
export function readClues(
  word: string,
  mode: number,
  group: number,
  lexicon: NameLexicon,
  seen: SeenInText,
): WordClues {
  const shape = shapeOf(word, mode);
  const length = foldWord(word);
  const hash = length > 0 ? hashRange(0, length, WORD_START) : hashWord(word);
  if (length === 0) return gather({ hash, bare: [], shape, lists: 0, role: 0, seen }, [], group);
  const form = String.fromCharCode(...folded.subarray(0, length));
  const role = roleOf(form);
  const affixes = affixesOf(form, length);
  const bare = bareHashes(form, length);
  // Last: the Latin spelling is folded into the same buffer.
  const lists = findLists(lexicon, form, length);
  return gather({ hash, bare, shape, lists, role, seen }, affixes, group);
}

/** Beginnings of 1 to 5 letters, ends of 1 to 4, the word without its clitic; 0 where the word is too short. */
function affixesOf(form: string, length: number): number[] {
  const affixes: number[] = [];
  for (let size = 1; size <= 5; size++) affixes.push(size < length ? hashRange(0, size, size) : 0);
  for (let size = 1; size <= 4; size++)
    affixes.push(size < length ? hashRange(length - size, length, 8 + size) : 0);
  const clitic = cliticLength(form);
  affixes.push(clitic > 0 ? hashRange(clitic, length, WORD_START) : 0);
  return affixes;
}

const isCapital = (shape: number) => shape >= CAPITALISED && shape <= POINTED;

/** Spreads the clues of a word over the slots. Numbers before the colon-free kinds only keep kinds apart. */
function gather(word: Omit<WordClues, 'ids' | 'ends'>, affixes: readonly number[], group: number): WordClues {
  const { hash, shape, lists, role } = word;
  const ids: number[] = [];
  const ends: number[] = [];
  const add = (kind: number, value: number) => ids.push(joinHashes(kind, value));
  const cased = isCapital(shape) ? 1 : 0;
  for (let slot = 0; slot < SLOTS; slot++) {
    const base = (slot + 1) << 8;
    add(base, hash);
    add(base | 1, shape);
    if (role !== 0) add(base | 2, role);
    if (lists !== 0) add(base | 3, lists);
    if (slot < 3 || slot === 3) {
      add(base | 4, shape | (group << 8));
    }
    if (slot === 0 || slot === 1 || slot === 3) {
      add(base | 5, joinHashes(hash, group));
      affixes.forEach((affix, at) => {
        if (affix === 0) return;
        const isKept = slot === 0 || at === 2 || at === 7 || at === 9;
        if (isKept) add(base | (16 + at), affix);
      });
    }
    if (slot === 0) {
      add(base | 6, joinHashes(hash, shape));
      add(base | 7, joinHashes(lists, shape));
      const ending = affixes[7] ?? 0;
      if (ending !== 0) add(base | 8, joinHashes(joinHashes(ending, group), cased));
    }
    ends.push(ids.length);
  }
  return { ...word, ids: Int32Array.from(ids), ends };
}

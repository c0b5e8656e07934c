/**
 * A text as the tagger sees it: words with their clues, sentences with the way they are set, and what the whole text
 * shows of each word (is "Reading" also written small here? is "May" capitalised inside a sentence?).
 *
 * The naive version judges a word by its sentence alone and cannot tell a name at a sentence's start. O(text), clues are
 * kept between texts.
 */
import { detectLanguage } from '../../text/detect-language.ts';
import { joinHashes, listsOf, type NameLexicon, PLACE } from './name-lexicon.ts';
import { GLUED, LINE_BREAK, SENTENCE_START, splitWords, type Words } from './split-words.ts';
import type { SeenInText, WordClues } from './word-clues.ts';
import * as clues from './word-clues.ts';

export interface Sentence {
  /** Range of words. */
  readonly from: number;
  readonly to: number;
  readonly mode: number;
}

export interface ReadText<Clues extends WordClues = WordClues> {
  readonly text: string;
  readonly words: Words;
  readonly sentences: readonly Sentence[];
  readonly clues: readonly Clues[];
  /** Words inside listed names of several words: 1 at the first, 2 after it; COUNTRY or PLACE above. */
  readonly runs: Uint8Array;
}

/** Longest stretch judged as one: text without stops must not cost more than text with them. */
const LONGEST_SENTENCE = 400;
/** Kept clues; more are forgotten all at once. */
const MOST_WORDS = 60_000;

const GROUPS: Readonly<Record<string, number>> = {
  ...{
    en: 1,
    de: 2,
    fr: 3,
    it: 3,
    es: 3,
    pt: 3,
    ro: 3,
    ca: 3,
    gl: 3,
    nl: 4,
    sv: 4,
    no: 4,
    nb: 4,
    nn: 4,
    da: 4,
    is: 4,
  },
  ...{
    fi: 5,
    hu: 5,
    et: 5,
    tr: 5,
    az: 5,
    id: 6,
    ms: 6,
    tl: 6,
    ceb: 6,
    vi: 6,
    hr: 7,
    sr: 7,
    sk: 7,
    cs: 7,
    pl: 7,
    sl: 7,
    bs: 7,
  },
  ...{ ru: 8, uk: 8, bg: 8, be: 8, mk: 8, kk: 9, ar: 10, fa: 10, ur: 10, he: 11, zh: 12, ja: 12 },
};

/** Languages whose names look alike share a number; 0 when the language is not known. */
export function languageGroup(language: string | null, text: string): number {
  const tag = language ?? detectLanguage(text);
  return tag === null ? 0 : (GROUPS[tag.toLowerCase().split('-')[0] ?? ''] ?? 0);
}

export interface ClueReader<Clues extends WordClues> {
  read(text: string, group: number): ReadText<Clues>;
}

/** `extend` adds what the caller keeps with a word's clues, once for each distinct word. */
export function createClueReader<Clues extends WordClues>(
  lexicon: NameLexicon,
  extend: (clues: WordClues) => Clues,
): ClueReader<Clues> {
  const kept = new Map<string, Clues>();
  const seen = new Map<number, SeenInText>();
  let texts = 0;
  const cluesOf = (word: string, mode: number, group: number): Clues => {
    const key = `${word}${String.fromCharCode(32 + mode * 16 + group)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const hash = clues.hashWord(word);
    let record = seen.get(hash);
    if (record === undefined) {
      record = { text: 0, bits: 0 };
      seen.set(hash, record);
    }
    const made = extend(clues.readClues(word, mode, group, lexicon, record));
    kept.set(key, made);
    return made;
  };
  return {
    read(text, group) {
      if (kept.size > MOST_WORDS) {
        kept.clear();
        seen.clear();
      }
      const words = splitWords(text);
      const sentences = findSentences(text, words);
      const found: Clues[] = [];
      for (const { from, to, mode } of sentences)
        for (let at = from; at < to; at++)
          found.push(cluesOf(text.slice(words.start[at], words.end[at]), mode, group));
      noteCapitals(sentences, found, ++texts);
      return {
        text,
        words,
        sentences,
        clues: found,
        runs: findRuns(lexicon, { text, words }, found, sentences),
      };
    },
  };
}

function findSentences(text: string, words: Words): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 1; at <= words.count; at++) {
    const isBreak = at === words.count || ((words.before[at] as number) & SENTENCE_START) !== 0;
    if (!isBreak && at - from < LONGEST_SENTENCE) continue;
    sentences.push({ from, to: at, mode: modeOf(text, words, from, at) });
    from = at;
  }
  return sentences;
}

/** Letters that make a word long enough to be written small in a headline of capitalised words. */
const LONG_WORD = 4;
const TITLE_CASE_SHARE = 0.75;

/** Bounded: the first 60 words tell. */
function modeOf(text: string, words: Words, from: number, to: number): number {
  let long = 0;
  let capitalised = 0;
  let capitals = 0;
  let cased = 0;
  for (let at = from; at < to && at < from + 60; at++) {
    const start = words.start[at] as number;
    const size = (words.end[at] as number) - start;
    if (size < 2) continue;
    const first = caseOf(text, start);
    if (first === 0) continue;
    cased++;
    if (first === 1 && caseOf(text, start + 1) === 1 && caseOf(text, start + size - 1) !== -1) capitals++;
    if (size < LONG_WORD) continue;
    long++;
    if (first === 1) capitalised++;
  }
  if (cased >= 3 && capitals >= cased * 0.8) return clues.ALL_CAPITALS;
  return long >= 4 && capitalised >= long * TITLE_CASE_SHARE ? clues.TITLE_CASE : clues.PLAIN;
}

/** 1 capital, -1 small, 0 neither. */
function caseOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return unit >= 65 && unit <= 90 ? 1 : unit >= 97 && unit <= 122 ? -1 : 0;
  const letter = text[at] as string;
  if (letter.toLowerCase() !== letter) return 1;
  return letter.toUpperCase() !== letter ? -1 : 0;
}

/** Notes for every word how the plain sentences of this text write it, sentence starts apart. */
function noteCapitals(sentences: readonly Sentence[], found: readonly WordClues[], text: number): void {
  for (const { from, to, mode } of sentences) {
    for (let at = from; at < to; at++) {
      const { seen, shape } = found[at] as WordClues;
      if (seen.text !== text) {
        seen.text = text;
        seen.bits = 0;
      }
      if (mode !== clues.PLAIN) continue;
      if (shape === clues.LOWER) seen.bits |= clues.SEEN_LOWER;
      else if (
        at > from &&
        shape >= clues.CAPITALISED &&
        shape <= clues.MIXED &&
        !followsOpener(found, at, from)
      )
        seen.bits |= clues.SEEN_CAPITALISED;
    }
  }
}

/** The word after an opening quotation mark is capitalised like one that opens a sentence. */
function followsOpener(found: readonly WordClues[], at: number, from: number): boolean {
  const previous = (found[at - 1] as WordClues).shape;
  return previous === clues.PUNCTUATION && at - 1 === from;
}

const LONGEST_RUN = 5;

/** "New York", "King's Lynn", "Baden-Baden": listed names of two to five words and marks. */
function findRuns(
  lexicon: NameLexicon,
  { text, words }: Pick<ReadText, 'text' | 'words'>,
  found: readonly WordClues[],
  sentences: readonly Sentence[],
): Uint8Array {
  const runs = new Uint8Array(found.length);
  for (const { from, to } of sentences) {
    for (let at = from; at < to - 1; at++) {
      const first = found[at] as WordClues;
      if (runs[at] !== 0 || !mayBeginRun(first)) continue;
      markRun(lexicon, { text, words, found, to }, at, first.hash, runs);
      for (const bare of first.bare)
        if (runs[at] === 0) markRun(lexicon, { text, words, found, to }, at, bare, runs);
    }
  }
  return runs;
}

interface RunPlace extends Pick<ReadText, 'text' | 'words'> {
  readonly found: readonly WordClues[];
  readonly to: number;
}

/** Marks the listed names of several words that begin at `at`, whose first word has the hash `first`. */
function markRun(
  lexicon: NameLexicon,
  { text, words, found, to }: RunPlace,
  at: number,
  first: number,
  runs: Uint8Array,
): void {
  let hash = joinHashes(0, first);
  for (let next = at + 1; next < to && next < at + LONGEST_RUN; next++) {
    const clue = found[next] as WordClues;
    if (clue.shape === clues.PUNCTUATION && !joinsWords(text, words, next)) break;
    hash = joinHashes(hash, clue.hash);
    const lists = listsOf(lexicon, hash);
    if (lists === 0) continue;
    const kind = ((lists & 7) >= PLACE || lists >= 8 ? 4 : 8) | ((lists & 24) << 1);
    runs[at] = kind | 1;
    for (let inside = at + 1; inside <= next; inside++) runs[inside] = kind | 2;
  }
}

/** A hyphen or apostrophe between two words without blanks; Hebrew hyphens with blanks, as some archives print them. */
export function joinsWords(text: string, { before, start, count }: Words, at: number): boolean {
  const mark = text[start[at] as number] as string;
  const isGlued = (word: number) => word < count && ((before[word] as number) & GLUED) !== 0;
  if (isGlued(at) && isGlued(at + 1)) return "-'’‐‑־".includes(mark);
  return mark === '-' && at > 0 && /^[\u05d0-\u05ea]$/u.test(text[start[at - 1] as number] as string);
}

function mayBeginRun({ shape }: WordClues): boolean {
  return shape >= clues.CAPITALISED && shape !== clues.NUMBER && shape !== clues.LONE;
}

/** Most numbers that {@link contextClues} gives for a word. */
export const MOST_CONTEXT = 32;

const NOTHING = -1;

/** Clues of a word's place: it together with its neighbours, the sentence and the text. Returns how many are in `into`. */
export function contextClues<Clues extends WordClues>(
  read: ReadText<Clues>,
  sentence: Sentence,
  at: number,
  group: number,
  into: Int32Array,
): number {
  const { clues: all, words, runs } = read;
  const { from, to, mode } = sentence;
  const here = all[at] as WordClues;
  const shapeAt = (place: number) => (place < from ? 30 : place >= to ? 31 : (all[place] as WordClues).shape);
  const hashAt = (place: number) => (place < from || place >= to ? NOTHING : (all[place] as WordClues).hash);
  const [s2, s1, s0, n1, n2] = [
    shapeAt(at - 2),
    shapeAt(at - 1),
    here.shape,
    shapeAt(at + 1),
    shapeAt(at + 2),
  ];
  const [p2, p1, w0, f1, f2] = [hashAt(at - 2), hashAt(at - 1), here.hash, hashAt(at + 1), hashAt(at + 2)];
  let count = 0;
  const add = (kind: number, value: number) => {
    into[count++] = joinHashes(0x10000 | kind, value);
  };
  const opens = at === from || (at === from + 1 && s1 === clues.PUNCTUATION) ? 1 : 0;
  const place = (words.before[at] as number) & (GLUED | LINE_BREAK);
  const state = s0 | (opens << 5) | (here.seen.bits << 6);
  add(1, group | (mode << 8));
  add(2, state | (group << 10));
  add(3, joinHashes(state, w0));
  add(4, s1 | (s0 << 5) | (n1 << 10));
  add(5, s2 | (s1 << 5) | (s0 << 10));
  add(6, s0 | (n1 << 5) | (n2 << 10));
  add(7, s2 | (s1 << 5) | (s0 << 10) | (n1 << 15) | (n2 << 20));
  add(8, joinHashes(p1, w0));
  add(9, joinHashes(w0, f1));
  add(10, joinHashes(p1, s0 | (n1 << 5)));
  add(11, joinHashes(f1, s0 | (s1 << 5)));
  add(12, joinHashes(joinHashes(p2, p1), s0));
  add(13, joinHashes(joinHashes(f1, f2), s0));
  add(14, place | (s0 << 3) | (s1 << 8));
  const before = at > from ? (all[at - 1] as WordClues) : null;
  const after = at + 1 < to ? (all[at + 1] as WordClues) : null;
  add(15, here.lists | ((before?.lists ?? 128) << 8) | (s0 << 16));
  add(16, here.lists | ((after?.lists ?? 128) << 8) | (s0 << 16));
  if (before !== null && before.role !== 0) add(17, before.role | (s0 << 8) | (n1 << 13));
  if (after !== null && after.role !== 0) add(18, after.role | (s0 << 8) | (s1 << 13));
  if (runs[at] !== 0) add(19, (runs[at] as number) | (s0 << 8));
  if (s0 >= clues.CAPITALISED && s0 !== clues.UNCASED) add(20, here.lists | (state << 8));
  // Across one closing or joining word: "Bank of X", "X, of Y".
  if (p1 !== NOTHING && s1 === clues.LOWER) add(21, joinHashes(joinHashes(p1, s2), s0));
  if (f1 !== NOTHING && n1 === clues.LOWER) add(22, joinHashes(joinHashes(f1, n2), s0));
  return count;
}

/**
 * Words and punctuation marks of a text as the name tagger reads them, and where sentences break.
 *
 * Search tokens (text/tokenise.ts) drop what the tagger lives on: capitals, hyphens, the point of "J." or "U.S.". The
 * naive version is one regular expression with \p classes; here a table of character classes, filled as characters are
 * met, answers in O(1). O(text), every look-ahead is bounded.
 */
import { isUnspaced } from '../../text/fold.ts';

/** Struct of arrays; entries below `count` are meaningful. */
export interface Words {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** What lies before the word: a bit of {@link GLUED}, {@link LINE_BREAK}, {@link SENTENCE_START}. */
  readonly before: Uint8Array;
}

export const GLUED = 1;
export const LINE_BREAK = 2;
export const SENTENCE_START = 4;

const UNKNOWN = 0;
const OTHER = 1;
const SPACE = 2;
const NEWLINE = 3;
const LOWER = 4;
const UPPER = 5;
const UNCASED = 6;
const DIGIT = 7;
/** Marks and invisible joiners: part of the word they stand in. */
const MARK = 8;
/** A character of a script without spaces: a word of its own. */
const ALONE = 9;

const classes = new Uint8Array(0x10000);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return NEWLINE;
  if (/\s/u.test(character)) return SPACE;
  if (/[\p{M}\p{Cf}]/u.test(character)) return unit === 0x200b || unit === 0xfeff ? SPACE : MARK;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (isUnspaced(unit) && /\p{L}/u.test(character)) return ALONE;
  if (/\p{Ll}/u.test(character)) return LOWER;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return UPPER;
  return /[\p{L}\p{N}]/u.test(character) ? UNCASED : OTHER;
}

function classOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return SPACE;
  const known = classes[unit] as number;
  if (known !== UNKNOWN) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

const isLetter = (kind: number) => kind === LOWER || kind === UPPER || kind === UNCASED;
const isWordPart = (kind: number) => (kind >= LOWER && kind <= DIGIT) || kind === MARK;

const APOSTROPHES = "'’‘ʼ`´";
/** "l’Élysée", "dell’Arte": the article is a word of its own. */
const ELIDED = new Set(
  'l d qu j n s c m t jusqu lorsqu puisqu quelqu dell nell all sull dall un quell'.split(' '),
);
/** Written with a point that ends no sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st ste sts prof gen col maj capt lt sgt sen rep gov pres hon rev fr msgr mgr adm cmdr brig messrs jr sr inc corp ltd co bros cie sra mme mlle mt ft им ул'.split(
    ' ',
  ),
);
/** With a capital after the point of "Inc.", these open a new sentence more often than they go on. */
const STARTERS = new Set(
  'the it he she they in a an but and this that we i at on for its his their mr while however'.split(' '),
);
const STOPS = '.!?…؟۔。！？।';
const CLOSERS = '"\'”’»)]}“';
/** A word is read no further than this: longer ones are no language. */
const LONGEST_WORD = 200;

interface Builder {
  readonly text: string;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly before: Uint8Array;
  count: number;
}

function put(into: Builder, start: number, end: number, before: number): void {
  const at = into.count++;
  into.start[at] = start;
  into.end[at] = end;
  into.before[at] = before;
}

/** O(text). Offsets are those of `text`. */
export function splitWords(text: string): Words {
  const into: Builder = {
    text,
    start: new Int32Array(text.length),
    end: new Int32Array(text.length),
    before: new Uint8Array(text.length),
    count: 0,
  };
  const wrapped = wrapWidth(text);
  let gap = SENTENCE_START;
  let lineStart = 0;
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text, at);
    if (kind === SPACE) {
      gap &= ~GLUED;
      at++;
    } else if (kind === NEWLINE) {
      gap = lineGap(into, at, lineStart, wrapped) | (gap & SENTENCE_START);
      at++;
      while (at < text.length && classOf(text, at) <= NEWLINE && classOf(text, at) >= SPACE) {
        if (classOf(text, at) === NEWLINE && !(text[at] === '\n' && text[at - 1] === '\r'))
          gap |= SENTENCE_START;
        at++;
      }
      lineStart = at;
    } else {
      const end = isWordPart(kind)
        ? wordEnd(text, at)
        : kind === ALONE || !isHigh(text, at)
          ? at + 1
          : at + 2;
      put(into, at, end, gap);
      gap = GLUED | (endsSentence(into, end) ? SENTENCE_START : 0);
      at = end;
    }
  }
  return into;
}

function isHigh(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length;
}

/** Typical width of the lines of a text whose lines were broken by a printer; 0 when line breaks mean something. */
function wrapWidth(text: string): number {
  const lines = text.slice(0, 20_000).split('\n');
  const widths = lines.map((line) => line.trim().length).filter((width) => width > 0);
  if (widths.length < 4) return 0;
  widths.sort((a, b) => a - b);
  const middle = widths[widths.length >> 1] as number;
  const widest = widths[Math.floor(widths.length * 0.9)] as number;
  return middle >= 16 && widest <= 110 && middle >= widest * 0.7 ? middle : 0;
}

/** Whether the line that ends at `at` breaks a sentence: it does unless it is full in a text of broken lines. */
function lineGap(into: Builder, at: number, lineStart: number, wrapped: number): number {
  const isFull = wrapped > 0 && at - lineStart >= wrapped * 0.75;
  if (isFull) return LINE_BREAK;
  let next = at;
  while (next < into.text.length && classOf(into.text, next) <= NEWLINE) {
    if (classOf(into.text, next) === OTHER) break;
    next++;
  }
  // A line that goes on in small letters was broken by chance, after a hyphen even in a text of broken lines.
  const isParted = wrapped === 0 || into.text[at - 1] === '-';
  return classOf(into.text, next) === LOWER && isParted ? LINE_BREAK : LINE_BREAK | SENTENCE_START;
}

/** Past the word that begins at `at`, its inner apostrophes and the points that belong to it. */
function wordEnd(text: string, at: number): number {
  const pointed = pointedEnd(text, at);
  if (pointed > 0) return pointed;
  const limit = Math.min(text.length, at + LONGEST_WORD);
  let end = at + 1;
  while (end < limit) {
    const kind = classOf(text, end);
    if (isWordPart(kind)) end++;
    else if (kind !== OTHER) break;
    else {
      const joined = joinedEnd(text, at, end);
      if (joined < 0) return -joined;
      if (joined === 0) break;
      end = joined;
    }
  }
  if (text[end] === '.' && end - at <= 6 && ABBREVIATIONS.has(text.slice(at, end).toLowerCase()))
    return end + 1;
  return end;
}

/** Past an apostrophe inside the word; 0 when the word ends before `at`; negative: it ends there, apostrophe and all. */
function joinedEnd(text: string, start: number, at: number): number {
  const mark = text[at] as string;
  const next = classOf(text, at + 1);
  if (mark === '"' || mark === '״' || mark === '׳') {
    const isHebrew = (unit: number) => unit >= 0x5d0 && unit <= 0x5ea;
    return isHebrew(text.charCodeAt(at - 1)) && isHebrew(text.charCodeAt(at + 1)) ? at + 1 : 0;
  }
  if ((mark === '.' || mark === ',') && next === DIGIT && classOf(text, at - 1) === DIGIT) return at + 1;
  if (mark === '&' && at - start <= 2 && isLetter(next)) return at + 1;
  if (!APOSTROPHES.includes(mark) || !isLetter(next)) return 0;
  const head = text.slice(start, at);
  if (head.length <= 8 && ELIDED.has(head.toLowerCase())) return -(at + 1);
  if (isPossessive(text, at) || isContraction(text, at)) return 0;
  return at + 1;
}

/** "’s" and then no letter. */
function isPossessive(text: string, at: number): boolean {
  const letter = text[at + 1];
  return (letter === 's' || letter === 'S') && !isWordPart(classOf(text, at + 2));
}

/** "’re", "’ve", "’ll". */
function isContraction(text: string, at: number): boolean {
  return (
    /^(?:re|ve|ll|d|m|t)$/i.test(text.slice(at + 1, at + 3).trim()) && !isWordPart(classOf(text, at + 3))
  );
}

/** Past "U.S.", "e.g." or the initial "J."; 0 when no such thing begins at `at`. */
function pointedEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(classOf(text, end)) && text[end + 1] === '.' && end - at < 24) end += 2;
  const pairs = (end - at) / 2;
  if (pairs === 0) return 0;
  const isGlued = isWordPart(classOf(text, end));
  if (pairs === 1) {
    if (classOf(text, at) !== UPPER) return 0;
    const next = isGlued ? classOf(text, end) : classOf(text, end + 1);
    return next === UPPER || text[end] === '-' ? end : 0;
  }
  if (!isGlued) return end;
  // "U.S" without the last point; "J.F.Kennedy" keeps its initials apart.
  return isWordPart(classOf(text, end + 1)) ? end : end + 1;
}

/** Whether the word just put closes a sentence; `end` is its end. */
function endsSentence({ text, start, count }: Builder, end: number): boolean {
  const last = text[end - 1] as string;
  if (!STOPS.includes(last)) {
    if (!CLOSERS.includes(last) || count < 2) return false;
    const before = text[end - 2] as string;
    return STOPS.includes(before) && opensSentence(text, end);
  }
  if ('。！？'.includes(last)) return true;
  const isAbbreviation = end - (start[count - 1] as number) > 1;
  if (!isAbbreviation) return opensSentence(text, end);
  return STARTERS.has((/^\s+(\p{Lu}\p{L}*)/u.exec(text.slice(end, end + 12))?.[1] ?? '').toLowerCase());
}

/** Whether what follows at `at`, past blanks, may open a sentence. */
function opensSentence(text: string, at: number): boolean {
  if (at >= text.length) return true;
  if (classOf(text, at) !== SPACE && classOf(text, at) !== NEWLINE) return false;
  let next = at;
  for (let step = 0; step < 8 && next < text.length; step++, next++) {
    const kind = classOf(text, next);
    if (kind > OTHER && kind <= NEWLINE) continue;
    if (kind === OTHER && !STOPS.includes(text[next] as string)) continue;
    return kind !== LOWER;
  }
  return true;
}

/**
 * Dates as a text gives them, resolved against the day it was printed: "on Tuesday", "last month", "two and a half
 * months ago", "since 2019", beside the full dates that findDates reads.
 *
 * The naive version guesses with a general parser and answers a day for everything. Here tables of nine languages say
 * how precise each phrase is, and what cannot be told (no printed date) stays null. What a text implies is never an
 * article's own date. O(words): each word leads to the few phrases that begin with it.
 */
import { detectLanguage } from './detect-language.ts';
import { findDates, type WrittenDate } from './find-dates.ts';
import type { IsoDate } from './iso-date.ts';
import { monthNamed } from './month-names.ts';
import type { TextPosition } from './position.ts';
import { type Meaning, type Phrase, type PhraseBook, phraseBook } from './resolve-phrases.ts';
import { type DateSpan, type PhraseParts, spanOf, yearlessDay } from './resolve-span.ts';
import { createTokens, foldToken, type Tokens, tokenise } from './tokenise.ts';

export interface ResolvedDate extends TextPosition {
  /** Null: a date is meant, but which one cannot be told. */
  readonly span: DateSpan | null;
  /** Whether the text prints the year itself; otherwise `span` hangs on the printed date. */
  readonly isWritten: boolean;
}

/** Words before a date, or after one that opens its sentence, that are asked for its tense. */
const TENSE_WORDS = 8;
const SENTENCE_END = /[.!?;\n]\s/;
const GAP = /^[\s\-–—־]{1,3}$/;
const DECADE = /^(1[0-9]|20)\d0(?:s|er|ern)$/;
const YEAR = /^(?:1\d|20)\d\d$/;
const SMALL_NUMBER = /^\d{1,3}$/;

let scratch = createTokens(256);

/** In order, without overlap. `printed` null: nothing relative is resolved. `language` null: told from the text. */
export function resolveDates(text: string, printed: IsoDate | null, language: string | null): ResolvedDate[] {
  const book = phraseBook(language ?? detectLanguage(text) ?? 'en') ?? phraseBook('en');
  if (book === null) return [];
  const read = readWords(text, book);
  const written = findDates(text).map((date) => resolveWritten(read, date, printed));
  const phrases = matchPhrases(read, printed);
  return joinNeighbours(text, [...written, ...phrases]);
}

interface ReadWords {
  readonly text: string;
  readonly book: PhraseBook;
  readonly tokens: Tokens;
  readonly words: readonly string[];
}

function readWords(text: string, book: PhraseBook): ReadWords {
  scratch = tokenise(text, scratch);
  const words: string[] = [];
  const { count, start, end } = scratch;
  for (let at = 0; at < count; at++) words.push(foldToken(text, start[at] as number, end[at] as number));
  return { text, book, tokens: scratch, words };
}

function resolveWritten(read: ReadWords, date: WrittenDate, printed: IsoDate | null): ResolvedDate {
  const { start, end } = date;
  if (date.kind === 'dated') return { start, end, span: { from: date.from, to: date.to }, isWritten: true };
  const isFuture = isInFuture(read, tokenAt(read.tokens, start));
  const from = yearlessDay(date.from.month, date.from.day, isFuture, printed);
  const to = yearlessDay(date.to.month, date.to.day, isFuture, printed);
  return { start, end, span: from && to && from <= to ? { from, to } : null, isWritten: false };
}

/** Index of the first token that ends behind `offset`, by halving. */
function tokenAt(tokens: Tokens, offset: number): number {
  let [low, high] = [0, tokens.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function matchPhrases(read: ReadWords, printed: IsoDate | null): ResolvedDate[] {
  const found: ResolvedDate[] = [];
  for (let at = 0; at < read.words.length; at++) {
    const match = phraseAt(read, at);
    if (match === null) continue;
    const { meaning, parts, length } = match;
    const isFuture = meaning.op === 'weekday' || meaning.op === 'month' ? isInFuture(read, at) : false;
    const span = spanOf(meaning, { ...parts, isFuture }, printed);
    const start = read.tokens.start[at] as number;
    const end = read.tokens.end[at + length - 1] as number;
    if (meaning.op !== 'none')
      found.push({ start, end, span, isWritten: meaning.op === 'year' || meaning.op === 'decade' });
    at += length - 1;
  }
  return found;
}

interface Match {
  readonly meaning: Meaning;
  readonly parts: PhraseParts;
  /** In tokens. */
  readonly length: number;
}

const NO_PARTS: PhraseParts = {
  number: null,
  unit: null,
  weekday: null,
  month: null,
  year: null,
  isFuture: false,
};

/** The longest phrase that begins with word `at`. */
function phraseAt(read: ReadWords, at: number): Match | null {
  const word = read.words[at] as string;
  if (DECADE.test(word))
    return { meaning: { op: 'decade' }, parts: { ...NO_PARTS, year: Number(word.slice(0, 4)) }, length: 1 };
  let best: Match | null = null;
  for (const key of keysOf(read, at)) {
    for (const phrase of read.book.byFirst.get(key) ?? []) {
      if (best !== null && phrase.words.length < best.length) break;
      const match = matchPhrase(read, at, phrase);
      if (match !== null && (best === null || match.length > best.length)) best = match;
    }
  }
  return best;
}

function keysOf(read: ReadWords, at: number): string[] {
  const word = read.words[at] as string;
  const keys = read.book.byFirst.has(word) ? [word] : [];
  if (read.book.numbers.has(word) || SMALL_NUMBER.test(word)) keys.push('#');
  if (weekdayAt(read, at) !== null) keys.push('W');
  if (read.book.units.has(word)) keys.push('U');
  if (YEAR.test(word)) keys.push('Y');
  if (read.book.byFirst.has('M') && monthAt(read, at) !== null) keys.push('M');
  return keys;
}

function matchPhrase(read: ReadWords, first: number, { words, meaning }: Phrase): Match | null {
  const parts = { ...NO_PARTS };
  let at = first;
  for (const wanted of words) {
    if (at >= read.words.length || (at > first && !isGap(read, at))) return null;
    const taken = take(read, at, wanted, parts);
    if (taken === 0) return null;
    at += taken;
  }
  return { meaning, parts, length: at - first };
}

function isGap({ text, tokens }: ReadWords, at: number): boolean {
  return GAP.test(text.slice(tokens.end[at - 1] as number, tokens.start[at] as number));
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** How many tokens at `at` are what a phrase wants there; 0 for none. Fills `parts`. */
function take(read: ReadWords, at: number, wanted: string, parts: Mutable<PhraseParts>): number {
  const word = read.words[at] as string;
  switch (wanted) {
    case '#':
      parts.number = read.book.numbers.get(word) ?? (SMALL_NUMBER.test(word) ? Number(word) : null);
      return parts.number === null ? 0 : 1;
    case 'U':
      parts.unit = read.book.units.get(word) ?? null;
      return parts.unit === null ? 0 : 1;
    case 'Y':
      parts.year = YEAR.test(word) && isBareYear(read, at) ? Number(word) : null;
      return parts.year === null ? 0 : 1;
    case 'M':
      parts.month = monthAt(read, at);
      return parts.month === null ? 0 : 1;
    case 'W': {
      const weekday = weekdayAt(read, at);
      parts.weekday = weekday?.day ?? null;
      return weekday?.length ?? 0;
    }
    default:
      return word === wanted ? 1 : 0;
  }
}

/** "2,000", "2019-20" and "$2000" are no years. */
function isBareYear({ text, tokens }: ReadWords, at: number): boolean {
  const before = text[(tokens.start[at] as number) - 1] ?? ' ';
  const after = text.slice(tokens.end[at] as number, (tokens.end[at] as number) + 2);
  return !/[$€£.,:/\d]/.test(before) && !/^(?:[.,:]\d|[%/]|[-–]\d)/.test(after);
}

/** Names of days and months are capitals in English, which keeps "may" and "march" out. */
function isWrittenAsName({ text, tokens, book }: ReadWords, at: number): boolean {
  return book !== phraseBook('en') || /^\p{Lu}/u.test(text.charAt(tokens.start[at] as number));
}

function weekdayAt(read: ReadWords, at: number): { day: number; length: number } | null {
  const { book, words } = read;
  const alone = book.weekdays.get(words[at] as string);
  if (alone !== undefined) return isWrittenAsName(read, at) ? { day: alone, length: 1 } : null;
  const next = words[at + 1];
  const both = next === undefined ? undefined : book.weekdays.get(`${words[at]} ${next}`);
  return both === undefined ? null : { day: both, length: 2 };
}

function monthAt(read: ReadWords, at: number): number | null {
  const { text, tokens } = read;
  const name = monthNamed(text.slice(tokens.start[at] as number, tokens.end[at] as number));
  if (name === null || (tokens.end[at] as number) - (tokens.start[at] as number) < 3) return null;
  return isWrittenAsName(read, at) ? name.month : null;
}

/** Whether the clause puts what happens then ahead: the nearest telling word before it decides. */
function isInFuture(read: ReadWords, at: number): boolean {
  const { words, book, text, tokens } = read;
  let clause = at;
  for (let back = at - 1; back >= Math.max(0, at - TENSE_WORDS); back--) {
    if (SENTENCE_END.test(text.slice(tokens.end[back] as number, (tokens.start[back + 1] as number) + 1)))
      break;
    clause = back;
    if (book.past.has(words[back] as string)) return false;
    if (book.future.has(words[back] as string)) return true;
  }
  // "On Tuesday the council will meet": only where the date opens its sentence does what follows tell.
  if (at - clause > 1) return false;
  for (let ahead = at + 1; ahead < Math.min(words.length, at + TENSE_WORDS + 2); ahead++) {
    if (SENTENCE_END.test(text.slice(tokens.end[ahead - 1] as number, (tokens.start[ahead] as number) + 1)))
      return false;
    if (book.past.has(words[ahead] as string)) return false;
    if (book.future.has(words[ahead] as string)) return true;
  }
  return false;
}

/** Drops what overlaps, and a weekday that only repeats the full date beside it ("Tuesday, 8 March"). */
function joinNeighbours(text: string, found: ResolvedDate[]): ResolvedDate[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const dates: ResolvedDate[] = [];
  for (const date of found) {
    const previous = dates.at(-1);
    if (previous === undefined || !isOneExpression(text, previous, date)) dates.push(date);
    else dates[dates.length - 1] = surer(previous, date);
  }
  return dates;
}

function isOneExpression(text: string, first: ResolvedDate, second: ResolvedDate): boolean {
  if (second.start < first.end) return true;
  if (second.start - first.end > 3 || first.isWritten === second.isWritten) return false;
  // Only a day repeats a day: in "the 1990s, today" two things are dated.
  const isDay = ({ span }: ResolvedDate) =>
    span === null || (span.from.length === 10 && span.from === span.to);
  return isDay(first) && isDay(second) && /^[\s,(]*$/.test(text.slice(first.end, second.start));
}

function surer(a: ResolvedDate, b: ResolvedDate): ResolvedDate {
  const position = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
  const width = (date: ResolvedDate) => date.span?.from.length ?? 0;
  const isSecond = Number(b.isWritten) - Number(a.isWritten) || width(b) - width(a);
  return { ...(isSecond > 0 ? b : a), ...position };
}

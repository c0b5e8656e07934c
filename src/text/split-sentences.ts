/**
 * Sentences of a text, for quoting, comparing and cutting passages.
 *
 * The naive version splits at /[.!?]\s/ and cuts "U.S. Army", "St. John" and "J. Smith" in two. Here each stop is judged
 * once by the word before it and the letter after it. Where only meaning could tell ("in the U.S. Army officers …") the
 * sentence goes on: too long a sentence still holds the quotation, half of one does not. O(text): every look-back is bounded.
 * `Intl.Segmenter` is not used: its answers differ between browser versions, and offsets are stored in packs.
 */
import { monthNamed } from './month-names.ts';
import type { TextPosition } from './position.ts';
import { splitParagraphs } from './split-paragraphs.ts';

/** A run of stops, and what closes with it: quotes, brackets, a reference mark such as [3]. */
const STOP = /(?:[.!?…؟۔।]+|[。！？｡]+)(?:["'”’»›)\]}」』）】]|\[\d{1,3}\]){0,8}/gu;
const WIDE_STOP = /[。！？｡]/u;
const OPENERS = /["'“‘«‹([{「『（【¿¡–—-]/u;
const LOWER = /\p{Ll}/u;
/** Longest abbreviation or acronym looked for before a stop. */
const LOOK_BACK = 24;

/** Always followed by what they shorten: a stop after one never ends a sentence. */
const TITLES = new Set(
  'mr mrs ms mx dr ste prof gen col maj capt lt sgt cpl sen rep gov pres hon rev fr msgr amb vs cf fig eg ie e.g i.e z.b d.h p.ej sr sra mme mlle ул им тов проф'.split(
    ' ',
  ),
);
/** May also end a sentence. */
const SHORTENED = new Set(
  'st inc ltd co corp bros jr etc al approx dept est univ assn ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri a.m p.m u.s u.k u.n e.u usw bzw ca др т.д т.п г гг'.split(
    ' ',
  ),
);
/** Followed by a number they shorten: "No. 5", "pp. 3". */
const BEFORE_NUMBER = new Set('no nos nr art vol p pp ch sec № ст п стр'.split(' '));
/** Words that begin a sentence far more often than they follow an abbreviation inside one. */
const SENTENCE_STARTERS = new Set(
  'the a an he she it they we you i this that these those there in on at for from with but and or as if when while after before however meanwhile his her its their our who what why how according since although also both no not'.split(
    ' ',
  ),
);

/** In order, without overlap, trimmed; every character that is not white space lies in exactly one. Never across a paragraph. */
export function splitSentences(text: string): TextPosition[] {
  return splitParagraphs(text).flatMap((paragraph) => splitSentencesWithin(text, paragraph));
}

/** The sentences of one stretch of `text`, which counts as one paragraph. Positions are those of the whole text. */
export function splitSentencesWithin(text: string, within: TextPosition): TextPosition[] {
  const body = text.slice(within.start, within.end);
  const sentences: TextPosition[] = [];
  let start = skipSpace(body, 0);
  for (const match of body.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (match.index < start || !isSentenceEnd(body, match[0], match.index, end, start)) continue;
    sentences.push({ start: within.start + start, end: within.start + end });
    start = skipSpace(body, end);
  }
  if (start < body.length) {
    const rest = body.slice(start).trimEnd();
    sentences.push({ start: within.start + start, end: within.start + start + rest.length });
  }
  return sentences;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at]!.trim() === '') at++;
  return at;
}

function isSentenceEnd(text: string, stop: string, stopStart: number, end: number, start: number): boolean {
  if (end >= text.length || WIDE_STOP.test(stop)) return true;
  if (text[end]!.trim() !== '') return false;
  let next = skipSpace(text, end);
  while (next < text.length && OPENERS.test(text[next]!)) next++;
  if (LOWER.test(text.charAt(next))) return false;
  if (stop[0] !== '.' || stop[1] === '.') return true;
  return !isAbbreviation(text, stopStart, next, start);
}

/** Whether the full stop at `stopAt` belongs to the word before it rather than to the sentence. */
function isAbbreviation(text: string, stopAt: number, next: number, start: number): boolean {
  const before = text.slice(Math.max(start, stopAt - LOOK_BACK), stopAt);
  const word = /[^\s("'“‘«[—–-]*$/u.exec(before)?.[0] ?? '';
  const following = /^[\p{L}\p{M}\p{N}]{1,24}/u.exec(text.slice(next, next + LOOK_BACK))?.[0] ?? '';
  const folded = word.toLowerCase();
  if (/^\d{1,3}$/.test(word)) {
    return stopAt - word.length === start || (word.length < 3 && monthNamed(following) !== null);
  }
  if (TITLES.has(folded)) return true;
  if (BEFORE_NUMBER.has(folded) && /^\d/.test(following)) return true;
  const isInitial = /^\p{Lu}$/u.test(word);
  const isAcronym = /^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (!isInitial && !isAcronym && !SHORTENED.has(folded)) return false;
  return following !== '' && !SENTENCE_STARTERS.has(following.toLowerCase());
}

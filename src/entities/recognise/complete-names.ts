/**
 * Puts right what the tagger cuts short or types wrongly where a word settles it: "Bournville Foods plc" is whole and an
 * organisation, so is "Merrill Lynch and Co". O(names).
 */
import { foldToken } from '../../text/tokenise.ts';
import { LEGAL_ENDINGS } from './name-acronyms.ts';
import { joinsWords, type ReadText } from './read-text.ts';
import type { TaggedName, WeighedClues } from './tag-names.ts';
import { HEADLINE_CAPITALS, PUNCTUATION } from './word-clues.ts';

const ORGANISATION = 3;
const PLACE = 5;
/** In {@link ReadText.runs}: a place or a country. */
const LISTED_PLACE = 4;
const JOINED = new Set(['co', 'sons', 'company', 'bros', 'partners', 'brothers']);

export function completeNames(
  read: ReadText<WeighedClues>,
  names: readonly TaggedName[],
): readonly TaggedName[] {
  const { words, clues, text } = read;
  const form = (at: number) =>
    at < words.count ? foldToken(text, words.start[at] as number, words.end[at] as number) : '';
  const isFree = (at: number) => at < words.count && (clues[at] as WeighedClues).shape !== PUNCTUATION;
  const done: TaggedName[] = [];
  for (const name of names) {
    const before = done.at(-1);
    // Taken by the name before it: the "Co" of "Merrill Lynch and Co".
    if (before !== undefined && name.from < before.to) continue;
    let { to, label } = wholeRun(read, name);
    const isAnd = form(to) === 'and' || text[words.start[to] ?? -1] === '&';
    if (isAnd && to < words.count && JOINED.has(form(to + 1))) to += 2;
    while (isFree(to) && LEGAL_ENDINGS.has(form(to)) && to - name.from < 8 && startsName(read, to)) to++;
    if (to - name.from > 1 && LEGAL_ENDINGS.has(form(to - 1)) && to - 1 > name.from) label = ORGANISATION;
    done.push({ ...name, to, label });
  }
  return done;
}

/** "King's Lynn": a name that begins a listed run joined by hyphens or apostrophes reaches to the run's end. */
function wholeRun({ runs, words, text }: ReadText<WeighedClues>, { from, to, label }: TaggedName) {
  if (((runs[from] as number) & 1) === 0 || !joinsWords(text, words, from + 1)) return { to, label };
  let end = from + 1;
  while (end < runs.length && ((runs[end] as number) & 2) !== 0) end++;
  if (end <= to) return { to, label };
  return { to: end, label: ((runs[from] as number) & LISTED_PLACE) !== 0 ? PLACE : label };
}

/**
 * Legal forms are short words of many languages too ("as", "se"): in small letters, and where all letters are capitals,
 * only the unmistakable count.
 */
function startsName({ words, clues, text }: ReadText<WeighedClues>, at: number): boolean {
  const word = text.slice(words.start[at], words.end[at]);
  const { shape } = clues[at] as WeighedClues;
  if (/^\p{Lu}/u.test(word) && shape !== HEADLINE_CAPITALS) return true;
  return /^(?:plc|inc|corp|ltd|co|gmbh)\.?$/i.test(word);
}

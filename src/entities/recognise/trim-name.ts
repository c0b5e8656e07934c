/**
 * Cuts from a tagged range what is not the name: articles, titles, quotation marks, Arabic and Hebrew clitics.
 * Null when nothing is left that can be a name. O(words of the name).
 */
import { cliticCuts } from '../../text/clitics.ts';
import type { TextPosition } from '../../text/position.ts';
import { foldToken } from '../../text/tokenise.ts';
import { ORGANIZATION_WORDS } from '../name-parts-words.ts';
import { joinHashes, listsOf, type NameLexicon, ORDINARY } from './name-lexicon.ts';
import { BODIES, HONORIFICS, KEPT_ARTICLES, TIME_WORDS } from './name-words.ts';
import type { ReadText } from './read-text.ts';
import { SENTENCE_START } from './split-words.ts';
import type { TaggedName, WeighedClues } from './tag-names.ts';
import { hashWord, LOWER, NUMBER, PUNCTUATION, SHORTENED } from './word-clues.ts';

/** Longer names are lists or junk; they are kept to this many characters' worth of words. */
const LONGEST_NAME = 300;
const PERSON = 1;
const ARTICLES = new Set([
  'the',
  'der',
  'die',
  'das',
  'le',
  'la',
  'les',
  'l',
  'el',
  'los',
  'las',
  'il',
  'lo',
  'de',
  'het',
]);

/** Joins a day or month to a name: the Movement of May. */
const OF = new Set(['of', 'de', 'du', 'del', 'da', 'do', 'di', 'des', 'van', 'von']);

export function trimName(
  read: ReadText<WeighedClues>,
  { from, to, label }: TaggedName,
  lexicon: NameLexicon,
): TextPosition | null {
  const { words, clues, text } = read;
  const startOf = (at: number) => words.start[at] as number;
  const endOf = (at: number) => words.end[at] as number;
  const shapeOf = (at: number) => (clues[at] as WeighedClues).shape;
  const formOf = (at: number) => foldToken(text, startOf(at), endOf(at));
  let [first, last] = [from, to - 1];
  // компания «Волгамост: a quotation mark that opens and does not close begins the name.
  for (let at = last - 1; at > first; at--)
    if ('«“„'.includes(text[startOf(at)] as string) && !/[»”]/.test(text.slice(startOf(at), endOf(last))))
      first = Math.max(first, at);
  while (first <= last && shapeOf(first) === PUNCTUATION) first++;
  while (last >= first && shapeOf(last) === PUNCTUATION && !isClosing(text, startOf(first), endOf(last)))
    last--;
  if (
    first < last &&
    label !== PERSON &&
    isDroppedArticle(formOf(first), formOf(first + 1), text[startOf(first)] as string)
  )
    first++;
  if (label === PERSON) while (first < last && HONORIFICS.has(formOf(first))) first++;
  while (first < last && endOf(last) - startOf(first) > LONGEST_NAME) last--;
  // "World Health Organization on Monday": a day or month behind a small word is the sentence's.
  const isDated = (at: number) =>
    TIME_WORDS.has(formOf(at)) && shapeOf(at - 1) === LOWER && !OF.has(formOf(at - 1));
  if (last - first > 1 && isDated(last)) last -= 2;
  if (first > last || (first === last && shapeOf(first) === NUMBER)) return null;
  let start = startOf(first);
  let end = endOf(last);
  if (shapeOf(last) === SHORTENED && isSentenceEnd(read, last, label)) end--;
  const bare = bareRunStart(read, first, lexicon);
  start = bare >= 0 ? startOf(first) + bare : afterClitic(text, start, endOf(first), lexicon);
  if (end - start > LONGEST_NAME) return null;
  if (!/\p{L}/u.test(text.slice(start, end))) return null;
  end = start + text.slice(start, end).replace(/[\s\p{Cf}]+$/u, '').length;
  return end > start ? { start, end } : null;
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', '»': '«', '”': '“' };

/** A closing bracket or quotation mark belongs to a name that holds the opening one, not at its very start. */
function isClosing(text: string, start: number, end: number): boolean {
  const opening = OPENING[text[end - 1] as string];
  return opening !== undefined && text.slice(start, end).includes(opening, 1);
}

/** "The" and "the" before organisations and places, except where they are of the name: The Hague. */
function isDroppedArticle(article: string, next: string, initial: string): boolean {
  if (article === 'the') return !KEPT_ARTICLES.has(next) || initial === 't';
  return initial === initial.toLowerCase() && ARTICLES.has(article);
}

/** Whether the point of an abbreviation also closes the sentence: it is then not the name's. */
function isSentenceEnd(read: ReadText<WeighedClues>, last: number, label: number): boolean {
  const next = last + 1;
  const closes = next >= read.words.count || ((read.words.before[next] as number) & SENTENCE_START) !== 0;
  const isOfName = /^(?:jr|sr)\.$/i.test(read.text.slice(read.words.start[last], read.words.end[last]));
  return closes || (label === PERSON && !isOfName);
}

/** Start of the name under "and", "in", "to" written onto it: where the same text, or the letters, show the rest alone. */
function afterClitic(text: string, start: number, end: number, lexicon: NameLexicon): number {
  if (isListed(text.slice(start, end), lexicon)) return start;
  const cuts = cliticCuts(text, start, end);
  for (const { start: cut, prefix } of cuts) {
    if (prefix !== '') continue;
    const rest = text.slice(cut, end);
    const head = text.slice(start, cut);
    if (head === 'ال' || head === 'ה') continue;
    if (standsAlone(text, rest) || isListed(rest, lexicon)) return cut;
    if (/^(?:وال|بال|كال|فال)$/u.test(head)) return start + 1;
  }
  return start;
}

/** Whether a word is a listed name, or begins names of organisations (אוניברסיטת). */
function isListed(word: string, lexicon: NameLexicon): boolean {
  const lists = listsOf(lexicon, joinHashes(0, hashWord(word)));
  if (lists !== 0 && lists !== ORDINARY) return true;
  const form = foldToken(word, 0, word.length);
  return ORGANIZATION_WORDS.has(form) || BODIES.has(form);
}

/** Letters of word `at` before the listed name of several words that begins in it: 1 in בתל אביב; -1 where none does. */
function bareRunStart(
  { runs, clues, words, text }: ReadText<WeighedClues>,
  at: number,
  lexicon: NameLexicon,
): number {
  if (((runs[at] as number) & 1) === 0) return -1;
  const word = text.slice(words.start[at], words.end[at]);
  const most = /^[והבלמשכ]{0,3}/u.exec(word)?.[0].length ?? 0;
  for (let cut = 0; cut <= most && cut < word.length; cut++) {
    let hash = joinHashes(0, hashWord(word.slice(cut)));
    for (let next = at + 1; next < runs.length && ((runs[next] as number) & 2) !== 0; next++)
      hash = joinHashes(hash, (clues[next] as WeighedClues).hash);
    if (listsOf(lexicon, hash) !== 0) return cut;
  }
  return -1;
}

/** How far before and after the rest of a word is looked for: texts of news length whole, longer ones bounded. */
const REACH = 20_000;
/** Places of those letters inside other words that are looked at: a text of one word repeated must not cost more. */
const MOST_TRIES = 24;

function standsAlone(text: string, rest: string): boolean {
  const near = text.length > REACH ? text.slice(0, REACH) : text;
  let tries = MOST_TRIES;
  for (let at = near.indexOf(rest); at >= 0 && tries-- > 0; at = near.indexOf(rest, at + rest.length)) {
    const isOpen = at === 0 || !/[\p{L}\p{M}]/u.test(near[at - 1] as string);
    const isShut = at + rest.length >= near.length || !/[\p{L}\p{M}]/u.test(near[at + rest.length] as string);
    if (isOpen && isShut) return true;
  }
  return false;
}

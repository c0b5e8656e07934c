/**
 * Named events in running text, by word lists: "Hurricane Ophelia", "Battle of Hastings", "Paris Agreement", "2019
 * Istanbul election", "1954 World Cup".
 *
 * Training sentences mark no events, so this is a matcher over the tagger's words, O(words). Event words in small letters
 * ("the storm in Lisbon") name no event: those are read elsewhere. A month, a day or a title never begins one.
 */
import { foldToken } from '../../text/tokenise.ts';
import * as events from './event-words.ts';
import { ORDINARY } from './name-lexicon.ts';
import { TIME_WORDS } from './name-words.ts';
import type { ReadText, Sentence } from './read-text.ts';
import type { RecognisedName } from './recognised-name.ts';
import * as shapes from './word-clues.ts';

type EventName = Omit<RecognisedName, 'group'>;

/**
 * One figure for all patterns: no openly licensed set marks events to measure it by. High enough that events are
 * shown, below what well-marked names of people reach.
 */
const CONFIDENCE = 0.8;
const LONGEST_NAME = 5;
/** In characters, as of all names. */
const LONGEST_LETTERS = 300;
const LONGEST_WHOLE = 5;

const wholes = new Map<string, string[][]>();
for (const name of events.WHOLE) {
  const words = name.split(' ');
  const first = words[0] as string;
  wholes.set(first, [...(wholes.get(first) ?? []), words]);
}

interface Reader {
  readonly sentence: Sentence;
  form(at: number): string;
  shape(at: number): number;
  /** Listed as no name: only words of scripts without capitals are. */
  isOrdinary(at: number): boolean;
}

const isCapital = (shape: number) =>
  shape >= shapes.CAPITALISED && shape <= shapes.MIXED && shape !== shapes.INITIAL;
const isYear = (form: string) => /^1[0-9]\d\d$|^20\d\d$/.test(form);

export function findEventNames(read: ReadText<shapes.WordClues>): EventName[] {
  const { words, text, clues } = read;
  const found: EventName[] = [];
  for (const sentence of read.sentences) {
    const inside = (at: number) => at >= sentence.from && at < sentence.to;
    const reader: Reader = {
      sentence,
      form: (at) => (inside(at) ? foldToken(text, words.start[at] as number, words.end[at] as number) : ''),
      shape: (at) => (inside(at) ? (clues[at] as shapes.WordClues).shape : shapes.PUNCTUATION),
      isOrdinary: (at) => inside(at) && ((clues[at] as shapes.WordClues).lists & ORDINARY) === ORDINARY,
    };
    for (let at = sentence.from; at < sentence.to; at++) {
      const shape = reader.shape(at);
      if (shape === shapes.PUNCTUATION || shape === shapes.NUMBER) continue;
      const range = wholeAt(reader, at) ?? headAt(reader, at) ?? tailAt(reader, at);
      if (range === null) continue;
      const [first, last] = withYear(reader, range);
      const [start, end] = [words.start[first] as number, words.end[last] as number];
      if (end - start > LONGEST_LETTERS) continue;
      const before = found.at(-1);
      if (before !== undefined && before.end > start) found.pop();
      found.push({ start, end, exact: text.slice(start, end), type: 'event', confidence: CONFIDENCE });
      at = last;
    }
  }
  return found;
}

type Range = readonly [first: number, last: number];

/** "World Cup", "Зимние Олимпийские игры": a listed name; one word of it is capitalised where the script has capitals. */
function wholeAt({ form, shape, sentence }: Reader, at: number): Range | null {
  for (const words of wholes.get(form(at)) ?? []) {
    if (words.length > LONGEST_WHOLE || at + words.length > sentence.to) continue;
    if (!words.every((word, offset) => form(at + offset) === word)) continue;
    const isMarked = words.some((_, offset) => shape(at + offset) !== shapes.LOWER);
    if (isMarked) return [at, at + words.length - 1];
  }
  return null;
}

function headAt(reader: Reader, at: number): Range | null {
  const { form, shape } = reader;
  const word = form(at);
  if (shape(at) === shapes.UNCASED) return uncasedHead(reader, at, word);
  const isHeadline = shape(at) >= shapes.HEADLINE_CAPITALS;
  if (isHeadline) return null;
  const isSmall = shape(at) === shapes.LOWER;
  if (events.HEADS.has(word)) {
    const end = nameEnd(reader, at + 1);
    // "storm Babet" in small letters is usual in Romance languages and Russian; English prints the capital.
    if (end > at + 1 && !(isSmall && /^(?:storm|operation|expo)$/.test(word))) return [at, end - 1];
  }
  const isJoined = events.SMALL_JOINED_HEADS.has(word) || (!isSmall && events.JOINED_HEADS.has(word));
  if (!isJoined) return null;
  let next = at + 1;
  while (next < at + 3 && events.JOINS.has(form(next)) && shape(next) !== shapes.CAPITALISED) next++;
  if (next === at + 1) return null;
  const end = nameEnd(reader, next);
  return end > next ? [at, end - 1] : null;
}

/** מבצע קדש is an event, מבצע מכירות ("a sale") is not. */
function uncasedHead({ form, shape, isOrdinary, sentence }: Reader, at: number, word: string): Range | null {
  if (!events.UNCASED_HEADS.has(word) || at + 1 >= sentence.to || shape(at + 1) !== shapes.UNCASED)
    return null;
  return form(at + 1).length > 2 && !isOrdinary(at + 1) ? [at, at + 1] : null;
}

/** Past the run of capitalised words that begins at `at`. */
function nameEnd({ shape, form, sentence }: Reader, at: number): number {
  let end = at;
  while (end < sentence.to && end < at + LONGEST_NAME && isCapital(shape(end)) && !TIME_WORDS.has(form(end)))
    end++;
  return end;
}

function tailAt(reader: Reader, at: number): Range | null {
  const { form, shape, sentence } = reader;
  const word = form(at);
  const isSmall = shape(at) === shapes.LOWER;
  if (isSmall ? !events.SMALL_TAILS.has(word) : !isCapital(shape(at)) || !events.TAILS.has(word)) return null;
  let first = at;
  while (first > sentence.from && first > at - LONGEST_NAME && continues(reader, first - 1)) first--;
  while (first < at && (TIME_WORDS.has(form(first)) || form(first) === 'the' || isOpener(reader, first)))
    first++;
  if (first === at) return null;
  return !isSmall || isYear(form(first - 1)) ? [first, at] : null;
}

const isOpener = ({ form, sentence }: Reader, at: number) =>
  at === sentence.from &&
  /^(?:a|an|in|at|on|this|that|last|first|under|during|after|before|since|and|but|its|his|her|their)$/.test(
    form(at),
  );

const continues = ({ shape }: Reader, at: number) => isCapital(shape(at));

/** A year directly before or after belongs to the name. */
function withYear({ form }: Reader, [first, last]: Range): Range {
  const before = isYear(form(first - 1)) ? first - 1 : first;
  return [before, before === first && isYear(form(last + 1)) ? last + 1 : last];
}

/**
 * Events told of in running text: the word that tells, and from its sentence where, when, to whom and whether.
 *
 * The naive version calls every "attack" an event. Here a word counts where it stands as one, names and dates are
 * those of its sentence, and what is only planned, denied or feared says so. Names come from outside: recognised or
 * known. O(words + names + dates): each sentence is read once, its neighbours only for a date or a place.
 */
import { detectLanguage } from '../../text/detect-language.ts';
import type { IsoDate } from '../../text/iso-date.ts';
import type { TextPosition } from '../../text/position.ts';
import { type ResolvedDate, resolveDates } from '../../text/resolve-dates.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import { createTokens, foldToken, tokenise } from '../../text/tokenise.ts';
import type { EntityId } from '../entity.ts';
import type { RecognisedName } from '../recognise/recognised-name.ts';
import type { EventMention, EventNumber, EventParty, NamedSpan } from './event-mention.ts';
import { eventNumbers } from './event-numbers.ts';
import { englishRoot } from './event-roots.ts';
import { statusOf } from './event-status.ts';
import { type Trigger, triggerBook, triggerOf, triggerUnderClitics } from './event-triggers.ts';
import { type EventType, isOccasion } from './event-type.ts';

/** What events are read from. */
export interface EventText {
  readonly text: string;
  /** BCP 47; null: told from the text. */
  readonly language: string | null;
  /** The day the article was printed; null when not known. */
  readonly printed: IsoDate | null;
  /** In order. */
  readonly names: readonly NamedSpan[];
}

interface ReadWord extends TextPosition {
  readonly folded: string;
  readonly trigger: Trigger | null;
}

interface ReadSentence extends TextPosition {
  readonly words: readonly ReadWord[];
  readonly names: readonly NamedSpan[];
  readonly dates: readonly ResolvedDate[];
}

export interface EventReading {
  readonly text: string;
  readonly language: string;
  readonly printed: IsoDate | null;
  readonly sentences: readonly ReadSentence[];
}

/** Words on either side of a trigger that are asked for its status. */
const STATUS_WORDS = 7;
const STATUS_WORDS_BEHIND = 4;
/** Words on either side of a trigger that count as its company. */
const NEARBY_WORDS = 8;
/** "In", "at", "near" before a place, in nine languages, folded. */
const LOCATIVE = new Set(
  'in at near off outside across around on of from im am bei nahe aus a au aux dans pres de del en cerca nel nella nello a vicino te bij nabij в во на под около из في قرب من ב ליד'.split(
    ' ',
  ),
);
/** A verb stands behind these, whatever its form: "to fire", "can match". */
const VERB_AHEAD = new Set(
  'to will can could must may might would should not they we i you he she it don didn did does do'.split(' '),
);
/** "Norway–Sweden": in a match places are teams. */
const PLACES_TAKE_PART: ReadonlySet<EventType> = new Set(['match', 'win', 'tournament']);

/** Recognised names with the fullest form of their group. `idOf`: the entity of a name, null when none is known. */
export function namedSpans(
  names: readonly RecognisedName[],
  idOf: (name: RecognisedName) => EntityId | null = () => null,
): NamedSpan[] {
  const fullest = new Map<number, string>();
  for (const { group, exact } of names) {
    const known = fullest.get(group);
    if (known === undefined || exact.length > known.length) fullest.set(group, exact);
  }
  return names.map((name) => ({
    start: name.start,
    end: name.end,
    type: name.type,
    name: fullest.get(name.group) ?? name.exact,
    entityId: idOf(name),
  }));
}

/** Every event of a kind worth an entity that the text tells of, in order. */
export function findEventMentions(source: EventText): EventMention[] {
  const reading = readEvents(source);
  const found: EventMention[] = [];
  for (const [at, sentence] of reading.sentences.entries()) {
    let reached = 0;
    for (const [index, word] of sentence.words.entries()) {
      if (word.start < reached || word.trigger === null || !isOccasion(word.trigger.type)) continue;
      if (!standsAsEvent(reading, sentence, index, word.trigger)) continue;
      const { end } = sentence.words[index + word.trigger.length - 1] ?? word;
      found.push(mentionOf(reading, at, index, { start: word.start, end }, word.trigger));
      reached = end;
    }
  }
  return found;
}

/** The text taken apart once, for findEventMentions and for mentions whose place is already known. */
export function readEvents({ text, language, printed, names }: EventText): EventReading {
  const told = language ?? detectLanguage(text) ?? 'en';
  const dates = resolveDates(text, printed, told);
  const words = readWords(text, told);
  const [takeWords, takeNames, takeDates] = [taker(words), taker(names), taker(dates)];
  const sentences = splitSentences(text).map(({ start, end }) => ({
    start,
    end,
    words: takeWords(end),
    names: takeNames(end),
    dates: takeDates(end),
  }));
  return { text, language: told.split('-')[0] as string, printed, sentences };
}

/** Typed arrays as long as the text cost more than reading it: all texts share these. */
let scratch = createTokens(256);

function readWords(text: string, language: string): ReadWord[] {
  scratch = tokenise(text, scratch);
  const { count, start, end } = scratch;
  const folded: string[] = [];
  for (let at = 0; at < count; at++) folded.push(foldToken(text, start[at] as number, end[at] as number));
  const book = triggerBook(language);
  return folded.map((word, at) => {
    const position = { start: start[at] as number, end: end[at] as number };
    const trigger =
      book &&
      (triggerOf(book, word, folded[at + 1] ?? null) ??
        triggerUnderClitics(book, text, position.start, position.end));
    return { ...position, folded: word, trigger };
  });
}

/** Hands out sorted positions up to an offset, each once. */
function taker<Position extends TextPosition>(sorted: readonly Position[]): (end: number) => Position[] {
  let next = 0;
  return (end) => {
    const first = next;
    while (next < sorted.length && (sorted[next] as Position).start < end) next++;
    return sorted.slice(first, next);
  };
}

/** The event that the words [start, end) tell of; a word outside the tables has no type. Null: outside the text. */
export function eventMentionAt(reading: EventReading, start: number, end: number): EventMention | null {
  const at = reading.sentences.findIndex((sentence) => sentence.end > start);
  const sentence = reading.sentences[at];
  if (!sentence) return null;
  const inside = sentence.words.flatMap((word, index) =>
    word.end > start && word.start < end ? [{ word, index }] : [],
  );
  const head = inside.find(({ word }) => word.trigger !== null) ?? inside.at(-1);
  if (!head) return null;
  const { trigger, folded } = head.word;
  const told = trigger ?? { type: null, root: rootOf(reading.language, folded) };
  return mentionOf(reading, at, head.index, { start, end }, told);
}

function rootOf(language: string, folded: string): string {
  return language === 'en' ? englishRoot(folded) : folded;
}

/** A trigger inside a date or a name of somebody or something is part of it; a doubtful word must stand as a noun. */
function standsAsEvent(
  { text }: EventReading,
  { words, names, dates }: ReadSentence,
  index: number,
  trigger: Trigger,
): boolean {
  const { start, end } = words[index] as ReadWord;
  const around = names.find((name) => name.start < end && start < name.end);
  if (around && around.type !== 'event') return false;
  // Without a year or a printed day "March" is no date that could be resolved, and still no march.
  if (text.slice(start, end) === 'March' || dates.some((date) => date.start < end && start < date.end))
    return false;
  if (!trigger.isDoubtful) return true;
  const before = words[index - 1];
  if (before === undefined) return /^\p{Lu}/u.test(text.slice(start, end)) && words.length > 1;
  return !VERB_AHEAD.has(before.folded);
}

function mentionOf(
  reading: EventReading,
  at: number,
  index: number,
  position: TextPosition,
  told: { readonly type: EventType | null; readonly root: string },
): EventMention {
  const sentence = reading.sentences[at] as ReadSentence;
  const { start, end } = position;
  const name =
    sentence.names.find((one) => one.type === 'event' && one.start < end && start < one.end) ?? null;
  const where = placeOf(reading, at, position, told.type);
  const when = dateOf(reading, at, position);
  return {
    start,
    end,
    exact: reading.text.slice(start, end),
    type: told.type,
    root: told.root,
    name: name && partyOf(name),
    ...when,
    where,
    participants: participantsOf(sentence, position, where),
    numbers: numbersOf(reading, sentence),
    status: statusAt(reading, sentence, index, when.when?.from ?? null),
    nearby: nearbyRoots(reading, sentence, index),
  };
}

/** Longer words only: the short ones of every language are its grammar. */
function nearbyRoots({ language }: EventReading, { words }: ReadSentence, index: number): string[] {
  const around = [
    ...words.slice(Math.max(0, index - NEARBY_WORDS), index),
    ...words.slice(index + 1, index + 1 + NEARBY_WORDS),
  ];
  return around.flatMap(({ folded }) => (folded.length > 3 ? rootOf(language, folded) : []));
}

const partyOf = ({ name, type, entityId }: NamedSpan): EventParty => ({ name, type, entityId });

function statusAt(
  { language, printed }: EventReading,
  { words }: ReadSentence,
  index: number,
  from: IsoDate | null,
): EventMention['status'] {
  const before = words.slice(Math.max(0, index - STATUS_WORDS), index).reverse();
  const behind = words.slice(index + 1, index + 1 + STATUS_WORDS_BEHIND);
  const status = statusOf(language, before.map(folded), behind.map(folded));
  const isAhead =
    from !== null && printed !== null && from.slice(0, printed.length) > printed.slice(0, from.length);
  return status === 'happened' && isAhead ? 'planned' : status;
}

const folded = (word: ReadWord): string => word.folded;

/** The nearest date of the sentence; else the one before it, less surely. */
function dateOf(
  { sentences }: EventReading,
  at: number,
  position: TextPosition,
): Pick<EventMention, 'when' | 'isWhenSure'> {
  const own = nearest((sentences[at] as ReadSentence).dates, position);
  if (own) return { when: own.span, isWhenSure: own.span !== null };
  const before = sentences[at - 1]?.dates.at(-1);
  return { when: before?.span ?? null, isWhenSure: false };
}

function nearest<Position extends TextPosition>(
  all: readonly Position[],
  { start, end }: TextPosition,
): Position | null {
  const distance = (one: Position) => (one.start >= end ? one.start - end : Math.max(0, start - one.end));
  return all.reduce<Position | null>(
    (best, one) => (best === null || distance(one) < distance(best) ? one : best),
    null,
  );
}

/** The nearest place behind "in" or "at"; for all but matches any place will do, and where nobody is named the sentence before may tell it. */
function placeOf(
  { sentences }: EventReading,
  at: number,
  position: TextPosition,
  type: EventType | null,
): EventParty | null {
  const sentence = sentences[at] as ReadSentence;
  const places = sentence.names.filter((name) => name.type === 'place');
  const located = nearest(
    places.filter((place) => isLocated(sentence, place)),
    position,
  );
  if (located) return partyOf(located);
  if (type !== null && PLACES_TAKE_PART.has(type)) return null;
  const own = nearest(places, position);
  if (own) return partyOf(own);
  // "The mayor flew to the coast": who goes elsewhere is not where the last sentence was.
  if (sentence.names.length > 0) return null;
  const before = sentences[at - 1];
  const earlier = before?.names.filter((name) => name.type === 'place' && isLocated(before, name)).at(-1);
  return earlier ? partyOf(earlier) : null;
}

function isLocated({ words }: ReadSentence, place: TextPosition): boolean {
  const index = words.findIndex((word) => word.end > place.start);
  const before = words[index - 1];
  const isThe =
    before !== undefined &&
    ['the', 'der', 'dem', 'den', 'la', 'le', 'el', 'de', 'het'].includes(before.folded);
  const ahead = isThe ? (words[index - 2] ?? before) : before;
  if (ahead !== undefined && LOCATIVE.has(ahead.folded)) return true;
  // Arabic and Hebrew write "in" onto the name.
  const word = words[index];
  return word !== undefined && word.start < place.start;
}

function participantsOf(
  { names }: ReadSentence,
  position: TextPosition,
  where: EventParty | null,
): EventParty[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const isTrigger = name.start < position.end && position.start < name.end;
    if (isTrigger || name.type === 'event' || name.name === where?.name || seen.has(name.name)) return [];
    seen.add(name.name);
    return [partyOf(name)];
  });
}

/** Sentences whose figures were read: several words of one sentence may tell of an event. */
const figures = new WeakMap<ReadSentence, EventNumber[]>();

function numbersOf({ text, language }: EventReading, sentence: ReadSentence): EventNumber[] {
  const known = figures.get(sentence);
  if (known) return known;
  const { start, end, words } = sentence;
  const types = words.map(({ trigger }) => trigger?.type ?? null);
  const numbers = eventNumbers(text.slice(start, end), words.map(folded), types, language);
  figures.set(sentence, numbers);
  return numbers;
}

/**
 * What place, time, participants and figures say about two events being one: for, against, or nothing.
 *
 * The naive version adds up overlaps, and the election of 2017 is nearly that of 2021. Here a contradiction decides:
 * another year, another town, other teams. Missing parts say nothing. O(participants²).
 */
import { firstDay, lastDay } from '../../text/iso-date.ts';
import type { DateSpan } from '../../text/resolve-span.ts';
import { fold } from '../../text/tokenise.ts';
import { compareNames } from '../compare-names.ts';
import type { EntityId } from '../entity.ts';
import type { EventMention, EventParty } from './event-mention.ts';
import { daysOfGrace, type EventType } from './event-type.ts';

export type Part = 'place' | 'time' | 'participants' | 'numbers';

export interface PartVerdict {
  readonly part: Part;
  /** Log-odds: positive for one event, negative against it. */
  readonly odds: number;
  /** For the reader: "the same place (Bergen)". */
  readonly words: string;
}

/** Whether a place lies in another; false when not known. */
export type LiesIn = (inner: EntityId, outer: EntityId) => boolean;

/**
 * Log-odds by kind of evidence. A contradiction outweighs all agreement together; a day says more than a month, a
 * month more than a year; of many participants each says less than the first.
 */
const ODDS = {
  samePlace: 1.6,
  placeWithin: 0.9,
  otherPlace: -4.5,
  sameDay: 2.4,
  sameWeeks: 1.6,
  sameMonth: 1.2,
  sameYear: 0.4,
  otherTime: -7,
  unsureOtherTime: -2.5,
  participants: 2.2,
  otherParticipants: -1.6,
  otherSides: -6,
  sameNumber: 1.2,
  otherScore: -3,
  otherStrength: -3,
  otherCount: -0.3,
} as const;

const DAY_MS = 86_400_000;

export function comparePlaces(
  a: EventParty | null,
  b: EventParty | null,
  liesIn: LiesIn,
): PartVerdict | null {
  if (a === null || b === null) return null;
  if (isSameParty(a, b)) return { part: 'place', odds: ODDS.samePlace, words: `the same place (${a.name})` };
  const [x, y] = [a.entityId, b.entityId];
  if (x !== null && y !== null && (liesIn(x, y) || liesIn(y, x)))
    return { part: 'place', odds: ODDS.placeWithin, words: `one place in the other (${a.name}, ${b.name})` };
  return { part: 'place', odds: ODDS.otherPlace, words: `another place (${a.name}, ${b.name})` };
}

/** Entities by id; names by the measure that serves all scripts. */
export function isSameParty(a: EventParty, b: EventParty): boolean {
  if (a.entityId !== null && b.entityId !== null) return a.entityId === b.entityId;
  const [x, y] = [fold(a.name), fold(b.name)];
  if (x === y) return true;
  if (a.type === 'person' && b.type === 'person' && (endsWithWord(x, y) || endsWithWord(y, x))) return true;
  return a.type === b.type && haveSameName(x, y, a, b);
}

/** The same few names meet again and again while an archive is grouped; a full comparison costs 0.1 ms. */
const answers = new Map<string, boolean>();
const MOST_ANSWERS = 20_000;

function haveSameName(x: string, y: string, a: EventParty, b: EventParty): boolean {
  const key = x < y ? `${a.type} ${x}|${y}` : `${a.type} ${y}|${x}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= MOST_ANSWERS) answers.clear();
  const { same } = compareNames(a.name, b.name, a.type);
  answers.set(key, same);
  return same;
}

/** Inside one comparison a surname may stand for its full name: both are said to be at the same event. */
function endsWithWord(full: string, short: string): boolean {
  return !short.includes(' ') && full.endsWith(` ${short}`);
}

export function compareTimes(a: EventMention, b: EventMention): PartVerdict | null {
  if (a.when === null || b.when === null) return null;
  const isSure = a.isWhenSure && b.isWhenSure;
  const gap = daysBetween(a.when, b.when);
  const grace = graceOf(a.type, b.type);
  if (gap > grace) {
    const isOtherYear = a.when.to.slice(0, 4) !== b.when.from.slice(0, 4) && gap > 300;
    const odds = isSure || isOtherYear ? ODDS.otherTime : ODDS.unsureOtherTime;
    return { part: 'time', odds, words: `another time (${spanWords(a.when)}, ${spanWords(b.when)})` };
  }
  const days = Math.max(daysOf(a.when), daysOf(b.when));
  const odds =
    days <= 1 ? ODDS.sameDay : days <= 14 ? ODDS.sameWeeks : days <= 62 ? ODDS.sameMonth : ODDS.sameYear;
  const near = gap > 0 ? 0.6 : 1;
  return {
    part: 'time',
    odds: (isSure ? 1 : 0.6) * near * odds,
    words: `the same time (${spanWords(daysOf(a.when) <= daysOf(b.when) ? a.when : b.when)})`,
  };
}

/** Dates as coarse as a month or a year are no day apart from what lies in them; days may slip by the kind of event. */
function graceOf(a: EventType | null, b: EventType | null): number {
  return Math.max(a ? daysOfGrace(a) : 1, b ? daysOfGrace(b) : 1);
}

/** 0 where the spans meet. */
function daysBetween(a: DateSpan, b: DateSpan): number {
  const gap = (from: DateSpan, to: DateSpan) => Date.parse(firstDay(to.from)) - Date.parse(lastDay(from.to));
  return Math.max(0, Math.round(Math.max(gap(a, b), gap(b, a)) / DAY_MS));
}

function daysOf({ from, to }: DateSpan): number {
  return Math.round((Date.parse(lastDay(to)) - Date.parse(firstDay(from))) / DAY_MS) + 1;
}

const spanWords = ({ from, to }: DateSpan): string => (from === to ? from : `${from} to ${to}`);

/** Kinds of event whose sides make them: other teams, another match. */
const HAS_SIDES: ReadonlySet<EventType> = new Set(['match', 'merger', 'wedding', 'win']);

export function compareParticipants(a: EventMention, b: EventMention): PartVerdict | null {
  const [left, right] = [withoutPlace(a, b), withoutPlace(b, a)];
  if (left.length === 0 || right.length === 0) return null;
  const shared = left.filter((one) => right.some((other) => isSameParty(one, other)));
  const share = shared.length / Math.min(left.length, right.length);
  const hasSides = a.type !== null && a.type === b.type && HAS_SIDES.has(a.type);
  if (hasSides && left.length >= 2 && right.length >= 2 && shared.length < 2)
    return {
      part: 'participants',
      odds: ODDS.otherSides,
      words: `other sides (${namesOf(left)}; ${namesOf(right)})`,
    };
  if (shared.length === 0)
    return {
      part: 'participants',
      odds: ODDS.otherParticipants,
      words: `other names (${namesOf(left)}; ${namesOf(right)})`,
    };
  const many = shared.length > 1 ? 1.3 : 1;
  return {
    part: 'participants',
    odds: ODDS.participants * share * many,
    words: `the same names (${namesOf(shared)})`,
  };
}

/** The other's place says where, not who. */
function withoutPlace(one: EventMention, other: EventMention): readonly EventParty[] {
  const places = [one.where, other.where].filter((place) => place !== null);
  return one.participants.filter((party) => !places.some((place) => isSameParty(party, place)));
}

const namesOf = (parties: readonly EventParty[]): string =>
  parties
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');

export function compareNumbers(a: EventMention, b: EventMention): PartVerdict | null {
  let odds = 0;
  const words: string[] = [];
  for (const kind of ['score', 'magnitude', 'dead', 'injured', 'count'] as const) {
    const [left, right] = [valuesOf(a, kind), valuesOf(b, kind)];
    if (left.length === 0 || right.length === 0) continue;
    if (left.some((value) => right.includes(value))) {
      odds += ODDS.sameNumber;
      words.push(`the same ${KIND_WORDS[kind]}`);
    } else if (kind === 'score' || kind === 'magnitude') {
      odds += kind === 'score' ? ODDS.otherScore : ODDS.otherStrength;
      words.push(`another ${KIND_WORDS[kind]}`);
    } else odds += ODDS.otherCount;
  }
  return odds === 0 ? null : { part: 'numbers', odds, words: words.join(', ') || 'other figures' };
}

const KIND_WORDS = {
  score: 'score',
  magnitude: 'strength',
  dead: 'number of dead',
  injured: 'number of injured',
  count: 'figure',
} as const;

/** A score may be told from either side. */
function valuesOf({ numbers, type }: EventMention, kind: keyof typeof KIND_WORDS): number[] {
  if (kind === 'score' && !(type === 'match' || type === 'win' || type === 'tournament')) return [];
  const values = numbers.filter((number) => number.kind === kind).map(({ value }) => value);
  return kind === 'score'
    ? values.flatMap((value) => [value, (value % 1000) * 1000 + Math.floor(value / 1000)])
    : values;
}

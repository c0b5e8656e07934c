/**
 * Events that a passage tells of without naming them: by a date beside the event's place or participants, or by its
 * place, its people and a word for such an event together.
 *
 * The naive version links every date to whatever happened then. Here a date needs company in the same passage, and
 * of several events that fit, the one whose own words ("truce", "raid") stand there wins; a tie links none.
 * O(dates × events of that day + cue words): events are looked up by day, never scanned per date.
 */
import { findDates, type WrittenDate } from '../text/find-dates.ts';
import { firstDay, type IsoDate, lastDay } from '../text/iso-date.ts';
import type { TextPosition } from '../text/position.ts';
import { fold, foldToken, tokenise } from '../text/tokenise.ts';
import type { Entity, EntityId } from './entity.ts';
import type { EntitiesById } from './entity-list.ts';
import type { MatchReason, Mention } from './mention.ts';

/** Code units on either side of a date that count as its passage: two or three sentences. */
const REACH = 320;
/** An event longer than this has too many days for one of them to stand for it; its first day still may. */
const LONGEST_BY_DAY = 31;
const CONFIDENCE = { place: 0.8, participant: 0.72, both: 0.9, yearless: 0.72, context: 0.65 } as const;

export interface EventCalendar {
  readonly byId: EntitiesById;
  /** Events by each day they may be recognised by, 'YYYY-MM-DD' and 'MM-DD'. */
  readonly byDay: ReadonlyMap<string, readonly Entity[]>;
  /** Events by folded cue word, only those with a place and people. */
  readonly byCue: ReadonlyMap<string, readonly Entity[]>;
}

export function buildCalendar(events: readonly Entity[], byId: EntitiesById): EventCalendar {
  const byDay = new Map<string, Entity[]>();
  const byCue = new Map<string, Entity[]>();
  const add = (map: Map<string, Entity[]>, key: string, event: Entity) => {
    const known = map.get(key);
    if (known) known.push(event);
    else map.set(key, [event]);
  };
  for (const event of events) {
    // What articles tell of is found by all its parts together (link-told-events.ts).
    if (event.kind !== undefined) continue;
    for (const day of tellingDays(event)) {
      add(byDay, day, event);
      add(byDay, day.slice(5), event);
    }
    const hasPeople = event.participants.some((id) => byId.get(id)?.type === 'person');
    if (event.where && hasPeople) for (const cue of event.cues) add(byCue, fold(cue), event);
  }
  return { byId, byDay, byCue };
}

const DAY_MS = 86_400_000;

function tellingDays({ when }: Entity): string[] {
  if (!when || when.from.length < 10) return [];
  const first = Date.parse(firstDay(when.from));
  const length = (Date.parse(lastDay(when.to)) - first) / DAY_MS + 1;
  const count = length <= LONGEST_BY_DAY ? length : 1;
  return Array.from({ length: count }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10));
}

/** `dates` and `named` stand in `text`, in order: its dates and the mentions already linked in `text`, in order; `page` all entities the whole page names. */
export function findEvents(
  calendar: EventCalendar,
  text: string,
  dates: readonly WrittenDate[],
  named: readonly Mention[],
  page: ReadonlySet<EntityId>,
): Mention[] {
  const isFree = (at: TextPosition) =>
    !named.some((mention) => mention.start < at.end && at.start < mention.end);
  const events = dates.filter(isFree).flatMap((date) => eventOfDate(calendar, text, named, page, date) ?? []);
  const known = new Set([...named, ...events].map(({ entityId }) => entityId));
  const told = eventsOfCues(calendar, text, named, dates).filter(
    (mention) => isFree(mention) && !known.has(mention.entityId),
  );
  return [...events, ...told];
}

function eventOfDate(
  calendar: EventCalendar,
  text: string,
  named: readonly Mention[],
  page: ReadonlySet<EntityId>,
  date: WrittenDate,
): Mention | null {
  const day = dayOf(date);
  const events = day === null ? [] : (calendar.byDay.get(day) ?? []);
  if (events.length === 0) return null;
  const nearby = entitiesNear(named, date);
  const words = new Set(fold(text.slice(Math.max(0, date.start - REACH), date.end + REACH)).split(' '));
  const fitting = events
    .map((event) => weigh(calendar, event, date, day as string, nearby, page, words))
    .filter((candidate) => candidate !== null)
    .filter(({ cues }) => cues > 0 || !isDateLine(text, date))
    .sort(
      (a, b) =>
        Number(b.isNamedByDay) - Number(a.isNamedByDay) || b.cues - a.cues || b.confidence - a.confidence,
    );
  const [best, second] = fitting;
  if (!best || (second && isTie(best, second))) return null;
  return mentionOf(text, date, best.event, best.confidence, 'event-date', best.because);
}

/** Words beside a date from which on a line tells of something, though it is no sentence. */
const FEWEST_TOLD = 5;

/** Whether a date stands in a line of its own ("Posted 7 March 2023 · Harbour Gazette"): such a day is the page's own. */
function isDateLine(text: string, { start, end }: TextPosition): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const line = `${text.slice(from, start)} ${text.slice(end, to < 0 ? text.length : to)}`;
  return tokenise(line).count < FEWEST_TOLD && !/[.!?؟۔。]["'”’»)]*\s*$/u.test(line);
}

/** The one day a date means; spans mean no single event's day. */
function dayOf(date: WrittenDate): string | null {
  if (date.kind === 'dated') return date.from.length === 10 ? date.from : null;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.from.month)}-${two(date.from.day)}`;
}

function isTie(a: Fit, b: Fit): boolean {
  return a.isNamedByDay === b.isNamedByDay && a.cues === b.cues && a.confidence === b.confidence;
}

interface Fit {
  readonly event: Entity;
  readonly confidence: number;
  readonly cues: number;
  /** "October 7" is what this event is called. */
  readonly isNamedByDay: boolean;
  readonly because: readonly EntityId[];
}

function weigh(
  calendar: EventCalendar,
  event: Entity,
  date: WrittenDate,
  day: string,
  nearby: ReadonlySet<EntityId>,
  page: ReadonlySet<EntityId>,
  words: ReadonlySet<string>,
): Fit | null {
  const isYearless = date.kind === 'yearless';
  const place = placeAmong(calendar, event, nearby);
  const people = event.participants.filter((id) => nearby.has(id));
  const cues = event.cues.filter((cue) => words.has(fold(cue))).length;
  const because = [...(place ? [place] : []), ...people].slice(0, 3);
  const isOwnName = isNamedByDay(event, day.slice(-5));
  const found = { event, cues, isNamedByDay: isOwnName };
  if (isYearless) {
    const company = isOwnName
      ? [event.where ?? [], ...event.participants]
          .flat()
          .filter((id) => page.has(id))
          .slice(0, 3)
      : because;
    if (company.length < 2) return null;
    return { ...found, confidence: CONFIDENCE.yearless, because: company };
  }
  if (because.length === 0) return null;
  const confidence =
    place && people.length > 0 ? CONFIDENCE.both : place ? CONFIDENCE.place : CONFIDENCE.participant;
  return { ...found, confidence, because };
}

/** "October 7" is also what the event is called: the page's names may then stand further off. */
function isNamedByDay(event: Entity, day: string): boolean {
  return event.altLabels.some(
    ({ text }) => isDateLabel(text) && dayOf(findDates(text)[0]!)?.slice(-5) === day,
  );
}

/** Whether a label is nothing but a date: such a form is found through the calendar, not as a name. */
export function isDateLabel(text: string): boolean {
  const [date] = findDates(text);
  return date !== undefined && date.start === 0 && date.end === text.length;
}

/** The event's place, or a place that lies in it, when one of them is named nearby; a country around it tells too little. */
function placeAmong(calendar: EventCalendar, event: Entity, nearby: ReadonlySet<EntityId>): EntityId | null {
  const around = (place: EntityId | null, wanted: EntityId): boolean => {
    for (let depth = 0; place !== null && depth < 4; depth++) {
      if (place === wanted) return true;
      place = calendar.byId.get(place)?.where ?? null;
    }
    return false;
  };
  if (!event.where) return null;
  if (nearby.has(event.where)) return event.where;
  for (const id of nearby) if (calendar.byId.get(id)?.type === 'place' && around(id, event.where)) return id;
  return null;
}

function entitiesNear(named: readonly Mention[], at: TextPosition): ReadonlySet<EntityId> {
  const near = new Set<EntityId>();
  for (const { start, end, entityId } of named) {
    if (entityId && end > at.start - REACH && start < at.end + REACH) near.add(entityId);
  }
  return near;
}

/** Place, at least two participants (a person among them) and a cue word; a date in the passage must not contradict. */
function eventsOfCues(
  calendar: EventCalendar,
  text: string,
  named: readonly Mention[],
  dates: readonly WrittenDate[],
): Mention[] {
  if (calendar.byCue.size === 0 || named.length < 3) return [];
  const tokens = tokenise(text);
  const found = new Map<EntityId, Mention>();
  for (let index = 0; index < tokens.count; index++) {
    const at = { start: tokens.start[index] as number, end: tokens.end[index] as number };
    const events = calendar.byCue.get(foldToken(text, at.start, at.end));
    if (!events) continue;
    const nearby = entitiesNear(named, at);
    const fitting = events.filter((event) => isToldBy(calendar, event, nearby, dates));
    const [event] = fitting;
    if (!event || fitting.length > 1 || found.has(event.id)) continue;
    const because = [event.where as EntityId, ...event.participants.filter((id) => nearby.has(id))].slice(
      0,
      3,
    );
    found.set(event.id, mentionOf(text, at, event, CONFIDENCE.context, 'event-context', because));
  }
  return [...found.values()];
}

function isToldBy(
  calendar: EventCalendar,
  event: Entity,
  nearby: ReadonlySet<EntityId>,
  dates: readonly WrittenDate[],
): boolean {
  if (!event.where || !nearby.has(event.where)) return false;
  const people = event.participants.filter((id) => nearby.has(id));
  if (people.length < 2 || !people.some((id) => calendar.byId.get(id)?.type === 'person')) return false;
  return dates.every((date) => date.kind !== 'dated' || meets(event, date.from, date.to));
}

function meets({ when }: Entity, from: IsoDate, to: IsoDate): boolean {
  return !when || (firstDay(from) <= lastDay(when.to) && firstDay(when.from) <= lastDay(to));
}

function mentionOf(
  text: string,
  at: TextPosition,
  event: Entity,
  confidence: number,
  why: MatchReason,
  because: readonly EntityId[],
): Mention {
  const { start, end } = at;
  return {
    start,
    end,
    exact: text.slice(start, end),
    entityId: event.id,
    confidence,
    why,
    because,
    alternatives: [],
  };
}

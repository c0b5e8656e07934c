/**
 * The archive's event that a page's words mean: by its name, or by kind, place, time and people together.
 *
 * The naive version takes the event that looks most alike. Look-alikes are the rule: here two parts must agree, none
 * may contradict, and the best must lead; otherwise nothing is linked. O(events that share a name).
 */
import { firstDay, lastDay } from '../../text/iso-date.ts';
import type { EntityId } from '../entity.ts';
import { compareEvents, NO_EVIDENCE } from './compare-events.ts';
import type { LiesIn } from './event-arguments.ts';
import type { EventMention } from './event-mention.ts';
import { partyKeys } from './event-profile.ts';
import { areNear, daysOfGrace, type EventType } from './event-type.ts';
import type { ArchiveEvent } from './group-events.ts';

export interface EventLink {
  readonly entityId: EntityId;
  /** [0,1], calibrated as compareEvents is; 0.95 by name. */
  readonly confidence: number;
  readonly why: string;
  /** Places and people that settled it. */
  readonly because: readonly EntityId[];
  /** Whether its time was told and agrees. */
  readonly isDated: boolean;
}

/** What linking reads of an event. */
export type IndexedEvent = Pick<ArchiveEvent, 'entity' | 'profile'>;

export interface EventIndex {
  /** Under the keys of partyKeys. */
  readonly byParty: ReadonlyMap<string, readonly IndexedEvent[]>;
  readonly byId: ReadonlyMap<EntityId, IndexedEvent>;
  readonly liesIn: LiesIn;
}

/** A link shown must be right four times in five. */
const LINKS_AT = 0.6;
/** How far the best must lead the second; two elections a week apart in one town need more than that. */
const LEAD = 0.15;
const BY_NAME = 0.95;
/** Kind alone, or kind and place alone, fit every look-alike. */
const FEWEST_PARTS = 2;

export function buildEventIndex(events: readonly IndexedEvent[], liesIn: LiesIn): EventIndex {
  const byParty = new Map<string, IndexedEvent[]>();
  for (const event of events) {
    if (event.profile.type === null) continue;
    for (const key of partyKeys(event.profile)) {
      const known = byParty.get(key);
      if (known) known.push(event);
      else byParty.set(key, [event]);
    }
  }
  return { byParty, byId: new Map(events.map((event) => [event.entity.id, event])), liesIn };
}

/** Null: NIL, for want of evidence or because two events fit alike. */
export function linkEventMention(index: EventIndex, mention: EventMention): EventLink | null {
  const id = mention.name?.entityId ?? null;
  if (id !== null && index.byId.has(id))
    return {
      entityId: id,
      confidence: BY_NAME,
      why: `its name (${mention.name?.name})`,
      because: [],
      isDated: false,
    };
  const fitting = candidatesOf(index, mention)
    .map((event) => ({
      event,
      ...compareEvents(mention, event.profile, { ...NO_EVIDENCE, liesIn: index.liesIn }),
    }))
    .filter(({ score, agreeing }) => score >= LINKS_AT && agreeing.length >= FEWEST_PARTS)
    .sort((a, b) => b.score - a.score || (a.event.entity.id < b.event.entity.id ? -1 : 1));
  const [best, second] = fitting;
  if (!best || (second && best.score - second.score < LEAD)) return null;
  return {
    entityId: best.event.entity.id,
    confidence: best.score,
    why: best.why,
    because: sharedIds(mention, best.event.profile),
    isDated: best.agreeing.includes('time'),
  };
}

/** Events of kin kinds, not apart in time, that share a name: two parts never agree without one. */
function candidatesOf({ byParty }: EventIndex, mention: EventMention): IndexedEvent[] {
  const { type, when } = mention;
  if (type === null || mention.status === 'denied') return [];
  const grace = daysOfGrace(type) * 86_400_000;
  const sharing = new Set([...partyKeys(mention)].flatMap((key) => byParty.get(key) ?? []));
  return [...sharing].filter(({ profile }) => {
    if (profile.type !== type && !areNear(profile.type as EventType, type)) return false;
    if (when === null || profile.when === null) return true;
    const isBefore = Date.parse(lastDay(when.to)) + grace < Date.parse(firstDay(profile.when.from));
    const isBehind = Date.parse(lastDay(profile.when.to)) + grace < Date.parse(firstDay(when.from));
    return !isBefore && !isBehind;
  });
}

function sharedIds(a: EventMention, b: EventMention): EntityId[] {
  const ids = ({ where, participants }: EventMention) =>
    [where, ...participants].flatMap((party) => party?.entityId ?? []);
  const known = new Set(ids(b));
  return ids(a)
    .filter((id) => known.has(id))
    .slice(0, 3);
}

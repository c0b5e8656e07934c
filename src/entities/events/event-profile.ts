/**
 * What all reports of one event tell of it together, in the form of a mention, so that one measure compares both.
 * The naive version keeps the first report; here the most told place, the most precise of the most told dates and the
 * names that several reports share stand. The result does not depend on the order of reports.
 */
import { firstDay, lastDay } from '../../text/iso-date.ts';
import type { DateSpan } from '../../text/resolve-span.ts';
import { fold } from '../../text/tokenise.ts';
import type { Entity, EntityId } from '../entity.ts';
import type { EntitiesById } from '../entity-list.ts';
import { isSameParty } from './event-arguments.ts';
import type { EventMention, EventParty } from './event-mention.ts';
import { englishRoot } from './event-roots.ts';
import { triggerBook, triggerOf } from './event-triggers.ts';
import type { EventType } from './event-type.ts';

/** Names beyond these are the article's cast, not the event's. */
const MOST_PARTICIPANTS = 6;

/** The one most of `all` agree on; among equals the first by `keyOf`. Null for none. */
function mostTold<Value>(all: readonly Value[], keyOf: (value: Value) => string): Value | null {
  const groups = [...Map.groupBy(all, keyOf)].sort(
    ([x, a], [y, b]) => b.length - a.length || (x < y ? -1 : 1),
  );
  const values = groups[0]?.[1] ?? [];
  return values[0] ?? null;
}

const partyKey = ({ entityId, name, type }: EventParty): string => entityId ?? `${type} ${fold(name)}`;

export function profileOf(mentions: readonly EventMention[]): EventMention {
  const sorted = [...mentions].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const first = sorted[0] as EventMention;
  const where = mostTold(
    sorted.flatMap(({ where: place }) => place ?? []),
    partyKey,
  );
  const type = mostTold(
    sorted.flatMap((mention) => mention.type ?? []),
    String,
  );
  return {
    ...first,
    type,
    root: mostTold(sorted, ({ root }) => root)?.root ?? first.root,
    name: mostTold(
      sorted.flatMap(({ name }) => name ?? []),
      partyKey,
    ),
    ...timeOf(sorted),
    where,
    participants: sharedParties(sorted, where),
    numbers: [
      ...new Map(
        sorted.flatMap(({ numbers }) => numbers).map((one) => [`${one.kind}${one.value}`, one]),
      ).values(),
    ],
    nearby: [...new Set(sorted.flatMap(({ nearby }) => nearby))].sort(),
  };
}

/** What finds an event by whom and where it names: entities, and each word of the names. */
export function partyKeys({
  where,
  participants,
}: Pick<EventMention, 'where' | 'participants'>): Set<string> {
  const keys = new Set<string>();
  for (const party of [where, ...participants]) {
    if (party === null) continue;
    if (party.entityId !== null) keys.add(party.entityId);
    for (const word of fold(party.name).split(' ')) if (word.length >= SHORTEST_WORD) keys.add(word);
  }
  return keys;
}

/** Shorter words are particles and initials. */
const SHORTEST_WORD = 2;

/** A key of all that tells a mention from another: the same whatever article came first. */
export function sortKey({ type, when, where, root, exact, participants, start }: EventMention): string {
  const names = participants.map(({ name }) => name).join(',');
  return [type, when?.from, when?.to, where?.name, root, exact, names, String(start).padStart(9, '0')].join(
    '\t',
  );
}

/** Sure dates before unsure ones, narrow before wide, then the most told. */
function timeOf(mentions: readonly EventMention[]): Pick<EventMention, 'when' | 'isWhenSure'> {
  const dated = mentions.filter(({ when }) => when !== null);
  const sure = dated.filter(({ isWhenSure }) => isWhenSure);
  const telling = sure.length > 0 ? sure : dated;
  const spans = telling.map(({ when }) => when as DateSpan);
  const narrowest = Math.min(...spans.map(width));
  const when = mostTold(
    spans.filter((span) => width(span) <= narrowest),
    ({ from, to }) => `${from}/${to}`,
  );
  return { when, isWhenSure: sure.length > 0 };
}

const width = ({ from, to }: DateSpan): number => Date.parse(lastDay(to)) - Date.parse(firstDay(from));

/** Names that more than one report has; with one report, its own. */
function sharedParties(mentions: readonly EventMention[], where: EventParty | null): EventParty[] {
  const all = mentions.flatMap(({ participants }) => participants);
  const groups = [...Map.groupBy(all, partyKey)]
    .map(([key, parties]) => ({ key, party: parties[0] as EventParty, many: parties.length }))
    .filter(
      ({ party, many }) =>
        (many > 1 || mentions.length < 3) && (where === null || !isSameParty(party, where)),
    )
    .sort((a, b) => b.many - a.many || (a.key < b.key ? -1 : 1));
  return groups.slice(0, MOST_PARTICIPANTS).map(({ party }) => party);
}

/** An entity of the archive as reports would tell it; `type` null when neither its name nor its cues say one. */
export function profileOfEntity(event: Entity, byId: EntitiesById): EventMention {
  const party = (id: EntityId): EventParty[] => {
    const entity = byId.get(id);
    return entity ? [{ name: entity.prefLabel, type: entity.type, entityId: id }] : [];
  };
  const labels = [event.prefLabel, ...event.cues, ...event.altLabels.map(({ text }) => text)];
  const told = kindOfLabels(event.kind === undefined ? labels : event.cues);
  return {
    start: 0,
    end: event.prefLabel.length,
    exact: event.prefLabel,
    type: event.kind ?? told?.type ?? null,
    root: told?.root ?? englishRoot(fold(event.prefLabel)),
    name: { name: event.prefLabel, type: 'event', entityId: event.id },
    when: event.when,
    isWhenSure: event.when !== null,
    where: event.where === null ? null : (party(event.where)[0] ?? null),
    participants: event.participants.flatMap(party),
    numbers: [],
    status: 'happened',
    nearby: [],
  };
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'ru', 'ar', 'he'];

/** The kind that the last telling word of the first telling label means: "storm damage inquiry" is an inquiry. */
function kindOfLabels(labels: readonly string[]): { type: EventType; root: string } | null {
  for (const label of labels) {
    const words = fold(label).split(' ').reverse();
    for (const language of LANGUAGES) {
      const book = triggerBook(language);
      const found =
        book && words.map((word) => triggerOf(book, word, null)).find((trigger) => trigger !== null);
      if (found) return found;
    }
  }
  return null;
}

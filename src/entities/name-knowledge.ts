/** Everything names are matched against, built once for an archive. */
import { once } from '../text/once.ts';
import type { Entity, EntityId } from './entity.ts';
import type { EntitiesById, EntityList } from './entity-list.ts';
import type { EventIndex } from './events/link-event-mention.ts';
import { buildCalendar, type EventCalendar } from './find-events.ts';
import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import type { Recognise } from './group/article-names.ts';
import { type LabelWords, labelWordsOf } from './label-words.ts';
import { buildNameSounds, type NameSounds, NO_SOUNDS } from './link-sounds.ts';
import { openToldEvents } from './link-told-events.ts';
import { surfaceForms } from './surface-forms.ts';

export interface NameKnowledge {
  readonly entities: EntityList;
  /** -1 for none. */
  placeOf(id: EntityId): number;
  readonly gazetteer: Gazetteer;
  /** Labels by sound; asked only about names that `recognise` finds. */
  readonly sounds: NameSounds;
  /** Finds the names of a page that no label spells out; null where there is no model. */
  readonly recognise: Recognise | null;
  readonly calendar: EventCalendar;
  /** Events that the archive's articles tell of; null when it has none of its own. */
  readonly events: EventIndex | null;
  /** Entities that are events, in order. */
  readonly eventRecords: readonly Entity[];
  readonly labelWords: LabelWords;
  /** The entities that one shares an archived article with; null while an archive is being baked. */
  readonly companions: ((entity: number) => ReadonlySet<number>) | null;
}

/** With all records in memory. */
export interface WholeKnowledge extends NameKnowledge {
  readonly entities: readonly Entity[];
}

/** Each is asked when a page or a name first needs it: a woken background that only searches does without. */
export interface NameSource<List extends EntityList> {
  readonly entities: List;
  readonly byId: EntitiesById;
  placeOf(id: EntityId): number;
  gazetteer(): Gazetteer;
  sounds(): NameSounds;
  eventRecords(): readonly Entity[];
  labelWords(): LabelWords;
  companions(): NameKnowledge['companions'];
}

export function openNames<List extends EntityList>(
  source: NameSource<List>,
): NameKnowledge & { readonly entities: List } {
  const { entities, byId, placeOf } = source;
  const gazetteer = once(source.gazetteer);
  const sounds = once(source.sounds);
  const labelWords = once(source.labelWords);
  const companions = once(source.companions);
  const events = once(() => {
    const all = source.eventRecords();
    byId.need?.(all.flatMap(({ where, participants }) => (where ? [where, ...participants] : participants)));
    return all;
  });
  const calendar = once(() => buildCalendar(events(), byId));
  const told = once(() => openToldEvents(events(), byId));
  return {
    ...{ entities, placeOf, recognise: null },
    get gazetteer() {
      return gazetteer();
    },
    get sounds() {
      return sounds();
    },
    get calendar() {
      return calendar();
    },
    get events() {
      return told();
    },
    get eventRecords() {
      return events();
    },
    get labelWords() {
      return labelWords();
    },
    get companions() {
      return companions();
    },
  };
}

export function buildNameKnowledge(entities: readonly Entity[]): WholeKnowledge {
  return openNameKnowledge(entities, buildGazetteer(surfaceForms(entities)), null, buildNameSounds(entities));
}

/** The same knowledge with a recogniser at hand. */
export function withRecogniser<Known extends NameKnowledge>(knowledge: Known, recognise: Recognise): Known {
  return Object.create(knowledge, { recognise: { value: recognise } }) as Known;
}

/** `articles`: for each article, the entities named in it. */
export function openNameKnowledge(
  entities: readonly Entity[],
  gazetteer: Gazetteer,
  articles: readonly (readonly EntityId[])[] | null,
  sounds: NameSounds = NO_SOUNDS,
): WholeKnowledge {
  const places = once(() => new Map(entities.map(({ id }, place) => [id, place])));
  const placeOf = (id: EntityId) => places().get(id) ?? -1;
  return openNames({
    ...{ entities, placeOf },
    byId: { get: (id) => entities[placeOf(id)] },
    gazetteer: () => gazetteer,
    sounds: () => sounds,
    eventRecords: () => entities.filter(({ type }) => type === 'event'),
    labelWords: () => labelWordsOf(entities),
    companions: () => articles && companionsIn(entities, placeOf, articles),
  });
}

/** Worked out for the few that a page asks about: for all of them together it takes half a second at 10,000 articles. */
export function companionsIn(
  entities: EntityList,
  placeOf: (id: EntityId) => number,
  articles: readonly (readonly EntityId[])[],
): (entity: number) => ReadonlySet<number> {
  const articlesOf = new Map<EntityId, number[]>();
  for (const [article, ids] of articles.entries())
    for (const id of ids) {
      const known = articlesOf.get(id);
      if (!known) articlesOf.set(id, [article]);
      else if (known.at(-1) !== article) known.push(article);
    }
  const found = new Map<number, ReadonlySet<number>>();
  const find = (entity: number): ReadonlySet<number> => {
    const companions = new Set<number>();
    for (const article of articlesOf.get((entities.at(entity) as Entity).id) ?? [])
      for (const id of articles[article] as readonly EntityId[]) {
        const place = placeOf(id);
        if (place >= 0) companions.add(place);
      }
    companions.delete(entity);
    return companions;
  };
  return (entity) => {
    const companions = found.get(entity) ?? find(entity);
    found.set(entity, companions);
    return companions;
  };
}

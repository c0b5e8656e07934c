/** Everything names are matched against, built once for an archive. */
import type { Entity, EntityId } from './entity.ts';
import type { EventIndex } from './events/link-event-mention.ts';
import { buildCalendar, type EventCalendar } from './find-events.ts';
import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import type { Recognise } from './group/article-names.ts';
import { buildNameSounds, type NameSounds, NO_SOUNDS } from './link-sounds.ts';
import { openToldEvents } from './link-told-events.ts';
import { surfaceForms } from './surface-forms.ts';

export interface NameKnowledge {
  readonly entities: readonly Entity[];
  readonly gazetteer: Gazetteer;
  /** Labels by sound; asked only about names that `recognise` finds. */
  readonly sounds: NameSounds;
  /** Finds the names of a page that no label spells out; null where there is no model. */
  readonly recognise: Recognise | null;
  readonly calendar: EventCalendar;
  /** Events that the archive's articles tell of; null when it has none of its own. */
  readonly events: EventIndex | null;
  /** The entities that one shares an archived article with; null while an archive is being baked. */
  readonly companions: ((entity: number) => ReadonlySet<number>) | null;
}

export function buildNameKnowledge(entities: readonly Entity[]): NameKnowledge {
  return openNameKnowledge(entities, buildGazetteer(surfaceForms(entities)), null, buildNameSounds(entities));
}

/** The same knowledge with a recogniser at hand. */
export function withRecogniser(knowledge: NameKnowledge, recognise: Recognise): NameKnowledge {
  const { entities, gazetteer, sounds } = knowledge;
  return {
    ...{ entities, gazetteer, sounds, recognise },
    get calendar() {
      return knowledge.calendar;
    },
    get events() {
      return knowledge.events;
    },
    get companions() {
      return knowledge.companions;
    },
  };
}

/** `articles`: for each article, the entities named in it. */
export function openNameKnowledge(
  entities: readonly Entity[],
  gazetteer: Gazetteer,
  articles: readonly (readonly EntityId[])[] | null,
  sounds: NameSounds = NO_SOUNDS,
): NameKnowledge {
  // Made when first asked for: a woken background that only searches reads no page.
  let calendar: EventCalendar | null = null;
  let events: EventIndex | null | undefined;
  let companions: NameKnowledge['companions'] = null;
  return {
    ...{ entities, gazetteer, sounds, recognise: null },
    get calendar() {
      calendar ??= buildCalendar(entities);
      return calendar;
    },
    get events() {
      if (events === undefined) events = openToldEvents(entities);
      return events;
    },
    get companions() {
      companions ??= articles && companionsIn(entities, articles);
      return companions;
    },
  };
}

/** The same, made by `open` when first asked for anything but the company that names keep. */
export function openLater(
  open: () => NameKnowledge,
  companions: NonNullable<NameKnowledge['companions']>,
): NameKnowledge {
  let opened: NameKnowledge | null = null;
  const known = (): NameKnowledge => {
    opened ??= open();
    return opened;
  };
  return {
    get entities() {
      return known().entities;
    },
    get gazetteer() {
      return known().gazetteer;
    },
    get sounds() {
      return known().sounds;
    },
    recognise: null,
    get calendar() {
      return known().calendar;
    },
    get events() {
      return known().events;
    },
    companions,
  };
}

/** Worked out for the few that a page asks about: for all of them together it takes half a second at 10,000 articles. */
export function companionsIn(
  entities: readonly Entity[],
  articles: readonly (readonly EntityId[])[],
): (entity: number) => ReadonlySet<number> {
  const places = new Map(entities.map(({ id }, place) => [id, place]));
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
    for (const article of articlesOf.get((entities[entity] as Entity).id) ?? [])
      for (const id of articles[article] as readonly EntityId[]) companions.add(places.get(id) ?? entity);
    companions.delete(entity);
    return companions;
  };
  return (entity) => {
    const companions = found.get(entity) ?? find(entity);
    found.set(entity, companions);
    return companions;
  };
}

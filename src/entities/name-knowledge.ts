/** Everything names are matched against, built once for an archive. */
import type { Entity, EntityId } from './entity.ts';
import { buildCalendar, type EventCalendar } from './find-events.ts';
import { buildGazetteer, type Gazetteer } from './gazetteer.ts';
import { surfaceForms } from './surface-forms.ts';

export interface NameKnowledge {
  readonly entities: readonly Entity[];
  readonly gazetteer: Gazetteer;
  readonly calendar: EventCalendar;
  /** For each entity, those it shares an archived article with; null while an archive is being baked. */
  readonly companions: readonly ReadonlySet<number>[] | null;
}

export function buildNameKnowledge(entities: readonly Entity[]): NameKnowledge {
  return openNameKnowledge(entities, buildGazetteer(surfaceForms(entities)), null);
}

/** `articles`: for each article, the entities named in it. */
export function openNameKnowledge(
  entities: readonly Entity[],
  gazetteer: Gazetteer,
  articles: readonly (readonly EntityId[])[] | null,
): NameKnowledge {
  // Made when first asked for: a woken background that only searches reads no page.
  let calendar: EventCalendar | null = null;
  let companions: readonly ReadonlySet<number>[] | null = null;
  return {
    entities,
    gazetteer,
    get calendar() {
      calendar ??= buildCalendar(entities);
      return calendar;
    },
    get companions() {
      companions ??= articles && companionsIn(entities, articles);
      return companions;
    },
  };
}

function companionsIn(
  entities: readonly Entity[],
  articles: readonly (readonly EntityId[])[],
): readonly ReadonlySet<number>[] {
  const places = new Map(entities.map(({ id }, place) => [id, place]));
  const companions = entities.map(() => new Set<number>());
  for (const ids of articles) {
    const present = ids.flatMap((id) => places.get(id) ?? []);
    for (const one of present) for (const other of present) if (one !== other) companions[one]?.add(other);
  }
  return companions;
}

/** The names of one page as the panels list them: grouped, counted, with every place they stand at. */
import type { EntityId } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import type { AmbiguousName, NameOnPage } from '../protocol/views.ts';
import type { Archive } from './archive.ts';
import { typeOf } from './page-session.ts';

/** Positions shown for one name; the page has more, nobody steps through them. */
const MOST_PLACES = 200;

/** Names of the page grouped by entity, most frequent first. */
export function namesOnPage(archive: Archive, page: ReadonlyMap<number, readonly Mention[]>): NameOnPage[] {
  const names = new Map<
    EntityId,
    { first: Mention; places: NameOnPage['places'][number][]; count: number }
  >();
  for (const [key, mentions] of page) {
    for (const mention of mentions) {
      if (!mention.entityId) continue;
      const place = { key, start: mention.start, end: mention.end };
      const known = names.get(mention.entityId);
      if (!known) names.set(mention.entityId, { first: mention, places: [place], count: 1 });
      else {
        known.count++;
        if (known.places.length < MOST_PLACES) known.places.push(place);
        if (mention.confidence > known.first.confidence) known.first = mention;
      }
    }
  }
  return [...names]
    .map(([entityId, { first, places, count }]): NameOnPage => {
      const labelOf = (id: EntityId) => archive.entityOf.get(id)?.prefLabel ?? id;
      return {
        entityId,
        type: typeOf(entityId),
        label: labelOf(entityId),
        count,
        confidence: first.confidence,
        why: first.why,
        because: first.because.filter((id) => id !== entityId).map(labelOf),
        exact: first.exact,
        places,
        passageCount: archive.passagesOf.get(entityId)?.length ?? 0,
      };
    })
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** Forms that stayed open, each once, with who they could be. */
export function ambiguousNames(
  archive: Archive,
  page: ReadonlyMap<number, readonly Mention[]>,
): AmbiguousName[] {
  const open = new Map<string, AmbiguousName>();
  for (const [key, mentions] of page) {
    for (const { entityId, exact, start, end, alternatives } of mentions) {
      if (entityId || open.has(exact)) continue;
      const candidates = alternatives.flatMap((candidate) => {
        const entity = archive.entityOf.get(candidate.entityId);
        return entity ? [{ entityId: entity.id, type: entity.type, label: entity.prefLabel }] : [];
      });
      open.set(exact, { exact, place: { key, start, end }, candidates });
    }
  }
  return [...open.values()];
}

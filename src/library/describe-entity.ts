/** Who or what a name is, and where the archive prints it: the content of the card and of a name's page. */
import type { Entity, EntityId } from '../entities/entity.ts';
import type { EntityView } from '../protocol/views.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { Archive } from './archive.ts';
import { toEntitySummary, toNamedPassageView } from './passage-view.ts';

/** Passages listed for one name; its count says how many there are. */
const MOST_PASSAGES = 20;
const MOST_ALIASES = 12;
/** Passages with a name's own words listed; a search for them (`said:`) lists all. */
const MOST_SAID = 5;

export function describeEntity(
  archive: Archive,
  id: EntityId,
  why: EntityView['why'] = 'label',
): Result<EntityView> {
  const entity = archive.entityOf.get(id);
  if (!entity) return fail('not-found', `The archive knows no ${id}.`);
  const places = byPrintedDate(archive, archive.passagesOf.get(id) ?? []);
  const view = (place: number | undefined) =>
    place === undefined ? null : toNamedPassageView(archive, place, entity);
  const dated = places.filter((place) => archive.records[place]!.article.datePublished !== null);
  const labelOf = (other: EntityId) => archive.entityOf.get(other)?.prefLabel ?? other;
  return succeed({
    ...toEntitySummary(archive, entity, why),
    description: entity.description,
    descriptionSource: entity.descriptionSource,
    when: entity.when,
    where: entity.where && labelOf(entity.where),
    participants: entity.participants.map(labelOf),
    aliases: aliasesOf(entity),
    calledBy: entity.altLabels.flatMap(({ text, usedBy }) =>
      usedBy ? [{ term: text, outlet: usedBy }] : [],
    ),
    sameAs: entity.sameAs,
    earliest: view(dated[0]),
    newest: view(dated.at(-1)),
    passages: places.slice(0, MOST_PASSAGES).map((place) => toNamedPassageView(archive, place, entity)),
    ...saidBy(archive, entity),
    articleCount: new Set(places.map((place) => archive.records[place]!.article.id)).size,
  });
}

/** Passages that surely quote this name, as a search with `said:` finds them. */
function saidBy(archive: Archive, entity: Entity): Pick<EntityView, 'said' | 'saidCount'> {
  const places: number[] = [];
  archive.records.forEach(({ speakers }, place) => {
    if (speakers.quoted.includes(entity.prefLabel)) places.push(place);
  });
  const ordered = byPrintedDate(archive, places);
  return {
    said: ordered.slice(0, MOST_SAID).map((place) => toNamedPassageView(archive, place, entity)),
    saidCount: places.length,
  };
}

/** Earliest printed date first; undated articles last. */
function byPrintedDate({ records }: Archive, places: readonly number[]): number[] {
  const day = (place: number) => records[place]!.article.datePublished ?? '9999';
  return [...places].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
}

function aliasesOf(entity: Entity): string[] {
  const ordinary = entity.altLabels.filter(({ usedBy }) => usedBy === null).map(({ text }) => text);
  return [...new Set(ordinary)].slice(0, MOST_ALIASES);
}

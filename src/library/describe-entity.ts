/** Who or what a name is, and where the archive prints it: the content of the card and of a name's page. */
import type { Entity, EntityId } from '../entities/entity.ts';
import type { EntityView } from '../protocol/views.ts';
import { factsOf } from '../retrieval/searchable.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { Archive } from './archive.ts';
import { toEntitySummary, toNamedPassageView } from './passage-view.ts';

/** Of a card, in code units: the name must stand in what is seen. */
const TWO_LINES = 110;
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
    place === undefined ? null : toNamedPassageView(archive, place, entity, TWO_LINES);
  const facts = factsOf(archive);
  const dated = places.filter((place) => facts.of(facts.articleOf(place)).datePublished !== null);
  const said = saidBy(archive, entity);
  const named = new Set(places);
  const ends = [dated[0], dated.at(-1)].filter((place) => place !== undefined);
  // Every one of them is undated then, and the first is as good as any.
  const undated = dated.length === 0 ? places[0] : undefined;
  archive.records.need?.([...ends, ...(undated === undefined ? [] : [undated]), ...said.slice(0, MOST_SAID)]);
  archive.entityOf.need?.([...entity.participants, ...(entity.where ? [entity.where] : [])]);
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
    undated: view(undated),
    said: said.slice(0, MOST_SAID).map((place) => toNamedPassageView(archive, place, entity)),
    saidCount: said.length,
    saidUnnamed: said.filter((place) => !named.has(place)).length,
    articleCount: new Set(places.map((place) => facts.articleOf(place))).size,
  });
}

/** Passages that surely quote this name, as a search with `said:` finds them. */
function saidBy(archive: Archive, { prefLabel }: Entity): number[] {
  return byPrintedDate(archive, [...factsOf(archive).quoting((name) => name === prefLabel)]);
}

/** Earliest printed date first; undated articles last. */
function byPrintedDate(archive: Archive, places: readonly number[]): number[] {
  const facts = factsOf(archive);
  const day = (place: number) => facts.of(facts.articleOf(place)).datePublished ?? '9999';
  return [...places].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
}

function aliasesOf(entity: Entity): string[] {
  const ordinary = entity.altLabels.filter(({ usedBy }) => usedBy === null).map(({ text }) => text);
  return [...new Set(ordinary)].slice(0, MOST_ALIASES);
}

/** Names as a reader's words find them, on the disk: records of those alone that are answered. */
import type { Entity, EntityId } from '../../entities/entity.ts';
import { byRank } from '../../entities/look-up-name.ts';
import { fold } from '../../text/tokenise.ts';
import type { EntityShelf } from '../archive.ts';
import { labelsOf, mostPrinted, type NameList } from '../name-list.ts';
import type { OutletCounts } from '../outlet-counts.ts';
import { type DiskReader, ENTITIES_PER_BLOCK } from './disk-reader.ts';
import { NO_LABELS, openLabels } from './labels.ts';
import { idsOfNames, type NameIds, passagesByName } from './name-parts.ts';
import { namesSpelledNear } from './spellings.ts';

const blockOf = (place: number) => Math.floor(place / ENTITIES_PER_BLOCK);

export function entityAt(reader: DiskReader, place: number): Entity | undefined {
  return reader.entityBlock(blockOf(place))[place % ENTITIES_PER_BLOCK];
}

export function needPlaces(reader: DiskReader, places: Iterable<number>): void {
  reader.needEntities(Array.from(places, blockOf));
}

function placesOf(reader: DiskReader, ids: Iterable<EntityId>): number[] {
  return Array.from(ids, (id) => idsOfNames(reader).placeOf(id)).filter((place) => place >= 0);
}

export function entitiesOn(reader: DiskReader, size: number): EntityShelf {
  return {
    size,
    has: (id) => idsOfNames(reader).placeOf(id) >= 0,
    get: (id) => {
      const place = idsOfNames(reader).placeOf(id);
      return place < 0 ? undefined : entityAt(reader, place);
    },
    need: (ids) => needPlaces(reader, placesOf(reader, ids)),
  };
}

export function outletsOn(reader: DiskReader, id: EntityId): OutletCounts {
  const place = idsOfNames(reader).placeOf(id);
  const forms = place < 0 ? [] : reader.formsBlock(blockOf(place))[place % ENTITIES_PER_BLOCK];
  return new Map((forms ?? []).map(([form, outlets]) => [form, new Map(outlets)]));
}

export function needOutletsOn(reader: DiskReader, ids: Iterable<EntityId>): void {
  reader.needForms(placesOf(reader, ids).map(blockOf));
}

/** `size`: how many names there are. */
export function namesOn(reader: DiskReader, size: number): NameList {
  const labels = () => reader.part('labels', openLabels, () => NO_LABELS);
  const entitiesAt = (places: readonly number[]) => {
    needPlaces(reader, places);
    return places.map((place) => entityAt(reader, place));
  };
  return {
    expect: () => reader.expect('labels', 'names'),
    byLetters: (text, limit, types) => {
      const wanted = fold(text);
      const found = wanted === '' ? [] : [...labels().holding(wanted, types)];
      if (found.length === 0) return [];
      const ids = idsOfNames(reader);
      const best = found
        .map(([place, why]) => ({ place, why, entity: { id: ids.at(place) } }))
        .sort(byRank)
        .slice(0, limit);
      const entities = entitiesAt(best.map(({ place }) => place));
      return best.flatMap(({ why }, at) => (entities[at] ? [{ entity: entities[at], why }] : []));
    },
    nearSpelling: (text, types) => {
      const places = namesSpelledNear(reader, size, text).filter((place) => labels().isOf(place, types));
      return entitiesAt(places).filter((entity) => entity !== undefined);
    },
    isOfPerson: (word) => labels().isWordOf(word, 'person'),
    beginning: (letters, limit, count) => {
      const begun = [...labels().beginning(letters)];
      if (begun.length === 0) return [];
      const ids = idsOfNames(reader);
      const best = mostPrinted(begun, ([place]) => ids.at(place), limit, count);
      const entities = entitiesAt(best.map(([place]) => place));
      return best.flatMap(([, label], at) => {
        const entity = entities[at];
        return entity ? [{ entity, label: labelsOf(entity)[label] ?? entity.prefLabel }] : [];
      });
    },
    mostPrinted: (limit, types, more) => {
      reader.need('names', 'naming', 'labels');
      const ids = idsOfNames(reader);
      const passages = passagesByName(reader);
      for (const [id, by] of more ?? []) {
        const place = ids.placeOf(id);
        if (place >= 0) passages[place]! += by;
      }
      const best = mostOf(ids, passages, limit, (place) => labels().isOf(place, types));
      const entities = entitiesAt(best);
      return best.flatMap((place, at) =>
        entities[at] ? [{ entity: entities[at], passages: passages[place] as number }] : [],
      );
    },
  };
}

/** Places of the names in most passages, equals by id. Few are put in order: a sort of all takes a third of a second at 500,000. */
function mostOf(
  ids: NameIds,
  passages: Int32Array,
  limit: number,
  isAsked: (place: number) => boolean,
): number[] {
  const asked = ids.inOrder.filter(isAsked);
  const least =
    Int32Array.from(asked, (place) => passages[place] as number)
      .sort()
      .at(-limit) ?? -1;
  const above = asked.filter((place) => (passages[place] as number) > least);
  const equal = asked.filter((place) => passages[place] === least).subarray(0, limit - above.length);
  return [...above, ...equal].sort((a, b) => (passages[b] as number) - (passages[a] as number));
}

/**
 * What names of a page are matched against, on the disk: the forms of all names as one part that opens without parsing,
 * and the records of those alone that the page may name. The naive version reads all records: seconds at 500,000.
 */
import type { Entity } from '../../entities/entity.ts';
import type { EntityList } from '../../entities/entity-list.ts';
import { buildGazetteer, openGazetteer } from '../../entities/gazetteer.ts';
import type { LabelWords } from '../../entities/label-words.ts';
import { NO_SOUNDS, openNameSounds } from '../../entities/link-sounds.ts';
import { type NameKnowledge, openNames } from '../../entities/name-knowledge.ts';
import type { Script } from '../../text/romanise.ts';
import { ownBuffer } from '../pack-sections.ts';
import { asNumbers, type Bytes, decodeJson, encodeJson, joinColumns, splitColumns } from './columns.ts';
import type { DiskReader } from './disk-reader.ts';
import { companionsOf, idsOfNames } from './name-parts.ts';
import { entitiesOn, entityAt, needPlaces } from './names-on-disk.ts';

export function knowledgeOn(reader: DiskReader, size: number): NameKnowledge {
  const entities: EntityList = {
    length: size,
    at: (place) => (place < size ? entityAt(reader, place) : undefined),
    need: (places) => needPlaces(reader, places),
  };
  return openNames({
    entities,
    placeOf: (id) => idsOfNames(reader).placeOf(id),
    byId: entitiesOn(reader, size),
    gazetteer: () =>
      reader.part(
        'gazetteer',
        (bytes) => openGazetteer(ownBuffer(bytes)),
        () => buildGazetteer([]),
      ),
    sounds: () =>
      reader.part(
        'sounds',
        (bytes) => openNameSounds(ownBuffer(bytes)),
        () => NO_SOUNDS,
      ),
    eventRecords: () => {
      const places = reader.part('events', asNumbers, () => new Uint32Array());
      needPlaces(reader, places);
      return Array.from(places).flatMap((place) => entityAt(reader, place) ?? []);
    },
    labelWords: () => reader.part('words', openLabelWords, () => ({ scripts: [], in: () => [] })),
    companions: () => (entity) => companionsOf(reader, entity),
  });
}

/** The places of events, of all names in order. */
export function packEvents(entities: readonly Entity[]): Bytes {
  const places = entities.flatMap(({ type }, place) => (type === 'event' ? [place] : []));
  return new Uint8Array(Uint32Array.from(places).buffer);
}

/** JSON of the scripts, and a column of each one's words, by spaces apart. */
export function packLabelWords({ scripts, in: wordsIn }: LabelWords): Bytes {
  const encoder = new TextEncoder();
  return joinColumns([
    encodeJson(scripts),
    ...scripts.map((script) => encoder.encode(wordsIn(script).join(' '))),
  ]);
}

function openLabelWords(bytes: Bytes): LabelWords | null {
  const [columns = 0] = asNumbers(bytes);
  const [names, ...lists] = splitColumns(bytes, columns) ?? [];
  if (!names) return null;
  const scripts = decodeJson<Script[]>(names);
  const decoder = new TextDecoder();
  return {
    scripts,
    in: (script) => {
      const list = lists[scripts.indexOf(script)];
      return list && list.length > 0 ? decoder.decode(list).split(' ') : [];
    },
  };
}

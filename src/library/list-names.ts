/** The archive's names for the names editor: those that the typed words may mean, or the most printed ones. */
import type { Entity, EntityType } from '../entities/entity.ts';
import type { ArchiveNameView } from '../protocol/archive-calls.ts';
import { factsOf } from '../retrieval/searchable.ts';
import type { Archive } from './archive.ts';
import { namesMeant } from './name-list.ts';
import { printedForms } from './printed-forms.ts';

interface NameQuery {
  readonly text: string;
  readonly type: EntityType | null;
  readonly limit: number;
}

export function listNames(archive: Archive, { text, type, limit }: NameQuery): ArchiveNameView[] {
  const types = type === null ? null : [type];
  const found =
    text.trim() === ''
      ? archive.names.mostPrinted(limit, types)
      : namesMeant(archive, text, { limit, types });
  archive.needOutlets?.(found.map(({ entity }) => entity.id));
  return found.map(({ entity }) => toArchiveName(archive, entity));
}

function toArchiveName(archive: Archive, entity: Entity): ArchiveNameView {
  const places = archive.passagesOf.get(entity.id) ?? [];
  const facts = factsOf(archive);
  return {
    entityId: entity.id,
    type: entity.type,
    label: entity.prefLabel,
    forms: printedForms(archive, entity),
    passageCount: places.length,
    articleCount: new Set(places.map((place) => facts.articleOf(place))).size,
    isFound: isFound(archive, entity),
  };
}

/** Whoever writes a record says what it stands for, or links an outlet to it; events that are found have a kind. */
function isFound({ outlets }: Archive, { id, type, kind, description, sameAs }: Entity): boolean {
  if (type === 'event') return kind !== undefined;
  return description === null && sameAs === null && !outlets.some(({ entityId }) => entityId === id);
}

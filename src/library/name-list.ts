/**
 * The archive's names as a reader's words find them: by their letters, then by other spellings
 * (entities/look-up-name.ts), without the records of all of them where those lie on the disk.
 */
import type { Entity, EntityId, EntityType } from '../entities/entity.ts';
import { byRank, lookUpName, type NameAnswer } from '../entities/look-up-name.ts';
import { fold, words } from '../text/tokenise.ts';

/** A label in which letters begin a word. */
interface BegunName {
  readonly entity: Entity;
  readonly label: string;
}

interface PrintedName {
  readonly entity: Entity;
  /** Of the archive, that name it. */
  readonly passages: number;
}

export interface NameList {
  /** Says that names will be asked for; left out where all are in memory. */
  readonly expect?: () => void;
  /** Best first, as lookUpName finds them; `types` null: of all. */
  byLetters(text: string, limit: number, types: Types): NameAnswer[];
  /** Names with a label in which the folded letters begin a word, by `count` of passages, those without left out. */
  beginning(letters: string, limit: number, count: (id: Entity['id']) => number): BegunName[];
  /** Of `types`, null: of all: every one that a misspelt name may mean, and others. */
  nearSpelling(text: string, types: Types): readonly Entity[];
  /** Whether a person's name holds the folded word. */
  isOfPerson(word: string): boolean;
  /** By {@link byPassages}; `more`: passages that some names have besides, or have lost. */
  mostPrinted(limit: number, types: Types, more?: ReadonlyMap<EntityId, number>): PrintedName[];
}

/** The most printed first, equals by id. */
export const byPassages = (
  a: { readonly passages: number; readonly entity: Pick<Entity, 'id'> },
  b: typeof a,
) => b.passages - a.passages || (a.entity.id < b.entity.id ? -1 : 1);

type Types = readonly EntityType[] | null;

interface NameSearch {
  readonly limit: number;
  readonly types?: Types;
  /** Other spellings as well, where letters find nothing. */
  readonly isForgiving?: boolean;
}

/** Which names a reader's words may mean. */
export function namesMeant(
  { names }: { readonly names: NameList },
  text: string,
  { limit, types = null, isForgiving = true }: NameSearch,
): NameAnswer[] {
  const found = names.byLetters(text, limit, types);
  if (found.length > 0 || !isForgiving || fold(text) === '') return found;
  return lookUpName(names.nearSpelling(text, types), text, limit);
}

const ofTypes = (entities: readonly Entity[], types: Types) =>
  types === null ? entities : entities.filter(({ type }) => types.includes(type));

/** Of records in memory. */
export function listOf(entities: readonly Entity[], passagesNaming: (id: EntityId) => number): NameList {
  let ofPeople: ReadonlySet<string> | null = null;
  return {
    byLetters: (text, limit, types) => lookUpName(ofTypes(entities, types), text, limit, false),
    nearSpelling: (_text, types) => ofTypes(entities, types),
    isOfPerson: (word) => {
      ofPeople ??= new Set(
        ofTypes(entities, ['person'])
          .flatMap(labelsOf)
          .flatMap((label) => words(label)),
      );
      return ofPeople.has(word);
    },
    beginning: (letters, limit, count) => {
      const begun = entities.flatMap((entity): BegunName[] => {
        const label = labelsOf(entity).find((text) => ` ${fold(text)}`.includes(` ${letters}`));
        return label === undefined ? [] : [{ entity, label }];
      });
      return mostPrinted(begun, ({ entity }) => entity.id, limit, count);
    },
    mostPrinted: (limit, types, more) =>
      ofTypes(entities, types)
        .map((entity) => ({ entity, passages: passagesNaming(entity.id) + (more?.get(entity.id) ?? 0) }))
        .sort(byPassages)
        .slice(0, limit),
  };
}

/** In the order in which letters are looked for in them. */
export const labelsOf = ({ prefLabel, altLabels }: Pick<Entity, 'prefLabel' | 'altLabels'>) => [
  prefLabel,
  ...altLabels.map(({ text }) => text),
];

/** The most printed first, equals by id, those without a passage left out. */
export function mostPrinted<Name>(
  names: readonly Name[],
  idOf: (name: Name) => Entity['id'],
  limit: number,
  count: (id: Entity['id']) => number,
): Name[] {
  return names
    .map((name) => ({ name, id: idOf(name), count: count(idOf(name)) }))
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Names of two archives; those that both know are the younger's. */
export function joinLists(old: NameList, young: NameList): Omit<NameList, 'mostPrinted'> {
  return {
    expect: () => old.expect?.(),
    byLetters: (text, limit, types) => {
      const found = [...young.byLetters(text, limit, types), ...old.byLetters(text, limit, types)];
      const distinct = new Map(found.toReversed().map((answer) => [answer.entity.id, answer]));
      return [...distinct.values()].sort(byRank).slice(0, limit);
    },
    nearSpelling: (text, types) => [...old.nearSpelling(text, types), ...young.nearSpelling(text, types)],
    isOfPerson: (word) => young.isOfPerson(word) || old.isOfPerson(word),
    beginning: (letters, limit, count) => {
      const begun = [...old.beginning(letters, limit, count), ...young.beginning(letters, limit, count)];
      const distinct = new Map(begun.map((name) => [name.entity.id, name]));
      return mostPrinted([...distinct.values()], ({ entity }) => entity.id, limit, count);
    },
  };
}

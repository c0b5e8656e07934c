/** Who is named and quoted where, as read of the disk: lists of numbers that open without parsing. */
import type { EntityId } from '../../entities/entity.ts';
import { placeOfId } from './catalogue.ts';
import { asNumbers, type Bytes, decodeJson, type Lists, listAt, openTexts, splitColumns } from './columns.ts';
import type { DiskReader } from './disk-reader.ts';

/** Names by their places in the authority file. */
export interface NameIds {
  readonly count: number;
  /** Places, by the ids' order. */
  readonly inOrder: Uint32Array;
  at(place: number): EntityId;
  /** -1 for none. */
  placeOf(id: EntityId): number;
}

const NO_LISTS = (): Lists => ({ starts: new Uint32Array(1), values: new Uint32Array() });

function openLists(bytes: Bytes): Lists | null {
  const [starts, values] = splitColumns(bytes, 2) ?? [];
  return starts && values ? { starts: asNumbers(starts), values: asNumbers(values) } : null;
}

const NO_IDS: NameIds = {
  ...{ count: 0, inOrder: new Uint32Array() },
  at: () => '' as EntityId,
  placeOf: () => -1,
};

export function idsOfNames(reader: DiskReader): NameIds {
  return reader.part('names', openIds, () => NO_IDS);
}

function openIds(bytes: Bytes): NameIds | null {
  const [order, starts, texts] = splitColumns(bytes, 3) ?? [];
  if (!order || !starts || !texts) return null;
  const sorted = asNumbers(order);
  const ids = openTexts(asNumbers(starts), texts);
  const known: EntityId[] = [];
  const at = (place: number) => {
    known[place] ??= ids.at(place) as EntityId;
    return known[place] as EntityId;
  };
  return {
    ...{ count: ids.length, inOrder: sorted, at },
    placeOf: (id) => {
      const place = placeOfId(ids.length, (one) => at(sorted[one] as number), id);
      return place < 0 ? -1 : (sorted[place] as number);
    },
  };
}

/** Places of the passages that name it, ascending. */
export function passagesNaming(reader: DiskReader, id: EntityId): readonly number[] | undefined {
  reader.need('names', 'naming');
  const naming = reader.part('naming', openLists, NO_LISTS);
  const place = idsOfNames(reader).placeOf(id);
  const places = place < 0 ? [] : Array.from(listAt(naming, place));
  return places.length > 0 ? places : undefined;
}

/** How many passages name each, by the names' places. */
export function passagesByName(reader: DiskReader): Int32Array {
  const { starts } = reader.part('naming', openLists, NO_LISTS);
  return Int32Array.from(starts.subarray(1), (end, name) => end - (starts[name] as number));
}

export function entitiesAt(reader: DiskReader, passage: number): EntityId[] {
  reader.need('names', 'named');
  const ids = idsOfNames(reader);
  return Array.from(listAt(reader.part('named', openLists, NO_LISTS), passage), (place) => ids.at(place));
}

interface Company {
  readonly ofArticle: Lists;
  readonly articlesOf: Lists;
}

/** Names, by place, that share an article with this one. */
export function companionsOf(reader: DiskReader, entity: number): ReadonlySet<number> {
  const { ofArticle, articlesOf } = reader.part('company', openCompany, () => ({
    ...{ ofArticle: NO_LISTS(), articlesOf: NO_LISTS() },
  }));
  const companions = new Set<number>();
  for (const article of listAt(articlesOf, entity))
    for (const other of listAt(ofArticle, article)) companions.add(other);
  companions.delete(entity);
  return companions;
}

function openCompany(bytes: Bytes): Company | null {
  const columns = splitColumns(bytes, 4)?.map(asNumbers) as
    | [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
    | undefined;
  if (!columns) return null;
  const [starts, values, articleStarts, articles] = columns;
  return { ofArticle: { starts, values }, articlesOf: { starts: articleStarts, values: articles } };
}

interface Said {
  readonly names: readonly string[];
  readonly places: Lists;
}

/** Passages in which somebody is surely quoted by a name that fits. */
export function passagesQuoting(reader: DiskReader, fits: (name: string) => boolean): Set<number> {
  const said = reader.part('said', openSaid, (): Said => ({ names: [], places: NO_LISTS() }));
  const places = new Set<number>();
  said.names.forEach((name, at) => {
    if (fits(name)) for (const place of listAt(said.places, at)) places.add(place);
  });
  return places;
}

function openSaid(bytes: Bytes): Said | null {
  const [starts, values, names] = splitColumns(bytes, 3) ?? [];
  if (!starts || !values || !names) return null;
  return { names: decodeJson(names), places: { starts: asNumbers(starts), values: asNumbers(values) } };
}

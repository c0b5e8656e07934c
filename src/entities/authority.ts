/**
 * The authority file: entities and outlets written by hand, one JSON array a file. Everything is checked when it is
 * read, so that the rest of the product may trust the types: a wrong id in a hand-written file is a sentence, not a crash.
 */
import { firstDay, type IsoDate, lastDay, parseIsoDate } from '../text/iso-date.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { Entity, EntityId, EntityType, Label, Outlet, Source } from './entity.ts';

export interface Authority {
  /** Ordered by id, each id once. */
  readonly entities: readonly Entity[];
  readonly outlets: readonly Outlet[];
}

export const EMPTY_AUTHORITY: Authority = { entities: [], outlets: [] };

const TYPES: ReadonlySet<string> = new Set<EntityType>(['person', 'organization', 'place', 'event']);
const ID = /^(person|organization|place|event):[a-z0-9]+(?:-[a-z0-9]+)*$/;

type Fields = Readonly<Record<string, unknown>>;

/** `files`: name → parsed JSON; "outlets.json" holds outlets, every other file entities. */
export function parseAuthority(files: ReadonlyMap<string, unknown>): Result<Authority> {
  const entities: Entity[] = [];
  const outlets: Outlet[] = [];
  for (const [file, content] of files) {
    if (!Array.isArray(content)) return fail('bad-request', `${file}: the top level must be a list.`);
    for (const [index, entry] of content.entries()) {
      try {
        if (file === 'outlets.json') outlets.push(readOutlet(entry as Fields));
        else entities.push(readEntity(entry as Fields));
      } catch (error) {
        return fail('bad-request', `${file}, entry ${index + 1}: ${(error as Error).message}`);
      }
    }
  }
  entities.sort((a, b) => (a.id < b.id ? -1 : 1));
  return checkReferences({ entities, outlets });
}

function checkReferences(authority: Authority): Result<Authority> {
  const ids = new Set<EntityId>();
  for (const { id } of authority.entities) {
    if (ids.has(id)) return fail('bad-request', `${id} stands in the authority file twice.`);
    ids.add(id);
  }
  for (const { id, where, participants } of authority.entities) {
    for (const other of [...participants, ...(where ? [where] : [])]) {
      if (!ids.has(other))
        return fail('bad-request', `${id} refers to ${other}, which is not in the authority file.`);
    }
  }
  for (const { name, entityId } of authority.outlets) {
    if (entityId !== null && !ids.has(entityId))
      return fail('bad-request', `${name} refers to ${entityId}, which is not in the authority file.`);
  }
  return succeed(authority);
}

function readEntity(entry: Fields): Entity {
  const type = text(entry, 'type');
  const id = text(entry, 'id');
  if (!TYPES.has(type)) throw new Error(`“${type}” is no type of entity.`);
  if (!ID.test(id) || !id.startsWith(`${type}:`)) throw new Error(`“${id}” is no id of a ${type}.`);
  return {
    id: id as EntityId,
    type: type as EntityType,
    prefLabel: text(entry, 'prefLabel'),
    altLabels: list(entry, 'altLabels').map((label) => readLabel(label as Fields)),
    description: textOrNull(entry, 'description'),
    descriptionSource: readSource(entry.descriptionSource),
    when: readSpan(entry.when),
    where: textOrNull(entry, 'where') as EntityId | null,
    participants: texts(entry, 'participants') as readonly EntityId[],
    cues: texts(entry, 'cues'),
    sameAs: textOrNull(entry, 'sameAs'),
  };
}

function readLabel(label: Fields): Label {
  return {
    text: text(label, 'text'),
    language: text(label, 'language'),
    usedBy: textOrNull(label, 'usedBy'),
  };
}

function readOutlet(entry: Fields): Outlet {
  return {
    name: text(entry, 'name'),
    altNames: texts(entry, 'altNames'),
    entityId: textOrNull(entry, 'entityId') as EntityId | null,
    owner: textOrNull(entry, 'owner'),
    country: textOrNull(entry, 'country'),
    affiliation: textOrNull(entry, 'affiliation'),
    source: readSource(entry.source),
  };
}

function readSource(value: unknown): Source | null {
  if (value === null || value === undefined) return null;
  const source = value as Fields;
  return { url: text(source, 'url'), date: date(text(source, 'date')) };
}

function readSpan(value: unknown): Entity['when'] {
  if (value === null || value === undefined) return null;
  const span = value as Fields;
  const [from, to] = [date(text(span, 'from')), date(text(span, 'to'))];
  if (lastDay(to) < firstDay(from)) throw new Error(`“when” ends on ${to}, before it begins on ${from}.`);
  return { from, to };
}

function date(value: string): IsoDate {
  const parsed = parseIsoDate(value);
  if (!parsed) throw new Error(`“${value}” is no date.`);
  return parsed;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`“${name}” must be a text.`);
  return value;
}

function textOrNull(fields: Fields, name: string): string | null {
  return fields[name] === null || fields[name] === undefined ? null : text(fields, name);
}

function list(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value)) throw new Error(`“${name}” must be a list.`);
  return value;
}

function texts(fields: Fields, name: string): readonly string[] {
  const values = list(fields, name);
  if (values.every((value) => typeof value === 'string' && value.trim() !== '')) return values as string[];
  throw new Error(`“${name}” must be a list of texts.`);
}

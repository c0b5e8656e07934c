/**
 * What a reader sets right about names, and what follows from it.
 *
 * The naive version edits the entities: the next import groups the names anew and the edit is gone, and nobody can take
 * it back. Here decisions are kept as they were made, in order, and applied to whatever the archive gives today; a
 * decision about an entity that is not there (its articles were removed) sleeps until it returns. Undoing one is
 * leaving it out. O(corrections + entities).
 */
import { fold } from '../text/tokenise.ts';
import type { Entity, EntityId, EntityType, Label } from './entity.ts';
import type { EntitiesById } from './entity-list.ts';
import type { Mention } from './mention.ts';

export type Correction =
  /** These words never mean this entity. */
  | { readonly kind: 'not-this'; readonly form: string; readonly entityId: EntityId }
  /** Two entities are one; `into` gives its label. */
  | { readonly kind: 'same-as'; readonly entityId: EntityId; readonly into: EntityId }
  /** These forms of an entity mean somebody else, who gets a record of their own. */
  | {
      readonly kind: 'split';
      readonly entityId: EntityId;
      readonly forms: readonly string[];
      readonly label: string;
    }
  | { readonly kind: 'rename'; readonly entityId: EntityId; readonly label: string }
  /** It is a person, an organisation, a place or an event. */
  | { readonly kind: 'retype'; readonly entityId: EntityId; readonly type: EntityType }
  | { readonly kind: 'add-alias'; readonly entityId: EntityId; readonly text: string }
  /** These words are no name at all; an entity that they are the reference label of is none. */
  | { readonly kind: 'ignore'; readonly form: string };

export interface Decisions {
  /** Who stands for an entity now: itself, or the one it was merged into. */
  current(id: EntityId): EntityId;
  /** Whether the reader said that these words do not mean this entity. */
  isRefused(form: string, id: EntityId): boolean;
  /** A mention as it stands after the corrections; null when it is no name any more. */
  correct(mention: Mention): Mention | null;
}

export interface CorrectedNames extends Decisions {
  /** In the order given, those that were split off at the end, without those that are ignored. */
  readonly entities: readonly Entity[];
}

/** The label of a form that the reader typed or split off: its language is not known. */
const UNKNOWN_LANGUAGE = 'und';
const label = (text: string): Label => ({ text, language: UNKNOWN_LANGUAGE, usedBy: null });

/** What the decisions made of some records, laid over all. */
class DecidedRecords {
  /** null: gone. */
  readonly decided = new Map<EntityId, Entity | null>();
  private readonly given: EntitiesById;

  constructor(given: EntitiesById) {
    this.given = given;
  }

  get(id: EntityId): Entity | undefined {
    const decided = this.decided.get(id);
    return decided === undefined ? this.given.get(id) : (decided ?? undefined);
  }

  set(id: EntityId, entity: Entity): void {
    this.decided.set(id, entity);
  }

  delete(id: EntityId): void {
    this.decided.set(id, null);
  }
}

interface State {
  readonly byId: DecidedRecords;
  readonly mergedInto: Map<EntityId, EntityId>;
  /** `entity id, tab, folded form` → who the form means instead; null for nobody. */
  readonly moved: Map<string, EntityId | null>;
  readonly ignored: Set<string>;
}

export function applyCorrections(
  entities: readonly Entity[],
  corrections: readonly Correction[],
): CorrectedNames {
  const given = new Map(entities.map((entity) => [entity.id, entity]));
  const state = decide(given, corrections);
  const decisions = decisionsOf(state);
  const ids = new Set([...given.keys(), ...state.byId.decided.keys()]);
  const kept = [...ids].flatMap((id) => state.byId.get(id) ?? []).filter((one) => !isIgnored(state, one));
  return { ...decisions, entities: kept.map((entity) => relink(entity, decisions.current)) };
}

/** Without the records of all: what a page's mentions are corrected by. */
export function decideOn(records: EntitiesById, corrections: readonly Correction[]): Decisions {
  const ids = corrections.flatMap((one) => [
    ...('entityId' in one ? [one.entityId] : []),
    ...('into' in one ? [one.into] : []),
  ]);
  records.need?.(ids);
  return decisionsOf(decide(records, corrections));
}

function decide(records: EntitiesById, corrections: readonly Correction[]): State {
  const state: State = {
    byId: new DecidedRecords(records),
    mergedInto: new Map(),
    moved: new Map(),
    ignored: new Set(),
  };
  for (const correction of corrections) apply(state, correction);
  return state;
}

function decisionsOf(state: State): Decisions {
  return {
    current: (id) => currentOf(state, id),
    isRefused: (form, id) => {
      const folded = fold(form);
      return state.ignored.has(folded) || state.moved.has(movedKey(id, folded));
    },
    correct: (mention) => correctMention(state, mention),
  };
}

const movedKey = (id: EntityId, folded: string) => `${id}\t${folded}`;

function isIgnored({ ignored }: State, { prefLabel }: Entity): boolean {
  return ignored.size > 0 && ignored.has(fold(prefLabel));
}

function currentOf({ mergedInto }: State, id: EntityId): EntityId {
  let now = id;
  for (let next = mergedInto.get(now); next !== undefined; next = mergedInto.get(now)) now = next;
  return now;
}

function apply(state: State, correction: Correction): void {
  if (correction.kind === 'ignore') {
    state.ignored.add(fold(correction.form));
    return;
  }
  const id = currentOf(state, correction.entityId);
  const entity = state.byId.get(id);
  if (!entity) return;
  switch (correction.kind) {
    case 'not-this':
      state.moved.set(movedKey(id, fold(correction.form)), null);
      return;
    case 'same-as':
      merge(state, entity, currentOf(state, correction.into));
      return;
    case 'split':
      split(state, entity, correction.forms, correction.label);
      return;
    case 'rename':
      state.byId.set(id, renamed(entity, correction.label));
      return;
    case 'retype':
      retype(state, entity, correction.type);
      return;
    case 'add-alias':
      // The reader's newest word on a form wins over an earlier refusal of it.
      state.moved.delete(movedKey(id, fold(correction.text)));
      state.byId.set(id, withLabels(entity, entity.prefLabel, [correction.text]));
  }
}

/** `prefLabel` first, every other form once, none twice. */
function withLabels(entity: Entity, prefLabel: string, more: readonly string[]): Entity {
  const seen = new Set([prefLabel]);
  const altLabels = [...entity.altLabels, ...more.map(label)].filter(
    ({ text }) => !seen.has(text) && seen.add(text),
  );
  return { ...entity, prefLabel, altLabels };
}

/** What was composed by rule is no alias: from now on the event has a name. */
function renamed({ isComposed, ...entity }: Entity, name: string): Entity {
  return withLabels(entity, name, isComposed ? [] : [entity.prefLabel]);
}

function merge(state: State, entity: Entity, into: EntityId): void {
  const target = state.byId.get(into);
  if (!target || into === entity.id) return;
  const joined = { ...target, altLabels: [...target.altLabels, ...entity.altLabels] };
  state.byId.set(into, {
    ...withLabels(joined, target.prefLabel, [entity.prefLabel]),
    when: target.when ?? entity.when,
    where: target.where ?? entity.where,
    participants: [...new Set([...target.participants, ...entity.participants])],
    description: target.description ?? entity.description,
    descriptionSource: target.description === null ? entity.descriptionSource : target.descriptionSource,
  });
  state.byId.delete(entity.id);
  state.mergedInto.set(entity.id, into);
}

/** An id begins with the type, so the entity gets another one, and what knew the old one is led there. */
function retype(state: State, entity: Entity, type: EntityType): void {
  if (entity.type === type) return;
  const plain = `${type}:${entity.id.slice(entity.id.indexOf(':') + 1)}` as EntityId;
  const id = state.byId.get(plain) ? (`${plain}-was-${entity.type}` as EntityId) : plain;
  state.byId.delete(entity.id);
  state.byId.set(id, { ...entity, id, type });
  state.mergedInto.set(entity.id, id);
  // Back to what it was: nothing may lead away from there.
  state.mergedInto.delete(id);
}

/** Does nothing when no form would stay, or none goes. */
function split(state: State, entity: Entity, forms: readonly string[], name: string): void {
  const going = new Set(forms.map(fold));
  const all = [label(entity.prefLabel), ...entity.altLabels];
  const staying = all.filter(({ text }) => !going.has(fold(text)));
  const gone = all.filter(({ text }) => going.has(fold(text)));
  const [first] = staying;
  if (!first || gone.length === 0) return;
  const id = splitId(entity.id, name);
  state.byId.set(entity.id, {
    ...entity,
    prefLabel: first.text,
    altLabels: staying.filter((one) => one !== first),
  });
  const separate: Entity = {
    ...{ id, type: entity.type, prefLabel: name, altLabels: gone.filter(({ text }) => text !== name) },
    ...{ description: null, descriptionSource: null, when: null, where: null },
    ...{ participants: [], cues: [], sameAs: null },
  };
  state.byId.set(id, separate);
  for (const form of going) state.moved.set(movedKey(entity.id, form), id);
}

/** Of the two names alone, so that the same decision gives the same id after every rebuild. */
function splitId(id: EntityId, name: string): EntityId {
  const slug = fold(name)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${id}-not-${slug === '' ? hashText(name) : slug}` as EntityId;
}

/** 32 bits in base 36 (FNV-1a), for names without a Latin letter. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

function relink(entity: Entity, current: (id: EntityId) => EntityId): Entity {
  const where = entity.where && current(entity.where);
  const participants = [...new Set(entity.participants.map(current))];
  return { ...entity, where, participants };
}

function correctMention(state: State, mention: Mention): Mention | null {
  if (state.ignored.has(fold(mention.exact))) return null;
  const meant = (id: EntityId): EntityId | null => {
    const now = currentOf(state, id);
    const entity = state.byId.get(now);
    if (entity && isIgnored(state, entity)) return null;
    const moved = state.moved.get(movedKey(now, fold(mention.exact)));
    return moved === undefined ? now : moved && currentOf(state, moved);
  };
  const alternatives = mention.alternatives.flatMap((candidate) => {
    const entityId = meant(candidate.entityId);
    return entityId === null ? [] : [{ ...candidate, entityId }];
  });
  const entityId = mention.entityId && meant(mention.entityId);
  if (entityId === null && alternatives.length === 0) return null;
  const because = mention.because.map((id) => currentOf(state, id));
  return {
    ...mention,
    entityId,
    alternatives: alternatives.filter((one) => one.entityId !== entityId),
    because,
  };
}

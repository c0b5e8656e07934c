/** What ranking works on: the passages, their word index, and who is named where. */
import type { EntityId } from '../entities/entity.ts';
import { factsIn, type PassageFacts } from './passage-facts.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PassageRecord, PassageRecords } from './passage-record.ts';

export interface Searchable {
  readonly records: PassageRecords;
  readonly index: PassageIndex;
  /** Places in `records` of the passages that name an entity, ascending. */
  readonly passagesOf: PassagesOf;
  /** Left out where all records are in memory: these tell the same. */
  readonly facts?: PassageFacts;
  /** Keeps what a step of a question gave for the further runs of that question; left out where it runs once. */
  readonly step?: Step;
}

/** `compute` changes nothing, and nobody changes what it gives. Steps come in the same order in every run. */
type Step = <T>(compute: () => T) => T;

/** `compute()`, or what it gave to an earlier run of the same question. */
export function stepOf<T>({ step }: Pick<Searchable, 'step'>, compute: () => T): T {
  return step ? step(compute) : compute();
}

interface PassagesOf {
  get(entity: EntityId): readonly number[] | undefined;
}

const known = new WeakMap<PassageRecords, PassageFacts>();

/** Found once for an archive; its records do not change. */
export function factsOf({ records, facts }: Pick<Searchable, 'records' | 'facts'>): PassageFacts {
  if (facts) return facts;
  const before = known.get(records);
  if (before) return before;
  const made = factsIn(records);
  known.set(records, made);
  return made;
}

/** Weight of naming this entity: rare names tell more. 0 when no passage names it. */
export function rarity({ records, passagesOf }: Searchable, entity: EntityId): number {
  const count = passagesOf.get(entity)?.length ?? 0;
  return count === 0 ? 0 : Math.log(1 + records.length / count);
}

/** Inverts the records' entity lists. */
export function groupByEntity(records: readonly PassageRecord[]): Map<EntityId, number[]> {
  const passagesOf = new Map<EntityId, number[]>();
  records.forEach(({ entities }, place) => {
    for (const entity of entities) {
      const places = passagesOf.get(entity);
      if (places) places.push(place);
      else passagesOf.set(entity, [place]);
    }
  });
  return passagesOf;
}

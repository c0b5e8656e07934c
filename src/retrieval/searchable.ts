/** What ranking works on: the passages, their word index, and who is named where. */
import type { EntityId } from '../entities/entity.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PassageRecord } from './passage-record.ts';

export interface Searchable {
  readonly records: readonly PassageRecord[];
  readonly index: PassageIndex;
  /** Places in `records` of the passages that name an entity, ascending. */
  readonly passagesOf: ReadonlyMap<EntityId, readonly number[]>;
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

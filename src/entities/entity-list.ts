/**
 * Records of names, as a gazetteer calls them by their places and as events call them by id. The naive version is an array
 * and a map: of an archive on the disk only the records that are asked for are read.
 */
import type { Entity, EntityId } from './entity.ts';

export interface EntityList {
  readonly length: number;
  /** undefined behind the last. */
  at(place: number): Entity | undefined;
  /** Says which ones are asked for next; left out where all are in memory. */
  readonly need?: (places: Iterable<number>) => void;
}

export interface EntitiesById {
  get(id: EntityId): Entity | undefined;
  readonly need?: (ids: Iterable<EntityId>) => void;
}

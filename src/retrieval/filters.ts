/** What narrows a search, besides its words. */
import type { EntityType } from '../entities/entity.ts';
import type { IsoDate } from '../text/iso-date.ts';

/** All must hold. Values are as typed; folding happens where they are compared. */
export interface Filters {
  readonly names: readonly { readonly type: EntityType; readonly name: string }[];
  readonly outlets: readonly string[];
  readonly saidBy: readonly string[];
  readonly languages: readonly string[];
  /** Only articles with a printed date before this day (exclusive). */
  readonly before: IsoDate | null;
  /** Only articles with a printed date on or after this day. */
  readonly after: IsoDate | null;
}

export const NO_FILTERS: Filters = {
  names: [],
  outlets: [],
  saidBy: [],
  languages: [],
  before: null,
  after: null,
};

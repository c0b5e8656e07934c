/** Every question to the archive is one of these. */

import type { EntityType } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import type { IsoDate } from '../text/iso-date.ts';
import type { TextQuote } from '../text/position.ts';

export type Query =
  | {
      readonly kind: 'page';
      readonly mentions: readonly Mention[];
      readonly text: string;
      readonly limit: number;
    }
  | { readonly kind: 'quote'; readonly quote: TextQuote; readonly limit: number }
  | { readonly kind: 'keywords'; readonly text: string; readonly filters: Filters; readonly limit: number };

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

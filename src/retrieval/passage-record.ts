/** A passage with everything ranking and showing need: its article, who is named in it, whose words it holds. */
import type { Article } from '../archive/article.ts';
import type { Passage } from '../archive/passage.ts';
import type { EntityId } from '../entities/entity.ts';
import type { TextPosition } from '../text/position.ts';

interface NamedSpan extends TextPosition {
  readonly entityId: EntityId;
}

export interface PassageRecord {
  readonly passage: Passage;
  readonly article: Article;
  /** Where names stand in the passage's own offsets, in order, not overlapping. */
  readonly names: readonly NamedSpan[];
  /** Entities linked in the passage, each once, in order of first mention. */
  readonly entities: readonly EntityId[];
  /** Reference label or printed name of whose words these are; null is "not stated". */
  readonly speaker: string | null;
}

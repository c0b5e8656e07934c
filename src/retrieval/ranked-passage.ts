import type { PassageId } from '../archive/passage.ts';
import type { EntityId } from '../entities/entity.ts';
import type { TextPosition } from '../text/position.ts';

/** One line of a TREC run, with reasons. */
export interface RankedPassage {
  /** From 1. */
  readonly rank: number;
  /** Comparable within one answer only. */
  readonly score: number;
  readonly passageId: PassageId;
  /** Parts of the score, each ≥ 0. */
  readonly evidence: {
    readonly lexical: number;
    readonly entityOverlap: number;
    readonly event: number;
    readonly recency: number;
  };
  /** Names and events that question and passage share, weightiest first. */
  readonly shared: readonly EntityId[];
  /** Words they share, as the passage prints them, rarest first; at most 5. */
  readonly sharedWords: readonly string[];
  /** In the snippet's offsets. */
  readonly highlights: readonly TextPosition[];
  readonly snippet: string;
  /** Where it stands in the passage's text. */
  readonly shown: TextPosition;
  /** Passages of other articles that print the same text. */
  readonly alsoPrintedIn: readonly PassageId[];
}

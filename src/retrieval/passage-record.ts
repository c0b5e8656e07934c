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
  readonly speakers: PassageSpeakers;
}

/** By reference label where the name is linked, else as printed. */
export interface PassageSpeakers {
  /** Everybody who is surely quoted in it, in order. */
  readonly quoted: readonly string[];
  /** Every quotation that reaches into it, in order: start and end in the article's body, and who surely says it. */
  readonly quotes: readonly (readonly [start: number, end: number, speaker: string | null])[];
}

/** Passages by their places; a list of all of them is one. Those on the disk are asked for inside of a question only. */
export interface PassageRecords {
  readonly length: number;
  /** undefined behind the last. */
  at(place: number): PassageRecord | undefined;
  /** Says what is asked for next, so that it is read in one go; left out where all is in memory. */
  readonly need?: (places: Iterable<number>) => void;
}

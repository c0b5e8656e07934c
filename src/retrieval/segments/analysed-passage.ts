/** What the segments index: a passage's folded words, field by field, and nothing that would have to be kept twice. */

/** Order of the fields wherever counts or lengths stand side by side. */
export const FIELDS = ['headline', 'body', 'names'] as const;
export type Field = (typeof FIELDS)[number];

export interface AnalysedPassage {
  /** The archive's own number of the passage: whole, ascending in the order of adding, never used twice. */
  readonly number: number;
  /** Passages of one article follow each other; its first one says so. */
  readonly startsArticle: boolean;
  readonly headline: readonly string[];
  readonly body: readonly string[];
  /** What each word of the field is indexed under besides itself; null where nothing. Left out where no word is. */
  readonly headlineStems?: readonly (string | null)[];
  readonly bodyStems?: readonly (string | null)[];
  /** Words of the names in it; they have no positions of their own, the body has them. */
  readonly names: readonly string[];
}

/**
 * Occurrences of one word in the three fields of one passage, in one number: body in bits 0–11, headline in 12–21,
 * names in 22–30. Beyond that they count as the highest: no ranking tells 4,095 from 5,000.
 */
export type Counts = number;

export const MOST_BODY = 0xfff;
export const MOST_HEADLINE = 0x3ff;
export const MOST_NAMES = 0x1ff;

export const bodyCount = (counts: Counts) => counts & MOST_BODY;
export const headlineCount = (counts: Counts) => (counts >>> 12) & MOST_HEADLINE;
export const namesCount = (counts: Counts) => counts >>> 22;

export function packCounts(headline: number, body: number, names: number): Counts {
  return (
    Math.min(body, MOST_BODY) |
    (Math.min(headline, MOST_HEADLINE) << 12) |
    (Math.min(names, MOST_NAMES) << 22)
  );
}

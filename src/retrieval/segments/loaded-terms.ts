/** What a question needs of the segments, in memory: from here on nothing waits for the disk. */

import { type Counts, FIELDS } from './analysed-passage.ts';
import {
  type ArticleTotals,
  addArticles,
  addTotals,
  type FieldLengths,
  type FieldTotals,
  NO_ARTICLES,
  NO_WORDS,
} from './field-lengths.ts';
import { hasBit } from './passage-bits.ts';
import type { PassageNumbers } from './passage-numbers.ts';
import { END, PostingCursor, readPositions } from './posting-cursor.ts';

/** A segment that takes no part in an answer, and why, in a sentence. */
export interface SegmentDamage {
  readonly segment: number;
  /** Numbers of its passages: index those anew. */
  readonly firstNumber: number;
  readonly lastNumber: number;
  readonly message: string;
}

export interface LoadedList {
  readonly passages: number;
  readonly postings: Uint8Array;
  /** null when they were not asked for. */
  readonly positions: Uint8Array | null;
}

export interface LoadedSegment {
  readonly segment: number;
  readonly numbers: PassageNumbers;
  readonly words: FieldTotals;
  readonly articles: ArticleTotals;
  readonly lengths: FieldLengths;
  /** Where articles start. */
  readonly startBits: Uint8Array;
  readonly deletedBits: Uint8Array;
  /** Words that no passage holds are left out. */
  readonly lists: ReadonlyMap<string, LoadedList>;
}

interface Posting {
  readonly number: number;
  readonly counts: Counts;
  /** By field, in the order of FIELDS. */
  readonly lengthClasses: readonly number[];
  /** Ascending, in words from the field's start; null when positions were not loaded. */
  readonly headlinePositions: readonly number[] | null;
  readonly bodyPositions: readonly number[] | null;
}

/**
 * Statistics are sums over the segments that can be read; the caller adds those of other tiers. Like Lucene's they
 * count a deleted passage until its segment is merged.
 */
export interface LoadedTerms {
  readonly passages: number;
  readonly words: FieldTotals;
  readonly articles: ArticleTotals;
  /** Passages that hold the word; 0 also for words that were not loaded. */
  passageCount(term: string): number;
  /** Every passage that holds the word and is not deleted, by ascending number. */
  postings(term: string): IterableIterator<Posting>;
  readonly segments: readonly LoadedSegment[];
  readonly damage: readonly SegmentDamage[];
}

export function createLoadedTerms(
  segments: readonly LoadedSegment[],
  damage: readonly SegmentDamage[],
): LoadedTerms {
  return {
    segments,
    damage,
    passages: segments.reduce((sum, { numbers }) => sum + numbers.passages, 0),
    words: segments.reduce((sum, { words }) => addTotals(sum, words), NO_WORDS),
    articles: segments.reduce((sum, { articles }) => addArticles(sum, articles), NO_ARTICLES),
    passageCount: (term) => segments.reduce((sum, { lists }) => sum + (lists.get(term)?.passages ?? 0), 0),
    postings: (term) => walkPostings(segments, term),
  };
}

function* walkPostings(segments: readonly LoadedSegment[], term: string): IterableIterator<Posting> {
  for (const { lists, numbers, lengths, deletedBits } of segments) {
    const list = lists.get(term);
    if (!list) continue;
    const cursor = new PostingCursor(list.postings, list.passages);
    for (let ordinal = cursor.advance(0); ordinal !== END; ordinal = cursor.advance(ordinal + 1)) {
      if (hasBit(deletedBits, ordinal)) continue;
      const positions = { headline: [], body: [] };
      if (list.positions) readPositions(cursor, list.positions, lengths, positions);
      yield {
        number: numbers.numberOf(ordinal),
        counts: cursor.counts,
        lengthClasses: FIELDS.map((field) => lengths[field][ordinal] as number),
        headlinePositions: list.positions && positions.headline,
        bodyPositions: list.positions && positions.body,
      };
    }
  }
}

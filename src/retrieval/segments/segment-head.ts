/** What is read of a segment before anything else, in one record. A half-merged segment's head is where to go on. */
import type { Bytes } from './byte-writer.ts';
import {
  type ArticleTotals,
  type FieldLengths,
  type FieldTotals,
  totalArticles,
  totalLengths,
} from './field-lengths.ts';
import type { NumberRuns } from './passage-numbers.ts';

export interface SegmentHead {
  readonly passages: number;
  readonly numbers: NumberRuns;
  readonly words: FieldTotals;
  readonly articles: ArticleTotals;
  /** Words in the dictionary. */
  readonly terms: number;
  /** First word of each term block: all that is kept in memory of the dictionary. */
  readonly firstTerms: readonly string[];
  /** The last word written; null before the first. */
  readonly lastTerm: string | null;
  /** Records in the lanes. */
  readonly postingRecords: number;
  readonly positionRecords: number;
  readonly bytes: number;
}

/** A segment of these passages before its first word. */
export function emptyHead(
  passages: number,
  numbers: NumberRuns,
  lengths: FieldLengths,
  starts: Uint8Array,
): SegmentHead {
  return {
    ...{ passages, numbers },
    words: totalLengths(lengths, passages),
    articles: totalArticles(lengths, starts, passages),
    ...{ terms: 0, firstTerms: [], lastTerm: null, postingRecords: 0, positionRecords: 0, bytes: 0 },
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** JSON: at a million passages 40 KB, a fraction of a millisecond, and words need no code of their own. */
export function packHead(head: SegmentHead): Bytes {
  return encoder.encode(JSON.stringify(head));
}

/** Throws on anything but what `packHead` made: the record's digest stands in front of it. */
export function unpackHead(bytes: Bytes): SegmentHead {
  return JSON.parse(decoder.decode(bytes)) as SegmentHead;
}

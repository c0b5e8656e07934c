/**
 * The best passages for a single word. The naive version walks its blocks in their order, and reads most of those that
 * an early, low bar lets through. Here those that can hold the most are read first, and then those alone that still may
 * hold a better hit: of “the” at 100,000 passages 300 of 679, where walking reads 534.
 */
import type { BestHits } from './best-hits.ts';
import type { LoadedSegment } from './loaded-terms.ts';
import type { ScoredList } from './scored-list.ts';

/** In rounds, each of so many times as many blocks as the one before: sorting them all would cost more than it saves. */
const FIRST_ROUND = 16;
const GROWTH = 3;

export interface SegmentList {
  readonly list: ScoredList;
  readonly segment: LoadedSegment;
  /** By ordinal; asked of those alone that would be answered. */
  readonly judge: (ordinal: number) => boolean;
}

/** Passages in any order: equals go by number. */
export function bestOfOneWord(lists: readonly SegmentList[], best: BestHits): void {
  const mosts = Float64Array.from(lists.flatMap(({ list }) => [...list.blockMosts])).sort();
  let above = Number.POSITIVE_INFINITY;
  for (let count = FIRST_ROUND; above > best.threshold; count *= GROWTH) {
    const from = mosts.at(-count) ?? Number.NEGATIVE_INFINITY;
    const isOfRound = (most: number) => most >= from && most < above && most >= best.threshold;
    for (const one of lists) readBlocks(one, best, isOfRound);
    above = from;
  }
}

function readBlocks(
  { list, segment, judge }: SegmentList,
  best: BestHits,
  isRead: (most: number) => boolean,
) {
  const mosts = list.blockMosts;
  const offer = (ordinal: number, score: number) => {
    if (score >= best.threshold && judge(ordinal))
      best.offer({ number: segment.numbers.numberOf(ordinal), score });
  };
  for (let block = 0; block < mosts.length; block++)
    if (isRead(mosts[block] as number)) list.eachOf(block, offer);
}

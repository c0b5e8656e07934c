/**
 * Which neighbours to merge when there are too many segments: those that cost the fewest rewritten passages for each
 * segment saved.
 *
 * Naively each new segment is merged into one big one, O(n²) over an archive's life. With at most 8 side by side and
 * the cheapest neighbours first, a passage is rewritten about three times by the time there are a million.
 * Neighbours only, so that the order of passages stays the order of their numbers.
 */
import type { SegmentFacts } from './segment-manifest.ts';

/** A question reads a few records of every segment: at 8 it takes twice as long as at 1 (research: 31 ms both cold). */
const MOST_SEGMENTS = 8;
/** A segment with more of its passages deleted is written anew: they cost reading time and blur the statistics. */
const MOST_DELETED = 0.3;

/** Ids of neighbours, in order, to become one; null when all is well. `room`: segments about to be added. */
export function planMerge(segments: readonly SegmentFacts[], room = 0): readonly number[] | null {
  if (segments.length + room > MOST_SEGMENTS && segments.length > 1) {
    const [start, end] = cheapestWindow(segments.map(({ passages, deleted }) => passages - deleted));
    return segments.slice(start, end).map(({ id }) => id);
  }
  const worn = segments.find(({ passages, deleted }) => deleted > passages * MOST_DELETED);
  return worn ? [worn.id] : null;
}

function cheapestWindow(sizes: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 2];
  let lowest = Number.POSITIVE_INFINITY;
  for (let start = 0; start < sizes.length; start++) {
    let sum = sizes[start] as number;
    for (let end = start + 2; end <= sizes.length; end++) {
      sum += sizes[end - 1] as number;
      const cost = sum / (end - start - 1);
      // Of equal costs the wider window: it saves more segments for the same work on each.
      if (cost < lowest || (cost === lowest && end - start > best[1] - best[0])) {
        lowest = cost;
        best = [start, end];
      }
    }
  }
  return best;
}

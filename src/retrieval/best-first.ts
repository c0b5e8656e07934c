/**
 * Hits in order, as far as anybody looks. Naively all are sorted: for a common word that is most of the archive, and
 * costs more than scoring it. Here the score of the last one wanted is found by selection, O(hits), and only those
 * above it are made hits and sorted.
 */

/** How far an order must be right: so many passages, and so many articles. */
export interface Depth {
  readonly passages: number;
  readonly articles: number;
}

interface Placed {
  readonly passage: number;
  readonly score: number;
}

/** Best first, ties by the passages' order. */
export function inOrder<Hit extends Placed>(hits: readonly Hit[]): Hit[] {
  return hits.toSorted((a, b) => b.score - a.score || a.passage - b.passage);
}

/**
 * What a hit must score to be within `depth`, or to equal the last that is; 0 where all are. `scores` are above 0;
 * `articleAt` tells the article of the one at a place.
 */
export function leastWanted(
  scores: Float64Array,
  { passages, articles }: Depth,
  articleAt: (place: number) => number,
): number {
  const moved = scores.slice();
  for (let wanted = passages; wanted < scores.length; wanted *= 4) {
    const least = nthHighest(moved, wanted);
    const found = new Set<number>();
    for (let place = 0; place < scores.length && found.size < articles; place++)
      if ((scores[place] as number) >= least) found.add(articleAt(place));
    if (found.size >= articles) return least;
  }
  return 0;
}

/** The n-th highest of `scores`, which are put in another order (Hoare's selection). `n` from 1 to their number. */
function nthHighest(scores: Float64Array, n: number): number {
  let [low, high] = [0, scores.length - 1];
  while (low < high) {
    const pivot = scores[(low + high) >> 1] as number;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((scores[left] as number) > pivot) left++;
      while ((scores[right] as number) < pivot) right--;
      if (left > right) break;
      const swapped = scores[left] as number;
      scores[left++] = scores[right] as number;
      scores[right--] = swapped;
    }
    if (n - 1 <= right) high = right;
    else if (n - 1 >= left) low = left;
    else break;
  }
  return scores[n - 1] as number;
}

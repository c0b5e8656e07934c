/**
 * Hits in order, as far as anybody looks. Naively all are sorted: for a common word that is most of the archive, and
 * costs more than scoring it. Here the score of the last one wanted is found by selection, O(hits), and those above it
 * are sorted.
 */
import type { ScoredPassage } from './scoring.ts';

/** How far an order must be right. */
export interface Depth {
  readonly passages: number;
  readonly articles: number;
}

/** All, ties by the passages' order. */
export function inOrder(hits: readonly ScoredPassage[]): ScoredPassage[] {
  return hits.toSorted((a, b) => b.score - a.score || a.passage - b.passage);
}

/**
 * The same for so many passages of so many articles, and for whatever scores as much as the last of them; the others
 * follow in no order. null: all.
 */
export function bestFirst(
  hits: readonly ScoredPassage[],
  depth: Depth | null,
  articleOf: (passage: number) => number,
): ScoredPassage[] {
  if (depth === null || hits.length <= 2 * depth.passages) return inOrder(hits);
  const least = nthHighest(
    Float64Array.from(hits, ({ score }) => score),
    depth.passages,
  );
  const front = hits.filter(({ score }) => score >= least);
  const articles = new Set(front.map(({ passage }) => articleOf(passage)));
  if (articles.size < depth.articles)
    return bestFirst(hits, { ...depth, passages: 4 * depth.passages }, articleOf);
  return [...inOrder(front), ...hits.filter(({ score }) => score < least)];
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

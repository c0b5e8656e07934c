/** Sums by label, in the order of their first appearance. */
import type { Bar } from './draw-bars.ts';

export function countEach(counted: readonly (readonly [label: string, count: number])[]): Bar[] {
  const sums = new Map<string, number>();
  for (const [label, count] of counted) sums.set(label, (sums.get(label) ?? 0) + count);
  return [...sums].map(([label, count]) => ({ label, count }));
}

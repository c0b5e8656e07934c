/**
 * Articles that report the same happening, grouped: what each pair only hints at, the company settles.
 *
 * The naive version joins every pair that looks alike; chains then run through all fires of a year. Here groups grow
 * by average linkage: the pair of groups that agree best as a whole joins first, until none agrees enough. Pairs are
 * weighed only inside blocks of articles that share rare words. O(block² · groups) a block; order does not matter.
 */

/** Mean log-odds two groups must reach to be one; set on ECB+ training topics: 3 % of look-alikes joined. */
const JOINS_AT = 0.6;

/** `odds[i][j]`, j < i: log-odds that articles i and j report one happening. Answers a group number for each article. */
export function groupArticles(odds: readonly (readonly number[])[], joinsAt: number = JOINS_AT): number[] {
  const groups = odds.map((_, article) => [article]);
  // Sums of odds between groups; average linkage needs no more.
  const sums = odds.map((_, i) =>
    odds.map((__, j) => (i === j ? 0 : (odds[Math.max(i, j)]?.[Math.min(i, j)] ?? 0))),
  );
  for (;;) {
    const best = bestPair(groups, sums, joinsAt);
    if (best === null) break;
    joinGroups(groups, sums, best[0], best[1]);
  }
  const groupOf = odds.map(() => 0);
  for (const members of groups) for (const article of members) groupOf[article] = Math.min(...members);
  return groupOf;
}

function bestPair(
  groups: readonly (readonly number[])[],
  sums: readonly (readonly number[])[],
  joinsAt: number,
): [number, number] | null {
  let best: [number, number] | null = null;
  let highest = joinsAt;
  for (let i = 0; i < groups.length; i++) {
    for (let j = 0; j < i; j++) {
      const size = (groups[i]?.length ?? 0) * (groups[j]?.length ?? 0);
      const mean = size === 0 ? Number.NEGATIVE_INFINITY : (sums[i]?.[j] ?? 0) / size;
      if (mean > highest) {
        highest = mean;
        best = [j, i];
      }
    }
  }
  return best;
}

function joinGroups(groups: number[][], sums: number[][], into: number, from: number): void {
  (groups[into] as number[]).push(...(groups[from] as number[]));
  groups[from] = [];
  for (let other = 0; other < groups.length; other++) {
    const row = sums[other] as number[];
    row[into] = (row[into] ?? 0) + (row[from] ?? 0);
    (sums[into] as number[])[other] = row[into] as number;
  }
}

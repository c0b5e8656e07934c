/** How good a ranked list is, by its relevant ids. All in [0,1]. */
type Measure = (ranked: readonly string[], relevant: ReadonlySet<string>) => number;

/** Binary gain. */
export const ndcgAt10: Measure = (ranked, relevant) => {
  const gain = (at: number) => 1 / Math.log2(at + 2);
  const found = ranked.slice(0, 10).reduce((sum, id, at) => sum + (relevant.has(id) ? gain(at) : 0), 0);
  const best = Array.from({ length: Math.min(10, relevant.size) }, (_, at) => gain(at));
  return found / best.reduce((sum, one) => sum + one, 0);
};

export const mrrAt10: Measure = (ranked, relevant) => {
  const at = ranked.slice(0, 10).findIndex((id) => relevant.has(id));
  return at < 0 ? 0 : 1 / (at + 1);
};

export const averagePrecision: Measure = (ranked, relevant) => {
  let found = 0;
  let sum = 0;
  ranked.forEach((id, at) => {
    if (relevant.has(id)) sum += ++found / (at + 1);
  });
  return sum / relevant.size;
};

/** As the CheckThat! lab computes MAP@5. */
export const averagePrecisionAt5: Measure = (ranked, relevant) =>
  (averagePrecision(ranked.slice(0, 5), relevant) * relevant.size) / Math.min(5, relevant.size);

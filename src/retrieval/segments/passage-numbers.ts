/**
 * From a segment's ordinals (0, 1, 2 … without gaps) to the archive's passage numbers and back.
 *
 * Numbers are given in order and rarely fall out, so they lie in few runs: [first, count, first, count, …].
 * Both ways take O(log runs).
 */
export type NumberRuns = readonly number[];

export interface PassageNumbers {
  readonly passages: number;
  readonly runs: NumberRuns;
  numberOf(ordinal: number): number;
  /** −1 when the segment has no such passage. */
  ordinalOf(number: number): number;
}

export function readRuns(runs: NumberRuns): PassageNumbers {
  const count = runs.length / 2;
  const firsts = Float64Array.from({ length: count }, (_, run) => runs[run * 2] as number);
  const ordinals = new Float64Array(count);
  let passages = 0;
  for (let run = 0; run < count; run++) {
    ordinals[run] = passages;
    passages += runs[run * 2 + 1] as number;
  }
  return {
    ...{ passages, runs },
    numberOf: (ordinal) => {
      if (count === 1) return (firsts[0] as number) + ordinal;
      const run = lastNotAfter(ordinals, ordinal);
      return (firsts[run] as number) + ordinal - (ordinals[run] as number);
    },
    ordinalOf: (number) => {
      const run = lastNotAfter(firsts, number);
      if (run < 0) return -1;
      const place = number - (firsts[run] as number);
      return place < (runs[run * 2 + 1] as number) ? (ordinals[run] as number) + place : -1;
    },
  };
}

function lastNotAfter(ascending: Float64Array, wanted: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Adds `count` numbers from `first` on, which is higher than all before. */
export function addToRuns(runs: number[], first: number, count: number): void {
  const last = runs.length - 2;
  if (last >= 0 && (runs[last] as number) + (runs[last + 1] as number) === first)
    runs[last + 1] = (runs[last + 1] as number) + count;
  else runs.push(first, count);
}

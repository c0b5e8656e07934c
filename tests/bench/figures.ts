/** What a bench reports: one line each, with its target where there is one. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** '' when the line is there for comparison only. */
  readonly target: string;
  readonly isMet: boolean | null;
}

export function ratio(what: string, value: number, sign: '≥' | '≤' | null, limit: number | null): Figure {
  const measured = value >= 100 ? value.toFixed(0) : value.toFixed(2);
  if (sign === null || limit === null) return { what, measured, target: '', isMet: null };
  return {
    what,
    measured,
    target: `${sign} ${limit}`,
    isMet: sign === '≥' ? value >= limit : value <= limit,
  };
}

export function printFigures(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  for (const { what, measured, target, isMet } of figures) {
    const verdict = isMet === null ? '' : isMet ? `met (${target})` : `NOT met (${target})`;
    console.log(`${what.padEnd(width)}  ${measured.padEnd(22)} ${verdict}`);
  }
}

/**
 * How costs grow with the archive, alone and kept: `node tests/bench/bench-growth.ts [sizes…]`. A size for which a peer
 * takes minutes, or does not fit, is left out for it.
 */
import { benchSegments } from './bench-segments.ts';
import { benchTiers } from './bench-tiers.ts';
import { type Figure, printFigures, ratio } from './figures.ts';
import { type GrowthRow, growthFigures } from './growth.ts';
import { keepResults } from './results.ts';

export const GROWTH_NOTE =
  'Milliseconds and seconds are processor time in Node, first answers and steps of a merge of their thread alone, segments ' +
  'on files: the machine is shared, so compare lines of one table, never tables. “Segments” and the peers answer the 20 best of two words by their index alone; the ' +
  '“product” ranks whole articles, folds reprints and cuts snippets, and counts every hit. Time to read a file is not ' +
  'in the figures; that of a woken background is under “first search after the worker was killed”.';
export const GROWTH_SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** From so many passages on speed is promised. */
const LARGE = 100_000;
/** The product holds the texts in memory: a million passages of them are a bench of the machine. */
const MOST_FOR_PRODUCT = 100_000;

/** `keep` is told what is known after each size: the largest takes longer than all others together. */
export async function benchGrowth(
  sizes: readonly number[],
  keep: (figures: readonly Figure[], rows: readonly GrowthRow[]) => void = () => {},
): Promise<{ readonly figures: Figure[]; readonly rows: GrowthRow[] }> {
  const figures: Figure[] = [];
  const rows: GrowthRow[] = [];
  for (const size of sizes) {
    for (const bench of [benchSegments, ...(size <= MOST_FOR_PRODUCT ? [benchTiers] : [])]) {
      const measured = await bench(size);
      figures.push(...measured.figures);
      rows.push(...measured.rows);
    }
    figures.push(...firstAnswer(rows, size));
    keep([...figures, ...growthFigures(rows)], rows);
  }
  return { figures: [...figures, ...growthFigures(rows)], rows };
}

/** The product's, with all its ranking, against that of MiniSearch alone, which opens its JSON. */
function firstAnswer(rows: readonly GrowthRow[], size: number): Figure[] {
  const of = (engine: string) =>
    rows.find((row) => row.engine === engine && row.passages === size)?.measured['first answer, ms'];
  const [ours, theirs] = [of('product, index on disk'), of('MiniSearch')];
  if (ours === undefined || theirs === undefined) return [];
  const what = `search of ${size.toLocaleString('en')} passages: first answer, times faster than MiniSearch`;
  return [ratio(what, theirs / ours, '≥', size >= LARGE ? 40 : null)];
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  const { figures } = await benchGrowth(sizes.length > 0 ? sizes : GROWTH_SIZES, (known, rows) =>
    keepResults(known, rows, GROWTH_NOTE),
  );
  printFigures(figures);
}

/** Outlets against time as a figure. */
import { usePanel } from '../panel.ts';
import { countEach } from './count-each.ts';
import { dateBars } from './date-bars.ts';
import { drawGrid, type Grid } from './draw-grid.ts';
import { Figure } from './Figure.tsx';
import { type Counted, type Sources, tellSources } from './sources.ts';

/** Rows that are looked at; further outlets are one row together. */
const MOST_OUTLETS = 7;

interface GridFigureProps extends Sources {
  readonly title: string;
  readonly isTable: boolean;
}

/** Nothing where one outlet or one month is all there is: a column says that better. */
export function GridFigure({ title, isTable, ...sources }: GridFigureProps) {
  const panel = usePanel();
  const { t, number, plural, day, compare } = panel;
  const dated = sources.counted.filter(({ date }) => date !== null);
  const grid = gridOf(dated, { none: t('outletMissing'), others: t('chartsOtherOutlets') }, compare);
  if (grid.columns.length < 2 || grid.rows.length < 2) return null;
  const columns = grid.columns.map(day);
  const most = Math.max(...grid.rows.flatMap(({ counts }) => counts));
  return (
    <Figure
      title={title}
      table={{
        head: [t('columnOutlet'), ...columns],
        rows: grid.rows.map(({ label, counts }) => [label, ...counts.map(number)]),
      }}
      isTable={isTable}
      sources={tellSources(panel, sources)}
      draw={(ground) => drawGrid({ ...grid, columns }, ground)}
    >
      <p class="chart-legend">{t('chartsLargestDot', plural('articles', most))}</p>
    </Figure>
  );
}

/** Columns are months, or years, as `dateBars` has them: ISO. */
function gridOf(
  dated: readonly Counted[],
  words: { readonly none: string; readonly others: string },
  compare: (a: string, b: string) => number,
): Grid {
  const columns = dateBars(
    dated.flatMap(({ date, articles }) => Array<string>(articles).fill(date ?? '')),
  ).map(({ label }) => label);
  const sums = countEach(dated.map(({ outlet, articles }) => [outlet ?? words.none, articles] as const));
  const outlets = sums
    .sort((a, b) => b.count - a.count || compare(a.label, b.label))
    .map(({ label }) => label);
  const named = new Set(outlets.slice(0, MOST_OUTLETS));
  const rowOf = (outlet: string | null) => {
    const label = outlet ?? words.none;
    return named.has(label) ? label : words.others;
  };
  const length = columns[0]?.length ?? 0;
  const counts = new Map<string, number[]>();
  for (const { outlet, date, articles } of dated) {
    const column = columns.indexOf(date?.slice(0, length) ?? '');
    const row = counts.get(rowOf(outlet)) ?? columns.map(() => 0);
    row[column] = (row[column] ?? 0) + articles;
    counts.set(rowOf(outlet), row);
  }
  const labels = [...outlets.slice(0, MOST_OUTLETS), words.others].filter((label) => counts.has(label));
  return { columns, rows: labels.map((label) => ({ label, counts: counts.get(label) ?? [] })) };
}

/** Counts as a figure: columns in time or rows of words. */
import { usePanel } from '../panel.ts';
import { type Bar, drawColumns, drawRows } from './draw-bars.ts';
import { Figure } from './Figure.tsx';
import { type Counted, tellSources } from './sources.ts';

interface BarFigureProps {
  readonly title: string;
  /** `columns` stand in time, one beside the other; `rows` are words, which need room. */
  readonly shape: 'columns' | 'rows';
  readonly bars: readonly Bar[];
  readonly counted: readonly Counted[];
  readonly archiveDate: Parameters<typeof tellSources>[2];
  readonly isTable: boolean;
}

export function BarFigure({ title, shape, bars, counted, archiveDate, isTable }: BarFigureProps) {
  const panel = usePanel();
  if (bars.length === 0) return null;
  const rows = bars.map(({ label, count }) => [label, panel.number(count)]);
  return (
    <Figure
      title={title}
      table={{ head: null, rows }}
      isTable={isTable}
      sources={tellSources(panel, counted, archiveDate)}
      draw={(ground) => (shape === 'columns' ? drawColumns : drawRows)(bars, ground)}
    />
  );
}

/** Counts as a figure: columns in time or rows of words. */
import { usePanel } from '../panel.ts';
import { type Bar, drawColumns, drawRows } from './draw-bars.ts';
import { Figure } from './Figure.tsx';
import { type Sources, tellSources } from './sources.ts';

interface BarFigureProps extends Sources {
  readonly title: string;
  /** `columns` stand in time, one beside the other; `rows` are words, which need room. */
  readonly shape: 'columns' | 'rows';
  readonly bars: readonly Bar[];
  readonly isTable: boolean;
}

export function BarFigure({ title, shape, bars, isTable, ...sources }: BarFigureProps) {
  const panel = usePanel();
  if (bars.length === 0) return null;
  const rows = bars.map(({ label, count }) => [label, panel.number(count)]);
  return (
    <Figure
      title={title}
      table={{ head: null, rows }}
      isTable={isTable}
      sources={tellSources(panel, sources)}
      draw={(ground) => (shape === 'columns' ? drawColumns : drawRows)(bars, ground)}
    />
  );
}

/** Outlets against time: a row for each outlet, a dot for each month it printed in, its area the number of articles. */
import { scaleBand, scaleSqrt } from 'd3-scale';
import { labelsUnder } from './draw-bars.ts';
import {
  cutToFit,
  type Drawing,
  type Ground,
  LETTER_PX,
  roomForLabels,
  rule,
  type Shape,
  words,
} from './drawing.ts';

interface GridRow {
  readonly label: string;
  /** One for each column. */
  readonly counts: readonly number[];
}

export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
}

const ROW = 28;
/** The smallest dot that is seen, and the largest that leaves its row. */
const RADII = [2.5, ROW / 2 - 2] as const;
const MOST_LABEL = 0.4;
const GAP = 8;
/** A single month need not fill the page. */
const WIDEST = 64;

export function drawGrid({ columns, rows }: Grid, ground: Ground): Drawing {
  const { width, measure, number } = ground;
  const labels = roomForLabels(
    rows.map(({ label }) => label),
    MOST_LABEL,
    ground,
  );
  const rowHeight = ROW + labels.above;
  const start = labels.above > 0 ? 0 : labels.width + GAP;
  const room = Math.min(width - start, columns.length * WIDEST);
  const along = scaleBand(
    columns.map((_, at) => at),
    [start, start + room],
  );
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const largest = Math.max(RADII[0], Math.min(RADII[1], along.bandwidth() / 2 - 1));
  const radius = scaleSqrt([0, most], [0, largest]);
  const shapes = rows.flatMap(({ label, counts }, row): Shape[] => {
    const y = row * rowHeight + labels.above + ROW / 2;
    const labelY = labels.above > 0 ? y - ROW / 2 - 5 : y + 4;
    return [
      words(cutToFit(label, labels.width, measure), 0, labelY, { ink: 'text' }),
      rule(start, y, start + room, y),
      ...counts.flatMap((count, at): Shape[] => {
        if (count === 0) return [];
        const x = (along(at) ?? start) + along.bandwidth() / 2;
        const size = Math.max(RADII[0], radius(count));
        const isNumbered = count > 1 && measure(number(count)) + 4 <= 2 * size;
        const dot: Shape = { kind: 'dot', ink: 'match', x, y, radius: size, isHollow: false };
        return isNumbered ? [dot, words(number(count), x, y + 4, { anchor: 'middle', ink: 'paper' })] : [dot];
      }),
    ];
  });
  const height = rows.length * rowHeight + LETTER_PX + 8;
  shapes.push(...labelsUnder(columns, along, height - 4, ground));
  return { width, height, shapes };
}

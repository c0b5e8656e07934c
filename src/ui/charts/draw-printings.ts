/** The printings of a sentence for a file: a line each, its dot where its day lies between the first and the last. */
import { scaleLinear } from 'd3-scale';
import { cutToFit, type Drawing, type Ground, roomForLabels, rule, type Shape, words } from './drawing.ts';

export interface PrintedDot {
  /** As printed, in the reader's words. */
  readonly date: string;
  readonly outlet: string;
  /** Days since 1970; null where no date is printed. */
  readonly day: number | null;
  readonly isFirst: boolean;
}

const ROW = 24;
const MOST_LABEL = 0.3;
const GAP = 14;
const RADIUS = 5;

/** `dots` in the order they are told. */
export function drawPrintings(dots: readonly PrintedDot[], ground: Ground): Drawing {
  const { width, measure } = ground;
  const dates = roomForLabels(
    dots.map(({ date }) => date),
    MOST_LABEL,
    ground,
  );
  const outlets = roomForLabels(
    dots.map(({ outlet }) => outlet),
    MOST_LABEL,
    ground,
  );
  const above = Math.max(dates.above, outlets.above);
  const rowHeight = ROW + above;
  const [start, end] = above > 0 ? [0, width] : [dates.width + GAP, width - outlets.width - GAP];
  const days = dots.flatMap(({ day }) => day ?? []);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const along = scaleLinear([first, Math.max(last, first + 1)], [start + RADIUS, end - RADIUS]);
  const shapes = dots.flatMap(({ date, outlet, day, isFirst }, row): Shape[] => {
    const y = row * rowHeight + above + ROW / 2;
    const labelY = above > 0 ? y - ROW / 2 + 2 : y + 4;
    // Above the line, the outlet follows its date.
    const outletX = above > 0 ? Math.min(width / 2, measure(date) + GAP) : width - outlets.width;
    return [
      words(cutToFit(date, outletX - GAP, measure), 0, labelY, { ink: 'text' }),
      rule(start, y, end, y, day === null ? { dashes: [2, 4] } : {}),
      ...(day === null
        ? []
        : [{ kind: 'dot', ink: 'match', x: along(day), y, radius: RADIUS, isHollow: !isFirst } as const]),
      words(cutToFit(outlet, width - outletX, measure), outletX, labelY, { ink: 'text' }),
    ];
  });
  return { width, height: dots.length * rowHeight, shapes };
}

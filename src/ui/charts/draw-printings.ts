/** The printings of a sentence for a file: a line each, its dot where its day lies between the first and the last. */
import { scaleLinear } from 'd3-scale';
import { cutToFit, type Drawing, type Ground, rule, type Shape, words } from './drawing.ts';

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
export function drawPrintings(dots: readonly PrintedDot[], { width, measure }: Ground): Drawing {
  const roomOf = (labels: readonly string[]) =>
    Math.min(width * MOST_LABEL, Math.max(...labels.map(measure)));
  const dateWidth = roomOf(dots.map(({ date }) => date));
  const outletWidth = roomOf(dots.map(({ outlet }) => outlet));
  const [start, end] = [dateWidth + GAP, width - outletWidth - GAP];
  const days = dots.flatMap(({ day }) => day ?? []);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const along = scaleLinear([first, Math.max(last, first + 1)], [start + RADIUS, end - RADIUS]);
  const shapes = dots.flatMap(({ date, outlet, day, isFirst }, row): Shape[] => {
    const y = row * ROW + ROW / 2;
    return [
      words(cutToFit(date, dateWidth, measure), 0, y + 4, { ink: 'text' }),
      rule(start, y, end, y, day === null ? { dashes: [2, 4] } : {}),
      ...(day === null
        ? []
        : [{ kind: 'dot', ink: 'match', x: along(day), y, radius: RADIUS, isHollow: !isFirst } as const]),
      words(cutToFit(outlet, outletWidth, measure), width - outletWidth, y + 4, { ink: 'text' }),
    ];
  });
  return { width, height: dots.length * ROW, shapes };
}

/** Counts as columns in time, or as rows of words: each with its number, because nobody should read it off a scale. */
import { scaleBand, scaleLinear } from 'd3-scale';
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

export interface Bar {
  readonly label: string;
  readonly count: number;
}

const COLUMNS_HEIGHT = 110;
/** For the number above the highest column. */
const HEAD = LETTER_PX + 6;
const FOOT = LETTER_PX + 8;
/** A column of a single month need not fill the page. */
const WIDEST = 48;
/** Between labels of neighbouring columns. */
const LABEL_GAP = 12;

/** Time runs as the interface's lines do. */
export function drawColumns(bars: readonly Bar[], ground: Ground): Drawing {
  const { width, measure, number } = ground;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const up = scaleLinear()
    .domain([0, most])
    .nice(3)
    .range([HEAD + COLUMNS_HEIGHT, HEAD]);
  const ticks = up.ticks(3).filter(Number.isInteger);
  const margin = Math.max(...ticks.map((tick) => measure(number(tick)))) + 8;
  const room = Math.min(width - margin, bars.length * WIDEST * 1.25);
  const along = scaleBand(
    bars.map((_, at) => at),
    [margin, margin + room],
  )
    .paddingInner(0.2)
    .paddingOuter(0.1);
  const bandwidth = along.bandwidth();
  const isNumbered = bars.every(({ count }) => measure(number(count)) <= along.step());
  const shapes: Shape[] = ticks.flatMap((tick) => [
    rule(margin, up(tick), margin + room, up(tick), { ink: tick === 0 ? 'note' : 'rule' }),
    words(number(tick), margin - 6, up(tick) + 4, { anchor: 'end' }),
  ]);
  for (const [at, { count }] of bars.entries()) {
    const x = along(at) ?? margin;
    const y = up(count);
    if (count === 0) continue;
    shapes.push({ kind: 'box', ink: 'match', x, y, width: bandwidth, height: up(0) - y });
    if (isNumbered)
      shapes.push(words(number(count), x + bandwidth / 2, y - 4, { anchor: 'middle', ink: 'text' }));
  }
  const y = HEAD + COLUMNS_HEIGHT + FOOT - 4;
  shapes.push(
    ...labelsUnder(
      bars.map(({ label }) => label),
      along,
      y,
      ground,
    ),
  );
  return { width, height: HEAD + COLUMNS_HEIGHT + FOOT, shapes };
}

interface Along {
  (at: number): number | undefined;
  step(): number;
  bandwidth(): number;
}

/** As many as have room, beginning with the first, each under the middle of its column. */
export function labelsUnder(
  labels: readonly string[],
  along: Along,
  y: number,
  { width, measure }: Pick<Ground, 'width' | 'measure'>,
): Shape[] {
  const widest = Math.max(0, ...labels.map(measure));
  const every = Math.max(1, Math.ceil((widest + LABEL_GAP) / along.step()));
  return labels.flatMap((label, at) => {
    const half = measure(label) / 2;
    const middle = (along(at) ?? 0) + along.bandwidth() / 2;
    // The only one is moved into the drawing, another one is left out.
    const isRoom = middle + half <= width || at === 0;
    const x = Math.max(half, Math.min(middle, width - half));
    return at % every === 0 && isRoom ? [words(label, x, y, { anchor: 'middle' })] : [];
  });
}

const ROW = 24;
/** Share of the width that words may take from the bars. */
const MOST_LABEL = 0.45;
const GAP = 8;

export function drawRows(bars: readonly Bar[], ground: Ground): Drawing {
  const { width, measure, number } = ground;
  const room = roomForLabels(
    bars.map(({ label }) => label),
    MOST_LABEL,
    ground,
  );
  const height = ROW + room.above;
  const numberWidth = Math.max(...bars.map(({ count }) => measure(number(count))));
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const start = room.above > 0 ? 0 : room.width + GAP;
  const along = scaleLinear([0, most], [0, Math.max(1, width - start - GAP - numberWidth)]);
  const shapes = bars.flatMap(({ label, count }, at): Shape[] => {
    const y = at * height + room.above;
    return [
      words(cutToFit(label, room.width, measure), 0, at * height + 16, { ink: 'text' }),
      { kind: 'box', ink: 'match', x: start, y: y + 5, width: along(count), height: ROW - 10 },
      words(number(count), start + along(count) + GAP, y + 16),
    ];
  });
  return { width, height: bars.length * height, shapes };
}

import { describe, expect, it } from 'vitest';
import { drawColumns, drawRows } from '../../../../src/ui/charts/draw-bars.ts';
import { drawGrid } from '../../../../src/ui/charts/draw-grid.ts';
import { drawPrintings } from '../../../../src/ui/charts/draw-printings.ts';
import { arcPath, cutToFit, type Drawing, type Ground, turn } from '../../../../src/ui/charts/drawing.ts';

const measure = (text: string) => [...text].length * 7;
const ground = (width: number): Ground => ({ width, measure, number: String });
const textsOf = ({ shapes }: Drawing) =>
  shapes.flatMap((shape) => (shape.kind === 'words' ? shape.text : []));
const boxesOf = ({ shapes }: Drawing) => shapes.flatMap((shape) => (shape.kind === 'box' ? shape : []));
const dotsOf = ({ shapes }: Drawing) => shapes.flatMap((shape) => (shape.kind === 'dot' ? shape : []));

describe('columns in time', () => {
  const months = ['2020-01', '2020-02', '2020-03'].map((label, at) => ({ label, count: at * 2 }));

  it('are as high as their counts, and say them', () => {
    const drawing = drawColumns(months, ground(340));
    const [second, third] = boxesOf(drawing);
    expect(third!.height).toBeCloseTo(2 * second!.height, 5);
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['2', '4', '2020-01', '2020-03']));
  });

  it('leave out labels that would run into each other', () => {
    const many = Array.from({ length: 48 }, (_, at) => ({ label: `month ${at}`, count: 1 }));
    const labels = drawColumns(many, ground(340)).shapes.flatMap((shape) =>
      shape.kind === 'words' && shape.text.startsWith('month') ? shape : [],
    );
    expect(labels.length).toBeGreaterThan(2);
    for (const [at, { x, text }] of labels.slice(0, -1).entries()) {
      const next = labels[at + 1]!;
      expect(x + measure(text) / 2).toBeLessThan(next.x - measure(next.text) / 2);
    }
  });

  it('count in whole articles', () => {
    const texts = textsOf(drawColumns([{ label: '2020', count: 1 }], ground(340)));
    expect(texts.filter((text) => text.includes('.'))).toEqual([]);
  });
});

describe('rows of words', () => {
  const LONG = 'The Very Long Name of a Harbour Gazette';

  it('stand above their bars where they have no room beside them, whole', () => {
    const bars = [
      { label: LONG, count: 12_000 },
      { label: 'Post', count: 1 },
    ];
    for (const width of [300, 900]) {
      const drawing = drawRows(bars, ground(width));
      expect(textsOf(drawing)).toEqual([LONG, '12000', 'Post', '1']);
      const [label] = drawing.shapes;
      const isAbove = label?.kind === 'words' && label.y < boxesOf(drawing)[0]!.y;
      expect(isAbove).toBe(width === 300);
    }
  });

  it('cut one that is longer than the whole, never its number', () => {
    const drawing = drawRows([{ label: LONG, count: 12_000 }], ground(200));
    expect(textsOf(drawing)).toContain('12000');
    expect(textsOf(drawing)[0]).toMatch(/^The Very.*…$/);
  });
});

describe('outlets against time', () => {
  it('put a dot where an outlet printed something, its area the count', () => {
    const drawing = drawGrid(
      {
        columns: ['a', 'b'],
        rows: [
          { label: 'Gazette', counts: [1, 4] },
          { label: 'Courier', counts: [0, 4] },
        ],
      },
      ground(600),
    );
    const dots = dotsOf(drawing);
    expect(dots.length).toBe(3);
    expect(dots[1]!.radius / dots[0]!.radius).toBeCloseTo(2, 5);
  });

  it('name each outlet whole, narrow too', () => {
    const rows = ['Tarnholm Harbour Courier', 'Post'].map((label) => ({ label, counts: [1, 4] }));
    const drawing = drawGrid({ columns: ['a', 'b'], rows }, ground(300));
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['Tarnholm Harbour Courier', 'Post']));
    const beside = drawGrid({ columns: ['a', 'b'], rows }, ground(600));
    expect(drawing.height).toBeGreaterThan(beside.height);
  });
});

describe('printings of a sentence', () => {
  it('stand a line each, with day and outlet; an undated one has no place in time', () => {
    const drawing = drawPrintings(
      [
        { date: '12 Mar', outlet: 'Gazette', day: 0, isFirst: true },
        { date: '14 Mar', outlet: 'Courier', day: 2, isFirst: false },
        { date: 'no date', outlet: 'Post', day: null, isFirst: false },
      ],
      ground(600),
    );
    expect(textsOf(drawing)).toEqual(['12 Mar', 'Gazette', '14 Mar', 'Courier', 'no date', 'Post']);
    expect(dotsOf(drawing).map(({ isHollow }) => isHollow)).toEqual([false, true]);
    expect(dotsOf(drawing)[0]!.x).toBeLessThan(dotsOf(drawing)[1]!.x);
  });

  it('name each outlet whole, narrow too', () => {
    const outlet = 'Tarnholm Harbour Courier';
    const dots = [0, 3].map((day) => ({ date: '12 Mar 2020', outlet, day, isFirst: day === 0 }));
    expect(textsOf(drawPrintings(dots, ground(300)))).toEqual(['12 Mar 2020', outlet, '12 Mar 2020', outlet]);
  });

  it('may all be of one day, or of none', () => {
    const dot = { date: 'x', outlet: 'y', isFirst: false };
    for (const day of [5, null])
      for (const { x } of dotsOf(
        drawPrintings(
          [
            { ...dot, day },
            { ...dot, day },
          ],
          ground(600),
        ),
      ))
        expect(Number.isFinite(x)).toBe(true);
  });
});

describe('a drawing', () => {
  it('stands mirrored from right to left, each text in the direction of its own letters', () => {
    const bars = [
      { label: 'Gazette', count: 3 },
      { label: 'صحيفة', count: 1 },
    ];
    const plain = drawRows(bars, ground(300));
    const [left, right] = [turn(plain, 'ltr'), turn(plain, 'rtl')];
    expect(boxesOf(right)[0]!.x).toBe(300 - boxesOf(left)[0]!.x - boxesOf(left)[0]!.width);
    const told = ({ shapes }: Drawing) =>
      shapes.flatMap((shape) =>
        shape.kind === 'words' ? [[shape.text, shape.x, shape.anchor, shape.direction]] : [],
      );
    expect(told(left)).toEqual(
      expect.arrayContaining([
        ['Gazette', 0, 'start', 'ltr'],
        ['صحيفة', 0, 'end', 'rtl'],
      ]),
    );
    expect(told(right)).toEqual(
      expect.arrayContaining([
        ['Gazette', 300, 'end', 'ltr'],
        ['صحيفة', 300, 'start', 'rtl'],
      ]),
    );
  });

  it('bulges to the side where lines end', () => {
    const arc = { x: 10, y1: 40, y2: 0, reach: 20 };
    expect(arcPath(arc)).toBe('M10 0A20 20 0 0 1 10 40');
    expect(arcPath({ ...arc, reach: -20 })).toBe('M10 0A20 20 0 0 0 10 40');
  });

  it('cuts no character in two, and shows no control of direction', () => {
    expect(cutToFit('😀😀😀😀', 15, measure)).toBe('😀…');
    expect(cutToFit('a\u202eb', 100, measure)).toBe('ab');
  });
});

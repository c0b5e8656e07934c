import { describe, expect, it } from 'vitest';
import type { PageMark } from '../../../../src/protocol/calls.ts';
import type { BlockPlaces } from '../../../../src/protocol/word-places.ts';
import { placeMarks } from '../../../../src/ui/own-marks/place-marks.ts';

/** start, end, left, top, width, height */
type Piece = readonly [number, number, number, number, number, number];

function places(pieces: readonly Piece[], more: Partial<BlockPlaces> = {}): BlockPlaces {
  const look = { colour: 'black', fontSize: 16, isVertical: false, turn: null };
  return { key: 1, pieces: Float32Array.from(pieces.flat()), ...look, ...more };
}

const mark = (start: number, end: number): PageMark => ({ start, end, type: 'person' });
const boxesOf = (block: BlockPlaces, ...marks: PageMark[]) =>
  placeMarks(block, marks).map(({ left, top, width, height }) => [left, top, width, height].map(Math.round));

/** "one two three", "four" on the next line. */
const LINES: readonly Piece[] = [
  [0, 3, 10, 100, 30, 20],
  [4, 7, 50, 100, 30, 20],
  [8, 13, 90, 100, 50, 20],
  [14, 18, 10, 130, 40, 20],
];

describe('a mark', () => {
  it('stands over its words and the space between them, as one box a line', () => {
    expect(boxesOf(places(LINES), mark(4, 13))).toEqual([[50, 100, 90, 20]]);
    expect(boxesOf(places(LINES), mark(4, 18))).toEqual([
      [50, 100, 90, 20],
      [10, 130, 40, 20],
    ]);
  });

  it('takes its share of a word in which it begins or ends', () => {
    expect(boxesOf(places(LINES), mark(0, 5))).toEqual([[10, 100, 50, 20]]);
    expect(boxesOf(places(LINES), mark(10, 13))).toEqual([[110, 100, 30, 20]]);
  });

  it('begins at the right of a word that runs from right to left', () => {
    const word: Piece = [0, 4, 10, 100, -40, 20];
    expect(boxesOf(places([word]), mark(1, 4))).toEqual([[10, 100, 30, 20]]);
    expect(boxesOf(places([word]), mark(0, 1))).toEqual([[40, 100, 10, 20]]);
  });

  it('is parted where its words stand in two columns', () => {
    const pieces: Piece[] = [
      [0, 3, 10, 100, 30, 20],
      [4, 7, 400, 100, 30, 20],
    ];
    expect(boxesOf(places(pieces), mark(0, 7))).toHaveLength(2);
  });

  it('runs down vertical lines', () => {
    const pieces: Piece[] = [
      [0, 3, 100, 10, 20, 30],
      [4, 8, 100, 50, 20, 40],
      [9, 12, 70, 10, 20, 30],
    ];
    expect(boxesOf(places(pieces, { isVertical: true }), mark(0, 12))).toEqual([
      [100, 10, 20, 80],
      [70, 10, 20, 30],
    ]);
  });

  it('is nowhere when none of its words is in sight', () => {
    expect(boxesOf(places(LINES.slice(0, 1)), mark(4, 13))).toEqual([]);
    expect(boxesOf(places([]), mark(0, 3))).toEqual([]);
  });
});

describe('a mark on turned text', () => {
  /** The upright box round a box of this size whose middle is there, turned by so many degrees and enlarged. */
  function turned(degrees: number, scale: number, pieces: readonly Piece[]): BlockPlaces {
    const [cos, sin] = [
      Math.cos((degrees * Math.PI) / 180) * scale,
      Math.sin((degrees * Math.PI) / 180) * scale,
    ];
    const upright = pieces.map(([start, end, left, top, width, height]): Piece => {
      const [x, y] = [left + width / 2, top + height / 2];
      const [wide, high] = [
        Math.abs(cos) * width + Math.abs(sin) * height,
        Math.abs(sin) * width + Math.abs(cos) * height,
      ];
      const middle = [cos * x - sin * y, sin * x + cos * y] as const;
      return [start, end, middle[0] - wide / 2, middle[1] - high / 2, wide, high];
    });
    return places(upright, { turn: [cos, sin, -sin, cos], fontSize: 20 / 1.2 });
  }

  it.each([3, 8, 30, 45, 60, 90, 135, 180, 270])('of %d° has the words’ own length and height', (degrees) => {
    for (const scale of [1, 1.4]) {
      const [box, ...others] = placeMarks(turned(degrees, scale, LINES), [mark(4, 13)]);
      expect(others).toEqual([]);
      expect([box?.width, box?.height].map((size) => Math.round(size ?? 0))).toEqual([90, 20]);
      // Its middle is where the page's turn puts the middle of the words.
      const angle = (degrees * Math.PI) / 180;
      const [x, y] = [95 * scale, 110 * scale];
      expect((box?.left ?? 0) + 45).toBeCloseTo(Math.cos(angle) * x - Math.sin(angle) * y, 1);
      expect((box?.top ?? 0) + 10).toBeCloseTo(Math.sin(angle) * x + Math.cos(angle) * y, 1);
    }
  });
});

/**
 * Where marks stand, from where all words stand: one box a line, laid over the words that a mark reaches into. A mark
 * may begin or end within a measured word (an article written together with a name, a script without spaces): there the
 * place is taken in proportion. Turned text is turned back first, so that its words are in line. O(pieces of the marks).
 */
import type { PageMark } from '../../protocol/calls.ts';
import type { BlockPlaces } from '../../protocol/word-places.ts';

/** CSS pixels of the window; `width` and `height` before the page's turn, round a middle that stays where it is. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedMark extends Box {
  readonly type: PageMark['type'];
}

type Turn = NonNullable<BlockPlaces['turn']>;

/** Numbers a piece, as in protocol/word-places.ts. */
const FIELDS = 6;
/** Words of one mark on one line stand at most so many line heights apart: a dash between two sentences, not a column. */
const MOST_GAP = 2;
/** Of the height: less overlap is another line. */
const SAME_LINE = 0.5;
/** Below this share of its parts, a determinant does not tell length from height (text turned by 45°). */
const AMBIGUOUS = 0.2;
/** Height of a line's text against its font size, in most fonts. */
const TEXT_HEIGHT = 1.2;

/** `marks`: of this block, in any order. */
export function placeMarks(places: BlockPlaces, marks: readonly PageMark[]): PlacedMark[] {
  const { turn } = places;
  return marks.flatMap((mark) =>
    linesOf(places, mark).map((line) => ({
      ...(turn ? centredOn(line, applied(turn, middleOf(line))) : line),
      type: mark.type,
    })),
  );
}

function linesOf(places: BlockPlaces, { start, end }: PageMark): Box[] {
  const { pieces, isVertical } = places;
  const lines: Box[] = [];
  for (let at = firstPiece(pieces, start); at < pieces.length && pieces[at]! < end; at += FIELDS) {
    const box = partOf(places, at, start, end);
    const last = lines.at(-1);
    if (last && isOneLine(last, box, isVertical)) lines[lines.length - 1] = around(last, box);
    else lines.push(box);
  }
  return lines;
}

/** The first piece that ends behind an offset; they stand in reading order. */
function firstPiece(pieces: Float32Array, offset: number): number {
  let [low, high] = [0, pieces.length / FIELDS];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pieces[middle * FIELDS + 1]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low * FIELDS;
}

/** What of a piece is between two offsets, turned back. */
function partOf(
  { pieces, isVertical, turn, fontSize }: BlockPlaces,
  at: number,
  start: number,
  end: number,
): Box {
  const [from, to, signed] = [pieces[at]!, pieces[at + 1]!, pieces[at + 4]!];
  const upright = {
    left: pieces[at + 2]!,
    top: pieces[at + 3]!,
    width: Math.abs(signed),
    height: pieces[at + 5]!,
  };
  const { left, top, width, height } = turn ? turnedBack(upright, turn, fontSize) : upright;
  const share = (offset: number) => Math.min(1, Math.max(0, (offset - from) / (to - from)));
  const [first, last] = [share(start), share(end)];
  const begin = signed < 0 ? 1 - last : first;
  return isVertical
    ? { left, top: top + begin * height, width, height: (last - first) * height }
    : { left: left + begin * width, top, width: (last - first) * width, height };
}

function isOneLine(one: Box, other: Box, isVertical: boolean): boolean {
  const [across, thick, along, long] = isVertical
    ? (['left', 'width', 'top', 'height'] as const)
    : (['top', 'height', 'left', 'width'] as const);
  const size = Math.max(1, Math.min(one[thick], other[thick]));
  const gap =
    Math.max(one[along], other[along]) - Math.min(one[along] + one[long], other[along] + other[long]);
  return Math.abs(one[across] - other[across]) < SAME_LINE * size && gap < MOST_GAP * size;
}

function around(one: Box, other: Box): Box {
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  return {
    ...{ left, top },
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}

type Point = readonly [x: number, y: number];

const middleOf = ({ left, top, width, height }: Box): Point => [left + width / 2, top + height / 2];
const centredOn = ({ width, height }: Box, [x, y]: Point): Box => ({
  ...{ left: x - width / 2, top: y - height / 2, width, height },
});
const applied = ([a, b, c, d]: Turn, [x, y]: Point): Point => [a * x + c * y, b * x + d * y];

/** The box whose turned corners the upright one goes round: its sides are `|a| w + |c| h` and `|b| w + |d| h`. */
function turnedBack(upright: Box, turn: Turn, fontSize: number): Box {
  const [a, b, c, d] = turn.map(Math.abs) as [number, number, number, number];
  const determinant = a * d - b * c;
  let width = (upright.width * d - upright.height * c) / determinant;
  let height = (upright.height * a - upright.width * b) / determinant;
  if (Math.abs(determinant) < AMBIGUOUS * (a * d + b * c) || width <= 0 || height <= 0) {
    height = fontSize * TEXT_HEIGHT;
    width = Math.max(0, a > b ? (upright.width - c * height) / a : (upright.height - d * height) / b);
  }
  return centredOn({ ...upright, width, height }, applied(inverse(turn), middleOf(upright)));
}

function inverse([a, b, c, d]: Turn): Turn {
  const determinant = a * d - b * c || 1;
  return [d / determinant, -b / determinant, -c / determinant, a / determinant];
}

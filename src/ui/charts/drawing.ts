/**
 * A chart as a list of shapes, drawn alike on the page, into an SVG file and onto a PNG's canvas: one layout, three ways
 * to paint it. Places count from the side where lines begin; `turn` mirrors the whole for languages that run the other
 * way. Not the page's own SVG copied out: its colours stand in a style sheet that no file takes along, and an image of
 * it cannot be read back where a browser calls it foreign.
 */

/** What a shape is for; which colour that is, the page's style sheet and `drawing-file.ts` know. */
export type Ink = 'text' | 'note' | 'match' | 'act' | 'rule' | 'faint' | 'paper';

interface Inked {
  readonly ink: Ink;
}

interface Box extends Inked {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Dot extends Inked {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of printings alone: full is the earliest, hollow another. */
  readonly isHollow: boolean;
}

interface Rule extends Inked {
  readonly kind: 'rule';
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly thickness: number;
  /** Lengths of dash and gap; empty for a line without gaps. */
  readonly dashes: readonly number[];
}

/** Half an ellipse from one height to another, bulging to the side where lines end. */
interface Arc extends Inked {
  readonly kind: 'arc';
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
  /** How far it bulges. */
  readonly reach: number;
  readonly thickness: number;
}

interface Words extends Inked {
  readonly kind: 'words';
  readonly x: number;
  /** The line that letters stand on. */
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Of its own letters: `anchor` is a side of these. */
  readonly direction: Direction;
}

export type Direction = 'ltr' | 'rtl';
export type Shape = Box | Dot | Rule | Arc | Words;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Of all words in charts, in CSS pixels. */
export const LETTER_PX = 12;

/** The width of a text in CSS pixels, in the letters charts are written with. */
export type Measure = (text: string) => number;

/** What a layout must know of where it is drawn. */
export interface Ground {
  /** CSS pixels. */
  readonly width: number;
  readonly measure: Measure;
  number(value: number): string;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const OTHER_SIDE = { start: 'end', middle: 'middle', end: 'start' } as const;

/** As it is painted: mirrored from right to left, each text in the direction of its own first letter. */
export function turn(drawing: Drawing, direction: Direction): Drawing {
  const turned = direction === 'rtl' ? mirror(drawing) : drawing;
  return {
    ...turned,
    shapes: turned.shapes.map((shape) => {
      if (shape.kind !== 'words') return shape;
      const letter = /\p{L}/u.exec(shape.text)?.[0];
      const own = letter === undefined ? direction : RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
      return {
        ...shape,
        direction: own,
        anchor: own === direction ? shape.anchor : OTHER_SIDE[shape.anchor],
      };
    }),
  };
}

function mirror(drawing: Drawing): Drawing {
  const { width, shapes } = drawing;
  const mirrored = shapes.map((shape): Shape => {
    switch (shape.kind) {
      case 'box':
        return { ...shape, x: width - shape.x - shape.width };
      case 'rule':
        return { ...shape, x1: width - shape.x1, x2: width - shape.x2 };
      case 'arc':
        return { ...shape, x: width - shape.x, reach: -shape.reach };
      default:
        return { ...shape, x: width - shape.x };
    }
  });
  return { ...drawing, shapes: mirrored };
}

/** An SVG path. */
export function arcPath({ x, y1, y2, reach }: Pick<Arc, 'x' | 'y1' | 'y2' | 'reach'>): string {
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  return `M${x} ${top}A${Math.abs(reach)} ${(bottom - top) / 2} 0 0 ${reach > 0 ? 1 : 0} ${x} ${bottom}`;
}

/** Controls of direction are no words; the page shows them for what they are, a chart leaves them out. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** As much of the text as has room, with … where something was left out. */
export function cutToFit(text: string, room: number, measure: Measure): string {
  const plain = text.replace(CONTROLS, '');
  if (measure(plain) <= room) return plain;
  const letters = [...plain];
  let [least, most] = [0, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(`${letters.slice(0, middle).join('').trimEnd()}…`) <= room) least = middle;
    else most = middle - 1;
  }
  return `${letters.slice(0, least).join('').trimEnd()}…`;
}

export interface LabelRoom {
  /** CSS pixels that every label gets. */
  readonly width: number;
  /** The height of a line above each row for its label; 0 where labels stand beside their rows. */
  readonly above: number;
}

/** Labels beside their rows take at most this share of the width; longer ones stand above them, whole. */
export function roomForLabels(
  labels: readonly string[],
  share: number,
  { width, measure }: Pick<Ground, 'width' | 'measure'>,
): LabelRoom {
  const widest = Math.max(0, ...labels.map(measure));
  return widest <= width * share ? { width: widest, above: 0 } : { width, above: LETTER_PX + 6 };
}

export function words(text: string, x: number, y: number, more: Partial<Omit<Words, 'kind'>> = {}): Words {
  return { kind: 'words', ink: 'note', x, y, text, anchor: 'start', direction: 'ltr', ...more };
}

export function rule(x1: number, y1: number, x2: number, y2: number, more: Partial<Rule> = {}): Rule {
  return { kind: 'rule', ink: 'rule', x1, x2, y1, y2, thickness: 1, dashes: [], ...more };
}

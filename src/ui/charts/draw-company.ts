/**
 * Who appears with whom: names one under the other, an arc between two that share passages, the thicker the more. Names
 * that share much stand near each other. Not a web of labels pushed apart by forces: at 340 px they cover each other,
 * and where a name comes to lie would be chance. Here each has a line of its own to be read, focused and counted.
 */
import { scaleSqrt } from 'd3-scale';
import type { EntityType } from '../nouns.ts';
import { cutToFit, type Drawing, type Ground, rule, type Shape, words } from './drawing.ts';

interface CompanyName {
  readonly label: string;
  readonly type: EntityType;
  readonly passages: number;
}

interface CompanyLink {
  /** Places among the names. */
  readonly a: number;
  readonly b: number;
  readonly passages: number;
}

export interface Company {
  readonly names: readonly CompanyName[];
  readonly links: readonly CompanyLink[];
}

/** A finger's target, and a line of text with air. */
const COMPANY_ROW = 28;
const MOST_LABEL = 0.55;
/** From the names to the line they stand on. */
const GAP = 16;
const THICKEST = 5;
/** How far an arc bulges for each row that it spans, at most: two names alone are neighbours, not worlds apart. */
const FURTHEST = 48;
/** Lines that can be followed at once; a chosen name has all of its own. */
export const MOST_LINES = 20;
const LARGEST_DOT = 7;

/** The order that keeps `links` short, found by swapping neighbours until none gains: names given in any order. */
export function arrangeCompany({ names, links }: Company): Company {
  const order = names.map((_, at) => at);
  const lengthOf = () => {
    const rowOf = new Map(order.map((name, row) => [name, row]));
    return links.reduce(
      (sum, { a, b, passages }) => sum + passages * Math.abs((rowOf.get(a) ?? 0) - (rowOf.get(b) ?? 0)),
      0,
    );
  };
  const swap = (one: number, other: number) => {
    [order[one], order[other]] = [order[other] as number, order[one] as number];
  };
  let best = lengthOf();
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let one = 0; one < order.length; one++)
      for (let other = one + 1; other < order.length; other++) {
        swap(one, other);
        const length = lengthOf();
        if (length < best) {
          best = length;
          isBetter = true;
        } else swap(one, other);
      }
  }
  const rowOf = new Map(order.map((name, row) => [name, row]));
  return {
    names: order.flatMap((name) => names[name] ?? []),
    links: links.map((link) => ({ ...link, a: rowOf.get(link.a) ?? 0, b: rowOf.get(link.b) ?? 0 })),
  };
}

/** `chosen`: the name whose arcs are told from the others; null for none. */
export function drawCompany({ names, links }: Company, ground: Ground, chosen: number | null): Drawing {
  const { width, measure } = ground;
  const labelWidth = Math.min(width * MOST_LABEL, Math.max(...names.map(({ label }) => measure(label))));
  const axis = labelWidth + GAP;
  const furthest = Math.max(1, ...links.map(({ a, b }) => Math.abs(a - b)));
  const thickness = scaleSqrt([0, Math.max(1, ...links.map(({ passages }) => passages))], [0, THICKEST]);
  const radius = scaleSqrt([0, Math.max(1, ...names.map(({ passages }) => passages))], [0, LARGEST_DOT]);
  const middle = (row: number) => row * COMPANY_ROW + COMPANY_ROW / 2;
  const isOf = ({ a, b }: CompanyLink) => chosen === null || a === chosen || b === chosen;
  const isBeside = (row: number) =>
    chosen === null ||
    row === chosen ||
    links.some((link) => isOf(link) && (link.a === row || link.b === row));
  const room = width - axis - THICKEST;
  const strongest = [...links].sort((one, other) => other.passages - one.passages);
  // Those that are told apart lie above the others.
  const arcs = strongest
    .filter((link, at) => at < MOST_LINES || (chosen !== null && isOf(link)))
    .sort((one, other) => Number(isOf(one)) - Number(isOf(other)));
  const shapes: Shape[] = arcs.map((link) => ({
    kind: 'arc',
    ink: isOf(link) ? 'match' : 'faint',
    x: axis,
    y1: middle(link.a),
    y2: middle(link.b),
    reach: Math.abs(link.a - link.b) * Math.min(FURTHEST, room / furthest),
    thickness: Math.max(1, thickness(link.passages)),
  }));
  for (const [row, name] of names.entries()) {
    const label = cutToFit(name.label, labelWidth, measure);
    const y = middle(row) + 4;
    const ink = row === chosen ? 'act' : isBeside(row) ? 'text' : 'faint';
    shapes.push(
      words(label, labelWidth, y, { ink, anchor: 'end' }),
      ...underline(name.type, labelWidth - measure(label), labelWidth, y + 4),
      {
        kind: 'dot',
        ink: 'match',
        x: axis,
        y: middle(row),
        radius: Math.max(2, radius(name.passages)),
        isHollow: false,
      },
    );
  }
  return { width, height: names.length * COMPANY_ROW, shapes };
}

/** The line of a name's kind, as everywhere: solid, dashed, dotted, double. */
function underline(type: EntityType, x1: number, x2: number, y: number): Shape[] {
  const line = (at: number, dashes: readonly number[], thickness: number) =>
    rule(x1, at, x2, at, { ink: 'match', dashes, thickness });
  if (type === 'event') return [line(y - 0.5, [], 1), line(y + 1.5, [], 1)];
  if (type === 'organization') return [line(y, [5, 3], 1.5)];
  if (type === 'place') return [line(y, [1.5, 2.5], 1.5)];
  return [line(y, [], 1.5)];
}

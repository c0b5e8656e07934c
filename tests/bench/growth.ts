/**
 * What a bench measured at several sizes, drawn as lines over the number of passages; both axes count in powers. Thin
 * grey lines begin where ours do and grow like log n.
 */

import { type Figure, ratio } from './figures.ts';

export interface GrowthRow {
  readonly engine: string;
  readonly passages: number;
  /** By the name of what was measured, with its unit. */
  readonly measured: Readonly<Record<string, number>>;
}

/** One index at one size. */
export interface MeasuredIndex {
  readonly buildMs: number;
  readonly bytes: number;
  /** MB that a freshly opened index holds after some questions. */
  readonly memory: number;
  /** Ms from nothing in memory to the first answer. */
  readonly firstMs: number;
  readonly p50: number;
  readonly p95: number;
  readonly common: number;
}

export const toRow = (engine: string, passages: number, measured: MeasuredIndex): GrowthRow => ({
  ...{ engine, passages },
  measured: {
    'first answer, ms': measured.firstMs,
    'two words, p95, ms': measured.p95,
    'worst common word, ms': measured.common,
    'bytes a passage': measured.bytes / passages,
    'build, s': measured.buildMs / 1000,
    // What WebAssembly holds is not counted, and what is less than the collector's own noise is nothing.
    ...(measured.memory > 0.5 ? { 'memory, MB': measured.memory } : {}),
  },
});

/** Whose growth is held against that of log n: a thin line in the picture, a factor among the figures. */
const OURS = ['segments', 'product, index on disk'];

/** By how much more than log n the waiting times grew, from the smallest size to the largest. */
export function growthFigures(rows: readonly GrowthRow[]): Figure[] {
  return OURS.flatMap((engine) => {
    const own = rows.filter((row) => row.engine === engine).sort((a, b) => a.passages - b.passages);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || first === last) return [];
    const allowed = Math.log(last.passages) / Math.log(first.passages);
    const sizes = [first, last].map(({ passages }) => passages.toLocaleString('en')).join(' → ');
    return Object.keys(first.measured)
      .filter((measure) => measure.endsWith(', ms'))
      .map((measure) => {
        const grew = (last.measured[measure] as number) / (first.measured[measure] as number);
        return ratio(
          `${engine}, ${sizes} passages: ${measure}, growth of log n’s`,
          grew / allowed,
          null,
          null,
        );
      });
  });
}

const PANEL = { width: 300, height: 190, left: 46, bottom: 24, top: 26, right: 20 };
const COLUMNS = 3;
/** Told apart by dashes as well as by colour. */
const STROKES = [
  ['#1b6ca8', ''],
  ['#c2571a', '6 3'],
  ['#3f7d20', '2 3'],
  ['#7b4ea3', '8 3 2 3'],
  ['#8a6d00', '1 2'],
  ['#a8324a', '10 4'],
  ['#4a4a4a', '4 4'],
  ['#0f8b8d', '12 3 2 3 2 3'],
] as const;

const short = (value: number) =>
  value >= 1_000_000
    ? `${value / 1_000_000}M`
    : value >= 1_000
      ? `${value / 1_000}k`
      : String(Number(value.toPrecision(1)));

function powersBetween(least: number, most: number): number[] {
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++)
    powers.push(10 ** power);
  return powers;
}

/** An SVG document. */
export function drawGrowth(rows: readonly GrowthRow[]): string {
  const measures = [...new Set(rows.flatMap(({ measured }) => Object.keys(measured)))];
  const engines = [...new Set(rows.map(({ engine }) => engine))];
  const lines = Math.ceil(measures.length / COLUMNS);
  const [width, height] = [COLUMNS * PANEL.width, lines * PANEL.height + 40];
  const panels = measures.map((measure, at) => {
    const [x, y] = [(at % COLUMNS) * PANEL.width, Math.floor(at / COLUMNS) * PANEL.height];
    return `<g transform="translate(${x} ${y})">${drawPanel(measure, rows, engines)}</g>`;
  });
  const key = engines.map((engine, at) => {
    const [x, y] = [16 + (at % 6) * 148, lines * PANEL.height + 14 + Math.floor(at / 6) * 16];
    return `${stroke(at, `M${x} ${y - 4}h24`)}<text x="${x + 30}" y="${y}">${engine}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Cost by number of passages" font-family="sans-serif" font-size="11" fill="#222">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...panels,
    ...key,
    '</svg>\n',
  ].join('\n');
}

const stroke = (at: number, path: string) => {
  const [colour, dashes] = STROKES[at % STROKES.length] as (typeof STROKES)[number];
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`;
};

function drawPanel(measure: string, rows: readonly GrowthRow[], engines: readonly string[]): string {
  const points = rows.flatMap(({ engine, passages, measured }) => {
    const value = measured[measure];
    return value === undefined || value <= 0 ? [] : [{ engine, passages, value }];
  });
  const values = points.map(({ value }) => value);
  const [down, up] = [powersBetween(Math.min(...values), Math.max(...values)), sizesOf(points)];
  const scale = (value: number, marks: readonly number[], from: number, to: number) => {
    const [first, last] = [Math.log10(marks[0] ?? 1), Math.log10(marks.at(-1) ?? 10)];
    return from + ((Math.log10(value) - first) / Math.max(1e-9, last - first)) * (to - from);
  };
  const { width, height, left, bottom, top, right } = PANEL;
  const x = (passages: number) => scale(passages, up, left, width - right).toFixed(1);
  const y = (value: number) => scale(value, down, height - bottom, top).toFixed(1);
  const grid = down.map(
    (value) =>
      `<path d="M${left} ${y(value)}H${width - right}" stroke="#ddd"/><text x="${left - 5}" y="${Number(y(value)) + 4}" text-anchor="end">${short(value)}</text>`,
  );
  const sizes = up.map(
    (size) => `<text x="${x(size)}" y="${height - 8}" text-anchor="middle">${short(size)}</text>`,
  );
  const lines = engines.map((engine, at) => {
    const own = points.filter((point) => point.engine === engine).sort((a, b) => a.passages - b.passages);
    const path = own.map(
      ({ passages, value }, place) => `${place === 0 ? 'M' : 'L'}${x(passages)} ${y(value)}`,
    );
    return own.length > 0 ? stroke(at, `${path.join('')}${own.length === 1 ? 'h4' : ''}`) : '';
  });
  const guides = measure.endsWith(', ms')
    ? OURS.map((engine) => {
        const first = points.find((point) => point.engine === engine && point.passages === up[0]);
        if (!first) return '';
        const path = up.map((size, place) => {
          const value = (first.value * Math.log(size)) / Math.log(first.passages);
          return `${place === 0 ? 'M' : 'L'}${x(size)} ${y(value)}`;
        });
        return `<path d="${path.join('')}" fill="none" stroke="#999"/>`;
      })
    : [];
  const title = `<text x="${left}" y="14" font-weight="bold">${measure}</text>`;
  return [title, ...grid, ...sizes, ...guides, ...lines].join('');
}

const sizesOf = (points: readonly { readonly passages: number }[]) =>
  [...new Set(points.map(({ passages }) => passages))].sort((a, b) => a - b);

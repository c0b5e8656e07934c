/**
 * The lines of a PDF's pages as paragraphs: what is printed on every page is left out, words divided at line ends are
 * joined, and the largest type of the first page is the headline.
 *
 * A PDF knows places of letters and nothing of lines; pdf.js gives runs of letters in the order they were drawn, which
 * in what presses and word processors write is the order of reading, column by column. That order is kept: sorting by
 * place would mix columns. O(runs).
 */
import type { PdfTextItem } from './pdf-library.ts';

export interface PdfLine {
  readonly text: string;
  /** Along the direction of writing and across it, in points; a turned page is turned back. */
  readonly x: number;
  readonly y: number;
  /** Size of the type, in points. */
  readonly size: number;
  /** 1-based. */
  readonly page: number;
}

/** Text of the top and bottom of pages is compared with numbers taken for equal. */
const patternOf = (line: PdfLine): string => line.text.replace(/\d+/g, '#').trim();

// biome-ignore lint/suspicious/noControlCharactersInRegex: letters that a font could not name come out as these
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

export function linesOf(
  items: readonly (PdfTextItem | { readonly type: string })[],
  page: number,
): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: { parts: string[]; x: number; y: number; size: number } | null = null;
  const close = (): void => {
    const text = open?.parts.join('').replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim() ?? '';
    if (open !== null && text !== '') lines.push({ text, x: open.x, y: open.y, size: open.size, page });
    open = null;
  };
  for (const item of items) {
    if (!('str' in item)) continue;
    const [a = 1, b = 0, , , e = 0, f = 0] = item.transform;
    const angle = Math.atan2(b, a);
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    const place = {
      x: e * cosine + f * sine,
      y: f * cosine - e * sine,
      size: Math.hypot(a, b) || item.height,
    };
    if (
      open !== null &&
      item.str !== '' &&
      Math.abs(open.y - place.y) > Math.max(open.size, place.size) * 0.5
    )
      close();
    open ??= { parts: [], ...place };
    if (item.str.trim() !== '') open.size = Math.max(open.size, place.size);
    open.parts.push(item.str);
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

/** Without running heads, feet and page numbers: the first and last two lines of a page where they repeat. */
export function dropRunningLines(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  const edges = (lines: readonly PdfLine[]): PdfLine[] => [
    ...new Set([...lines.slice(0, 2), ...lines.slice(-2)]),
  ];
  for (const lines of pages)
    for (const pattern of new Set(edges(lines).map(patternOf)))
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  const isRunning = (line: PdfLine): boolean => {
    const count = counts.get(patternOf(line)) ?? 0;
    return pages.length > 2 && count >= 3 && count >= pages.length * 0.3;
  };
  return pages.map((lines) => {
    const edge = new Set(edges(lines));
    return lines.filter(
      (line) =>
        !edge.has(line) ||
        !(isRunning(line) || (pages.length > 1 && /^[-–—\s]*\d{1,4}[-–—\s]*$/.test(line.text))),
    );
  });
}

/** The lines in the largest type of the first page, where it is larger than the rest; null where all is alike. */
export function largestType(lines: readonly PdfLine[]): string | null {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const largest = sizes.at(-1) ?? 0;
  if (largest < middle * 1.15 || lines.length < 2) return null;
  const at = lines.findIndex(({ size }) => size > largest * 0.97);
  const run: string[] = [];
  for (let i = at; i < lines.length && lines[i]!.size > largest * 0.97 && run.length < 4; i++)
    run.push(lines[i]!.text);
  const text = joinLines(run);
  return text.length <= 300 && /\p{L}/u.test(text) ? text : null;
}

/** Paragraphs end where the gap or the indent grows, the type changes, or a line stops short after a full stop. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string {
  const lines = pages.flat();
  const gaps = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const gap = Math.round((lines[at - 1]?.y ?? Number.NaN) - line.y);
    if (gap > 0 && lines[at - 1]?.page === line.page) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  }
  const usual = [...gaps].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
  const longest = Math.max(0, ...lines.slice(0, 5_000).map(({ text }) => text.length));
  const paragraphs: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before === undefined || startsParagraph(before, line, usual, longest)) paragraphs.push([]);
    paragraphs.at(-1)!.push(line.text);
  }
  return paragraphs.map(joinLines).join('\n\n');
}

function startsParagraph(before: PdfLine, line: PdfLine, usual: number, longest: number): boolean {
  const ends = /[.!?:…»”"’)。؟]$/u.test(before.text);
  if (Math.abs(before.size - line.size) > 0.1 * Math.max(before.size, line.size)) return true;
  if (before.page !== line.page || line.y > before.y) return ends;
  if (before.y - line.y > Math.max(usual * 1.35, line.size * 1.6)) return true;
  return ends && (line.x - before.x > line.size * 0.8 || before.text.length < longest * 0.6);
}

/** A hyphen at a line's end before a small letter divided a word; one before a capital or a digit belongs to it. */
function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    if (/\p{L}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(line)) text = text.slice(0, -1) + line;
    else text += text === '' ? line : /\p{L}-$/u.test(text) ? line : ` ${line}`;
  }
  return text;
}

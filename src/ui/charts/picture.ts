/**
 * A chart as a picture to take along: its title above, its sources below, on white, because a chart without them is a
 * claim of nobody's. Written by hand and not read back from the page: see drawing.ts.
 */
import { arcPath, type Drawing, type Ink, LETTER_PX, type Measure, type Shape } from './drawing.ts';

/** One chart with everything that must stand beside it. */
export interface Picture {
  readonly title: string;
  readonly drawing: Drawing;
  /** Outlets, dates, counts, the archive's date: a sentence each. */
  readonly sources: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47. */
  readonly language: string;
}

/** CSS pixels; a column of a page, or half a slide. */
const PICTURE_WIDTH = 720;
const MARGIN = 24;
export const PICTURE_ROOM = PICTURE_WIDTH - 2 * MARGIN;
const LINE = 17;
const TITLE_LINE = 24;
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
/** The light scheme of tokens.css, for paper. */
const COLOURS: Record<Ink, string> = {
  ...{ paper: '#ffffff', text: '#1d1c1a', note: '#5a564d', match: '#8a4b08', act: '#1c4f7c' },
  ...{ rule: '#e2ddd2', faint: '#c9c2b4' },
};

interface Line {
  readonly text: string;
  readonly y: number;
  readonly px: number;
  readonly isStrong: boolean;
  readonly ink: Ink;
}

interface Sheet {
  readonly height: number;
  /** Where the drawing begins. */
  readonly top: number;
  readonly lines: readonly Line[];
}

export const fontOf = (px: number, isStrong: boolean) => `${isStrong ? '600 ' : ''}${px}px ${FAMILY}`;

/** Title, drawing and sources one below the other; `measure` is for letters of LETTER_PX. */
function layOut({ title, drawing, sources }: Picture, measure: Measure): Sheet {
  const titlePx = 16;
  const titles = wrap(title, (PICTURE_ROOM * LETTER_PX) / titlePx, measure);
  const top = MARGIN + titles.length * TITLE_LINE + 12;
  const below = top + drawing.height + 28;
  const told = sources.flatMap((source) => wrap(source, PICTURE_ROOM, measure));
  return {
    height: below + told.length * LINE + MARGIN - LETTER_PX,
    top,
    lines: [
      ...titles.map((text, at): Line => {
        return { text, y: MARGIN + 16 + at * TITLE_LINE, px: titlePx, isStrong: true, ink: 'text' };
      }),
      ...told.map((text, at): Line => {
        return { text, y: below + at * LINE, px: LETTER_PX, isStrong: false, ink: 'note' };
      }),
    ],
  };
}

/** Lines that have room; breaks at blanks, and between signs where there are none. */
export function wrap(text: string, room: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)|(?<=[\u3000-\u9fff])/)) {
    if (line !== '' && measure((line + word).trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

export function writeSvg(picture: Picture, measure: Measure): string {
  const { drawing, direction, language, title } = picture;
  const { height, top, lines } = layOut(picture, measure);
  const start = direction === 'rtl' ? PICTURE_WIDTH - MARGIN : MARGIN;
  const texts = lines.map(
    ({ text, y, px, isStrong, ink }) =>
      `<text x="${start}" y="${y}" font-size="${px}"${isStrong ? ' font-weight="600"' : ''} fill="${COLOURS[ink]}">${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" font-family="${escaped(FAMILY)}" font-size="${LETTER_PX}" direction="${direction}" xml:lang="${language}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${PICTURE_WIDTH}" height="${height}" fill="${COLOURS.paper}"/>`,
    `<g transform="translate(${MARGIN} ${top})">`,
    ...drawing.shapes.map(writeShape),
    '</g>',
    ...texts,
    '</svg>',
  ].join('\n');
}

function writeShape(shape: Shape): string {
  const colour = COLOURS[shape.ink];
  switch (shape.kind) {
    case 'box':
      return `<rect x="${near(shape.x)}" y="${near(shape.y)}" width="${near(shape.width)}" height="${near(shape.height)}" fill="${colour}"/>`;
    case 'dot': {
      const look = shape.isHollow
        ? `fill="${COLOURS.paper}" stroke="${colour}" stroke-width="1.5"`
        : `fill="${colour}"`;
      return `<circle cx="${near(shape.x)}" cy="${near(shape.y)}" r="${near(shape.radius)}" ${look}/>`;
    }
    case 'rule': {
      const dashes = shape.dashes.length > 0 ? ` stroke-dasharray="${shape.dashes.join(' ')}"` : '';
      return `<line x1="${near(shape.x1)}" y1="${near(shape.y1)}" x2="${near(shape.x2)}" y2="${near(shape.y2)}" stroke="${colour}" stroke-width="${shape.thickness}"${dashes}/>`;
    }
    case 'arc':
      return `<path d="${arcPath(shape)}" fill="none" stroke="${colour}" stroke-opacity="0.7" stroke-width="${near(shape.thickness)}"/>`;
    case 'words':
      return `<text x="${near(shape.x)}" y="${near(shape.y)}" text-anchor="${shape.anchor}" direction="${shape.direction}" fill="${letterColour(shape.ink)}">${escaped(shape.text)}</text>`;
  }
}

/** Letters are never as pale as lines may be. */
const letterColour = (ink: Ink) => COLOURS[ink === 'faint' ? 'note' : ink];

const near = (value: number) => Math.round(value * 10) / 10;

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** For paper and slides: as sharp as print at 10 cm. */
const PNG_SCALE = 2;

/** Null where the browser paints no pictures. */
export async function paintPng(picture: Picture, measure: Measure): Promise<Blob | null> {
  const { height, top, lines } = layOut(picture, measure);
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_WIDTH * PNG_SCALE;
  canvas.height = Math.ceil(height * PNG_SCALE);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(PNG_SCALE, PNG_SCALE);
  context.direction = picture.direction;
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, PICTURE_WIDTH, height);
  const start = picture.direction === 'rtl' ? PICTURE_WIDTH - MARGIN : MARGIN;
  for (const { text, y, px, isStrong, ink } of lines) {
    context.font = fontOf(px, isStrong);
    context.fillStyle = COLOURS[ink];
    context.textAlign = 'start';
    context.fillText(text, start, y);
  }
  context.translate(MARGIN, top);
  for (const shape of picture.drawing.shapes) paintShape(context, shape);
  return new Promise((painted) => canvas.toBlob(painted, 'image/png'));
}

const ANCHORS = { start: 'start', middle: 'center', end: 'end' } as const;

function paintShape(context: CanvasRenderingContext2D, shape: Shape): void {
  const colour = COLOURS[shape.ink];
  const stroke = (path: Path2D, thickness: number, dashes: readonly number[], alpha = 1) => {
    context.strokeStyle = colour;
    context.lineWidth = thickness;
    context.globalAlpha = alpha;
    context.setLineDash([...dashes]);
    context.stroke(path);
    context.globalAlpha = 1;
  };
  const path = new Path2D(shape.kind === 'arc' ? arcPath(shape) : '');
  context.fillStyle = colour;
  switch (shape.kind) {
    case 'box':
      context.fillRect(shape.x, shape.y, shape.width, shape.height);
      break;
    case 'dot':
      path.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
      if (shape.isHollow) context.fillStyle = COLOURS.paper;
      context.fill(path);
      if (shape.isHollow) stroke(path, 1.5, []);
      break;
    case 'rule':
      path.moveTo(shape.x1, shape.y1);
      path.lineTo(shape.x2, shape.y2);
      stroke(path, shape.thickness, shape.dashes);
      break;
    case 'arc':
      stroke(path, shape.thickness, [], 0.7);
      break;
    case 'words':
      context.font = fontOf(LETTER_PX, false);
      context.fillStyle = letterColour(shape.ink);
      context.direction = shape.direction;
      context.textAlign = ANCHORS[shape.anchor];
      context.fillText(shape.text, shape.x, shape.y);
  }
}

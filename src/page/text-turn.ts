/**
 * How the page's transforms turn text: boxes that the browser reports stand upright round the words, so a line under
 * turned words needs the turn told apart. Moved or scaled text needs nothing.
 */
import { elementAt, parentNodeOf } from './node-access.ts';

export type Turn = readonly [a: number, b: number, c: number, d: number];

/** Of elements above one another; a deeper page is not laid out by hand. */
const MAX_CLIMB = 256;
/** Less cannot be seen at the end of a line. */
const LEVEL = 0.001;

/** For many blocks that share their ancestors; made anew for each look at the page, as transforms change. */
export function createTurns(): (element: Element) => Turn | null {
  const known = new Map<Element, DOMMatrix | null>();
  return (element) => {
    const climbed: Element[] = [];
    let above: Element | null = element;
    while (above && !known.has(above) && climbed.length < MAX_CLIMB) {
      climbed.push(above);
      const parent = parentNodeOf(above);
      above = parent && elementAt(parent);
    }
    let whole = (above && known.get(above)) ?? null;
    for (const one of climbed.reverse()) {
      const own = linearPart(getComputedStyle(one));
      whole = own && whole ? whole.multiply(own) : (own ?? whole);
      known.set(one, whole);
    }
    const matrix = known.get(element);
    if (!matrix?.is2D || Math.abs(matrix.b) + Math.abs(matrix.c) < LEVEL) return null;
    return [matrix.a, matrix.b, matrix.c, matrix.d];
  };
}

/** null for none. */
function linearPart({ transform, rotate, scale }: CSSStyleDeclaration): DOMMatrix | null {
  if (transform === 'none' && rotate === 'none' && scale === 'none') return null;
  const matrix = new DOMMatrix();
  if (/^[-\d.e]+deg$/.test(rotate)) matrix.rotateSelf(Number.parseFloat(rotate));
  if (scale !== 'none') {
    const [x = 1, y = x] = scale.split(' ').map(Number);
    matrix.scaleSelf(x, y);
  }
  return transform === 'none' ? matrix : matrix.multiply(new DOMMatrix(transform));
}

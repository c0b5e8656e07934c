/**
 * Leaves out what a reader does not see of a block's words: outside the window, scrolled away in a box of its own, under
 * a sticky header or a menu. The naive version asks at each word; here the ends of a line and a word every 160 pixels
 * settle it, and only lines that are partly covered are asked word by word. Something that lies above but shows nothing
 * (a link stretched over a teaser) covers no words.
 */
import { contains, isShadowRoot, localNameOf } from './node-access.ts';
import type { Slices } from './time-slice.ts';
import { FIELDS } from './word-pieces.ts';

const OPAQUE = /^(?:img|video|iframe|canvas|object|embed|svg|picture)$/;
/** `rgb(0, 0, 0, 0)`, `rgba(…, 0)`, `color(… / 0)`. */
const UNSEEN_COLOUR = /^transparent$|[,/] ?0(?:\.0+)?\)$/;
/** CSS pixels between two words that are asked: menus are rarely narrower. */
const SAMPLE_PX = 160;
/** Things above one another at one point. */
const MOST_ABOVE = 12;

/** The pieces in sight; the same array when all are. */
export async function wordsInSight(
  container: Element,
  pieces: Float32Array,
  slices: Slices,
): Promise<Float32Array> {
  const kept: number[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = lineEnd(pieces, from);
    const isWhole = samplesOf(pieces, from, to).every((at) => isInSight(container, pieces, at));
    for (let at = from; at < to; at += FIELDS) {
      if (!isWhole && !isInSight(container, pieces, at)) continue;
      for (let field = 0; field < FIELDS; field += 1) kept.push(pieces[at + field]!);
    }
    from = to;
    if (slices.isSpent(8)) await slices.rest();
  }
  return kept.length === pieces.length ? pieces : Float32Array.from(kept);
}

/** Where the next line begins: pieces of one line overlap in height by half. */
function lineEnd(pieces: Float32Array, from: number): number {
  const [top, height] = [pieces[from + 3]!, pieces[from + 5]!];
  let at = from + FIELDS;
  while (at < pieces.length && Math.abs(pieces[at + 3]! - top) < height / 2) at += FIELDS;
  return at;
}

/** The pieces of one line that are asked for all: its last one, its first, and one every so often. */
function samplesOf(pieces: Float32Array, from: number, to: number): number[] {
  const samples = [to - FIELDS];
  let asked = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to - FIELDS; at += FIELDS) {
    const left = pieces[at + 2]!;
    if (Math.abs(left - asked) < SAMPLE_PX) continue;
    samples.push(at);
    asked = left;
  }
  return samples;
}

function isInSight(container: Element, pieces: Float32Array, at: number): boolean {
  const width = pieces[at + 4]!;
  const x = pieces[at + 2]! + Math.abs(width) / 2;
  const y = pieces[at + 3]! + pieces[at + 5]! / 2;
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
  const root = container.getRootNode();
  const tree = root instanceof Document || isShadowRoot(root) ? root : document;
  const top = tree.elementFromPoint(x, y);
  if (!top) return false;
  if (contains(container, top)) return true;
  for (const above of tree.elementsFromPoint(x, y).slice(0, MOST_ABOVE)) {
    if (contains(container, above)) return true;
    // Of the text nothing was hit: cut off by a box, unless it lets the pointer through.
    if (contains(above, container)) return getComputedStyle(container).pointerEvents === 'none';
    if (!isSeeThrough(above)) return false;
  }
  return false;
}

function isSeeThrough(element: Element): boolean {
  if (OPAQUE.test(localNameOf(element))) return false;
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  return opacity === '0' || (backgroundImage === 'none' && UNSEEN_COLOUR.test(backgroundColor));
}

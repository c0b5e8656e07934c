/**
 * Where the words of one block stand on the screen. Every word is measured, marked or not: which are marked is known to
 * our frame alone. The naive version measures a whole book for one screen of it; here long blocks are searched for
 * the part in view first, and a block that only moved is shifted. About 5 µs a word.
 */
import { boxesOf } from './find-mark.ts';
import type { Block } from './page-blocks.ts';
import { PIECE } from './text-pieces.ts';
import type { Slices } from './time-slice.ts';

/** Numbers a piece: start, end, left, top, width, height; see protocol/word-places.ts. */
export const FIELDS = 6;
/** Code units from which on only the part in view is measured. */
const LONG = 1_500;
/** Characters before and after that part: half a line, where lines are not in order (columns, floats). */
const SLACK = 60;
/** Of one block: more is no running text. */
const MOST_PIECES = 3_000;
/** CSS pixels by which a box may differ between two readings of the same layout. */
const SAME_PX = 0.3;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

interface Measured {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
  /** Relative to the first piece's box when it was measured. */
  readonly pieces: Float32Array;
}

export class WordPieces {
  /** By key; what is no longer in view is forgotten. */
  #measured = new Map<number, Measured>();

  /** Layout has changed in ways that boxes do not show (fonts, zoom). */
  forget(): void {
    this.#measured.clear();
  }

  /** Of blocks in view, in the window's coordinates. */
  async of(blocks: readonly Block[], slices: Slices): Promise<Map<number, Float32Array>> {
    const measured = new Map<number, Measured>();
    const pieces = new Map<number, Float32Array>();
    for (const block of blocks) {
      const now = shifted(this.#measured.get(block.key), block) ?? (await measure(block, slices));
      measured.set(block.key, now);
      pieces.set(block.key, now.pieces);
      if (slices.isSpent(16)) await slices.rest();
    }
    this.#measured = measured;
    return pieces;
  }
}

/** null when the block is another, shows another part, or its lines have changed. */
function shifted(before: Measured | undefined, block: Block): Measured | null {
  if (before?.block !== block) return null;
  const { pieces, from, to } = before;
  const last = pieces.length - FIELDS;
  const first = boxesOf(block, { start: pieces[0]!, end: pieces[1]! })[0];
  const end = boxesOf(block, { start: pieces[last]!, end: pieces[last + 1]! })[0];
  if (last < 0 || !first || !end || isSearched(block, [from, to])) return null;
  const [x, y] = [first.left - pieces[2]!, first.top - pieces[3]!];
  const isSame =
    near(end.left - pieces[last + 2]!, x) &&
    near(end.top - pieces[last + 3]!, y) &&
    near(end.width, Math.abs(pieces[last + 4]!)) &&
    near(first.width, Math.abs(pieces[4]!));
  if (!isSame) return null;
  if (near(x, 0) && near(y, 0)) return before;
  const moved = pieces.slice();
  for (let at = 0; at < moved.length; at += FIELDS) {
    moved[at + 2]! += x;
    moved[at + 3]! += y;
  }
  return { block, from, to, pieces: moved };
}

const near = (one: number, other: number): boolean => Math.abs(one - other) < SAME_PX;

function isSearched(block: Block, [from, to]: readonly [number, number]): boolean {
  if (block.text.length < LONG) return false;
  const [now, until] = partInView(block);
  return now < from || until > to;
}

async function measure(block: Block, slices: Slices): Promise<Measured> {
  const [from, to] = partInView(block);
  const numbers: number[] = [];
  for (const { 0: word, index } of block.text.slice(from, to).matchAll(PIECE)) {
    addPieces(numbers, block, from + index, from + index + word.length);
    if (numbers.length >= MOST_PIECES * FIELDS) break;
    if (slices.isSpent(8)) await slices.rest();
  }
  return { block, from, to, pieces: Float32Array.from(numbers) };
}

function addPieces(numbers: number[], block: Block, start: number, end: number): void {
  const boxes = boxesOf(block, { start, end });
  if (boxes.length === 1) addPiece(numbers, block.text, start, end, boxes[0]!);
  else if (boxes.length > 1 && end - start > 1) {
    // Broken between lines, or set in two elements.
    for (let at = start; at < end; ) {
      const next = at + (block.text.codePointAt(at)! > 0xffff ? 2 : 1);
      const [box] = boxesOf(block, { start: at, end: next });
      if (box) addPiece(numbers, block.text, at, next, box);
      at = next;
    }
  }
}

function addPiece(numbers: number[], text: string, start: number, end: number, box: DOMRect): void {
  const isBackward = RIGHT_TO_LEFT.test(text.slice(start, end));
  numbers.push(start, end, box.left, box.top, isBackward ? -box.width : box.width, box.height);
}

/** Offsets between which a block's words may be in view; all of it unless it is long. O(log length). */
function partInView(block: Block): [from: number, to: number] {
  const { length } = block.text;
  if (length < LONG) return [0, length];
  const from = search(length, (at) => isAbove(block, at));
  const to = search(length, (at) => !isBelow(block, at));
  return [Math.max(0, from - SLACK), Math.min(length, to + SLACK)];
}

/** The first offset of which `isBefore` does not hold, where it holds up to there. */
function search(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isAbove(block: Block, at: number): boolean {
  const box = boxNear(block, at);
  return box !== undefined && box.bottom < 0;
}

function isBelow(block: Block, at: number): boolean {
  const box = boxNear(block, at);
  return box !== undefined && box.top > innerHeight;
}

/** Spaces at the ends of lines have no box: the next character that has one. */
function boxNear(block: Block, at: number): DOMRect | undefined {
  for (let next = at; next < Math.min(block.text.length, at + 8); next += 1) {
    const [box] = boxesOf(block, { start: next, end: next + 1 });
    if (box) return box;
  }
  return undefined;
}

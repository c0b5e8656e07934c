/**
 * Which blocks are on the screen. The naive version asks every block of the page (20,000 of them), or has the browser
 * watch them all, which costs it each frame of scrolling. Here a grid of points is asked what is there, and from each
 * block found its neighbours in reading order, up and down, until they leave the window. O(what is shown).
 */
import type { Block } from './page-blocks.ts';
import type { LivePage } from './read-live.ts';
import type { Slices } from './time-slice.ts';

/** CSS pixels between two rows of points: a line of small print stands in one of them. */
const ROW_PX = 12;
const COLUMNS = [0.08, 0.3, 0.5, 0.7, 0.92] as const;
/** Neighbours out of view after which no more are asked. */
const PATIENCE = 6;
/** More is no page for readers. */
const MOST_BLOCKS = 500;

export async function blocksInView(page: LivePage, slices: Slices): Promise<Block[]> {
  const keys = page.blocks.sortedKeys();
  const seen = new Map<number, boolean>();
  const isShown = (at: number): boolean => {
    const known = seen.get(at);
    if (known !== undefined) return known;
    const block = page.blocks.get(keys[at]!);
    const shown = block !== undefined && isInView(block.container);
    seen.set(at, shown);
    return shown;
  };
  for (let y = ROW_PX / 2; y < innerHeight; y += ROW_PX) {
    for (const share of COLUMNS) {
      const key = page.keyAt(innerWidth * share, y);
      const at = key === 0 ? -1 : indexOf(keys, key);
      if (at >= 0 && seen.get(at) !== true) {
        await spread(at, 1, keys.length, isShown, slices);
        await spread(at - 1, -1, keys.length, isShown, slices);
      }
      if (slices.isSpent(8)) await slices.rest();
    }
  }
  const shown = [...seen].filter(([, isIn]) => isIn).slice(0, MOST_BLOCKS);
  return shown.flatMap(([at]) => page.blocks.get(keys[at]!) ?? []);
}

async function spread(
  from: number,
  step: 1 | -1,
  length: number,
  isShown: (at: number) => boolean,
  slices: Slices,
): Promise<void> {
  let missed = 0;
  for (let at = from; at >= 0 && at < length && missed < PATIENCE; at += step) {
    missed = isShown(at) ? 0 : missed + 1;
    if (slices.isSpent(4)) await slices.rest();
  }
}

function isInView(container: Element): boolean {
  const { left, top, right, bottom } = Element.prototype.getBoundingClientRect.call(container);
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && bottom > top;
}

function indexOf(sorted: Uint32Array, key: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === key ? low : -1;
}

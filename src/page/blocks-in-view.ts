/**
 * Which blocks are on the screen. The naive version asks every block of the page (20,000 of them), or has the browser
 * watch them all, which costs it each frame of scrolling. Here points of a grid are asked what is there, and from each
 * block found its neighbours in reading order, up and down, until they leave the window; points on or beside what was
 * found so are asked no more, because a hit test looks through all that stands side by side (Chromium, 0.15 ms among
 * 10,000 paragraphs). O(what is shown).
 */
import { type Block, rangeOf } from './page-blocks.ts';
import type { LivePage } from './read-live.ts';
import type { Slices } from './time-slice.ts';

/** CSS pixels between two rows of points: a line of small print stands in one of them. */
const ROW_PX = 12;
const COLUMNS = [0.08, 0.3, 0.5, 0.7, 0.92] as const;
/** CSS pixels above and below a block that belong to it: margins of paragraphs. */
const BESIDE_PX = 20;
/** Neighbours out of view after which no more are asked. */
const PATIENCE = 6;
/** More is no page for readers. */
const MOST_BLOCKS = 500;

export async function blocksInView(page: LivePage, slices: Slices): Promise<Block[]> {
  const search = new Search(page, slices);
  for (let y = ROW_PX / 2; y < innerHeight; y += ROW_PX) {
    for (const share of COLUMNS) {
      await search.at(innerWidth * share, y);
      if (slices.isSpent(4)) await slices.rest();
    }
  }
  return search.found();
}

class Search {
  readonly #page: LivePage;
  readonly #slices: Slices;
  /** All blocks, in nearly the page's order. */
  readonly #keys: Uint32Array;
  /** By place among the keys: its box, null when it is not in view. */
  readonly #seen = new Map<number, DOMRect | null>();

  constructor(page: LivePage, slices: Slices) {
    this.#page = page;
    this.#slices = slices;
    this.#keys = page.blocks.sortedKeys();
  }

  async at(x: number, y: number): Promise<void> {
    if (this.#isKnown(x, y)) return;
    const key = this.#page.keyAt(x, y);
    const place = key === 0 ? -1 : indexOf(this.#keys, key);
    if (place < 0 || this.#seen.get(place)) return;
    await this.#spread(place, 1);
    await this.#spread(place - 1, -1);
  }

  found(): Block[] {
    const shown = [...this.#seen].filter(([, box]) => box !== null).slice(0, MOST_BLOCKS);
    return shown.flatMap(([place]) => this.#page.blocks.get(this.#keys[place]!) ?? []);
  }

  #isKnown(x: number, y: number): boolean {
    for (const box of this.#seen.values()) {
      const isOn = box && box.left <= x && x <= box.right;
      if (isOn && box.top - BESIDE_PX <= y && y <= box.bottom + BESIDE_PX) return true;
    }
    return false;
  }

  async #spread(from: number, step: 1 | -1): Promise<void> {
    let missed = 0;
    for (let place = from; place >= 0 && place < this.#keys.length && missed < PATIENCE; place += step) {
      missed = this.#look(place) ? 0 : missed + 1;
      if (this.#slices.isSpent(4)) await this.#slices.rest();
    }
  }

  #look(place: number): DOMRect | null {
    const known = this.#seen.get(place);
    if (known !== undefined) return known;
    const block = this.#page.blocks.get(this.#keys[place]!);
    const box = block ? this.#boxInView(block) : null;
    this.#seen.set(place, box);
    return box;
  }

  /** Of its element, or of its text where the element holds more than that. */
  #boxInView(block: Block): DOMRect | null {
    const box: DOMRect = Element.prototype.getBoundingClientRect.call(block.container);
    if (!isInWindow(box)) return null;
    const isAlone = box.height < innerHeight && this.#page.blocks.of(block.container).length === 1;
    if (isAlone) return box;
    const own = rangeOf(block, 0, block.text.length)?.getBoundingClientRect();
    return own && isInWindow(own) ? own : null;
  }
}

function isInWindow({ left, top, right, bottom }: DOMRect): boolean {
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

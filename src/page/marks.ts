/**
 * Draws what the background found, with the CSS Custom Highlight API: no element is touched and nothing is laid out
 * again (the rules in marks.css change decoration only). Ranges are static: live ones cost at each change of the page.
 * The page can list these highlights, so they hold only what it may learn: the background sends nothing else.
 *
 * Chromium goes through all highlighted ranges again in each frame after one changed, 7 µs each (measured: 20,000 make
 * every such frame 130 ms). So only the 1,000 marks nearest the screen are drawn, and others after scrolling.
 */
import type { PageMark } from '../protocol/calls.ts';
import { type Block, boundsOf } from './page-blocks.ts';
import { createSlices } from './time-slice.ts';

const NAMES: Readonly<Record<PageMark['type'], string>> = {
  person: 'backstory-person',
  organization: 'backstory-organization',
  place: 'backstory-place',
  event: 'backstory-event',
  reused: 'backstory-reused',
};

/** About seven screens of dense text, and 10 ms of a frame. */
const MAX_DRAWN = 1_000;
/**
 * Of a page that changes in every frame, those nearest the middle of the screen: Chromium walks all highlighted ranges for
 * each frame. Of 100,000 texts a frame took the page's thread 6.2 ms without us, 7.8 with 1, 8.3 with 10, 9.6 with 30, and
 * drew 37 times a second with 120.
 */
const FEW_DRAWN = 10;
const AFTER_SCROLL_MS = 120;

interface MarkedBlock {
  readonly block: Block;
  /** Sorted by start, not overlapping. */
  readonly marks: readonly PageMark[];
}

interface DrawnRange {
  readonly highlight: Highlight;
  readonly range: StaticRange;
}

export class Marks {
  readonly #marked = new Map<number, MarkedBlock>();
  readonly #drawn = new Map<number, readonly DrawnRange[]>();
  /** Drawn blocks whose ranges no longer hold: taking one away costs Firefox 50 µs, so that waits for its slice, too. */
  readonly #stale = new Set<number>();
  readonly #highlights = new Map<string, Highlight>();
  readonly #screenKey: () => number;
  readonly #signal: AbortSignal;
  #total = 0;
  #most = MAX_DRAWN;
  #isDrawing = false;
  /** Marks came or went while drawing. */
  #isOutdated = false;
  #scrollTimer: ReturnType<typeof setTimeout> | undefined;

  /** `screenKey` names a block on or near the screen. All marks go when the signal aborts. */
  constructor(screenKey: () => number, signal: AbortSignal) {
    this.#screenKey = screenKey;
    this.#signal = signal;
    addEventListener('scroll', () => this.#onScroll(), { signal, passive: true, capture: true });
    signal.addEventListener('abort', () => this.#eraseAll(), { once: true });
  }

  get isEmpty(): boolean {
    return this.#marked.size === 0;
  }

  of(block: Block): readonly PageMark[] {
    return this.#marked.get(block.key)?.marks ?? [];
  }

  /** From now on, for a page that changes without end. */
  drawFewer(): void {
    if (this.#most === FEW_DRAWN) return;
    this.#most = FEW_DRAWN;
    this.#isOutdated = true;
    this.#drawSoon();
  }

  /** Replaces a block's marks; those outside its text are left out. */
  set(block: Block, marks: readonly PageMark[]): void {
    const fitting = marks
      .filter(
        ({ start, end, type }) =>
          0 <= start && start < end && end <= block.text.length && Object.hasOwn(NAMES, type),
      )
      .sort((one, other) => one.start - other.start);
    const before = this.#marked.get(block.key);
    if (before?.block === block && isSameMarks(before.marks, fitting)) return;
    if (fitting.length > 0) this.#replace(block.key, { block, marks: fitting });
    else this.drop(block);
  }

  /** The block's nodes are others now. */
  move(block: Block): void {
    const before = this.#marked.get(block.key);
    if (before) this.#replace(block.key, { block, marks: before.marks });
  }

  drop(block: Block): void {
    if (this.#marked.has(block.key)) this.#replace(block.key, null);
  }

  #replace(key: number, marked: MarkedBlock | null): void {
    if (this.#drawn.has(key)) this.#stale.add(key);
    this.#total += (marked?.marks.length ?? 0) - (this.#marked.get(key)?.marks.length ?? 0);
    if (marked) this.#marked.set(key, marked);
    else this.#marked.delete(key);
    this.#isOutdated = true;
    this.#drawSoon();
  }

  #onScroll(): void {
    if (this.#total <= this.#most) return;
    clearTimeout(this.#scrollTimer);
    this.#scrollTimer = setTimeout(() => {
      this.#isOutdated = true;
      this.#drawSoon();
    }, AFTER_SCROLL_MS);
  }

  #drawSoon(): void {
    if (this.#isDrawing || this.#signal.aborted) return;
    this.#isDrawing = true;
    // Rejects only when the signal aborts in a rest.
    queueMicrotask(() => this.#drawNearest().catch(() => {}));
  }

  async #drawNearest(): Promise<void> {
    const slices = createSlices(this.#signal);
    while (this.#isOutdated) {
      this.#isOutdated = false;
      const wanted = this.#nearestKeys();
      for (const key of this.#drawn.keys()) {
        if (wanted.has(key) && !this.#stale.has(key)) continue;
        this.#erase(key);
        if (slices.isSpent(4)) await slices.rest();
      }
      for (const key of wanted) {
        if (!this.#drawn.has(key)) this.#drawOne(key);
        if (slices.isSpent(4)) await slices.rest();
      }
    }
    this.#isDrawing = false;
  }

  /** Nearest first; as many as may be drawn, and one block at least. Asking for the screen makes a layout: only then. */
  #nearestKeys(): Set<number> {
    if (this.#total <= this.#most) return new Set(this.#marked.keys());
    const near = this.#screenKey();
    const sorted = Uint32Array.from(this.#marked.keys()).sort();
    let above = sorted.findLastIndex((key) => key < near);
    let below = above + 1;
    const keys = new Set<number>();
    for (let count = 0; count < this.#most && keys.size < sorted.length; ) {
      const isBelow = above < 0 || (below < sorted.length && sorted[below]! - near <= near - sorted[above]!);
      const key = sorted[isBelow ? below++ : above--]!;
      count += this.#marked.get(key)!.marks.length;
      keys.add(key);
    }
    return keys;
  }

  #drawOne(key: number): void {
    const marked = this.#marked.get(key);
    if (!marked) return;
    const drawn = marked.marks.map(({ start, end, type }) => {
      const highlight = this.#highlight(type);
      const range = new StaticRange(boundsOf(marked.block, start, end));
      highlight.add(range);
      return { highlight, range };
    });
    this.#drawn.set(key, drawn);
  }

  #highlight(type: PageMark['type']): Highlight {
    const name = NAMES[type];
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      // Names within a sentence lie above it.
      if (type === 'reused') highlight.priority = -1;
      this.#highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    return highlight;
  }

  #erase(key: number): void {
    for (const { highlight, range } of this.#drawn.get(key) ?? []) highlight.delete(range);
    this.#drawn.delete(key);
    this.#stale.delete(key);
  }

  #eraseAll(): void {
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    clearTimeout(this.#scrollTimer);
    this.#marked.clear();
    this.#drawn.clear();
    this.#stale.clear();
  }
}

function isSameMarks(one: readonly PageMark[], other: readonly PageMark[]): boolean {
  return (
    one.length === other.length &&
    one.every((mark, at) => {
      const { start, end, type } = other[at]!;
      return mark.start === start && mark.end === end && mark.type === type;
    })
  );
}

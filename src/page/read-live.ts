/**
 * Keeps the blocks of one live page up to date: reads what watch-page.ts says has changed, and tells what came of it.
 * One reading at a time; while it runs, changes wait.
 */

import { shadowRootOf } from './node-access.ts';
import { type BlockChange, PageBlocks } from './page-blocks.ts';
import { createPageReader, MAX_PAGE_TEXT } from './read-page.ts';
import { createSlices, type Slices } from './time-slice.ts';
import { type PageChanges, type PageWatch, watchPage } from './watch-page.ts';

/** Deeper than this the browser's hit test is not asked to look. */
const MAX_SHADOW_ROOTS = 200;
/** After a click or key, menus and folded parts have opened. */
const AFTER_ACT_MS = 500;
/** Shares of the window's width and height: the middle, or beside what may lie over it. */
const SCREEN_POINTS = [
  [0.5, 0.5],
  [0.4, 0.25],
  [0.4, 0.75],
] as const;

export interface LivePage {
  readonly blocks: PageBlocks;
  readonly shadowRoots: readonly ShadowRoot[];
  /** Has everything read again, as a new page. */
  readAgain(): void;
  /** A block on or near the screen; 0 when none is found. */
  screenKey(): number;
  /** A block whose container is at a point of the window; 0 when none is. Laid out by then, or it makes a layout. */
  keyAt(x: number, y: number): number;
}

/** `truncatedAt` is where the limit cut the page's text, null when all was read. */
export type TellChange = (change: BlockChange, isWhole: boolean, truncatedAt: number | null) => void;

/** `restless` is called when the page changes more than can be followed. */
export function readLive(tell: TellChange, restless: () => void, signal: AbortSignal): LivePage {
  return new Live(tell, restless, signal);
}

class Live implements LivePage {
  readonly blocks = new PageBlocks();
  readonly shadowRoots: ShadowRoot[] = [];
  readonly #tell: TellChange;
  readonly #signal: AbortSignal;
  readonly #reader = createPageReader((root) => this.#meet(root));
  readonly #watch: PageWatch;
  #isTruncated = false;

  constructor(tell: TellChange, restless: () => void, signal: AbortSignal) {
    this.#tell = tell;
    this.#signal = signal;
    const { containerOf } = this.#reader;
    this.#watch = watchPage(
      { containerOf, read: (changes) => this.#read(changes), overflowed: restless },
      signal,
    );
    this.#watch.request('afresh');
    afterActs(() => this.#watch.revisit(this.#reader.takeShown()), signal);
  }

  readAgain(): void {
    this.#watch.request('afresh');
  }

  screenKey(): number {
    for (const [across, down] of SCREEN_POINTS) {
      const key = this.keyAt(innerWidth * across, innerHeight * down);
      if (key) return key;
    }
    return 0;
  }

  keyAt(x: number, y: number): number {
    const element = elementFrom(document, x, y);
    const container = element && this.#reader.containerOf(element);
    return (container && this.blocks.of(container)[0]?.key) || 0;
  }

  #meet(root: ShadowRoot): void {
    if (this.shadowRoots.length < MAX_SHADOW_ROOTS && !this.shadowRoots.includes(root)) {
      this.shadowRoots.push(root);
    }
    this.#watch.observe(root);
  }

  async #read(changes: PageChanges): Promise<number> {
    const slices = createSlices(this.#signal, changes.isRestless);
    const isAll = changes.scope !== 'blocks';
    const change = isAll ? await this.#readEverything(slices) : await this.#readContainers(changes, slices);
    this.#tell(change, changes.scope === 'afresh', this.#isTruncated ? MAX_PAGE_TEXT : null);
    return slices.spentMs();
  }

  async #readEverything(slices: Slices): Promise<BlockChange> {
    this.#reader.forget();
    this.shadowRoots.length = 0;
    const { found, isTruncated } = await this.#reader.read(document.documentElement, MAX_PAGE_TEXT, slices);
    this.#isTruncated = isTruncated;
    return this.blocks.replace(null, found, slices);
  }

  async #readContainers({ containers, hasRemovals }: PageChanges, slices: Slices): Promise<BlockChange> {
    const { blocks } = this;
    const changes: BlockChange[] = hasRemovals ? [await blocks.dropDetached(slices)] : [];
    for (const container of containers) {
      const room = MAX_PAGE_TEXT - blocks.textLength + blocks.textLengthOf(container);
      const { found, isTruncated } = await this.#reader.read(container, room, slices);
      this.#isTruncated ||= isTruncated;
      changes.push(await blocks.replace(container, found, slices));
    }
    return {
      added: changes.flatMap((change) => change.added),
      removed: changes.flatMap((change) => change.removed),
      moved: changes.flatMap((change) => change.moved),
    };
  }
}

/** Also inside open shadow roots. */
function elementFrom(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const element = root.elementFromPoint(x, y);
  const inner = element && shadowRootOf(element);
  return (inner && inner !== root && elementFrom(inner, x, y)) || element;
}

/** What the reader opens or unfolds changes attributes, which nobody watches: too many pages never stop changing them. */
function afterActs(look: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onAct = (event: Event) => {
    if (!event.isTrusted || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!signal.aborted) look();
    }, AFTER_ACT_MS);
  };
  addEventListener('click', onAct, { signal, passive: true, capture: true });
  addEventListener('keyup', onAct, { signal, passive: true, capture: true });
}

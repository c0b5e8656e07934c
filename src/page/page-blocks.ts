/**
 * The blocks of the page as it was last read, by key and by container, and what a new reading changes in them.
 *
 * A key belongs to one text for ever: a block that is read again with the same text keeps its key (and its marks), any
 * other text gets a new one. So nothing that was said about a key can be wrong later; it can only be gone.
 */
import { type BlockText, positionOf } from './block-text.ts';
import { isConnected } from './node-access.ts';
import type { FoundBlock } from './read-page.ts';
import type { Slices } from './time-slice.ts';

export interface Block extends FoundBlock {
  readonly key: number;
}

export interface BlockChange {
  /** Blocks that nobody was told of. */
  readonly added: Block[];
  readonly removed: Block[];
  /** Same key, same text, other nodes. */
  readonly moved: Block[];
}

export class PageBlocks {
  readonly #byKey = new Map<number, Block>();
  readonly #byContainer = new Map<Element, readonly Block[]>();
  #lastKey = 0;
  #textLength = 0;
  #sorted: { readonly version: number; readonly keys: Uint32Array } | null = null;
  /** Grows with every change. */
  version = 0;

  get textLength(): number {
    return this.#textLength;
  }

  get(key: number): Block | undefined {
    return this.#byKey.get(key);
  }

  all(): IterableIterator<Block> {
    return this.#byKey.values();
  }

  /** Of all blocks, ascending: nearly the page's order. */
  sortedKeys(): Uint32Array {
    if (this.#sorted?.version !== this.version)
      this.#sorted = { version: this.version, keys: Uint32Array.from(this.#byKey.keys()).sort() };
    return this.#sorted.keys;
  }

  /** The container's own running text, in order; empty for an element that has none. */
  of(container: Element): readonly Block[] {
    return this.#byContainer.get(container) ?? [];
  }

  textLengthOf(container: Element): number {
    return this.of(container).reduce((sum, block) => sum + block.text.length, 0);
  }

  /** Takes a reading of everything, or of `root` and what was new below it. */
  async replace(root: Element | null, found: readonly FoundBlock[], slices: Slices): Promise<BlockChange> {
    const change: BlockChange = { added: [], removed: [], moved: [] };
    const groups = new Map<Element, FoundBlock[]>();
    if (root) groups.set(root, []);
    for (const block of found) {
      const group = groups.get(block.container);
      if (group) group.push(block);
      else groups.set(block.container, [block]);
      if (slices.isSpent()) await slices.rest();
    }
    if (!root) await this.#drop((container) => !groups.has(container), change.removed, slices);
    for (const [container, group] of groups) {
      await this.#replaceOne(container, group, change, slices);
    }
    this.version += 1;
    return change;
  }

  /** Lets go of everything that is no longer in the document. */
  async dropDetached(slices: Slices): Promise<BlockChange> {
    const removed: Block[] = [];
    await this.#drop((container) => !isConnected(container), removed, slices);
    if (removed.length > 0) this.version += 1;
    return { added: [], removed, moved: [] };
  }

  async #drop(isGone: (container: Element) => boolean, removed: Block[], slices: Slices): Promise<void> {
    for (const [container, blocks] of this.#byContainer) {
      if (isGone(container)) {
        this.#byContainer.delete(container);
        for (const block of blocks) this.#remove(block, removed);
      }
      if (slices.isSpent()) await slices.rest();
    }
  }

  async #replaceOne(
    container: Element,
    found: readonly FoundBlock[],
    change: BlockChange,
    slices: Slices,
  ): Promise<void> {
    const known = this.#byContainer.get(container);
    const before = known && Map.groupBy(known, (block) => block.text);
    const now: Block[] = [];
    for (const block of found) {
      if (slices.isSpent()) await slices.rest();
      const old = before?.get(block.text)?.shift();
      if (old && isSameText(old, block)) {
        now.push(old);
        continue;
      }
      const { text, nodes, runs } = block;
      const kept: Block = { key: old?.key ?? ++this.#lastKey, container, text, nodes, runs };
      this.#byKey.set(kept.key, kept);
      if (!old) this.#textLength += text.length;
      (old ? change.moved : change.added).push(kept);
      now.push(kept);
    }
    for (const blocks of before?.values() ?? [])
      for (const block of blocks) this.#remove(block, change.removed);
    if (now.length > 0) this.#byContainer.set(container, now);
    else this.#byContainer.delete(container);
  }

  #remove(block: Block, removed: Block[]): void {
    this.#byKey.delete(block.key);
    this.#textLength -= block.text.length;
    removed.push(block);
  }
}

function isSameText(one: BlockText<Text>, other: BlockText<Text>): boolean {
  return (
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, at) => node === other.nodes[at]) &&
    one.runs?.length === other.runs?.length &&
    (one.runs?.every((value, at) => value === other.runs?.[at]) ?? true)
  );
}

/** Where `[start, end)` of a block stands in the page, as the boundary points of a range. */
export function boundsOf(block: BlockText<Text>, start: number, end: number): StaticRangeInit {
  const first = positionOf(block, start);
  const last = positionOf(block, end - 1);
  return {
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset + 1,
  };
}

/** A live range over `[start, end)`; null when the page has shortened the nodes meanwhile. */
export function rangeOf(block: BlockText<Text>, start: number, end: number): Range | null {
  const bounds = boundsOf(block, start, end);
  const range = document.createRange();
  try {
    range.setStart(bounds.startContainer, bounds.startOffset);
    range.setEnd(bounds.endContainer, bounds.endOffset);
    return range;
  } catch {
    return null;
  }
}

/**
 * Reads a page's text into blocks: one per piece of running text, as long as nothing block-level interrupts it.
 *
 * `innerText` is the naive version: one long task, and no way back to the nodes. Here the tree is walked without
 * recursion (200,000 nested elements must not overflow a stack) in 4 ms slices, O(nodes + text). A page may change
 * between two slices: a node that is no longer where it was ends its parent's reading, the parent does not count as
 * read, and the mutation that moved it has it read again (watch-page.ts). Open shadow roots are read as text apart.
 */
import { type BlockText, BlockTextBuilder, type WhiteSpace } from './block-text.ts';
import { roleOf, styleOf, whiteSpaceOf } from './element-role.ts';
import {
  elementAt,
  firstChildOf,
  isConnected,
  isElement,
  isShadowRoot,
  isText,
  nextSiblingOf,
  parentNodeOf,
  shadowRootOf,
} from './node-access.ts';
import { isOverlay } from './overlay.ts';
import type { Slices } from './time-slice.ts';

/** Text beyond this is left out: memory and message size, against recall on pages longer than a novel. */
export const MAX_PAGE_TEXT = 2_000_000;
/** A longer block is cut at a space, so that one changed word never sends a megabyte again. */
const MAX_BLOCK_TEXT = 16_384;
/** Text taken in one step: about 0.1 ms. */
const MAX_STEP_TEXT = 8_192;
const MAX_HIDDEN = 2_000;

export interface FoundBlock extends BlockText<Text> {
  /** The block-level element whose running text this is. */
  readonly container: Element;
}

export interface PageReader {
  /** Reads `root`, and below it what was never read. `room` is how much text may still be taken. */
  read(root: Element, room: number, slices: Slices): Promise<{ found: FoundBlock[]; isTruncated: boolean }>;
  /** The element above (or at) a node whose running text it is part of; null outside what is read. */
  containerOf(node: Node): Element | null;
  /** Elements that were passed over because they were not shown, and are now; at most 2,000 are remembered. */
  takeShown(): Element[];
  /** Everything counts as unread again. */
  forget(): void;
}

interface Frame {
  readonly node: Element | ShadowRoot;
  readonly kind: 'inline' | 'block' | 'apart' | 'shadow';
  /** Not asked for until there is text: null. 'unseen' is `visibility: hidden`. */
  textStyle: WhiteSpace | 'unseen' | null;
  isTorn: boolean;
}

interface OpenBlock {
  readonly container: Element;
  builder: BlockTextBuilder<Text>;
}

export function createPageReader(onShadowRoot: (root: ShadowRoot) => void): PageReader {
  let read: ReadElements = new WeakMap();
  let skipped = new WeakSet<Element>();
  let hidden: WeakRef<Element>[] = [];
  return {
    read(root, room, slices) {
      return new Walk({ read, skipped, hidden, onShadowRoot, slices }, room).walk(root);
    },
    containerOf(node) {
      let at = elementAt(node);
      for (; at; at = elementAt(aboveOf(at))) {
        if (skipped.has(at)) return null;
        if (read.has(at)) return at;
      }
      return null;
    },
    takeShown() {
      const shown: Element[] = [];
      hidden = hidden.filter((reference) => {
        const element = reference.deref();
        if (!element || !isConnected(element)) return false;
        const isShown = Element.prototype.checkVisibility.call(element);
        if (isShown) shown.push(element);
        return !isShown;
      });
      return shown;
    },
    forget() {
      read = new WeakMap();
      skipped = new WeakSet();
      hidden = [];
    },
  };
}

function aboveOf(element: Element): Node | null {
  const parent = parentNodeOf(element);
  return parent && isShadowRoot(parent) ? parent.host : parent;
}

/** Elements whose whole content was read, and whether the text around them runs on. */
type ReadElements = WeakMap<Element, 'block' | 'apart'>;

interface Surroundings {
  readonly read: ReadElements;
  readonly skipped: WeakSet<Element>;
  readonly hidden: WeakRef<Element>[];
  readonly onShadowRoot: (root: ShadowRoot) => void;
  readonly slices: Slices;
}

class Walk {
  readonly #around: Surroundings;
  readonly #found: FoundBlock[] = [];
  readonly #path: Frame[] = [];
  readonly #open: OpenBlock[] = [];
  #room: number;
  #isTruncated = false;

  constructor(around: Surroundings, room: number) {
    this.#around = around;
    this.#room = room;
  }

  async walk(root: Element): Promise<{ found: FoundBlock[]; isTruncated: boolean }> {
    const role = roleOf(root);
    // `designMode` makes the whole page an editor.
    if (role === 'hidden' || role === 'skip' || document.designMode === 'on')
      return { found: [], isTruncated: false };
    const { slices } = this.#around;
    let node = this.#enter(root, 'block');
    while (this.#path.length > 0) {
      if (slices.isSpent()) {
        await slices.rest();
        if (node && parentNodeOf(node) !== this.#top.node) node = this.#tear();
      }
      if (node === null || this.#isTruncated) node = this.#leave();
      else if (isText(node)) {
        await this.#take(node);
        node = this.#after(node);
      } else node = isElement(node) ? this.#visit(node) : this.#after(node);
    }
    return { found: this.#found, isTruncated: this.#isTruncated };
  }

  get #top(): Frame {
    return this.#path[this.#path.length - 1]!;
  }

  get #block(): OpenBlock {
    return this.#open[this.#open.length - 1]!;
  }

  /** Goes down into an element, first into its shadow; gives the first node to look at. */
  #enter(element: Element, kind: 'inline' | 'block' | 'apart'): Node | null {
    this.#path.push({ node: element, kind, textStyle: null, isTorn: false });
    if (kind !== 'inline') this.#open.push({ container: element, builder: new BlockTextBuilder() });
    const shadow = shadowRootOf(element);
    if (!shadow) return firstChildOf(element);
    this.#around.onShadowRoot(shadow);
    this.#path.push({ node: shadow, kind: 'shadow', textStyle: null, isTorn: false });
    this.#open.push({ container: this.#block.container, builder: new BlockTextBuilder() });
    return firstChildOf(shadow);
  }

  /** Goes up out of the top frame; gives the node that comes next there. */
  #leave(): Node | null {
    const { node, kind, isTorn } = this.#path.pop()!;
    if (kind !== 'inline') {
      this.#close();
      this.#open.pop();
    }
    if (kind === 'shadow') return firstChildOf((node as ShadowRoot).host);
    if (kind !== 'inline' && !isTorn) this.#around.read.set(node as Element, kind);
    return this.#path.length > 0 ? this.#after(node) : null;
  }

  #after(node: Node): Node | null {
    return parentNodeOf(node) === this.#top.node ? nextSiblingOf(node) : this.#tear();
  }

  /** The page moved the node under our feet: nothing more can be known about its parent in this walk. */
  #tear(): null {
    this.#top.isTorn = true;
    return null;
  }

  #visit(element: Element): Node | null {
    const before = this.#around.read.get(element);
    if (before) {
      if (before === 'block') this.#close();
      return this.#after(element);
    }
    const role = isOverlay(element) ? 'skip' : roleOf(element);
    switch (role) {
      case 'inline':
        return this.#enter(element, 'inline');
      case 'block':
        this.#close();
        return this.#enter(element, 'block');
      case 'apart':
        return this.#enter(element, 'apart');
      case 'break':
        this.#block.builder.appendBreak('\n');
        return this.#after(element);
      case 'gap':
        this.#block.builder.appendBreak(' ');
        break;
      case 'hidden':
        if (this.#around.hidden.length < MAX_HIDDEN) this.#around.hidden.push(new WeakRef(element));
        return this.#after(element);
    }
    this.#around.skipped.add(element);
    return this.#after(element);
  }

  async #take(node: Text): Promise<void> {
    const block = this.#block;
    const { slices } = this.#around;
    let start = 0;
    for (let data = node.data; start < data.length && !this.#isTruncated; ) {
      const end = cutAt(data, start);
      if (block.builder.length > 0 || data.slice(start, end).trim() !== '') {
        const style = this.#textStyle();
        if (style === 'unseen') return;
        block.builder.append(node, data, start, end, style);
      }
      start = end;
      if (block.builder.isFull(MAX_BLOCK_TEXT)) this.#close();
      if (end < data.length && slices.isSpent(16)) {
        await slices.rest();
        // The mutation has it read again; what was taken so far must not run beyond the new text.
        if (node.data.length !== data.length) data = '';
      }
    }
  }

  #textStyle(): WhiteSpace | 'unseen' {
    const top = this.#top;
    if (top.textStyle) return top.textStyle;
    const style = styleOf(top.kind === 'shadow' ? (top.node as ShadowRoot).host : (top.node as Element));
    top.textStyle = style.visibility === 'visible' ? whiteSpaceOf(style) : 'unseen';
    return top.textStyle;
  }

  /** Ends the running text of the innermost container; what follows there is a new block. */
  #close(): void {
    const block = this.#block;
    if (block.builder.length === 0) return;
    const text = block.builder.finish();
    block.builder = new BlockTextBuilder();
    if (!text || !isConnected(block.container)) return;
    if (text.text.length > this.#room) {
      this.#isTruncated = true;
      return;
    }
    this.#room -= text.text.length;
    this.#found.push({ container: block.container, text: text.text, nodes: text.nodes, runs: text.runs });
  }
}

/** The end of the piece of text to take next: after a space where there is one near. */
function cutAt(data: string, start: number): number {
  const end = start + MAX_STEP_TEXT;
  if (end >= data.length) return data.length;
  const space = data.lastIndexOf(' ', end - 1);
  return space > start + MAX_STEP_TEXT / 2 ? space + 1 : end;
}

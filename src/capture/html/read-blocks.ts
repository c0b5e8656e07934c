/**
 * A page's visible text as blocks (paragraphs, headings, list items, cells), each with what its place says about it.
 *
 * The naive version takes `textContent`: scripts and hidden text come along, and paragraphs run together. Here one
 * walk keeps what a reader sees, and notes for each block how much of it is links and which elements it lies in.
 * Elements are numbered in document order, so that sums over subtrees need no further walk. O(nodes).
 */
import { flatten, type HtmlElement, type HtmlNode, isElement, isText } from './dom.ts';
import { isCaptionPlace, isClutterPlace, isHidden, isHidingPlace } from './place.ts';

/** What the marks of the elements around a block say. */
type Place = 'open' | 'clutter' | 'caption';

export interface Block {
  readonly text: string;
  /** Lower-case name of the nearest block element: "p", "h2", "li", "td", "div". */
  readonly tag: string;
  /** Characters of `text` inside links. */
  readonly linkChars: number;
  /** Index into {@link BlockTree.elements} of the nearest block element. */
  readonly element: number;
  /** Index of the outermost element around it that is marked as clutter or as caption; -1 where none is. */
  readonly markedBy: number;
  readonly place: Place;
}

interface BlockElement {
  readonly node: HtmlElement;
  /** Index of the element around it; -1 for the root. Always smaller than its own. */
  readonly parent: number;
}

export interface BlockTree {
  readonly blocks: readonly Block[];
  /** In document order. */
  readonly elements: readonly BlockElement[];
  /** How many elements lie in one another at the deepest place, inline ones included. */
  readonly depth: number;
}

/** A page of ten megabytes holds about 50,000; what comes after is no article. */
const MOST_BLOCKS = 100_000;

const UNREAD = new Set(
  (
    'script style noscript template svg math iframe object embed canvas audio video button select input textarea ' +
    'option datalist dialog map head meta link rp rt progress meter portal'
  ).split(' '),
);
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr center-inline nobr'
  ).split(' '),
);

interface OpenMark {
  readonly element: number;
  readonly place: Place;
}

/** Hidden text, scripts and form fields are left out. */
export function readBlocks(root: HtmlElement): BlockTree {
  const walk = new BlockWalk();
  walk.enter(root, -1, { element: -1, place: 'open' });
  walk.flush();
  return { blocks: walk.blocks, elements: walk.elements, depth: walk.depth };
}

class BlockWalk {
  readonly blocks: Block[] = [];
  readonly elements: BlockElement[] = [];
  depth = 0;
  #level = 0;
  #text = '';
  #linkChars = 0;
  #breaks = 0;
  #links = 0;
  #element = -1;
  #mark: OpenMark = { element: -1, place: 'open' };

  enter(node: HtmlElement, parent: number, around: OpenMark): void {
    this.#descend();
    const index = this.elements.length;
    this.elements.push({ node, parent });
    const mark = this.#markOf(node, index, around);
    const isRoot = parent === -1;
    this.flush();
    this.#turnTo(index, mark);
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      this.#visit(child, index, mark, isRoot);
    }
    this.flush();
    this.#level--;
  }

  #descend(): void {
    this.#level++;
    this.depth = Math.max(this.depth, this.#level);
  }

  #turnTo(index: number, mark: OpenMark): void {
    this.#element = index;
    this.#mark = mark;
  }

  #visit(node: HtmlNode, index: number, mark: OpenMark, isTop: boolean): void {
    if (isText(node)) {
      this.#append(node.textContent ?? '');
      return;
    }
    if (!isElement(node) || this.blocks.length >= MOST_BLOCKS) return;
    const name = node.localName;
    if (name === 'br') {
      this.#breaks++;
      if (this.#breaks >= 2) this.flush();
      else this.#append('\n');
      return;
    }
    if (UNREAD.has(name) || isHidden(node) || (!isTop && isHidingPlace(node))) return;
    if (INLINE.has(name) && mark.place === this.#markOf(node, index, mark).place) {
      this.#visitInline(node, index, mark);
      return;
    }
    this.enter(node, index, mark);
    this.#turnTo(index, mark);
  }

  #visitInline(node: HtmlElement, index: number, mark: OpenMark): void {
    this.#descend();
    const isLink = node.localName === 'a';
    if (isLink) this.#links++;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      this.#visit(child, index, mark, false);
    }
    if (isLink) this.#links--;
    this.#level--;
  }

  #markOf(node: HtmlElement, index: number, around: OpenMark): OpenMark {
    if (around.place !== 'open') return around;
    if (isCaptionPlace(node)) return { element: index, place: 'caption' };
    return isClutterPlace(node) ? { element: index, place: 'clutter' } : around;
  }

  #append(text: string): void {
    if (this.#breaks > 0 && text.trim() !== '' && text !== '\n') this.#breaks = 0;
    this.#text += text === '\n' && this.#breaks > 0 ? '\u2028' : text;
    if (this.#links > 0) this.#linkChars += flatten(text).length;
  }

  flush(): void {
    const lines = this.#text.split('\u2028').map((line) => flatten(line));
    const text = lines.filter((line) => line !== '').join('\n');
    if (text !== '') {
      const { element, place } = this.#mark;
      const tag = this.elements[this.#element]?.node.localName ?? 'body';
      const linkChars = Math.min(this.#linkChars, text.length);
      this.blocks.push({ text, tag, linkChars, element: this.#element, markedBy: element, place });
    }
    this.#text = '';
    this.#linkChars = 0;
    this.#breaks = 0;
  }
}

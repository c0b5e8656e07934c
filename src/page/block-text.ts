/**
 * One block's running text as the reader sees it, with an exact way back to the text nodes it came from.
 *
 * White space collapses as CSS Text 3 §4.1 does, so an offset in the block is not an offset in a node. Keeping one
 * position per character would take 8 bytes a character; a run is kept only where counting on breaks off:
 *
 *   nodes   "  The  " "Hague\n  said"        runs, three numbers each: [start in text, node index, offset in node]
 *   text    "The Hague said"                 0,0,2 · 4,1,0 · 10,1,8     (a lone "\n" that reads as " " breaks nothing)
 *
 * Looking up is a binary search over runs, both ways. A block of one node without a collapsed space has no array.
 */
const FIELDS = 3;

/** Where a text node's character stands. */
export interface NodePosition<Node> {
  readonly node: Node;
  readonly offset: number;
}

export interface BlockText<Node> {
  readonly text: string;
  /** In document order. */
  readonly nodes: readonly Node[];
  /** null: one node, and offsets differ by nothing. */
  readonly runs: Uint32Array | null;
}

/** How white space is shown; the values of CSS `white-space-collapse` boiled down. */
export type WhiteSpace = 'collapse' | 'keep-breaks' | 'keep';

const NO_SPACE = /[^ \t\n\r\f]/;
/** Something to do: anything but single ordinary spaces between words. */
const UNEVEN = /[\t\n\r\f]| {2}|^ | $/;

export class BlockTextBuilder<Node> {
  readonly #parts: string[] = [];
  readonly #nodes: Node[] = [];
  readonly #runs: number[] = [];
  #length = 0;
  /** Whether a collapsible space stands at the end: the next one is swallowed, and a last one is cut off. */
  #endsWithSpace = false;
  #isBlank = true;
  /** Where counting on would go: the next character of this node needs no new run. */
  #nextOffset = -1;

  get length(): number {
    return this.#length;
  }

  get isBlank(): boolean {
    return this.#isBlank;
  }

  /** Long enough to be ended here, where a space allows it, or at twice the length, where none came. */
  isFull(length: number): boolean {
    return this.#length >= length && (this.#endsWithSpace || this.#length >= 2 * length);
  }

  /** Appends `data[start, end)` of a node; pieces of one node come in order. */
  append(node: Node, data: string, start: number, end: number, whiteSpace: WhiteSpace): void {
    if (end <= start) return;
    const piece = start === 0 && end === data.length ? data : data.slice(start, end);
    if (whiteSpace === 'keep') {
      this.#copy(node, piece, start);
      this.#endsWithSpace = false;
      if (NO_SPACE.test(piece)) this.#isBlank = false;
    } else if (!UNEVEN.test(piece)) {
      this.#copy(node, piece, start);
      this.#endsWithSpace = false;
      this.#isBlank = false;
    } else {
      this.#collapse(node, piece, start, whiteSpace === 'keep-breaks');
    }
  }

  /** A space or line break that no text node holds (`<br>`, an image between words). */
  appendBreak(character: ' ' | '\n'): void {
    if (this.#length === 0 || this.#endsWithSpace) return;
    this.#parts.push(character);
    this.#length += 1;
    this.#endsWithSpace = true;
    this.#nextOffset = -1;
  }

  /** null when nothing but white space was appended. Lone surrogates become U+FFFD; offsets stay. */
  finish(): BlockText<Node> | null {
    if (this.#isBlank) return null;
    const joined = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join('');
    const text = (this.#endsWithSpace ? joined.slice(0, -1) : joined).toWellFormed();
    const isPlain = this.#runs.length === FIELDS && this.#runs[0] === 0 && this.#runs[2] === 0;
    return { text, nodes: this.#nodes, runs: isPlain ? null : Uint32Array.from(this.#runs) };
  }

  #copy(node: Node, piece: string, offset: number): void {
    const last = this.#nodes.length - 1;
    if (last < 0 || this.#nodes[last] !== node) this.#nodes.push(node);
    else if (this.#nextOffset === offset) {
      this.#parts.push(piece);
      this.#length += piece.length;
      this.#nextOffset += piece.length;
      return;
    }
    this.#runs.push(this.#length, this.#nodes.length - 1, offset);
    this.#parts.push(piece);
    this.#length += piece.length;
    this.#nextOffset = offset + piece.length;
  }

  #collapse(node: Node, piece: string, offset: number, keepBreaks: boolean): void {
    const length = piece.length;
    let at = 0;
    while (at < length) {
      const wordStart = at;
      while (at < length && !isCollapsible(piece, at)) at += 1;
      if (at > wordStart) {
        this.#copy(node, piece.slice(wordStart, at), offset + wordStart);
        this.#endsWithSpace = false;
        this.#isBlank = false;
      }
      const spaceStart = at;
      let hasBreak = false;
      while (at < length && isSpace(piece.charCodeAt(at))) {
        if (piece.charCodeAt(at) === 10) hasBreak = true;
        at += 1;
      }
      if (at === spaceStart || this.#length === 0 || this.#endsWithSpace) continue;
      this.#copy(node, keepBreaks && hasBreak ? '\n' : ' ', offset + spaceStart);
      this.#endsWithSpace = true;
    }
  }
}

/** The node and offset of the character at `offset` of the block's text; for an `end`, ask for `end - 1` and add 1. */
export function positionOf<Node>(block: BlockText<Node>, offset: number): NodePosition<Node> {
  const { runs, nodes } = block;
  if (!runs) return { node: nodes[0]!, offset };
  const run = lastRun(runs, (at) => runs[at]! <= offset) * FIELDS;
  return { node: nodes[runs[run + 1]!]!, offset: runs[run + 2]! + (offset - runs[run]!) };
}

/**
 * The block's offset of a position in its node number `nodeIndex`; a position inside collapsed white space belongs to
 * the end of the text before it.
 */
export function offsetOf<Node>(block: BlockText<Node>, nodeIndex: number, offset: number): number {
  const { runs, text } = block;
  if (!runs) return Math.min(offset, text.length);
  const isBefore = (at: number) =>
    runs[at + 1]! < nodeIndex || (runs[at + 1]! === nodeIndex && runs[at + 2]! <= offset);
  if (!isBefore(0)) return 0;
  const number = lastRun(runs, isBefore);
  const run = number * FIELDS;
  const end = (number + 1) * FIELDS < runs.length ? runs[run + FIELDS]! : text.length;
  const within = runs[run + 1] === nodeIndex ? offset - runs[run + 2]! : end;
  return Math.min(runs[run]! + within, end, text.length);
}

/** Number of the last run that still satisfies `isBefore` (given the run's place in the array); the first one does. */
function lastRun(runs: Uint32Array, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = runs.length / FIELDS;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle * FIELDS)) low = middle;
    else high = middle;
  }
  return low;
}

/** White space that does not stay as it is: anything but one ordinary space between two words of this piece. */
function isCollapsible(piece: string, at: number): boolean {
  const code = piece.charCodeAt(at);
  if (code !== 32) return isSpace(code);
  const next = piece.charCodeAt(at + 1);
  return at === 0 || Number.isNaN(next) || isSpace(next) || isSpace(piece.charCodeAt(at - 1));
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

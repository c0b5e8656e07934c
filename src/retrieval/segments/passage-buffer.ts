/**
 * Passages on their way into a segment: their postings in the order they came, as columns of numbers, sorted by word
 * only when the segment is written. Naively a Map of arrays of objects, with 20 times the memory.
 *
 * O(words) to fill, O(postings + words · log words) to write.
 */
import {
  type AnalysedPassage,
  bodyCount,
  FIELDS,
  headlineCount,
  MOST_BODY,
  MOST_HEADLINE,
  MOST_NAMES,
} from './analysed-passage.ts';
import { packLengths } from './field-lengths.ts';
import { lengthClassOf } from './length-class.ts';
import { noBits, setBit } from './passage-bits.ts';
import { addToRuns } from './passage-numbers.ts';
import { emptyHead } from './segment-head.ts';
import { SegmentOutput } from './segment-output.ts';

/** What one more occurrence adds to packed counts, and the most it may come to. */
const ONE = {
  headline: { one: 1 << 12, shift: 12, most: MOST_HEADLINE },
  body: { one: 1, shift: 0, most: MOST_BODY },
  names: { one: 1 << 22, shift: 22, most: MOST_NAMES },
} as const;

/** Of the four columns. */
const COLUMNS = 4;
const [ORDINAL, COUNTS, POSITION] = [1, 2, 3] as const;
/** Of those that are left when postings are sorted by word. */
const SORTED = 3;

export class PassageBuffer {
  passages = 0;
  /** (word, passage) pairs. */
  postings = 0;
  private readonly termIds = new Map<string, number>();
  private readonly passagesOf: number[] = [];
  /** Latest posting of each word: of this passage when it is not before the passage's first. */
  private readonly latest: number[] = [];
  /** Four numbers a posting, side by side: word, ordinal, counts, place of its first position. */
  private columns = new Int32Array(4096);
  private positions = new Int32Array(1024);
  /** Of the passage at hand: ids of its words, and how many positions of each posting are placed. */
  private ids = new Int32Array(256);
  private placed = new Int32Array(256);
  private positionCount = 0;
  private readonly runs: number[] = [];
  private starts = new Uint8Array(64);
  private readonly classes = {
    headline: new Uint8Array(256),
    body: new Uint8Array(256),
    names: new Uint8Array(256),
  };

  add(passage: AnalysedPassage): void {
    const { number, startsArticle, headline, body, names, headlineStems = [], bodyStems = [] } = passage;
    const first = this.postings;
    const fields = [headline, headlineStems, body, bodyStems];
    this.ids = roomFor(
      this.ids,
      fields.reduce((sum, terms) => sum + terms.length, names.length),
    );
    let at = 0;
    fields.forEach((terms, field) => {
      this.count(terms, at, field < 2 ? ONE.headline : ONE.body, first);
      at += terms.length;
    });
    this.count(names, at, ONE.names, first);
    this.placePositions(first);
    at = 0;
    fields.forEach((terms, field) => {
      this.putPositions(at, terms.length, field >= 2, first);
      at += terms.length;
    });
    this.close(number, startsArticle, [headline.length, body.length, names.length]);
  }

  private close(number: number, startsArticle: boolean, words: readonly [number, number, number]): void {
    const { classes, passages } = this;
    FIELDS.forEach((field, at) => {
      if (passages >= classes[field].length) classes[field] = grow(classes[field]);
      classes[field][passages] = lengthClassOf(words[at] as number);
    });
    addToRuns(this.runs, number, 1);
    if (passages >> 3 >= this.starts.length) this.starts = grow(this.starts);
    if (startsArticle) setBit(this.starts, passages);
    this.passages++;
  }

  /** Counts a field's terms and keeps their ids from `from` on, in order; −1 where there is none. */
  private count(
    terms: readonly (string | null)[],
    from: number,
    { one, shift, most }: (typeof ONE)[keyof typeof ONE],
    first: number,
  ): void {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? null;
      const id = term === null ? -1 : this.idOf(term);
      this.ids[from + at] = id;
      if (id < 0) continue;
      let posting = this.latest[id] as number;
      if (posting < first) posting = this.open(id);
      const counts = this.columns[posting * COLUMNS + COUNTS] as number;
      if (((counts >>> shift) & most) < most) this.columns[posting * COLUMNS + COUNTS] = counts + one;
    }
  }

  private idOf(word: string): number {
    let id = this.termIds.get(word);
    if (id === undefined) {
      id = this.termIds.size;
      this.termIds.set(word, id);
      this.passagesOf.push(0);
      this.latest.push(-1);
    }
    return id;
  }

  private open(id: number): number {
    const posting = this.postings++;
    const at = posting * COLUMNS;
    if (at >= this.columns.length) this.columns = grow(this.columns);
    this.columns[at] = id;
    this.columns[at + ORDINAL] = this.passages;
    this.columns[at + COUNTS] = 0;
    this.latest[id] = posting;
    this.passagesOf[id] = (this.passagesOf[id] as number) + 1;
    return posting;
  }

  /** Room for the positions of the passage's postings; how many of each are there: none. */
  private placePositions(first: number): void {
    for (let posting = first; posting < this.postings; posting++) {
      const at = posting * COLUMNS;
      const counts = this.columns[at + COUNTS] as number;
      this.columns[at + POSITION] = this.positionCount;
      this.positionCount += headlineCount(counts) + bodyCount(counts);
    }
    this.positions = roomFor(this.positions, this.positionCount);
    this.placed = roomFor(this.placed, this.postings - first);
    this.placed.fill(0, 0, this.postings - first);
  }

  /** Of the terms whose ids stand from `from` on, each at its place in the field. */
  private putPositions(from: number, count: number, isBody: boolean, first: number): void {
    const { ids, latest, columns, placed, positions } = this;
    for (let at = 0; at < count; at++) {
      const id = ids[from + at] as number;
      if (id < 0) continue;
      const posting = latest[id] as number;
      const place = placed[posting - first] as number;
      const counts = columns[posting * COLUMNS + COUNTS] as number;
      if (place >= headlineCount(counts) + (isBody ? bodyCount(counts) : 0)) continue;
      positions[(columns[posting * COLUMNS + POSITION] as number) + place] = at;
      placed[posting - first] = place + 1;
    }
  }

  /** The whole segment. The buffer is of no more use. */
  write(segment: number): ReturnType<SegmentOutput['take']> {
    const { passages, classes, positions } = this;
    const head = emptyHead(passages, this.runs, classes, this.starts);
    const output = new SegmentOutput(segment, head, classes);
    output.put('lengths', 0, packLengths(classes, passages));
    output.put('lengths', 1, this.starts.subarray(0, noBits(passages).length));
    const { starts, sorted } = this.sortByTerm();
    for (const term of [...this.termIds.keys()].sort()) {
      const id = this.termIds.get(term) as number;
      const end = (starts[id] as number) + (this.passagesOf[id] as number) * SORTED;
      for (let at = starts[id] as number; at < end; at += SORTED)
        output.list.add(sorted[at] as number, sorted[at + 1] as number, positions, sorted[at + 2] as number);
      output.endTerm(term);
    }
    return output.take();
  }

  /**
   * Ordinal, counts and place of positions of each posting, by word; within a word in the order they came, which is that
   * of ordinals. Moved, not pointed at: they are read once more, word by word, and lie together then.
   */
  private sortByTerm(): { readonly starts: Uint32Array; readonly sorted: Int32Array } {
    const { columns, postings } = this;
    const starts = new Uint32Array(this.passagesOf.length);
    let sum = 0;
    for (let id = 0; id < starts.length; id++) {
      starts[id] = sum;
      sum += (this.passagesOf[id] as number) * SORTED;
    }
    const next = starts.slice();
    const sorted = new Int32Array(postings * SORTED);
    for (let at = 0; at < postings * COLUMNS; at += COLUMNS) {
      const id = columns[at] as number;
      const place = next[id] as number;
      sorted[place] = columns[at + ORDINAL] as number;
      sorted[place + 1] = columns[at + COUNTS] as number;
      sorted[place + 2] = columns[at + POSITION] as number;
      next[id] = place + SORTED;
    }
    return { starts, sorted };
  }
}

function roomFor(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  let grown = numbers;
  while (grown.length < length) grown = grow(grown);
  return grown;
}

function grow<Numbers extends Uint8Array | Int32Array>(numbers: Numbers): Numbers {
  const grown = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  grown.set(numbers);
  return grown;
}

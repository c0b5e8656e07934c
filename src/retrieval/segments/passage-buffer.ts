/**
 * Passages on their way into a segment: their postings in the order they came, as columns of numbers, sorted by word
 * only when the segment is written. Naively a Map of arrays of objects, with 20 times the memory.
 *
 * O(words) to fill, O(postings + words · log words) to write.
 */
import {
  type AnalysedPassage,
  bodyCount,
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

export class PassageBuffer {
  passages = 0;
  /** (word, passage) pairs. */
  postings = 0;
  private readonly termIds = new Map<string, number>();
  private readonly passagesOf: number[] = [];
  /** Latest posting of each word: of this passage when it is not before the passage's first. */
  private readonly latest: number[] = [];
  private term = new Uint32Array(1024);
  private ordinal = new Uint32Array(1024);
  private counts = new Int32Array(1024);
  private firstPosition = new Uint32Array(1024);
  private positions = new Uint32Array(1024);
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
    const headlines = [headline, headlineStems].map((terms) => this.count(terms, 'headline', first));
    const bodies = [body, bodyStems].map((terms) => this.count(terms, 'body', first));
    this.count(names, 'names', first);
    const filled = this.placePositions(first);
    for (const ids of headlines)
      this.putPositions(ids, filled, first, (posting) => headlineCount(this.counts[posting] as number));
    for (const ids of bodies)
      this.putPositions(ids, filled, first, (posting) => {
        const counts = this.counts[posting] as number;
        return headlineCount(counts) + bodyCount(counts);
      });
    const { classes, passages } = this;
    for (const [field, count] of [
      ['headline', headline.length],
      ['body', body.length],
      ['names', names.length],
    ] as const) {
      if (passages >= classes[field].length) classes[field] = grow(classes[field]);
      classes[field][passages] = lengthClassOf(count);
    }
    addToRuns(this.runs, number);
    if (passages >> 3 >= this.starts.length) this.starts = grow(this.starts);
    if (startsArticle) setBit(this.starts, passages);
    this.passages++;
  }

  /** Counts a field's terms and answers their ids, in order; −1 where there is none. */
  private count(terms: readonly (string | null)[], field: keyof typeof ONE, first: number): Int32Array {
    const { one, shift, most } = ONE[field];
    const ids = new Int32Array(terms.length).fill(-1);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? null;
      if (term === null) continue;
      const id = this.idOf(term);
      ids[at] = id;
      let posting = this.latest[id] as number;
      if (posting < first) posting = this.open(id);
      const counts = this.counts[posting] as number;
      if (((counts >>> shift) & most) < most) this.counts[posting] = counts + one;
    }
    return ids;
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
    if (posting >= this.term.length) {
      this.term = grow(this.term);
      this.ordinal = grow(this.ordinal);
      this.counts = grow(this.counts);
      this.firstPosition = grow(this.firstPosition);
    }
    this.term[posting] = id;
    this.ordinal[posting] = this.passages;
    this.counts[posting] = 0;
    this.latest[id] = posting;
    this.passagesOf[id] = (this.passagesOf[id] as number) + 1;
    return posting;
  }

  /** Room for the positions of the passage's postings; how many of each are there: none. */
  private placePositions(first: number): Uint16Array {
    for (let posting = first; posting < this.postings; posting++) {
      const counts = this.counts[posting] as number;
      this.firstPosition[posting] = this.positionCount;
      this.positionCount += headlineCount(counts) + bodyCount(counts);
    }
    while (this.positions.length < this.positionCount) this.positions = grow(this.positions);
    return new Uint16Array(this.postings - first);
  }

  private putPositions(
    ids: Int32Array,
    filled: Uint16Array,
    first: number,
    mostOf: (posting: number) => number,
  ): void {
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      if (id < 0) continue;
      const posting = this.latest[id] as number;
      const place = filled[posting - first] as number;
      if (place >= mostOf(posting)) continue;
      this.positions[(this.firstPosition[posting] as number) + place] = at;
      filled[posting - first] = place + 1;
    }
  }

  /** The whole segment. The buffer is of no more use. */
  write(segment: number): ReturnType<SegmentOutput['take']> {
    const { passages, classes } = this;
    const head = emptyHead(passages, this.runs, classes, this.starts);
    const output = new SegmentOutput(segment, head, classes, this.starts);
    output.put('lengths', 0, packLengths(classes, passages));
    output.put('lengths', 1, this.starts.subarray(0, noBits(passages).length));
    const { starts, sorted } = this.sortByTerm();
    const terms = [...this.termIds].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [term, id] of terms) {
      const end = (starts[id] as number) + (this.passagesOf[id] as number);
      for (let at = starts[id] as number; at < end; at++) {
        const posting = sorted[at] as number;
        const [ordinal, counts] = [this.ordinal[posting] as number, this.counts[posting] as number];
        output.list.add(ordinal, counts, this.positions, this.firstPosition[posting] as number);
      }
      output.endTerm(term);
    }
    return output.take();
  }

  /** Postings by word; within a word in the order they came, which is that of ordinals. */
  private sortByTerm(): { readonly starts: Uint32Array; readonly sorted: Uint32Array } {
    const starts = new Uint32Array(this.passagesOf.length);
    let sum = 0;
    for (let id = 0; id < starts.length; id++) {
      starts[id] = sum;
      sum += this.passagesOf[id] as number;
    }
    const next = starts.slice();
    const sorted = new Uint32Array(this.postings);
    for (let posting = 0; posting < this.postings; posting++) {
      const id = this.term[posting] as number;
      const place = next[id] as number;
      sorted[place] = posting;
      next[id] = place + 1;
    }
    return { starts, sorted };
  }
}

function grow<Numbers extends Uint8Array | Uint32Array | Int32Array>(numbers: Numbers): Numbers {
  const grown = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  grown.set(numbers);
  return grown;
}

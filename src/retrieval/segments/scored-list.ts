/** One word's postings in one segment with what they can add to a score: of a passage, at most in a block, at most at all. */
import { bodyCount, type Counts, headlineCount, namesCount } from './analysed-passage.ts';
import type { FieldLengths } from './field-lengths.ts';
import type { PostingCursor } from './posting-cursor.ts';

/**
 * What a word adds to a passage's score: how often it stands in each field, and the fields' length classes
 * (length-class.ts). Must be finite, not below 0, must not fall when a count rises nor when a length falls: which
 * blocks are skipped rests on it. A field with count 0 must add nothing, whatever its length.
 */
export type TermScore = (
  headline: number,
  body: number,
  names: number,
  headlineClass: number,
  bodyClass: number,
  namesClass: number,
) => number;

export class ScoredList {
  readonly cursor: PostingCursor;
  /** Place in the query: sums are made in this order, so that they come out the same to the last bit. */
  readonly place: number;
  readonly most: number;
  private readonly score: TermScore;
  private readonly lengths: FieldLengths;
  private readonly bounds: Float64Array;

  constructor(cursor: PostingCursor, place: number, score: TermScore, lengths: FieldLengths) {
    this.cursor = cursor;
    this.place = place;
    this.score = score;
    this.lengths = lengths;
    this.bounds = new Float64Array(cursor.blockCount);
    let most = 0;
    for (let block = 0; block < this.bounds.length; block++) {
      this.bounds[block] = this.boundOf(block);
      most = Math.max(most, this.bounds[block] as number);
    }
    this.most = most;
  }

  /** The most each block can add. */
  get blockMosts(): Float64Array {
    return this.bounds;
  }

  /** What the word adds to each passage of a block; see PostingCursor.eachOf. */
  eachOf(block: number, visit: (ordinal: number, score: number) => void): void {
    this.cursor.eachOf(block, (ordinal, counts) => visit(ordinal, this.scoreOf(ordinal, counts)));
  }

  /** The most the block that `skipTo` reached can add. */
  get blockMost(): number {
    return this.bounds[this.cursor.blockPlace] as number;
  }

  /** What the word adds to the passage the cursor stands on. */
  scoreHere(): number {
    return this.scoreOf(this.cursor.ordinal, this.cursor.counts);
  }

  private scoreOf(ordinal: number, counts: Counts): number {
    const { headline, body, names } = this.lengths;
    return this.score(
      headlineCount(counts),
      bodyCount(counts),
      namesCount(counts),
      headline[ordinal] as number,
      body[ordinal] as number,
      names[ordinal] as number,
    );
  }

  private boundOf(block: number): number {
    const bounds = this.cursor.boundsOf(block);
    if (bounds === null) return this.mostOfShortList();
    const { body, headline, headlineClass, names, namesClass } = bounds;
    let most = body.length > 0 ? 0 : this.score(headline, 0, names, headlineClass, 0, namesClass);
    for (let pair = 0; pair < body.length; pair += 2) {
      const [count, bodyClass] = [body[pair] as number, body[pair + 1] as number];
      most = Math.max(most, this.score(headline, count, names, headlineClass, bodyClass, namesClass));
    }
    return most;
  }

  /** A list of one block keeps no bounds: it is decoded anyway. */
  private mostOfShortList(): number {
    let most = 0;
    this.cursor.eachOf(0, (ordinal, counts) => {
      most = Math.max(most, this.scoreOf(ordinal, counts));
    });
    return most;
  }
}

/**
 * One word's postings, packed: which passages hold it and how often in which field, in blocks of 128.
 *
 *   more than 128 passages:   | skip₀ skip₁ … | block₀ | block₁ | …     at most 128:   | block₀ |
 *
 *   skip   varint last ordinal − the block before's, varint bytes of the block, varint bytes of its positions,
 *          then what bounds any score in it: | nhaaappp | (count, length class) × p | (…) × a | (…) if h | (…) if n |
 *   block  bits: k:5, then per passage the gap in Rice code and its counts, filled up to a byte
 *   counts 1: once, in the body · 01: once, in the headline · 001 body − 2:4: in the body alone ·
 *          000 names:2 headline:2 body:4, or ff and names:9 headline:10 body:12 when those overflow
 *   positions, in their own lane: per passage those of the headline, then those of the body, each in the bits that a
 *          position in a field of that length needs; filled up to a byte after every block
 *
 * Passages 3 (body once), 4 (body twice): mean gap 1.5, k 1 → 00001 · 10 1 1 · 0 0 001 0000, read from the lowest bit.
 *
 * The p pairs are the block's front of (most often, shortest body): no passage in it has a higher count and a shorter
 * body than one of them, so a score that rises with counts and falls with length is bounded whatever its parameters.
 * The a pairs are that of whole articles: of each that has a passage in the block, with what stands in its neighbours;
 * its passages there are in the p pairs too. Rankings of passages and of articles are both bounded so.
 * Counts above 254 are kept as 255 and read as the highest there is. Naively a posting is three numbers: 12 bytes
 * against 1.3, and "the" is decoded whole for every query that has it.
 */
import {
  bodyCount,
  type Counts,
  headlineCount,
  MOST_BODY,
  namesCount,
  packCounts,
} from './analysed-passage.ts';
import type { ArticleSpans } from './article-spans.ts';
import { BitWriter, riceParameter } from './bits.ts';
import type { ByteWriter } from './byte-writer.ts';
import { CountFront, joinFronts, OFTEN, thinFront } from './count-front.ts';
import type { FieldLengths } from './field-lengths.ts';
import { positionBits } from './length-class.ts';

/** Fewer would cost more skips than they save; more would decode too much around one wanted passage. */
export const BLOCK = 128;
/** Pairs kept of a block's fronts: a fifth lowers the bound by under 1 % and costs 2 bytes a block. */
const MOST_PAIRS = 4;

export const boundCount = (byte: number) => (byte === OFTEN ? MOST_BODY : byte);
/** An article may have any number of passages. */
export const boundOfArticle = (byte: number) => (byte === OFTEN ? Number.MAX_SAFE_INTEGER : byte);
export const ONCE_IN_BODY: Counts = packCounts(0, 1, 0);
export const ONCE_IN_HEADLINE: Counts = packCounts(1, 0, 0);
const countByte = (count: number) => Math.min(count, OFTEN);

/** A block that is written, and what bounds it as far as its last article was seen. */
interface ClosedBlock {
  /** The skip before its bounds. */
  readonly skip: readonly number[];
  passages: [number, number][];
  articles: [number, number][];
  /** (count, shortest length class): of headlines, of names; a count of 0 where none is. */
  readonly rest: readonly (readonly [number, number])[];
}

export class PostingWriter {
  /** Passages added since the last `finish`. */
  passages = 0;
  private readonly lengths: FieldLengths;
  private readonly spans: ArticleSpans;
  private readonly blocks = new BitWriter();
  private readonly positions = new BitWriter();
  private readonly ordinals = new Int32Array(BLOCK);
  private readonly counts = new Int32Array(BLOCK);
  private filled = 0;
  private last = -1;
  private positionsClosed = 0;
  private closed: ClosedBlock[] = [];
  private readonly passageFront = new CountFront();
  private readonly articleFront = new CountFront();
  /** Passages of the article at hand in blocks that are closed. */
  private readonly openFront = new CountFront();
  /** The article whose passages come now: how often so far, and the first block that holds it. */
  private article = -1;
  private inArticle = 0;
  private articleBlock = 0;

  /** Of the passages that will be added, by the same ordinals. */
  constructor(lengths: FieldLengths, spans: ArticleSpans) {
    this.lengths = lengths;
    this.spans = spans;
  }

  /**
   * Ordinals ascend. The passage's positions stand in `positions` from `start` on: those in the headline, then those in
   * the body, as many as `counts` says.
   */
  add(ordinal: number, counts: Counts, positions: ArrayLike<number>, start: number): void {
    if (this.filled === BLOCK) this.closeBlock(true);
    this.ordinals[this.filled] = ordinal;
    this.counts[this.filled++] = counts;
    this.passages++;
    const bodyStart = start + headlineCount(counts);
    const { headline, body } = this.lengths;
    this.putPositions(positions, start, bodyStart, positionBits(headline[ordinal] as number));
    this.putPositions(
      positions,
      bodyStart,
      bodyStart + bodyCount(counts),
      positionBits(body[ordinal] as number),
    );
  }

  private putPositions(positions: ArrayLike<number>, start: number, end: number, bits: number): void {
    const most = (1 << bits) - 1;
    for (let at = start; at < end; at++) this.positions.put(Math.min(positions[at] as number, most), bits);
  }

  /** Appends the list and its positions, and starts the next. Nothing is appended when no passage was added. */
  finish(postings: ByteWriter, positions: ByteWriter): void {
    this.closeBlock(this.passages > BLOCK);
    if (this.passages > BLOCK) this.putSkips(postings);
    postings.append(this.blocks.bytes);
    positions.append(this.positions.bytes);
    this.blocks.bytes.length = 0;
    this.positions.bytes.length = 0;
    this.passages = 0;
    this.last = -1;
    this.positionsClosed = 0;
  }

  private closeBlock(hasSkip: boolean): void {
    if (this.filled === 0) return;
    const start = this.blocks.bytes.length;
    const last = this.ordinals[this.filled - 1] as number;
    const k = riceParameter((last - this.last - this.filled) / this.filled);
    this.blocks.put(k, 5);
    let before = this.last;
    for (let at = 0; at < this.filled; at++) {
      const ordinal = this.ordinals[at] as number;
      this.blocks.putRice(ordinal - before - 1, k);
      this.putCounts(this.counts[at] as number);
      before = ordinal;
    }
    this.blocks.align();
    this.positions.align();
    if (hasSkip)
      this.closeBounds([
        last - this.last,
        this.blocks.bytes.length - start,
        this.positions.bytes.length - this.positionsClosed,
      ]);
    this.last = last;
    this.positionsClosed = this.positions.bytes.length;
    this.filled = 0;
  }

  private putCounts(counts: Counts): void {
    const { blocks } = this;
    const [body, headline, names] = [bodyCount(counts), headlineCount(counts), namesCount(counts)];
    if (counts === ONCE_IN_BODY) blocks.put(1, 1);
    else if (counts === ONCE_IN_HEADLINE) blocks.put(2, 2);
    else if (counts === body && body >= 2 && body < 18) {
      blocks.put(4, 3);
      blocks.put(body - 2, 4);
    } else {
      blocks.put(0, 3);
      const packed = body | (headline << 4) | (names << 6);
      const fits = body < 16 && headline < 4 && names < 4 && packed !== 0xff;
      blocks.put(fits ? packed : 0xff, 8);
      if (fits) return;
      blocks.put(names, 9);
      blocks.put(headline, 10);
      blocks.put(body, 12);
    }
  }

  private closeBounds(skip: readonly number[]): void {
    let [mostHeadline, shortestHeadline, mostNames, shortestNames] = [0, 255, 0, 255];
    const { headline, body, names } = this.lengths;
    const { articleOf } = this.spans;
    for (let at = 0; at < this.filled; at++) {
      const counts = this.counts[at] as number;
      const ordinal = this.ordinals[at] as number;
      const inBody = bodyCount(counts);
      if (articleOf[ordinal] !== this.article) {
        this.endArticle();
        this.article = articleOf[ordinal] as number;
        this.articleBlock = this.closed.length;
      }
      this.inArticle += inBody;
      if (inBody > 0) this.passageFront.add(inBody, body[ordinal] as number);
      if (headlineCount(counts) > 0) {
        mostHeadline = Math.max(mostHeadline, headlineCount(counts));
        shortestHeadline = Math.min(shortestHeadline, headline[ordinal] as number);
      }
      if (namesCount(counts) > 0) {
        mostNames = Math.max(mostNames, namesCount(counts));
        shortestNames = Math.min(shortestNames, names[ordinal] as number);
      }
    }
    const rest = [[mostHeadline, shortestHeadline] as const, [mostNames, shortestNames] as const];
    const fronts = { passages: this.passageFront.take(), articles: this.articleFront.take() };
    this.closed.push({ skip, ...fronts, rest });
    for (let at = this.filled - 1; at >= 0; at--) {
      const ordinal = this.ordinals[at] as number;
      if (articleOf[ordinal] !== this.article) break;
      const inBody = bodyCount(this.counts[at] as number);
      if (inBody > 0) this.openFront.add(inBody, body[ordinal] as number);
    }
  }

  /** Before the block at hand is closed, or after the last was. */
  private endArticle(): void {
    const { inArticle, articleBlock, closed } = this;
    const before = this.openFront.take();
    this.inArticle = 0;
    if (inArticle === 0) return;
    const lengthClass = this.spans.bodyClasses[this.article] as number;
    this.articleFront.add(inArticle, lengthClass);
    if (articleBlock === closed.length) return;
    // It began in an earlier block: each of its blocks is bounded by all of it. None but its passages stand here yet.
    const own = joinFronts(before, this.passageFront.take());
    for (const block of closed.slice(articleBlock)) {
      block.passages = joinFronts(block.passages, own);
      block.articles = joinFronts(block.articles, [[countByte(inArticle), lengthClass]]);
    }
    for (const [count, shortest] of own) this.passageFront.add(count, shortest);
  }

  private putSkips(to: ByteWriter): void {
    this.endArticle();
    this.articleFront.take();
    this.passageFront.take();
    this.article = -1;
    for (const { skip, passages, articles, rest } of this.closed) {
      for (const number of skip) to.varint(number);
      for (const front of [passages, articles]) thinFront(front, MOST_PAIRS);
      const [[headlines], [nameses]] = rest as [readonly [number, number], readonly [number, number]];
      to.byte(passages.length | (articles.length << 3) | (headlines > 0 ? 64 : 0) | (nameses > 0 ? 128 : 0));
      for (const [count, shortest] of [...passages, ...articles, ...rest]) {
        if (count === 0) continue;
        to.byte(countByte(count));
        to.byte(shortest);
      }
    }
    this.closed = [];
  }
}

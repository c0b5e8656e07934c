/**
 * Writes a segment word by word, in ascending order, as records: used when passages are indexed and when segments are
 * merged. What it holds is bounded by the longest list and what was not yet taken.
 */
import { PADDING } from './bits.ts';
import { ByteWriter } from './byte-writer.ts';
import type { FieldLengths } from './field-lengths.ts';
import { PostingWriter } from './posting-list.ts';
import { sealRecord } from './record.ts';
import { packHead, type SegmentHead } from './segment-head.ts';
import type { Lane, StoreChange } from './segment-store.ts';
import { type Stretch, TERMS_A_BLOCK, TermBlockWriter } from './term-block.ts';

/** Lists share a record until it has so many bytes: reading 4 KB costs what reading 40 bytes does. */
const GROUP_BYTES = 4096;

/** Bit readers look a little past the end. */
const NOTHING = new Uint8Array(PADDING);

type Records = StoreChange['put'][number][];

export class SegmentOutput {
  readonly list: PostingWriter;
  private readonly segment: number;
  private readonly terms = new TermBlockWriter();
  private readonly firstTerms: string[];
  private readonly lanes: { readonly postings: GroupedLane; readonly positions: GroupedLane };
  private head: SegmentHead;
  private termCount: number;
  private lastTerm: string | null;
  private records: Records = [];
  private written = 0;

  /** Goes on where `head` ends. */
  constructor(segment: number, head: SegmentHead, lengths: FieldLengths) {
    this.segment = segment;
    this.head = head;
    this.firstTerms = [...head.firstTerms];
    this.termCount = head.terms;
    this.lastTerm = head.lastTerm;
    this.list = new PostingWriter(lengths);
    this.lanes = {
      postings: new GroupedLane(head.postingRecords),
      positions: new GroupedLane(head.positionRecords),
    };
  }

  /** Bytes ready to be taken. */
  get waiting(): number {
    return this.written + this.lanes.postings.waiting + this.lanes.positions.waiting;
  }

  /** Ends the list of a word; a word whose passages were all dropped is no word. */
  endTerm(term: string): void {
    const { passages } = this.list;
    this.lastTerm = term;
    if (passages === 0) return;
    const { postings, positions } = this.lanes;
    this.list.finish(postings.bytes, positions.bytes);
    this.terms.add({ term, passages, postings: postings.endList(), positions: positions.endList() });
    this.termCount++;
    if (this.terms.entries === TERMS_A_BLOCK) this.closeTerms();
    if (postings.isFull) this.closeGroup('postings');
    if (positions.isFull) this.closeGroup('positions');
  }

  /** Records of everything written since the last time, the head among them. */
  take(): { readonly records: Records; readonly head: SegmentHead } {
    this.closeTerms();
    this.closeGroup('postings');
    this.closeGroup('positions');
    this.head = {
      ...this.head,
      ...{ terms: this.termCount, lastTerm: this.lastTerm, firstTerms: [...this.firstTerms] },
      postingRecords: this.lanes.postings.place,
      positionRecords: this.lanes.positions.place,
      bytes: this.head.bytes + this.written,
    };
    this.put('head', 0, packHead(this.head));
    const { records } = this;
    this.records = [];
    this.written = 0;
    return { records, head: this.head };
  }

  put(lane: Lane, place: number, payload: Uint8Array): void {
    const key = { segment: this.segment, lane, place };
    const record = sealRecord(key, payload);
    if (lane !== 'head') this.written += record.length;
    this.records.push([key, record]);
  }

  private closeTerms(): void {
    if (this.terms.entries === 0) return;
    this.firstTerms.push(this.terms.first);
    this.put('terms', this.firstTerms.length - 1, this.terms.take());
  }

  private closeGroup(lane: 'postings' | 'positions'): void {
    const group = this.lanes[lane];
    if (group.waiting > 0) this.put(lane, group.place, group.take());
  }
}

/** Lists one behind the other, cut into records between two of them. */
class GroupedLane {
  readonly bytes = new ByteWriter(GROUP_BYTES * 2);
  place: number;
  private start = 0;

  constructor(place: number) {
    this.place = place;
  }

  get waiting(): number {
    return this.bytes.length;
  }

  get isFull(): boolean {
    return this.bytes.length >= GROUP_BYTES;
  }

  endList(): Stretch {
    const stretch = { place: this.place, start: this.start, end: this.bytes.length };
    this.start = this.bytes.length;
    return stretch;
  }

  take(): Uint8Array {
    this.place++;
    this.start = 0;
    this.bytes.raw(NOTHING);
    return this.bytes.take();
  }
}

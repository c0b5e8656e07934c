/** The best hits so far, in a heap with the worst on top: O(log limit) for each that enters. */
export interface SegmentHit {
  readonly number: number;
  readonly score: number;
}

/** Higher scores first; of equal ones the passage added earlier. */
export function byRank(a: SegmentHit, b: SegmentHit): number {
  return b.score - a.score || a.number - b.number;
}

export class BestHits {
  private readonly limit: number;
  private readonly heap: SegmentHit[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  get isFull(): boolean {
    return this.heap.length >= this.limit;
  }

  /** What a later passage's score must exceed to enter; −∞ while there is room. */
  get threshold(): number {
    return this.isFull ? (this.heap[0]?.score ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  }

  offer(hit: SegmentHit): void {
    const { heap } = this;
    if (!this.isFull) {
      heap.push(hit);
      this.rise(heap.length - 1);
    } else if (heap[0] && byRank(hit, heap[0]) < 0) {
      heap[0] = hit;
      this.sink();
    }
  }

  private rise(from: number): void {
    const { heap } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (byRank(heap[parent] as SegmentHit, heap[at] as SegmentHit) >= 0) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && byRank(heap[child] as SegmentHit, heap[worst] as SegmentHit) > 0)
          worst = child;
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }

  private swap(a: number, b: number): void {
    const { heap } = this;
    [heap[a], heap[b]] = [heap[b] as SegmentHit, heap[a] as SegmentHit];
  }

  ranked(): SegmentHit[] {
    return [...this.heap].sort(byRank);
  }
}

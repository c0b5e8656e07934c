/**
 * The front of (how often, how short): pairs of which each is beaten in both by none, so that every score that rises
 * with counts and falls with lengths is bounded by one of them.
 *
 * Naively each pair is held against the others. Counts are one byte, so the shortest body for each count is kept, O(1) a
 * pair, and the front is read off from the highest count down.
 */

/** In a count byte: more often than 254 times. */
export const OFTEN = 255;
/** Pairs of (count, length class). */
export type Front = readonly (readonly [number, number])[];

export class CountFront {
  private readonly shortest = new Uint8Array(OFTEN + 1).fill(OFTEN);
  private most = 0;

  /** `count` from 1. */
  add(count: number, lengthClass: number): void {
    const place = count < OFTEN ? count : OFTEN;
    if (place > this.most) this.most = place;
    if (lengthClass < (this.shortest[place] as number)) this.shortest[place] = lengthClass;
  }

  /** Ascending in counts; empty again afterwards. */
  take(): [number, number][] {
    const front: [number, number][] = [];
    let beaten = OFTEN + 1;
    for (let count = this.most; count > 0; count--) {
      const lengthClass = this.shortest[count] as number;
      // The longest class looks like none at all: the highest count stands in any case.
      if (lengthClass < beaten && (lengthClass < OFTEN || count === this.most)) {
        front.push([count, lengthClass]);
        beaten = lengthClass;
      }
      this.shortest[count] = OFTEN;
    }
    this.most = 0;
    return front.reverse();
  }
}

/** One front of two, both read anew. */
export function joinFronts(a: Front, b: Front): [number, number][] {
  for (const front of [a, b]) for (const [count, lengthClass] of front) joined.add(count, lengthClass);
  return joined.take();
}

const joined = new CountFront();

/** Joins neighbours that differ least until few are left; a joined pair bounds both. */
export function thinFront(front: [number, number][], most: number): void {
  while (front.length > most) {
    let [cheapest, cost] = [0, Number.POSITIVE_INFINITY];
    for (let at = 0; at + 1 < front.length; at++) {
      const [lower, higher] = [front[at] as [number, number], front[at + 1] as [number, number]];
      // A short body's length hardly matters: BM25 adds a constant to it, about a third of the average.
      const raised = (higher[0] / lower[0]) * ((higher[1] + 30) / (lower[1] + 30));
      if (raised < cost) [cheapest, cost] = [at, raised];
    }
    const [, shortest] = front[cheapest] as [number, number];
    const [most] = front[cheapest + 1] as [number, number];
    front.splice(cheapest, 2, [most, shortest]);
  }
}

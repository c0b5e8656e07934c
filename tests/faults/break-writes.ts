/** A disk that fails at a chosen write: full for a moment, or gone with whoever wrote. */
import 'fake-indexeddb/auto';

const WRITES = ['put', 'add', 'delete'] as const;
const real = Object.fromEntries(WRITES.map((name) => [name, IDBObjectStore.prototype[name]]));

/** From its write number `at` on, `error` instead of `times` writes. Counts them all when never reached. */
export function breakWrites(at: number, times: number, error: () => Error): { count: number } {
  const seen = { count: 0 };
  for (const name of WRITES) {
    const write = real[name] as (...given: unknown[]) => IDBRequest;
    Object.assign(IDBObjectStore.prototype, {
      [name](this: IDBObjectStore, ...given: unknown[]) {
        const number = seen.count++;
        if (number >= at && number < at + times) throw error();
        return write.apply(this, given);
      },
    });
  }
  return seen;
}

export function mendWrites(): void {
  Object.assign(IDBObjectStore.prototype, real);
}

export const full = () => new DOMException('No room.', 'QuotaExceededError');
export const killed = () => new DOMException('The worker is gone.', 'AbortError');

/** Spread over all writes, the first among them; each once. */
export const pointsOf = (writes: number, points: number) => [
  ...new Set(Array.from({ length: points }, (_, at) => Math.floor((at * writes) / points))),
];

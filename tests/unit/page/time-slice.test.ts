import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSlices, type Slices } from '../../../src/page/time-slice.ts';

const forEver = new AbortController().signal;

/** Steps until it is time to rest, on a clock that goes on by a tenth of a millisecond a step. */
function workedMs(slices: Slices): number {
  const start = performance.now();
  while (!slices.isSpent()) vi.advanceTimersByTime(0.1);
  return performance.now() - start;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  { left: 12, didTimeout: false, most: 4 },
  { left: 2, didTimeout: false, most: 2 },
  { left: 0, didTimeout: true, most: 4 },
])(
  'patient work takes $most ms of a pause of $left ms, over: $didTimeout',
  async ({ left, didTimeout, most }) => {
    const asked: number[] = [];
    vi.stubGlobal('document', { hidden: false });
    vi.stubGlobal('requestIdleCallback', (act: (pause: object) => void, { timeout }: { timeout: number }) => {
      asked.push(timeout);
      act({ didTimeout, timeRemaining: () => left });
    });
    const slices = createSlices(forEver, true);
    await slices.rest();
    const worked = workedMs(slices);
    expect(worked).toBeGreaterThanOrEqual(most);
    expect(worked).toBeLessThan(most + 2);
    expect(asked).toEqual([100]);
  },
);

it('work that is not patient asks for no pause', async () => {
  vi.stubGlobal('document', { hidden: false });
  const slices = createSlices(forEver);
  const resting = slices.rest();
  await vi.runAllTimersAsync();
  await resting;
  expect(workedMs(slices)).toBeGreaterThanOrEqual(4);
});

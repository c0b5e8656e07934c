import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswerTurns, MOST_TURN_MS, QUIET_MS, TURN_MS } from '../../../src/library/answer-turns.ts';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const newTurns = () => createAnswerTurns({ now: () => Date.now(), sleep });

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** When an answer that was asked for at `askedMs` is given, work having begun at 0. */
async function answeredAt(workMs: number, askedMs: number): Promise<number> {
  const turns = newTurns();
  const start = Date.now();
  void turns.work(() => sleep(workMs));
  await vi.advanceTimersByTimeAsync(askedMs);
  let answered = Number.NaN;
  void turns.free().then(() => {
    answered = Date.now() - start;
  });
  await vi.advanceTimersByTimeAsync(20 * TURN_MS);
  return answered;
}

describe('answers beside work on own articles', () => {
  it('are given at once where no work was done', async () => {
    let isFree = false;
    void newTurns()
      .free()
      .then(() => {
        isFree = true;
      });
    await vi.advanceTimersByTimeAsync(0);
    expect(isFree).toBe(true);
  });

  it('come at the same moment however long the work was, within a turn', async () => {
    for (const askedMs of [1, 60, 200])
      for (const workMs of [0, 1, 40, 120, 249]) expect(await answeredAt(workMs, askedMs)).toBe(TURN_MS);
  });

  it('wait for one turn more where the work was longer', async () => {
    expect(await answeredAt(TURN_MS + 1, 10)).toBe(2 * TURN_MS);
    expect(await answeredAt(3.5 * TURN_MS, 10)).toBe(4 * TURN_MS);
  });

  it.each([
    { longMs: TURN_MS + 1, turnMs: 2 * TURN_MS },
    { longMs: 2 * TURN_MS + 1, turnMs: MOST_TURN_MS },
    { longMs: 20 * TURN_MS, turnMs: MOST_TURN_MS },
  ])(
    'come at the same moment after work of $longMs ms too: turns are $turnMs ms then',
    async ({ longMs, turnMs }) => {
      for (const workMs of [0, 1, TURN_MS - 1, TURN_MS + 1, turnMs - 1]) {
        const turns = newTurns();
        void turns.work(() => sleep(longMs));
        await vi.advanceTimersByTimeAsync(longMs + MOST_TURN_MS);
        const begun = await new Promise<number>((resolve) => {
          void turns.work(() => {
            resolve(Date.now());
            return sleep(workMs);
          });
          void vi.advanceTimersByTimeAsync(2 * MOST_TURN_MS);
        });
        let answered = Number.NaN;
        void turns.free().then(() => {
          answered = Date.now() - begun;
        });
        await vi.advanceTimersByTimeAsync(2 * MOST_TURN_MS);
        expect(answered).toBe(turnMs);
      }
    },
  );

  it('do not wait behind the turn', async () => {
    expect(await answeredAt(40, TURN_MS + 10)).toBe(TURN_MS + 10);
  });

  it('are given between two pieces of work, each of which begins a turn of its own', async () => {
    const turns = newTurns();
    const start = Date.now();
    const begun: number[] = [];
    for (const workMs of [10, 90, 30])
      void turns.work(() => {
        begun.push(Date.now() - start);
        return sleep(workMs);
      });
    let answered = Number.NaN;
    await vi.advanceTimersByTimeAsync(20);
    void turns.free().then(() => {
      answered = Date.now() - start;
    });
    await vi.advanceTimersByTimeAsync(10 * TURN_MS);
    expect(answered).toBe(TURN_MS);
    // The second waits for the one who asked at 20, too.
    expect(begun).toEqual([0, 20 + QUIET_MS, 20 + QUIET_MS + TURN_MS + 5]);
  });

  it('come also behind work that fails, which fails for whoever asked for it alone', async () => {
    const turns = newTurns();
    const failed = turns
      .work(() => Promise.reject(new Error('no archive')))
      .catch((error: Error) => error.message);
    const done = turns.work(async () => 'done');
    await vi.advanceTimersByTimeAsync(3 * TURN_MS);
    expect([await failed, await done]).toEqual(['no archive', 'done']);
  });

  it.each([
    { asks: 1, begins: QUIET_MS },
    { asks: 3, begins: 200 + QUIET_MS },
    { asks: 60, begins: 1_000 },
  ])(
    'are not held up by work before that: after $asks asked, it begins at $begins ms',
    async ({ asks, begins }) => {
      const turns = newTurns();
      const start = Date.now();
      let begun = Number.NaN;
      for (let at = 0; at < asks; at++) {
        void turns.free();
        if (at === 0)
          void turns.work(async () => {
            begun = Date.now() - start;
          });
        await vi.advanceTimersByTimeAsync(100);
      }
      await vi.advanceTimersByTimeAsync(2_000);
      expect(begun).toBe(begins);
    },
  );
});

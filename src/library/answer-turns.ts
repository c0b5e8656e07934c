/**
 * When pages are answered while the reader's own articles are looked at: one thread does both (TRUST R3).
 *
 * The naive version answers as soon as the thread is free, and a page that has itself read again right behind a list of
 * names learns from the wait how many of them the reader's articles know. Here such work takes up whole turns, however
 * little of them it needs, and whoever asks meanwhile is answered when a turn is over. Work begins with a turn of its
 * own, behind the answers that waited, and only when no page has asked for a while: a page that goes on to another of its
 * own is not held up by what the first one caused, and that is not done at all. A turn that was too short for some work is
 * twice as long from then on: on a busy machine each would tell names anew otherwise, so it does once or twice. Cost: badge
 * and panel follow a quarter of a second behind the marks, and an answer within a turn behind that waits out its time.
 */

/** Work on a page takes 1–40 ms at 5,000 own articles: nearly all of it is one turn. Readings are further apart. */
export const TURN_MS = 250;
/** Marks that come later still are no use. */
export const MOST_TURN_MS = 1_000;
/** Answers that waited for the end of a turn are on their way by then. */
const BETWEEN_MS = 5;
/** Work waits until no page has asked for so long. */
export const QUIET_MS = 250;
/** It waits no longer than this, whoever asks. */
const MOST_QUIET_MS = 1_000;

export interface AnswerTurns {
  /** Resolves when a page may be answered. */
  free(): Promise<void>;
  /** One after the other; what fails fails for who asked. */
  work<T>(act: () => Promise<T>): Promise<T>;
}

export interface Clock {
  /** Milliseconds of some monotonous clock. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export function createAnswerTurns({ now, sleep }: Clock): AnswerTurns {
  /** The beginning of the last turn, and the end of its work; null while it is under way, or before the first. */
  let begun: number | null = null;
  let ended: number | null = null;
  let turnMs = TURN_MS;
  let last: Promise<unknown> = Promise.resolve();
  /** When a page asked last. */
  let asked = Number.NEGATIVE_INFINITY;

  /** Until the end of the turn that is open; 0 when none is. */
  function leftMs(): number {
    if (begun === null) return 0;
    const worked = (ended ?? now()) - begun;
    while (worked > turnMs && turnMs < MOST_TURN_MS) turnMs *= 2;
    const end = begun + Math.max(1, Math.ceil(worked / turnMs)) * turnMs;
    // Its work may go on behind the turn: then the next one is open.
    return ended === null && end <= now() ? turnMs : Math.max(0, end - now());
  }

  async function turnOver(): Promise<void> {
    for (let left = leftMs(); left > 0; left = leftMs()) await sleep(left);
  }

  async function quiet(): Promise<void> {
    const latest = now() + MOST_QUIET_MS;
    for (;;) {
      const left = Math.min(asked + QUIET_MS, latest) - now();
      if (left <= 0) return;
      await sleep(left);
    }
  }

  async function run<T>(act: () => Promise<T>): Promise<T> {
    await turnOver();
    if (begun !== null) await sleep(BETWEEN_MS);
    await quiet();
    begun = now();
    ended = null;
    try {
      return await act();
    } finally {
      ended = now();
    }
  }

  return {
    free: () => {
      asked = now();
      return turnOver();
    },
    work: (act) => {
      const mine = last.then(() => run(act));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/**
 * Long work in small pieces, so that the page never waits for us: at most 4 ms, then the browser's turn. uBlock Origin
 * works in slices of the same size. A clock may be coarse (Firefox's fingerprinting protection: 17–100 ms), so steps
 * are counted as well.
 */
const SLICE_MS = 4;
const MAX_STEPS = 4_000;
/** Looking at the clock costs more than most steps. */
const STEPS_BETWEEN_CLOCKS = 16;
/** Patient work goes on after so long, though the page draws without a pause. */
const PATIENCE_MS = 100;
/** Of a pause that is nearly over: less is no work. */
const LEAST_MS = 1;

export interface Slices {
  /** Counts one step; true when it is time to rest. `weight` is for steps that are heavier than looking at a node. */
  isSpent(weight?: number): boolean;
  /** Gives way to the browser; throws the signal's reason when the work is no longer wanted. */
  rest(): Promise<void>;
  /** Milliseconds of work so far, rests not counted. */
  spentMs(): number;
}

/** `isPatient`: works only while the page has nothing to draw, and no longer than that lasts. */
export function createSlices(signal: AbortSignal, isPatient = false): Slices {
  let sliceStart = performance.now();
  let sliceMs = SLICE_MS;
  let before = 0;
  let steps = 0;
  let nextClock = STEPS_BETWEEN_CLOCKS;
  return {
    isSpent(weight = 1) {
      steps += weight;
      if (steps < nextClock) return false;
      nextClock = steps + STEPS_BETWEEN_CLOCKS;
      return steps >= MAX_STEPS || performance.now() - sliceStart >= sliceMs;
    },
    async rest() {
      before += performance.now() - sliceStart;
      if (isPatient && !document.hidden) sliceMs = await pauseOfPage();
      else await giveWay();
      signal.throwIfAborted();
      sliceStart = performance.now();
      steps = 0;
      nextClock = STEPS_BETWEEN_CLOCKS;
    },
    spentMs: () => before + (performance.now() - sliceStart),
  };
}

/**
 * A task of its own. While the page is looked at a timer, whose 4 ms pause is the page's: tasks posted one after another
 * keep Firefox (153) from drawing (measured on 100,000 text nodes: 12 frames a second, with timers 60). Out of sight
 * nothing is drawn, and timers come once a second only.
 */
function giveWay(): Promise<void> {
  if (document.hidden && typeof globalThis.scheduler?.postTask === 'function') {
    return scheduler.postTask(() => {}, { priority: 'user-visible' });
  }
  return new Promise((resolve) => setTimeout(resolve));
}

/** Resolves in the page's next pause with the milliseconds that may be worked in it. */
function pauseOfPage(): Promise<number> {
  return new Promise((resolve) => {
    requestIdleCallback(
      (pause) =>
        resolve(pause.didTimeout ? SLICE_MS : Math.min(SLICE_MS, Math.max(LEAST_MS, pause.timeRemaining()))),
      { timeout: PATIENCE_MS },
    );
  });
}

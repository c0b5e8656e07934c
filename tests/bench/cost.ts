/** What work costs, for benches of code that waits for nothing but the processor. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Result } from '../../src/text/result.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes in use after a collection. */
export function memory(): number {
  // What was freed may hold others: once more.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export const quantile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] as number;

interface Timed<Made> {
  readonly made: Made;
  readonly ms: number;
}

type Act<Made> = () => Made | Promise<Made>;

const inMs = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

/** Milliseconds of processor time: others use the machine too. */
export async function timed<Made>(act: Act<Made>): Promise<Timed<Made>> {
  const before = process.cpuUsage();
  const made = await act();
  return { made, ms: inMs(process.cpuUsage(before)) };
}

export const time = async (act: () => unknown) => (await timed(act)).ms;

/** One thread's time is counted in ticks of some milliseconds, too coarse for less than this. */
const SHORT = 20;

/**
 * Of this thread alone, which is how long it answers nobody else: the collector, which looks through the bench's own
 * texts, and the compiler have threads beside it.
 */
export async function timedHere<Made>(act: Act<Made>): Promise<Timed<Made>> {
  const before = process.threadCpuUsage();
  const { made, ms } = await timed(act);
  return { made, ms: ms < SHORT ? ms : inMs(process.threadCpuUsage(before)) };
}

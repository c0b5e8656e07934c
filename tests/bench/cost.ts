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

/** Milliseconds of processor time: others use the machine too. */
export async function timed<Made>(
  act: () => Made | Promise<Made>,
): Promise<{ readonly made: Made; readonly ms: number }> {
  const before = process.cpuUsage();
  const made = await act();
  const { user, system } = process.cpuUsage(before);
  return { made, ms: (user + system) / 1000 };
}

export const time = async (act: () => unknown) => (await timed(act)).ms;

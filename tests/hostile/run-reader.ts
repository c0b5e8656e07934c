/** Readers run in a thread that can be ended, with limits on its processor time and its heap. */
import { Worker } from 'node:worker_threads';
import type { FuzzAnswer, ReadAnswer, ReaderWork } from './reader-worker.ts';

/** TRUST: of a bomb's reading, and of one fuzzed file. Processor time, because the machine may be busy with other work. */
export const MOST_BOMB_MS = 3_000;
const MOST_CASE_MS = 2_000;
const MOST_HEAP_MB = 300;
const LOOK_EVERY_MS = 100;
const PROGRAM = new URL('./reader-worker.ts', import.meta.url);

/** Of this process: the thread under test, and this one, which waits. */
const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

export interface BombRun extends ReadAnswer {
  /** Processor time, start of the thread included. */
  readonly ms: number;
  /** Of what the process held more than before, in MB. */
  readonly heapMb: number;
}

/** Rejects when the thread dies, which it does above 300 MB of heap, or works for longer than a bomb may take. */
export function readInThread(
  file: string,
  content: Uint8Array<ArrayBuffer>,
  mostMs = 3 * MOST_BOMB_MS,
): Promise<BombRun> {
  const held = () => {
    const { rss } = process.memoryUsage();
    return rss / 2 ** 20;
  };
  const before = { ms: processorMs(), mb: held() };
  let most = 0;
  const work: ReaderWork = { kind: 'read', file, content };
  return new Promise((resolve, reject) => {
    const worker = new Worker(PROGRAM, {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    const watch = setInterval(() => {
      most = Math.max(most, held() - before.mb);
      if (processorMs() - before.ms < mostMs) return;
      void worker.terminate();
      reject(new Error(`${file}: still being read after ${mostMs} ms`));
    }, LOOK_EVERY_MS);
    worker.on('message', (answer: ReadAnswer) => {
      most = Math.max(most, held() - before.mb);
      resolve({ ...answer, ms: processorMs() - before.ms, heapMb: Math.max(0, most) });
    });
    worker.on('error', reject);
    worker.on('exit', () => clearInterval(watch));
  });
}

export interface FuzzRun {
  readonly cases: number;
  readonly hangs: readonly number[];
  readonly crashes: readonly string[];
}

/** `count` damaged copies of one sample; goes on behind a case that hangs. */
export async function fuzzInThread(
  name: string,
  count: number,
  naive: 'hangs' | 'throws' | null = null,
): Promise<FuzzRun> {
  const hangs: number[] = [];
  const crashes: string[] = [];
  const at = new Int32Array(new SharedArrayBuffer(4));
  for (let from = 0; from < count; ) {
    const end = await fuzzFrom({ kind: 'fuzz', name, from, to: count, naive, at });
    if (end === null) hangs.push(at[0]!);
    else crashes.push(...end);
    from = end === null || end.some((one) => one.startsWith('died')) ? at[0]! + 1 : count;
  }
  return { cases: count, hangs, crashes };
}

/** Null: a case hung. */
function fuzzFrom(work: Extract<ReaderWork, { kind: 'fuzz' }>): Promise<FuzzAnswer | null> {
  return new Promise((resolve) => {
    const worker = new Worker(PROGRAM, { workerData: work });
    // The first case begins when the thread has read its modules.
    work.at[0] = -1;
    let seen = { case: -1, ms: processorMs() };
    const watch = setInterval(() => {
      const now = Atomics.load(work.at, 0);
      if (now !== seen.case) seen = { case: now, ms: processorMs() };
      if (now < 0 || processorMs() - seen.ms < MOST_CASE_MS) return;
      resolve(null);
      void worker.terminate();
    }, LOOK_EVERY_MS);
    worker.on('message', (answer: FuzzAnswer) => resolve(answer));
    worker.on('error', (error) => resolve([`died in ${work.at[0]}: ${String(error).slice(0, 100)}`]));
    worker.on('exit', () => clearInterval(watch));
  });
}

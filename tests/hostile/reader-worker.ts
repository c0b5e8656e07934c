/**
 * The readers of capture/ in a thread of their own, so that whoever started it sees a hang and a death, and can end it.
 * Fuzzing: case `i` is a function of the seed and `i`; where it stands is told in shared memory, because a thread that
 * hangs sends no message.
 */

import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { captureFile } from '../../src/capture/formats.ts';
import { parseDocument } from '../../src/capture/html/parse-document.ts';
import { loadPdf, unbrotli } from '../../src/platform/node/unpack-libraries.ts';
import { mutateFile, mutations } from '../property/capture/mutate-file.ts';
import { PDF, SAMPLES } from '../unit/capture/sample-files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a worker is started with. `naive`: a reader that hangs or throws, for the proof that either is seen. */
export type ReaderWork =
  | { readonly kind: 'read'; readonly file: string; readonly content: Bytes }
  | {
      readonly kind: 'fuzz';
      readonly name: string;
      readonly from: number;
      readonly to: number;
      readonly naive: 'hangs' | 'throws' | null;
      /** One count: the case being read. */
      readonly at: Int32Array<SharedArrayBuffer>;
    };

export interface ReadAnswer {
  readonly articles: number;
  readonly refusals: readonly string[];
  /** Code in the file ran: it leaves `fired` behind. */
  readonly isFired: boolean;
}

/** The cases that threw, with their first words. */
export type FuzzAnswer = readonly string[];

const work = workerData as ReaderWork;
parentPort?.postMessage(work.kind === 'read' ? await readOne(work.file, work.content) : await fuzz(work));

async function readOne(file: string, content: Bytes): Promise<ReadAnswer> {
  const context = { file, collection: 'yours', capturedAt: null, sidecar: null } as const;
  let articles = 0;
  const refusals: string[] = [];
  for await (const outcome of captureFile(content, { ...context, loadPdf, unbrotli, parseDocument })) {
    if (outcome.ok) articles++;
    else refusals.push(outcome.reason);
  }
  return { articles, refusals, isFired: 'fired' in globalThis };
}

async function fuzz({
  name,
  from,
  to,
  naive,
  at,
}: Extract<ReaderWork, { kind: 'fuzz' }>): Promise<FuzzAnswer> {
  const sample = name === 'a.pdf' ? PDF : SAMPLES[name]!;
  const crashes: string[] = [];
  for (let index = from; index < to; index++) {
    Atomics.store(at, 0, index);
    const [changes] = fc.sample(mutations, { numRuns: 1, seed: index });
    try {
      if (naive === 'throws' && index === 3) throw new Error('a reader that throws');
      while (naive === 'hangs' && index === 3);
      const { articles, refusals } = await readOne(name, mutateFile(sample, changes!));
      if (articles + refusals.length === 0) crashes.push(`${index}: no outcome`);
    } catch (error) {
      crashes.push(`${index}: ${String(error).slice(0, 100)}`);
    }
  }
  return crashes;
}

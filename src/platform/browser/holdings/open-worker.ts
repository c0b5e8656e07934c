/** The worker that reads and writes articles, by its fixed address; our pages start scripts by no other. */
import type { ImportProgress } from '../../../library/holdings/import-job.ts';
import { type Client, createClient } from '../../../protocol/client.ts';
import { scriptAddress } from './script-address.ts';
import type { WorkerCalls, WorkerNotice } from './worker-calls.ts';

const WORKER = '/importing.js';

export interface ImportWorker {
  readonly calls: Client<WorkerCalls>;
  end(): void;
}

/** `onProgress` hears of every batch that is on disk, and on the way to the next. A worker that breaks down fails the calls under way. */
export function openImportWorker(
  onProgress: (progress: ImportProgress) => void = () => undefined,
): ImportWorker {
  const worker = new Worker(scriptAddress(WORKER));
  worker.addEventListener('message', ({ data }: MessageEvent<Partial<WorkerNotice>>) => {
    // pdf.js, once loaded, speaks on the same line.
    if (data.progress) onProgress(data.progress);
  });
  const calls = createClient<WorkerCalls>('background', (message) => {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve, reject) => {
      port1.onmessage = ({ data }) => resolve(data);
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage(message, [port2]);
    });
  });
  return { calls, end: () => worker.terminate() };
}

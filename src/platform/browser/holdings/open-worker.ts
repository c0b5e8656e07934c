/** The worker that reads and writes articles, by its fixed address; our pages start scripts by no other. */
import browser from 'webextension-polyfill';
import type { ImportJob } from '../../../library/holdings/import-job.ts';
import { type Client, createClient } from '../../../protocol/client.ts';
import type { WorkerCalls } from './worker-calls.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const WORKER = '/importing.js';

let address: string | null = null;

/** `require-trusted-types-for` refuses plain addresses; a policy of this name can be made only once. */
function workerAddress(): string {
  const url = browser.runtime.getURL(WORKER);
  // TypeScript's DOM library does not know them; Firefox has them since 148.
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return (
    trustedTypes?.createPolicy('import-worker', { createScriptURL: () => url }).createScriptURL('') ?? url
  );
}

export interface ImportWorker {
  readonly calls: Client<WorkerCalls>;
  end(): void;
}

/** `onProgress` hears of every batch that is on disk. A worker that breaks down fails the calls under way. */
export function openImportWorker(onProgress: (job: ImportJob) => void = () => undefined): ImportWorker {
  address ??= workerAddress();
  const worker = new Worker(address);
  worker.addEventListener('message', ({ data }: MessageEvent<ImportJob>) => onProgress(data));
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

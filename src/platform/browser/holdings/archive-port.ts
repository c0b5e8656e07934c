/** The Archive page's door, over the database that it shares with the background. */
import { type ArchivePagePorts, createArchiveHandlers } from '../../../library/holdings/archive-calls.ts';
import { checkBackup, restoreBackup, writeBackup } from '../../../library/holdings/backup.ts';
import type { HoldingsStore } from '../../../library/holdings/holdings-store.ts';
import { isSharePack, PACK_HEAD_BYTES } from '../../../library/holdings/tell-share-pack.ts';
import type { ArchiveCalls } from '../../../protocol/archive-calls.ts';
import { createClient } from '../../../protocol/client.ts';
import { answerCall } from '../../../protocol/server.ts';
import { fail, type Result, succeed } from '../../../text/result.ts';
import type { ArchivePort } from '../../../ui/archive-port.ts';
import { announce, listen } from '../events.ts';
import { backupReminder, changeBackupDates } from './backup-dates.ts';
import { download } from './download.ts';
import { exportFile } from './export-files.ts';
import { createHoldingsStore } from './holdings-store.ts';
import { createImportDesk } from './import-desk.ts';
import { type HoldingsDatabase, openHoldingsDatabase } from './open-database.ts';
import { type ImportWorker, openImportWorker } from './open-worker.ts';
import { acknowledgePurge, isPurged, rememberHoldings } from './own-archive.ts';
import { createRenewal, renewWhenStale } from './renewal.ts';
import { createSampleArchive } from './sample-archive.ts';

/** How long the window that changed something has for the packs; a worker of ours meanwhile only makes its own wait. */
const OTHERS_TURN_MS = 4_000;

/** Rejects where the browser gives no database. */
export async function createArchivePort(): Promise<ArchivePort> {
  const database = await openHoldingsDatabase();
  const store = createHoldingsStore(database);
  const here = new Set<() => void>();
  const tell = () => {
    announce('holdingsChanged', {});
    for (const listener of here) listener();
  };
  const renew = createRenewal(tell);
  // What a page that closed too early left undone; whoever announces it elsewhere is not heard in this very page.
  void renewWhenStale(renew);
  let looking: ReturnType<typeof setTimeout> | undefined;
  // A window that closed at once may have left the pack behind; one that imports changes something every second, and a
  // worker of ours for each would take the processor from its own.
  const lookAfter = () => {
    clearTimeout(looking);
    looking = setTimeout(() => void renewWhenStale(renew), OTHERS_TURN_MS);
  };
  listen('holdingsChanged', lookAfter, new AbortController().signal);
  const changed = () => {
    tell();
    void rememberHoldings(database).then(renew);
  };
  const handlers = createArchiveHandlers(pagePorts(database, store, changed));
  const calls = createClient<ArchiveCalls>('background', (message) =>
    answerCall(message, null, handlers, null),
  );
  // An import renews the pack itself, at its end, but not where it is stopped.
  const desk = createImportDesk(database, store, () => void rememberHoldings(database).then(tell), renew);
  return {
    calls,
    desk,
    sample: createSampleArchive(calls, desk),
    onChange: (listener, signal) => {
      here.add(listener);
      signal.addEventListener('abort', () => here.delete(listener));
      listen('holdingsChanged', listener, signal);
    },
    backUp: () => told(() => backUp(store)),
    checkBackup: (file) => told(() => checkBackup(() => linesOf(file))),
    restore: (file, mode) =>
      told(async () => {
        const report = await restoreBackup(() => linesOf(file), mode, store, new Date().toISOString());
        changed();
        return report;
      }),
    exportAs: (format, choice) => told(() => exportFile(format, choice, store)),
    isPack: async (file) => isSharePack(new Uint8Array(await file.slice(0, PACK_HEAD_BYTES).arrayBuffer())),
    examinePack: (file) => inWorker(({ calls }) => calls.examinePack(file)),
    mountPack: async (file, choice) => {
      const mounted = await inWorker(({ calls }) => calls.mountPack({ file, choice }));
      if (mounted.ok) changed();
      return mounted;
    },
    saveText: (name, text, type) => download(name, new Blob([text], { type })),
  };
}

async function inWorker<T>(ask: (worker: ImportWorker) => Promise<Result<T>>): Promise<Result<T>> {
  const worker = openImportWorker();
  const answer = await told(() => ask(worker));
  worker.end();
  return answer;
}

function pagePorts(database: HoldingsDatabase, store: HoldingsStore, changed: () => void): ArchivePagePorts {
  return {
    store,
    storage: async () => {
      const [{ usage, quota }, isPersistent] = await Promise.all([
        navigator.storage.estimate(),
        navigator.storage.persisted(),
      ]);
      return { usedBytes: usage ?? null, quotaBytes: quota ?? null, isPersistent };
    },
    persist: async () => {
      await navigator.storage.persist();
    },
    reminder: backupReminder,
    isPurged: () => isPurged(database),
    acknowledgePurge: () => acknowledgePurge(database),
    changed,
    now: () => new Date().toISOString(),
  };
}

async function told<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return fail('failed', (error as Error).message);
  }
}

async function backUp(store: HoldingsStore): Promise<Result<string>> {
  const madeAt = new Date().toISOString();
  const encoder = new TextEncoder();
  const lines = writeBackup(store, madeAt);
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  const name = `backstory-${madeAt.slice(0, 10)}.backstory.gz`;
  download(name, await new Response(stream.pipeThrough(new CompressionStream('gzip'))).blob());
  await changeBackupDates({ lastBackup: madeAt });
  return succeed(name);
}

/** Lines of a backup, compressed or not. */
async function* linesOf(file: File): AsyncGenerator<string> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = magic[0] === 0x1f && magic[1] === 0x8b;
  const bytes = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Imports begun, watched and ended from the Archive page: files copied into the database, one worker at work. */
import { toImportView } from '../../../library/holdings/archive-calls.ts';
import type { JobId } from '../../../library/holdings/holding.ts';
import type { HoldingsStore } from '../../../library/holdings/holdings-store.ts';
import { type ImportJob, type ImportProgress, NO_COUNTS } from '../../../library/holdings/import-job.ts';
import { pastedFile } from '../../../library/holdings/pasted-file.ts';
import { previewTable } from '../../../library/holdings/preview-table.ts';
import type { ImportView } from '../../../protocol/archive-calls.ts';
import { fail, type Result, succeed } from '../../../text/result.ts';
import type { ImportDesk, ImportSource } from '../../../ui/import-desk.ts';
import { explainWrite } from './explain-write.ts';
import type { HoldingsDatabase } from './open-database.ts';
import { type ImportWorker, openImportWorker } from './open-worker.ts';

interface Running {
  readonly worker: ImportWorker;
  /** Resolves when the worker has written its last. */
  readonly ended: Promise<void>;
}

export function createImportDesk(
  database: HoldingsDatabase,
  store: HoldingsStore,
  changed: () => void,
  renew: () => void,
): ImportDesk {
  const running = new Map<string, Running>();
  const listeners = new Set<(job: ImportView) => void>();
  const tell = (job: ImportJob, progress?: ImportProgress) => {
    changed();
    for (const listener of listeners) listener(toImportView(job, progress));
  };
  const settle = async (job: JobId, result: Result<ImportJob>) => {
    running.delete(job);
    const held = await readJob(store, job);
    if (!held) return;
    if (held.state === 'done') await dropFiles(database, held);
    // Ended, or stopped by another window: whatever befell the worker after that is no news.
    if (result.ok || result.error.code === 'stale' || held.state !== 'running') return tell(held);
    // A full disk may refuse even this; the reader is told all the same, and a later visit takes the import up.
    const paused: ImportJob = { ...held, state: 'paused', reason: result.error.message };
    await write(store, paused);
    tell(paused);
  };
  const run = (job: JobId) => {
    const worker = openImportWorker((progress) => tell(progress.job, progress));
    const ended = worker.calls.runImport({ job }).then((result) => {
      worker.end();
      return settle(job, result);
    });
    running.set(job, { worker, ended });
  };
  const stop = async (job: string) => {
    const one = running.get(job);
    await one?.worker.calls.stopImport({});
    await one?.ended;
  };
  const begin: ImportDesk['begin'] = async (sources, versions) => {
    const job = newJob(sources, versions);
    const copied = await copyFiles(database, job, sources);
    if (!copied.ok) return copied;
    run(job.id);
    return succeed(toImportView(job));
  };
  // Imports that were under way when the page or the browser was closed, and files of those that had just ended.
  void store.jobs().then((jobs) => {
    for (const job of jobs) {
      if (job.state === 'running' && !running.has(job.id)) run(job.id);
      if (job.state === 'done' || job.state === 'cancelled') void dropFiles(database, job);
    }
  });
  return {
    previewTable: async (file) =>
      TABLE.test(file.name)
        ? previewTable(new Uint8Array(await file.slice(0, PREVIEWED_BYTES).arrayBuffer()))
        : null,
    begin,
    beginText: async (text, versions) => {
      const pasted = pastedFile(text, new Date().toISOString().slice(0, 19).replaceAll(':', '-'));
      if (pasted === null) return fail('bad-request', 'There is no text to add.');
      const { name } = pasted;
      return begin([{ name, file: new File([pasted.text], name), columns: null }], versions);
    },
    pause: async (id) => {
      await stop(id);
      const paused = await changeJob(
        store,
        id,
        (job) => (job.state === 'running' ? { ...job, state: 'paused' } : job),
        tell,
      );
      renew();
      return paused;
    },
    resume: async (id) => {
      const resumed = await changeJob(store, id, (job) => ({ ...job, state: 'running', reason: null }), tell);
      if (resumed.ok && !running.has(id)) run(id as JobId);
      return resumed;
    },
    cancel: async (id) => {
      await stop(id);
      const job = await readJob(store, id);
      if (!job) return fail('not-found', 'There is no such import.');
      const undone = await store.undoJob(job.id);
      if (!undone.ok) return undone;
      await dropFiles(database, job);
      tell({ ...job, state: 'cancelled', reason: null, counts: NO_COUNTS });
      renew();
      return succeed(null);
    },
    onProgress: (listener, signal) => {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}

const TABLE = /\.(?:csv|tsv|tab)$/i;
const PREVIEWED_BYTES = 65_536;

function newJob(sources: readonly ImportSource[], versions: ImportJob['versions']): ImportJob {
  return {
    id: crypto.randomUUID() as string as JobId,
    startedAt: new Date().toISOString(),
    files: sources.map(({ name, file, columns }) => ({ name, bytes: file.size, columns })),
    ...{ cursor: { file: 0, outcome: 0 }, state: 'running', reason: null, counts: NO_COUNTS, versions },
  };
}

/** The job and its files together, or nothing. */
async function copyFiles(
  database: HoldingsDatabase,
  job: ImportJob,
  sources: readonly ImportSource[],
): Promise<Result<null>> {
  const writing = database.transaction(['jobs', 'files'], 'readwrite');
  try {
    await writing.objectStore('jobs').put(job);
    for (const [at, { file }] of sources.entries())
      await writing.objectStore('files').put(file, [job.id, at]);
    await writing.done;
    return succeed(null);
  } catch (error) {
    await writing.done.catch(() => undefined);
    return explainWrite(error, {
      full: 'The browser has no room for these files. Nothing was imported; free some space and try again.',
      failed: 'These files could not be taken in: ',
    });
  }
}

async function dropFiles(database: HoldingsDatabase, { id, files }: ImportJob): Promise<void> {
  await database.delete('files', IDBKeyRange.bound([id, 0], [id, files.length]));
}

async function readJob(store: HoldingsStore, id: string): Promise<ImportJob | null> {
  return (await store.jobs()).find((job) => job.id === id) ?? null;
}

async function changeJob(
  store: HoldingsStore,
  id: string,
  change: (job: ImportJob) => ImportJob,
  tell: (job: ImportJob) => void,
): Promise<Result<null>> {
  const job = await readJob(store, id);
  if (!job) return fail('not-found', 'There is no such import.');
  const changed = change(job);
  const written = await write(store, changed);
  if (written.ok) tell(changed);
  return written;
}

function write(store: HoldingsStore, job: ImportJob): Promise<Result<null>> {
  return store.commit({ job });
}

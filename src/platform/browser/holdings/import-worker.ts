/**
 * The thread that reads files and pages and writes articles. It runs beside our pages, whose typing and scrolling never
 * wait for it, and dies with them; the cursor on disk says where the next one goes on.
 */

import { zipSync } from 'fflate';
import type { Article } from '../../../archive/article.ts';
import { pageFileName } from '../../../archive/site.ts';
import type { CaptureContext, CaptureOutcome, ColumnChoice } from '../../../capture/capture-outcome.ts';
import { captureFile } from '../../../capture/formats.ts';
import { parseDocument } from '../../../capture/html/parse-document.ts';
import { captureHeld } from '../../../library/holdings/capture-held.ts';
import { importArticles } from '../../../library/holdings/import-articles.ts';
import type { ImportJob, ImportProgress } from '../../../library/holdings/import-job.ts';
import { examinePack, mountPack } from '../../../library/holdings/mount-pack.ts';
import { previewArticle, saveArticle, undoSave } from '../../../library/holdings/save-article.ts';
import { sharePack } from '../../../library/holdings/share-pack.ts';
import type { Argument } from '../../../protocol/calls.ts';
import type { CallMessage } from '../../../protocol/client.ts';
import { answerCall, type Handlers } from '../../../protocol/server.ts';
import { fail, type Result, succeed } from '../../../text/result.ts';
import { loadRecogniser } from '../name-tagger.ts';
import { chosenArticles } from './chosen-articles.ts';
import { readyForYoung, renewPack } from './combined-pack.ts';
import { createHoldingsStore } from './holdings-store.ts';
import { loadPdf } from './load-pdf.ts';
import { IMPORT_LOCK, PACK_LOCK } from './locks.ts';
import { type HoldingsDatabase, openHoldingsDatabase } from './open-database.ts';
import type { CapturedPage, WorkerCalls, WorkerNotice } from './worker-calls.ts';

/** What a dedicated worker's global is to us; the types of pages and of workers cannot stand in one program. */
interface WorkerScope {
  postMessage(notice: WorkerNotice): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<CallMessage>) => void): void;
}

type Progressed = (progress: ImportProgress) => void;

export function startImportWorker(scope: WorkerScope): void {
  const handlers = createWorkerHandlers((progress) => scope.postMessage({ progress }));
  scope.addEventListener('message', ({ data, ports: [reply] }) => {
    // pdf.js, once loaded, speaks on the same line; its messages bring no port.
    if (!reply) return;
    void answerCall(data, null, handlers, null).then((result) => reply.postMessage(result));
  });
}

function createWorkerHandlers(progressed: Progressed): Handlers<WorkerCalls, null> {
  const stopping = new AbortController();
  const mayGoOn = () => !stopping.signal.aborted;
  let captured: Article | null = null;
  return {
    runImport: async ({ job }) => {
      const ended = await locked(
        IMPORT_LOCK,
        (database) => runImport(database, job, mayGoOn, progressed),
        stopping.signal,
      );
      // Whoever stopped it waits for this answer, not for the index of what may be taken back.
      if (mayGoOn()) await locked(PACK_LOCK, renewPack);
      return ended;
    },
    stopImport: () => {
      stopping.abort();
      return succeed(null);
    },
    renewPack: () => locked(PACK_LOCK, renewPack),
    // Without the lock: it only reads, and an import may be long.
    packArticles: async (which) => packArticles(await openHoldingsDatabase(), which),
    examinePack: async (file) => {
      const { packs } = createHoldingsStore(await openHoldingsDatabase());
      return examinePack(toPackFile(file), packs, new Date().toISOString());
    },
    mountPack: ({ file, choice }) =>
      locked(IMPORT_LOCK, (database) => {
        const { packs } = createHoldingsStore(database);
        return mountPack(toPackFile(file), choice, packs, new Date().toISOString());
      }),
    capturePage: async (page) => {
      const outcome = await capturePage(page);
      if (!outcome.ok) return fail('bad-request', outcome.reason);
      captured = outcome.article;
      const database = await openHoldingsDatabase();
      const preview = await previewArticle(captured, createHoldingsStore(database));
      // Behind the answer; what fails here fails again, and is told, when the pack is made.
      setTimeout(() => void readyForYoung(database).catch(() => undefined));
      return succeed(preview);
    },
    saveCaptured: async (choice) => {
      if (!captured) return fail('not-found', 'No page was captured.');
      const store = createHoldingsStore(await openHoldingsDatabase());
      return saveArticle(captured, choice, store, new Date().toISOString());
    },
    undoSave: async (receipt) => undoSave(receipt, createHoldingsStore(await openHoldingsDatabase())),
  };
}

/** Stopped while another window has the lock, it waits no longer. */
async function locked<T>(
  lock: string,
  work: (database: HoldingsDatabase) => Promise<Result<T>>,
  signal?: AbortSignal,
): Promise<Result<T>> {
  const begin = async () => work(await openHoldingsDatabase());
  try {
    return await navigator.locks.request(lock, signal ? { signal } : {}, begin);
  } catch (error) {
    if (signal?.aborted && (error as Error).name === 'AbortError')
      return fail('stale', 'Stopped before its turn.');
    throw error;
  }
}

/** Bytes between two words about how far a file is: a few a second. */
const TOLD_BYTES = 4_000_000;

async function runImport(
  database: HoldingsDatabase,
  id: string,
  mayGoOn: () => boolean,
  progressed: Progressed,
): Promise<Result<ImportJob>> {
  const job = await database.get('jobs', id);
  if (!job) return fail('not-found', 'There is no such import.');
  if (job.state !== 'running') return succeed(job);
  let current = job;
  let bytesRead = 0;
  const tell = (isIndexing = false) => progressed({ job: current, bytesRead, isIndexing });
  const ended = await importArticles(job, {
    store: createHoldingsStore(database),
    read: (file) => {
      bytesRead = 0;
      return readFile(database, job, file, (read) => {
        const isNews = Math.floor(read / TOLD_BYTES) > Math.floor(bytesRead / TOLD_BYTES);
        bytesRead = read;
        if (isNews) tell();
      });
    },
    mayGoOn,
    progressed: (after) => {
      current = after;
      tell();
    },
    now: () => new Date().toISOString(),
  });
  if (mayGoOn()) tell(true);
  return ended;
}

function contextOf(file: string, columns: ColumnChoice | null = null): CaptureContext {
  const context = {
    file,
    collection: 'yours',
    capturedAt: null,
    sidecar: null,
    parseDocument,
    loadPdf,
  } as const;
  return columns === null ? context : { ...context, columns };
}

async function* readFile(
  database: HoldingsDatabase,
  job: ImportJob,
  file: number,
  onBytes: (read: number) => void,
) {
  const blob = await database.get('files', [job.id, file]);
  const { name, columns } = job.files[file] ?? { name: '', columns: null };
  if (blob) yield* captureHeld(bytesOf(blob, onBytes), contextOf(name, columns));
}

async function* bytesOf(
  blob: Blob,
  onBytes: (read: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = blob.stream().getReader();
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.length;
    onBytes(bytes);
    yield read.value;
  }
}

const toPackFile = (file: File) => ({ name: file.name, bytes: bytesOf(file, () => undefined) });

async function packArticles(
  database: HoldingsDatabase,
  { articleIds, name }: Argument<WorkerCalls, 'packArticles'>,
): Promise<Result<Blob>> {
  const articles: Article[] = [];
  for await (const article of chosenArticles(createHoldingsStore(database), articleIds))
    articles.push(article);
  if (articles.length === 0) return fail('not-found', 'There is no article to share.');
  const about = { name, madeAt: new Date().toISOString() };
  const files = await sharePack(articles, await loadRecogniser(), about);
  return succeed(new Blob([zipSync(Object.fromEntries(files)) as Uint8Array<ArrayBuffer>]));
}

/** One page is one article, or one refusal. */
async function capturePage({ html, url, capturedAt }: CapturedPage): Promise<CaptureOutcome> {
  const bytes = new TextEncoder().encode(html);
  const file = pageFileName(url) ?? 'page.html';
  const context = { ...contextOf(file), capturedAt, capturedFrom: url };
  for await (const outcome of captureFile(bytes, context)) return outcome;
  return { ok: false, file, code: 'empty', reason: 'The page is empty.' };
}

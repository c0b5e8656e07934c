/**
 * The thread that reads files and pages and writes articles. It runs beside our pages, whose typing and scrolling never
 * wait for it, and dies with them; the cursor on disk says where the next one goes on.
 */
import type { Article } from '../../../archive/article.ts';
import type { CaptureContext, CaptureOutcome } from '../../../capture/capture-outcome.ts';
import { captureFile } from '../../../capture/formats.ts';
import { parseDocument } from '../../../capture/html/parse-document.ts';
import { importArticles } from '../../../library/holdings/import-articles.ts';
import type { ImportJob } from '../../../library/holdings/import-job.ts';
import { previewArticle, saveArticle, undoSave } from '../../../library/holdings/save-article.ts';
import type { CallMessage } from '../../../protocol/client.ts';
import { answerCall, type Handlers } from '../../../protocol/server.ts';
import { fail, type Result, succeed } from '../../../text/result.ts';
import { renewPack } from './combined-pack.ts';
import { createHoldingsStore } from './holdings-store.ts';
import { loadPdf } from './load-pdf.ts';
import { type HoldingsDatabase, openHoldingsDatabase } from './open-database.ts';
import type { CapturedPage, ImportProgress, WorkerCalls } from './worker-calls.ts';

/** Only one import writes at a time, whichever window it runs in. */
const IMPORT_LOCK = 'backstory-import';

/** What a dedicated worker's global is to us; the types of pages and of workers cannot stand in one program. */
interface WorkerScope {
  postMessage(progress: ImportProgress): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<CallMessage>) => void): void;
}

export function startImportWorker(scope: WorkerScope): void {
  const handlers = createWorkerHandlers((progress) => scope.postMessage({ progress }));
  scope.addEventListener('message', ({ data, ports: [reply] }) => {
    // pdf.js, once loaded, speaks on the same line; its messages bring no port.
    if (!reply) return;
    void answerCall(data, null, handlers, null).then((result) => reply.postMessage(result));
  });
}

function createWorkerHandlers(progressed: (job: ImportJob) => void): Handlers<WorkerCalls, null> {
  let mayGoOn = true;
  let captured: Article | null = null;
  return {
    runImport: ({ job }) => locked((database) => runImport(database, job, () => mayGoOn, progressed)),
    stopImport: () => {
      mayGoOn = false;
      return succeed(null);
    },
    renewPack: () => locked(renewPack),
    capturePage: async (page) => {
      const outcome = await capturePage(page);
      if (!outcome.ok) return fail('bad-request', outcome.reason);
      captured = outcome.article;
      const database = await openHoldingsDatabase();
      return succeed(await previewArticle(captured, createHoldingsStore(database)));
    },
    saveCaptured: (choice) =>
      locked(async (database) => {
        if (!captured) return fail('not-found', 'No page was captured.');
        return saveArticle(captured, choice, createHoldingsStore(database), new Date().toISOString());
      }),
    undoSave: (receipt) => locked((database) => undoSave(receipt, createHoldingsStore(database))),
  };
}

function locked<T>(work: (database: HoldingsDatabase) => Promise<Result<T>>): Promise<Result<T>> {
  return navigator.locks.request(IMPORT_LOCK, async () => work(await openHoldingsDatabase()));
}

async function runImport(
  database: HoldingsDatabase,
  id: string,
  mayGoOn: () => boolean,
  progressed: (job: ImportJob) => void,
): Promise<Result<ImportJob>> {
  const job = await database.get('jobs', id);
  if (!job) return fail('not-found', 'There is no such import.');
  if (job.state !== 'running') return succeed(job);
  const ended = await importArticles(job, {
    store: createHoldingsStore(database),
    read: (file) => readFile(database, job, file),
    mayGoOn,
    progressed,
    now: () => new Date().toISOString(),
  });
  await renewPack(database);
  return ended;
}

function contextOf(file: string): CaptureContext {
  return { file, collection: 'yours', capturedAt: null, sidecar: null, parseDocument, loadPdf };
}

async function* readFile(database: HoldingsDatabase, job: ImportJob, file: number) {
  const blob = await database.get('files', [job.id, file]);
  if (blob) yield* captureFile(bytesOf(blob), contextOf(job.files[file]?.name ?? ''));
}

async function* bytesOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = blob.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

/** One page is one article, or one refusal. */
async function capturePage({ html, url, capturedAt }: CapturedPage): Promise<CaptureOutcome> {
  const bytes = new TextEncoder().encode(html);
  const file = `${new URL(url).hostname}.html`;
  const context = { ...contextOf(file), capturedAt, capturedFrom: url };
  for await (const outcome of captureFile(bytes, context)) return outcome;
  return { ok: false, file, code: 'empty', reason: 'The page is empty.' };
}

/**
 * An import, from its cursor to its end, in batches that are each written whole or not at all.
 *
 * The naive version reads everything, then writes everything: memory grows with the file, and a closed page loses it
 * all. Here a batch's articles, the cursor behind them and the report go into one transaction; whoever runs the import
 * next reads the same files again, passes over as many outcomes as the cursor says, and goes on. Files give the same
 * outcomes in the same order each time, because capture is a pure function of bytes.
 */
import type { ArticleId } from '../../archive/article.ts';
import type { CaptureOutcome } from '../../capture/capture-outcome.ts';
import { type Result, succeed } from '../../text/result.ts';
import { holdArticle, isHeld } from './hold-article.ts';
import type { HeldArticle, HoldingsStore } from './holdings-store.ts';
import type { ImportJob, JobCounts, ReportLine } from './import-job.ts';

export interface ImportPorts {
  readonly store: HoldingsStore;
  /** What file number `file` of the job gives; the same on every call. */
  read(file: number): AsyncIterable<CaptureOutcome>;
  /** Asked between articles: false to stop here and keep what is done. */
  mayGoOn(): boolean;
  /** Told after every batch, with what is now on disk. */
  progressed(job: ImportJob): void;
  /** ISO 8601. */
  now(): string;
}

/** Articles a transaction; larger ones are little faster, and a stop then repeats more work. */
const BATCH_ARTICLES = 40;
/** A batch of few long articles closes early, so that a phone holds no more than this. */
const BATCH_UNITS = 2_000_000;

interface Batch {
  readonly put: HeldArticle[];
  /** Older versions that the reader chose to replace. */
  readonly remove: ArticleId[];
  readonly report: ReportLine[];
  units: number;
  counts: JobCounts;
}

/** The job as it stands when this run ends: done, stopped where `mayGoOn` said so, or paused with its reason. */
export async function importArticles(job: ImportJob, ports: ImportPorts): Promise<Result<ImportJob>> {
  let current = job;
  for (let file = job.cursor.file; file < job.files.length; file++) {
    const from = file === job.cursor.file ? job.cursor.outcome : 0;
    const result = await importFile(current, file, from, ports);
    if (!result.ok) return result;
    current = result.value;
    if (current.state !== 'running' || current.cursor.file === file) return succeed(current);
  }
  return commit({ ...current, state: 'done' }, emptyBatch(current), ports);
}

/** Ends with the cursor behind the file, or inside it where `mayGoOn` said no. */
async function importFile(
  job: ImportJob,
  file: number,
  from: number,
  ports: ImportPorts,
): Promise<Result<ImportJob>> {
  let current = job;
  let batch = emptyBatch(job);
  let outcome = 0;
  for await (const found of ports.read(file)) {
    if (outcome++ < from) continue;
    await take(found, batch, current, ports);
    const mayGoOn = ports.mayGoOn();
    if (mayGoOn && batch.put.length < BATCH_ARTICLES && batch.units < BATCH_UNITS) continue;
    const written = await commit({ ...current, cursor: { file, outcome } }, batch, ports);
    if (!written.ok || written.value.state !== 'running' || !mayGoOn) return written;
    current = written.value;
    batch = emptyBatch(current);
  }
  return commit({ ...current, cursor: { file: file + 1, outcome: 0 } }, batch, ports);
}

function emptyBatch({ counts }: ImportJob): Batch {
  return { put: [], remove: [], report: [], units: 0, counts };
}

/** Writes the batch with the job, unless somebody has stopped it; a full disk pauses the job where it was before the batch, and says so. */
async function commit(job: ImportJob, batch: Batch, ports: ImportPorts): Promise<Result<ImportJob>> {
  const after: ImportJob = { ...job, counts: batch.counts };
  const { put, remove, report } = batch;
  const written = await ports.store.commit({ put, remove, report, job: after, isStep: true });
  if (!written.ok) return written;
  ports.progressed(after);
  return succeed(after);
}

async function take(found: CaptureOutcome, batch: Batch, job: ImportJob, ports: ImportPorts): Promise<void> {
  if (!found.ok) {
    const { file, line, reason } = found;
    note(batch, { job: job.id, file, line: line ?? null, outcome: 'rejected', articleId: null, reason });
    return;
  }
  const { article } = found;
  const { file } = article.provenance;
  const line = (outcome: ReportLine['outcome'], reason: string | null = null): ReportLine => ({
    ...{ job: job.id, file, line: null, outcome, articleId: article.id, reason },
  });
  const isWaiting = batch.put.some(({ holding }) => holding.id === article.id);
  if (isWaiting || (await isHeld(article, ports.store))) return note(batch, line('duplicate'));
  const pending = batch.put.map(({ holding }) => holding);
  const holding = await holdArticle(article, { job: job.id, addedAt: ports.now(), pending }, ports.store);
  batch.put.push({ holding, articleBody: article.articleBody });
  const { versionOf } = holding;
  if (versionOf !== null && job.versions === 'replace') batch.remove.push(versionOf);
  batch.units += article.articleBody.length;
  note(batch, line(versionOf ? 'updated' : holding.reprintOf ? 'reprint' : 'added'));
}

const COUNTED = {
  added: 'added',
  updated: 'updated',
  duplicate: 'duplicates',
  reprint: 'reprints',
  rejected: 'rejected',
} as const;

function note(batch: Batch, line: ReportLine): void {
  batch.report.push(line);
  const counted = COUNTED[line.outcome];
  batch.counts = { ...batch.counts, [counted]: batch.counts[counted] + 1 };
}

/** One import: what it reads, how far it is, what became of each file. Kept on disk so that it outlives the page that runs it. */
import type { ArticleId } from '../../archive/article.ts';
import type { ColumnChoice } from '../../capture/capture-outcome.ts';
import type { JobId } from './holding.ts';

type JobState =
  | 'running' // somebody is at it, or was when the browser stopped: it may be taken up
  | 'paused' // by the reader, or because the disk is full (`reason`)
  | 'done'
  | 'cancelled';

export interface JobCounts {
  readonly added: number;
  readonly updated: number;
  /** Held already, word for word: nothing was written. */
  readonly duplicates: number;
  /** Added, and linked to an article with nearly the same text. */
  readonly reprints: number;
  readonly rejected: number;
}

export const NO_COUNTS: JobCounts = { added: 0, updated: 0, duplicates: 0, reprints: 0, rejected: 0 };

interface JobFile {
  readonly name: string;
  readonly bytes: number;
  /** Of a table: which column the reader said holds what; null to guess. */
  readonly columns: ColumnChoice | null;
}

/** How far the run is beyond what is on disk: for a reader who waits, never for the one who goes on. */
export interface ImportProgress {
  readonly job: ImportJob;
  /** Of the file that is being read. */
  readonly bytesRead: number;
  /** Everything is read and kept; index and names are being made. */
  readonly isIndexing: boolean;
}

export interface ImportJob {
  readonly id: JobId;
  readonly startedAt: string;
  readonly files: readonly JobFile[];
  /** The next outcome to be taken: of which file, and its place in what that file gives. */
  readonly cursor: { readonly file: number; readonly outcome: number };
  readonly state: JobState;
  /** Why it stands still, in a sentence; null when it does not. */
  readonly reason: string | null;
  readonly counts: JobCounts;
  /** What to do with a text that is held already under another version of the same address. */
  readonly versions: 'replace' | 'keep-both';
}

/** One line of the report at the end. */
export interface ReportLine {
  readonly job: JobId;
  readonly file: string;
  /** 1-based, in files that hold many articles; null otherwise. */
  readonly line: number | null;
  readonly outcome: 'added' | 'updated' | 'duplicate' | 'reprint' | 'rejected';
  readonly articleId: ArticleId | null;
  /** A refusal's reason, or null. */
  readonly reason: string | null;
}

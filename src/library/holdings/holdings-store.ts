/**
 * Where the reader's own archive lies, as the use cases see it. platform/browser/ keeps it in IndexedDB, tests in memory.
 *
 * Two rules hold it together. What belongs together is written in one transaction: the rows of an import's batch, its
 * cursor and its report (TRUST R9), so that a death at any point loses and doubles nothing. And every change of an
 * article leaves an entry in the journal, from which index, names and fingerprints follow at their own pace: they are
 * caches, the articles are the truth.
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import type { MountedPack } from '../../archive/mounted-pack.ts';
import type { Correction } from '../../entities/correction.ts';
import type { Result } from '../../text/result.ts';
import type { Holding, JobId } from './holding.ts';
import type { ImportJob, ReportLine } from './import-job.ts';
import type { PackShelf } from './pack-shelf.ts';

/** One step of the archive's life; `sequence` counts up and is never used twice. */
export interface JournalEntry {
  readonly sequence: number;
  readonly kind: 'put' | 'removed';
  readonly id: ArticleId;
}

/** One decision about names; `sequence` gives their order and names it when it is undone. */
export interface HeldCorrection {
  readonly sequence: number;
  readonly correction: Correction;
  /** ISO 8601 with time. */
  readonly madeAt: string;
}

export interface HeldArticle {
  readonly holding: Holding;
  readonly articleBody: string;
}

/** A row as it lies on the disk, believed in nothing. */
export interface StoredRow {
  readonly id: ArticleId;
  /** Null when there is none. */
  readonly holding: unknown;
  /** Null when there is none. */
  readonly articleBody: unknown;
  /** False when the holding is not the one that was written. */
  readonly isSealed: boolean;
  /** False when the browser failed to give it. */
  readonly isReadable: boolean;
}

/** An article that failed its check, kept as it was found. */
export interface SetAside {
  readonly id: ArticleId;
  readonly reason: string;
  readonly holding: unknown;
  readonly articleBody: unknown;
}

/** What a restored backup took the place of: the articles wait in the bin, the decisions here. */
export interface Replaced {
  /** ISO 8601 with time. */
  readonly at: string;
  readonly articleIds: readonly ArticleId[];
  readonly corrections: readonly Omit<HeldCorrection, 'sequence'>[];
  /** As they were, the loaded and the removed. */
  readonly packs: readonly MountedPack[];
  /** False while the backup is being read, and for ever when that was broken off. */
  readonly isDone: boolean;
}

/** Everything one transaction writes; parts left out are not touched. */
export interface HoldingsChange {
  readonly put?: readonly HeldArticle[];
  /** Moves them to the bin, from which `restore` brings them back. */
  readonly remove?: readonly ArticleId[];
  /** Out of the archive, kept as they were found. */
  readonly setAside?: readonly SetAside[];
  /** Out of the bin. */
  readonly restore?: readonly ArticleId[];
  /** In this order, after those that are held. */
  readonly decide?: readonly Omit<HeldCorrection, 'sequence'>[];
  /** Corrections taken back, by their sequence. */
  readonly undecide?: readonly number[];
  /** With `isStep` it is written only while nobody has paused or cancelled the job, in this window or another. */
  readonly job?: ImportJob;
  readonly isStep?: boolean;
  readonly report?: readonly ReportLine[];
  /** Null: it was taken back. */
  readonly replaced?: Replaced | null;
}

export interface HoldingsStore {
  /** What others made and the reader loaded, apart from the reader's articles. */
  readonly packs: PackShelf;
  /** All or nothing; fails with `disk-full` when there is no room, with `stale` for a step of a job that runs no more. */
  commit(change: HoldingsChange): Promise<Result<null>>;
  holding(id: ArticleId): Promise<Holding | null>;
  /** Null where not held, or in the bin. */
  article(id: ArticleId): Promise<Article | null>;
  /** All holdings without their texts, newest added first. */
  holdings(): Promise<readonly Holding[]>;
  /** In id order, one by one: memory does not grow with the archive. */
  articles(): AsyncIterable<HeldArticle>;
  holdingsAt(url: string): Promise<readonly Holding[]>;
  /** Those that share a band of {@link sketchBands}. */
  holdingsWithBands(bands: readonly string[]): Promise<readonly Holding[]>;
  /** In the order they were made. */
  corrections(): Promise<readonly HeldCorrection[]>;
  /** What was removed and can be restored, newest removal last. */
  bin(): Promise<readonly Holding[]>;
  /** With it goes what could be taken back of a restore. */
  emptyBin(): Promise<Result<null>>;
  /** Null when nothing was replaced, or nothing of it is left. */
  replaced(): Promise<Replaced | null>;
  jobs(): Promise<readonly ImportJob[]>;
  report(job: JobId): Promise<readonly ReportLine[]>;
  /** Brings back what was there before the import's first batch: its articles go, what it replaced returns. */
  undoJob(job: JobId): Promise<Result<null>>;
  /** Entries after `sequence`, oldest first, at most `limit`. */
  journal(after: number, limit: number): Promise<readonly JournalEntry[]>;
  /** The sequence of the journal's last entry; 0 while there is none. */
  newestEntry(): Promise<number>;
  count(): Promise<number>;
  /** Every row and every text, also those that belong to nothing, whether they can be read or not. */
  storedRows(): AsyncIterable<StoredRow>;
  /** Cheap, unlike the lists themselves. `texts` differs from `articles` when something was lost. */
  counts(): Promise<{
    readonly articles: number;
    readonly texts: number;
    readonly inBin: number;
    readonly setAside: number;
  }>;
  setAside(): Promise<readonly SetAside[]>;
}

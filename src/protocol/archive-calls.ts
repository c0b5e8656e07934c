/**
 * What the Archive page does with the reader's own articles. It shares the database with the background, so these calls
 * are answered in the page itself: ten thousand rows never travel as a message. Names and search stay with the
 * background (`PanelCalls`), which hears of every change through `holdingsChanged`.
 */
import type { ArticleId } from '../archive/article.ts';
import type { MountedPack } from '../archive/mounted-pack.ts';
import type { ColumnChoice } from '../capture/capture-outcome.ts';
import type { Correction } from '../entities/correction.ts';
import type { EntityId, EntityType } from '../entities/entity.ts';
import type { IsoDate } from '../text/iso-date.ts';

/** One row of the table: no text of the article. */
export interface HoldingView {
  readonly articleId: ArticleId;
  readonly headline: string | null;
  readonly author: readonly string[];
  readonly publisher: string | null;
  /** Told where no outlet is printed. */
  readonly site: string | null;
  readonly datePublished: IsoDate | null;
  readonly language: string | null;
  readonly url: string | null;
  /** Words. */
  readonly length: number;
  /** ISO 8601 with time. */
  readonly addedAt: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly note: string | null;
  /** Fields that the reader set right, with what was captured. */
  readonly curated: Readonly<Record<string, string | null>>;
  readonly reprintOf: ArticleId | null;
  readonly versionOf: ArticleId | null;
  readonly file: string;
}

/** Fields the reader may set right; null is "not printed". Fields left out stay as they are. */
export interface HoldingEdit {
  readonly headline?: string | null;
  readonly author?: readonly string[];
  readonly publisher?: string | null;
  /** EDTF level 0. */
  readonly datePublished?: string | null;
  readonly url?: string | null;
  readonly note?: string | null;
}

export interface ImportView {
  readonly job: string;
  readonly startedAt: string;
  readonly state: 'running' | 'paused' | 'done' | 'cancelled';
  /** Why it stands still; null when it does not. */
  readonly reason: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** The file being read, counted from 0; `files.length` at the end. */
  readonly file: number;
  /** Bytes of that file that were read; 0 when nobody is at it. */
  readonly bytesRead: number;
  /** Everything is read and kept; index and names are being made. */
  readonly isIndexing: boolean;
  readonly counts: {
    readonly added: number;
    readonly updated: number;
    readonly duplicates: number;
    readonly reprints: number;
    readonly rejected: number;
  };
}

/** Which column of a table holds what, by the columns' names. */
export type TableColumns = ColumnChoice;

/** A table before it is read. */
export interface TablePreview {
  readonly heading: readonly string[];
  /** The first ones, long cells cut. */
  readonly rows: readonly (readonly string[])[];
  readonly guess: TableColumns;
}

export interface ReportLineView {
  readonly file: string;
  readonly line: number | null;
  readonly outcome: 'added' | 'updated' | 'duplicate' | 'reprint' | 'rejected';
  readonly articleId: ArticleId | null;
  readonly reason: string | null;
}

export interface StorageView {
  readonly articles: number;
  readonly inBin: number;
  /** Loaded packs, without the removed ones. */
  readonly packs: number;
  /** Bytes; null where the browser does not tell. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** False: the browser may clear the archive when the disk runs full. */
  readonly isPersistent: boolean;
  /** ISO 8601; null when none was ever made. */
  readonly lastBackup: string | null;
  /** Days after which a backup is old; null: the reader wants no reminder. */
  readonly remindAfterDays: number | null;
  readonly isBackupDue: boolean;
  /** The browser has cleared the archive: there were articles, and nothing is left of them. */
  readonly isPurged: boolean;
  /** Rows and texts do not fit each other: the archive should be checked. */
  readonly isBroken: boolean;
  /** What a restored backup took the place of, as long as it can be taken back; `isDone` false: it was broken off. */
  readonly replaced: { readonly at: string; readonly articles: number; readonly isDone: boolean } | null;
  /** Articles that failed a check and were set aside. */
  readonly setAside: number;
}

/** What a check of every article found. */
export interface CheckView {
  readonly checked: number;
  readonly damaged: readonly {
    readonly id: ArticleId;
    readonly headline: string | null;
    readonly reason: string;
  }[];
}

/** A pack in a file, before anything of it is loaded. */
export interface PackOffer {
  readonly pack: MountedPack;
  /** The very same articles are loaded; another pack of this name is; neither. */
  readonly standing: 'loaded' | 'other-version' | 'new';
  /** The loaded one; null when it is new. */
  readonly listed: MountedPack | null;
}

/** What becomes of a loaded pack of the same name. */
export type MountChoice = 'replace' | 'beside';

/** What was done, for its undo. */
export interface MountReceipt {
  readonly pack: MountedPack;
  /** The older version that was removed. */
  readonly replaced: MountedPack | null;
}

/** An article of a pack in a list. */
export interface PackArticleView {
  readonly articleId: ArticleId;
  readonly headline: string | null;
  readonly publisher: string | null;
  /** Told where no outlet is printed. */
  readonly site: string | null;
  readonly datePublished: IsoDate | null;
}

export interface CorrectionView {
  readonly sequence: number;
  readonly correction: Correction;
  readonly madeAt: string;
}

/** Decisions about names: from the Archive page, the side panel and the popup. */
export type CorrectionCalls = {
  listCorrections(nothing: Record<string, never>): readonly CorrectionView[];
  /** Answers the sequence with which it is taken back. */
  correctName(correction: Correction): number;
  undoCorrection(which: { readonly sequence: number }): null;
};

export type ArchiveCalls = CorrectionCalls & {
  /** Newest added first. */
  listHoldings(nothing: Record<string, never>): readonly HoldingView[];
  editHolding(edit: { readonly articleId: ArticleId; readonly change: HoldingEdit }): HoldingView;
  /** Adds to and takes from each article's tags and collections. */
  labelHoldings(change: {
    readonly articleIds: readonly ArticleId[];
    readonly field: 'tags' | 'collections';
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }): null;
  /** Moves them to the bin; restoreHoldings is the undo. */
  removeHoldings(which: { readonly articleIds: readonly ArticleId[] }): null;
  restoreHoldings(which: { readonly articleIds: readonly ArticleId[] }): null;
  listBin(nothing: Record<string, never>): readonly HoldingView[];
  emptyBin(nothing: Record<string, never>): null;
  /** Brings back what a restored backup took the place of, articles and decisions. */
  undoReplace(nothing: Record<string, never>): null;
  /** By name; removed ones too. */
  listPacks(nothing: Record<string, never>): readonly MountedPack[];
  /** The first of them, in the order of their dates, newest first. */
  listPackArticles(which: { readonly digest: string; readonly limit: number }): readonly PackArticleView[];
  /** Takes packs out of search and matching, and brings others back; the reverse is the undo. */
  movePacks(change: {
    readonly remove: readonly string[];
    readonly restore: readonly string[];
  }): readonly MountedPack[];
  /** For good. */
  dropPack(which: { readonly digest: string }): null;
  listImports(nothing: Record<string, never>): readonly ImportView[];
  readReport(which: { readonly job: string }): readonly ReportLineView[];
  describeStorage(nothing: Record<string, never>): StorageView;
  /** Asks the browser never to clear the archive by itself. */
  keepStorage(nothing: Record<string, never>): StorageView;
  /** null: never. */
  remindAfter(choice: { readonly days: number | null }): StorageView;
  /** The reader was told that the archive is gone, and begins anew. */
  acknowledgePurge(nothing: Record<string, never>): StorageView;
  /** Proves every article; what fails is set aside. */
  checkArchive(nothing: Record<string, never>): CheckView;
  /** What was set aside, as lines of JSON: for a file, since nothing of it can be relied on. */
  readSetAside(nothing: Record<string, never>): string;
};

/** One name of the archive in the names editor. */
export interface ArchiveNameView {
  readonly entityId: EntityId;
  readonly type: EntityType;
  readonly label: string;
  /** But for the label, each with the outlets that print it. */
  readonly forms: readonly {
    readonly text: string;
    /** An outlet's own term: shown as "called ‘…’ by …". */
    readonly isTerm: boolean;
    /** Most articles first; null is "no outlet printed". Empty where no article prints the form. */
    readonly outlets: readonly (string | null)[];
  }[];
  readonly passageCount: number;
  readonly articleCount: number;
  /** Found in articles by the recogniser; false for a record that somebody wrote. */
  readonly isFound: boolean;
}

/** What saving a page would keep, before anything is kept. */
export interface SavePreview {
  readonly headline: string | null;
  readonly author: readonly string[];
  readonly publisher: string | null;
  /** Told where no outlet is printed. */
  readonly site: string | null;
  readonly datePublished: IsoDate | null;
  readonly language: string | null;
  readonly url: string | null;
  /** Words. */
  readonly length: number;
  /** At most 600 code units of the text. */
  readonly beginning: string;
  /** The very same article is in the archive. */
  readonly isHeld: boolean;
  /** An older text of the same address that is in the archive. */
  readonly versionOf: ArticleId | null;
  readonly reprintOf: ArticleId | null;
}

export interface SaveChoice {
  readonly versions: 'replace' | 'keep-both';
  readonly note: string;
}

/** What was done, for its undo. */
export interface SaveReceipt {
  readonly articleId: ArticleId;
  readonly isNew: boolean;
  /** The older version that went to the bin. */
  readonly replaced: ArticleId | null;
}

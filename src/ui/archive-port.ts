/** The Archive page's own door: the reader's articles, imports, and files that come in and go out. */
import type {
  ArchiveCalls,
  ImportView,
  MountChoice,
  MountReceipt,
  PackOffer,
} from '../protocol/archive-calls.ts';
import type { Client } from '../protocol/client.ts';
import type { Result } from '../text/result.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ArticleId } from './nouns.ts';

export type ExportFormat = 'jsonl' | 'csv' | 'markdown' | 'html' | 'wacz' | 'pack';

export interface ExportChoice {
  /** Null: all. */
  readonly articleIds: readonly ArticleId[] | null;
  /** What a pack of them is called. */
  readonly title: string;
}

export interface BackupFacts {
  /** ISO 8601. */
  readonly madeAt: string;
  readonly articles: number;
  readonly corrections: number;
  readonly packs: number;
}

interface RestoreReport {
  readonly restored: number;
  /** Held already, and left as they are. */
  readonly kept: number;
  readonly corrections: number;
}

/** The invented articles that ship with the package, for trying things on. */
export interface SampleArchive {
  /** Those of them that are in the archive. */
  held(): Promise<Result<readonly ArticleId[]>>;
  /** An import like any other; what the bin holds of them comes back. */
  add(): Promise<Result<ImportView>>;
}

export interface ArchivePort {
  readonly calls: Client<ArchiveCalls>;
  readonly desk: ImportDesk;
  readonly sample: SampleArchive;
  /** Articles or decisions changed, here or in another window. */
  onChange(listener: () => void, signal: AbortSignal): void;
  /** Writes a file among the reader's downloads; answers its name. */
  backUp(): Promise<Result<string>>;
  /** Reads all of it and proves it whole; changes nothing. */
  checkBackup(file: File): Promise<Result<BackupFacts>>;
  restore(file: File, mode: 'merge' | 'replace'): Promise<Result<RestoreReport>>;
  /** Answers the file's name. */
  exportAs(format: ExportFormat, choice: ExportChoice): Promise<Result<string>>;
  /** By its first bytes. */
  isPack(file: File): Promise<boolean>;
  /** Reads all of a pack and proves it; changes nothing. Fails with a sentence that names what is wrong. */
  examinePack(file: File): Promise<Result<PackOffer>>;
  /** All of it or nothing; read-only, beside the reader's own articles. */
  mountPack(file: File, choice: MountChoice): Promise<Result<MountReceipt>>;
  /** A text as a file among the reader's downloads. */
  saveText(name: string, text: string, type: string): void;
}

/** Imports as the Archive page sees them: begun with files, watched, paused, taken up, cancelled. */
import type { ImportView, TableColumns, TablePreview } from '../protocol/archive-calls.ts';
import type { Result } from '../text/result.ts';

export interface ImportSource {
  /** With the folders it lies in, parted by '/'. */
  readonly name: string;
  readonly file: File;
  /** Of a table; null to guess. */
  readonly columns: TableColumns | null;
}

export interface ImportDesk {
  /** Null for what is no table, or cannot be read as text. */
  previewTable(file: File): Promise<TablePreview | null>;
  /** One article, or several under a line with their address each. */
  beginText(text: string, versions: 'replace' | 'keep-both'): Promise<Result<ImportView>>;
  /** Copies the files into the archive's own store first, so that the import outlives this page; then reads them. */
  begin(sources: readonly ImportSource[], versions: 'replace' | 'keep-both'): Promise<Result<ImportView>>;
  /** Stops behind the article that is being read; nothing of it is lost. */
  pause(job: string): Promise<Result<null>>;
  resume(job: string): Promise<Result<null>>;
  /** Stops and takes everything back that it brought. */
  cancel(job: string): Promise<Result<null>>;
  /** Told after every batch that is on disk, and at the end. */
  onProgress(listener: (job: ImportView) => void, signal: AbortSignal): void;
}

/** What our pages ask the worker that reads and writes articles; each call is answered once, on a channel of its own. */
import type { ArticleId } from '../../../archive/article.ts';
import type { ImportJob, ImportProgress } from '../../../library/holdings/import-job.ts';
import type {
  MountChoice,
  MountReceipt,
  PackOffer,
  SaveChoice,
  SavePreview,
  SaveReceipt,
} from '../../../protocol/archive-calls.ts';

/** A page as the tab shows it, markup and address. */
export interface CapturedPage {
  readonly html: string;
  readonly url: string;
  /** WARC-Date: ISO 8601 with time. */
  readonly capturedAt: string;
}

/** Said by the worker after every batch that is on disk, and on the way to the next. */
export interface WorkerNotice {
  readonly progress: ImportProgress;
}

export type WorkerCalls = {
  /** Answers the job as it stands on disk when this run ends: done, stopped on demand, or taken by nobody any more. */
  runImport(which: { readonly job: string }): ImportJob;
  /** The running import stops behind the article it is at. */
  stopImport(nothing: Record<string, never>): null;
  /** Index and names follow what was changed outside an import. */
  renewPack(nothing: Record<string, never>): null;
  /** A ZIP of the share pack; null: of all articles. */
  packArticles(which: { readonly articleIds: readonly ArticleId[] | null; readonly name: string }): Blob;
  examinePack(file: File): PackOffer;
  mountPack(which: { readonly file: File; readonly choice: MountChoice }): MountReceipt;
  capturePage(page: CapturedPage): SavePreview;
  /** Keeps what was captured last. */
  saveCaptured(choice: SaveChoice): SaveReceipt;
  undoSave(receipt: SaveReceipt): null;
};

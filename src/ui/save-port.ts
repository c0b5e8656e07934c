/** Saving the page the reader looks at: captured after a click, shown, then kept. */
import type { SaveChoice, SavePreview, SaveReceipt } from '../protocol/archive-calls.ts';
import type { Result } from '../text/result.ts';

export interface SavePort {
  /** Reads the tab (the click gave the right to) and makes an article of it; nothing is kept yet. */
  capture(tabId: number, what: 'page' | 'selection'): Promise<Result<SavePreview>>;
  /** Keeps what was captured last. */
  save(choice: SaveChoice): Promise<Result<SaveReceipt>>;
  undo(receipt: SaveReceipt): Promise<Result<null>>;
  /** Whether there are articles and the last backup is older than the reader chose. */
  isBackupDue(): Promise<boolean>;
}

/** When a reader is reminded of a backup: as often as chosen, counted from the last one, or from the first article. */

/** Kept apart from the articles, so that it outlives them. */
export interface BackupDates {
  /** ISO 8601; null when none was ever made. */
  readonly lastBackup: string | null;
  /** ISO 8601; null while there was nothing to lose. */
  readonly firstHeld: string | null;
  /** null: never. */
  readonly remindAfterDays: number | null;
}

/** A month: what people remember having read, should they have to bring it again. */
export const NO_BACKUP: BackupDates = { lastBackup: null, firstHeld: null, remindAfterDays: 30 };

export interface BackupReminder {
  read(now: string): Promise<Omit<BackupDates, 'firstHeld'> & { readonly isBackupDue: boolean }>;
  remindAfter(days: number | null): Promise<void>;
}

const DAY_MS = 86_400_000;

/** `now` is ISO 8601. A clock that was set back makes nothing due. */
export function isBackupDue({ lastBackup, firstHeld, remindAfterDays }: BackupDates, now: string): boolean {
  const since = lastBackup ?? firstHeld;
  if (since === null || remindAfterDays === null) return false;
  return Date.parse(now) - Date.parse(since) > remindAfterDays * DAY_MS;
}

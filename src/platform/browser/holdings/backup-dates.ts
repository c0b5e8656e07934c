/** The dates of backups in storage.local: they must outlive the database that they are about. */
import browser from 'webextension-polyfill';
import {
  type BackupDates,
  type BackupReminder,
  isBackupDue,
  NO_BACKUP,
} from '../../../library/holdings/backup-reminder.ts';

const KEY = 'backup-dates';

async function readDates(): Promise<BackupDates> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<BackupDates> | undefined;
  return { ...NO_BACKUP, ...stored };
}

export async function changeBackupDates(change: Partial<BackupDates>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readDates()), ...change } });
}

/** The day from which articles without a backup count. */
export async function rememberFirstHeld(now: string): Promise<void> {
  if ((await readDates()).firstHeld === null) await changeBackupDates({ firstHeld: now });
}

export const backupReminder: BackupReminder = {
  read: async (now) => {
    const { lastBackup, remindAfterDays, firstHeld } = await readDates();
    return {
      ...{ lastBackup, remindAfterDays },
      isBackupDue: isBackupDue({ lastBackup, remindAfterDays, firstHeld }, now),
    };
  },
  remindAfter: (days) => changeBackupDates({ remindAfterDays: days }),
};

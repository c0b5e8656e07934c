import { describe, expect, it } from 'vitest';
import { isBackupDue, NO_BACKUP } from '../../../../src/library/holdings/backup-reminder.ts';

const now = '2024-06-30T12:00:00Z';

describe('the reminder of a backup', () => {
  it('says nothing while there is nothing to lose', () => {
    expect(isBackupDue(NO_BACKUP, now)).toBe(false);
  });

  it('counts from the first article until there is a backup, and from the backup then', () => {
    const firstHeld = '2024-05-01T12:00:00Z';
    expect(isBackupDue({ ...NO_BACKUP, firstHeld }, now)).toBe(true);
    expect(isBackupDue({ ...NO_BACKUP, firstHeld, lastBackup: '2024-06-20T12:00:00Z' }, now)).toBe(false);
    expect(isBackupDue({ firstHeld, lastBackup: '2024-06-20T12:00:00Z', remindAfterDays: 7 }, now)).toBe(
      true,
    );
  });

  it('is silent for who wants none, and when the clock was set back', () => {
    expect(
      isBackupDue({ firstHeld: '2020-01-01T00:00:00Z', lastBackup: null, remindAfterDays: null }, now),
    ).toBe(false);
    expect(isBackupDue({ ...NO_BACKUP, firstHeld: '2030-01-01T00:00:00Z' }, now)).toBe(false);
  });
});

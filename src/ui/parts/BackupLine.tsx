/** One quiet line when the last backup is older than the reader chose; nothing otherwise. */
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';

export function BackupLine() {
  const { t, port } = usePanel();
  const [isDue, setDue] = useState(false);
  useEffect(() => void port.saving.isBackupDue().then(setDue), []);
  if (!isDue) return null;
  return (
    <p class="fine-print" role="status" data-testid="backup-due">
      {t('backupDue')}{' '}
      <button type="button" class="link-button" onClick={() => port.openArchive(null)}>
        {t('backupTitle')}
      </button>
    </p>
  );
}

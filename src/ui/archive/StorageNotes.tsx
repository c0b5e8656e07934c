/** What a reader must know of the archive's safety, wherever on its page: cleared, damaged, long without a backup. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { useArchivePage, useFresh } from './archive-page.ts';

interface StorageNotesProps {
  /** The tab with backup, restore and check is open. */
  readonly isKeeping: boolean;
  readonly onKeep: () => void;
}

/** Nothing at all while everything is well. */
export function StorageNotes({ isKeeping, onKeep }: StorageNotesProps) {
  const { t, day, number } = usePanel();
  const { port } = useArchivePage();
  const storage = useFresh(({ port: { calls } }) => calls.describeStorage({}));
  const [isAcknowledged, setAcknowledged] = useState(false);
  if (storage.state !== 'ready') return null;
  const { isPurged, isBroken, isBackupDue, lastBackup, replaced, articles } = storage.value;
  const begin = () => {
    setAcknowledged(true);
    void port.calls.acknowledgePurge({});
  };
  if (isPurged && !isAcknowledged) {
    const last = lastBackup && day(lastBackup);
    return (
      <div class="storage-note" role="alert" data-testid="purged">
        <p class="storage-note-title">{t('purgedTitle')}</p>
        <p>
          {t('purgedText')} {last ? t('purgedBackup', last) : t('purgedNoBackup')}
        </p>
        <div class="button-row">
          {!isKeeping && (
            <button type="button" class="button primary" onClick={onKeep}>
              {t('purgedRestore')}
            </button>
          )}
          <button type="button" class="button" onClick={begin}>
            {t('purgedBegin')}
          </button>
        </div>
      </div>
    );
  }
  if (isKeeping) return null;
  if (replaced && !replaced.isDone)
    return (
      <Line
        text={t('replacedBroken', number(replaced.articles))}
        act={t('restoreTitle')}
        testId="replaced-broken"
        onAct={onKeep}
      />
    );
  if (isBroken) return <Line text={t('brokenNote')} act={t('checkTitle')} testId="broken" onAct={onKeep} />;
  if (isBackupDue)
    return (
      <UnlessSample of={articles}>
        <Line text={t('backupDue')} act={t('backupTitle')} testId="backup-due" onAct={onKeep} />
      </UnlessSample>
    );
  return null;
}

interface UnlessSampleProps {
  /** All that are held. */
  readonly of: number;
  readonly children: ComponentChildren;
}

/** Nothing is lost with the sample, which one click brings back: who holds nothing else is not troubled. */
function UnlessSample({ of, children }: UnlessSampleProps) {
  const sample = useFresh(({ port }) => port.sample.held());
  return sample.state === 'ready' && sample.value.length < of ? children : null;
}

interface LineProps {
  readonly text: string;
  readonly act: string;
  readonly testId: string;
  readonly onAct: () => void;
}

function Line({ text, act, testId, onAct }: LineProps) {
  return (
    <p class="storage-line" role="status" data-testid={testId}>
      {text}{' '}
      <button type="button" class="link-button" onClick={onAct}>
        {act}
      </button>
    </p>
  );
}

/** Asked for where articles come in: browsers grant it rather when somebody has just begun to keep things. */
export function KeepStorage() {
  const { t, announce } = usePanel();
  const { port } = useArchivePage();
  const storage = useFresh(({ port: { calls } }) => calls.describeStorage({}));
  const [isAsked, setAsked] = useState(false);
  if (storage.state !== 'ready' || storage.value.isPersistent || storage.value.articles === 0 || isAsked)
    return null;
  const keep = async () => {
    const asked = await port.calls.keepStorage({});
    setAsked(true);
    announce(t(asked.ok && asked.value.isPersistent ? 'roomPersistent' : 'roomRefused'));
  };
  return (
    <UnlessSample of={storage.value.articles}>
      <div class="storage-note" data-testid="keep-storage">
        <p>{t('roomAtRisk')}</p>
        <button type="button" class="button" onClick={() => void keep()}>
          {t('roomKeep')}
        </button>
      </div>
    </UnlessSample>
  );
}

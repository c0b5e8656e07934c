/** How safe the archive is and how to take it along: room, promise of the browser, backup, restore, export, bin. */
import { useRef, useState } from 'preact/hooks';
import type { StorageView } from '../../protocol/archive-calls.ts';
import type { BackupFacts } from '../archive-port.ts';
import { usePanel } from '../panel.ts';
import { HelpLink } from '../parts/HelpLink.tsx';
import { ErrorMessage, Skeleton } from '../parts/StateMessage.tsx';
import { useArchivePage, useFresh } from './archive-page.ts';
import { CheckArchive } from './CheckArchive.tsx';
import { ExportArticles } from './ExportArticles.tsx';

export function Keeping() {
  const { t } = usePanel();
  const storage = useFresh(({ port }) => port.calls.describeStorage({}));
  if (storage.state === 'loading') return <Skeleton label={t('loading')} />;
  if (storage.state === 'failed') return <ErrorMessage code={storage.code} />;
  return (
    <>
      <p class="page-lead">
        <HelpLink topic="keeping" />
      </p>
      <Room storage={storage.value} />
      <Backup storage={storage.value} />
      <CheckArchive storage={storage.value} />
      {storage.value.articles > 0 && <ExportArticles />}
      <Bin inBin={storage.value.inBin} />
    </>
  );
}

function Room({ storage }: { readonly storage: StorageView }) {
  const { t, bytes } = usePanel();
  const { port } = useArchivePage();
  const [kept, setKept] = useState(storage.isPersistent);
  const { usedBytes, quotaBytes } = storage;
  const keep = async () => {
    const asked = await port.calls.keepStorage({});
    if (asked.ok) setKept(asked.value.isPersistent);
  };
  return (
    <section class="page-section" aria-labelledby="room">
      <h2 id="room">{t('roomTitle')}</h2>
      {usedBytes !== null && quotaBytes !== null && (
        <p class="page-lead">
          <meter min={0} max={quotaBytes} value={usedBytes} aria-label={t('roomTitle')} />{' '}
          {t('roomUsed', bytes(usedBytes), bytes(quotaBytes))}
        </p>
      )}
      <p class="page-lead">{t(kept ? 'roomPersistent' : 'roomAtRisk')}</p>
      {!kept && (
        <button type="button" class="button" onClick={() => void keep()}>
          {t('roomKeep')}
        </button>
      )}
    </section>
  );
}

function Backup({
  storage: { lastBackup, remindAfterDays, articles, packs, replaced },
}: {
  readonly storage: StorageView;
}) {
  const { t, day, announce, explain } = usePanel();
  const { port } = useArchivePage();
  const [isBusy, setBusy] = useState(false);
  const backUp = async () => {
    setBusy(true);
    const saved = await port.backUp();
    setBusy(false);
    announce(saved.ok ? t('fileSaved', saved.value) : explain(saved.error));
  };
  return (
    <section class="page-section" aria-labelledby="backup">
      <h2 id="backup">{t('backupTitle')}</h2>
      <p class="page-lead">{lastBackup === null ? t('backupNever') : t('backupLast', day(lastBackup))}</p>
      <button
        type="button"
        class="button primary"
        data-testid="back-up"
        disabled={isBusy || articles + packs === 0}
        onClick={() => void backUp()}
      >
        {t('backupNow')}
      </button>
      <Reminder days={remindAfterDays} />
      <Restore articles={articles} />
      {replaced && <TakeBack replaced={replaced} />}
    </section>
  );
}

const REMINDERS = [7, 30, 90, 365] as const;

function Reminder({ days }: { readonly days: number | null }) {
  const { t, plural } = usePanel();
  const { port } = useArchivePage();
  const [chosen, setChosen] = useState(days);
  const choose = (value: string) => {
    const wanted = value === '' ? null : Number(value);
    setChosen(wanted);
    void port.calls.remindAfter({ days: wanted });
  };
  return (
    <label class="field reminder">
      <span>{t('remindTitle')}</span>
      <select
        data-testid="remind"
        value={chosen === null ? '' : String(chosen)}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {REMINDERS.map((one) => (
          <option key={one} value={String(one)}>
            {plural('remindDays', one)}
          </option>
        ))}
        <option value="">{t('remindNever')}</option>
      </select>
    </label>
  );
}

function Restore({ articles }: { readonly articles: number }) {
  const { t, number, plural, day, announce, explain } = usePanel();
  const { port } = useArchivePage();
  const chooser = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<{ file: File; facts: BackupFacts } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const checked = await port.checkBackup(file);
    setWrong(checked.ok ? null : explain(checked.error));
    setAsked(checked.ok ? { file, facts: checked.value } : null);
  };
  const restore = async (mode: 'merge' | 'replace') => {
    if (!asked) return;
    const done = await port.restore(asked.file, mode);
    setAsked(null);
    if (!done.ok) return setWrong(explain(done.error));
    announce(plural('restored', done.value.restored, number(done.value.kept)));
  };
  return (
    <>
      <h3>{t('restoreTitle')}</h3>
      <button type="button" class="button" onClick={() => chooser.current?.click()}>
        {t('restoreChoose')}
      </button>
      <input
        ref={chooser}
        class="visually-hidden"
        data-testid="restore-file"
        type="file"
        tabIndex={-1}
        aria-label={t('restoreChoose')}
        onChange={({ currentTarget }) => {
          void choose(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {wrong && (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      {asked && (
        <div class="restore-question" role="status">
          <p class="page-lead">
            {t(
              'restoreHolds',
              day(asked.facts.madeAt),
              plural('articles', asked.facts.articles),
              plural('decisions', asked.facts.corrections),
            )}{' '}
            {asked.facts.packs > 0 && plural('restorePacks', asked.facts.packs)}
          </p>
          <ul class="fine-print">
            <li>{t('restoreMergeMeans')}</li>
            <li>{t('restoreReplaceMeans', number(articles))}</li>
          </ul>
          <div class="button-row">
            <button
              type="button"
              class="button primary"
              data-testid="restore-merge"
              onClick={() => void restore('merge')}
            >
              {t('restoreMerge')}
            </button>
            <button
              type="button"
              class="button"
              data-testid="restore-replace"
              onClick={() => void restore('replace')}
            >
              {t('restoreReplace')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}

/** As long as the bin holds what was replaced: also after a restart, and after a restore that was broken off. */
function TakeBack({
  replaced: { at, articles, isDone },
}: {
  readonly replaced: NonNullable<StorageView['replaced']>;
}) {
  const { t, number, day } = usePanel();
  const { port } = useArchivePage();
  return (
    <div class="storage-note" data-testid="replaced">
      <p>{isDone ? t('replacedText', day(at), number(articles)) : t('replacedBroken', number(articles))}</p>
      <button type="button" class="button" onClick={() => void port.calls.undoReplace({})}>
        {t('replacedUndo')}
      </button>
    </div>
  );
}

function Bin({ inBin }: { readonly inBin: number }) {
  const { t, plural } = usePanel();
  const { port } = useArchivePage();
  const bin = useFresh(() => port.calls.listBin({}));
  if (inBin === 0 || bin.state !== 'ready') return null;
  const articleIds = bin.value.map(({ articleId }) => articleId);
  return (
    <section class="page-section" aria-labelledby="bin">
      <h2 id="bin">{t('binTitle')}</h2>
      <p class="page-lead">{plural('binCount', inBin)}</p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => void port.calls.restoreHoldings({ articleIds })}>
          {t('binRestore')}
        </button>
        <button type="button" class="button" onClick={() => void port.calls.emptyBin({})}>
          {t('binEmpty')}
        </button>
      </div>
    </section>
  );
}

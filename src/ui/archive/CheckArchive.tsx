/** Proving every article on the disk, on demand; what fails is set aside and named. */
import { useState } from 'preact/hooks';
import type { CheckView, StorageView } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import { useArchivePage } from './archive-page.ts';

export function CheckArchive({ storage }: { readonly storage: StorageView }) {
  const { t, number, announce, explain } = usePanel();
  const { port } = useArchivePage();
  const [isBusy, setBusy] = useState(false);
  const [report, setReport] = useState<CheckView | null>(null);
  const check = async () => {
    setBusy(true);
    const checked = await port.calls.checkArchive({});
    setBusy(false);
    if (checked.ok) setReport(checked.value);
    else announce(explain(checked.error));
  };
  const save = async () => {
    const read = await port.calls.readSetAside({});
    if (read.ok) port.saveText('backstory-set-aside.jsonl', read.value, 'application/jsonl');
  };
  return (
    <section class="page-section" aria-labelledby="check">
      <h2 id="check">{t('checkTitle')}</h2>
      <p class="page-lead">{t(storage.isBroken && report === null ? 'brokenNote' : 'checkMeans')}</p>
      <div class="button-row">
        <button
          type="button"
          class="button"
          data-testid="check-archive"
          disabled={isBusy}
          onClick={() => void check()}
        >
          {t(isBusy ? 'checkBusy' : 'checkNow')}
        </button>
        {storage.setAside > 0 && (
          <button type="button" class="link-button" onClick={() => void save()}>
            {t('checkSave', number(storage.setAside))}
          </button>
        )}
      </div>
      {report && <Report report={report} />}
    </section>
  );
}

function Report({ report: { checked, damaged } }: { readonly report: CheckView }) {
  const { t, plural } = usePanel();
  return (
    <div role="status" data-testid="check-report" data-damaged={damaged.length}>
      <p>{damaged.length === 0 ? plural('checkSound', checked) : plural('checkDamaged', damaged.length)}</p>
      <ul class="check-list">
        {damaged.map(({ id, headline, reason }) => (
          <li key={id}>
            <bdi>{headline ?? t('noHeadlinePrinted')}</bdi>{' '}
            <bdi class="fine-print" lang="en">
              {reason}
            </bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Saving the page in front: what would be kept is shown first; kept in one click, taken back in one. */
import { useEffect, useState } from 'preact/hooks';
import type { SavePreview, SaveReceipt } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import type { SavePort } from '../save-port.ts';
import { BackupLine } from './BackupLine.tsx';
import { OutletName } from './Provenance.tsx';
import { Skeleton, StateMessage } from './StateMessage.tsx';

interface SavePageProps {
  readonly saving: SavePort;
  readonly tabId: number;
  readonly onClose: () => void;
}

type State =
  | { readonly step: 'reading' }
  | { readonly step: 'refused'; readonly why: string }
  | { readonly step: 'preview'; readonly preview: SavePreview }
  | { readonly step: 'saved'; readonly receipt: SaveReceipt }
  | { readonly step: 'undone' };

export function SavePage({ saving, tabId, onClose }: SavePageProps) {
  const { t, explain } = usePanel();
  const [what, setWhat] = useState<'page' | 'selection'>('page');
  const [state, setState] = useState<State>({ step: 'reading' });
  useEffect(() => {
    let isOvertaken = false;
    setState({ step: 'reading' });
    void saving.capture(tabId, what).then((captured) => {
      if (isOvertaken) return;
      setState(
        captured.ok
          ? { step: 'preview', preview: captured.value }
          : { step: 'refused', why: explain(captured.error) },
      );
    });
    return () => {
      isOvertaken = true;
    };
  }, [tabId, what]);
  return (
    <section class="save" aria-label={t('saveTitle')} data-testid="save" data-step={state.step}>
      <h2 class="section-title">{t('saveTitle')}</h2>
      {/* There before anything is said in it: so it is read out. */}
      <p role="status" data-testid="save-said">
        {state.step === 'saved' && t('saveDone')}
        {state.step === 'undone' && t('saveUndone')}
      </p>
      {state.step === 'reading' && <Skeleton label={t('saveReading')} />}
      {state.step === 'refused' && (
        <StateMessage state="error" title={t('errorTitle')}>
          <p>{state.why}</p>
        </StateMessage>
      )}
      {state.step === 'preview' && (
        <Preview
          saving={saving}
          preview={state.preview}
          onSaved={(receipt) => setState({ step: 'saved', receipt })}
        />
      )}
      {state.step === 'saved' && (
        <Saved saving={saving} receipt={state.receipt} onUndone={() => setState({ step: 'undone' })} />
      )}
      <div class="button-row">
        {(state.step === 'preview' || state.step === 'refused') && (
          <label class="save-what">
            <input
              type="checkbox"
              data-testid="save-selection"
              checked={what === 'selection'}
              onChange={({ currentTarget }) => setWhat(currentTarget.checked ? 'selection' : 'page')}
            />
            {t('saveSelection')}
          </label>
        )}
        <button type="button" class="link-button" data-key="Escape" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </section>
  );
}

interface PreviewProps {
  readonly saving: SavePort;
  readonly preview: SavePreview;
  readonly onSaved: (receipt: SaveReceipt) => void;
}

function Preview({ saving, preview, onSaved }: PreviewProps) {
  const { t, announce, explain, date, plural } = usePanel();
  const [note, setNote] = useState('');
  const [isReplacing, setReplacing] = useState(true);
  const { headline, author, datePublished, beginning, length, isHeld, versionOf, reprintOf } = preview;
  const save = async () => {
    const saved = await saving.save({ versions: isReplacing ? 'replace' : 'keep-both', note });
    if (!saved.ok) return announce(explain(saved.error));
    onSaved(saved.value);
  };
  return (
    <>
      <p class="save-headline" dir="auto">
        {headline ?? t('noHeadlinePrinted')}
      </p>
      <p class="fine-print">
        <OutletName of={preview} />
        {t('separator')}
        {datePublished ? date(datePublished) : t('noDatePrinted')}
        {author.length > 0 && (
          <>
            {t('separator')}
            <bdi>{author.join(t('listComma'))}</bdi>
          </>
        )}
        {t('separator')}
        {plural('wordCount', length)}
      </p>
      <p class="save-beginning" dir="auto">
        {beginning}
      </p>
      {isHeld && <p role="status">{t('saveHeld')}</p>}
      {versionOf !== null && (
        <fieldset class="save-versions" data-testid="save-versions">
          <legend>{t('saveNewer')}</legend>
          {([true, false] as const).map((replaces) => (
            <label key={String(replaces)} class="save-what">
              <input
                type="radio"
                name="save-versions"
                checked={isReplacing === replaces}
                onChange={() => setReplacing(replaces)}
              />
              {t(replaces ? 'saveUpdate' : 'saveKeepBoth')}
            </label>
          ))}
        </fieldset>
      )}
      {versionOf === null && reprintOf !== null && <p class="fine-print">{t('saveReprint')}</p>}
      {!isHeld && (
        <>
          <label class="field">
            <span>{t('saveNote')}</span>
            <input
              type="text"
              dir={note === '' ? undefined : 'auto'}
              data-testid="save-note"
              value={note}
              onInput={({ currentTarget }) => setNote(currentTarget.value)}
            />
          </label>
          <button type="button" class="button primary" data-testid="save-keep" onClick={() => void save()}>
            {t(versionOf === null ? 'saveKeep' : isReplacing ? 'saveUpdateNow' : 'saveSecond')}
          </button>
        </>
      )}
    </>
  );
}

interface SavedProps {
  readonly saving: SavePort;
  readonly receipt: SaveReceipt;
  readonly onUndone: () => void;
}

function Saved({ saving, receipt, onUndone }: SavedProps) {
  const { t, port, announce, explain } = usePanel();
  const undo = async () => {
    const undone = await saving.undo(receipt);
    if (undone.ok) onUndone();
    else announce(explain(undone.error));
  };
  return (
    <>
      <div class="button-row">
        <button type="button" class="button" onClick={() => port.openReader(receipt.articleId, null)}>
          {t('openSaved')}
        </button>
        <button type="button" class="button" onClick={() => void undo()}>
          {t('undo')}
        </button>
      </div>
      <BackupLine />
    </>
  );
}

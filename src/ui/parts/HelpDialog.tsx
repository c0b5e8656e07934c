/** The keys that work here and the lines that mark names and sentences; opened by `?`, closed by Esc. */
import { useEffect, useRef } from 'preact/hooks';
import { KIND_PLURAL, KINDS } from '../kinds.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { HelpLink } from './HelpLink.tsx';

const KEYS: readonly (readonly [keys: MessageKey, meaning: MessageKey])[] = [
  ['keySearch', 'keySearchMeans'],
  ['keyMove', 'keyMoveMeans'],
  ['keyOpen', 'keyOpenMeans'],
  ['keyCite', 'keyCiteMeans'],
  ['keyCorrect', 'keyCorrectMeans'],
  ['keyHelp', 'keyHelpMeans'],
  ['keyEscape', 'keyEscapeMeans'],
];

export function HelpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <dialog ref={dialog} class="help" data-testid="help" aria-label={t('helpTitle')} onClose={onClose}>
      <h2 class="help-title">{t('helpTitle')}</h2>
      <dl class="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {t(keys)
                .split(' ')
                .map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <KindLegend />
      <p class="help-more">
        <HelpLink topic="first-steps" />
        <HelpLink topic="search" />
        <HelpLink topic="privacy" />
      </p>
      <form method="dialog">
        <button type="submit" class="button">
          {t('close')}
        </button>
      </form>
    </dialog>
  );
}

/** The underlines, each under its own words. */
export function KindLegend() {
  const { t } = usePanel();
  return (
    <ul class="kind-legend" aria-label={t('legendLabel')}>
      {KINDS.map((type) => (
        <li key={type}>
          <span class="name" data-kind={type}>
            {t(KIND_PLURAL[type])}
          </span>
        </li>
      ))}
      <li>
        <span class="reused-sample">{t('legendReused')}</span>
      </li>
    </ul>
  );
}

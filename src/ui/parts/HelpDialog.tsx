/**
 * Help in the reader's language, in short: keys, the lines that mark names and sentences, what to type, and what is read
 * and what is not; the whole of it is one page in English. Opened by `?`, closed by Esc.
 */
import { useEffect, useRef } from 'preact/hooks';
import { KIND_PLURAL, KINDS } from '../kinds.ts';
import { BACK } from '../list-keys.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { HelpLink } from './HelpLink.tsx';
import { SEARCH_EXAMPLES } from './search-examples.ts';

const KEYS: readonly (readonly [keys: MessageKey, meaning: MessageKey])[] = [
  ['keySearch', 'keySearchMeans'],
  ['keyMove', 'keyMoveMeans'],
  ['keyOpen', 'keyOpenMeans'],
  ['keyCite', 'keyCiteMeans'],
  ['keyCorrect', 'keyCorrectMeans'],
  ['keyHelp', 'keyHelpMeans'],
  ['keyBack', 'keyEscapeMeans'],
];

const PRIVACY: readonly MessageKey[] = ['privacySentence', 'accessReads', 'privacyMarks'];

export function HelpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t, language } = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    dialog.current?.showModal();
    // The browser would go to the first link, which stands at the end.
    dialog.current?.focus();
    dialog.current?.scrollTo(0, 0);
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <dialog
      ref={dialog}
      class="help"
      tabIndex={-1}
      data-testid="help"
      aria-label={t('helpOpen')}
      onClose={onClose}
      onKeyDown={({ key }) => key === BACK && dialog.current?.close()}
    >
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
      <h2 class="help-title">{t('searchLabel')}</h2>
      <dl class="help-examples">
        {SEARCH_EXAMPLES.map(([query, meaning]) => (
          <div key={query}>
            <dt>
              <code>{t(query)}</code>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <h2 class="help-title">{t('privacyTitle')}</h2>
      {PRIVACY.map((sentence) => (
        <p key={sentence} class="help-sentence">
          {t(sentence)}
        </p>
      ))}
      {language.startsWith('en') || <p class="help-sentence">{t('helpWhole')}</p>}
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

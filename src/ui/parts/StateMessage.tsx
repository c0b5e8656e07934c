/** What is shown where there is nothing to show: one plain sentence, what it means, and what can be done about it. */
import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../text/result.ts';
import { ERROR_WORDS } from '../error-words.ts';
import { usePanel } from '../panel.ts';

interface StateMessageProps {
  readonly state: string;
  readonly title: string;
  readonly children?: ComponentChildren;
}

export function StateMessage({ state, title, children }: StateMessageProps) {
  return (
    <div class="state" data-testid="state-message" data-state={state}>
      <p class="state-title">{title}</p>
      {children}
    </div>
  );
}

interface ErrorMessageProps {
  readonly code: ErrorCode;
  /** Left out where the whole page is to try again. */
  readonly retry?: () => void;
}

export function ErrorMessage({ code, retry = () => location.reload() }: ErrorMessageProps) {
  const { t } = usePanel();
  return (
    <StateMessage state="error" title={t('errorTitle')}>
      <p>{t(ERROR_WORDS[code] ?? 'errorFailed')}</p>
      <button type="button" class="button" onClick={retry}>
        {t('tryAgain')}
      </button>
    </StateMessage>
  );
}

/** Grey lines in the place of what is coming; says so to those who cannot see them. */
export function Skeleton({ label, lines = 5 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div class="skeleton" role="status" data-testid="state-message" data-state="reading">
      <span class="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" />
      ))}
    </div>
  );
}

/**
 * A tour of the page it stands on: one sentence a step beside the page, which stays usable all the while. It begins when
 * asked for, is left at any moment by its button or Esc, and is remembered nowhere.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';

export interface TourStep {
  /** Of the element that is meant; null where it lies outside the page. */
  readonly selector: string | null;
  readonly text: string;
}

export function Tour({ steps }: { readonly steps: readonly TourStep[] }) {
  const { t } = usePanel();
  const [at, setAt] = useState<number | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setAt(null);
    opener.current?.focus();
  };
  const step = at === null ? undefined : steps[at];
  usePointing(step?.selector ?? null);
  return (
    <>
      <button ref={opener} type="button" class="button" data-testid="tour-start" onClick={() => setAt(0)}>
        {t('tourStart')}
      </button>
      {at !== null && step && (
        <TourBar text={step.text} at={at} count={steps.length} onStep={setAt} onLeave={leave} />
      )}
    </>
  );
}

interface TourBarProps {
  readonly text: string;
  readonly at: number;
  readonly count: number;
  readonly onStep: (at: number) => void;
  readonly onLeave: () => void;
}

function TourBar({ text, at, count, onStep, onLeave }: TourBarProps) {
  const { t, number } = usePanel();
  const isLast = at === count - 1;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const listening = new AbortController();
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onLeave();
    document.addEventListener('keydown', onKey, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return (
    <section class="tour" data-testid="tour" aria-label={t('tourLabel')}>
      <p role="status">
        {text} <span class="tour-place">{t('tourPlace', number(at + 1), number(count))}</span>
      </p>
      <div class="button-row">
        <TourAct act={onLeave} name="tour-leave" isQuiet>
          {t('tourLeave')}
        </TourAct>
        {at > 0 && (
          <TourAct act={() => onStep(at - 1)} name="tour-back">
            {t('tourBack')}
          </TourAct>
        )}
        <button
          ref={next}
          type="button"
          class="button primary"
          data-testid="tour-next"
          onClick={() => (isLast ? onLeave() : onStep(at + 1))}
        >
          {t(isLast ? 'tourDone' : 'tourNext')}
        </button>
      </div>
    </section>
  );
}

interface TourActProps {
  readonly act: () => void;
  readonly name: string;
  readonly isQuiet?: boolean;
  readonly children: ComponentChildren;
}

function TourAct({ act, name, isQuiet = false, children }: TourActProps) {
  return (
    <button type="button" class={isQuiet ? 'link-button' : 'button'} data-testid={name} onClick={act}>
      {children}
    </button>
  );
}

/** Brings what is meant into view and draws a line round it. */
function usePointing(selector: string | null): void {
  useEffect(() => {
    const meant = selector === null ? null : document.querySelector(selector);
    if (!meant) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    meant.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
    meant.setAttribute('data-toured', '');
    return () => meant.removeAttribute('data-toured');
  }, [selector]);
}

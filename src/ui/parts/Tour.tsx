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
  return (
    <>
      <button ref={opener} type="button" class="button" data-testid="tour-start" onClick={() => setAt(0)}>
        {t('tourStart')}
      </button>
      {at !== null && step && (
        <TourBar step={step} at={at} count={steps.length} onStep={setAt} onLeave={leave} />
      )}
    </>
  );
}

interface TourBarProps {
  readonly step: TourStep;
  readonly at: number;
  readonly count: number;
  readonly onStep: (at: number) => void;
  readonly onLeave: () => void;
}

function TourBar({ step: { selector, text }, at, count, onStep, onLeave }: TourBarProps) {
  const { t, number } = usePanel();
  const isLast = at === count - 1;
  const bar = useRef<HTMLElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  usePointing(selector, bar);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const listening = new AbortController();
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && onLeave();
    document.addEventListener('keydown', onKey, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return (
    <section ref={bar} class="tour" data-testid="tour" aria-label={t('tourLabel')}>
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

/** CSS pixels between the tour and what is meant. */
const GAP = 24;

/** Brings what is meant into view, above the tour, and draws a line round it. */
function usePointing(selector: string | null, bar: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const room = (bar.current?.offsetHeight ?? 0) + GAP;
    style.setProperty('--tour-room', `${room}px`);
    const meant = selector === null ? null : document.querySelector(selector);
    if (meant) {
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      // What is higher than the room for it is shown from its beginning.
      const block = meant.getBoundingClientRect().height > innerHeight - room - GAP ? 'start' : 'center';
      meant.scrollIntoView({ block, behavior: isCalm ? 'instant' : 'smooth' });
      meant.setAttribute('data-toured', '');
    }
    return () => {
      style.removeProperty('--tour-room');
      meant?.removeAttribute('data-toured');
    };
  }, [selector]);
}

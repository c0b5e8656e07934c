/**
 * What the archive holds on the words that were selected when the popup opened: who selects a sentence and opens the popup
 * asks about it. The page's names are one step behind; where nothing is known, they stay and a line says so.
 */
import { useEffect, useState } from 'preact/hooks';
import type { LookupView, TabView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { Icon } from './Icon.tsx';
import { Lookup } from './Lookup.tsx';
import { Sentence } from './Sentence.tsx';

/** A busy page answers late: the reader has begun with something else by then. */
const LATEST_MS = 1_500;
const LONGEST_TOLD = 60;

/** null as long as nothing is selected, or known of it. A site that is switched off is not read. */
export function useSelectedWords(view: TabView | null): LookupView | null {
  const { port } = usePanel();
  const [lookup, setLookup] = useState<LookupView | null>(null);
  const isClosed = !view || view.tabId < 0 || view.reach === 'off' || view.reach === 'unreachable';
  const tabId = isClosed ? null : view.tabId;
  useEffect(() => {
    if (tabId === null) return;
    let isOvertaken = false;
    const ask = async () => {
      const text = await port.selectedIn(tabId);
      if (isOvertaken || text === '') return;
      const found = await port.calls.lookUp({ text });
      if (!isOvertaken && found.ok) setLookup(found.value);
    };
    const stop = () => {
      isOvertaken = true;
    };
    const timer = setTimeout(stop, LATEST_MS);
    void ask();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [tabId]);
  return lookup;
}

export function isKnown({ names, printings, passages }: LookupView): boolean {
  return names.length + printings.length + passages.length > 0;
}

interface SelectedWordsProps {
  readonly lookup: LookupView;
  readonly tabId: number;
  readonly onClose: () => void;
}

export function SelectedWords({ lookup, tabId, onClose }: SelectedWordsProps) {
  const { port, t } = usePanel();
  return (
    <section class="selected-words" aria-label={t('selectedTitle')} data-testid="selected-words">
      <div class="selected-head">
        <button
          type="button"
          class="link-button"
          data-key="Escape"
          data-testid="selected-close"
          onClick={onClose}
        >
          <Icon name="chevron" />
          {t('selectedBack')}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            port.openPanel(); // first, and at once: browsers open panels only inside the click
            void port.calls.showLookup({ tabId, text: lookup.text });
          }}
        >
          {t('openInPanel')}
        </button>
      </div>
      <h2 class="section-title">{t('selectedTitle')}</h2>
      <Lookup lookup={lookup} />
    </section>
  );
}

/** The selected words, as far as a line has room, where the archive knows nothing of them. */
export function SelectedUnknown({ lookup }: Pick<SelectedWordsProps, 'lookup'>) {
  const { text } = lookup;
  const told = text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD).toWellFormed()}…` : text;
  return (
    <p class="notice" data-testid="selected-unknown">
      <Sentence message="selectedUnknown" parts={[told]} />
    </p>
  );
}

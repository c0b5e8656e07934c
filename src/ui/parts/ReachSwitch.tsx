/** How far Backstory reads here: one row of choices, and one sentence that says what the present one means. */
import { useState } from 'preact/hooks';
import type { Reach, TabView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { chooseReach, REACH_CHOICES, type ReachChoice } from '../reach.ts';

const NAMES: Record<ReachChoice, MessageKey> = {
  page: 'reachPage',
  site: 'reachSite',
  everywhere: 'reachEverywhere',
  off: 'reachOff',
};

const MEANINGS: Record<Reach, MessageKey> = {
  page: 'reachPageMeans',
  site: 'reachSiteMeans',
  everywhere: 'reachEverywhereMeans',
  off: 'reachOffMeans',
  none: 'reachNoneMeans',
  unreachable: 'reachUnreachableMeans',
};

interface ReachSwitchProps {
  readonly view: TabView | null;
  readonly onChanged: () => void;
}

export function ReachSwitch({ view, onChanged }: ReachSwitchProps) {
  const { port, t, announce } = usePanel();
  const [isBusy, setBusy] = useState(false);
  const isReadable = view !== null && view.reach !== 'unreachable';
  const canChoose = (choice: ReachChoice) =>
    isReadable && (view.host !== '' || choice === 'page' || choice === 'everywhere');
  const choose = (choice: ReachChoice) => {
    if (!view || isBusy || !canChoose(choice) || choice === view.reach) return;
    setBusy(true);
    void chooseReach(port, view, choice).then((changed) => {
      setBusy(false);
      if (!changed) announce(t('reachUnchanged'));
      onChanged();
    });
  };
  return (
    <footer class="reach">
      {/* biome-ignore lint/a11y/useSemanticElements: a toolbar row, not a form's fieldset */}
      <div class="segments" role="group" aria-label={t('reachLabel')} aria-busy={isBusy}>
        {REACH_CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            class="segment"
            data-testid={`reach-${choice}`}
            aria-pressed={view?.reach === choice}
            aria-disabled={!canChoose(choice)}
            onClick={() => choose(choice)}
          >
            {t(NAMES[choice])}
          </button>
        ))}
      </div>
      {/* Its line is there before the tab is known, and when nothing can be known of it. */}
      <p class="reach-means">{view ? t(MEANINGS[view.reach], view.host || t('thisSite')) : '\u00a0'}</p>
    </footer>
  );
}

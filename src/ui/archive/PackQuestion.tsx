/**
 * A share pack among the files that were brought: what it is, how it stands to the packs that are loaded, and what is to
 * become of it. Loaded, it stays whole, read-only and under its name; copied, its articles are the reader's own.
 */
import type { MountChoice, PackOffer } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import { Sentence } from '../parts/Sentence.tsx';
import { usePackFacts } from './pack-facts.ts';

interface PackQuestionProps {
  readonly offer: PackOffer;
  readonly isBusy: boolean;
  readonly onMount: (choice: MountChoice) => void;
  readonly onCopy: () => void;
  readonly onCancel: () => void;
}

export function PackQuestion({ offer, isBusy, onMount, onCopy, onCancel }: PackQuestionProps) {
  const { t } = usePanel();
  const facts = usePackFacts();
  const { pack, standing, listed } = offer;
  return (
    <section
      class="column-picker"
      data-testid="pack-question"
      data-standing={standing}
      aria-label={t('packTitle', pack.name)}
    >
      <h2>
        <Sentence message="packTitle" parts={[pack.name]} />
      </h2>
      <p class="page-lead">{facts(pack)}</p>
      {standing === 'new' && <p class="fine-print">{t('packMeans')}</p>}
      {standing === 'loaded' && (
        <p role="status">
          <Sentence message="packLoadedAlready" parts={[listed?.name ?? pack.name]} />
        </p>
      )}
      {standing === 'other-version' && listed && (
        <p role="status">
          <Sentence message={versionMessage(offer)} parts={[listed.name, facts(listed)]} />
        </p>
      )}
      <div class="button-row">
        {standing !== 'loaded' && (
          <button
            type="button"
            class="button primary"
            data-testid="pack-mount"
            disabled={isBusy}
            onClick={() => onMount('replace')}
          >
            {t(standing === 'new' ? 'packMount' : 'packReplace')}
          </button>
        )}
        {standing === 'other-version' && (
          <button type="button" class="button" disabled={isBusy} onClick={() => onMount('beside')}>
            {t('packBeside')}
          </button>
        )}
        <button type="button" class="button" data-testid="pack-copy" disabled={isBusy} onClick={onCopy}>
          {t('packCopy')}
        </button>
        <button type="button" class="button" disabled={isBusy} onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}

/** Packs of version 0.2 have no date: which is newer is not known then. */
function versionMessage({ pack, listed }: PackOffer): 'packNewer' | 'packOlder' | 'packOther' {
  if (!pack.madeAt || !listed?.madeAt) return 'packOther';
  return pack.madeAt > listed.madeAt ? 'packNewer' : 'packOlder';
}

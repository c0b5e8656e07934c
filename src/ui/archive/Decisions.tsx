/** Everything the reader decided about names, newest first, each to be taken back. */
import type { CorrectionView } from '../../protocol/archive-calls.ts';
import { KIND_SINGULAR } from '../kinds.ts';
import { usePanel } from '../panel.ts';
import { useArchivePage, useFresh } from './archive-page.ts';

export function Decisions() {
  const { t, day } = usePanel();
  const { port } = useArchivePage();
  const decisions = useFresh(() => port.calls.listCorrections({}));
  const words = useDecisionWords();
  if (decisions.state !== 'ready' || decisions.value.length === 0) return null;
  return (
    <section class="page-section" aria-labelledby="decisions">
      <h2 id="decisions">{t('decisionsTitle')}</h2>
      <ul class="decisions">
        {[...decisions.value].reverse().map(({ sequence, correction, madeAt }) => (
          <li key={sequence} data-testid="decision">
            <span>
              {words(correction)}
              {t('separator')}
              {day(madeAt)}
            </span>
            <button
              type="button"
              class="link-button"
              onClick={() => void port.calls.undoCorrection({ sequence })}
            >
              {t('undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useDecisionWords(): (correction: CorrectionView['correction']) => string {
  const { t } = usePanel();
  /** Ids tell the name well enough: type, colon, the name in Latin letters. */
  const nameOf = (id: string) => id.slice(id.indexOf(':') + 1).replaceAll('-', ' ');
  return (correction) => {
    switch (correction.kind) {
      case 'not-this':
        return t('nameNotThisDone', correction.form, nameOf(correction.entityId));
      case 'same-as':
        return t('nameJoined', nameOf(correction.entityId), nameOf(correction.into));
      case 'split':
        return t(
          'decisionSplit',
          correction.forms.join(t('listComma')),
          nameOf(correction.entityId),
          correction.label,
        );
      case 'rename':
        return t('nameRenamed', nameOf(correction.entityId), correction.label);
      case 'retype':
        return t('nameRetyped', nameOf(correction.entityId), t(KIND_SINGULAR[correction.type]));
      case 'add-alias':
        return t('nameAliasAdded', correction.text, nameOf(correction.entityId));
      case 'ignore':
        return t('nameIgnored', correction.form);
    }
  };
}

/** Copies the citation of what it stands beside, in one click. */
import type { TextPosition } from '../../text/position.ts';
import { useCite } from '../list-keys.ts';
import type { PassageId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { Icon } from './Icon.tsx';

interface CiteButtonProps {
  readonly passageId: PassageId;
  /** What of the article is quoted; null for the whole passage. */
  readonly part: TextPosition | null;
}

export function CiteButton({ passageId, part }: CiteButtonProps) {
  const { t } = usePanel();
  const cite = useCite();
  return (
    <button
      type="button"
      class="icon-button passage-cite"
      title={t('copyCitation')}
      aria-label={t('copyCitation')}
      onClick={() => void cite(passageId, part)}
    >
      <Icon name="cite" />
    </button>
  );
}

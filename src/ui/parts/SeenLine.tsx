/** One line of the popup: how many sentences of the page were printed before; the panel shows which. */
import type { SeenView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';

export function SeenLine({ seen }: { readonly seen: SeenView | null }) {
  const { port, t, plural } = usePanel();
  if (!seen || (seen.sentenceCount === 0 && !seen.same)) return null;
  return (
    <p class="notice seen-line" data-testid="seen-line">
      {seen.same
        ? t(seen.same.by === 'url' ? 'seenIsArticle' : 'seenIsNearlyArticle')
        : plural('badgeSentences', seen.sentenceCount)}
      <button type="button" class="link-button" onClick={() => port.openPanel()}>
        {t('openInPanel')}
      </button>
    </p>
  );
}

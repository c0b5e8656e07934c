/** One line of the popup: how many sentences of the page were printed before; the panel shows which. */
import type { SeenView } from '../../protocol/views.ts';
import { type Panel, usePanel } from '../panel.ts';

export function SeenLine({ seen }: { readonly seen: SeenView | null }) {
  const words = usePanel();
  const { port, t, plural } = words;
  if (!seen || (seen.sentenceCount === 0 && !seen.same)) return null;
  return (
    <p class="notice seen-line" data-testid="seen-line">
      {seen.same
        ? t(seen.same.by === 'url' ? 'seenIsArticle' : 'seenIsNearlyArticle')
        : `${plural('badgeSentences', seen.sentenceCount)}: ${howPrinted(words, seen)}`}
      <button type="button" class="link-button" onClick={() => port.openPanel()}>
        {t('openInPanel')}
      </button>
    </p>
  );
}

/** "3 word for word, 2 reworded". */
export function howPrinted(
  { plural, t }: Pick<Panel, 'plural' | 't'>,
  { sentenceCount, verbatimCount }: Pick<SeenView, 'sentenceCount' | 'verbatimCount'>,
): string {
  const rewordedCount = sentenceCount - verbatimCount;
  return [
    ...(verbatimCount > 0 ? [plural('seenVerbatim', verbatimCount)] : []),
    ...(rewordedCount > 0 ? [plural('seenReworded', rewordedCount)] : []),
  ].join(t('listComma'));
}

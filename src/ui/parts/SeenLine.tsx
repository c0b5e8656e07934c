/** In the popup: which archived article the page is, and how many of its sentences others print; the panel shows which. */
import type { ProvenanceView, SeenView } from '../../protocol/views.ts';
import { type Panel, usePanel } from '../panel.ts';

export function SeenLine({ seen }: { readonly seen: SeenView | null }) {
  const words = usePanel();
  const { port, t, plural } = words;
  if (!seen) return null;
  const { same, sentenceCount } = seen;
  // A page that was saved is told beside the way to save one.
  const isTold = same !== null && !savedFrom(seen);
  return (
    <>
      {isTold && (
        <p class="notice seen-line" data-testid="same-line">
          {t(same.by === 'url' ? 'seenIsArticle' : 'seenIsNearlyArticle')}
          <button
            type="button"
            class="link-button"
            onClick={() => port.openReader(same.provenance.articleId, null)}
          >
            {t('openSaved')}
          </button>
        </p>
      )}
      {sentenceCount > 0 && (
        <p class="notice seen-line" data-testid="seen-line">
          {`${plural('badgeSentences', sentenceCount)}: ${howPrinted(words, seen)}`}
          <button type="button" class="link-button" onClick={() => port.openPanel()}>
            {t('seenShowWhich')}
          </button>
        </p>
      )}
    </>
  );
}

/** The reader's own article that was saved from this page's address; null where none was. */
export function savedFrom(seen: SeenView | null): ProvenanceView | null {
  const same = seen?.same;
  return same?.by === 'url' && same.provenance.collection === 'yours' ? same.provenance : null;
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

/** The articles that came with the extension: shown beside the reader's own and marked, to be read and not changed. */
import type { ArticleId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { ShortProvenance } from '../parts/Provenance.tsx';
import { useAnswer } from '../use-answer.ts';

/** `found`: only those that the search above found; null for all. */
export function BundledArticles({ found }: { readonly found: readonly ArticleId[] | null }) {
  const { port, t, plural, number } = usePanel();
  const answer = useAnswer(() => port.calls.listBundled({}), []);
  if (answer.state !== 'ready' || answer.value.length === 0) return null;
  const shown = answer.value.filter(({ articleId }) => found?.includes(articleId) ?? true);
  return (
    <section class="page-section bundled" aria-labelledby="bundled" data-testid="bundled">
      <h2 id="bundled">{plural('bundledTitle', answer.value.length)}</h2>
      <p class="fine-print">{t('bundledMeans')}</p>
      {found && (
        <p class="table-count" role="status" data-testid="bundled-count">
          {plural('archiveFoundOf', answer.value.length, number(shown.length))}
        </p>
      )}
      <ul>
        {shown.map((of) => (
          <li key={of.articleId} class="bundled-row">
            <button type="button" class="bundled-title" onClick={() => port.openReader(of.articleId, null)}>
              <bdi>{of.headline ?? t('noHeadlinePrinted')}</bdi>
            </button>
            <span class="row-facts">
              <span>
                <ShortProvenance of={of} besideHeadline />
              </span>
              <span class="tag">{t('bundledMark')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

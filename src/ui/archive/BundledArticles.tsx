/** The articles that came with the extension: shown beside the reader's own and marked, to be read and not changed. */
import { usePanel } from '../panel.ts';
import { ShortProvenance } from '../parts/Provenance.tsx';
import { useAnswer } from '../use-answer.ts';

export function BundledArticles() {
  const { port, t, plural } = usePanel();
  const answer = useAnswer(() => port.calls.listBundled({}), []);
  if (answer.state !== 'ready' || answer.value.length === 0) return null;
  return (
    <section class="page-section bundled" aria-labelledby="bundled" data-testid="bundled">
      <h2 id="bundled">{plural('bundledTitle', answer.value.length)}</h2>
      <p class="fine-print">{t('bundledMeans')}</p>
      <ul>
        {answer.value.map((of) => (
          <li key={of.articleId} class="bundled-row">
            <button type="button" class="bundled-title" onClick={() => port.openReader(of.articleId, null)}>
              <bdi>{of.headline ?? t('noHeadlinePrinted')}</bdi>
            </button>
            <span class="row-facts">
              <span>
                <ShortProvenance of={of} />
              </span>
              <span class="tag">{t('bundledMark')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sample archive: taken in with one click, tried on a page and with searches, put away with one click. */
import { useEffect, useState } from 'preact/hooks';
import type { ImportView } from '../../protocol/archive-calls.ts';
import type { ArticleId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { useArchivePage, useFresh } from './archive-page.ts';
import { SAMPLE_SEARCHES } from './sample-page.ts';

export interface SampleState {
  readonly articleIds: readonly ArticleId[];
  /** Read and kept, but search and names do not know it yet. */
  readonly isBusy: boolean;
  /** Grows with every change of the archive: an answer asked for before may be another now. */
  readonly edition: number;
  /** What went wrong when it was last asked for; null: nothing. */
  readonly wrong: string | null;
  add(): void;
  remove(): void;
}

/** Null until it is known whether the sample is there. */
export function useSample(): SampleState | null {
  const { plural, undoable } = usePanel();
  const { port } = useArchivePage();
  const held = useFresh(({ port: { sample } }) => sample.held());
  const [job, setJob] = useState<ImportView | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [edition, setEdition] = useState(0);
  useEffect(() => {
    const listening = new AbortController();
    port.onChange(() => setEdition((past) => past + 1), listening.signal);
    port.desk.onProgress(
      (told) => setJob((mine) => (mine?.job === told.job ? told : mine)),
      listening.signal,
    );
    return () => listening.abort();
  }, []);
  if (held.state !== 'ready') return null;
  const articleIds = held.value;
  return {
    articleIds,
    isBusy: isAsked || job?.state === 'running' || job?.isIndexing === true,
    edition,
    wrong: job?.reason ?? wrong,
    add: async () => {
      setAsked(true);
      const begun = await port.sample.add();
      if (begun.ok) setJob(begun.value);
      setWrong(begun.ok ? null : begun.error.message);
      setAsked(false);
    },
    remove: async () => {
      await port.calls.removeHoldings({ articleIds });
      undoable.set({
        text: plural('sampleRemoved', articleIds.length),
        undo: () => port.calls.restoreHoldings({ articleIds }),
      });
    },
  };
}

/** The button that takes it in, for where there is nothing yet. */
export function SampleOffer({ sample }: { readonly sample: SampleState }) {
  const { t } = usePanel();
  return (
    <>
      <button
        type="button"
        class="button"
        data-testid="sample-add"
        disabled={sample.isBusy}
        onClick={sample.add}
      >
        {t(sample.isBusy ? 'sampleAdding' : 'sampleAdd')}
      </button>
      <p class="fine-print">{t('sampleMeans')}</p>
      {sample.wrong !== null && (
        <p class="field-error" role="alert">
          {sample.wrong}
        </p>
      )}
    </>
  );
}

/** Where articles are added: to be had again by whoever removed it. */
export function SampleSection() {
  const { t } = usePanel();
  const sample = useSample();
  if (!sample) return null;
  return (
    <section class="page-section" aria-labelledby="sample-title">
      <h2 id="sample-title">{t('sampleTitle')}</h2>
      {sample.articleIds.length > 0 ? (
        <SampleTrials sample={sample} />
      ) : (
        <>
          <p class="page-lead">{t('sampleLead')}</p>
          <SampleOffer sample={sample} />
        </>
      )}
    </section>
  );
}

/** What to try, and the way to be rid of it. */
export function SampleTrials({ sample }: { readonly sample: SampleState }) {
  const { t, plural } = usePanel();
  return (
    <div class="sample" data-testid="sample-held" data-busy={sample.isBusy}>
      <p class="page-lead" role="status">
        {sample.isBusy ? t('importIndexingMeans') : plural('sampleHeld', sample.articleIds.length)}
      </p>
      <ul class="sample-searches">
        {SAMPLE_SEARCHES.map(({ query, means }) => (
          <li key={query}>
            <a href={`/popup.html?q=${encodeURIComponent(query)}`} target="_blank" rel="noopener">
              <bdi>{query}</bdi>
            </a>{' '}
            {t(means)}
          </li>
        ))}
      </ul>
      <div class="button-row">
        <button type="button" class="button" data-testid="sample-remove" onClick={sample.remove}>
          {t('sampleRemove')}
        </button>
      </div>
    </div>
  );
}

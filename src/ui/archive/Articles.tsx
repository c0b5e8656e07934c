/** The articles a reader brought: found with the query language, sorted, labelled, removed, opened. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import { ArchiveCharts } from '../charts/ArchiveCharts.tsx';
import type { ArticleId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { Icon } from '../parts/Icon.tsx';
import { ErrorMessage, Skeleton, StateMessage } from '../parts/StateMessage.tsx';
import { ArticleDialog } from './ArticleDialog.tsx';
import { ArticleTable } from './ArticleTable.tsx';
import { useArchivePage, useFresh } from './archive-page.ts';
import { nextOrder, type Order, type Selection, sortRows, useSelection } from './article-list.ts';
import { BundledArticles } from './BundledArticles.tsx';
import { ExportSelected } from './ExportArticles.tsx';
import { SampleOffer, type SampleState, SampleTrials, useSample } from './SampleArchive.tsx';

/** Answers of the archive's search that the table can show; more are a reason to ask more exactly. */
const MOST_FOUND = 10_000;

const NONE: readonly HoldingView[] = [];

export function Articles({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = usePanel();
  const [query, setQuery] = useState('');
  const sample = useSample();
  const all = useFresh(({ port }) => port.calls.listHoldings({}));
  const found = useFresh<readonly ArticleId[] | null>(
    async (_page, { port }) =>
      query.trim() === ''
        ? { ok: true, value: null }
        : port.calls.findArticles({ text: query, limit: MOST_FOUND }),
    [query],
  );
  // What was found last stays until the next answer: a list that empties at every letter cannot be read.
  const [shown, setShown] = useState<readonly ArticleId[] | null>(null);
  useEffect(() => {
    if (found.state === 'ready') setShown(found.value);
  }, [found]);
  const ids = query.trim() === '' ? null : shown;
  const held = all.state === 'ready' ? all.value : NONE;
  const rows = useMemo(() => (ids === null ? held : chosen(held, ids)), [held, ids]);
  if (all.state === 'loading') return <Skeleton label={t('loading')} />;
  if (all.state === 'failed') return <ErrorMessage code={all.code} />;
  return (
    <>
      {held.length === 0 ? (
        <NothingYet onAdd={onAdd} sample={sample} />
      ) : (
        <>
          <Samples sample={sample} />
          <ArticleFilter query={query} onQuery={setQuery} isBusy={found.state === 'loading'} />
          <section class="own-articles" aria-labelledby="own">
            <h2 id="own">{t('ownArticles')}</h2>
            <FoundArticles rows={rows} total={held.length} />
          </section>
        </>
      )}
      <BundledArticles found={ids} />
    </>
  );
}

function chosen(rows: readonly HoldingView[], ids: readonly ArticleId[]): HoldingView[] {
  const wanted = new Set(ids);
  return rows.filter(({ articleId }) => wanted.has(articleId));
}

interface NothingYetProps {
  readonly onAdd: () => void;
  readonly sample: SampleState | null;
}

function NothingYet({ onAdd, sample }: NothingYetProps) {
  const { t } = usePanel();
  return (
    <StateMessage state="empty" title={t('archiveEmptyTitle')}>
      <p>{t('archiveEmptyText')}</p>
      <button type="button" class="button primary" onClick={onAdd}>
        {t('archiveAddFirst')}
      </button>
      <h2 class="state-title">{t('sampleTitle')}</h2>
      <p>{t('sampleLead')}</p>
      {sample && <SampleOffer sample={sample} />}
    </StateMessage>
  );
}

/** One line, opened for what to try with them; nothing where none is held. */
function Samples({ sample }: { readonly sample: SampleState | null }) {
  const { plural } = usePanel();
  const count = sample?.articleIds.length ?? 0;
  if (!sample || count === 0) return null;
  return (
    <details class="samples">
      <summary>{plural('sampleSome', count)}</summary>
      <SampleTrials sample={sample} />
    </details>
  );
}

interface ArticleFilterProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly isBusy: boolean;
}

function ArticleFilter({ query, onQuery, isBusy }: ArticleFilterProps) {
  const { t } = usePanel();
  return (
    <search class="search archive-search">
      <div class="search-field" aria-busy={isBusy}>
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('archiveFilter')}
          dir={query === '' ? undefined : 'auto'}
          placeholder={t('archiveFilterExample')}
          title={t('archiveFilterExample')}
          value={query}
          onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        />
      </div>
    </search>
  );
}

function FoundArticles({ rows, total }: { readonly rows: readonly HoldingView[]; readonly total: number }) {
  const { t, number, plural, compare } = usePanel();
  const [order, setOrder] = useState<Order>({ field: 'addedAt', isDescending: true });
  const [edited, setEdited] = useState<HoldingView | null>(null);
  const selection = useSelection();
  // Ten thousand comparisons of words are a tenth of a second: not at every letter typed, only for other rows.
  const sorted = useMemo(() => sortRows(rows, order, compare), [rows, order]);
  return (
    <>
      <ArchiveCharts rows={rows} />
      <p class="table-count" role="status">
        {rows.length === total
          ? plural('articles', total)
          : plural('archiveFoundOf', total, number(rows.length))}
      </p>
      {selection.ids.length > 0 && <SelectionActs selection={selection} />}
      {rows.length === 0 ? (
        <p class="fine-print">{t('ownNotFound')}</p>
      ) : (
        <ArticleTable
          rows={sorted}
          order={order}
          onSort={(field) => setOrder(nextOrder(order, field))}
          selection={selection}
          onEdit={setEdited}
        />
      )}
      {edited && <ArticleDialog key={edited.articleId} row={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function SelectionActs({ selection }: { readonly selection: Selection }) {
  const { t, plural, undoable } = usePanel();
  const { port } = useArchivePage();
  const [label, setLabel] = useState('');
  const { ids } = selection;
  const put = async (field: 'tags' | 'collections') => {
    const add = [label.trim()].filter(Boolean);
    if (add.length === 0) return;
    await port.calls.labelHoldings({ articleIds: ids, field, add, remove: [] });
    setLabel('');
    undoable.set({
      text: t('archiveLabelled', add[0] ?? ''),
      undo: () => port.calls.labelHoldings({ articleIds: ids, field, add: [], remove: add }),
    });
  };
  const remove = async () => {
    await port.calls.removeHoldings({ articleIds: ids });
    selection.set([]);
    undoable.set({
      text: plural('archiveRemoved', ids.length),
      undo: () => port.calls.restoreHoldings({ articleIds: ids }),
    });
  };
  return (
    <fieldset class="selection-acts" aria-label={plural('archiveSelected', ids.length)}>
      <span>{plural('archiveSelected', ids.length)}</span>
      <input
        type="text"
        data-testid="label"
        aria-label={t('archiveLabel')}
        dir={label === '' ? undefined : 'auto'}
        placeholder={t('archiveLabel')}
        value={label}
        onInput={({ currentTarget }) => setLabel(currentTarget.value)}
      />
      <button type="button" class="button" data-testid="tag-selected" onClick={() => void put('tags')}>
        {t('archiveTag')}
      </button>
      <button
        type="button"
        class="button"
        data-testid="collect-selected"
        onClick={() => void put('collections')}
      >
        {t('archiveCollect')}
      </button>
      <ExportSelected articleIds={ids} />
      <button type="button" class="button" data-testid="remove-selected" onClick={() => void remove()}>
        {t('archiveRemove')}
      </button>
    </fieldset>
  );
}

/**
 * The table of the reader's articles. Only the rows in sight are drawn: ten thousand rows as elements take a second
 * and 40 MB, these take a frame, whatever the archive's size.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { OutletName } from '../parts/Provenance.tsx';
import type { Order, Selection, SortField } from './article-list.ts';

/** CSS pixels; styles/archive.css has the same numbers. Where the window is narrow a title takes two lines. */
const ROW_HEIGHT = 52;
const NARROW_ROW_HEIGHT = 74;
const NARROW = '(max-width: 640px)';
/** Rows drawn above and below the sight, so that a quick scroll meets no gap. */
const MARGIN_ROWS = 8;

interface ArticleTableProps {
  readonly rows: readonly HoldingView[];
  readonly order: Order;
  readonly onSort: (field: SortField) => void;
  readonly selection: Selection;
  readonly onEdit: (row: HoldingView) => void;
}

export function ArticleTable({ rows, order, onSort, selection, onEdit }: ArticleTableProps) {
  const { t } = usePanel();
  const frame = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const { first, last } = useRowsInSight(frame, rows.length, rowHeight);
  const isAll = rows.length > 0 && rows.every(({ articleId }) => selection.has(articleId));
  return (
    <div ref={frame} class="article-frame" data-testid="article-table">
      <table class="article-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th class="cell-check">
              <input
                type="checkbox"
                aria-label={t('archiveSelectAll')}
                checked={isAll}
                onChange={() => selection.set(isAll ? [] : rows.map(({ articleId }) => articleId))}
              />
            </th>
            <SortHead field="headline" label="archiveColumnArticle" order={order} onSort={onSort} />
            <SortHead field="publisher" label="archiveColumnOutlet" order={order} onSort={onSort} />
            <SortHead field="datePublished" label="archiveColumnPrinted" order={order} onSort={onSort} />
            <SortHead field="addedAt" label="archiveColumnAdded" order={order} onSort={onSort} />
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap rows={first} rowHeight={rowHeight} />}
          {rows.slice(first, last).map((row, at) => (
            <ArticleRow
              key={row.articleId}
              row={row}
              index={first + at + 2}
              isSelected={selection.has(row.articleId)}
              onSelect={() => selection.toggle(row.articleId)}
              onEdit={() => onEdit(row)}
            />
          ))}
          {last < rows.length && <Gap rows={rows.length - last} rowHeight={rowHeight} />}
        </tbody>
      </table>
    </div>
  );
}

function useRowHeight(): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const listening = new AbortController();
    matchMedia(NARROW).addEventListener('change', ({ matches }) => setNarrow(matches), {
      signal: listening.signal,
    });
    return () => listening.abort();
  }, []);
  return isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
}

/** Half-open range of the rows to draw. */
function useRowsInSight(
  frame: { readonly current: HTMLDivElement | null },
  count: number,
  rowHeight: number,
) {
  const [range, setRange] = useState({ first: 0, last: Math.min(count, 40) });
  useEffect(() => {
    const measure = () => {
      const box = frame.current?.getBoundingClientRect();
      if (!box) return;
      const above = Math.max(0, -box.top);
      const first = Math.max(0, Math.floor(above / rowHeight) - MARGIN_ROWS);
      const last = Math.min(count, Math.ceil((above + innerHeight) / rowHeight) + MARGIN_ROWS);
      setRange((known) => (known.first === first && known.last === last ? known : { first, last }));
    };
    const listening = new AbortController();
    measure();
    addEventListener('scroll', measure, { passive: true, signal: listening.signal });
    addEventListener('resize', measure, { signal: listening.signal });
    return () => listening.abort();
  }, [count, rowHeight]);
  return range;
}

function Gap({ rows, rowHeight }: { readonly rows: number; readonly rowHeight: number }) {
  const { plural } = usePanel();
  const cell = useRef<HTMLTableCellElement>(null);
  // Through the object model: the content security policy allows no style attribute.
  const height = `${rows * rowHeight}px`;
  useEffect(() => cell.current?.style.setProperty('block-size', height), [height]);
  return (
    <tr class="gap-row">
      <td ref={cell} aria-label={plural('archiveFurther', rows)} />
    </tr>
  );
}

interface SortHeadProps {
  readonly field: SortField;
  readonly label: MessageKey;
  readonly order: Order;
  readonly onSort: (field: SortField) => void;
}

function SortHead({ field, label, order, onSort }: SortHeadProps) {
  const { t } = usePanel();
  const isSorted = order.field === field;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <th class={`cell-${field}`} aria-sort={isSorted ? direction : 'none'}>
      <button type="button" class="sort-button" onClick={() => onSort(field)}>
        {t(label)}
        {isSorted && <span aria-hidden="true">{order.isDescending ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
}

interface ArticleRowProps {
  readonly row: HoldingView;
  readonly index: number;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onEdit: () => void;
}

function ArticleRow({ row, index, isSelected, onSelect, onEdit }: ArticleRowProps) {
  const { port, t, date, day, plural } = usePanel();
  const { articleId, headline, datePublished, addedAt, tags, collections, length } = row;
  const title = headline ?? t('noHeadlinePrinted');
  return (
    <tr aria-rowindex={index} aria-selected={isSelected} data-testid="article-row">
      <td class="cell-check">
        <input
          type="checkbox"
          aria-label={t('archiveSelect', title)}
          checked={isSelected}
          onChange={onSelect}
        />
      </td>
      <td class="cell-headline">
        <button
          type="button"
          class="row-title"
          title={title}
          onClick={() => port.openReader(articleId, null)}
        >
          <bdi>{title}</bdi>
        </button>
        <span class="row-facts">
          {plural('wordCount', length)}
          {[...collections, ...tags].map((label) => (
            <bdi key={label} class="tag">
              {label}
            </bdi>
          ))}
          <button type="button" class="link-button" aria-label={t('archiveEditOf', title)} onClick={onEdit}>
            {t('archiveEdit')}
          </button>
        </span>
      </td>
      <td class="cell-publisher">
        <OutletName of={row} />
      </td>
      <td class="cell-datePublished">{datePublished ? date(datePublished) : t('noDatePrinted')}</td>
      <td class="cell-addedAt">{day(addedAt)}</td>
    </tr>
  );
}

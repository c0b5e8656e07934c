/** The order of the table, and which of its articles are selected. */
import { useState } from 'preact/hooks';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import type { ArticleId } from '../nouns.ts';
import type { Words } from '../words.ts';

export type SortField = 'headline' | 'publisher' | 'datePublished' | 'addedAt';

export interface Order {
  readonly field: SortField;
  readonly isDescending: boolean;
}

/** Dates begin with the newest, words with A; the same column again turns round. */
export function nextOrder(order: Order, field: SortField): Order {
  if (order.field === field) return { field, isDescending: !order.isDescending };
  return { field, isDescending: field === 'datePublished' || field === 'addedAt' };
}

/** What is not printed stands last in either direction. */
export function sortRows(
  rows: readonly HoldingView[],
  { field, isDescending }: Order,
  compare: Words['compare'],
): HoldingView[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [a[field], b[field]];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    const order = isDescending ? compare(right, left) : compare(left, right);
    // Of one import many are alike: a row stays where it is when it is changed.
    return order || (a.articleId < b.articleId ? -1 : 1);
  });
}

export interface Selection {
  readonly ids: readonly ArticleId[];
  has(id: ArticleId): boolean;
  toggle(id: ArticleId): void;
  set(ids: readonly ArticleId[]): void;
}

export function useSelection(): Selection {
  const [selected, setSelected] = useState<ReadonlySet<ArticleId>>(new Set());
  return {
    ids: [...selected],
    has: (id) => selected.has(id),
    toggle: (id) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setSelected(next);
    },
    set: (ids) => setSelected(new Set(ids)),
  };
}

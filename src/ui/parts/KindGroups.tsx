/** Names grouped by kind, as in a book's index: the kind in the margin with its line, the names beside it. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { groupByKind, KIND_PLURAL } from '../kinds.ts';
import type { EntityType } from '../nouns.ts';
import { usePanel } from '../panel.ts';

interface KindGroupsProps<T> {
  readonly names: readonly T[];
  /** Names shown per kind before "more"; all when left out. */
  readonly limit?: number;
  readonly draw: (name: T) => ComponentChildren;
}

export function KindGroups<T extends { readonly type: EntityType }>({
  names,
  limit,
  draw,
}: KindGroupsProps<T>) {
  return (
    <div class="kinds">
      {groupByKind(names).map((group) => (
        <KindGroup
          key={group.type}
          type={group.type}
          names={group.names}
          draw={draw}
          {...(limit ? { limit } : {})}
        />
      ))}
    </div>
  );
}

function KindGroup<T>({
  type,
  names,
  limit = Number.POSITIVE_INFINITY,
  draw,
}: KindGroupsProps<T> & { readonly type: EntityType }) {
  const { t, plural } = usePanel();
  const [isWhole, setWhole] = useState(false);
  // One hidden name costs as much room as the button that shows it.
  const isCut = !isWhole && names.length > limit + 1;
  const shown = isCut ? names.slice(0, limit) : names;
  return (
    <section class="kind" aria-label={t(KIND_PLURAL[type])}>
      <h3 class="kind-title">
        <span class="name" data-kind={type}>
          {t(KIND_PLURAL[type])}
        </span>
      </h3>
      <ul class="name-list">
        {shown.map(draw)}
        {isCut && (
          <li>
            <button type="button" class="more" data-item onClick={() => setWhole(true)}>
              {plural('showMore', names.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

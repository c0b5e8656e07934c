/** What a name has said, as far as the archive surely quotes it; all of it through a search where there is one. */
import { useContext } from 'preact/hooks';
import type { EntityView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { SearchContext } from '../search-context.ts';
import { Dot } from './Dot.tsx';
import { Passage } from './Passage.tsx';
import { Sentence } from './Sentence.tsx';

export function Said({ entity }: { readonly entity: EntityView }) {
  const { t, plural, number } = usePanel();
  const search = useContext(SearchContext);
  if (entity.saidCount === 0) return null;
  return (
    <details class="said" data-testid="said">
      <summary>
        {plural('saidIn', entity.saidCount)}
        {entity.saidUnnamed > 0 && (
          <>
            <Dot />
            {t('saidUnnamed', number(entity.saidUnnamed))}
          </>
        )}
      </summary>
      <ol class="passages">
        {entity.said.map((passage) => (
          <li key={passage.passageId}>
            <Passage passage={passage} brief />
          </li>
        ))}
      </ol>
      {search && (
        <button
          type="button"
          class="more"
          data-item
          data-testid="said-all"
          onClick={() => search(`said:"${entity.label}"`)}
        >
          <Sentence message="saidAll" parts={[entity.label]} />
        </button>
      )}
    </details>
  );
}

/** A selection that was looked up: the words, the names in them, where they were printed before, related passages. */
import type { LookupView, PrintingView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from './ArchiveText.tsx';
import { NameRow } from './NameRow.tsx';
import { PassageList } from './Passage.tsx';
import { Printing } from './Printing.tsx';
import { Section } from './Section.tsx';
import { StateMessage } from './StateMessage.tsx';

interface LookupProps {
  readonly lookup: LookupView;
  /** At most this many passages: in the card. */
  readonly limit?: number;
}

export function Lookup({ lookup, limit = Number.POSITIVE_INFINITY }: LookupProps) {
  const { t, plural } = usePanel();
  const { names, printings, passages } = lookup;
  return (
    <div class="lookup">
      <blockquote class="looked-up" dir="auto">
        <ArchiveText text={lookup.text} />
      </blockquote>
      {printings.length > 0 && (
        <Section title={t('seenBeforeTitle')} count={printings.length}>
          <PrintingList printings={printings} />
        </Section>
      )}
      {names.length > 0 && (
        <Section title={t('namesTitle')} count={names.length}>
          <ul class="name-list">
            {names.map((name) => (
              <NameRow
                key={name.entityId}
                entityId={name.entityId}
                type={name.type}
                label={name.label}
                count={name.passageCount}
                countInWords={plural('passages', name.passageCount)}
              />
            ))}
          </ul>
        </Section>
      )}
      {passages.length > 0 && (
        <Section title={t('relatedTitle')} count={passages.length}>
          <PassageList passages={passages.slice(0, limit)} />
        </Section>
      )}
      {names.length + printings.length + passages.length === 0 && (
        <StateMessage state="nothing-found" title={t('lookupEmptyTitle')}>
          <p>{t('lookupEmptyText')}</p>
        </StateMessage>
      )}
    </div>
  );
}

function PrintingList({ printings }: { readonly printings: readonly PrintingView[] }) {
  const { t } = usePanel();
  const hasChanges = printings.some(({ difference }) => difference.some(({ kind }) => kind !== 'kept'));
  // Only dated printings can be said to be the first.
  const first = printings.length > 1 ? printings.findIndex(({ provenance }) => provenance.datePublished) : -1;
  return (
    <>
      <ol class="passages">
        {printings.map((printing, index) => (
          <li key={printing.passageId}>
            <Printing printing={printing} isFirst={index === first} />
          </li>
        ))}
      </ol>
      {hasChanges && (
        <p class="legend">
          <ins>{t('addedHere')}</ins>
          <span class="dot">{t('separator')}</span>
          <del>{t('droppedHere')}</del>
        </p>
      )}
    </>
  );
}

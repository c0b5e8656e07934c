/** A selection that was looked up: the words, the names in them, where they were printed before, related passages. */
import type { LookupView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from './ArchiveText.tsx';
import { countPrintings, Lineage, SimilarSentences } from './Lineage.tsx';
import { NameRow } from './NameRow.tsx';
import { PassageList } from './Passage.tsx';
import { Section } from './Section.tsx';
import { StateMessage } from './StateMessage.tsx';

interface LookupProps {
  readonly lookup: LookupView;
  /** At most this many passages: in the card. */
  readonly limit?: number;
}

export function Lookup({ lookup, limit = Number.POSITIVE_INFINITY }: LookupProps) {
  const { t } = usePanel();
  const { names, printings, similar, passages } = lookup;
  return (
    <div class="lookup">
      <blockquote class="looked-up" dir="auto">
        <ArchiveText text={lookup.text} />
      </blockquote>
      {printings.length === 0 &&
        isSentence(lookup.text) &&
        names.length + similar.length + passages.length > 0 && (
          <p class="fact" data-testid="not-seen">
            {t('notSeenBefore')}
          </p>
        )}
      {printings.length > 0 && (
        <Section title={t('seenBeforeTitle')} count={countPrintings(printings)} unit="showPrintings">
          <Lineage printings={printings} />
        </Section>
      )}
      <SimilarSentences similar={similar} />
      {names.length > 0 && (
        <Section title={t('namesTitle')} count={names.length}>
          <ul class="name-list">
            {names.map((name) => (
              <NameRow
                key={name.entityId}
                entityId={name.entityId}
                type={name.type}
                label={name.label}
                counts="passages"
                count={name.passageCount}
              />
            ))}
          </ul>
        </Section>
      )}
      {passages.length > 0 && (
        <Section title={t('relatedTitle')}>
          <PassageList passages={passages.slice(0, limit)} />
        </Section>
      )}
      {names.length + printings.length + similar.length + passages.length === 0 && (
        <StateMessage state="nothing-found" title={t('lookupEmptyTitle')}>
          <p>{t('lookupEmptyText')}</p>
        </StateMessage>
      )}
    </div>
  );
}

/** Long enough that a reader may wonder whether it was printed before; a name is not. */
function isSentence(text: string): boolean {
  return text.length >= 40 || text.split(/\s+/).length >= 6;
}

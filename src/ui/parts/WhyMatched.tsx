/** In words, why the archive takes what stands on the page for this name. */
import type { MatchReason } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { Sentence } from './Sentence.tsx';

const REASONS: Record<MatchReason | 'spelling', MessageKey> = {
  label: 'whyLabel',
  alias: 'whyAlias',
  'outlet-term': 'whyOutletTerm',
  'other-script': 'whyOtherScript',
  surname: 'whySurname',
  context: 'whyContext',
  'event-date': 'whyEventDate',
  'event-context': 'whyEventContext',
  spelling: 'whySpelling',
};

interface WhyMatchedProps {
  readonly why: MatchReason | 'spelling';
  readonly exact: string;
  readonly because: readonly string[];
}

export function WhyMatched({ why, exact, because }: WhyMatchedProps) {
  const { t } = usePanel();
  return (
    <p class="why">
      <Sentence message={REASONS[why]} parts={[exact]} />
      {because.length > 0 && (
        <>
          {' '}
          <Sentence message="settledBy" parts={[because.join(t('listComma'))]} />
        </>
      )}
    </p>
  );
}

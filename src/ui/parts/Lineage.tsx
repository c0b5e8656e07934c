/** Every printing of a sentence: a line of dates, the dated ones in order, the undated ones apart, two ways to compare. */
import { useState } from 'preact/hooks';
import type { PrintingView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import type { Comparison } from './Difference.tsx';
import { Dot } from './Dot.tsx';
import { Printing } from './Printing.tsx';
import { Section } from './Section.tsx';
import { type OwnPrinting, Timeline } from './Timeline.tsx';

interface LineageProps {
  readonly printings: readonly PrintingView[];
  /** In the reader: the article itself. */
  readonly own?: OwnPrinting;
}

export function Lineage({ printings, own }: LineageProps) {
  const { t } = usePanel();
  const [as, setAs] = useState<Comparison>('inline');
  const hasChanges = printings.some(({ difference }) => difference.some(({ kind }) => kind !== 'kept'));
  const dated = printings.filter(({ role }) => role !== 'undated');
  const undated = printings.filter(({ role }) => role === 'undated');
  return (
    <div class="lineage">
      <Timeline printings={printings} own={own} />
      {hasChanges && <CompareSwitch as={as} onChoose={setAs} />}
      <PrintingList printings={dated} as={as} />
      {dated.length > 0 && undated.length > 0 && <p class="lineage-undated">{t('undatedTitle')}</p>}
      <PrintingList printings={undated} as={as} />
      {hasChanges && as === 'inline' && (
        <p class="legend">
          <ins>{t('addedHere')}</ins>
          <Dot />
          <del>{t('droppedHere')}</del>
        </p>
      )}
    </div>
  );
}

/** Below the printings of a sentence, or in their place: what is like it, and no printing of it. */
export function SimilarSentences({ similar }: { readonly similar: readonly PrintingView[] }) {
  const { t } = usePanel();
  if (similar.length === 0) return null;
  return (
    <Section title={t('similarTitle')}>
      <div data-testid="similar">
        <PrintingList printings={similar} as="inline" />
      </div>
    </Section>
  );
}

function PrintingList({
  printings,
  as,
}: {
  readonly printings: readonly PrintingView[];
  readonly as: Comparison;
}) {
  if (printings.length === 0) return null;
  return (
    <ol class="passages">
      {printings.map((printing) => (
        <li key={`${printing.passageId} ${printing.start}`}>
          <Printing printing={printing} as={as} />
        </li>
      ))}
    </ol>
  );
}

function CompareSwitch({
  as,
  onChoose,
}: {
  readonly as: Comparison;
  readonly onChoose: (as: Comparison) => void;
}) {
  const { t } = usePanel();
  return (
    <fieldset class="compare">
      <legend class="visually-hidden">{t('compareLabel')}</legend>
      {(['inline', 'sides'] as const).map((way) => (
        <button
          key={way}
          type="button"
          class="compare-way"
          data-testid={`compare-${way}`}
          aria-pressed={way === as}
          onClick={() => onChoose(way)}
        >
          {t(way === 'inline' ? 'compareInline' : 'compareSides')}
        </button>
      ))}
    </fieldset>
  );
}

/** Further printings by one outlet stand below its first. */
export function countPrintings(printings: readonly PrintingView[]): number {
  return printings.reduce((sum, { repeats }) => sum + 1 + repeats.length, 0);
}

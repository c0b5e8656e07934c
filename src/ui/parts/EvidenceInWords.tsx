/** What kind of likeness a printing has to the words asked about, how many words differ, and whether facts do. */
import type { PrintingView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { Dot } from './Dot.tsx';

const FACTS: Record<PrintingView['changed'][number], MessageKey> = {
  number: 'changedNumber',
  negation: 'changedNegation',
  name: 'changedName',
};

const WORDS: Record<PrintingView['evidence'], { readonly whole: MessageKey; readonly inPart: MessageKey }> = {
  verbatim: { whole: 'wordForWord', inPart: 'wordForWordInPart' },
  reworded: { whole: 'reworded', inPart: 'reworded' },
  similar: { whole: 'similar', inPart: 'similar' },
};

function countWords(printing: PrintingView, kind: 'added' | 'dropped'): number {
  return printing.difference
    .filter((edit) => edit.kind === kind)
    .reduce((sum, edit) => sum + edit.text.split(/\s+/).filter(Boolean).length, 0);
}

/** "word for word", or what kind of likeness it is and how many words differ. */
export function EvidenceInWords({ of }: { readonly of: PrintingView }) {
  const { t, plural } = usePanel();
  const added = countWords(of, 'added');
  const dropped = countWords(of, 'dropped');
  const { whole, inPart } = WORDS[of.evidence];
  if (added + dropped === 0) return <>{t(whole)}</>;
  return (
    <>
      {t(inPart)}
      <Dot />
      {[
        ...(added > 0 ? [plural('wordsAdded', added)] : []),
        ...(dropped > 0 ? [plural('wordsDropped', dropped)] : []),
      ].join(t('listComma'))}
    </>
  );
}

/** What a fact-checker looks for first. */
export function ChangedFacts({ of }: { readonly of: PrintingView }) {
  const { t } = usePanel();
  if (of.changed.length === 0) return null;
  return (
    <p class="changed-facts" data-testid="changed-facts">
      {of.changed.map((fact) => (
        <span key={fact} class="changed-fact">
          {t(FACTS[fact])}
        </span>
      ))}
    </p>
  );
}

/** Where a sentence that was typed or pasted was printed before: who pastes one wants to know that first. */
import { usePanel } from '../panel.ts';
import { useAnswer } from '../use-answer.ts';
import { countPrintings, Lineage, SimilarSentences } from './Lineage.tsx';
import { Section } from './Section.tsx';

export function TypedSentence({ text }: { readonly text: string }) {
  const { port, t } = usePanel();
  const answer = useAnswer(() => port.calls.lookUp({ text }), [text]);
  if (answer.state !== 'ready') return null;
  const { printings, similar } = answer.value;
  if (printings.length === 0) return <SimilarSentences similar={similar} />;
  return (
    <Section title={t('seenBeforeTitle')} count={countPrintings(printings)} unit="showPrintings">
      <Lineage printings={printings} />
    </Section>
  );
}

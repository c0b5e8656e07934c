/**
 * One appearance of a sentence in the archive, word by word against the sentence asked about: words it adds are
 * underlined, words it leaves out struck through, both also said in words, never by colour alone.
 */
import type { PrintingView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from './ArchiveText.tsx';
import { Provenance } from './Provenance.tsx';

export function Printing({
  printing,
  isFirst,
}: {
  readonly printing: PrintingView;
  readonly isFirst: boolean;
}) {
  const { port, t } = usePanel();
  return (
    <article class="printing passage" data-testid="printing" data-passage-id={printing.passageId}>
      <p class="passage-label">
        {isFirst && (
          <>
            <strong>{t('firstPrinting')}</strong>
            <span class="dot">{t('separator')}</span>
          </>
        )}
        <ChangeSummary printing={printing} />
      </p>
      <Provenance of={printing.provenance} speaker={printing.speaker} quoted={printing.quoted} />
      <button
        type="button"
        class="passage-open"
        data-item
        onClick={() => port.openReader(printing.provenance.articleId, printing.passageId)}
      >
        <span class="snippet" dir="auto">
          <Difference printing={printing} />
        </span>
      </button>
    </article>
  );
}

function countWords(printing: PrintingView, kind: 'added' | 'dropped'): number {
  return printing.difference
    .filter((edit) => edit.kind === kind)
    .reduce((sum, edit) => sum + edit.text.split(/\s+/).filter(Boolean).length, 0);
}

function ChangeSummary({ printing }: { readonly printing: PrintingView }) {
  const { t, plural } = usePanel();
  const added = countWords(printing, 'added');
  const dropped = countWords(printing, 'dropped');
  const changes = [
    ...(added > 0 ? [plural('wordsAdded', added)] : []),
    ...(dropped > 0 ? [plural('wordsDropped', dropped)] : []),
  ];
  return <>{changes.length === 0 ? t('wordForWord') : changes.join(t('listComma'))}</>;
}

function Difference({ printing }: { readonly printing: PrintingView }) {
  const { t } = usePanel();
  if (printing.difference.length === 0) return <ArchiveText text={printing.text} />;
  return (
    <>
      {printing.difference.map((edit, index) => {
        const before = printing.difference[index - 1]?.text ?? ' ';
        const gap = /\s$/.test(before) || /^\s/.test(edit.text) ? '' : ' ';
        const words = <ArchiveText text={edit.text} />;
        return (
          <span key={index}>
            {gap}
            {edit.kind === 'kept' && words}
            {edit.kind === 'added' && (
              <ins>
                <span class="visually-hidden">{t('addedHere')} </span>
                {words}
              </ins>
            )}
            {edit.kind === 'dropped' && (
              <del>
                <span class="visually-hidden">{t('droppedHere')} </span>
                {words}
              </del>
            )}
          </span>
        );
      })}
    </>
  );
}

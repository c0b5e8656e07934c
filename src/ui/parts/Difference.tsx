/**
 * Two wordings of one sentence: in one text, where words added are underlined and words left out struck through, or
 * side by side. What differs is also said in words, never by colour alone; long parts that do not differ are cut.
 */
import type { PrintingView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from './ArchiveText.tsx';

export type Comparison = 'inline' | 'sides';
type Edit = PrintingView['difference'][number];

/** Code units of a part that does not differ, shown on either side of what was cut from it. */
const KEPT_AROUND = 120;

export function Difference({ printing, as }: { readonly printing: PrintingView; readonly as: Comparison }) {
  const { t } = usePanel();
  const edits = printing.difference;
  if (edits.every(({ kind }) => kind === 'kept')) return <ArchiveText text={printing.text} />;
  if (as === 'inline') return <Edits edits={edits} />;
  const side = (without: Edit['kind']) => edits.filter(({ kind }) => kind !== without);
  return (
    <span class="sides">
      <span class="side">
        <span class="side-title">{t('compareAsked')}</span>
        <Edits edits={side('added')} />
      </span>
      <span class="side">
        <span class="side-title">{t('comparePrinted')}</span>
        <Edits edits={side('dropped')} />
      </span>
    </span>
  );
}

function Edits({ edits }: { readonly edits: readonly Edit[] }) {
  const { t } = usePanel();
  return (
    <>
      {edits.map((edit, index) => {
        const before = edits[index - 1]?.text ?? ' ';
        const gap = /\s$/.test(before) || /^\s/.test(edit.text) ? '' : ' ';
        return (
          <span key={index}>
            {gap}
            {edit.kind === 'kept' && (
              <ArchiveText text={cutKept(edit.text, index === 0, index === edits.length - 1)} />
            )}
            {edit.kind === 'added' && (
              <ins>
                <span class="visually-hidden">{t('addedHere')} </span>
                <ArchiveText text={edit.text} highlights={edit.facts} />
              </ins>
            )}
            {edit.kind === 'dropped' && (
              <del>
                <span class="visually-hidden">{t('droppedHere')} </span>
                <ArchiveText text={edit.text} highlights={edit.facts} />
              </del>
            )}
          </span>
        );
      })}
    </>
  );
}

/** The words beside a difference stay; at the ends of the sentence there is none. */
function cutKept(text: string, isFirst: boolean, isLast: boolean): string {
  const shown = (isFirst !== isLast ? 2 : 1) * KEPT_AROUND;
  if (text.length <= 2 * shown) return text;
  const head = text.slice(0, shown).replace(/\S*$/, '').toWellFormed();
  const tail = text.slice(-shown).replace(/^\S*/, '').toWellFormed();
  return `${head}…${tail}`;
}

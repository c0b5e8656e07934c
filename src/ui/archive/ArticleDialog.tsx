/** What is known of one article, to be set right; what was captured stays beside every correction. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HoldingEdit, HoldingView } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { useArchivePage } from './archive-page.ts';

type Field = 'headline' | 'author' | 'publisher' | 'datePublished' | 'url' | 'note';

const FIELDS: readonly (readonly [Field, MessageKey])[] = [
  ['headline', 'fieldHeadline'],
  ['author', 'fieldAuthor'],
  ['publisher', 'fieldOutlet'],
  ['datePublished', 'fieldDate'],
  ['url', 'fieldAddress'],
  ['note', 'fieldNote'],
];

const shownValue = (row: HoldingView, field: Field) =>
  field === 'author' ? row.author.join('; ') : (row[field] ?? '');

export function ArticleDialog({ row, onClose }: { readonly row: HoldingView; readonly onClose: () => void }) {
  const { t, explain, undoable } = usePanel();
  const { port } = useArchivePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState(
    () =>
      Object.fromEntries(FIELDS.map(([field]) => [field, shownValue(row, field)])) as Record<Field, string>,
  );
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    const saved = await port.calls.editHolding({ articleId: row.articleId, change: toChange(row, values) });
    if (!saved.ok) return setWrong(explain(saved.error));
    const before = toChange(saved.value, originalValues(row));
    undoable.set({
      text: t('archiveEdited'),
      undo: () => port.calls.editHolding({ articleId: row.articleId, change: before }),
    });
    onClose();
  };
  return (
    <dialog ref={dialog} class="help article-dialog" aria-label={t('archiveEdit')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {FIELDS.map(([field, label]) => (
          <label key={field} class="field">
            <span>{t(label)}</span>
            <input
              type="text"
              dir={values[field] === '' ? undefined : 'auto'}
              value={values[field]}
              onInput={({ currentTarget }) => setValues({ ...values, [field]: currentTarget.value })}
            />
            {row.curated[field] !== undefined && (
              <span class="fine-print">{t('fieldCaptured', row.curated[field] ?? t('notPrinted'))}</span>
            )}
          </label>
        ))}
        {wrong && (
          <p class="field-error" role="alert">
            {wrong}
          </p>
        )}
        <p class="fine-print">{t('fieldFile', row.file)}</p>
        <div class="button-row">
          <button type="submit" class="button primary">
            {t('save')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function originalValues(row: HoldingView): Record<Field, string> {
  return Object.fromEntries(FIELDS.map(([field]) => [field, shownValue(row, field)])) as Record<
    Field,
    string
  >;
}

/** Only what differs; an empty field is "not printed". */
function toChange(row: HoldingView, values: Record<Field, string>): HoldingEdit {
  const changed = FIELDS.filter(([field]) => values[field].trim() !== shownValue(row, field));
  const entries = changed.map(([field]) => {
    const value = values[field].trim();
    const authors = () => value.split(/\s*;\s*/).filter(Boolean);
    return [field, field === 'author' ? authors() : value === '' ? null : value] as const;
  });
  return Object.fromEntries(entries) as HoldingEdit;
}

/** Which column of a table is what: guessed, shown with the first rows, and the reader's to change. */
import { useState } from 'preact/hooks';
import type { TableColumns, TablePreview } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';

type Field = keyof TableColumns;

const FIELDS: readonly (readonly [Field, MessageKey])[] = [
  ['headline', 'fieldHeadline'],
  ['body', 'fieldBody'],
  ['date', 'fieldDate'],
  ['outlet', 'fieldOutlet'],
  ['author', 'fieldAuthor'],
  ['url', 'fieldAddress'],
  ['language', 'fieldLanguage'],
  ['identifier', 'fieldIdentifier'],
];

interface ColumnPickerProps {
  readonly name: string;
  readonly preview: TablePreview;
  readonly onChosen: (columns: TableColumns) => void;
  readonly onCancel: () => void;
}

export function ColumnPicker({ name, preview, onChosen, onCancel }: ColumnPickerProps) {
  const { t } = usePanel();
  const [columns, setColumns] = useState<TableColumns>(preview.guess);
  const choose = (field: Field, column: string) => {
    const { [field]: _, ...others } = columns;
    setColumns(column === '' ? others : { ...others, [field]: column });
  };
  const isUsable = columns.headline !== undefined || columns.body !== undefined;
  return (
    <form
      class="column-picker"
      data-testid="column-picker"
      aria-label={t('columnsTitle', name)}
      onSubmit={(event) => {
        event.preventDefault();
        if (isUsable) onChosen(columns);
      }}
    >
      <h2>{t('columnsTitle', name)}</h2>
      <p class="fine-print">{t('columnsMeans')}</p>
      <FirstRows preview={preview} />
      <div class="column-fields">
        {FIELDS.map(([field, label]) => (
          <label key={field} class="field">
            <span>{t(label)}</span>
            <select
              data-field={field}
              value={columns[field] ?? ''}
              onChange={({ currentTarget }) => choose(field, currentTarget.value)}
            >
              {/* The reader of tables takes a column by its name where none is chosen. */}
              {preview.guess[field] === undefined && <option value="">{t('columnsNone')}</option>}
              {preview.heading.map((column, at) => (
                <option key={`${at} ${column}`} value={column}>
                  {column}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <div class="button-row">
        <button type="submit" class="button primary" disabled={!isUsable}>
          {t('columnsImport')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

function FirstRows({ preview }: { readonly preview: TablePreview }) {
  const { t } = usePanel();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section class="table-scroll" tabIndex={0} aria-label={t('columnsRows')}>
      <table class="first-rows">
        <thead>
          <tr>
            {preview.heading.map((column, at) => (
              <th key={`${at} ${column}`} scope="col" dir="auto">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, at) => (
            <tr key={`${at} ${row[0] ?? ''}`}>
              {preview.heading.map((column, place) => (
                <td key={`${place} ${column}`} dir="auto">
                  {row[place] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Taking articles along: which of them, and in which form. */
import { useState } from 'preact/hooks';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import type { ExportChoice, ExportFormat } from '../archive-port.ts';
import type { ArticleId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { useArchivePage, useFresh } from './archive-page.ts';

const FORMATS: readonly (readonly [ExportFormat, MessageKey, MessageKey])[] = [
  ['jsonl', 'exportJsonl', 'exportJsonlMeans'],
  ['csv', 'exportCsv', 'exportCsvMeans'],
  ['markdown', 'exportMarkdown', 'exportMarkdownMeans'],
  ['html', 'exportHtml', 'exportHtmlMeans'],
  ['wacz', 'exportWacz', 'exportWaczMeans'],
  ['pack', 'exportPack', 'exportPackMeans'],
];

export function ExportArticles() {
  const { t, compare } = usePanel();
  const [collection, setCollection] = useState<string | null>(null);
  const [name, setName] = useState('');
  const listed = useFresh(({ port }) => port.calls.listHoldings({}));
  const rows = listed.state === 'ready' ? listed.value : [];
  const collections = [...new Set(rows.flatMap((row) => row.collections))].sort(compare);
  return (
    <section class="page-section" aria-labelledby="export">
      <h2 id="export">{t('exportTitle')}</h2>
      <label class="field export-which">
        <span>{t('exportWhich')}</span>
        <select
          data-testid="export-which"
          value={collection ?? ''}
          onChange={({ currentTarget }) => setCollection(currentTarget.value || null)}
        >
          <option value="">{t('exportAll')}</option>
          {collections.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label class="field export-which">
        <span>{t('exportPackName')}</span>
        <input
          type="text"
          dir={name === '' ? undefined : 'auto'}
          maxLength={80}
          data-testid="pack-name"
          placeholder={collection ?? t('packUnnamed')}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <Formats
        articleIds={collection === null ? null : idsOf(rows, collection)}
        title={name.trim() || (collection ?? t('packUnnamed'))}
      />
    </section>
  );
}

function idsOf(rows: readonly HoldingView[], collection: string): ArticleId[] {
  return rows.filter(({ collections }) => collections.includes(collection)).map(({ articleId }) => articleId);
}

function Formats(choice: ExportChoice) {
  const { t } = usePanel();
  const [busy, save] = useExport();
  return (
    <ul class="export-formats">
      {FORMATS.map(([format, label, means]) => (
        <li key={format}>
          <button
            type="button"
            class="button"
            data-format={format}
            disabled={busy !== null}
            onClick={() => void save(format, choice)}
          >
            {t(busy === format ? 'exportBusy' : label)}
          </button>
          <span class="fine-print">{t(means)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The form for a few selected articles, in one line. */
export function ExportSelected({ articleIds }: { readonly articleIds: readonly ArticleId[] }) {
  const { t } = usePanel();
  const [busy, save] = useExport();
  const [format, setFormat] = useState<ExportFormat>('jsonl');
  return (
    <span class="export-selected">
      <select
        aria-label={t('exportFormat')}
        value={format}
        onChange={({ currentTarget }) => setFormat(currentTarget.value as ExportFormat)}
      >
        {FORMATS.map(([one, label]) => (
          <option key={one} value={one}>
            {t(label)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button"
        disabled={busy !== null}
        onClick={() => void save(format, { articleIds, title: t('packUnnamed') })}
      >
        {t(busy === null ? 'archiveExport' : 'exportBusy')}
      </button>
    </span>
  );
}

function useExport() {
  const { t, announce, explain } = usePanel();
  const { port } = useArchivePage();
  const [busy, setBusy] = useState<ExportFormat | null>(null);
  const save = async (format: ExportFormat, choice: ExportChoice) => {
    setBusy(format);
    const saved = await port.exportAs(format, choice);
    setBusy(null);
    announce(saved.ok ? t('fileSaved', saved.value) : explain(saved.error));
  };
  return [busy, save] as const;
}

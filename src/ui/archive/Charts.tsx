/** How the articles lie in time, among outlets and about whom: bars to look at, and the same figures as tables. */
import { useState } from 'preact/hooks';
import type { ArchiveNameView, HoldingView } from '../../protocol/archive-calls.ts';
import type { Result } from '../../text/result.ts';
import type { ArticleId } from '../nouns.ts';
import { type Panel, usePanel } from '../panel.ts';
import { useFresh } from './archive-page.ts';
import { countEach, dateBars } from './date-bars.ts';
import { type Bar, Figure } from './Figure.tsx';

const MOST_OUTLETS = 8;
const MOST_NAMES = 12;
/** All that a name's timeline can count. */
const MOST_ARTICLES = 10_000;

export function Charts({ rows }: { readonly rows: readonly HoldingView[] }) {
  const panel = usePanel();
  const { t } = panel;
  const [isOpen, setOpen] = useState(false);
  const [isTable, setTable] = useState(false);
  if (rows.length === 0) return null;
  return (
    <details class="charts" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('chartsTitle')}</summary>
      {isOpen && (
        <>
          <button type="button" class="link-button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? 'chartsAsPicture' : 'chartsAsTable')}
          </button>
          <Figure title={t('chartsByDate')} shape="columns" bars={datesOf(panel, rows)} isTable={isTable} />
          <Figure title={t('chartsByOutlet')} shape="rows" bars={outletsOf(panel, rows)} isTable={isTable} />
          <Names rows={rows} isTable={isTable} />
        </>
      )}
    </details>
  );
}

const outletsOf = ({ compare }: Pick<Panel, 'compare'>, rows: readonly HoldingView[]) =>
  countEach(rows.flatMap(({ publisher }) => publisher ?? []))
    .sort((a, b) => b.count - a.count || compare(a.label, b.label))
    .slice(0, MOST_OUTLETS);

function datesOf({ day }: Pick<Panel, 'day'>, rows: readonly HoldingView[]): Bar[] {
  const bars = dateBars(rows.flatMap(({ datePublished }) => datePublished ?? []));
  return bars.map(({ label, count }) => ({ label: day(label), count }));
}

interface NamesProps {
  readonly rows: readonly HoldingView[];
  readonly isTable: boolean;
}

/** Names asked for: the most printed of bundled and own articles together, of which not all stand in the reader's own. */
const ASKED_NAMES = 30;

interface NamedArticles {
  readonly name: ArchiveNameView;
  readonly articleIds: readonly ArticleId[];
}

/** Who is named most in the rows, and one of them in time. */
function Names({ rows, isTable }: NamesProps) {
  const panel = usePanel();
  const { t } = panel;
  const names = useFresh((_page, { port }) => askNames(port.calls));
  const [chosen, setChosen] = useState<string | null>(null);
  if (names.state !== 'ready') return null;
  const own = new Map(rows.map((row) => [row.articleId, row]));
  const named = names.value
    .map(({ name, articleIds }) => ({ name, rows: articleIds.flatMap((id) => own.get(id) ?? []) }))
    .filter((one) => one.rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length)
    .slice(0, MOST_NAMES);
  const shown = named.find(({ name }) => name.entityId === chosen) ?? named[0];
  if (!shown) return null;
  const bars = named.map(({ name, rows: { length } }) => ({ label: name.label, count: length }));
  return (
    <>
      <Figure title={t('chartsByName')} shape="rows" bars={bars} isTable={isTable} />
      <label class="field reminder">
        <span>{t('chartsChooseName')}</span>
        <select
          data-testid="chart-name"
          value={shown.name.entityId}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          {named.map(({ name: { entityId, label } }) => (
            <option key={entityId} value={entityId}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Figure
        title={t('chartsNameOverTime', shown.name.label)}
        shape="columns"
        bars={datesOf(panel, shown.rows)}
        isTable={isTable}
      />
    </>
  );
}

/** The query language's word for each kind: by name and not by words, so that every spelling counts. */
const FIELD: Record<ArchiveNameView['type'], string> = {
  person: 'person',
  organization: 'org',
  place: 'place',
  event: 'event',
};

async function askNames(calls: Panel['port']['calls']): Promise<Result<readonly NamedArticles[]>> {
  const names = await calls.listNames({ text: '', type: null, limit: ASKED_NAMES });
  if (!names.ok) return names;
  const found = await Promise.all(
    names.value.map(async (name) => {
      const text = `${FIELD[name.type]}:"${name.label.replaceAll('"', ' ')}"`;
      const articles = await calls.findArticles({ text, limit: MOST_ARTICLES });
      return { name, articleIds: articles.ok ? articles.value : [] };
    }),
  );
  return { ok: true, value: found };
}

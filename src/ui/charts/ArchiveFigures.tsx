/** How the articles lie in time, among outlets, about whom, and who appears with whom: pictures, and the same as tables. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import type { NameMapView } from '../../protocol/views.ts';
import { useFresh } from '../archive/archive-page.ts';
import type { EntityId } from '../nouns.ts';
import { type Panel, usePanel } from '../panel.ts';
import { BarFigure } from './BarFigure.tsx';
import { CompanyFigure } from './CompanyFigure.tsx';
import { countEach } from './count-each.ts';
import { dateBars } from './date-bars.ts';
import type { Bar } from './draw-bars.ts';
import { GridFigure } from './GridFigure.tsx';
import { type Counted, tellSources } from './sources.ts';

const MOST_OUTLETS = 8;
/** As many lines as can be followed from name to name. */
const MOST_NAMES = 12;

export function ArchiveFigures({ rows }: { readonly rows: readonly HoldingView[] }) {
  const panel = usePanel();
  const { t } = panel;
  const [isTable, setTable] = useState(false);
  const names = useNames(rows);
  const counted = useMemo(() => rows.map(toCounted), [rows]);
  const sources = { counted, archiveDate: names?.archiveDate ?? null, countedIn: 'own' } as const;
  const shared = { ...sources, isTable };
  return (
    <>
      <button type="button" class="link-button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
        {t(isTable ? 'chartsAsPicture' : 'chartsAsTable')}
      </button>
      <p class="chart-legend">{tellSources(panel, sources).join(t('separator'))}</p>
      <BarFigure title={t('chartsByDate')} shape="columns" bars={datesOf(panel, counted)} {...shared} />
      <BarFigure title={t('chartsByOutlet')} shape="rows" bars={outletsOf(panel, counted)} {...shared} />
      <GridFigure title={t('chartsByDateAndOutlet')} {...shared} />
      {names && names.company.names.length > 0 && <Names rows={rows} map={names} isTable={isTable} />}
    </>
  );
}

const toCounted = ({ publisher, datePublished }: HoldingView): Counted => ({
  outlet: publisher,
  date: datePublished,
  articles: 1,
});

/** Asked again when the archive's names change too, which they do some time after its rows; the last answer stays. */
function useNames(rows: readonly HoldingView[]): NameMapView | null {
  const asked = useRef({ rows, times: 0 });
  if (asked.current.rows !== rows) asked.current = { rows, times: asked.current.times + 1 };
  const answer = useFresh(
    (_page, { port }) =>
      port.calls.mapNames({ articleIds: rows.map(({ articleId }) => articleId), limit: MOST_NAMES }),
    [asked.current.times],
  );
  const last = useRef<NameMapView | null>(null);
  if (answer.state === 'ready') last.current = answer.value;
  return last.current;
}

function outletsOf({ compare }: Pick<Panel, 'compare'>, counted: readonly Counted[]): Bar[] {
  const printed = counted.flatMap(({ outlet, articles }) =>
    outlet === null ? [] : [[outlet, articles] as const],
  );
  return countEach(printed)
    .sort((a, b) => b.count - a.count || compare(a.label, b.label))
    .slice(0, MOST_OUTLETS);
}

function datesOf({ day }: Pick<Panel, 'day'>, counted: readonly Counted[]): Bar[] {
  const bars = dateBars(counted.flatMap(({ date }) => date ?? []));
  return bars.map(({ label, count }) => ({ label: day(label), count }));
}

interface NamesProps {
  readonly rows: readonly HoldingView[];
  readonly map: NameMapView;
  readonly isTable: boolean;
}

/** Who is named most in the rows, beside whom, and one of them in time. */
function Names({ rows, map, isTable }: NamesProps) {
  const panel = usePanel();
  const { t } = panel;
  const [chosen, setChosen] = useState<EntityId | null>(null);
  const { company, articleIds, archiveDate } = map;
  const at = Math.max(
    0,
    company.names.findIndex(({ entityId }) => entityId === chosen),
  );
  const shown = company.names[at];
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.articleId, row])), [rows]);
  const countedOf = (name: number) =>
    (articleIds[name] ?? []).flatMap((id) => rowOf.get(id) ?? []).map(toCounted);
  const inAll = [...new Set(articleIds.flat())].flatMap((id) => rowOf.get(id) ?? []).map(toCounted);
  const bars = company.names.map(({ label }, name) => ({ label, count: articleIds[name]?.length ?? 0 }));
  const shared = { archiveDate, countedIn: 'own', isTable } as const;
  return (
    <>
      <BarFigure
        title={t('chartsByName')}
        shape="rows"
        bars={bars.sort((a, b) => b.count - a.count)}
        counted={inAll}
        {...shared}
      />
      <CompanyFigure
        title={t('chartsCompany')}
        company={company}
        of={null}
        sources={tellSources(panel, { ...shared, counted: inAll })}
        isTable={isTable}
      />
      <label class="field reminder">
        <span>{t('chartsChooseName')}</span>
        <select
          data-testid="chart-name"
          value={shown?.entityId}
          onChange={({ currentTarget }) =>
            setChosen(company.names[currentTarget.selectedIndex]?.entityId ?? null)
          }
        >
          {company.names.map(({ entityId, label }) => (
            <option key={entityId} value={entityId}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <BarFigure
        title={t('chartsNameOverTime', shown?.label ?? '')}
        shape="columns"
        bars={datesOf(panel, countedOf(at))}
        counted={countedOf(at)}
        {...shared}
      />
    </>
  );
}

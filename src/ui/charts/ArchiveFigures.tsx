/** How the articles lie in time, among outlets, about whom, and who appears with whom: pictures, and the same as tables. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import type { NameMapView } from '../../protocol/views.ts';
import type { EntityId } from '../nouns.ts';
import { type Panel, usePanel } from '../panel.ts';
import { useAnswer } from '../use-answer.ts';
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
  const shared = { counted, archiveDate: names?.archiveDate ?? null, isTable };
  return (
    <>
      <button type="button" class="link-button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
        {t(isTable ? 'chartsAsPicture' : 'chartsAsTable')}
      </button>
      <p class="chart-legend">{tellSources(panel, counted, shared.archiveDate).join(t('separator'))}</p>
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

/** The last answer stays until the next is there. */
function useNames(rows: readonly HoldingView[]): NameMapView | null {
  const { port } = usePanel();
  const articleIds = useMemo(() => rows.map(({ articleId }) => articleId), [rows]);
  const answer = useAnswer(() => port.calls.mapNames({ articleIds, limit: MOST_NAMES }), [articleIds]);
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
  const shared = { archiveDate, isTable };
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
        sources={tellSources(panel, inAll, archiveDate)}
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

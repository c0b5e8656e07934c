/** One name in pictures: when it was printed, by whom, and beside which other names. */
import { useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { ErrorMessage, Skeleton } from '../parts/StateMessage.tsx';
import { useAnswer } from '../use-answer.ts';
import { BarFigure } from './BarFigure.tsx';
import { CompanyFigure } from './CompanyFigure.tsx';
import { dateBars } from './date-bars.ts';
import { GridFigure } from './GridFigure.tsx';
import type { NameChartsProps } from './room.ts';
import { tellSources } from './sources.ts';

export function NameFigures({ entityId, label }: NameChartsProps) {
  const panel = usePanel();
  const { port, t, day } = panel;
  const [isTable, setTable] = useState(false);
  const answer = useAnswer(() => port.calls.traceName({ entityId }), [entityId]);
  if (answer.state === 'loading') return <Skeleton label={t('loading')} lines={5} />;
  if (answer.state === 'failed') return <ErrorMessage code={answer.code} />;
  const { printed, company, archiveDate } = answer.value;
  const dates = printed.flatMap(({ date, articles }) => Array<string>(articles).fill(date ?? ''));
  const bars = dateBars(dates.filter(Boolean)).map((bar) => ({ ...bar, label: day(bar.label) }));
  const sources = { counted: printed, archiveDate, countedIn: 'all' } as const;
  const shared = { ...sources, isTable };
  return (
    <>
      <button type="button" class="link-button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
        {t(isTable ? 'chartsAsPicture' : 'chartsAsTable')}
      </button>
      <p class="chart-legend">{tellSources(panel, sources).join(t('separator'))}</p>
      <BarFigure title={t('chartsNameOverTime', label)} shape="columns" bars={bars} {...shared} />
      <GridFigure title={t('chartsNameByOutlet', label)} {...shared} />
      <CompanyFigure
        title={t('chartsCompanyOf', label)}
        company={company}
        of={entityId}
        sources={tellSources(panel, sources)}
        isTable={isTable}
      />
    </>
  );
}

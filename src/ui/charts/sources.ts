/** What stands below every chart, on the page and in its file: who printed what is counted, when, and as of which day. */
import type { IsoDate } from '../../text/iso-date.ts';
import { firstDay } from '../../text/iso-date.ts';
import type { Panel } from '../panel.ts';
import { countEach } from './count-each.ts';

/** Articles that a chart counts, many of one outlet and day as one. */
export interface Counted {
  readonly outlet: string | null;
  readonly date: IsoDate | null;
  readonly articles: number;
}

/** Outlets told by name; the others by their number. */
const MOST_OUTLETS = 12;

export function tellSources(
  { t, plural, number, date, compare }: Pick<Panel, 't' | 'plural' | 'number' | 'date' | 'compare'>,
  counted: readonly Counted[],
  archiveDate: IsoDate | null,
): string[] {
  const outlets = countEach(
    counted.map(({ outlet, articles }) => [outlet ?? t('noOutletPrinted'), articles] as const),
  );
  outlets.sort((a, b) => b.count - a.count || compare(a.label, b.label));
  const named = outlets
    .slice(0, MOST_OUTLETS)
    .map(({ label, count }) => t('chartsOutlet', label, number(count)));
  const more = outlets.length - named.length;
  const total = counted.reduce((sum, { articles }) => sum + articles, 0);
  const dates = counted
    .flatMap(({ date: printed }) => printed ?? [])
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const [first, last] = [dates[0], dates.at(-1)];
  const undated = counted.reduce(
    (sum, { date: printed, articles }) => sum + (printed === null ? articles : 0),
    0,
  );
  const facts = [
    plural('articleCount', total),
    ...(first && last ? [first === last ? date(first) : t('dateRange', date(first), date(last))] : []),
    ...(undated > 0 ? [plural('chartsUndated', undated)] : []),
  ];
  return [
    `${t('chartsSources')} ${named.join(t('listComma'))}${more > 0 ? plural('andMore', more) : ''}`,
    facts.join(t('separator')),
    ...(archiveDate ? [t('chartsArchiveDate', date(archiveDate))] : []),
  ];
}

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

export interface Sources {
  readonly counted: readonly Counted[];
  /** The newest date printed in the archive; null where none is, or where it does not matter. */
  readonly archiveDate: IsoDate | null;
  /** The reader's own articles alone, or everything: bundled, own, loaded packs. */
  readonly countedIn: 'own' | 'all';
}

/** Outlets told by name; the others by their number. */
const MOST_OUTLETS = 12;

export function tellSources(
  { t, plural, number, date, compare }: Pick<Panel, 't' | 'plural' | 'number' | 'date' | 'compare'>,
  { counted, archiveDate, countedIn }: Sources,
): string[] {
  const sumOf = (some: readonly Counted[]) => some.reduce((sum, { articles }) => sum + articles, 0);
  const outlets = countEach(
    counted.flatMap(({ outlet, articles }) => (outlet === null ? [] : [[outlet, articles] as const])),
  );
  outlets.sort((a, b) => b.count - a.count || compare(a.label, b.label));
  const named = outlets
    .slice(0, MOST_OUTLETS)
    .map(({ label, count }) => t('chartsOutlet', label, number(count)));
  const more = outlets.length - named.length;
  const dates = counted
    .flatMap(({ date: printed }) => printed ?? [])
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const [first, last] = [dates[0], dates.at(-1)];
  const undated = sumOf(counted.filter(({ date: printed }) => printed === null));
  const ofNoOutlet = sumOf(counted.filter(({ outlet }) => outlet === null));
  const facts = [
    plural('articleCount', sumOf(counted)),
    ...(first && last ? [first === last ? date(first) : t('dateRange', date(first), date(last))] : []),
    ...(undated > 0 ? [plural('chartsUndated', undated)] : []),
    ...(ofNoOutlet > 0 ? [plural('chartsNoOutlet', ofNoOutlet)] : []),
  ];
  const printedBy = `${t('chartsSources')} ${named.join(t('listComma'))}${more > 0 ? plural('andMore', more) : ''}`;
  return [
    t(countedIn === 'own' ? 'chartsOfOwn' : 'chartsOfAll'),
    ...(named.length > 0 ? [printedBy] : []),
    facts.join(t('separator')),
    // Of a part of the archive the dates above say more.
    ...(archiveDate && countedIn === 'all' ? [t('chartsArchiveDate', date(archiveDate))] : []),
  ];
}

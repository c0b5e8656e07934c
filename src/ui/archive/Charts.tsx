/** How the articles lie in time and among outlets: bars to look at, and the same figures as a table. */
import { useState } from 'preact/hooks';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import { usePanel } from '../panel.ts';

interface Bar {
  readonly label: string;
  readonly count: number;
}

/** More columns than this are narrower than a finger: years take the place of months. */
const MOST_MONTHS = 48;
const MOST_OUTLETS = 8;
/** Units of the drawing; it scales with its box. */
const WIDTH = 640;
const HEIGHT = 96;

export function Charts({ rows }: { readonly rows: readonly HoldingView[] }) {
  const { t } = usePanel();
  const [isTable, setTable] = useState(false);
  const dates = useDateBars(rows);
  const outlets = countBy(rows.flatMap(({ publisher }) => publisher ?? []))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_OUTLETS);
  if (rows.length === 0) return null;
  return (
    <details class="charts">
      <summary>{t('chartsTitle')}</summary>
      <button type="button" class="link-button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
        {t(isTable ? 'chartsAsPicture' : 'chartsAsTable')}
      </button>
      <Figure title={t('chartsByDate')} bars={dates} isTable={isTable} />
      <Figure title={t('chartsByOutlet')} bars={outlets} isTable={isTable} />
    </details>
  );
}

/** Every month or year from the first to the last, also those without an article. */
function useDateBars(rows: readonly HoldingView[]): Bar[] {
  const printed = rows.flatMap(({ datePublished }) => datePublished ?? []);
  const months = new Set(printed.filter((date) => date.length >= 7).map((date) => date.slice(0, 7)));
  const isByMonth = months.size > 0 && monthsBetween([...months].sort()) <= MOST_MONTHS;
  const length = isByMonth ? 7 : 4;
  const counts = new Map(
    countBy(printed.map((date) => date.slice(0, length))).map((bar) => [bar.label, bar]),
  );
  const labels = [...counts.keys()].filter((label) => label.length === length).sort();
  const [first, last] = [labels[0], labels.at(-1)];
  if (first === undefined || last === undefined) return [];
  const bars: Bar[] = [];
  for (let label = first; label <= last; label = nextLabel(label))
    bars.push(counts.get(label) ?? { label, count: 0 });
  return bars;
}

function monthsBetween(sorted: readonly string[]): number {
  const number = (month = '0-0') => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return number(sorted.at(-1)) - number(sorted[0]) + 1;
}

function nextLabel(label: string): string {
  const year = Number(label.slice(0, 4));
  if (label.length === 4) return String(year + 1).padStart(4, '0');
  const month = Number(label.slice(5)) + 1;
  return month > 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${label.slice(0, 5)}${String(month).padStart(2, '0')}`;
}

function countBy(values: readonly string[]): Bar[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count }));
}

interface FigureProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly isTable: boolean;
}

function Figure({ title, bars, isTable }: FigureProps) {
  const { t, number } = usePanel();
  if (bars.length === 0) return null;
  if (!isTable) {
    return (
      <figure class="chart">
        <figcaption>{title}</figcaption>
        <Columns bars={bars} title={title} />
      </figure>
    );
  }
  return (
    <table class="chart-table">
      <caption>{title}</caption>
      <tbody>
        {bars.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">
              <bdi>{label}</bdi>
            </th>
            <td>{t('chartsCount', number(count))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Columns({ bars, title }: { readonly bars: readonly Bar[]; readonly title: string }) {
  const most = Math.max(...bars.map(({ count }) => count));
  const step = WIDTH / bars.length;
  const shown = (at: number) => bars.length <= MOST_OUTLETS || at === 0 || at === bars.length - 1;
  return (
    <svg class="chart-columns" viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`} role="img">
      <title>{title}</title>
      {bars.map(({ label, count }, at) => {
        const height = (count / most) * HEIGHT;
        return (
          <g key={label}>
            <title>{`${label}: ${count}`}</title>
            <rect
              x={at * step + step * 0.1}
              y={HEIGHT - height}
              width={Math.min(step * 0.8, 48)}
              height={height}
            />
            {shown(at) && (
              <text
                x={at === bars.length - 1 && at > 0 ? WIDTH : at * step}
                y={HEIGHT + 13}
                text-anchor={at === bars.length - 1 && at > 0 ? 'end' : 'start'}
              >
                {label.length > 14 ? `${label.slice(0, 13)}…` : label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

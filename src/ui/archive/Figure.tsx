/** A few figures as something to look at, and the same figures as a table: plain SVG, drawn by the browser's own engine. */
import { usePanel } from '../panel.ts';

export interface Bar {
  readonly label: string;
  readonly count: number;
}

interface FigureProps {
  readonly title: string;
  /** `columns` stand in time, one beside the other; `rows` are words, which need room. */
  readonly shape: 'columns' | 'rows';
  readonly bars: readonly Bar[];
  readonly isTable: boolean;
}

export function Figure({ title, shape, bars, isTable }: FigureProps) {
  const { t, number } = usePanel();
  if (bars.length === 0) return null;
  if (!isTable) {
    return (
      <figure class="chart">
        <figcaption>{title}</figcaption>
        {shape === 'columns' ? <Columns bars={bars} title={title} /> : <Rows bars={bars} />}
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

/** Units of the drawing; it scales with its box. */
const WIDTH = 640;
const HEIGHT = 96;
const TEXT_HEIGHT = 16;
/** Room of one label under the axis. */
const LABEL_WIDTH = 80;
/** A column of a single month need not fill the page. */
const WIDEST = 48;

/** Time runs as the interface's lines do. */
function Columns({ bars, title }: { readonly bars: readonly Bar[]; readonly title: string }) {
  const { t, number, direction } = usePanel();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = WIDTH / bars.length;
  const width = Math.min(step * 0.8, WIDEST);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / step));
  /** Where a column begins, on the side where lines do. */
  const startOf = (at: number) => {
    const along = at * step + step * 0.1;
    return direction === 'rtl' ? WIDTH - along : along;
  };
  return (
    <svg class="chart-columns" viewBox={`0 0 ${WIDTH} ${HEIGHT + TEXT_HEIGHT}`} role="img">
      <title>{title}</title>
      <line class="axis" x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      {bars.map(({ label, count }, at) => (
        <g key={label}>
          <title>{t('chartsBar', label, number(count))}</title>
          <rect
            x={direction === 'rtl' ? startOf(at) - width : startOf(at)}
            y={HEIGHT - (count / most) * HEIGHT}
            width={width}
            height={(count / most) * HEIGHT}
          />
          {at % every === 0 && at * step + LABEL_WIDTH <= WIDTH && (
            <text x={startOf(at)} y={HEIGHT + TEXT_HEIGHT - 3}>
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** The number stands beside each bar, so that nothing must be read off a scale. */
function Rows({ bars }: { readonly bars: readonly Bar[] }) {
  const { number } = usePanel();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul class="chart-bars">
      {bars.map(({ label, count }) => (
        <li key={label}>
          <span class="chart-label" title={label}>
            <bdi>{label}</bdi>
          </span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(100 * count) / most} height={10} />
          </svg>
          <span>{number(count)}</span>
        </li>
      ))}
    </ul>
  );
}

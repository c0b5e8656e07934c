/** Who appears with whom as a figure: each name a button that tells its own lines from the others. */
import { useState } from 'preact/hooks';
import type { CompanyView } from '../../protocol/views.ts';
import type { EntityId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { arrangeCompany, drawCompany, MOST_LINES } from './draw-company.ts';
import { Figure } from './Figure.tsx';

interface CompanyFigureProps {
  readonly title: string;
  readonly company: CompanyView;
  /** Whose lines are told apart at first. */
  readonly of: EntityId | null;
  readonly sources: readonly string[];
  readonly isTable: boolean;
}

/** Nothing where no two names share a passage. */
export function CompanyFigure({ title, company, of, sources, isTable }: CompanyFigureProps) {
  const { t, number, plural } = usePanel();
  const [chosen, setChosen] = useState(of);
  if (company.links.length === 0) return null;
  const arranged = arrangeCompany(company);
  const names = arranged.names as CompanyView['names'];
  const links = [...arranged.links].sort((one, other) => other.passages - one.passages);
  const row = names.findIndex(({ entityId }) => entityId === chosen);
  const labelOf = (at: number) => names[at]?.label ?? '';
  const [thickest] = links;
  const beside = links.flatMap(({ a, b, passages }) =>
    a === row || b === row ? [t('chartsBar', labelOf(a === row ? b : a), number(passages))] : [],
  );
  return (
    <Figure
      title={title}
      table={{
        head: [t('chartsChooseName'), t('chartsChooseName'), t('figurePassages')],
        rows: links.map(({ a, b, passages }) => [labelOf(a), labelOf(b), number(passages)]),
      }}
      isTable={isTable}
      sources={sources}
      draw={(ground) => drawCompany(arranged, ground, row < 0 ? null : row)}
      over={
        <ul class="company-names" aria-label={title}>
          {names.map(({ entityId, label, passages }) => (
            <li key={entityId}>
              <button
                type="button"
                data-testid="company-name"
                aria-pressed={entityId === chosen}
                onClick={() => setChosen(entityId === chosen ? null : entityId)}
              >
                <span class="visually-hidden">
                  <bdi>{label}</bdi>
                  {t('listComma')}
                  {plural('passages', passages)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      }
    >
      <p class="chart-legend" aria-live="polite" data-testid="company-told">
        {row >= 0
          ? `${t('chartsWith', labelOf(row))} ${beside.join(t('listComma'))}`
          : thickest && t('chartsThickest', plural('passages', thickest.passages))}
        {row < 0 && links.length > MOST_LINES && ` ${t('chartsStrongest', number(MOST_LINES))}`}
      </p>
      <p class="chart-legend">{t('chartsCompanyMeans')}</p>
    </Figure>
  );
}

/** The way to one name's pictures; they are asked for, and their code read, when it is opened. */
import { useState } from 'preact/hooks';
import { createLazy } from '../lazy.tsx';
import { usePanel } from '../panel.ts';
import type { NameChartsProps } from './room.ts';

const NameFigures = createLazy<NameChartsProps>(async () => (await import('./NameFigures.tsx')).NameFigures);

export function NameCharts(name: NameChartsProps) {
  const { t } = usePanel();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class="charts"
      data-testid="name-charts"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('chartsOfName')}</summary>
      {isOpen && <NameFigures {...name} />}
    </details>
  );
}

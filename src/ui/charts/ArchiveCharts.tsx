/** The way to pictures of the archive; their code is read when it is opened. */
import { useState } from 'preact/hooks';
import type { HoldingView } from '../../protocol/archive-calls.ts';
import { createLazy } from '../lazy.tsx';
import { usePanel } from '../panel.ts';

interface ArchiveChartsProps {
  readonly rows: readonly HoldingView[];
}

const ArchiveFigures = createLazy<ArchiveChartsProps>(
  async () => (await import('./ArchiveFigures.tsx')).ArchiveFigures,
);

export function ArchiveCharts({ rows }: ArchiveChartsProps) {
  const { t } = usePanel();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="charts" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('chartsTitle')}</summary>
      {isOpen && rows.length > 0 && <ArchiveFigures rows={rows} />}
    </details>
  );
}

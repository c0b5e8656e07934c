/** Takes the line of a sentence's printings along: saved as a picture, or printed alone. */
import { usePanel } from '../panel.ts';
import { drawPrintings } from './draw-printings.ts';
import { FigureActs, print } from './Figure.tsx';
import type { PrintingsActsProps } from './room.ts';
import { tellSources } from './sources.ts';

export function PrintingsActs({ dots, counted, picture }: PrintingsActsProps) {
  const panel = usePanel();
  return (
    <FigureActs
      title={panel.t('timelineLabel')}
      sources={[
        panel.t('timelineMeans'),
        ...tellSources(panel, { counted, archiveDate: null, countedIn: 'all' }),
      ]}
      draw={(ground) => drawPrintings(dots, ground)}
      onPrint={() => {
        const element = picture();
        if (element) print(element);
      }}
    />
  );
}

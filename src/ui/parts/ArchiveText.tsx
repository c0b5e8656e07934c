/**
 * Archived words on the screen: exactly as printed, highlights marked, names underlined by kind, and every
 * direction-changing control character shown as what it is.
 */
import type { TextPosition } from '../../text/position.ts';
import { usePanel } from '../panel.ts';
import { type NamedPosition, type Segment, segmentText } from '../segment-text.ts';

interface ArchiveTextProps {
  readonly text: string;
  readonly highlights?: readonly TextPosition[];
  readonly names?: readonly NamedPosition[];
  /** Only this part of the text. */
  readonly within?: TextPosition;
  /** `data-testid` of highlighted runs. */
  readonly highlightTestId?: string;
}

export function ArchiveText({
  text,
  highlights = [],
  names = [],
  within,
  highlightTestId,
}: ArchiveTextProps) {
  const segments = segmentText(text, highlights, names, within?.start, within?.end);
  const runs = joinHighlighted(segments);
  return (
    <>
      {runs.map((run) =>
        run[0]?.highlighted ? (
          <mark key={run[0].start} {...(highlightTestId ? { 'data-testid': highlightTestId } : {})}>
            {run.map(drawSegment)}
          </mark>
        ) : (
          run.map(drawSegment)
        ),
      )}
    </>
  );
}

function drawSegment(segment: Segment) {
  if (segment.control) return <Control key={segment.start} name={segment.control} />;
  if (!segment.type) return segment.text;
  return (
    <span key={segment.start} class="name" data-kind={segment.type}>
      {segment.text}
    </span>
  );
}

function Control({ name }: { readonly name: string }) {
  const { t } = usePanel();
  return (
    <span class="control" title={t('directionControl', name)}>
      {name}
    </span>
  );
}

/** Neighbouring segments of one highlight become one <mark>, also across names in it. */
function joinHighlighted(segments: readonly Segment[]): Segment[][] {
  const runs: Segment[][] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last?.[0]?.highlighted === segment.highlighted) last.push(segment);
    else runs.push([segment]);
  }
  return runs;
}

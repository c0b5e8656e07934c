/** A drawing on the page, in the page's own colours; as wide as its place, so that letters keep their size. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { arcPath, type Drawing, type Ground, LETTER_PX, type Shape, turn } from './drawing.ts';
import { createMeasure } from './measure.ts';

interface DrawnProps {
  /** What is to be seen, in words. */
  readonly label: string;
  draw(ground: Ground): Drawing;
  /** What can be acted on, laid over it. */
  readonly children?: ComponentChildren;
}

export function Drawn({ label, draw, children }: DrawnProps) {
  const { number, direction } = usePanel();
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  const measure = useMemo(createMeasure, []);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const follow = () => setWidth(Math.floor(element.clientWidth));
    follow();
    const watching = new ResizeObserver(follow);
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  const drawing = width === null || width === 0 ? null : draw({ width, measure, number });
  const turned = drawing && turn(drawing, direction);
  return (
    <div class="drawing" ref={place}>
      {turned && (
        <svg
          role="img"
          aria-label={label}
          width={turned.width}
          height={turned.height}
          viewBox={`0 0 ${turned.width} ${turned.height}`}
          font-size={LETTER_PX}
        >
          {turned.shapes.map((shape, at) => (
            <Mark key={at} shape={shape} />
          ))}
        </svg>
      )}
      {children}
    </div>
  );
}

function Mark({ shape }: { readonly shape: Shape }) {
  const look = `ink-${shape.ink}`;
  switch (shape.kind) {
    case 'box':
      return <rect class={look} x={shape.x} y={shape.y} width={shape.width} height={shape.height} />;
    case 'dot':
      return (
        <circle
          class={`${look} ${shape.isHollow ? 'is-hollow' : ''}`}
          cx={shape.x}
          cy={shape.y}
          r={shape.radius}
        />
      );
    case 'rule': {
      const { x1, x2, y1, y2, thickness, dashes } = shape;
      const drawn = { x1, x2, y1, y2, 'stroke-width': thickness, 'stroke-dasharray': dashes.join(' ') };
      return <line class={look} {...drawn} />;
    }
    case 'arc':
      return <path class={look} d={arcPath(shape)} stroke-width={shape.thickness} />;
    case 'words':
      return (
        <text class={look} x={shape.x} y={shape.y} text-anchor={shape.anchor} direction={shape.direction}>
          {shape.text}
        </text>
      );
  }
}

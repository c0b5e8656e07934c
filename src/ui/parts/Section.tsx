/** A headed part of a view: a hairline, a small heading, how many, the content. */
import type { ComponentChildren } from 'preact';
import { usePanel } from '../panel.ts';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ComponentChildren;
}

export function Section({ title, count, children }: SectionProps) {
  const { number } = usePanel();
  return (
    <section class="section">
      <h2 class="section-title">
        {title}
        {count !== undefined && <span class="section-count">{number(count)}</span>}
      </h2>
      {children}
    </section>
  );
}

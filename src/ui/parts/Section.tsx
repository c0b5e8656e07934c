/** A headed part of a view: a hairline, a small heading, how many, the content. */
import type { ComponentChildren } from 'preact';
import { usePanel } from '../panel.ts';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  /** How many of them are listed below, where these are not all. */
  readonly listed?: number;
  readonly children: ComponentChildren;
}

export function Section({ title, count, listed = count, children }: SectionProps) {
  const { number, t } = usePanel();
  return (
    <section class="section">
      <h2 class="section-title">
        {title}
        {count !== undefined && listed !== undefined && (
          <span class="section-count">
            {listed < count ? t('listedOf', number(listed), number(count)) : number(count)}
          </span>
        )}
      </h2>
      {children}
    </section>
  );
}

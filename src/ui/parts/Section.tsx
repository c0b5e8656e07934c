/** A headed part of a view: a hairline, a small heading, how many of what, the content. */
import type { ComponentChildren } from 'preact';
import { usePanel } from '../panel.ts';
import type { PluralKey } from '../words.ts';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  /** What is counted, where the title does not say it. */
  readonly unit?: PluralKey;
  /** How many of them are listed below, where these are not all. */
  readonly listed?: number;
  readonly children: ComponentChildren;
}

export function Section({ title, count, unit, listed = count, children }: SectionProps) {
  const { number, plural, t } = usePanel();
  const counted = (all: number) => (unit ? plural(unit, all) : number(all));
  return (
    <section class="section">
      <h2 class="section-title">
        {title}
        {count !== undefined && listed !== undefined && (
          <span class="section-count">
            {listed < count ? t('listedOf', number(listed), counted(count)) : counted(count)}
          </span>
        )}
      </h2>
      {children}
    </section>
  );
}

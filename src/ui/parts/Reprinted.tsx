/** A passage's lineage in the reader: one quiet line below a paragraph that opens the list of its other printings. */
import { useId, useState } from 'preact/hooks';
import type { ProvenanceView, ReprintedPart } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from './ArchiveText.tsx';
import { Dot } from './Dot.tsx';
import { Icon } from './Icon.tsx';
import { Lineage } from './Lineage.tsx';

interface ReprintedProps {
  /** Of the article. */
  readonly provenance: ProvenanceView;
  readonly body: string;
  /** The parts of one paragraph. */
  readonly parts: readonly ReprintedPart[];
}

export function Reprinted({ provenance, body, parts }: ReprintedProps) {
  const { t, plural } = usePanel();
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  if (parts.length === 0) return null;
  const articles = new Set(
    parts.flatMap(({ printings }) => printings.map(({ provenance }) => provenance.articleId)),
  );
  // A part names only so many of its printings.
  const count = Math.max(articles.size, ...parts.map(({ articleCount }) => articleCount));
  return (
    <div class="reprinted" data-testid="reprinted">
      <button
        type="button"
        class="seen-open"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" />
        {plural('printedInOthers', count)}
      </button>
      {isOpen && (
        <div id={list}>
          {parts.map((part) => (
            <section key={part.start} class="reprinted-part">
              <blockquote class="looked-up" dir="auto">
                <ArchiveText text={body.slice(part.start, part.end)} />
              </blockquote>
              {part.role === 'first' && (
                <p class="passage-label" data-testid="own-first">
                  <strong>{t('firstPrinting')}</strong>
                  <Dot />
                  {t('thisArticle')}
                </p>
              )}
              <Lineage printings={part.printings} own={{ provenance, role: part.role }} />
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

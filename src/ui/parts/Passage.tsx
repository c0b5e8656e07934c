/** One archived passage: who printed it, when, whose words; the words; why it is shown. Click or Enter opens it. */
import { useEffect, useRef } from 'preact/hooks';
import type { PassageView } from '../../protocol/views.ts';
import { putQuote } from '../dragged-quote.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from './ArchiveText.tsx';
import { CiteButton } from './CiteMenu.tsx';
import { Evidence } from './Evidence.tsx';
import { Provenance, ShortProvenance } from './Provenance.tsx';

interface PassageProps {
  readonly passage: PassageView;
  /** Shown above it, e.g. "Earliest". */
  readonly label?: string;
  /** Leaves out evidence and citing: in the card. */
  readonly brief?: boolean;
}

export function Passage({ passage, label, brief = false }: PassageProps) {
  const panel = usePanel();
  const { port } = panel;
  const { provenance } = passage;
  return (
    <article
      class="passage"
      data-testid="passage"
      data-passage-id={passage.passageId}
      data-part={`${passage.shown.start}-${passage.shown.end}`}
      draggable
      onDragStart={(event) => putQuote(panel, { text: passage.snippet, provenance }, event)}
    >
      {label && <p class="passage-label">{label}</p>}
      <Provenance of={provenance} speaker={passage.speaker} quoted={passage.quoted} />
      {provenance.headline && !brief && (
        <p class="passage-headline" dir="auto">
          {provenance.headline}
        </p>
      )}
      <button
        type="button"
        class="passage-open"
        data-item
        onClick={() => port.openReader(provenance.articleId, passage.passageId)}
      >
        <span class="snippet" data-testid="snippet" dir="auto" {...languageOf(passage)}>
          <ArchiveText text={passage.snippet} highlights={passage.highlights} />
        </span>
      </button>
      {!brief && <Evidence of={passage.evidence} />}
      {!brief && <AlsoPrinted passage={passage} />}
      {!brief && <CiteButton passageId={passage.passageId} part={passage.shown} />}
    </article>
  );
}

function languageOf(passage: PassageView): { readonly lang?: string } {
  return passage.language ? { lang: passage.language } : {};
}

function AlsoPrinted({ passage }: { readonly passage: PassageView }) {
  const { t } = usePanel();
  if (passage.alsoPrintedIn.length === 0) return null;
  return (
    <p class="also-printed">
      {t('alsoPrintedIn')}{' '}
      {passage.alsoPrintedIn.map((other, index) => (
        <span key={other.articleId}>
          {index > 0 && t('listSemicolon')}
          <ShortProvenance of={other} />
        </span>
      ))}
    </p>
  );
}

interface PassageListProps {
  readonly passages: readonly PassageView[];
  /** Lists more of them; null or left out where these are all. */
  readonly more?: (() => void) | null;
}

export function PassageList({ passages, more = null }: PassageListProps) {
  const { t } = usePanel();
  const list = useRef<HTMLOListElement>(null);
  const known = useRef<number | null>(null);
  // Who asked for more goes on reading with the first of them.
  useEffect(() => {
    const first = known.current === null ? null : list.current?.children[known.current];
    if (!first) return;
    known.current = null;
    first.querySelector<HTMLElement>('[data-item]')?.focus();
  }, [passages.length]);
  const ask = () => {
    known.current = passages.length;
    more?.();
  };
  return (
    <>
      <ol class="passages" ref={list}>
        {passages.map((passage) => (
          <li key={passage.passageId}>
            <Passage passage={passage} />
          </li>
        ))}
      </ol>
      {more && (
        <button type="button" class="more" data-item data-testid="more-passages" onClick={ask}>
          {t('morePassages')}
        </button>
      )}
    </>
  );
}

/** Passages that a list stands for, those that only its “also printed in” tells of included. */
export function countShown(passages: readonly PassageView[]): number {
  return passages.reduce((sum, { alsoPrintedIn }) => sum + 1 + alsoPrintedIn.length, 0);
}

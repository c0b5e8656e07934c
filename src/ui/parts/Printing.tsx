/**
 * One appearance of a sentence in the archive: its place in the order, what kind of evidence there is that it is the
 * same sentence, which facts differ, the words against those asked about, and what the article says of its source.
 */
import type { PrintedPlace, PrintingView } from '../../protocol/views.ts';
import { putQuote } from '../dragged-quote.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from './ArchiveText.tsx';
import { CiteButton } from './CiteMenu.tsx';
import { type Comparison, Difference } from './Difference.tsx';
import { Dot } from './Dot.tsx';
import { ChangedFacts, EvidenceInWords } from './EvidenceInWords.tsx';
import { Provenance, ShortProvenance } from './Provenance.tsx';
import { Sentence } from './Sentence.tsx';

interface PrintingProps {
  readonly printing: PrintingView;
  readonly as: Comparison;
  /** Leaves out what stands around the words: in the card. */
  readonly brief?: boolean;
}

export function Printing({ printing, as, brief = false }: PrintingProps) {
  const panel = usePanel();
  const { port, t } = panel;
  const { provenance, passageId, start, end } = printing;
  return (
    <article
      class="printing passage"
      data-testid="printing"
      data-role={printing.role}
      data-passage-id={passageId}
      data-part={`${start}-${end}`}
      draggable
      onDragStart={(event) => putQuote(panel, printing, event)}
    >
      <p class="passage-label">
        {printing.role === 'first' && (
          <>
            <strong>{t('firstPrinting')}</strong>
            <Dot />
          </>
        )}
        <EvidenceInWords of={printing} />
      </p>
      <ChangedFacts of={printing} />
      <Provenance
        of={provenance}
        speaker={printing.speaker}
        quoted={printing.quoted}
        around={printing.around}
      />
      <button
        type="button"
        class="passage-open"
        data-item
        onClick={() => port.openReader(provenance.articleId, passageId, printing)}
      >
        <span class="snippet" dir="auto">
          <PrintedSentence printing={printing} as={as} />
        </span>
      </button>
      {!brief && <Sources of={printing} />}
      {!brief && <CiteButton passageId={passageId} part={{ start, end }} />}
    </article>
  );
}

/** The sentence as it was printed, whole; where only a part of it is what was asked about, that part is marked. */
function PrintedSentence({ printing, as }: Pick<PrintingProps, 'printing' | 'as'>) {
  const { before, after } = printing;
  const words = <Difference printing={printing} as={as} />;
  // Quotation marks and stops around it do not make it a part.
  if (as === 'sides' || !/[\p{L}\p{N}]/u.test(before + after)) return words;
  return (
    <>
      <ArchiveText text={before} />
      <mark class="shared" data-testid="shared-part">
        {words}
      </mark>
      <ArchiveText text={after} />
    </>
  );
}

/** Whom the article credits, and where the same outlet printed it again. */
function Sources({ of }: { readonly of: PrintingView }) {
  const { t, plural } = usePanel();
  // A republication is told by the line above.
  const credits = of.credits.filter(({ how }) => how !== 'republished');
  if (credits.length + of.repeats.length === 0 && !of.from) return null;
  return (
    <div class="sources">
      {credits.length > 0 && (
        <p>
          {credits.map(({ name, how }, index) => (
            <span key={name}>
              {index > 0 && t('listSemicolon')}
              <Sentence message={how === 'source' ? 'creditsSource' : 'creditsAgency'} parts={[name]} />
            </span>
          ))}
        </p>
      )}
      {of.from && (
        <p>
          {t('sourceHere')} <ShortProvenance of={of.from} />
        </p>
      )}
      {of.repeats.length > 0 && (
        <p>
          {plural('repeats', of.repeats.length)}{' '}
          {of.repeats.map((place, index) => (
            <span key={`${place.passageId} ${place.start}`}>
              {index > 0 && t('listSemicolon')}
              <PlaceLink place={place} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function PlaceLink({ place }: { readonly place: PrintedPlace }) {
  const { port } = usePanel();
  return (
    <button
      type="button"
      class="link-button"
      onClick={() => port.openReader(place.provenance.articleId, place.passageId, place)}
    >
      <span>
        <ShortProvenance of={place.provenance} />
      </span>
    </button>
  );
}

/**
 * The line beside every archived word, always in this order: outlet · date · byline · source it names · whose
 * words. What was not printed is said, never left out and never guessed.
 */
import type { ComponentChildren } from 'preact';
import type { ProvenanceView } from '../../protocol/views.ts';
import { hasMixedScripts } from '../../text/mixed-scripts.ts';
import { usePanel } from '../panel.ts';
import { Dot } from './Dot.tsx';
import { Sentence } from './Sentence.tsx';

interface ProvenanceProps {
  readonly of: ProvenanceView;
  /** Whose words; null is "speaker not stated"; left out where no single passage is meant. */
  readonly speaker?: string | null;
  /** Who is quoted, told where no one person's words fill it. */
  readonly quoted?: readonly string[];
  /** Who is quoted in the passage around it, told where nobody is in it: the passage itself, shown elsewhere, says so. */
  readonly around?: readonly string[];
}

export function Provenance({ of, speaker, quoted = [], around = [] }: ProvenanceProps) {
  const { t } = usePanel();
  const parts: ComponentChildren[] = [
    <OutletName key="outlet" of={of} />,
    <PrintedDate key="date" of={of} />,
  ];
  if (of.author.length > 0) {
    parts.push(<Sentence key="byline" message="byline" parts={[of.author.join(t('listComma'))]} />);
  }
  if (of.republishedFrom) {
    parts.push(<Sentence key="from" message="republishedFrom" parts={[of.republishedFrom]} />);
  }
  if (speaker) parts.push(<Sentence key="speaker" message="wordsOf" parts={[speaker]} />);
  if (speaker === null) {
    const [message, named] =
      quoted.length > 0 ? (['quoting', quoted] as const) : (['quotingAround', around] as const);
    if (quoted.length === 0) parts.push(<Missing key="speaker" words={t('speakerNotStated')} />);
    if (named.length > 0)
      parts.push(<Sentence key="quoted" message={message} parts={[named.join(t('listComma'))]} />);
  }
  const pack = packOf(of);
  if (of.collection === 'yours') parts.push(t(of.isSample ? 'fromSample' : 'fromYourArticles'));
  if (pack !== null) parts.push(<Sentence key="pack" message="fromPack" parts={[pack]} />);
  return (
    <p class="provenance" data-testid="provenance">
      {parts.map((part, index) => (
        <span key={index}>
          <bdi>{part}</bdi>
          {index < parts.length - 1 && <Dot />}
        </span>
      ))}
    </p>
  );
}

/** The name under which its pack was loaded; null for all others. */
function packOf({ collection }: ProvenanceView): string | null {
  return collection.startsWith('pack:') ? collection.slice('pack:'.length) : null;
}

type Outlet = Pick<ProvenanceView, 'publisher' | 'site'>;

/** Where none is printed, the site at which it was read, said to be that. */
export function OutletName({ of: { publisher: name, site } }: { readonly of: Outlet }) {
  const { t } = usePanel();
  if (name === null)
    return site === null ? (
      <Missing words={t('noOutletPrinted')} />
    ) : (
      <span class="missing">
        <Sentence message="readAt" parts={[site]} />
      </span>
    );
  return (
    <>
      <bdi class="outlet">{name}</bdi>
      {hasMixedScripts(name) && <span class="control suspect">{t('outletMixedScripts')}</span>}
    </>
  );
}

export function PrintedDate({ of }: { readonly of: ProvenanceView }) {
  const { t, date } = usePanel();
  if (of.datePublished === null) return <Missing words={t('noDatePrinted')} />;
  return <time dateTime={of.datePublished}>{date(of.datePublished)}</time>;
}

function Missing({ words }: { readonly words: string }) {
  return <span class="missing">{words}</span>;
}

interface ShortProvenanceProps {
  readonly of: ProvenanceView;
  /** The headline stands beside it already. */
  readonly besideHeadline?: boolean;
}

/** By what an article is known in a list: its outlet; where none is printed, its headline. */
export function OutletOrHeadline({ of, besideHeadline = false }: ShortProvenanceProps) {
  if (of.publisher !== null || of.headline === null || besideHeadline) return <OutletName of={of} />;
  return (
    <>
      <cite>
        <bdi>{of.headline}</bdi>
      </cite>
      <Dot />
      <OutletName of={of} />
    </>
  );
}

/** Outlet and date only: for "also printed in …". */
export function ShortProvenance(props: ShortProvenanceProps) {
  return (
    <>
      <OutletOrHeadline {...props} />
      <Dot />
      <PrintedDate of={props.of} />
    </>
  );
}

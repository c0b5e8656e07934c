/** What of the page was printed before: whether it is an archived article, the share, and never that alone: the sentences. */
import { useId, useState } from 'preact/hooks';
import type { SeenSentence, SeenView, TabView } from '../../protocol/views.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from './ArchiveText.tsx';
import { Dot } from './Dot.tsx';
import { ChangedFacts, EvidenceInWords } from './EvidenceInWords.tsx';
import { HelpLink } from './HelpLink.tsx';
import { Icon } from './Icon.tsx';
import { Lineage } from './Lineage.tsx';
import { reveal } from './PageNames.tsx';
import { OutletOrHeadline, Provenance, ShortProvenance } from './Provenance.tsx';
import { howPrinted } from './SeenLine.tsx';
import { Sentence } from './Sentence.tsx';
import { StateMessage } from './StateMessage.tsx';

export function SeenOnPage({ view, seen }: { readonly view: TabView; readonly seen: SeenView }) {
  const { t, plural } = usePanel();
  const { same, sentences, total } = seen;
  if (!same && sentences.length === 0) {
    return (
      <StateMessage state="nothing-seen" title={t('seenNothingTitle')}>
        <p>{t('seenNothingText')}</p>
        <HelpLink topic="seen-before" />
      </StateMessage>
    );
  }
  return (
    <div class="seen" data-testid="seen">
      {same && <SameArticle same={same} />}
      {sentences.length > 0 && <SeenShare seen={seen} />}
      <ol class="passages">
        {sentences.map((sentence) => (
          <li key={`${sentence.places[0]?.key} ${sentence.places[0]?.start}`}>
            <SeenItem sentence={sentence} tabId={view.tabId} />
          </li>
        ))}
      </ol>
      {total > sentences.length && <p class="fact">{plural('seenMore', total - sentences.length)}</p>}
      <p class="fact">
        <HelpLink topic="seen-before" />
      </p>
    </div>
  );
}

function SeenShare({ seen }: { readonly seen: SeenView }) {
  const words = usePanel();
  const { plural, percent } = words;
  // A share is told as it is, not as nothing: one sentence of a long page.
  const share = seen.share < 0.01 ? `< ${percent(0.01)}` : percent(seen.share);
  return (
    <p class="seen-share" data-testid="seen-share">
      {plural('seenShareHow', seen.sentenceCount, share, howPrinted(words, seen))}
    </p>
  );
}

function SameArticle({ same }: { readonly same: NonNullable<SeenView['same']> }) {
  const { port, t } = usePanel();
  const { provenance, by } = same;
  return (
    <div class="same-article" data-testid="same-article">
      <p>{t(by === 'url' ? 'seenSameUrl' : 'seenSameText')}</p>
      {provenance.headline && (
        <p class="passage-headline" dir="auto">
          {provenance.headline}
        </p>
      )}
      <Provenance of={provenance} />
      <button type="button" class="link-button" onClick={() => port.openReader(provenance.articleId, null)}>
        {t('openSaved')}
      </button>
    </div>
  );
}

/** How the first of a list is told: where the page itself is the earliest, no other one is. */
const FIRST_IS = { first: 'earliestIs', reprint: 'reprintIs', undated: 'undatedIs' } as const;

/** One sentence: a click shows it on the page; its printings open below it. */
function SeenItem({ sentence, tabId }: { readonly sentence: SeenSentence; readonly tabId: number }) {
  const panel = usePanel();
  const { t, plural } = panel;
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const [first] = sentence.printings;
  return (
    <article class="seen-item" data-testid="seen-sentence">
      <button
        type="button"
        class="seen-words"
        data-item
        title={t('showOnPage')}
        onClick={() => void reveal(panel, tabId, sentence.places[0])}
      >
        <span class="snippet" dir="auto">
          <ArchiveText text={sentence.text} />
        </span>
      </button>
      {first && !isOpen && (
        <p class="seen-first">
          <Sentence
            message={FIRST_IS[first.role]}
            parts={[
              // "Undated" says already that no date is printed.
              first.role === 'undated' ? (
                <OutletOrHeadline key="first" of={first.provenance} />
              ) : (
                <ShortProvenance key="first" of={first.provenance} />
              ),
            ]}
          />
          <Dot />
          <EvidenceInWords of={first} />
        </p>
      )}
      {first && !isOpen && <ChangedFacts of={first} />}
      <button
        type="button"
        class="seen-open"
        data-testid="seen-printings"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" />
        {plural('showPrintings', sentence.articleCount)}
      </button>
      {isOpen && (
        <div id={list}>
          <Lineage printings={sentence.printings} />
        </div>
      )}
    </article>
  );
}

/**
 * The card beside a name or a selection, in a frame of our own origin that any page could embed: it shows
 * nothing without a ticket, changes nothing, and tells the page only its height. Esc reports the height 0 and
 * gives the focus back: the card is done.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardView, SeenSentence } from '../../protocol/views.ts';
import { KIND_SINGULAR } from '../kinds.ts';
import { usePanel } from '../panel.ts';
import { EntityFacts, EntityPassages } from '../parts/EntityFacts.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Lookup } from '../parts/Lookup.tsx';
import { Printing } from '../parts/Printing.tsx';
import { WhyMatched } from '../parts/WhyMatched.tsx';

const LOOKUP_PASSAGES = 3;
const TICKET = /^[0-9a-f]{32}$/;

export function Card() {
  const { port } = usePanel();
  const ticket = port.hash;
  const [view, setView] = useState<CardView | null>(null);
  useEffect(() => {
    if (!TICKET.test(ticket)) return;
    void port.calls.redeemCard({ ticket }).then((card) => card.ok && setView(card.value));
  }, [ticket]);
  if (!view) return null;
  return <DrawnCard view={view} ticket={ticket} />;
}

function DrawnCard({ view, ticket }: { readonly view: CardView; readonly ticket: string }) {
  const { port, t } = usePanel();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    const report = (height: number) => void port.calls.reportCardHeight({ ticket, height });
    const watcher = new ResizeObserver(() => report(Math.ceil(element.getBoundingClientRect().height)));
    watcher.observe(element);
    const listening = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      report(0);
      parent.focus();
    };
    addEventListener('keydown', onKey, { signal: listening.signal });
    return () => {
      watcher.disconnect();
      listening.abort();
    };
  }, [ticket]);
  const openInPanel = () => {
    port.openPanel(); // first, and at once: browsers open panels only inside the click
    if (view.kind === 'name') void port.calls.showLookup({ tabId: null, text: view.entity.label });
    if (view.kind === 'seen') void port.calls.showLookup({ tabId: null, text: view.sentence.text });
  };
  return (
    <main ref={card} class="card" data-testid="card" data-kind={view.kind}>
      {view.kind === 'name' && <NameCard view={view} />}
      {view.kind === 'seen' && <SeenCard sentence={view.sentence} />}
      {view.kind === 'lookup' && (
        <>
          <h1 class="visually-hidden">{t('tabLookup')}</h1>
          <Lookup lookup={view.lookup} limit={LOOKUP_PASSAGES} />
        </>
      )}
      {(view.kind === 'lookup' || view.counts === 'bundled') && (
        <p class="fine-print card-counts">{t('cardBundledOnly')}</p>
      )}
      <footer class="card-foot">
        <button type="button" class="link-button" onClick={openInPanel}>
          <Icon name="panel" />
          {t('openInPanel')}
        </button>
        {view.kind === 'name' && (
          <button
            type="button"
            class="link-button"
            data-testid="card-correct"
            onClick={() => port.openArchive(view.entity.label)}
          >
            {t('nameEdit')}
          </button>
        )}
      </footer>
    </main>
  );
}

function NameCard({ view }: { readonly view: Extract<CardView, { kind: 'name' }> }) {
  const { t } = usePanel();
  const { entity } = view;
  return (
    <>
      <header class="card-head">
        <h1 class="card-title">
          <bdi class="name" data-kind={entity.type}>
            {entity.label}
          </bdi>
        </h1>
        <span class="card-kind">{t(KIND_SINGULAR[entity.type])}</span>
      </header>
      <EntityFacts entity={entity} brief />
      <WhyMatched why={view.why} exact={view.exact} because={view.because} />
      <EntityPassages entity={entity} />
    </>
  );
}

/** The first printing, and how many more there are; the panel has them all. */
function SeenCard({ sentence }: { readonly sentence: SeenSentence }) {
  const { t, plural } = usePanel();
  const [first, ...others] = sentence.printings;
  const undated = others.filter(({ role }) => role === 'undated').length;
  const reprints = Math.max(0, sentence.articleCount - 1 - undated);
  const isBefore = first?.role !== 'reprint';
  const counts = [
    ...(reprints > 0 ? [plural('reprints', reprints)] : []),
    ...(undated > 0 ? [plural('undatedMore', undated)] : []),
  ];
  return (
    <>
      <header class="card-head">
        <h1 class="card-title">{t(isBefore ? 'cardSeenTitle' : 'cardElsewhereTitle')}</h1>
      </header>
      {counts.length > 0 && <p class="fact">{counts.join(t('listComma'))}</p>}
      {first && <Printing printing={first} as="inline" brief />}
    </>
  );
}

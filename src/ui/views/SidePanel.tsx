/** The native side panel: follows the active tab; names, passages, sentences seen before and the newest lookup, one tab each; search. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TabView } from '../../protocol/views.ts';
import { WithCharts } from '../charts/WithCharts.tsx';
import { useListKeys } from '../list-keys.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { HelpDialog } from '../parts/HelpDialog.tsx';
import { Lookup } from '../parts/Lookup.tsx';
import { NoNames, OnThisPage } from '../parts/OnThisPage.tsx';
import { PageNames } from '../parts/PageNames.tsx';
import { PassageList } from '../parts/Passage.tsx';
import { ReachSwitch } from '../parts/ReachSwitch.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';
import { SearchResults } from '../parts/SearchResults.tsx';
import { SeenOnPage } from '../parts/SeenOnPage.tsx';
import { Skeleton, StateMessage } from '../parts/StateMessage.tsx';
import { Top } from '../parts/Top.tsx';
import { UndoLine } from '../parts/UndoLine.tsx';
import { SearchContext } from '../search-context.ts';
import { createSearch } from '../search-store.ts';
import { useStore } from '../store.ts';
import { createTabStore, type TabStore } from '../tab-store.ts';

type Part = 'mentions' | 'passages' | 'seen' | 'lookup';
const PARTS: readonly Part[] = ['mentions', 'passages', 'seen', 'lookup'];
const PART_NAMES: Record<Part, MessageKey> = {
  mentions: 'tabMentions',
  passages: 'tabPassages',
  seen: 'tabSeen',
  lookup: 'tabLookup',
};

export function SidePanel() {
  const { port, signal } = usePanel();
  const [tab] = useState(() => createTabStore(port, signal));
  const [search] = useState(() => createSearch(port, '', signal));
  const [isHelpOpen, setHelpOpen] = useState(false);
  useListKeys(() => setHelpOpen(true));
  const { view } = useStore(tab.state);
  const isSearching = useStore(search.state).text.trim() !== '';
  return (
    <SearchContext.Provider value={search.accept}>
      <WithCharts>
        <div class="panel">
          <Top onHelp={() => setHelpOpen(true)} />
          <SearchBox search={search} />
          {isSearching ? (
            <main class="scroll">
              <SearchResults search={search} />
            </main>
          ) : (
            <PanelParts tab={tab} />
          )}
          <ReachSwitch view={view} onChanged={() => void tab.reload()} />
          <UndoLine />
          <HelpDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
        </div>
      </WithCharts>
    </SearchContext.Provider>
  );
}

/** The part on show: what the reader chose, else a lookup as soon as one arrives. */
function usePart(tab: TabStore): [Part, (part: Part) => void] {
  const { view, lookups, tab: active } = useStore(tab.state);
  const [part, setPart] = useState<Part>('mentions');
  const hasLookup = view !== null && view.lookup !== null;
  const tabId = active?.tabId ?? null;
  const before = useRef({ tabId, hasLookup });
  useEffect(() => {
    const { tabId: otherId, hasLookup: hadLookup } = before.current;
    before.current = { tabId, hasLookup };
    if (hasLookup) setPart('lookup');
    // The first tab is no other one: who chose a part before it was known keeps it.
    else if (hadLookup || (otherId !== null && otherId !== tabId)) setPart('mentions');
  }, [tabId, hasLookup, lookups]);
  return [part, setPart];
}

function PanelParts({ tab }: { readonly tab: TabStore }) {
  const { t } = usePanel();
  const { view } = useStore(tab.state);
  const [part, setPart] = usePart(tab);
  return (
    <main class="panel-main">
      <PageTitle view={view} />
      <PartTabs part={part} view={view} onChoose={setPart} />
      <div class="scroll">
        <div id="part" role="tabpanel" aria-labelledby={`tab-${part}`}>
          <h2 class="visually-hidden">{t(part === 'seen' ? 'seenBeforeTitle' : PART_NAMES[part])}</h2>
          {part === 'lookup' ? (
            <LookupPart view={view} />
          ) : (
            <OnThisPage tab={tab}>{(read) => <ReadPart part={part} view={read} />}</OnThisPage>
          )}
        </div>
      </div>
    </main>
  );
}

function PageTitle({ view }: { readonly view: TabView | null }) {
  // Its line is there before it is known: nothing below it moves.
  if (!view) return <p class="page-title">&nbsp;</p>;
  if (!view.title) return null;
  return (
    <p class="page-title" dir="auto" title={view.title}>
      {view.title}
    </p>
  );
}

interface PartTabsProps {
  readonly part: Part;
  readonly view: TabView | null;
  readonly onChoose: (part: Part) => void;
}

function PartTabs({ part, view, onChoose }: PartTabsProps) {
  const { t, number } = usePanel();
  const counts: Record<Part, number | null> = {
    mentions: view?.state === 'read' ? view.names.length : null,
    passages: view?.state === 'read' ? view.passages.length : null,
    seen: view?.state === 'read' ? (view.seen?.total ?? null) : null,
    lookup: null,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const forward =
      getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const step = event.key === forward ? 1 : PARTS.length - 1;
    const next = PARTS[(PARTS.indexOf(part) + step) % PARTS.length] ?? part;
    onChoose(next);
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
  };
  useEffect(
    () => document.getElementById(`tab-${part}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [part],
  );
  return (
    <div class="tabs" role="tablist" aria-label={t('panelParts')} onKeyDown={onKeyDown}>
      {PARTS.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          class="tab"
          data-testid={`tab-${name}`}
          aria-selected={name === part}
          aria-controls="part"
          tabIndex={name === part ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {t(PART_NAMES[name])}
          {counts[name] !== null && <span class="section-count">{number(counts[name])}</span>}
        </button>
      ))}
    </div>
  );
}

function ReadPart({ part, view }: { readonly part: Part; readonly view: TabView }) {
  const { t } = usePanel();
  if (part === 'mentions') return <MentionsPart view={view} />;
  if (part === 'passages') return <PassagesPart view={view} />;
  if (!view.seen) return <Skeleton label={t('loading')} lines={5} />;
  return <SeenOnPage view={view} seen={view.seen} />;
}

function MentionsPart({ view }: { readonly view: TabView }) {
  if (view.names.length + view.ambiguous.length === 0) return <NoNames />;
  return <PageNames view={view} jumpOnOpen />;
}

function PassagesPart({ view }: { readonly view: TabView }) {
  const { t } = usePanel();
  if (view.passages.length > 0) return <PassageList passages={view.passages} />;
  return (
    <StateMessage state="no-passages" title={t('noPassagesTitle')}>
      <p>{t('noNamesText')}</p>
    </StateMessage>
  );
}

function LookupPart({ view }: { readonly view: TabView | null }) {
  const { t } = usePanel();
  if (view?.lookup) return <Lookup key={view.lookup.text} lookup={view.lookup} />;
  return (
    <StateMessage state="no-lookup" title={t('noLookupTitle')}>
      <p>{t('noLookupText')}</p>
    </StateMessage>
  );
}

/**
 * The toolbar popup: search, then what the archive knows about this page, then how far Backstory may read. It
 * never stands behind a welcome screen: search works before anything was granted.
 */
import { useEffect, useState } from 'preact/hooks';
import type { LookupView, ProvenanceView, TabView } from '../../protocol/views.ts';
import { useListKeys } from '../list-keys.ts';
import { usePanel } from '../panel.ts';
import { HelpDialog } from '../parts/HelpDialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { NoNames, OnThisPage } from '../parts/OnThisPage.tsx';
import { OwnMarksSwitch } from '../parts/OwnMarksSwitch.tsx';
import { PageNames } from '../parts/PageNames.tsx';
import { PassageList } from '../parts/Passage.tsx';
import { ReachSwitch } from '../parts/ReachSwitch.tsx';
import { SavePage } from '../parts/SavePage.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';
import { SearchResults } from '../parts/SearchResults.tsx';
import { Section } from '../parts/Section.tsx';
import { SeenLine, savedFrom } from '../parts/SeenLine.tsx';
import { isKnown, SelectedUnknown, SelectedWords, useSelectedWords } from '../parts/SelectedWords.tsx';
import { Top } from '../parts/Top.tsx';
import { UndoLine } from '../parts/UndoLine.tsx';
import { SearchContext } from '../search-context.ts';
import { createSearch } from '../search-store.ts';
import { useStore } from '../store.ts';
import { createTabStore } from '../tab-store.ts';

const NAMES_PER_KIND = 4;
const PASSAGES_SHOWN = 6;

export function Popup() {
  const { port, signal } = usePanel();
  const [tab] = useState(() => createTabStore(port, signal));
  const [search] = useState(() => createSearch(port, port.searchParams.get('q') ?? '', signal));
  const [isHelpOpen, setHelpOpen] = useState(false);
  useListKeys(() => setHelpOpen(true));
  useGivenHeight();
  const { view, tab: active, error } = useStore(tab.state);
  const tabId = active?.readable === true && active.tabId >= 0 ? active.tabId : null;
  const asked = Number(port.searchParams.get('save') ?? Number.NaN);
  const [saved, setSaved] = useState<number | null>(Number.isInteger(asked) ? asked : null);
  const selected = useSelectedWords(view);
  const [isSelectionClosed, setSelectionClosed] = useState(false);
  const isSearching = useStore(search.state).text.trim() !== '';
  useEffect(() => {
    if (isSearching) setSaved(null); // whoever types wants to see what is found
  }, [isSearching]);
  return (
    <SearchContext.Provider value={search.accept}>
      <div class="popup">
        <Top onHelp={() => setHelpOpen(true)} offerPanel />
        <SearchBox search={search} autoFocus />
        <main class="scroll">
          {saved !== null ? (
            <SavePage saving={port.saving} tabId={saved} onClose={() => setSaved(null)} />
          ) : isSearching ? (
            <SearchResults search={search} />
          ) : (
            <>
              {/* Not before it is known whether it was saved. */}
              <SaveOffer
                saved={savedFrom(view?.seen ?? null)}
                onSave={tabId === null || (!view && !error) ? null : () => setSaved(tabId)}
              />
              <SelectedOrPage
                tab={tab}
                selected={isSelectionClosed ? null : selected}
                onClose={() => setSelectionClosed(true)}
              />
              <OwnMarksSwitch view={view} onChanged={() => void tab.reload()} />
            </>
          )}
        </main>
        <ReachSwitch view={view} onChanged={() => void tab.reload()} />
        <UndoLine />
        <HelpDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      </div>
    </SearchContext.Provider>
  );
}

interface SaveOfferProps {
  /** The page as it was saved before; null when it was not. */
  readonly saved: ProvenanceView | null;
  readonly onSave: (() => void) | null;
}

/** In words, because a sign alone is found by nobody who looks for it; its line is there before the page is known. */
function SaveOffer({ saved, onSave }: SaveOfferProps) {
  const { port, t } = usePanel();
  return (
    <p class="save-offer" data-testid="save-offer">
      {saved && (
        <button type="button" class="link-button" onClick={() => port.openReader(saved.articleId, null)}>
          <Icon name="archive" />
          {t('saveIsHeld')}
        </button>
      )}
      {onSave && (
        <button type="button" class="link-button" data-testid="save-open" onClick={onSave}>
          {!saved && <Icon name="save" />}
          {t(saved ? 'saveAgain' : 'saveOpen')}
        </button>
      )}
    </p>
  );
}

/** CSS pixels, as styles/panels.css asks for. */
const ASKED_HEIGHT = 590;
/** No browser gives less; a popup that is lower is still growing. */
const LEAST_GIVEN = 300;
const LOOK_MS = 100;
/** Looks in a row at which the height must be the same: what is taken too early stays for good. */
const STILL = 4;

/** Where the popup was given less than it asked for (zoomed), its foot stays in sight and nothing scrolls but its middle. */
function useGivenHeight(): void {
  useEffect(() => {
    let [last, still] = [0, 0];
    const look = setInterval(() => {
      still = innerHeight === last ? still + 1 : 0;
      last = innerHeight;
      if (still < STILL) return;
      clearInterval(look);
      if (last >= LEAST_GIVEN && last < ASKED_HEIGHT)
        document.documentElement.style.setProperty('--given', `${last}px`);
    }, LOOK_MS);
    return () => clearInterval(look);
  }, []);
}

interface SelectedOrPageProps {
  readonly tab: ReturnType<typeof createTabStore>;
  /** null when nothing is, or the reader has seen enough of it. */
  readonly selected: LookupView | null;
  readonly onClose: () => void;
}

function SelectedOrPage({ tab, selected, onClose }: SelectedOrPageProps) {
  const { view } = useStore(tab.state);
  if (view && selected && isKnown(selected))
    return <SelectedWords lookup={selected} tabId={view.tabId} onClose={onClose} />;
  return (
    <>
      {selected && <SelectedUnknown lookup={selected} />}
      <PopupPage tab={tab} />
    </>
  );
}

function PopupPage({ tab }: { readonly tab: ReturnType<typeof createTabStore> }) {
  const { t } = usePanel();
  return (
    <OnThisPage tab={tab}>
      {(view) => (
        <>
          <SeenLine seen={view.seen} />
          {view.names.length + view.ambiguous.length === 0 ? (
            <NoNames />
          ) : (
            <Section
              title={t('onThisPage')}
              count={view.names.length + view.ambiguous.length}
              unit="badgeNames"
            >
              <PageNames view={view} limit={NAMES_PER_KIND} offerPanel />
            </Section>
          )}
          <BestPassages passages={view.passages} />
        </>
      )}
    </OnThisPage>
  );
}

function BestPassages({ passages }: Pick<TabView, 'passages'>) {
  const { t } = usePanel();
  const [isWhole, setWhole] = useState(false);
  const listed = isWhole ? passages : passages.slice(0, PASSAGES_SHOWN);
  if (passages.length === 0) return null;
  return (
    <Section title={t('bestPassages')} count={passages.length} listed={listed.length}>
      <PassageList passages={listed} more={listed.length < passages.length ? () => setWhole(true) : null} />
    </Section>
  );
}

/**
 * What the archive knows about the tab the reader looks at. Asks again whenever the background says that
 * something changed or another tab became active; events may be missed, so while a page is being read it also
 * asks once a second. Answers that were overtaken are dropped.
 */

import type { TabView } from '../protocol/views.ts';
import type { ErrorCode } from '../text/result.ts';
import type { ActiveTab, PanelPort } from './panel-port.ts';
import { createStore, type Store } from './store.ts';

interface TabState {
  readonly tab: ActiveTab | null;
  /** null until the first answer about this tab. */
  readonly view: TabView | null;
  readonly error: ErrorCode | null;
  /** Counts lookups that arrived while this page was open. */
  readonly lookups: number;
}

export interface TabStore {
  readonly state: Store<TabState>;
  reload(): Promise<void>;
}

const READING_POLL_MS = 1000;

export function createTabStore(port: PanelPort, signal: AbortSignal): TabStore {
  const state = createStore<TabState>({ tab: null, view: null, error: null, lookups: 0 });
  let asked = 0;
  let poll: ReturnType<typeof setTimeout> | undefined;

  async function describe(tab: ActiveTab): Promise<void> {
    const ask = ++asked;
    clearTimeout(poll);
    if (state.value.tab?.tabId !== tab.tabId) state.patch({ tab, view: null, error: null });
    const answer = await port.calls.describeTab({ tabId: tab.tabId });
    if (ask !== asked || signal.aborted) return;
    if (answer.ok) state.patch({ tab, view: answer.value, error: null });
    else state.patch({ tab, error: answer.error.code });
    if (answer.ok && answer.value.state === 'reading') poll = setTimeout(reload, READING_POLL_MS);
  }

  async function reload(): Promise<void> {
    if (!signal.aborted) await describe(await port.activeTab());
  }

  const reloadIfShown = (fact: { readonly tabId: number }) => {
    if (fact.tabId === state.value.tab?.tabId) void reload();
  };
  port.onEvent('tabAnnotated', reloadIfShown, signal);
  port.onEvent(
    'tabLookedUp',
    (fact) => {
      if (fact.tabId === state.value.tab?.tabId) state.patch({ lookups: state.value.lookups + 1 });
      reloadIfShown(fact);
    },
    signal,
  );
  port.onEvent('settingsChanged', () => void reload(), signal);
  port.onActiveTabChange((tab) => void describe(tab), signal);
  void reload();
  return { state, reload };
}

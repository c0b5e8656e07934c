/** The views' door to the world, over this browser's APIs. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { CorrectionCalls } from '../../protocol/archive-calls.ts';
import type { PanelCalls } from '../../protocol/calls.ts';
import { createClient } from '../../protocol/client.ts';
import type { ActiveTab, PanelPort } from '../../ui/panel-port.ts';
import type { SavePort } from '../../ui/save-port.ts';
import { announceEverywhere, listen } from './events.ts';
import { download } from './holdings/download.ts';
import { readSelectedWords } from './selected-words.ts';
import { sendToBackground } from './send.ts';
import { openSidePanel } from './side-panel.ts';
import { isReadable, openPage } from './tab-gateway.ts';
import { message } from './translate.ts';

/** Longer than a first paint takes on a busy machine. */
const IDLE_AFTER_MS = 500;

const isFirefox = browser.runtime.getURL('/').startsWith('moz-');

const calls = createClient<PanelCalls>('background', sendToBackground);

/*
 * What keeps the reader's own articles is more code than all views together, and a popup that only shows something needs
 * none of it: it is read when something is asked of it.
 */
const correcting = createClient<CorrectionCalls>('background', async (message) => {
  const { answerCorrection } = await import('./holdings/correction-calls.ts');
  return answerCorrection(message);
});

async function isAdding(): Promise<boolean> {
  return (await import('./holdings/adding.ts')).isAdding();
}

function createSaving(): SavePort {
  let opening: Promise<SavePort> | null = null;
  const opened = () => {
    opening ??= import('./holdings/save-port.ts').then(({ createSavePort }) => createSavePort());
    return opening;
  };
  return {
    capture: async (tabId, what) => (await opened()).capture(tabId, what),
    save: async (choice) => (await opened()).save(choice),
    undo: async (receipt) => (await opened()).undo(receipt),
    isBackupDue: async () => (await opened()).isBackupDue(),
  };
}

/** After what the reader waits for. */
function lookAfterPacks(): void {
  requestIdleCallback(
    async () => {
      const { createRenewal, renewWhenStale } = await import('./holdings/renewal.ts');
      await renewWhenStale(createRenewal(() => announceEverywhere('holdingsChanged', {})));
    },
    { timeout: IDLE_AFTER_MS },
  );
}

/**
 * Firefox gives our card no `tabs`: a frame in a web page has the APIs of content scripts (seen in 153; MDN, "Content
 * scripts", WebExtension APIs). The background opens the page then. Delete when such frames have `tabs`.
 */
function openOwnPage(path: string): void {
  const tabs: typeof browser.tabs | undefined = browser.tabs;
  if (tabs) void openPage(path);
  else void calls.openPage({ path });
}

export function createPanelPort(): PanelPort {
  // Known before any click: opening the panel must not wait for an answer.
  let windowId: number | undefined;
  void browser.windows?.getCurrent().then((current) => {
    windowId = current.id;
  });
  lookAfterPacks();
  return {
    calls,
    onEvent: listen,
    activeTab: async () => toActiveTab(await shownTab()),
    onActiveTabChange,
    message,
    locale: browser.i18n.getUILanguage(),
    browser: isFirefox ? 'firefox' : 'chromium',
    selectedIn: readSelectedWords,
    requestSite: (origins) => browser.permissions.request({ origins: [...origins] }),
    hasSite: (origins) => browser.permissions.contains({ origins: [...origins] }),
    removeSite: (origins) => browser.permissions.remove({ origins: [...origins] }),
    grantedSites: async () => (await browser.permissions.getAll()).origins ?? [],
    saving: createSaving(),
    isAdding,
    correcting,
    openReader: (articleId, passageId, part) => {
      const passage = passageId === null ? '' : `&passage=${encodeURIComponent(passageId)}`;
      const wanted = part ? `&part=${part.start}-${part.end}` : '';
      openOwnPage(`/reader.html?article=${encodeURIComponent(articleId)}${passage}${wanted}`);
    },
    openPanel: () => {
      if (windowId !== undefined) openSidePanel({ windowId });
      else openOwnPage('/sidepanel.html');
    },
    openOptions: () => void browser.runtime.openOptionsPage(),
    openWelcome: () => openOwnPage('/welcome.html'),
    openHelp: (topic) => openOwnPage(`/help.html#${topic}`),
    openArchive: (name) =>
      openOwnPage(
        name === null ? '/archive.html' : `/archive.html?tab=names&name=${encodeURIComponent(name)}`,
      ),
    openShortcutSettings: () => {
      if (isFirefox) void openFirefoxShortcuts();
      else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    },
    shortcuts: async () => {
      const commands = (await browser.commands?.getAll()) ?? [];
      return commands.map(({ description, name, shortcut }) => ({
        name: name === '_execute_action' ? message('commandOpenPopup') : description || (name ?? ''),
        keys: shortcut ?? '',
      }));
    },
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    saveFile: download,
    searchParams: new URLSearchParams(location.search),
    hash: location.hash.slice(1),
  };
}

/** Firefox has an API for it since 137; no page address of it may be opened. */
async function openFirefoxShortcuts(): Promise<void> {
  const { commands } = browser as unknown as { commands?: { openShortcutSettings?(): Promise<void> } };
  await commands?.openShortcutSettings?.();
}

/** The tab that a panel in a tab of its own was opened from; null where the active one is shown. */
function openedFrom(): number | null {
  const of = new URLSearchParams(location.search).get('of');
  return of === null ? null : Number(of);
}

async function shownTab(): Promise<Tabs.Tab | undefined> {
  const of = openedFrom();
  if (of !== null) return browser.tabs.get(of).catch(() => undefined); // closed meanwhile
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
}

function toActiveTab(tab: Tabs.Tab | undefined): ActiveTab {
  const url = tab?.url ? new URL(tab.url) : null;
  return {
    tabId: tab?.id ?? -1,
    host: url?.hostname ?? '',
    url: url?.href ?? null,
    readable: url === null || isReadable(url),
  };
}

function onActiveTabChange(listener: (tab: ActiveTab) => void, signal: AbortSignal): void {
  const tell = async () => {
    const tab = await shownTab();
    if (!signal.aborted) listener(toActiveTab(tab));
  };
  const onActivated = () => void tell();
  const of = openedFrom();
  const onUpdated = (tabId: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    if (
      (of === null ? tab.active : tabId === of) &&
      (change.url !== undefined || change.status === 'loading')
    )
      void tell();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
}

/**
 * What the reader does outside our pages: context menu, keyboard shortcuts, the address-bar keyword. Each API may be
 * missing (Firefox for Android has none of the three) and is then left alone.
 */
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { askArchive } from '../../library/ask-archive.ts';
import { lookUp } from '../../library/look-up.ts';
import type { LibraryPorts } from '../../library/ports.ts';
import { searchArchive, suggestQueries } from '../../library/search-archive.ts';
import { LONGEST_SELECTION } from '../../protocol/page-guards.ts';
import { readSelectedWords } from './selected-words.ts';
import { openSidePanel } from './side-panel.ts';
import { message } from './translate.ts';

const MENUS = { 'look-up': 'menuLookUp', 'seen-before': 'menuSeenBefore' } as const;

const SAVE = 'save-page';

/** The click gave the right to read this tab; the page of ours that opens uses it. */
async function openSaving(tabId: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/popup.html?save=${tabId}`) });
}

/** Once per installation or update: browsers keep menus, and refuse a second one of the same id. */
export async function createMenus(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  for (const [id, key] of Object.entries(MENUS)) {
    // The browser writes the selection there, whichever way it runs: isolated, it reorders nothing.
    browser.contextMenus.create({ id, title: message(key, ['\u2068%s\u2069']), contexts: ['selection'] });
  }
  browser.contextMenus.create({ id: SAVE, title: message('menuSavePage'), contexts: ['page'] });
}

export function answerMenus(ports: LibraryPorts): void {
  browser.contextMenus?.onClicked.addListener((info: Menus.OnClickData, tab?: Tabs.Tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === SAVE) return void openSaving(tab.id);
    openSidePanel({ tabId: tab.id });
    void showLookup(ports, tab.id, info.selectionText ?? '');
  });
}

export function answerShortcuts(ports: LibraryPorts): void {
  browser.commands?.onCommand.addListener((command: string, tab?: Tabs.Tab) => {
    if (command === 'toggle-marks') return void toggleMarks(ports);
    if (tab?.id === undefined) return;
    if (command === SAVE) return void openSaving(tab.id);
    if (command === 'next-mark' || command === 'previous-mark') {
      return void walkMarks(ports, tab.id, command === 'next-mark' ? 1 : -1);
    }
    openSidePanel({ tabId: tab.id });
    if (command !== 'look-up-selection') return;
    const { id } = tab;
    void readSelectedWords(id).then((words) => showLookup(ports, id, words));
  });
}

async function walkMarks(ports: LibraryPorts, tabId: number, direction: 1 | -1): Promise<void> {
  const blocks = (await ports.summaries.read(tabId))?.own ?? [];
  const own = blocks.flatMap(({ key, marks }) => marks.map(({ start, end }) => ({ key, start, end })));
  await ports.tabs.calls(tabId).walkMarks({ direction, own });
}

async function toggleMarks(ports: LibraryPorts): Promise<void> {
  const { marks } = await ports.settings.read();
  await ports.settings.change({ marks: !marks });
}

async function showLookup(ports: LibraryPorts, tabId: number, selected: string): Promise<void> {
  const text = selected.trim().slice(0, LONGEST_SELECTION);
  const archive = await ports.archive();
  if (text === '' || !archive.ok) return;
  const found = await askArchive(archive.value, (whole) => lookUp(whole, text));
  if (!found.ok) return;
  await ports.summaries.writeLookup(tabId, found.value);
  ports.announce('tabLookedUp', { tabId });
}

export function answerAddressBar(ports: LibraryPorts): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  omnibox.onInputChanged.addListener((text, suggest) => void suggestInAddressBar(ports, text).then(suggest));
  omnibox.onInputEntered.addListener((text) => void openFromAddressBar(ports, text));
}

interface AddressSuggestion {
  readonly content: string;
  readonly description: string;
}

async function suggestInAddressBar(ports: LibraryPorts, text: string): Promise<AddressSuggestion[]> {
  const [settings, archive] = await Promise.all([ports.settings.read(), ports.archive()]);
  if (!settings.addressBar || !archive.ok) return [];
  const found = await askArchive(archive.value, (whole) => suggestQueries(whole, text, 6));
  return (found.ok ? found.value : []).map(({ query, label }) => ({
    content: query,
    description: escapeMarkup(label),
  }));
}

/** Chrome parses descriptions as XML. */
function escapeMarkup(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An exact, only answer opens in the reader; anything else opens the search with its results. */
async function openFromAddressBar(ports: LibraryPorts, text: string): Promise<void> {
  const [settings, archive] = await Promise.all([ports.settings.read(), ports.archive()]);
  if (!settings.addressBar) return;
  const asked = archive.ok
    ? await askArchive(archive.value, (whole) => searchArchive(whole, text, 2))
    : archive;
  const found = asked.ok ? asked.value : null;
  const [only] = found?.passages ?? [];
  const page =
    only && found?.total === 1
      ? `reader.html?article=${encodeURIComponent(only.provenance.articleId)}&passage=${encodeURIComponent(only.passageId)}`
      : `popup.html?q=${encodeURIComponent(text)}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`/${page}`) });
}

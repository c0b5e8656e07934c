/**
 * The background, composed: ports over this browser's APIs, calls served, the reader's acts answered. Every listener
 * is registered synchronously at start, so that the act that woke the background is not missed.
 */
import browser from 'webextension-polyfill';
import { createCardTickets } from '../../library/card-tickets.ts';
import { createPageSessions, type PageSessions } from '../../library/page-sessions.ts';
import type { LibraryPorts } from '../../library/ports.ts';
import type { Settings } from '../../protocol/views.ts';
import { serveCalls } from './background-calls.ts';
import { announce, listen } from './events.ts';
import { forgetWholeArchive, openWholeArchive } from './holdings/own-archive.ts';
import { openBundledArchive } from './pack-reader.ts';
import { answerAddressBar, answerMenus, answerShortcuts, createMenus } from './reader-acts.ts';
import { changeSettings, closeStorageToPages, readSettings } from './settings-store.ts';
import { injectIntoOpenTabs, injectReading, registerReading } from './site-access.ts';
import { summaryStore } from './summary-store.ts';
import { describeTabFacts, openPage, showBadge, tabCalls } from './tab-gateway.ts';

export function startBackground(): void {
  closeStorageToPages();
  const ports: LibraryPorts = {
    archive: openWholeArchive,
    bundled: openBundledArchive,
    settings: { read: readSettings, change: applySettings },
    summaries: summaryStore,
    tabs: {
      calls: tabCalls,
      describe: describeTabFacts,
      startReading: injectReading,
      open: openPage,
      showBadge,
    },
    announce,
    randomTicket,
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  const sessions = createPageSessions(ports);
  serveCalls(ports, sessions, createCardTickets(ports.randomTicket, ports.now));
  listen('holdingsChanged', () => void onHoldingsChanged(sessions), new AbortController().signal);
  answerMenus(ports);
  answerShortcuts(ports);
  answerAddressBar(ports);
  // A browser that is closing refuses, and forgets by itself.
  browser.tabs.onRemoved.addListener((tabId) => void sessions.forget(tabId).catch(() => undefined));
  browser.permissions.onAdded.addListener(({ origins = [] }) => void onSitesGranted(origins));
  browser.permissions.onRemoved.addListener(() => void registerReading());
  browser.runtime.onStartup.addListener(() => void registerReading());
  browser.runtime.onInstalled.addListener(({ reason }) => void onInstalled(reason));
}

async function onHoldingsChanged(sessions: PageSessions): Promise<void> {
  forgetWholeArchive();
  sessions.refresh();
  // Of what was read before this background woke, the text is in the page alone.
  for (const { id } of await browser.tabs.query({ active: true }))
    if (id !== undefined && !sessions.get(id)) await tabCalls(id).readPage({});
}

async function onInstalled(reason: string): Promise<void> {
  await Promise.all([createMenus(), registerReading()]);
  // Tabs that were open before: an update orphaned their scripts, an installation has not reached them yet.
  await injectIntoOpenTabs((await browser.permissions.getAll()).origins ?? []);
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

async function onSitesGranted(origins: readonly string[]): Promise<void> {
  await registerReading();
  await injectIntoOpenTabs(origins);
}

/** Settings take hold at once in every open tab that is being read. */
async function applySettings(change: Partial<Settings>): Promise<Settings> {
  const before = await readSettings();
  const after = await changeSettings(change);
  announce('settingsChanged', after);
  // How citations are copied is nothing of pages.
  if (Object.keys(change).every((name) => name === 'citation')) return after;
  await registerReading();
  const tabs = await browser.tabs.query({ discarded: false });
  for (const { id, url } of tabs) {
    if (id === undefined || !url) continue;
    const { hostname } = new URL(url);
    if (after.offHosts.includes(hostname)) await leaveTab(id);
    else if (before.offHosts.includes(hostname)) await injectReading(id);
    else await tabCalls(id).readPage({});
  }
  return after;
}

async function leaveTab(tabId: number): Promise<void> {
  await tabCalls(tabId).leavePage({});
  await summaryStore.forget(tabId);
  await showBadge(tabId, null);
}

function randomTicket(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

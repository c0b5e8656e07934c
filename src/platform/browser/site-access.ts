/**
 * On which sites the content script runs: those the reader granted, less those switched off. One dynamic registration,
 * compared with what is wanted on every change and start, because browsers keep registrations across updates.
 */
import browser, { type Scripting } from 'webextension-polyfill';
import { readSettings } from './settings-store.ts';

const READING_SCRIPT = 'reading.js';
const READING_STYLES = 'assets/reading.css';
const REGISTRATION = 'reading';

/**
 * Firefox draws highlights inside shadow roots only from user style sheets; Chrome (156) refuses the key and needs no such
 * help. Delete when Firefox applies author sheets of extensions to shadow trees.
 */
const USER_STYLES = browser.runtime.getURL('/').startsWith('moz-') ? { cssOrigin: 'user' as const } : {};

/** Every web page; file:, ftp: and browser pages are never read. */
export const EVERY_SITE = ['*://*/*'];

export function patternsOf(host: string): string[] {
  return [`*://${host}/*`];
}

async function wantedMatches(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(?:\*|https?):\/\//.test(origin)).sort();
}

async function wantedExclusions(): Promise<string[]> {
  const { offHosts } = await readSettings();
  return offHosts.map((host) => `*://${host}/*`).sort();
}

/** Brings the registration into line with permissions and settings; O(granted sites). */
export async function registerReading(): Promise<void> {
  const [matches, excludeMatches, registered] = await Promise.all([
    wantedMatches(),
    wantedExclusions(),
    browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] }),
  ]);
  const [present] = registered;
  if (matches.length === 0) {
    if (present) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
    return;
  }
  if (present && isSameList(present.matches, matches) && isSameList(present.excludeMatches, excludeMatches))
    return;
  if (present) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  const script: Scripting.RegisteredContentScript = {
    id: REGISTRATION,
    matches,
    ...(excludeMatches.length > 0 && { excludeMatches }),
    js: [READING_SCRIPT],
    css: [READING_STYLES],
    ...USER_STYLES,
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  };
  await browser.scripting.registerContentScripts([script]);
}

function isSameList(a: readonly string[] | undefined, b: readonly string[]): boolean {
  const sorted = [...(a ?? [])].sort();
  return sorted.length === b.length && sorted.every((item, index) => item === b[index]);
}

/** Runs the content script in one tab; false where the browser forbids it. A second run only reads the page again. */
export async function injectReading(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: [READING_STYLES], origin: 'USER' });
    await browser.scripting.executeScript({ target: { tabId }, files: [READING_SCRIPT] });
    return true;
  } catch {
    return false;
  }
}

/** Open tabs of newly granted sites are read at once: nobody should have to reload. */
export async function injectIntoOpenTabs(origins: readonly string[]): Promise<void> {
  const { offHosts } = await readSettings();
  const tabs = await browser.tabs.query({ url: [...origins], discarded: false });
  for (const { id, url } of tabs) {
    if (id !== undefined && url && !offHosts.includes(new URL(url).hostname)) await injectReading(id);
  }
}

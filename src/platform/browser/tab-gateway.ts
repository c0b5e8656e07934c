/** Tabs as the library sees them: facts, calls to their content scripts, badges. */
import browser from 'webextension-polyfill';
import type { Badge, TabFacts } from '../../library/ports.ts';
import type { TabCalls } from '../../protocol/calls.ts';
import { type Client, createClient } from '../../protocol/client.ts';
import { EVERY_SITE, patternsOf } from './site-access.ts';
import { message } from './translate.ts';

export function tabCalls(tabId: number): Client<TabCalls> {
  return createClient<TabCalls>('tab', (call) => browser.tabs.sendMessage(tabId, call, { frameId: 0 }));
}

export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** Web stores and the browsers' own sites let no extension in, whatever was granted. */
const CLOSED_HOSTS = new Set(['addons.mozilla.org', 'chromewebstore.google.com', 'chrome.google.com']);

/** Without access to a tab its address is hidden: host '' and access 'none', or 'unreachable' where it shows. */
export async function describeTabFacts(tabId: number): Promise<TabFacts> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const title = tab?.title ?? '';
  if (!tab?.url) return { host: '', title, url: null, access: 'none' };
  const url = new URL(tab.url);
  if (!isReadable(url)) return { host: url.hostname, title, url: tab.url, access: 'unreachable' };
  const contains = (origins: string[]) => browser.permissions.contains({ origins });
  const access = (await contains(EVERY_SITE))
    ? 'everywhere'
    : (await contains(patternsOf(url.hostname)))
      ? 'site'
      : 'none';
  return { host: url.hostname, title, url: tab.url, access, isLoaded: tab.status === 'complete' };
}

export function isReadable(url: URL): boolean {
  return (url.protocol === 'http:' || url.protocol === 'https:') && !CLOSED_HOSTS.has(url.hostname);
}

const BADGE_COLOUR = '#4a5b6c';

/** The figure counts names; empty when the archive knows none on the page. The tooltip says it in words. */
export async function showBadge(tabId: number, badge: Badge | null): Promise<void> {
  const { names: count, sentences } = badge ?? { names: 0, sentences: 0 };
  const words = [inWords('badgeNames', count), inWords('badgeSentences', sentences)]
    .filter((part) => part !== '')
    .join(message('listComma'));
  const title = words === '' ? message('extensionName') : `${message('extensionName')}: ${words}`;
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
  await browser.action.setBadgeText({ tabId, text: count === 0 ? '' : count > 999 ? '999+' : String(count) });
  await browser.action.setTitle({ tabId, title });
}

/** '' for none. */
function inWords(stem: 'badgeNames' | 'badgeSentences', count: number): string {
  if (count === 0) return '';
  return message(count === 1 ? `${stem}_one` : `${stem}_other`, [String(count)]);
}

/**
 * What panels show of each tab, in storage.session: it outlives the background (killed after 30 s idle in Chrome) and
 * ends with the browser. It is never written to disk, so no reading history is.
 */
import browser from 'webextension-polyfill';
import type { LibraryPorts } from '../../library/ports.ts';

const summaryKey = (tabId: number) => `tab:${tabId}`;
const lookupKey = (tabId: number) => `lookup:${tabId}`;

async function read<T>(key: string): Promise<T | null> {
  return ((await browser.storage.session.get(key))[key] as T | undefined) ?? null;
}

export const summaryStore: LibraryPorts['summaries'] = {
  read: (tabId) => read(summaryKey(tabId)),
  write: (tabId, summary) => browser.storage.session.set({ [summaryKey(tabId)]: summary }),
  readLookup: (tabId) => read(lookupKey(tabId)),
  writeLookup: (tabId, lookup) => browser.storage.session.set({ [lookupKey(tabId)]: lookup }),
  forget: (tabId) => browser.storage.session.remove([summaryKey(tabId), lookupKey(tabId)]),
};

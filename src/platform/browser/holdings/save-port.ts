/** Saving the page of a tab: its markup comes by `activeTab`, the worker makes an article of it and keeps it. */
import browser from 'webextension-polyfill';
import { fail } from '../../../text/result.ts';
import type { SavePort } from '../../../ui/save-port.ts';
import { announceEverywhere } from '../events.ts';
import { backupReminder } from './backup-dates.ts';
import { openHoldingsDatabase } from './open-database.ts';
import { type ImportWorker, openImportWorker } from './open-worker.ts';
import { rememberHoldings } from './own-archive.ts';

/** Longer pages are cut by nobody who reads them; the worker refuses what is over its own limit. */
export function createSavePort(): SavePort {
  let worker: ImportWorker | null = null;
  const calls = () => {
    worker ??= openImportWorker();
    return worker.calls;
  };
  /** Before the reader is told: the popup may close with the next click, and nobody else would say it. */
  const tell = async () => {
    await rememberHoldings(await openHoldingsDatabase());
    announceEverywhere('holdingsChanged', {});
  };
  /** Where the popup closes during this, the next page of ours does it. */
  const renew = async () => {
    await calls().renewPack({});
    announceEverywhere('holdingsChanged', {});
  };
  return {
    capture: async (tabId, what) => {
      const page = await readTab(tabId, what);
      if (!page) return fail('page-unreachable', 'The browser lets no extension read this page.');
      return calls().capturePage({ ...page, capturedAt: new Date().toISOString() });
    },
    save: async (choice) => {
      const saved = await calls().saveCaptured(choice);
      if (saved.ok) await tell();
      if (saved.ok) void renew();
      return saved;
    },
    isBackupDue: async () => (await backupReminder.read(new Date().toISOString())).isBackupDue,
    undo: async (receipt) => {
      const undone = await calls().undoSave(receipt);
      if (undone.ok) await tell();
      if (undone.ok) void renew();
      return undone;
    },
  };
}

async function readTab(tabId: number, what: 'page' | 'selection') {
  try {
    const func = what === 'page' ? readWholePage : readSelection;
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func });
    return (frame?.result as { html: string; url: string } | null | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Runs in the page: it sees nothing of this file. */
function readWholePage(): { html: string; url: string } {
  return { html: document.documentElement.outerHTML, url: location.href };
}

/** The selected blocks with what the page says of itself; null when nothing is selected. */
function readSelection(): { html: string; url: string } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const article = document.createElement('article');
  article.append(selection.getRangeAt(0).cloneContents());
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  copy.querySelector('body')?.replaceChildren(article);
  return { html: copy.outerHTML, url: location.href };
}

/** What the stories of the Archive page share: files handed in and taken out, and the archive as it lies on the disk. */
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumPage } from '../../src/platform/node/drive/chromium-view.ts';
import type { BrowserKind, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { type Story, startStory, textsOf } from './story.ts';

const ARTICLES_OF_STORY = 42;

/** One line of JSONL. */
export const articleLine = (number: number, headline: string, articleBody: string) =>
  JSON.stringify({
    identifier: `gazette-${number}`,
    headline,
    publisher: number % 2 === 0 ? 'The Harbour Gazette' : 'River Courier',
    datePublished: `2021-0${1 + (number % 9)}-12`,
    inLanguage: 'en',
    articleBody,
  });

/** Forty-two articles of a town that does not exist, as JSONL. */
export function townArticles(count = ARTICLES_OF_STORY): string {
  return Array.from({ length: count }, (_, at) =>
    articleLine(
      at,
      `Council notes ${at}`,
      `Clara Whitfield told the town council of Port Ellery for the ${at}th time about parks, paths, lamps and the library number ${at * 7}. Nothing was decided before the holidays, and member ${at * at} went home early.`,
    ),
  ).join('\n');
}

/** Hands a file to a chooser as the browser does after its own dialog, which no test can answer. */
export function choose(page: Page, selector: string, name: string, base64: string): Promise<void> {
  return page.evaluate(
    (css, file, content) => {
      const input = document.querySelector<HTMLInputElement>(css);
      if (!input) throw new Error(`no ${css}`);
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], file));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    name,
    base64,
  );
}

export const toBase64 = (text: string) => Buffer.from(text).toString('base64');

/** Imports it from the open tab "Add", to its end. */
export async function importFile(page: Page, name: string, base64: string): Promise<Record<string, number>> {
  await page.waitFor(() => document.querySelector('[data-testid=import-files]') !== null);
  const before = await page.evaluate(() => document.querySelectorAll('[data-testid=import]').length);
  await choose(page, '[data-testid=import-files]', name, base64);
  await page.waitFor(
    (known) =>
      document.querySelectorAll('[data-testid=import]').length > known &&
      document.querySelector('[data-testid=import]')?.getAttribute('data-state') === 'done',
    { timeoutMs: 60_000, what: `the import of ${name}` },
    before,
  );
  return countsOf(page);
}

/** Of the newest import. */
export function countsOf(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const row = document.querySelector('[data-testid=import]');
    const counts = [...(row?.querySelectorAll<HTMLElement>('[data-count]') ?? [])];
    return Object.fromEntries(
      counts.map((one) => [
        one.dataset.count ?? '',
        Number(one.querySelector('dd')?.textContent?.replace(/\D/g, '')),
      ]),
    );
  });
}

interface SavedFile {
  readonly name: string;
  readonly base64: string;
}

/** A browser whose downloads fall into a folder of their own, without a question. */
export async function startSavingStory(kind: BrowserKind): Promise<{ story: Story; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'backstory-saved-'));
  const story = await startStory(kind, {
    prefs: {
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
    },
  });
  return { story, folder };
}

/** What an act of the page puts among the downloads. */
export async function savedBy(page: Page, folder: string, act: () => Promise<void>): Promise<SavedFile> {
  if (page instanceof ChromiumPage) {
    const session = await page.puppeteer.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }
  const before = new Set(await readdir(folder));
  await act();
  const name = await waitUntil(
    async () => {
      const found = (await readdir(folder)).filter((one) => !before.has(one));
      // Of a download under way there is a file of its own beside it.
      return found.length === 1 && !/\.(?:part|crdownload|tmp)$/.test(found[0] ?? '') && found[0];
    },
    { timeoutMs: 30_000, what: 'a saved file' },
  );
  return { name, base64: (await readFile(join(folder, name))).toString('base64') };
}

/** A digest of everything the reader has: rows, texts, decisions and loaded packs, but not the journal of how they came. */
export function digestOfArchive(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('backstory');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = (store: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
    const stores = ['holdings', 'texts', 'corrections', 'packs', 'packArticles'];
    const content: unknown[] = [];
    for (const store of stores) content.push(await all(store));
    database.close();
    const sorted = JSON.stringify(content, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sorted));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  });
}

/** What a browser that runs out of room does to it: the whole database goes. */
export function clearDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('backstory');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
}

/** Takes one text from the disk behind the product's back, and changes another. */
export function damage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('backstory');
      opening.onsuccess = () => resolve(opening.result);
    });
    const texts = database.transaction('texts', 'readwrite').objectStore('texts');
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const reading = texts.getAllKeys();
      reading.onsuccess = () => resolve(reading.result);
    });
    texts.delete(keys[0] as IDBValidKey);
    await new Promise((resolve) => {
      texts.put('Another text than the one that was read.', keys[1] as IDBValidKey).onsuccess = resolve;
    });
    database.close();
  });
}

export const tableCount = (page: Page, start: string) =>
  page.waitFor(
    (wanted) => document.querySelector('.table-count')?.textContent?.startsWith(wanted) === true,
    { what: `${start} in the table`, timeoutMs: 20_000 },
    start,
  );

/** Clicked until it is there: a tab that has just come to the front may lose its first click. */
export async function openTab(page: Page, at: number): Promise<void> {
  const isOpen = async () => {
    await page.click(`.tab:nth-child(${at})`);
    return page.evaluate(
      (place) => document.querySelectorAll('.tab')[place]?.getAttribute('aria-current') === 'page',
      at - 1,
    );
  };
  await waitUntil(isOpen, { what: `tab ${at}` });
}

/** Gives the first name of the open tab "Names" another label, and waits until it has it. */
export async function renameFirst(page: Page, label: string): Promise<void> {
  const buttons = await textsOf(page, '[data-testid=name-entry]:first-child .button-row button');
  await page.click(
    `[data-testid=name-entry]:first-child .button-row button:nth-child(${buttons.indexOf('Rename') + 1})`,
  );
  await page.type(label, '.name-form input');
  await page.press('Enter');
  await page.waitFor(
    (wanted) => document.querySelector('[data-testid=name-entry] .name')?.textContent === wanted,
    { what: 'the new name', timeoutMs: 20_000 },
    label,
  );
}

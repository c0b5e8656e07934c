/** The reader's archive is kept: damage is found and set aside, loss is told, and a backup brings everything back. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../src/platform/node/drive/driven-browser.ts';
import {
  choose,
  clearDatabase,
  damage,
  digestOfArchive,
  importFile,
  openTab,
  renameFirst,
  savedBy,
  startSavingStory,
  tableCount,
  toBase64,
  townArticles,
} from './archive-story.ts';
import { BROWSERS, type Story, startStory, textsOf } from './story.ts';

/** By the browser that made them. */
const backups = new Map<BrowserKind, { readonly base64: string; readonly digest: string }>();

declare const chrome: {
  readonly storage: { readonly local: { set(values: object): Promise<void> } };
};

async function restore(page: Page, base64: string): Promise<void> {
  await openTab(page, 4);
  await page.waitFor(() => document.querySelector('[data-testid=restore-file]') !== null);
  await choose(page, '[data-testid=restore-file]', 'a.backstory.gz', base64);
  await page.click('[data-testid=restore-merge]');
  await page.waitFor(() => document.querySelector('[data-testid=restore-merge]') === null, {
    timeoutMs: 30_000,
  });
}

describe.each(BROWSERS)('an archive in $kind', ({ kind }) => {
  let story: Story;
  let folder: string;
  let page: Page;
  beforeAll(async () => {
    ({ story, folder } = await startSavingStory(kind));
    page = await story.browser.openExtensionPage('archive.html?tab=add');
    await importFile(page, 'town.jsonl', toBase64(townArticles()));
  });
  afterAll(async () => {
    await story.end();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps what the reader set right, with what was captured beside it', async () => {
    await openTab(page, 1);
    await tableCount(page, '42');
    await page.click('[data-testid=article-row] .row-facts .link-button');
    await page.waitFor(() => document.querySelector('.article-dialog') !== null);
    await page.evaluate(() => document.querySelector<HTMLInputElement>('.article-dialog input')?.select());
    await page.type('Council notes, corrected');
    await page.press('Enter');
    await page.waitFor(() =>
      [...document.querySelectorAll('.row-title')].some(
        ({ textContent }) => textContent === 'Council notes, corrected',
      ),
    );
    await page.click('[data-testid=article-row] input');
    await page.type('to read', '[data-testid=label]');
    await page.click('[data-testid=collect-selected]');
    await page.waitFor(
      () => document.querySelector('[data-testid=article-row] .tag')?.textContent === 'to read',
    );
    await page.click('.charts summary');
    await page.waitFor(() => document.querySelectorAll('.chart').length === 6, {
      what: 'dates, outlets, both, names, who appears with whom, and a name in time',
      timeoutMs: 20_000,
    });
    await page.click('.charts .link-button');
    expect(await textsOf(page, '.chart-table caption')).toContain(
      'Articles that print each of the most printed names',
    );
    expect(await textsOf(page, '[data-testid=article-row] .tag')).toEqual(['to read']);
  });

  it('keeps a decision about a name', async () => {
    await openTab(page, 3);
    await page.type('Whitfield', '.archive-search input');
    await page.waitFor(
      () => document.querySelector('[data-testid=name-entry] .name')?.textContent === 'Clara Whitfield',
      { timeoutMs: 20_000 },
    );
    await renameFirst(page, 'Clara A. Whitfield');
  });

  it('writes a backup, and forgets to remind of it from then on', async () => {
    await page.evaluate(() =>
      chrome.storage.local.set({
        'backup-dates': { firstHeld: '2020-01-01T00:00:00Z', lastBackup: null, remindAfterDays: 30 },
      }),
    );
    await page.reload();
    await page.waitFor(() => document.querySelector('[data-testid=backup-due]') !== null);
    await openTab(page, 4);
    const { name, base64 } = await savedBy(page, folder, () => page.click('[data-testid=back-up]'));
    expect(name).toMatch(/^backstory-\d{4}-\d\d-\d\d\.backstory\.gz$/);
    backups.set(kind, { base64, digest: await digestOfArchive(page) });
    await page.reload();
    await page.waitFor(() => document.querySelector('.tab') !== null);
    await openTab(page, 1);
    await tableCount(page, '42');
    expect(await page.evaluate(() => document.querySelector('[data-testid=backup-due]') !== null)).toBe(
      false,
    );
  });

  it('finds damage on the disk, sets it aside, and takes it back from a backup', async () => {
    await damage(page);
    await page.reload();
    await page.waitFor(() => document.querySelector('[data-testid=broken]') !== null, {
      what: 'a word about the damage',
    });
    await openTab(page, 4);
    await page.click('[data-testid=check-archive]');
    await page.waitFor(
      () => document.querySelector('[data-testid=check-report]')?.getAttribute('data-damaged') === '2',
    );
    await openTab(page, 1);
    await tableCount(page, '40');
    await restore(page, backups.get(kind)?.base64 ?? '');
    await openTab(page, 1);
    await tableCount(page, '42');
    await openTab(page, 4);
    await page.click('[data-testid=check-archive]');
    await page.waitFor(
      () => document.querySelector('[data-testid=check-report]')?.getAttribute('data-damaged') === '0',
    );
  });

  it('says that the browser has cleared it, and restores all of it', async () => {
    await clearDatabase(page);
    await page.reload();
    await page.waitFor(() => document.querySelector('[data-testid=purged]') !== null);
    expect((await textsOf(page, '[data-testid=purged]'))[0]).toMatch(/Your last backup was made on/);
    await page.click('[data-testid=purged] .button.primary');
    await restore(page, backups.get(kind)?.base64 ?? '');
    expect(await digestOfArchive(page)).toBe(backups.get(kind)?.digest);
    await page.reload();
    await openTab(page, 1);
    await tableCount(page, '42');
    expect(await textsOf(page, '[data-testid=purged]')).toEqual([]);
    await openTab(page, 3);
    await page.type('Whitfield', '.archive-search input');
    await page.waitFor(
      () => document.querySelector('[data-testid=name-entry] .name')?.textContent === 'Clara A. Whitfield',
      { what: 'the decision', timeoutMs: 20_000 },
    );
  });

  it('goes out as a web archive and as a share pack that bring the same articles back', async () => {
    for (const format of ['wacz', 'pack']) {
      await openTab(page, 4);
      const { name, base64 } = await savedBy(page, folder, () => page.click(`[data-format=${format}]`));
      await openTab(page, 2);
      const imported = importFile(page, name, base64);
      if (format === 'pack') {
        await page.waitFor(() => document.querySelector('[data-testid=pack-copy]') !== null);
        await page.click('[data-testid=pack-copy]');
      }
      const { added, duplicates, rejected = 0 } = await imported;
      // The article that was set right comes back as its reader wrote it, and is known all the same.
      expect([format, added, duplicates, rejected]).toEqual([format, 0, 42, 0]);
    }
  });
});

describe.each(BROWSERS)('a backup of the other browser, in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  it('brings back the same articles, corrections and decisions', async () => {
    const other = backups.get(kind === 'chromium' ? 'firefox' : 'chromium');
    const page = await story.browser.openExtensionPage('archive.html');
    await restore(page, other?.base64 ?? '');
    expect(await digestOfArchive(page)).toBe(other?.digest);
  });
});

/** Imports whose page or browser is closed under them go on where they were; a saved page is there within a second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { choose, countsOf, importFile, openTab, toBase64, townArticles } from './archive-story.ts';
import { BROWSERS, type Story, startStory } from './story.ts';

const ARTICLES = 900;
/** Closings of the page under a running import, before the browser itself is closed. */
const KILLS = 3;
/** As many as make a new pack of everything too slow to wait for. */
const HELD = 150;
/** What a reader waits for a saved page to be found, on a machine that has nothing else to do. */
const WITHIN_MS = 1_000;
/** Two cores are shared with whatever else runs. */
const BUSY = 4;

declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

/** What the archive finds, asked as the views ask. */
const found = (page: Page, text: string) =>
  page.evaluate(async (query) => {
    const answer = await chrome.runtime.sendMessage({
      to: 'background',
      verb: 'findArticles',
      argument: { text: query, limit: 10 },
    });
    return (answer as { value?: readonly string[] }).value?.length ?? 0;
  }, text);

describe.each(BROWSERS)('an import under which everything is closed, in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  it('ends with every article once', async () => {
    let page = await story.browser.openExtensionPage('archive.html?tab=add');
    await page.waitFor(() => document.querySelector('[data-testid=import-files]') !== null);
    await choose(page, '[data-testid=import-files]', 'long.jsonl', toBase64(townArticles(ARTICLES)));
    let known = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      known = await page.waitFor(
        (before) => {
          const row = document.querySelector('[data-testid=import]');
          const added = Number(row?.querySelector('[data-count=added] dd')?.textContent?.replace(/\D/g, ''));
          return added > before && added;
        },
        { what: 'progress', timeoutMs: 30_000 },
        known,
      );
      if (kill + 1 < KILLS) {
        await page.close();
        page = await story.browser.openExtensionPage('archive.html?tab=add');
      }
    }
    expect(known).toBeLessThan(ARTICLES);
    await story.restart();
    page = await story.browser.openExtensionPage('archive.html?tab=add');
    await page.waitFor(
      () => document.querySelector('[data-testid=import]')?.getAttribute('data-state') === 'done',
      { what: 'the end of the import', timeoutMs: 90_000 },
    );
    expect(await countsOf(page)).toEqual({ added: ARTICLES });
    await openTab(page, 1);
    await page.waitFor(
      (wanted) => document.querySelector('.table-count')?.textContent?.replace(/\D/g, '') === String(wanted),
      { what: 'all articles' },
      ARTICLES,
    );
  });
});

describe.each(BROWSERS)('a page saved into a larger archive, in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.browser.openExtensionPage('archive.html?tab=add');
    await importFile(page, 'town.jsonl', toBase64(townArticles(HELD)));
    await waitUntil(async () => (await found(page, 'library')) > 0, { timeoutMs: 60_000, what: 'the index' });
  });
  afterAll(() => story.end());

  it('is found and matched at once, and no more when it is taken back', async () => {
    const read = await story.openRead('http://news.test/save.html');
    const popup = await story.browser.openPopup(read);
    await popup.click('[aria-label="Save page"]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=preview]') !== null);
    expect(await found(page, 'footbridge')).toBe(0);
    await popup.click('[data-testid=save-keep]');
    const saved = performance.now();
    await waitUntil(async () => (await found(page, 'footbridge')) === 1, { what: 'the saved page' });
    expect(performance.now() - saved).toBeLessThan(WITHIN_MS * BUSY);
    await story.reading('http://news.test/save.html', ({ names }) =>
      names.some(({ label }) => label === 'Bruno Dias'),
    );
    // Firefox closes a popup when another window is asked for its focus; here none is.
    await popup.click('[data-testid=save] .button-row .button:nth-child(2)');
    await waitUntil(async () => (await found(page, 'footbridge')) === 0, { what: 'the page to be gone' });
    expect(await found(page, 'library')).toBeGreaterThan(0);
  });
});

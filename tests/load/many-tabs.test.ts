/** Two hundred tabs, each read, each with its own number on the badge. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import { megabytes } from './load-story.ts';

const TABS = isWhole ? 200 : 10;

describe.each(BROWSERS)('many tabs in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  it(`each of ${TABS} has its own reading`, { timeout: 1_500_000 }, async () => {
    const pages: Page[] = [];
    // The page of the stories, and one that names nobody.
    story.proxy.serve('news.test/nobody.html', {
      body: '<!doctype html><title>Rain</title><p>It rained.</p>',
    });
    for (let tab = 0; tab < TABS; tab++)
      pages.push(
        await story.browser.newPage(`http://news.test/${tab % 2 === 0 ? 'page' : 'nobody'}.html?${tab}`),
      );
    const badgeOf = async (page: Page) => (await story.browser.badge(page)).text;
    const first = pages[0] as Page;
    await expect.poll(() => badgeOf(first), { timeout: 60_000 }).toMatch(/\d/);
    const named = await badgeOf(first);
    const wrong: string[] = [];
    for (const [tab, page] of pages.entries()) {
      const wanted = tab % 2 === 0 ? named : '';
      const shown = await expect
        .poll(() => badgeOf(page), { timeout: 30_000 })
        .toBe(wanted)
        .then(() => wanted)
        .catch(() => 'another');
      if (shown !== wanted) wrong.push(await page.url());
    }
    await story.browser.collectGarbage();
    const memory = await story.browser.extensionMemory();
    recordFigure({
      bar: '21 load: tabs that show another number than their own',
      pass: `0 of ${TABS}`,
      measured: `${wrong.length} of ${TABS}; the extension’s own memory ${megabytes(memory)} MB`,
      browser: kind,
    });
    expect(wrong).toEqual([]);
  });
});

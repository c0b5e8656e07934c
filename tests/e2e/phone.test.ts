/** A phone has no popup beside the page: it opens as a page of its own, 320 pixels wide, and does the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Story, startStory } from './story.ts';

const PHONE = { width: 320, height: 640 };
const PAGES = ['popup.html', 'sidepanel.html', 'welcome.html', 'options.html', 'archive.html', 'help.html'];

describe.each(BROWSERS)('at 320 pixels in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  it('the popup is a page that fills the window, searches, and keeps its switches in reach', async () => {
    const popup = await story.browser.openExtensionPage('popup.html');
    await popup.emulate({ viewport: PHONE });
    await popup.type('brigades', '[data-testid=search-box]');
    await popup.press('Enter');
    await popup.waitFor(() => document.querySelector('[data-testid=passage]') !== null);
    const { width, overflow, foot } = await popup.evaluate(() => ({
      width: document.querySelector('.popup')?.getBoundingClientRect().width,
      overflow: document.documentElement.scrollWidth - innerWidth,
      foot: document.querySelector('.reach')?.getBoundingClientRect().bottom ?? Number.NaN,
    }));
    expect(width).toBe(PHONE.width);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(Math.round(foot)).toBeLessThanOrEqual(PHONE.height);
    await popup.close();
  });

  it.each(PAGES)('%s needs no scrolling sideways', async (path) => {
    const page = await story.browser.openExtensionPage(path);
    await page.emulate({ viewport: PHONE });
    await page.waitFor(() => (document.querySelector('main')?.textContent ?? '') !== '');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.close();
  });
});

/**
 * Two hundred tabs: each has its badge, nothing goes wrong in any, the background is not started once more for each of
 * them, and what our script holds in one is small (Chromium, which tells the heap of a page).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumPage } from '../../src/platform/node/drive/chromium-view.ts';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import { megabytes } from './load-story.ts';

const TABS = isWhole ? 200 : 12;
/** Each of them a site, and so a process and a heap, of its own. */
const WEIGHED = isWhole ? 12 : 3;
const NAMES = ['Doha', 'Cairo', 'Beirut', 'Yitzhak Rabin'];
const OFF = Array.from({ length: WEIGHED }, (_, at) => `off-${at}.test`);

const article = (at: number) => {
  const names = NAMES.slice(0, 1 + (at % NAMES.length));
  const lines = Array.from(
    { length: 120 },
    (_, line) => `<p>Line ${line} of page ${at} is about the weather, paths and the library of the town.</p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page ${at}</title><h1>Letters from ${names.join(', ')}</h1>${lines.join('')}</html>`;
};
const badgeOf = (at: number) => String(1 + (at % NAMES.length));

/** Bytes of one page's heap, swept before. */
async function heapOf(page: Page): Promise<number> {
  if (!(page instanceof ChromiumPage)) throw new Error('Only Chromium tells');
  const session = await page.puppeteer.createCDPSession();
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

describe.each(BROWSERS)('many tabs in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
    for (let at = 0; at < TABS; at++) story.proxy.serve(`news.test/tab-${at}.html`, { body: article(at) });
    for (let at = 0; at < WEIGHED; at++)
      for (const name of ['on', 'off']) story.proxy.serve(`${name}-${at}.test/`, { body: article(0) });
  });
  afterAll(() => story.end());

  it(`has the right badge on each of ${TABS}`, { timeout: 1_200_000 }, async () => {
    const boots = new Set<string | null>();
    const pages: Page[] = [];
    for (let at = 0; at < TABS; at++) {
      pages.push(await story.browser.newPage(`http://news.test/tab-${at}.html`));
      boots.add(await story.browser.bootId());
    }
    const wrong: string[] = [];
    for (const [at, page] of pages.entries()) {
      const isRight = async () => (await story.browser.badge(page)).text === badgeOf(at);
      await expect
        .poll(isRight, { timeout: 20_000 })
        .toBe(true)
        .catch(() => wrong.push(`tab ${at}`));
    }
    boots.delete(null);
    const errors = (await story.browser.consoleErrors()).length;
    recordFigure({
      bar: '21 load: two hundred tabs',
      pass: 'every badge right, 0 errors, at most one start of the background a tab',
      measured: `${TABS - wrong.length} of ${TABS} badges, ${errors} errors, ${boots.size} starts`,
      browser: kind,
    });
    expect([wrong, errors]).toEqual([[], 0]);
    expect(boots.size).toBeLessThanOrEqual(TABS);
    for (const page of pages) await page.close();
  });

  if (kind === 'chromium')
    it('holds little in each', { timeout: 300_000 }, async () => {
      await story.ask('changeSettings', { offHosts: OFF });
      const weigh = async (name: string) => {
        const weights: number[] = [];
        for (let at = 0; at < WEIGHED; at++) {
          const page = await story.browser.newPage(`http://${name}-${at}.test/`);
          if (name === 'on') await expect.poll(async () => (await story.browser.badge(page)).text).toBe('1');
          weights.push(await heapOf(page));
          await page.close();
        }
        return mean(weights);
      };
      const own = (await weigh('on')) - (await weigh('off'));
      recordFigure({
        bar: '21 load: heap of the script in a tab, mean',
        pass: 'at most 1.5 MB',
        measured: `${megabytes(own)} MB`,
        browser: kind,
      });
      expect(own).toBeGreaterThan(0);
    });
});

/**
 * From the request of popup and side panel to the first thing that is seen in them, background awake. Beside them a page
 * of the extension that is nothing but text, in the same run: what opening any page costs here. Chromium.
 */
import type { DrivenBrowser } from '../../src/platform/node/drive/driven-browser.ts';
import { type Figure, ratio } from './figures.ts';
import { median } from './scan-work.ts';

const OPENINGS = 15;
const EMPTY = 'THIRD-PARTY.txt';
const PAGES = [EMPTY, 'popup.html', 'sidepanel.html'] as const;

export async function benchPaint(browser: DrivenBrowser): Promise<Figure[]> {
  await browser.waitForPage('welcome.html');
  const times = new Map<string, number[]>(PAGES.map((path) => [path, []]));
  for (let opening = 0; opening <= OPENINGS; opening++)
    for (const path of PAGES) {
      const page = await browser.openExtensionPage(path);
      const painted = await page.waitFor(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      );
      // The first fills the caches of code.
      if (opening > 0) times.get(path)?.push(painted);
      await page.close();
    }
  const paintOf = (path: string) => median(times.get(path) ?? []);
  return [
    ratio('an empty page of the extension: ms to its first paint', paintOf(EMPTY), null, null),
    ratio('popup: ms to its first paint, warm', paintOf('popup.html'), '≤', 100),
    ratio(
      'popup: first paint against that of the empty page',
      paintOf('popup.html') / paintOf(EMPTY),
      null,
      null,
    ),
    ratio('side panel: ms to its first paint, warm', paintOf('sidepanel.html'), '≤', 100),
    ratio(
      'side panel: first paint against that of the empty page',
      paintOf('sidepanel.html') / paintOf(EMPTY),
      null,
      null,
    ),
  ];
}

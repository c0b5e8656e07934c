/** From the click on the toolbar button to this page's names in the popup, background awake. Chromium. */
import type { DrivenBrowser } from '../../src/platform/node/drive/driven-browser.ts';
import { type Figure, ratio } from './figures.ts';
import { median } from './scan-work.ts';
import { serveSources } from './serve-sources.ts';

const OPENINGS = 7;
const TEXT =
  'Ismail Haniyeh met Hossein Amir-Abdollahian in Doha. Hamas and the West Bank were named; Cairo was next.';

export async function benchPopup(browser: DrivenBrowser): Promise<Figure[]> {
  const sources = await serveSources();
  try {
    const page = await browser.newPage(`${sources.origin}/`);
    await page.evaluate((text: string) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      document.body.append(paragraph);
    }, TEXT);
    while ((await browser.badge(page)).text === '') await new Promise((soon) => setTimeout(soon, 100));
    const times: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening++) {
      const clicked = Date.now();
      const popup = await browser.openPopup(page);
      await popup.waitFor(() => document.querySelector('[data-testid=name-row]') !== null);
      const drawn = await popup.evaluate(
        () =>
          performance.timeOrigin + (performance.getEntriesByName('names-drawn')[0]?.startTime ?? Number.NaN),
      );
      times.push(drawn - clicked);
      await popup.close();
    }
    return [ratio('popup: ms from the click to this page’s names, warm', median(times), '≤', 150)];
  } finally {
    sources.close();
  }
}

/**
 * The whole browser is killed, as by a crash, in the middle of an import, and started again on the same profile. What
 * the page had counted before is there, the import goes on where it was, and at the end every article stands there once.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import {
  beginImport,
  clubArticles,
  createRandom,
  damageOf,
  importsDone,
  NO_DAMAGE,
  openArchive,
  pause,
  readDisk,
} from './fault-story.ts';

const KILLS = isWhole ? 40 : 2;
/** Of one import: some eight batches. */
const ARTICLES = 320;
/** From opening the page to the kill: the import is taken up, reads, writes, and makes its index. */
const LONGEST_MS = 2_500;

const counted = (page: Page) =>
  page.evaluate(() => {
    const counts = [...document.querySelectorAll('[data-count=added] dd')];
    return counts.reduce((sum, { textContent }) => sum + Number(textContent?.replace(/\D/g, '')), 0);
  });

describe.each(BROWSERS)('a browser that is killed during imports, in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  it(`loses and doubles nothing in ${KILLS} kills`, { timeout: KILLS * 60_000 }, async () => {
    const random = createRandom(7);
    const acknowledged: string[] = [];
    let page = await openArchive(story.browser);
    for (let kill = 0; kill < KILLS; kill++) {
      const running = await page.evaluate(
        () => document.querySelector('[data-testid=import][data-state=running]') !== null,
      );
      if (!running) {
        const articles = clubArticles(acknowledged.length, ARTICLES);
        await beginImport(page, `club-${kill}.jsonl`, articles);
        acknowledged.push(...articles.map(({ headline }) => headline));
      }
      await pause(random() * LONGEST_MS);
      const before = await counted(page);
      await story.browser.crash();
      page = await openArchive(story.browser);
      const { held, torn, miscounted } = await readDisk(page);
      expect({ kill, torn, miscounted }).toEqual({ kill, torn: [], miscounted: [] });
      expect(held.length, `after kill ${kill}`).toBeGreaterThanOrEqual(before);
      expect(new Set(held).size).toBe(held.length);
      await page.waitFor(() => document.querySelector('[data-testid=import]') !== null);
    }
    await importsDone(page);
    const damage = damageOf(await readDisk(page), acknowledged);
    recordFigure({
      bar: '17 faults: articles lost or doubled, the browser being killed during imports',
      pass: `0 in ${KILLS} kills`,
      measured: `${damage.lost.length} lost, ${damage.doubled.length} doubled of ${acknowledged.length} in ${KILLS} kills`,
      browser: kind,
    });
    expect(damage).toEqual(NO_DAMAGE);
  });
});

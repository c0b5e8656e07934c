/**
 * A long day: page after page, with searches, saves, and a background that is killed now and then. Nothing saved is lost
 * or doubled, and what the extension holds does not grow with the pages that were left.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import {
  askArchive,
  clubArticles,
  damageOf,
  NO_DAMAGE,
  openArchive,
  readDisk,
} from '../faults/fault-story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import { megabytes, slopeOf } from './load-story.ts';

/**
 * 4,800 are eight hours of reading, and half an hour of a browser's; a tenth of it is what all attacks, faults and loads
 * leave of an hour. BACKSTORY_NAVIGATIONS asks for another number, and the figure says which.
 */
const NAVIGATIONS = Number(process.env.BACKSTORY_NAVIGATIONS ?? (isWhole ? 480 : 60));
const SEARCH_EVERY = 2;
const SAVE_EVERY = 20;
const KILL_EVERY = 30;
const WEIGH_EVERY = isWhole ? 60 : 20;
const PAGES = 40;

describe.each(BROWSERS)('a long day in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
    // Each page is saved once at most: of one that is held already the popup says so.
    const saves = Math.floor(NAVIGATIONS / SAVE_EVERY);
    for (const [at, { headline, line }] of clubArticles(0, PAGES + saves).entries()) {
      const { articleBody } = JSON.parse(line) as { readonly articleBody: string };
      const body = `<!doctype html><title>${headline}</title><article><h1>${headline}</h1><p>${articleBody}</p>
        <p>Clara Whitfield opened the new boat house of Port Ellery on Friday.</p></article>`;
      story.proxy.serve(`news.test/day-${at}.html`, { body });
    }
  });
  // Of Firefox: a background that is killed in the middle of an answer, and a page that was left before its answer came.
  afterAll(() => story.end(({ text }) => kind === 'firefox' && /^InvalidStateError/.test(text)));

  async function save(page: Awaited<ReturnType<typeof openArchive>>): Promise<void> {
    const popup = await story.browser.openPopup(page);
    await popup.click('[data-testid=save-open]');
    await popup.waitFor(() => document.querySelector('[data-testid=save-keep]') !== null, {
      timeoutMs: 30_000,
    });
    const stepOf = () =>
      popup.evaluate(() => document.querySelector<HTMLElement>('[data-testid=save]')?.dataset.step);
    // Clicked until it is heard: one that is aimed while the popup still grows misses.
    const isSaved = async () => {
      if ((await stepOf()) === 'preview') await popup.click('[data-testid=save-keep]');
      return (await stepOf()) === 'saved';
    };
    await waitUntil(isSaved, { timeoutMs: 30_000, what: 'the page to be saved' });
    await popup.close();
  }

  it(`keeps what was saved in ${NAVIGATIONS} navigations`, { timeout: 7_200_000 }, async () => {
    const desk = await openArchive(story.browser, 'keep');
    const page = await story.browser.newPage();
    const saved = new Set<string>();
    const weights: [number, number][] = [];
    for (let visit = 1; visit <= NAVIGATIONS; visit++) {
      const isSaved = visit % SAVE_EVERY === 0;
      const at = isSaved ? PAGES - 1 + visit / SAVE_EVERY : visit % PAGES;
      await page.goto(`http://news.test/day-${at}.html`);
      if (visit % SEARCH_EVERY === 0) await askArchive(desk, `report ${visit}`);
      if (isSaved) {
        await save(page);
        saved.add(`Regatta report ${at}`);
      }
      if (visit % KILL_EVERY === 0) await story.browser.killBackground();
      if (visit % WEIGH_EVERY !== 0) continue;
      await askArchive(desk, 'boat house');
      await story.browser.collectGarbage();
      weights.push([visit, await story.browser.extensionMemory()]);
    }
    const disk = await readDisk(desk);
    const usage = await desk.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    // Of what was held at first much is made once and kept: the slope begins behind it.
    const slope = slopeOf(weights.slice(Math.floor(weights.length / 4))) * 1_000;
    recordFigure({
      bar: '22 soak: growth of the extension’s memory',
      pass: 'less than 0.5 MB in 1,000 navigations',
      measured: `${megabytes(slope)} MB in 1,000 of ${NAVIGATIONS}; ${megabytes(weights.at(-1)?.[1] ?? 0)} MB at the end, ${megabytes(usage)} MB on the disk`,
      browser: kind,
    });
    expect({ ...damageOf(disk, saved), miscounted: [] }).toEqual(NO_DAMAGE);
    expect(disk.held.length).toBe(saved.size);
  });
});

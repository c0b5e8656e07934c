/**
 * A long day: page after page, with searches, saves, and a background that is killed now and then. Nothing saved is lost
 * or doubled, and what the extension holds does not grow with the pages that were left.
 *
 * What it holds in the evening is compared with what a browser holds that was started anew on the same archive and read a
 * few pages: so neither the articles that were saved meanwhile count as growth, nor what is made once and kept.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
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
import { megabytes } from './load-story.ts';

/**
 * 4,800 are eight hours of reading, and half an hour of a browser's; a tenth of it is what all attacks, faults and loads
 * leave of an hour. BACKSTORY_NAVIGATIONS asks for another number, and the figure says which.
 */
const NAVIGATIONS = Number(process.env.BACKSTORY_NAVIGATIONS ?? (isWhole ? 480 : 60));
/** Of the browser that is started anew: until no page adds to what is made once. */
const WARM_UP = isWhole ? 240 : 60;
const SEARCH_EVERY = 2;
const SAVE_EVERY = 20;
const KILL_EVERY = 30;
const PAGES = 40;
/** Of pages that are saved; each is saved once at most: of one that is held already the popup says so. */
const SAVES = Math.floor((NAVIGATIONS + WARM_UP) / SAVE_EVERY);
/** What a page of ours is made to keep, in numbers of 8 bytes: the measure must feel it. */
const KEPT_NUMBERS = 400_000;

interface Day {
  readonly desk: Page;
  /** Bytes held when it ends. */
  readonly held: number;
}

describe.each(BROWSERS)('a long day in $kind', ({ kind }) => {
  let story: Story;
  const saved = new Set<string>();
  beforeAll(async () => {
    story = await startStory(kind);
    for (const [at, { headline, line }] of clubArticles(0, PAGES + SAVES).entries()) {
      const { articleBody } = JSON.parse(line) as { readonly articleBody: string };
      const body = `<!doctype html><title>${headline}</title><article><h1>${headline}</h1><p>${articleBody}</p>
        <p>Clara Whitfield opened the new boat house of Port Ellery on Friday.</p></article>`;
      story.proxy.serve(`news.test/day-${at}.html`, { body });
    }
  });
  // Of Firefox: a background that is killed in the middle of an answer, and a page that was left before its answer came.
  afterAll(() => story.end(({ text }) => kind === 'firefox' && /^InvalidStateError/.test(text)));

  async function save(page: Page): Promise<void> {
    const popup = await story.browser.openPopup(page);
    await popup.click('[data-testid=save-open]');
    await popup.waitFor(() => document.querySelector('[data-testid=save-keep]') !== null, {
      timeoutMs: 30_000,
    });
    // In one task: a click that is aimed at a button may meet the next step's, which takes the page back.
    const isSaved = () =>
      popup.evaluate(() => {
        const { step } = document.querySelector<HTMLElement>('[data-testid=save]')?.dataset ?? {};
        if (step === 'preview') document.querySelector<HTMLElement>('[data-testid=save-keep]')?.click();
        return step === 'saved';
      });
    await waitUntil(isSaved, { timeoutMs: 30_000, what: 'the page to be saved' });
    await popup.close();
  }

  async function weigh(desk: Page): Promise<number> {
    await askArchive(desk, 'boat house');
    await story.browser.collectGarbage();
    return (await story.browser.extensionMemory()).held;
  }

  async function spend(navigations: number): Promise<Day> {
    const desk = await openArchive(story.browser, 'keep');
    const page = await story.browser.newPage();
    for (let visit = 1; visit <= navigations; visit++) {
      const isSaved = visit % SAVE_EVERY === 0;
      const at = isSaved ? PAGES + saved.size : visit % PAGES;
      await page.goto(`http://news.test/day-${at}.html`);
      if (visit % SEARCH_EVERY === 0) await askArchive(desk, `report ${visit}`);
      if (isSaved) {
        await save(page);
        saved.add(`Regatta report ${at}`);
      }
      if (visit % KILL_EVERY === 0) await story.browser.killBackground();
    }
    return { desk, held: await weigh(desk) };
  }

  it(`keeps what was saved in ${NAVIGATIONS} navigations, and nothing else`, {
    timeout: 7_200_000,
  }, async () => {
    const day = await spend(NAVIGATIONS);
    const usage = await day.desk.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await story.restart();
    const fresh = await spend(WARM_UP);
    const disk = await readDisk(fresh.desk);
    const growth = ((day.held - fresh.held) / (NAVIGATIONS - WARM_UP)) * 1_000;
    recordFigure({
      bar: '22 soak: growth of the extension’s memory, saved articles and what is made once told apart',
      pass: 'less than 0.5 MB in 1,000 navigations',
      measured: `${megabytes(growth)} MB in 1,000 of ${NAVIGATIONS.toLocaleString('en')}: ${megabytes(day.held)} MB at the end, ${megabytes(fresh.held)} MB in a browser started anew on the same archive; ${megabytes(usage)} MB on the disk`,
      browser: kind,
    });
    expect({ ...damageOf(disk, saved), miscounted: [] }).toEqual(NO_DAMAGE);
    expect(disk.held.length).toBe(saved.size);
    // The control: what a page of ours keeps is felt.
    await fresh.desk.evaluate((count) => {
      (globalThis as unknown as { kept: object }).kept = Array.from({ length: count }, (_, at) => at + 0.5);
    }, KEPT_NUMBERS);
    expect(await weigh(fresh.desk)).toBeGreaterThan(fresh.held + KEPT_NUMBERS * 4);
  });
});

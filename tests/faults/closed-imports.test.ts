/**
 * Imports under which pages and the background are closed go on where they were; two windows import at once; an import
 * is taken back after a reload, or from the other window, and nothing of it is left; a saved page is there at once.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { choose, importFile, tableCount, toBase64, townArticles } from '../e2e/archive-story.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { hostileBackup } from '../hostile/hostile-backup.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import {
  askArchive,
  beginImport,
  clubArticles,
  createRandom,
  damageOf,
  digestOfArticles,
  importsDone,
  killWork,
  NO_DAMAGE,
  openArchive,
  pause,
  readDisk,
} from './fault-story.ts';

/** Of the worker that writes, with the page that it belongs to and the background. */
const WORKER_KILLS = isWhole ? 50 : 3;
/** One passage each. */
const PASSAGES = isWhole ? 5_000 : 400;
/** Long enough to write a batch or two, short enough that the import outlasts all kills. */
const LONGEST_RUN_MS = 700;
const IDLE_KILLS = isWhole ? 20 : 4;
/** As many as make a new pack of everything too slow to wait for. */
const HELD = 150;
/** Enough that a reader can press a button meanwhile. */
const LONG = 3_000;

const headlines = (articles: readonly { readonly headline: string }[]) =>
  articles.map(({ headline }) => headline);

/** More of the newest import than there was. */
const progress = (page: Page, before: number) =>
  page.waitFor(
    (known) => {
      const counts = [...document.querySelectorAll('[data-testid=import] [data-count=added] dd')];
      const added = counts.reduce((sum, { textContent }) => sum + Number(textContent?.replace(/\D/g, '')), 0);
      return added > known && added;
    },
    { what: 'progress', timeoutMs: 60_000 },
    before,
  );

describe.each(BROWSERS)('imports under which things are closed, in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await openArchive(story.browser);
  });
  afterAll(() => story.end());

  it('go on while the background idles out, again and again', { timeout: 300_000 }, async () => {
    const articles = clubArticles(0, 80 * IDLE_KILLS);
    await beginImport(page, 'idle.jsonl', articles);
    for (let kill = 0; kill < IDLE_KILLS; kill++) {
      await story.browser.killBackground();
      // It answers as soon as it is asked again, from whatever is indexed by then.
      expect(await askArchive(page, 'regatta')).toBeGreaterThanOrEqual(0);
    }
    await importsDone(page);
    const damage = damageOf(await readDisk(page), headlines(articles));
    recordFigure({
      bar: '16 faults: articles lost or doubled, the background idling out during imports',
      pass: `0 in ${IDLE_KILLS} kills`,
      measured: `${damage.lost.length} lost, ${damage.doubled.length} doubled of ${articles.length} in ${IDLE_KILLS} kills`,
      browser: kind,
    });
    expect(damage).toEqual(NO_DAMAGE);
  });

  it('bring in from two windows at once what each of them was given, and what both were given once', async () => {
    const other = await openArchive(story.browser);
    const [both, first, second] = [
      clubArticles(10_000, 90),
      clubArticles(11_000, 60),
      clubArticles(12_000, 60),
    ];
    await Promise.all([
      beginImport(page, 'one.jsonl', [...first, ...both]),
      beginImport(other, 'two.jsonl', [...both, ...second]),
    ]);
    await Promise.all([importsDone(page), importsDone(other)]);
    const disk = await readDisk(other);
    expect(damageOf(disk, headlines([...both, ...first, ...second]))).toEqual(NO_DAMAGE);
    await other.close();
  });

  it('leave nothing behind when they are cancelled after a reload, or from another window', async () => {
    // Files are kept until the index is made; those of a window that was closed before, until the next one is opened.
    await page.reload();
    await expect.poll(async () => (await readDisk(page)).filesLeft, { timeout: 60_000 }).toBe(0);
    const before = await readDisk(page);
    for (const from of ['the same window', 'another window']) {
      await beginImport(page, `${from}.jsonl`, clubArticles(20_000, LONG));
      await page.waitFor(() => document.querySelector('[data-testid=import-cancel]') !== null);
      const cancelling = from === 'another window' ? await openArchive(story.browser) : page;
      if (cancelling === page) {
        await progress(page, before.held.length);
        await page.reload();
      }
      await cancelling.waitFor(() => {
        const button = document.querySelector<HTMLButtonElement>('[data-testid=import-cancel]');
        // Not where it is drawn: rows move while they count, and a click on the way misses.
        button?.click();
        return button !== null;
      });
      await cancelling.waitFor(
        () => document.querySelector('[data-testid=import]')?.getAttribute('data-state') === 'cancelled',
        { what: `the end of what ${from} cancelled`, timeoutMs: 60_000 },
      );
      // Also a moment later, when the other window's worker has seen it.
      await expect.poll(() => readDisk(cancelling), { timeout: 20_000 }).toEqual(before);
      if (cancelling !== page) await cancelling.close();
    }
    await page.reload();
    await importsDone(page);
    expect(await readDisk(page)).toEqual(before);
  });
});

describe.each(BROWSERS)('an import whose worker is killed, in $kind', ({ kind }) => {
  const articles = clubArticles(0, PASSAGES);

  async function importAll(disturb: (story: Story, page: Page) => Promise<Page>) {
    const story = await startStory(kind);
    try {
      const begun = await openArchive(story.browser);
      await beginImport(begun, 'club.jsonl', articles);
      const page = await disturb(story, begun);
      await importsDone(page, 600_000);
      return { digest: await digestOfArticles(page), disk: await readDisk(page) };
    } finally {
      // Of Firefox: a database that is asked in a document which is being torn down.
      await story.end(({ text }) => kind === 'firefox' && text.startsWith('InvalidStateError'));
    }
  }

  it(`holds what an undisturbed one holds, after ${WORKER_KILLS} kills`, { timeout: 1_200_000 }, async () => {
    const random = createRandom(5);
    const undisturbed = await importAll(async (_, page) => page);
    let inTime = 0;
    const killed = await importAll(async ({ browser }, begun) => {
      let page = begun;
      for (let kill = 0; kill < WORKER_KILLS; kill++) {
        await pause(random() * LONGEST_RUN_MS);
        const { held } = await readDisk(page);
        if (held.length < PASSAGES) inTime++;
        await killWork(browser, page, false);
        page = await openArchive(browser);
        await page.waitFor(() => document.querySelector('[data-testid=import]') !== null);
      }
      return page;
    });
    const damage = damageOf(killed.disk, headlines(articles));
    recordFigure({
      bar: '15 faults: passages lost or doubled, the worker being killed in one import of 5,000',
      pass: '0 in 50 kills, and the articles of an undisturbed import',
      measured: `${damage.lost.length} lost, ${damage.doubled.length} doubled of ${PASSAGES.toLocaleString('en')} in ${inTime} kills; ${killed.digest === undisturbed.digest ? 'the same articles' : 'other articles'}`,
      browser: kind,
    });
    expect(damage).toEqual(NO_DAMAGE);
    expect(killed.digest).toBe(undisturbed.digest);
    expect(inTime).toBe(WORKER_KILLS);
  });
});

describe.each(BROWSERS)('a page saved into a larger archive, in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.browser.openExtensionPage('archive.html?tab=add');
    await importFile(page, 'town.jsonl', toBase64(townArticles(HELD)));
    await waitUntil(async () => (await askArchive(page, 'library')) > 0, {
      timeoutMs: 60_000,
      what: 'the index',
    });
  });
  afterAll(() => story.end());

  it('is found, matched and listed, and no more when it is taken back', async () => {
    const table = await openArchive(story.browser, 'articles');
    await tableCount(table, String(HELD));
    const read = await story.openRead('http://news.test/save.html');
    const popup = await story.browser.openPopup(read);
    await popup.click('[data-testid=save-open]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=preview]') !== null);
    expect(await askArchive(page, 'footbridge')).toBe(0);
    await popup.click('[data-testid=save-keep]');
    await waitUntil(async () => (await askArchive(page, 'footbridge')) === 1, { what: 'the saved page' });
    await tableCount(table, String(HELD + 1));
    await story.reading('http://news.test/save.html', ({ names }) =>
      names.some(({ label }) => label === 'Bruno Dias'),
    );
    // Firefox closes a popup when another window is asked for its focus; here none is.
    await popup.click('[data-testid=save] .button-row .button:nth-child(2)');
    await waitUntil(async () => (await askArchive(page, 'footbridge')) === 0, {
      what: 'the page to be gone',
    });
    await tableCount(table, `${HELD} `);
    expect(await askArchive(page, 'library')).toBeGreaterThan(0);
  });
});

describe.each(BROWSERS)('a page saved right behind a large restore, in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  it('is acknowledged before the index of what was restored is made', { timeout: 300_000 }, async () => {
    const lines = clubArticles(0, LONG).map(({ line }) => line);
    const backup = await hostileBackup(lines.join('\n'), ['']);
    const page = await openArchive(story.browser, 'keep');
    await page.waitFor(() => document.querySelector('[data-testid=restore-file]') !== null);
    await choose(page, '[data-testid=restore-file]', 'a.backstory', backup);
    await page.click('[data-testid=restore-merge]');
    await page.waitFor(() => document.querySelector('[data-testid=restore-merge]') === null, {
      what: 'the end of the restore',
      timeoutMs: 120_000,
    });
    const read = await story.openRead('http://news.test/save.html');
    const popup = await story.browser.openPopup(read);
    await popup.click('[data-testid=save-open]');
    await popup.click('[data-testid=save-keep]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=saved]') !== null, {
      what: 'the page to be saved',
      timeoutMs: 30_000,
    });
    // Nothing that was restored is found yet: the save has not waited for it.
    expect(await askArchive(page, 'rowing')).toBe(0);
    expect((await readDisk(page)).held.length).toBe(LONG + 1);
    await popup.close();
    await waitUntil(async () => (await askArchive(page, 'rowing')) > 0, {
      timeoutMs: 180_000,
      what: 'the index',
    });
    await waitUntil(async () => (await askArchive(page, 'footbridge')) === 1, { what: 'the saved page' });
  });
});

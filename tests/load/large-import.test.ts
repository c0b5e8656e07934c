/** Ten thousand articles come in at once: all are held, the index answers, and memory is given back afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { choose, countsOf, toBase64 } from '../e2e/archive-story.ts';
import { BROWSERS, type Story, startStory } from '../e2e/story.ts';
import { askArchive, importsDone, openArchive, readDisk } from '../faults/fault-story.ts';
import { isWhole, recordFigure } from '../trust/figures.ts';
import { articlesOfLoad, tellMemory, watchMemory } from './load-story.ts';

const ARTICLES = isWhole ? 10_000 : 400;
const PASS_SECONDS = { chromium: 180, firefox: 240 } as const;
/** Of what a background that was asked again and again holds, not of the first answer. */
const ASKED = 20;

describe.each(BROWSERS)('a large import in $kind', ({ kind }) => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory(kind);
  });
  afterAll(() => story.end());

  it(`holds all of ${ARTICLES} articles, and finds them`, { timeout: 1_500_000 }, async () => {
    const { lines, word, source } = articlesOfLoad(ARTICLES, isWhole);
    const page = await openArchive(story.browser);
    await page.waitFor(() => document.querySelector('[data-testid=import-files]') !== null);
    // Kept in the document: what one script of a driver leaves, another may not see.
    await page.evaluate(() => {
      if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return;
      const { dataset } = document.documentElement;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          dataset.longest = String(Math.max(Number(dataset.longest ?? 0), duration));
      }).observe({ type: 'longtask' });
    });
    const start = performance.now();
    await choose(page, '[data-testid=import-files]', 'large.jsonl', toBase64(lines.join('\n')));
    // Handing the file in is the test's own work, its task the longest of all, and what it leaves behind a large heap.
    await page.waitFor(() => document.querySelector('[data-testid=import]') !== null, { timeoutMs: 120_000 });
    await story.browser.collectGarbage();
    // Firefox stops all threads for a tenth of a second and more to tell.
    const memory = watchMemory(story.browser, kind === 'firefox' ? 1_500 : 400);
    await page.evaluate(() => {
      delete document.documentElement.dataset.longest;
    });
    await importsDone(page, 900_000);
    const importedMs = performance.now() - start;
    const counts = await countsOf(page);
    const longest = await page.evaluate(() => Number(document.documentElement.dataset.longest ?? 0));
    await waitUntil(async () => (await askArchive(page, word)) > 0, {
      timeoutMs: 900_000,
      what: 'the index',
    });
    const indexedMs = performance.now() - start;
    const highest = await memory.stop();
    const { held, torn } = await readDisk(page);
    for (let asked = 0; asked < ASKED; asked++) await askArchive(page, word);
    await page.close();
    await story.browser.collectGarbage();
    const after = await story.browser.extensionMemory();

    const seconds = (ms: number) => Math.round(ms / 100) / 10;
    const browser = kind;
    const of = `${lines.length} articles (${source})`;
    recordFigure({
      ...{ bar: '21 load: large import', pass: `${PASS_SECONDS[kind]} s until all are kept`, browser },
      measured: `${seconds(importedMs)} s, found after ${seconds(indexedMs)} s; ${of}`,
    });
    recordFigure({
      ...{ bar: '21 load: memory of the extension during a large import', pass: 'at most 500 MB', browser },
      measured: tellMemory(highest),
    });
    recordFigure({
      ...{ bar: '21 load: memory of the extension after a large import', pass: 'at most 120 MB', browser },
      measured: `${tellMemory(after)}; after ${ASKED} searches`,
    });
    if (kind === 'chromium')
      recordFigure({
        ...{
          bar: '21 load: longest task of the page during a large import',
          pass: 'at most 100 ms',
          browser,
        },
        // Tasks of less than 50 ms are told to nobody.
        measured: longest === 0 ? 'none of 50 ms' : `${Math.round(longest)} ms`,
      });
    const { added = 0, reprints = 0, duplicates = 0 } = counts;
    expect(added + reprints + duplicates).toBe(lines.length);
    expect(held.length).toBe(added + reprints);
    // Real articles do not carry the words by which generated ones are told apart.
    if (source === 'generated') expect(torn).toEqual([]);
  });
});

/** Articles come in: tables with columns of any name, pasted text, folders, and imports that can be held and taken back. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumPage } from '../../src/platform/node/drive/chromium-view.ts';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import {
  choose,
  countsOf,
  importFile,
  openTab,
  tableCount,
  toBase64,
  townArticles,
} from './archive-story.ts';
import { BROWSERS, type Story, startStory, textsOf } from './story.ts';

const TABLE = `Nr;Was geschah;Alles;Blatt
1;Bridge painted;"The Linden Bridge was painted green last week; the painters of Port Ellery finished early.";Courier
2;Lamps ordered;"The council ordered forty lamps for the river path, and Clara Whitfield will pay for ten of them.";Courier
`;

const PASTED = `https://courier.example/ferry
Ferry stays
The ferry of Port Ellery stays in service until the summer, the harbour office said on Friday.

https://courier.example/market
Market moves
The market of Port Ellery moves to the station square while the old square is being mended.
`;

/** Enough that a reader can press a button meanwhile. */
const LONG = 6_000;

describe.each(BROWSERS)('adding articles in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.browser.openExtensionPage('archive.html?tab=add');
  });
  afterAll(() => story.end());

  const newest = (state: string, timeoutMs = 30_000) =>
    page.waitFor(
      (wanted) => document.querySelector('[data-testid=import]')?.getAttribute('data-state') === wanted,
      { what: `an import that is ${state}`, timeoutMs },
      state,
    );

  it('asks which column of a table holds what', async () => {
    await page.waitFor(() => document.querySelector('[data-testid=import-files]') !== null);
    await choose(page, '[data-testid=import-files]', 'notes.csv', toBase64(TABLE));
    await page.waitFor(() => document.querySelector('[data-testid=column-picker]') !== null);
    for (const [field, column] of [
      ['headline', 'Was geschah'],
      ['body', 'Alles'],
      ['outlet', 'Blatt'],
    ] as const)
      await page.evaluate(
        (name, value) => {
          const chooser = document.querySelector<HTMLSelectElement>(`select[data-field=${name}]`);
          if (!chooser) throw new Error(`no ${name}`);
          chooser.value = value;
          chooser.dispatchEvent(new Event('change', { bubbles: true }));
        },
        field,
        column,
      );
    await page.click('[data-testid=column-picker] .button.primary');
    await newest('done');
    expect(await countsOf(page)).toEqual({ added: 2 });
    await openTab(page, 1);
    await tableCount(page, '2');
    expect((await textsOf(page, '.row-title')).sort()).toEqual(['Bridge painted', 'Lamps ordered']);
  });

  it('takes pasted text apart at its addresses', async () => {
    await openTab(page, 2);
    await page.click('.paste-box summary');
    await page.evaluate((text) => {
      const box = document.querySelector<HTMLTextAreaElement>('[data-testid=paste-text]');
      if (!box) throw new Error('no box');
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }, PASTED);
    await page.click('[data-testid=paste-add]');
    await page.waitFor(() => document.querySelectorAll('[data-testid=import]').length === 2);
    await newest('done');
    await openTab(page, 1);
    await tableCount(page, '4');
    expect(await textsOf(page, '.row-title')).toEqual(
      expect.arrayContaining(['Ferry stays', 'Market moves']),
    );
  });

  // Firefox lets no driver drop a folder of the disk; tests/unit/ui/archive holds the rest of the way there.
  if (kind === 'chromium')
    it('takes in a folder that is dropped', async () => {
      await openTab(page, 2);
      const folder = await mkdtemp(join(tmpdir(), 'backstory-folder-'));
      await mkdir(join(folder, 'spring', '.hidden'), { recursive: true });
      await writeFile(
        join(folder, 'spring', 'park.txt'),
        'The park of Port Ellery opens\n\nThe park opens on Sunday at nine, and entry is free until June.',
      );
      await writeFile(
        join(folder, 'spring', '.hidden', 'x.txt'),
        'Nothing to be read by anybody here at all.',
      );
      await page.waitFor(() => document.querySelector('[data-testid=drop-zone]') !== null);
      const { x, y } = await page.evaluate(() => {
        document.querySelector('[data-testid=drop-zone]')?.scrollIntoView({ block: 'center' });
        const box = document.querySelector('[data-testid=drop-zone]')?.getBoundingClientRect();
        return { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
      });
      const session = await (page as ChromiumPage).puppeteer.createCDPSession();
      const data = { items: [], files: [join(folder, 'spring')], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x, y, data });
      await page.waitFor(() => document.querySelectorAll('[data-testid=import]').length === 3);
      await newest('done');
      expect(await countsOf(page)).toEqual({ added: 1 });
      await page.click('[data-testid=import] .link-button');
      await rm(folder, { recursive: true });
    });

  const addedBeyond = (count: number) =>
    page.waitFor(
      (known) =>
        Number(document.querySelector('[data-count=added] dd')?.textContent?.replace(/\D/g, '')) > known,
      { what: 'more articles' },
      count,
    );

  it('says how far a long import is, holds it, goes on, and takes all of it back', async () => {
    await openTab(page, 2);
    const before = await page.evaluate(() => document.querySelectorAll('[data-testid=import]').length);
    await choose(page, '[data-testid=import-files]', 'long.jsonl', toBase64(townArticles(LONG)));
    await page.waitFor(
      (known) => document.querySelectorAll('[data-testid=import]').length > known,
      {},
      before,
    );
    await page.waitFor(
      () => /\d+ .*long\.jsonl/.test(document.querySelector('.import-progress')?.textContent ?? ''),
      { what: 'counts and the current file' },
    );
    await addedBeyond(0);
    await page.click('[data-testid=import-pause]');
    await newest('paused');
    const { added = 0 } = await countsOf(page);
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(LONG);
    await page.click('[data-testid=import-resume]');
    await addedBeyond(added);
    await page.click('[data-testid=import-cancel]');
    await newest('cancelled', 60_000);
    await openTab(page, 1);
    await tableCount(page, kind === 'chromium' ? '5 ' : '4 ');
  });

  it('brings the same files in once', async () => {
    await openTab(page, 2);
    await importFile(page, 'town.jsonl', toBase64(townArticles()));
    const again = await importFile(page, 'town again.jsonl', toBase64(townArticles()));
    expect(again).toEqual({ added: 0, duplicates: 42 });
    await openTab(page, 1);
  });

  it('keeps what is selected on a page, with a note', async () => {
    const read = await story.openRead('http://news.test/save.html');
    await read.evaluate(() => {
      const second = document.querySelectorAll('p')[1];
      if (second) getSelection()?.selectAllChildren(second);
    });
    const popup = await story.browser.openPopup(read);
    await popup.click('[data-testid=save-open]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=preview]') !== null);
    await popup.click('[data-testid=save-selection]');
    await popup.waitFor(
      () =>
        document.querySelector('.save-beginning')?.textContent?.trim().startsWith('“It is a light') === true,
      {
        what: 'the selected words alone',
      },
    );
    await popup.type('Ask about March', '[data-testid=save-note]');
    await popup.click('[data-testid=save-keep]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=saved]') !== null);
    await page.activate();
    await page.waitFor(
      () => document.querySelector('.row-title')?.textContent === 'New footbridge over the Ellery',
    );
    await page.click('[data-testid=article-row] .row-facts .link-button');
    await page.waitFor(
      () =>
        [...document.querySelectorAll<HTMLInputElement>('.article-dialog input')].some(
          ({ value }) => value === 'Ask about March',
        ),
      { what: 'the note' },
    );
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('.article-dialog')?.close());
  });

  it('tells at which site a page was read that names no outlet, in preview, table and reader', async () => {
    const text = 'The lamp on the river path was mended on Friday, two days before the market opens again. ';
    story.proxy.serve('www.lamps.test/friday', {
      body: `<!doctype html><html lang="en"><title>Lamp mended</title><h1>Lamp mended</h1><p>${text.repeat(4)}</p>`,
    });
    const popup = await story.browser.openPopup(await story.openRead('http://www.lamps.test/friday'));
    await popup.click('[data-testid=save-open]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=preview]') !== null);
    expect((await textsOf(popup, '.save .fine-print'))[0]).toMatch(/^read at lamps\.test · no date printed/);
    await popup.click('[data-testid=save-keep]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=saved]') !== null);
    await page.activate();
    await page.waitFor(() => document.querySelector('.row-title')?.textContent === 'Lamp mended');
    expect((await textsOf(page, 'td.cell-publisher'))[0]).toBe('read at lamps.test');
    // By its own click: the table is drawn anew while names are looked for.
    await page.evaluate(() => document.querySelector<HTMLElement>('.row-title')?.click());
    const reader = await story.browser.waitForPage('reader.html');
    await reader.waitFor(() => document.querySelector('.article-foot') !== null);
    expect((await textsOf(reader, '.article-provenance'))[0]).toMatch(/^read at lamps\.test/);
    expect(await textsOf(reader, '.article-foot dt')).toEqual(['Address', 'Digest', 'Captured']);
  });
});

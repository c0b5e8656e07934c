/** The reader's own archive: brought in from files, found, matched, set right, taken away and brought back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { openTab, renameFirst } from './archive-story.ts';
import { BROWSERS, expectMarks, NO_MARKS, type Story, startStory, textOf, textsOf } from './story.ts';

const PAGE = 'http://news.test/bridge.html';

const article = (number: number, headline: string, articleBody: string) =>
  JSON.stringify({
    identifier: `gazette-${number}`,
    headline,
    publisher: number % 2 === 0 ? 'The Harbour Gazette' : 'River Courier',
    datePublished: `2021-0${1 + (number % 9)}-12`,
    inLanguage: 'en',
    articleBody,
  });

const BRIDGE =
  'The Linden Bridge in Port Ellery was closed to heavy lorries on Tuesday after inspectors found cracks in two piers. “We will not reopen it before the winter,” said Mayor Clara Whitfield. The Ellery Harbour Authority asked for a second inspection.';
const ARTICLES = [
  article(1, 'Linden Bridge closed to lorries', BRIDGE),
  article(
    2,
    'Second inspection ordered',
    `Clara Whitfield told reporters in Port Ellery that the Ellery Harbour Authority had ordered a second inspection of the Linden Bridge. The mayor expects the report in spring.`,
  ),
  ...Array.from({ length: 40 }, (_, at) =>
    article(
      at + 3,
      `Council notes ${at}`,
      `The town council of Port Ellery met for the ${at}th time and spoke about parks, paths, lamps and the library number ${at * 7}. Nothing was decided before the holidays, and the members went home early.`,
    ),
  ),
];

describe.each(BROWSERS)('the Archive page in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.browser.openExtensionPage('archive.html');
  });
  afterAll(() => story.end());

  const tab = (at: number) => openTab(page, at);

  /** Hands files to a chooser as the browser does after its own dialog, which no test can answer. */
  const choose = (selector: string, name: string, text: string) =>
    page.evaluate(
      (css, file, content) => {
        const input = document.querySelector<HTMLInputElement>(css);
        if (!input) throw new Error(`no ${css}`);
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], file));
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      selector,
      name,
      text,
    );

  it('says what it is for while it is empty', async () => {
    await page.waitFor(() => document.querySelector('[data-state=empty]') !== null);
    await page.click('[data-state=empty] button');
    await page.waitFor(() => document.querySelector('[data-testid=drop-zone]') !== null);
  });

  it('takes in a file of articles and says what became of each', async () => {
    await choose('[data-testid=import-files]', 'gazette.jsonl', [...ARTICLES, '{"broken'].join('\n'));
    await page.waitFor(() => document.querySelector('[data-testid=import][data-state=done]') !== null, {
      timeoutMs: 30_000,
    });
    const counts = await textsOf(page, '[data-count] dd');
    expect(counts).toEqual(['42', '1']);
    await page.waitFor(() => document.querySelector('[data-testid=import-rejected]'));
    expect(await textsOf(page, '[data-testid=import-rejected] li')).toEqual([
      expect.stringMatching(/^gazette\.jsonl:43 \S/),
    ]);
  });

  it('lists them, and finds them with the query language', async () => {
    await tab(1);
    await page.waitFor(() => document.querySelectorAll('[data-testid=article-row]').length > 10);
    await page.type('outlet:Gazette inspection', '.archive-search input');
    await page.waitFor(() => document.querySelectorAll('[data-testid=article-row]').length === 1, {
      what: 'one article',
    });
    expect(await textsOf(page, '.row-title')).toEqual(['Second inspection ordered']);
    expect(await page.evaluate(() => document.title)).toBe('Articles · Archive · Backstory');
  });

  it('looks in the articles that came with it by the same search, and says what it counts', async () => {
    expect(await textsOf(page, '.bundled-title')).toEqual([]);
    expect(await textOf(page, '[data-testid=bundled-count]')).toBe('0 of 5 articles');
    await page.click('.archive-search input');
    await page.press('Control+a');
    await page.type('battlefield');
    await page.waitFor(() => document.querySelectorAll('.bundled-title').length === 1);
    expect(await textOf(page, '[data-testid=bundled-count]')).toBe('1 of 5 articles');
    expect(await textOf(page, '.table-count')).toBe('0 of 42 articles');
    await page.press('Control+a');
    await page.press('Backspace');
    await page.waitFor(() => document.querySelectorAll('.bundled-title').length === 5);
  });

  it('leaves its charts open while a search finds nothing', async () => {
    await page.click('.charts summary');
    await page.waitFor(() => document.querySelector('[data-testid=chart]'));
    expect(await textOf(page, '.chart-legend')).toMatch(/^Counted: your own articles alone;/);
    await page.type('zzyzx', '.archive-search input');
    await page.waitFor(() => document.querySelector('[data-testid=chart]') === null);
    await page.press('Control+a');
    await page.press('Backspace');
    await page.waitFor(() => document.querySelector('[data-testid=chart]'));
    await page.click('.charts summary');
  });

  it('shows the articles that came with it, marked', async () => {
    expect(await textsOf(page, '[data-testid=bundled] .tag')).toEqual(Array(5).fill('bundled'));
    expect(await textsOf(page, '.bundled-title')).toContain(
      'The Palestinian resistance stands firm on the battlefield',
    );
  });

  it('knows the names in them, and tells the panels of a page but not the page', async () => {
    const read = await story.openRead(PAGE);
    const reading = await story.reading(PAGE, ({ names }) => names.length > 0);
    const labels = reading.names.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Clara Whitfield', 'Port Ellery']));
    expect(reading.passages.map(({ provenance }) => provenance.headline)).toContain(
      'Second inspection ordered',
    );
    await expectMarks(read, NO_MARKS);
    await page.activate();
  });

  it('lets a name be joined with another, and takes that back', async () => {
    await tab(3);
    await page.type('Whitfield', '.archive-search input');
    await page.waitFor(() => document.querySelector('[data-testid=name-entry]') !== null);
    const names = () => textsOf(page, '[data-testid=name-entry] .name');
    expect(await names()).toContain('Clara Whitfield');
    await renameFirst(page, 'Clara A. Whitfield');
    await page.click('[data-testid=undo-line] .button');
    await page.waitFor(
      () => document.querySelector('[data-testid=name-entry] .name')?.textContent === 'Clara Whitfield',
      { what: 'the old name', timeoutMs: 20_000 },
    );
  });

  it('lets a name that was found be of another kind, and takes that back', async () => {
    const kind = () =>
      page.evaluate(() => document.querySelector<HTMLSelectElement>('[data-testid=name-kind]')?.value);
    expect(await textOf(page, '[data-testid=name-entry] .fine-print')).toMatch('found automatically');
    await page.evaluate(() => {
      const choice = document.querySelector<HTMLSelectElement>(
        '[data-testid=name-kind]',
      ) as HTMLSelectElement;
      choice.value = 'place';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect
      .poll(() => textOf(page, '[data-testid=undo-line] span'))
      .toBe('Clara Whitfield is now: Place');
    await page.waitFor(
      () => document.querySelector('[data-testid=name-entry] .name')?.getAttribute('data-kind') === 'place',
      { what: 'the other kind', timeoutMs: 40_000 },
    );
    await page.click('[data-testid=undo-line] .button');
    await expect.poll(kind, { timeout: 40_000 }).toBe('person');
  });

  it('removes an article and brings it back', async () => {
    await tab(1);
    const count = () => textsOf(page, '.table-count');
    await page.waitFor(() => document.querySelector('.table-count')?.textContent?.startsWith('42'));
    await page.click('[data-testid=article-row] input');
    await page.click('[data-testid=remove-selected]');
    await page.waitFor(() => document.querySelector('.table-count')?.textContent?.startsWith('41'));
    await page.click('[data-testid=undo-line] .button');
    await page.waitFor(() => document.querySelector('.table-count')?.textContent?.startsWith('42'));
    expect(await count()).toEqual(['42 articles']);
  });

  it('saves the page in front from the popup, and takes it back', async () => {
    const read = await story.openRead('http://news.test/save.html');
    const popup = await story.browser.openPopup(read);
    await popup.click('[data-testid=save-open]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=preview]') !== null, {
      what: 'the preview',
    });
    expect(await textsOf(popup, '.save-headline')).toEqual(['New footbridge over the Ellery']);
    expect((await textsOf(popup, '.save .fine-print'))[0]).toMatch(
      /^The Ellery Times · May 31, 2022 · Ana Costa/,
    );
    await popup.click('[data-testid=save-keep]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=saved]') !== null);
    // Said once: where the reader looks, and no second time over it.
    expect(await textOf(popup, '[data-testid=save-said]')).toBe('Saved to your archive');
    expect(await popup.evaluate(() => document.body.innerText.split('Saved to your archive').length)).toBe(2);
    await popup.click('[data-testid=save] > .button-row .link-button');
    await popup.waitFor(
      () => document.querySelector('[data-testid=save-offer]')?.textContent?.includes('In your archive'),
      {
        what: 'the offer to know that the page was saved',
        timeoutMs: 40_000,
      },
    );
    expect(await textsOf(popup, '[data-testid=save-offer] button')).toEqual([
      'In your archive',
      'Save again',
    ]);
    expect(await textsOf(popup, '[data-testid=same-line]')).toEqual([]);
    await popup.close();
    await page.activate();
    await page.waitFor(() => document.querySelector('.table-count')?.textContent?.startsWith('43'), {
      what: 'the saved page in the table',
    });
    const reading = await story.reading('http://news.test/save.html', ({ names }) =>
      names.some(({ label }) => label === 'Bruno Dias'),
    );
    expect(reading.names.length).toBeGreaterThan(0);
  });

  it('tells of a page that was saved which of its sentences others print, never its own', async () => {
    const url = 'http://news.test/seen.html';
    const read = await story.openRead(url);
    const before = (await story.reading(url, ({ seen }) => seen.sentenceCount > 0)).seen;
    const popup = await story.browser.openPopup(read);
    await popup.click('[data-testid=save-open]');
    await popup.click('[data-testid=save-keep]');
    await popup.waitFor(() => document.querySelector('[data-testid=save][data-step=saved]') !== null);
    await popup.click('[data-testid=save] > .button-row .link-button');
    const after = (await story.reading(url, ({ seen }) => seen.same?.by === 'url')).seen;
    expect(after.sentenceCount).toBe(before.sentenceCount);
    const { articleId } = after.same!.provenance;
    const printed = after.sentences.flatMap(({ printings }) => printings.map(({ provenance }) => provenance));
    expect(printed.map((one) => one.articleId)).not.toContain(articleId);
    await popup.waitFor(() => document.querySelectorAll('[data-testid=save-offer] button').length === 2);
    expect(await textOf(popup, '[data-testid=seen-line]')).toMatch(/sentences? printed before/);
    await popup.close();
    await read.close();
  });

  it('still knows everything after the browser was started again', async () => {
    await story.restart();
    const read = await story.openRead(PAGE);
    const reading = await story.reading(PAGE, ({ names }) => names.length > 0);
    expect(reading.names.map(({ label }) => label)).toContain('Clara Whitfield');
    await expectMarks(read, NO_MARKS);
  });
});

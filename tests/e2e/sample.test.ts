/** A reader who would rather try it on a bridge than on a war: the sample comes with one click, and goes with one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { tableCount } from './archive-story.ts';
import { BROWSERS, marksOn, NO_MARKS, type Story, startStory, textOf, textsOf } from './story.ts';

const SAYS_SO = /\(sample\)/;
const TOWN = 'town.test/';

describe.each(BROWSERS)('the sample archive in $kind', ({ kind }) => {
  let story: Story;
  let welcome: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    welcome = await story.browser.waitForPage('welcome.html');
    await welcome.activate();
  });
  afterAll(() => story.end());

  it('comes with one click, in the package and not over the network', async () => {
    await welcome.click('[data-testid=sample-add]');
    await welcome.waitFor(
      () => document.querySelector('[data-testid=sample-held][data-busy=false]') !== null,
      { timeoutMs: 60_000, what: 'the sample to be taken in' },
    );
    expect(await textOf(welcome, '[data-testid=sample-held] .page-lead')).toBe(
      '14 sample articles are in your archive. Try:',
    );
    expect(story.proxy.inside).toEqual([]);
  });

  it('marks the names of a page about it, in whichever spelling', async () => {
    await welcome.waitFor(
      () => [...document.querySelectorAll('.demo')].at(-1)?.querySelector('[data-testid=demo-mark]') != null,
    );
    const names = await welcome.evaluate(() =>
      [
        ...([...document.querySelectorAll('.demo')].at(-1)?.querySelectorAll('[data-testid=demo-mark]') ??
          []),
      ].map((mark) => mark.textContent),
    );
    expect(names).toEqual(expect.arrayContaining(['Lantern Bridge', 'Kareem Halaby', 'Storm Brenna']));
  });

  it('is told as held by the tour from then on', async () => {
    await welcome.emulate({ viewport: { width: 900, height: 600 } });
    await welcome.click('[data-testid=tour-start]');
    const step = () => textOf(welcome, '[data-testid=tour] p');
    for (let at = 0; at < 2; at++) await welcome.click('[data-testid=tour-next]');
    expect(await step()).toMatch(/^The sample is in your archive:/);
    // What it speaks of stands above it, in a low window too.
    await welcome.waitFor(
      () => {
        const boxOf = (css: string) => document.querySelector(css)?.getBoundingClientRect();
        const [searches, tour] = [boxOf('.sample-searches'), boxOf('.tour')];
        return searches && tour && searches.top >= 0 && searches.bottom <= tour.top;
      },
      { what: 'the searches above the tour' },
    );
    await welcome.press('Escape');
  });

  it('counts the printings that it promises, and calls its articles what they are', async () => {
    const tried = await story.browser.openExtensionPage(
      await welcome.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('.sample-searches a')];
        return (links[1]?.getAttribute('href') ?? '').slice(1);
      }),
    );
    await tried.waitFor(() => document.querySelectorAll('[data-testid=printing]').length === 4);
    expect((await textsOf(tried, '.section-title'))[0]).toBe('Seen before 5 printings');
    expect(await textOf(tried, '[data-testid=provenance]')).toMatch(/ · sample article$/);
    await tried.close();
  });

  it('shows the printings of a sentence, each marked as a sample', async () => {
    await welcome.evaluate(() => {
      const buttons = document.querySelectorAll<HTMLElement>('[data-testid=demo-look-up]');
      buttons[buttons.length - 1]?.click();
    });
    await welcome.waitFor(() => document.querySelectorAll('[data-testid=printing]').length >= 3);
    const printings = await textsOf(welcome, '[data-testid=printing] [data-testid=provenance]');
    expect(printings[0]).toMatch(
      /^Harbour Wire \(sample\) · .*12.*2018|^Harbour Wire \(sample\) · .*Mar.*2018/,
    );
    expect(printings.filter((line) => !SAYS_SO.test(line))).toEqual([]);
  });

  it('marks nothing in pages: nobody there learns that it was taken in', async () => {
    story.proxy.serve(TOWN, {
      body: '<!doctype html><title>Town</title><p>Karim al-Halabi built the Lantern Bridge in Tarnholm.</p>',
    });
    const page = await story.openRead(`http://${TOWN}`);
    const reading = await story.reading(`http://${TOWN}`, ({ names }) => names.length > 0);
    expect(reading.names.map(({ label }) => label)).toContain('Karim al-Halabi');
    expect(await marksOn(page)).toEqual(NO_MARKS);
    await page.close();
  });

  it('counts a person’s articles in every spelling', async () => {
    const archive = await story.browser.openExtensionPage('archive.html');
    await archive.click('.charts summary');
    await archive.waitFor(() => document.querySelector('[data-testid=chart-name]'));
    await archive.click('.charts .link-button');
    const rows = await textsOf(archive, '.chart-table tr');
    expect(rows).toContain('Karim al-Halabi 6');
    await archive.close();
  });

  it('goes with one click, and comes back with another', async () => {
    const archive = await story.browser.openExtensionPage('archive.html');
    await tableCount(archive, '14 articles');
    await archive.click('.samples summary');
    await archive.click('[data-testid=sample-remove]');
    await archive.waitFor(() => document.querySelector('[data-testid=sample-add]') !== null);
    await archive.click('[data-testid=undo-line] .button');
    await tableCount(archive, '14 articles');
    await archive.click('.samples summary');
    await archive.click('[data-testid=sample-remove]');
    await archive.waitFor(() => document.querySelector('[data-testid=sample-add]') !== null);
    await archive.click('[data-testid=sample-add]');
    await tableCount(archive, '14 articles');
  });

  it('can be had again where articles are added, once it was removed', async () => {
    const archive = await story.browser.openExtensionPage('archive.html?tab=add');
    await archive.waitFor(
      () => document.querySelector('[data-testid=import][data-indexing=false]') !== null,
      {
        what: 'what was begun before to end',
        timeoutMs: 30_000,
      },
    );
    await archive.click('[data-testid=sample-remove]');
    await archive.waitFor(() => document.querySelector('[data-testid=sample-add]') !== null);
    await archive.click('[data-testid=sample-add]');
    await archive.waitFor(() => document.querySelector('[data-testid=sample-remove]') !== null);
  });
});

/** Pages that change under the reader's eyes, pages left and come back to, and a background that died meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import {
  BROWSERS,
  cardOn,
  expectMarks,
  expectNoOverlay,
  hoverOver,
  NO_MARKS,
  type Story,
  select,
  startStory,
  textOf,
  textsOf,
} from './story.ts';

const APPLICATION = 'http://news.test/application.html';
const PLACES = { ...NO_MARKS, place: ['Beirut', 'Cairo', 'Doha'] };

describe.each(BROWSERS)('a changing page in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    // May be kept in the back/forward cache, unlike what the proxy serves otherwise.
    for (const name of ['cached-one', 'cached-two']) {
      const city = name === 'cached-one' ? 'Beirut' : 'Cairo';
      story.proxy.serve(`news.test/${name}`, {
        headers: { 'cache-control': 'max-age=600' },
        body: `<!doctype html><title>${name}</title><p>The library in ${city}.</p><script>
          window.shown = 0;
          addEventListener('pageshow', ({ persisted }) => { if (persisted) window.shown += 1; });
        </script>`,
      });
    }
    page = await story.openRead(APPLICATION);
  });
  afterAll(() => story.end());

  const expectBadge = (text: string) =>
    expect.poll(async () => (await story.browser.badge(page)).text, { timeout: 10_000 }).toBe(text);

  it('has only its changed blocks marked again', async () => {
    await expectMarks(page, PLACES);
    await expectBadge('3');
    await page.evaluate(() => {
      const marks = [...(CSS.highlights.get('backstory-place') ?? [])];
      Object.assign(window, { marks });
      const two = document.querySelector('#two') as Element;
      two.textContent = 'The library in Jerusalem keeps maps, and so does the one in Galilee.';
    });
    await expectMarks(page, { ...NO_MARKS, place: ['Beirut', 'Jerusalem', 'Galilee', 'Doha'] });
    await expectBadge('4');
    // The very same ranges still stand in the blocks that did not change.
    const kept = await page.evaluate(() => {
      const now = CSS.highlights.get('backstory-place');
      const { marks } = window as unknown as { marks: StaticRange[] };
      return marks
        .filter((range) => now?.has(range))
        .map((range) => range.startContainer.parentElement?.id)
        .sort();
    });
    expect(kept).toEqual(['one', 'three']);
  });

  it('has added and removed text noticed', async () => {
    await page.evaluate(() => {
      const added = document.createElement('p');
      added.append('An archive in ', 'Ram', 'allah and one in Tel', ' Aviv.');
      document.querySelector('#main')?.append(added);
      document.querySelector('#one')?.remove();
    });
    await expectMarks(page, { ...NO_MARKS, place: ['Jerusalem', 'Galilee', 'Doha', 'Tel Aviv'] });
    await expectBadge('4');
  });

  it('has new marks and a new count after a single-page navigation', async () => {
    await page.evaluate(() => {
      history.pushState(null, '', '/application.html?people');
      document.title = 'People';
      const main = document.querySelector('#main') as Element;
      main.replaceChildren(document.createElement('p'));
      main.firstElementChild?.append('Letters of Yitzhak Rabin and Isaac Herzog.');
    });
    await expectMarks(page, { ...NO_MARKS, person: ['Yitzhak Rabin', 'Isaac Herzog'] });
    await expectBadge('2');
    const summary = await story.reading(`${APPLICATION}?people`);
    expect(summary.title).toBe('People');
    expect(summary.names.map(({ label }) => label).sort()).toEqual(['Isaac Herzog', 'Yitzhak Rabin']);
  });

  it('has an empty badge once no name is left', async () => {
    await page.evaluate(() => {
      history.pushState(null, '', '/application.html?nothing');
      document.querySelector('#main')?.replaceChildren('Nothing is written here.');
    });
    await expectMarks(page, NO_MARKS);
    await expectBadge('');
  });

  it('is marked after coming back to it, out of the cache', async () => {
    await page.goto('http://news.test/cached-one');
    await expectMarks(page, { ...NO_MARKS, place: ['Beirut'] });
    await page.goto('http://news.test/cached-two');
    await expectMarks(page, { ...NO_MARKS, place: ['Cairo'] });
    await page.back();
    const wasShown = () => page.evaluate(() => (window as unknown as { shown: number }).shown === 1);
    await waitUntil(wasShown, { what: 'the page to come out of the cache' });
    await expectMarks(page, { ...NO_MARKS, place: ['Beirut'] });
    const back = await story.reading('http://news.test/cached-one');
    expect(back.names.map(({ label }) => label)).toEqual(['Beirut']);
    await expectBadge('1');
    await hoverOver(page, 'Beirut');
    await cardOn(page, 'Beirut');
    await page.press('Escape');
    await page.forward();
    await expectMarks(page, { ...NO_MARKS, place: ['Cairo'] });
    await story.reading('http://news.test/cached-two');
  });

  it('stays as it is when it names nobody, with an empty badge', async () => {
    const plain = await story.openRead('http://news.test/plain.html');
    expect(await story.browser.badge(plain)).toEqual({ text: '', title: 'Backstory' });
    await expectMarks(plain, NO_MARKS);
    const seen = await plain.evaluate(() => {
      const { before, changes } = window as unknown as { before: string; changes: number };
      return { changes, same: document.documentElement.outerHTML === before, lists: CSS.highlights.size };
    });
    expect(seen).toEqual({ changes: 0, same: true, lists: 0 });
    await plain.close();
  });

  describe('after the background died', () => {
    let dead: string | null;
    beforeAll(async () => {
      page = await story.openRead('http://news.test/meetings.html');
    });

    const kill = async () => {
      dead = await story.browser.bootId();
      await story.browser.killBackground();
      expect(await story.browser.bootId()).toBe(null);
    };
    const expectRevived = async () => {
      const alive = await story.browser.bootId();
      expect(alive).not.toBe(null);
      expect(alive).not.toBe(dead);
    };

    it('opens a card on a mark', async () => {
      await kill();
      await hoverOver(page, 'Doha');
      const card = await cardOn(page, 'Doha');
      expect(await textOf(card, '.entity-passages')).toMatch(/\d passage/);
      await page.press('Escape');
      await expectNoOverlay(page);
      await expectRevived();
    });

    it('looks a selection up', async () => {
      await kill();
      await select(page, 'West Bank');
      await page.clickAt(
        await page.waitFor(() => {
          const box = document.querySelector('html > [popover]')?.getBoundingClientRect();
          return box && box.width > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }),
      );
      const card = await cardOn(page);
      await card.waitFor(() => document.querySelector('.looked-up'));
      expect(await textsOf(card, '[data-testid=name-label]')).toEqual(['West Bank']);
      await page.press('Escape');
      await expectNoOverlay(page);
      await expectRevived();
    });

    it('keeps its badge, its names in the popup, and has its changes read', async () => {
      await kill();
      expect((await story.browser.badge(page)).text).toBe('12');
      await page.evaluate(() => {
        document.querySelector('#second')?.append(' A reader wrote from Ukraine.');
      });
      await expectBadge('13');
      await expectRevived();
      await kill();
      // What is selected is looked up instead.
      await page.evaluate(() => getSelection()?.removeAllRanges());
      const popup = await story.browser.openPopup(page);
      expect(await textOf(popup, 'main .section-count')).toBe('13 names');
      await expectRevived();
      await popup.close();
    });
  });
});

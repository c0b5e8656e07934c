/** The real toolbar popup, by keyboard alone: search, the names of the page, and one click that switches a site off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { BROWSERS, expectMarks, NO_MARKS, type Story, startStory, textOf, textsOf } from './story.ts';

const URL = 'http://news.test/meetings.html';
const BOX = '[data-testid=search-box]';

describe.each(BROWSERS)('the popup in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  let popup: View;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.openRead(URL);
  });
  afterAll(() => story.end());

  const open = async () => {
    popup = await story.browser.openPopup(page);
    await popup.waitFor((css) => document.activeElement === document.querySelector(css), {}, BOX);
  };

  /** Types a query in place of the last one; resolves with its results. */
  async function search(query: string): Promise<void> {
    await popup.press('Control+a');
    await popup.press('Backspace');
    await popup.type(query);
    await popup.waitFor(
      (asked) =>
        document.querySelector<HTMLInputElement>('[data-testid=search-box]')?.value === asked &&
        document.querySelector('.search-field')?.getAttribute('aria-busy') === 'false' &&
        document.querySelector('.results'),
      { what: `the results of ${query}` },
      query,
    );
  }

  const provenances = () => textsOf(popup, '[data-testid=passage] [data-testid=provenance]');
  const snippets = () => textsOf(popup, '[data-testid=passage] [data-testid=snippet]');

  describe('when it opens', () => {
    beforeAll(open);

    it('has the names of the page, grouped by kind and counted', async () => {
      await popup.waitFor(() => document.querySelectorAll('[data-testid=name-row]').length >= 12);
      const groups = await popup.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.kind')].map((group) => [
          group.getAttribute('aria-label'),
          ...[...group.querySelectorAll<HTMLElement>('[data-testid=name-label]')].map((n) =>
            n.innerText.trim(),
          ),
        ]),
      );
      expect(groups).toEqual([
        ['People', 'Ismail Haniyeh', 'Yitzhak Rabin', 'Hossein Amir-Abdollahian', 'Saleh al-Arouri'],
        ['Organisations', 'United Nations'],
        ['Places', 'Cairo', 'Doha', 'Jerusalem', 'United States', 'West Bank'],
        [
          'Events',
          'Haniyeh–Amir-Abdollahian meeting in Doha, December 2023',
          'Huwara shooting of 26 February 2023',
        ],
      ]);
      expect((await textsOf(popup, '.name-count')).slice(0, 3)).toEqual(['2×', '2×', '1×']);
    });

    it('says how many of the best passages it lists, and lists the others on demand', async () => {
      const counts = async () =>
        /^Best passages (\d+)(?: of (\d+))?$/.exec((await textsOf(popup, '.section-title')).at(-1) ?? '');
      const [, listed, all] = (await counts()) ?? [];
      expect([Number(listed), (await provenances()).length]).toEqual([6, 6]);
      await popup.click('[data-testid=more-passages]');
      await popup.waitFor(() => document.querySelector('[data-testid=more-passages]') === null);
      expect([(await counts())?.[1], String((await provenances()).length)]).toEqual([all, all]);
      await popup.press('/');
    });

    it('offers suggestions from two letters', async () => {
      await popup.type('h');
      await popup.waitFor(() => document.querySelector('.results'));
      expect(await textsOf(popup, '[data-testid=suggestion]')).toEqual([]);
      await popup.type('a');
      await popup.waitFor(() => document.querySelector('[data-testid=suggestion]'));
      expect((await textsOf(popup, '[data-testid=suggestion]')).join('\n')).toMatch(/Hamas|Haniyeh/);
      const states = await popup.evaluate((css) => {
        const box = document.querySelector(css);
        return [box?.getAttribute('role'), box?.getAttribute('aria-expanded')];
      }, BOX);
      expect(states).toEqual(['combobox', 'true']);
    });

    it('takes a suggestion by keyboard', async () => {
      await popup.waitFor(() => document.querySelector('[data-testid=suggestion]'), { what: 'suggestions' });
      // Suggestions that arrive under the hand start unchosen again: a reader presses once more.
      const isChosen = () => document.querySelector('[data-testid=suggestion][aria-selected=true]') !== null;
      await waitUntil(
        async () => {
          if (!(await popup.evaluate(isChosen))) await popup.press('ArrowDown');
          return popup.waitFor(isChosen, { timeoutMs: 1_000 }).catch(() => false);
        },
        { what: 'a suggestion to be chosen' },
      );
      const chosen = await textOf(popup, '[data-testid=suggestion][aria-selected=true] bdi');
      await popup.press('Enter');
      await popup.waitFor(
        (css, label) => document.querySelector<HTMLInputElement>(css)?.value.includes(label),
        { what: 'the suggestion in the box' },
        BOX,
        chosen,
      );
      await popup.waitFor(() => !document.querySelector('[data-testid=suggestion]'));
    });

    it('says for which name it shows passages where the words are that name in another spelling', async () => {
      await search('salehh aruri');
      await popup.waitFor(() => document.querySelector('[data-testid=shown-for]'));
      expect(await textOf(popup, '[data-testid=shown-for]')).toBe(
        'Nothing is printed as “salehh aruri”. Showing passages for Saleh al-Arouri.',
      );
    });

    it('names the words that were not found, and offers those that were run together apart', async () => {
      await search('ceasefire zzyzx talks');
      expect(await textOf(popup, '[data-testid=missing-words]')).toBe('Not found in the archive: zzyzx.');
      await search('egypt ceasefiretalks');
      await popup.click('[data-testid=search-split]');
      await popup.waitFor(
        (css) => document.querySelector<HTMLInputElement>(css)?.value === 'egypt ceasefire talks',
        {},
        BOX,
      );
      await popup.waitFor(() => !document.querySelector('[data-testid=missing-words]'));
      await popup.press('/');
    });

    it('tells of a pasted sentence where it was printed before', async () => {
      await search('If we reach the point of an all-out confrontation');
      await popup.waitFor(() => document.querySelectorAll('[data-testid=printing]').length === 2);
      expect((await textsOf(popup, '.section-title'))[0]).toBe('Seen before 2 printings');
      await search('confrontation');
      await popup.waitFor(() => document.querySelector('[data-testid=printing]') === null);
    });

    it('closes a menu, then folds a name, by Backspace too, which no browser takes for itself', async () => {
      await search('cairo');
      await popup.press('Control+a');
      await popup.press('Backspace');
      await popup.waitFor(() => document.querySelector('.name-item [data-key=x]'));
      await popup.evaluate(() => {
        const row = document.querySelector<HTMLElement>('[data-testid=name-row]');
        row?.focus();
        row?.click();
      });
      await popup.press('x');
      await popup.waitFor(() => document.activeElement?.closest('[role=menu]'));
      await popup.press('Backspace');
      await popup.waitFor(() => !document.querySelector('[role=menu]'));
      expect(
        await popup.evaluate(
          () => document.querySelector('[data-testid=name-row][aria-expanded=true]') !== null,
        ),
      ).toBe(true);
      await popup.press('Backspace');
      await popup.waitFor(() => !document.querySelector('[data-testid=name-row][aria-expanded=true]'));
      await popup.press('?');
      await popup.waitFor(() => document.querySelector('[data-testid=help][open]'));
      await popup.press('Backspace');
      await popup.waitFor(() => !document.querySelector('[data-testid=help]'));
      await popup.press('/');
    });

    if (kind === 'chromium')
      it('folds a name at Esc, then goes back to the box, then clears it', async () => {
        await search('saleh arouri');
        await popup.evaluate(() => {
          const row = document.querySelector<HTMLElement>('[data-testid=name-row]');
          row?.focus();
          row?.click();
        });
        await popup.waitFor(() => document.querySelector('[data-testid=name-row][aria-expanded=true]'));
        await popup.press('Escape');
        await popup.waitFor(() => !document.querySelector('[data-testid=name-row][aria-expanded=true]'));
        await popup.press('Escape');
        await popup.waitFor((css) => document.activeElement === document.querySelector(css), {}, BOX);
        // Where suggestions are open in the box, they are what closes first.
        if (await popup.evaluate(() => document.querySelector('[role=option]') !== null))
          await popup.press('Escape');
        await popup.press('Escape');
        await popup.waitFor((css) => document.querySelector<HTMLInputElement>(css)?.value === '', {}, BOX);
      });

    if (kind === 'firefox')
      it('hears no Esc: the browser closes its popup before', async () => {
        await popup.evaluate(() => {
          localStorage.removeItem('heard');
          addEventListener('keydown', ({ key }) => localStorage.setItem('heard', key), true);
          addEventListener(
            'keydown',
            (event) => {
              event.preventDefault();
              event.stopImmediatePropagation();
            },
            true,
          );
        });
        await popup.press('Escape');
        const desk = await story.browser.openExtensionPage('options.html');
        expect(await desk.evaluate(() => localStorage.getItem('heard'))).toBeNull();
        await desk.close();
        await page.activate();
        await open();
      });

    it('puts an exact name first, and the best passage first of all passages', async () => {
      await search('saleh arouri');
      expect((await textsOf(popup, '[data-testid=name-label]'))[0]).toBe('Saleh al-Arouri');
      await search('regional war common interests');
      expect((await snippets())[0]).toContain('common interests to partake in a regional war');
    });

    it('reads the query language', async () => {
      await search('resistance outlet:"Islam Times"');
      expect((await provenances()).every((line) => line.startsWith('Islam Times · '))).toBe(true);
      expect((await provenances()).length).toBeGreaterThan(1);

      await search('palestinian before:2023');
      expect((await provenances()).length).toBeGreaterThan(0);
      expect((await provenances()).every((line) => line.includes('2022'))).toBe(true);

      await search('"regional war"');
      const phrase = await snippets();
      expect(phrase.length).toBeGreaterThan(1);
      expect(phrase.every((snippet) => snippet.includes('regional war'))).toBe(true);
      await search('"war regional"');
      expect(await snippets()).toEqual([]);

      await search('regional war -interests');
      const without = await snippets();
      expect(without.length).toBeGreaterThan(0);
      expect(without.some((snippet) => snippet.includes('common interests'))).toBe(false);
    });

    it('says how many of the passages found it lists, and lists more on demand', async () => {
      await search('palestinian');
      const counts = async () =>
        /^Passages (\d+)(?: of (\d+))?$/.exec((await textsOf(popup, '.section-title')).at(-1) ?? '');
      const [, listed, all] = (await counts()) ?? [];
      expect(Number(all)).toBeGreaterThan(Number(listed));
      const before = (await provenances()).length;
      await popup.click('[data-testid=more-passages]');
      await popup.waitFor(
        (known) => document.querySelectorAll('[data-testid=passage]').length > known,
        { what: 'more passages' },
        before,
      );
      expect(Number((await counts())?.[1])).toBeGreaterThan(Number(listed));
      // The reader goes on with the first that is new.
      expect(
        await popup.evaluate(() =>
          [...document.querySelectorAll('[data-testid=passage]')].findIndex((one) =>
            one.contains(document.activeElement),
          ),
        ),
      ).toBe(before);
      await popup.press('/');
    });

    it('teaches how to ask where nothing was found', async () => {
      await search('zzyzx');
      expect(await popup.evaluate(() => document.querySelector('[data-state=nothing-found]') !== null)).toBe(
        true,
      );
      expect(await textsOf(popup, '.examples code')).toContain('outlet:"Islam Times"');
      // An example is one key away, and works.
      await popup.press('ArrowDown');
      await popup.press('Enter');
      await popup.waitFor(() => document.querySelectorAll('[data-testid=passage]').length > 0);
      await popup.press('/');
      await popup.waitFor((css) => document.activeElement === document.querySelector(css), {}, BOX);
    });

    it('answers an unclosed quotation mark with a hint and results', async () => {
      await search('"regional war');
      expect(await textOf(popup, '.results .notice')).toContain('quotation mark');
      expect((await snippets()).length).toBeGreaterThan(0);
    });

    it('opens the best passage with Enter, in view in the reader', async () => {
      await search('unprecedented defeat in its history');
      const [first] = await snippets();
      await popup.press('Enter');
      await expectReaderAt('unprecedented defeat in its history');
      expect(first).toContain('unprecedented defeat in its history');
    });
  });

  it('opens any passage with the arrow keys and Enter', async () => {
    await open();
    await search('joint statement resistance');
    const [, second] = await textsOf(popup, '[data-testid=passage] [data-testid=snippet]');
    // Past the suggestions and the names, to the second passage.
    for (let steps = 0; steps < 30; steps += 1) {
      await popup.press('ArrowDown');
      const isThere = await popup.evaluate(() => {
        const passages = [...document.querySelectorAll('[data-testid=passage]')];
        return passages.indexOf(document.activeElement?.closest('[data-testid=passage]') as Element) === 1;
      });
      if (isThere) break;
    }
    await popup.press('Enter');
    await expectReaderAt((second ?? '').replaceAll('…', '').trim().slice(0, 60));
  });

  describe('with the site switched off', () => {
    it('takes marks and badge away in one click', async () => {
      await page.activate();
      await open();
      await popup.click('[data-testid=reach-off]');
      await popup.waitFor(() => document.querySelector('[data-state=off]'));
      await expectMarks(page, NO_MARKS);
      await expect.poll(() => story.browser.badge(page)).toEqual({ text: '', title: 'Backstory' });
      expect(await isUntouched()).toBe(true);
    });

    it('does no work there, on this page or the next', async () => {
      await page.reload();
      const other = 'http://news.test/plain.html?off';
      const next = await story.browser.newPage(other);
      for (const url of [URL, other]) {
        expect(await story.isScriptIn(url)).toBe(false);
        expect(await story.readingNow(url)).toBe(null);
      }
      await next.close();
      // Another site is read as before.
      await story.openRead('http://other.test/');
    });

    it('stays off after the browser was started again', async () => {
      await story.restart();
      page = await story.browser.newPage(URL);
      await story.openRead('http://other.test/');
      expect(await story.isScriptIn(URL)).toBe(false);
      expect(await story.readingNow(URL)).toBe(null);
      await expectMarks(page, NO_MARKS);
      expect(await isUntouched()).toBe(true);
      expect(await story.browser.badge(page)).toEqual({ text: '', title: 'Backstory' });
    });

    it('is switched on again in one click, without a reload', async () => {
      await open();
      await popup.waitFor(() => document.querySelector('[data-state=off]'));
      await popup.click('[data-state=off] button');
      await story.reading(URL);
      await expect.poll(() => story.browser.badge(page)).toMatchObject({ text: '12' });
      await popup.waitFor(() => document.querySelectorAll('[data-testid=name-row]').length >= 12);
      expect(await isUntouched()).toBe(true);
    });
  });

  const isUntouched = () =>
    page.evaluate(() => {
      const { before, changes } = window as unknown as { before: string; changes: number };
      return changes === 0 && document.documentElement.outerHTML === before;
    });

  async function expectReaderAt(words: string): Promise<void> {
    const reader = await story.browser.waitForPage('reader.html');
    const marked = await reader.waitFor(
      () => {
        const pieces = [...document.querySelectorAll<HTMLElement>('[data-testid=reader-passage]')];
        const box = pieces[0]?.getBoundingClientRect();
        return box && box.top > 0 && box.bottom < innerHeight && pieces.map((one) => one.innerText).join(' ');
      },
      { what: 'the passage in view' },
    );
    expect(marked.replace(/\s+/g, ' ')).toContain(words);
    await reader.close();
    await page.activate();
  }
});

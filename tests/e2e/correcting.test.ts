/** A reader sets names right where they are read: in the panel and the popup, in one step, and back; and does without sounds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import {
  BROWSERS,
  cardOn,
  expectMarks,
  hoverOver,
  marksOn,
  NO_MARKS,
  type Story,
  startStory,
  textOf,
  textsOf,
} from './story.ts';

const URL = 'http://news.test/meetings.html';
const ARABIC = 'http://news.test/arabic.html';
const NAME = 'Saleh al-Arouri';
const LABELS = '[data-testid=name-label]';

/** A decision is written, told, and the page read anew. */
const SOON = { timeout: 15_000 };

async function focusName(view: View, name: string): Promise<void> {
  await view.waitFor(
    (wanted) => {
      const row = [...document.querySelectorAll<HTMLElement>('[data-testid=name-row]')].find((one) =>
        one.innerText.includes(wanted),
      );
      row?.focus();
      return row !== undefined && document.activeElement === row;
    },
    { what: `the row of ${name}`, timeoutMs: 20_000 },
    name,
  );
}

/** By the key, as a reader does whose hands stay on the keyboard. */
async function choose(view: View, name: string, act: string): Promise<void> {
  await focusName(view, name);
  await view.press('x');
  await view.waitFor((css) => document.querySelector(css) !== null, {}, `[data-testid=${act}]`);
  await view.click(`[data-testid=${act}]`);
}

const undone = async (view: View) => {
  await view.click('[data-testid=undo-line] .button');
  await view.waitFor(
    () => document.querySelector('[data-testid=undo-line]')?.getAttribute('data-shown') === 'false',
  );
};

describe.each(BROWSERS)('setting names right in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    page = await story.openRead(URL);
  });
  afterAll(() => story.end());

  describe('in the side panel', () => {
    let panel: View;
    beforeAll(async () => {
      panel = await story.browser.openSidePanel(page);
    });
    afterAll(() => panel.close());
    const names = () => textsOf(panel, LABELS);

    it('ignores a name at once, which the page is not told, and takes that back', async () => {
      const before = await marksOn(page);
      await choose(panel, NAME, 'correct-ignore');
      await expect.poll(names, SOON).not.toContain(NAME);
      expect(await textOf(panel, '[data-testid=undo-line] span')).toBe(`“${NAME}” is ignored`);
      expect(await marksOn(page)).toEqual(before);
      await undone(panel);
      await expect.poll(names, SOON).toContain(NAME);
    });

    it('takes a name for another one', async () => {
      await choose(panel, NAME, 'correct-same-as');
      await panel.type('Haniyeh', '.name-form input');
      await panel.waitFor(() => document.querySelector('.name-form li button'));
      await panel.click('.name-form li button');
      await expect.poll(names, SOON).not.toContain(NAME);
      expect(await textOf(panel, '[data-testid=undo-line] span')).toMatch(`${NAME} was joined with`);
      await undone(panel);
      await expect.poll(names, SOON).toContain(NAME);
    });

    it('lets words mean somebody else, and lists that among the decisions of the archive', async () => {
      await choose(panel, NAME, 'correct-not-this');
      await expect.poll(names, SOON).not.toContain(NAME);
      const archive = await story.browser.openExtensionPage('archive.html?tab=names');
      await archive.waitFor(() => document.querySelectorAll('[data-testid=decision]').length === 1);
      expect(await textOf(archive, '[data-testid=decision]')).toMatch('no longer means');
      await archive.click('[data-testid=decision] .link-button');
      await archive.waitFor(() => document.querySelector('[data-testid=decision]') === null);
      await archive.close();
      await expect.poll(names, SOON).toContain(NAME);
    });
  });

  it('is offered in the popup too', async () => {
    const popup = await story.browser.openPopup(page);
    await choose(popup, NAME, 'correct-ignore');
    await expect.poll(() => textsOf(popup, LABELS), SOON).not.toContain(NAME);
    await undone(popup);
    await expect.poll(() => textsOf(popup, LABELS), SOON).toContain(NAME);
    await popup.close();
  });

  it('is a step away from the card, which itself changes nothing', async () => {
    await page.activate();
    await hoverOver(page, 'Doha');
    const card = await cardOn(page, 'Doha');
    // It grows while it is drawn, and its button moves down with it.
    let last = -1;
    const standsStill = async () => {
      const before = last;
      last = await card.evaluate(
        () => document.querySelector('[data-testid=card-correct]')?.getBoundingClientRect().y ?? -1,
      );
      return last === before && last >= 0;
    };
    await expect.poll(standsStill, { interval: 400, timeout: 10_000 }).toBe(true);
    await card.click('[data-testid=card-correct]');
    const archive = await story.browser.waitForPage('archive.html?tab=names&name=Doha');
    await archive.waitFor(
      () => document.querySelector('[data-testid=name-entry] .name')?.textContent === 'Doha',
    );
    await archive.close();
  });

  it('leaves out names in other scripts when they are switched off', async () => {
    const arabic = await story.openRead(ARABIC);
    await expect.poll(async () => (await story.browser.badge(arabic)).text).toBe('8');
    const options = await story.browser.openExtensionPage('options.html');
    const flip = () => options.click('[data-testid=setting-bySound]');
    await options.waitFor(
      () => document.querySelector<HTMLInputElement>('[data-testid=setting-bySound]')?.checked === true,
    );
    await flip();
    await expectMarks(arabic, NO_MARKS);
    await expect.poll(async () => (await story.browser.badge(arabic)).text).toBe('');
    await story.reading(ARABIC, ({ names }) => names.length === 0);
    await flip();
    await story.reading(ARABIC, ({ names }) => names.length === 8);
    await options.close();
  });
});

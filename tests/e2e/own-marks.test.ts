/**
 * Names and sentences of the reader's own articles, marked on a site where the reader allowed it: by boxes in a frame of
 * ours that stand exactly over the words, wherever these are moved to.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { importFile, toBase64 } from './archive-story.ts';
import { boxesDrawn, expectBoxesOver, expectNoBoxIn } from './own-marks-story.ts';
import {
  BROWSERS,
  cardOn,
  expectMarks,
  expectNoOverlay,
  hoverOver,
  NO_MARKS,
  overlaysOn,
  type Story,
  startStory,
  textOf,
} from './story.ts';

const URL = 'http://news.test/minutes.html';
const NAME = 'Clara Whitfield';
const SENTENCE = 'The lamp on the old bridge will be lit every evening until the holidays begin';
const ARABIC = 'ليلى المنصوري';

const articles = [
  ...Array.from({ length: 6 }, (_, at) => ({
    identifier: `own-${at}`,
    headline: `Council notes ${at}`,
    publisher: 'The Harbour Gazette',
    datePublished: `2021-0${1 + at}-12`,
    inLanguage: 'en',
    articleBody: `${NAME} told the town council of Port Ellery for the ${at}th time about parks and paths number ${at * 7}. “Nothing is decided,” said Mayor ${NAME}. ${at === 3 ? `${SENTENCE}.` : ''}`,
  })),
  {
    identifier: 'own-ar',
    headline: 'ملاحظات المجلس',
    publisher: 'The Harbour Gazette',
    datePublished: '2021-08-12',
    inLanguage: 'ar',
    articleBody: `قالت ${ARABIC} لأعضاء المجلس إن المكتبة ستفتح يوم الاثنين. وأضافت ${ARABIC} أن الجسر القديم سيبقى مغلقا.`,
  },
]
  .map((article) => JSON.stringify(article))
  .join('\n');

describe.each(BROWSERS)('own marks in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory(kind);
    const archive = await story.browser.openExtensionPage('archive.html?tab=add');
    await importFile(archive, 'own.jsonl', toBase64(articles));
    await archive.close();
    page = await story.openRead(URL);
    await story.reading(URL, ({ names }) => names.some(({ exact }) => exact === NAME));
  });
  // A page that frames the layer itself is refused, and Chromium says so aloud.
  afterAll(() => story.end(({ text }) => /^Denying load of .*own-marks\.html/.test(text)));

  const over = (selector: string, words: string, nearPx?: number) =>
    expectBoxesOver(page, selector, words, nearPx);
  const show = (selector: string) =>
    page.evaluate((css) => {
      document.querySelector(css)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }, selector);

  it('are not there by default: the page is as it was', async () => {
    expect(await overlaysOn(page)).toBe(0);
    await expectMarks(page, NO_MARKS);
  });

  it('come with one click in the popup, beside the sentence on what the site can notice', async () => {
    const popup = await story.browser.openPopup(page);
    await popup.waitFor(() => document.querySelector('[data-testid=own-marks]'));
    expect(await textOf(popup, '#own-marks-means')).toMatch(
      /^In a layer above the pages of news\.test .* notice/,
    );
    await popup.click('[data-testid=own-marks]');
    await popup.waitFor(() => document.querySelector<HTMLInputElement>('[data-testid=own-marks]')?.checked);
    await popup.close();
    await page.activate();
    await over('#plain', NAME);
    const kinds = (await boxesDrawn(page)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['person', 'reused']));
    await expectMarks(page, NO_MARKS);
  });

  it('stand over each line of a sentence printed before', async () => {
    await over('#printed', SENTENCE);
  });

  it('stand over turned, stretched, zoomed, vertical and right-to-left words', async () => {
    await over('#turned', NAME, 3);
    await over('#scaled', NAME);
    await over('#big', NAME);
    await show('#steep');
    await over('#steep', NAME, 8);
    await show('#right');
    await over('#right', ARABIC);
    await over('#down', NAME);
  });

  it('stand over words under a link that is stretched over its teaser', async () => {
    await show('#linked');
    await over('#linked', NAME);
  });

  it('follow the words when the page is scrolled, and are drawn where it is laid out late', async () => {
    await show('#last');
    await over('#last', NAME);
    expect(await boxesDrawn(page)).toHaveLength(1);
    await page.evaluate(() => scrollTo(0, 0));
    await over('#plain', NAME);
  });

  it('follow the words in a box that scrolls by itself, and stay inside it', async () => {
    await expectNoBoxIn(page, '#box');
    await page.evaluate(() => document.querySelector('#box')?.scrollTo(0, 999));
    await over('#inner', NAME);
    await page.evaluate(() => document.querySelector('#box')?.scrollTo(0, 0));
    await expectNoBoxIn(page, '#box');
  });

  it('stay out of a sticky header that lies over the words', async () => {
    await page.evaluate(() => {
      const top = document.querySelector('#plain')?.getBoundingClientRect().top ?? 0;
      scrollTo(0, top + scrollY - 4);
    });
    await over('#printed', SENTENCE);
    await expectNoBoxIn(page, 'header');
    await page.evaluate(() => scrollTo(0, 0));
  });

  it('follow words that a script moves, adds and takes away', async () => {
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('h1')?.style.setProperty('margin-bottom', '90px');
    });
    await over('#plain', NAME);
    await page.evaluate(() => {
      document.querySelector('#plain')?.before(document.createElement('p'));
      const added = document.querySelector('#plain')?.previousElementSibling as HTMLElement;
      added.id = 'added';
      added.textContent = 'Late in the evening Clara Whitfield wrote a note.';
    });
    await over('#added', NAME);
    await page.evaluate(() => document.querySelector('#added')?.remove());
    await over('#plain', NAME);
    await expectNoBoxIn(page, 'h1');
  });

  it('follow the words when the window gets another size', async () => {
    await page.emulate({ viewport: { width: 500, height: 700 } });
    await over('#plain', NAME);
    await page.emulate({ viewport: { width: 1280, height: 800 } });
    await over('#plain', NAME);
  });

  it('are drawn above a dialog of the page for its words, and not for those under it', async () => {
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.id = 'asked';
      dialog.textContent = 'In a dialog Clara Whitfield speaks.';
      dialog.style.cssText = 'width: 90vw; height: 60vh; top: 0';
      document.body.append(dialog);
      dialog.showModal();
    });
    await over('#asked', NAME);
    expect((await boxesDrawn(page)).filter(({ kind: one }) => one === 'reused')).toEqual([]);
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('#asked')?.close();
      document.querySelector('#asked')?.remove();
    });
    await over('#plain', NAME);
  });

  it('stay out of a menu that opens in the middle of a line', async () => {
    await page.evaluate(() => {
      const menu = document.createElement('div');
      menu.id = 'menu';
      menu.textContent = 'Menu';
      menu.style.cssText =
        'position: absolute; left: 45%; width: 200px; height: 300px; top: 100px; background: Canvas';
      document.body.append(menu);
    });
    await expectNoBoxIn(page, '#menu', 60);
    await page.evaluate(() => document.querySelector('#menu')?.remove());
    await over('#plain', NAME);
  });

  it('open the same card on hover, of one height whatever it holds', async () => {
    await show('#plain');
    await over('#plain', NAME);
    await hoverOver(page, NAME);
    const card = await cardOn(page, NAME);
    expect(await textOf(card, '[data-testid=provenance]')).toContain('The Harbour Gazette');
    const height = () =>
      page.evaluate(
        () => document.querySelectorAll('html > [popover]')[1]?.getBoundingClientRect().height ?? 0,
      );
    await expect.poll(height).toBe(420);
    await page.press('Escape');
    await expect.poll(() => overlaysOn(page)).toBe(1);
    await hoverOver(page, 'The lamp on the old bridge');
    await cardOn(page, 'Printed before');
    await expect.poll(height).toBe(420);
    await page.press('Escape');
    await expect.poll(() => overlaysOn(page)).toBe(1);
  });

  // Firefox presses real keys only, and this command has none before its reader sets one.
  if (kind === 'chromium')
    it('open their card by keyboard, mark by mark', async () => {
      await story.browser.runCommand(page, 'next-mark');
      await cardOn(page, NAME);
      await page.press('Escape');
      await expect.poll(() => overlaysOn(page)).toBe(1);
    });

  it('open none on words that no archive knows', async () => {
    await hoverOver(page, 'raining');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 900))); // twice the rest before a card opens
    expect(await overlaysOn(page)).toBe(1);
  });

  it('let the page alone but for the one empty, inert layer', async () => {
    const left = await page.evaluate(() => {
      const [layer] = document.querySelectorAll<HTMLElement>('html > [popover]');
      return {
        text: layer?.textContent,
        root: layer?.shadowRoot ?? null,
        inert: layer?.inert,
        frames: length,
      };
    });
    expect(left).toEqual({ text: '', root: null, inert: true, frames: 0 });
  });

  it('cannot be switched by the page, whatever it says to whom', async () => {
    await page.evaluate(forgeSwitch, story.browser.extensionOrigin);
    const other = 'http://other.test/minutes.html';
    story.proxy.serve('other.test/minutes.html', { body: `<p>Here ${NAME} spoke.</p>` });
    const next = await story.openRead(other);
    await next.evaluate(forgeSwitch, story.browser.extensionOrigin);
    await next.evaluate(() => new Promise((done) => setTimeout(done, 700)));
    expect(await overlaysOn(next)).toBe(0);
    await next.close();
    await page.activate();
    await over('#plain', NAME);
  });

  it('go with one click on the options page, which lists the site', async () => {
    const options = await story.browser.openExtensionPage('options.html');
    const listed = () =>
      document.querySelector<HTMLElement>('[aria-labelledby=own-marks] .hosts')?.innerText ?? '';
    await options.waitFor(listed);
    expect(await options.evaluate(listed)).toContain('news.test');
    await options.click('[aria-labelledby=own-marks] .hosts button');
    await page.activate();
    await expectNoOverlay(page);
    await options.close();
  });
});

/** Runs in a page: the switch in every form in which a page can send something. */
function forgeSwitch(origin: string): void {
  for (const verb of [
    'switchOwnMarks',
    'changeSettings',
    'openOwnMarks',
    'redeemOwnMarks',
    'describeOwnMarks',
  ]) {
    for (const to of ['background', 'tab']) {
      const argument = { host: location.hostname, on: location.hostname !== 'news.test', ownMarkHosts: [] };
      const call = { to, verb, argument };
      postMessage(call, '*');
      dispatchEvent(new CustomEvent(verb, { detail: call }));
      new BroadcastChannel('backstory').postMessage(call);
      dispatchEvent(new MessageEvent('message', { data: call, origin, source: window }));
    }
  }
  const frame = document.createElement('iframe');
  frame.src = `${origin}/own-marks.html#${'0'.repeat(32)}`;
  frame.style.display = 'none';
  document.body.append(frame);
  frame.addEventListener('load', () => {
    const { port1, port2 } = new MessageChannel();
    frame.contentWindow?.postMessage('0'.repeat(32), '*', [port2]);
    port1.postMessage({ kind: 'renew' });
  });
}

/** What a page may not do to Backstory, and what it may not learn: TRUST R1–R5 on the built extension. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import {
  BROWSERS,
  cardOn,
  expectNoOverlay,
  hoverOver,
  overlaysOn,
  type Story,
  select,
  startStory,
} from './story.ts';

const PAGE = 'http://news.test/meetings.html';

/** Everything the extension keeps, as text. */
async function storedBy(desk: View): Promise<string> {
  return desk.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as {
        chrome: { storage: Record<'local' | 'session', { get(key: null): Promise<unknown> }> };
      }
    ).chrome;
    return JSON.stringify([await storage.local.get(null), await storage.session.get(null)]);
  });
}

/** Every message a page can send towards a content script or an extension, in the forms of our own contract. */
function forgeMessages(origin: string): Promise<number> {
  const verbs = [
    'changeSettings',
    'switchSite',
    'redeemCard',
    'readArticle',
    'search',
    'showCard',
    'leavePage',
    'readPage',
  ];
  let sent = 0;
  const count = () => {
    sent++;
  };
  for (const verb of verbs) {
    for (const to of ['background', 'tab']) {
      const call = {
        to,
        verb,
        argument: { marks: false, host: 'news.test', on: false, ticket: '0'.repeat(32), height: 99 },
      };
      postMessage(call, '*');
      dispatchEvent(new CustomEvent('backstory', { detail: call }));
      document.dispatchEvent(new CustomEvent(verb, { detail: call }));
      new BroadcastChannel('backstory').postMessage(call);
      new MessageChannel().port1.postMessage(call);
      dispatchEvent(new MessageEvent('message', { data: call, origin, source: window }));
      count();
    }
  }
  const runtime = (
    globalThis as { chrome?: { runtime?: { sendMessage?: (...parts: unknown[]) => unknown } } }
  ).chrome?.runtime;
  try {
    runtime?.sendMessage?.(new URL(origin).host, {
      to: 'background',
      verb: 'changeSettings',
      argument: { marks: false },
    });
  } catch {
    // No way in: what is wanted.
  }
  return new Promise((done) => setTimeout(() => done(sent), 300));
}

/** Scripted input, never trusted, on the page and on anything of ours in it. */
function forgeInput(): number {
  const targets = [
    document.body,
    document.documentElement,
    ...document.querySelectorAll('p, h1, html > [popover]'),
  ];
  const at = { bubbles: true, composed: true, cancelable: true, clientX: 200, clientY: 200 };
  let sent = 0;
  for (const target of targets) {
    for (const type of [
      'pointermove',
      'pointerover',
      'pointerdown',
      'pointerup',
      'click',
      'mousemove',
      'mouseup',
    ]) {
      target.dispatchEvent(new PointerEvent(type, at));
      sent++;
    }
    for (const key of ['Escape', 'Enter', 'Tab'])
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }
  return sent;
}

describe.each(BROWSERS)('a hostile page in $kind', ({ kind }) => {
  let story: Story;
  let desk: Page;
  let page: Page;

  beforeAll(async () => {
    story = await startStory(kind);
    desk = await story.browser.openExtensionPage('options.html');
    page = await story.openRead(PAGE);
  });
  afterAll(() =>
    story.end((error) => /card\.html|moz-extension|chrome-extension/.test(`${error.text} ${error.source}`)),
  );

  it('changes nothing by forged messages', async () => {
    const before = await storedBy(desk);
    expect(await page.evaluate(forgeMessages, story.browser.extensionOrigin)).toBe(16);
    expect(await storedBy(desk)).toBe(before);
    expect(await overlaysOn(page)).toBe(0);
  });

  it('opens nothing by scripted pointers, clicks and keys, not even over a selection of its own', async () => {
    await page.activate();
    const before = await storedBy(desk);
    await page.evaluate(() => {
      const paragraph = document.querySelector('p');
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    });
    expect(await page.evaluate(forgeInput)).toBeGreaterThan(14);
    await new Promise((later) => setTimeout(later, 700)); // twice the rest before a card opens
    expect(await overlaysOn(page)).toBe(0);
    expect(await storedBy(desk)).toBe(before);
    await page.evaluate(() => getSelection()?.removeAllRanges());
  });

  it('gets a blank frame when it embeds the card without a fresh ticket of its own', async () => {
    const addresses = ['', `#${'0'.repeat(32)}`, '#constructor', '?article=x'].map(
      (rest) => `${story.browser.extensionOrigin}/card.html${rest}`,
    );
    await page.evaluate(async (sources: readonly string[]) => {
      for (const src of sources) {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.className = 'forged';
        document.body.append(frame);
      }
      await new Promise((later) => setTimeout(later, 800));
    }, addresses);
    for (const address of addresses) {
      const shown = await page
        .frame(address, { timeoutMs: 300 })
        .then((frame) => frame.evaluate(() => document.body.innerText.trim()))
        .catch(() => ''); // refused outright: Chromium's address changes with every session
      expect(shown).toBe('');
    }
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll('.forged')) frame.remove();
    });
  });

  it('cannot use a card’s ticket a second time', async () => {
    await hoverOver(page, 'Ismail Haniyeh');
    const card = await cardOn(page);
    const hash = await card.evaluate(() => location.hash.slice(1));
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    const again = await desk.evaluate(async (ticket: string) => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(call: object): Promise<{ ok: boolean }> } };
        }
      ).chrome;
      return (await runtime.sendMessage({ to: 'background', verb: 'redeemCard', argument: { ticket } })).ok;
    }, hash);
    expect(again).toBe(false);
    await page.activate();
    await page.press('Escape');
    await expectNoOverlay(page);
  });

  it('finds no archive text in its document while a card is open', async () => {
    await hoverOver(page, 'Ismail Haniyeh');
    const card = await cardOn(page);
    const words = await card.evaluate(
      () => document.querySelector<HTMLElement>('[data-testid=card]')?.innerText ?? '',
    );
    const telling = words.split(/\s+/).filter((word) => word.length > 8);
    expect(telling.length).toBeGreaterThan(3);
    const found = await page.evaluate((wanted: readonly string[]) => {
      const own = document.body.innerText;
      const find = (globalThis as unknown as { find(text: string): boolean }).find;
      getSelection()?.removeAllRanges();
      const inText = wanted.filter((word) => !own.includes(word) && find(word));
      const host = document.querySelector('html > [popover]');
      return {
        inText,
        hostText: host?.textContent ?? '',
        root: host?.shadowRoot ?? null,
        frames: window.length,
      };
    }, telling);
    expect(found).toEqual({ inText: [], hostText: '', root: null, frames: 0 });
    await page.press('Escape');
    await expectNoOverlay(page);
  });

  it('sees the same document before and after a look-up was offered and left', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await select(page, 'Ismail Haniyeh');
    await expect.poll(() => overlaysOn(page)).toBe(1);
    await page.press('Escape');
    await expectNoOverlay(page);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});

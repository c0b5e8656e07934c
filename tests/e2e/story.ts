/**
 * What the stories share: one browser with the built extension behind the counting proxy, the way to wait for a page's
 * reading, and what a reader sees on a page. A story ends with nothing having left the browser and nothing having gone
 * wrong in it. `BACKSTORY_E2E_DIR` names another folder of builds than `.output`.
 */
import { resolve } from 'node:path';
import { expect } from 'vitest';
import type { PageSummary } from '../../src/library/page-session.ts';
import type {
  BrowserKind,
  ConsoleError,
  DrivenBrowser,
  LaunchOptions,
  Page,
  Point,
  View,
} from '../../src/platform/node/drive/driven-browser.ts';
import { launch } from '../../src/platform/node/drive/launch.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import type { Argument, PanelCalls } from '../../src/protocol/calls.ts';
import { recordRequests } from '../trust/requests.ts';
import { type LoopbackProxy, startLoopbackProxy } from './loopback-proxy.ts';

export const BROWSERS = [{ kind: 'chromium' }, { kind: 'firefox' }] as const;

const BUILDS: Readonly<Record<BrowserKind, string>> = {
  chromium: 'chrome-mv3-e2e',
  firefox: 'firefox-mv3-e2e',
};

/** The folder of the built extension. */
export function buildOf(kind: BrowserKind): string {
  return resolve(process.env.BACKSTORY_E2E_DIR ?? '.output', BUILDS[kind]);
}

export interface Story {
  readonly proxy: LoopbackProxy;
  readonly browser: DrivenBrowser;
  /** A new tab with this page, as soon as it has been read. */
  openRead(url: string): Promise<Page>;
  /** What the background keeps of the page at this address, once there is something that fits. */
  reading(url: string, fits?: (summary: PageSummary) => boolean): Promise<PageSummary>;
  /** The same, at once; null when nothing is kept. */
  readingNow(url: string): Promise<PageSummary | null>;
  /** Asks the background what the views ask it; for acts whose control stands in another tab. */
  ask<Verb extends keyof PanelCalls & string>(
    verb: Verb,
    argument: Argument<PanelCalls, Verb>,
  ): Promise<void>;
  /** Whether our script runs in the tab with this address: asked with a message nobody answers, heard or not. */
  isScriptIn(url: string): Promise<boolean>;
  /** Starts the browser again on the same profile; earlier tabs are gone. */
  restart(): Promise<void>;
  /** Closes everything; fails when anything left the browser, or went wrong and is not expected. */
  end(isExpected?: (error: ConsoleError) => boolean): Promise<void>;
}

/** Chromium would ask its maker about the kind of each text field that gets the focus. */
const QUIET_FIELDS = ['--disable-features=AutofillServerCommunication'];

interface StoryOptions extends Partial<LaunchOptions> {
  /** No network from the first moment. */
  readonly isOffline?: boolean;
}

/**
 * Firefox's own note that a document of ours was closed while an answer to it was under way. No script can catch it,
 * and nobody is there any more to miss the answer.
 */
export const CLOSED_EARLY =
  /^Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/;

export async function startStory(kind: BrowserKind, story: StoryOptions = {}): Promise<Story> {
  const { isOffline = false, ...options } = story;
  const proxy = await startLoopbackProxy();
  proxy.block(isOffline);
  const browser = await launch(kind, {
    extensionDir: buildOf(kind),
    proxyPort: proxy.port,
    ...options,
    switches: [...QUIET_FIELDS, ...(options.switches ?? [])],
  });
  // It opens by itself, and would take the window from what a story does first; on a profile that was used before,
  // in Firefox alone, which takes the extension out when it ends.
  if (!options.profileDir || kind === 'firefox') await browser.waitForPage('welcome.html');
  let desk: Page | null = null;

  /** A tab of the extension that is not looked at, for its view of the browser. */
  async function atDesk<A extends readonly string[], R>(run: (...args: A) => R, ...args: A) {
    desk ??= await browser.openExtensionPage('options.html');
    return desk.evaluate(run, ...args);
  }

  async function readingNow(url: string): Promise<PageSummary | null> {
    const stored = await atDesk(() => chrome.storage.session.get(null));
    const summaries = Object.entries(stored).filter(([key]) => key.startsWith('tab:'));
    return (summaries.map(([, summary]) => summary as PageSummary).find((one) => one.url === url) ??
      null) as PageSummary | null;
  }

  function reading(url: string, fits: (summary: PageSummary) => boolean = () => true): Promise<PageSummary> {
    const read = async () => {
      const summary = await readingNow(url);
      return summary && fits(summary) ? summary : null;
    };
    return waitUntil(read, { what: `the reading of ${url}` }) as Promise<PageSummary>;
  }

  return {
    proxy,
    browser,
    async openRead(url) {
      await atDesk(() => true);
      const page = await browser.newPage(url);
      await reading(url);
      return page;
    },
    reading,
    readingNow,
    ask: async (verb, argument) =>
      await atDesk(
        async (asked, given) => {
          await chrome.runtime.sendMessage({ to: 'background', verb: asked, argument: JSON.parse(given) });
        },
        verb,
        JSON.stringify(argument),
      ),
    isScriptIn: async (url) =>
      await atDesk(async (address) => {
        const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === address);
        if (tab?.id === undefined) throw new Error(`no tab with ${address}`);
        try {
          await chrome.tabs.sendMessage(tab.id, { to: 'nobody' });
          return true;
        } catch (error) {
          return !/Receiving end does not exist/.test(String(error));
        }
      }, url),
    async restart() {
      desk = null;
      await browser.restart();
    },
    async end(isExpected = () => false) {
      const errors = await browser.consoleErrors();
      await browser.close();
      await proxy.close();
      recordRequests(expect.getState().testPath ?? '', kind, {
        inside: proxy.inside.length,
        outside: proxy.outside.length,
      });
      expect(proxy.outside).toEqual([]);
      const wrong = errors.filter((error) => !isExpected(error) && !CLOSED_EARLY.test(error.text));
      expect(wrong).toEqual([]);
    },
  };
}

/** The few extension calls the stories make inside our own pages; both browsers name them `chrome`. */
declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: { readonly session: { get(key: null): Promise<Record<string, unknown>> } };
  readonly tabs: {
    query(query: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
    sendMessage(tabId: number, message: object): Promise<unknown>;
  };
};

export interface MarkedWords {
  readonly person: readonly string[];
  readonly organization: readonly string[];
  readonly place: readonly string[];
  readonly event: readonly string[];
}

/** The marked words of a page by kind, in reading order, as the page itself can list them. */
export function marksOn(page: View): Promise<MarkedWords> {
  return page.evaluate(() => {
    const wordsOf = (kind: string) => {
      const ranges = [...(CSS.highlights.get(`backstory-${kind}`) ?? [])].map((marked) => {
        const range = document.createRange();
        range.setStart(marked.startContainer, marked.startOffset);
        range.setEnd(marked.endContainer, marked.endOffset);
        return range;
      });
      const there = ranges.filter(({ startContainer }) => startContainer.isConnected);
      there.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      // A mark on words that were taken out of the page goes with the next reading.
      const gone = ranges.filter((range) => !there.includes(range)).map((range) => `${range} (gone)`);
      return [...there.map(String), ...gone];
    };
    return {
      person: wordsOf('person'),
      organization: wordsOf('organization'),
      place: wordsOf('place'),
      event: wordsOf('event'),
    };
  });
}

export const NO_MARKS: MarkedWords = { person: [], organization: [], place: [], event: [] };

/**
 * How often the DOM of a page that watches itself changed since it was loaded, and whether it is still what it was, byte
 * for byte.
 */
export function untouched(page: View): Promise<{ readonly changes: number; readonly same: boolean }> {
  return page.evaluate(() => {
    const { before, changes } = window as unknown as { before: string; changes: number };
    return { changes, same: document.documentElement.outerHTML === before };
  });
}

/** Marks are drawn a moment after the reading. */
export async function expectMarks(page: View, wanted: MarkedWords): Promise<void> {
  await expect.poll(() => marksOn(page), { timeout: 10_000 }).toEqual(wanted);
}

/** Where words of the page stand after scrolling them into view: the first line's box, and where they begin and end. */
interface Place {
  readonly middle: Point;
  readonly start: Point;
  readonly end: Point;
}

/** The `nth` occurrence (from 0) of words within one text node. */
function placeOf(page: View, words: string, nth = 0): Promise<Place> {
  return page.evaluate(
    (wanted, skipped) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let left = skipped;
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        for (let at = node.data.indexOf(wanted); at >= 0; at = node.data.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue;
          node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const boxes = [...range.getClientRects()];
          const first = boxes[0] as DOMRect;
          const last = boxes.at(-1) as DOMRect;
          const isRightToLeft = getComputedStyle(node.parentElement as Element).direction === 'rtl';
          const left1 = { x: first.left + 0.5, y: first.top + first.height / 2 };
          const right1 = { x: last.right - 0.5, y: last.top + last.height / 2 };
          return {
            middle: { x: first.left + first.width / 2, y: first.top + first.height / 2 },
            start: isRightToLeft ? { x: first.right - 0.5, y: left1.y } : left1,
            end: isRightToLeft ? { x: last.left + 0.5, y: right1.y } : right1,
          };
        }
      }
      throw new Error(`the page does not say ${wanted}`);
    },
    words,
    nth,
  );
}

/** Rests the pointer on words, as a reader does who wants the card. */
export async function hoverOver(page: View, words: string, nth = 0): Promise<void> {
  const { middle } = await placeOf(page, words, nth);
  // From beside them: a pointer that does not move is no act.
  await page.hoverAt({ x: middle.x, y: Math.max(1, middle.y - 60) });
  await page.hoverAt(middle);
}

/** By dragging; again when the page moved under the pointer, as it does while a side panel slides in. */
export async function select(page: View, words: string, nth = 0): Promise<void> {
  const drag = async () => {
    // Words that are selected already would be dragged away instead.
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const { start, end } = await placeOf(page, words, nth);
    await page.drag(start, end);
    return (await page.evaluate(() => String(getSelection()))) === words;
  };
  await waitUntil(drag, { what: `${words} to be selected` });
}

/** The text of the element, once it has some, with white space as a reader sees it. */
export async function textOf(view: View, selector: string): Promise<string> {
  const read = (css: string) => document.querySelector<HTMLElement>(css)?.innerText.trim();
  const text = await view.waitFor(read, { what: `${selector} to say something` }, selector);
  return text.replace(/\s+/g, ' ');
}

export async function textsOf(view: View, selector: string): Promise<string[]> {
  const texts = await view.evaluate(
    (css) => [...document.querySelectorAll<HTMLElement>(css)].map((one) => one.innerText.trim()),
    selector,
  );
  return texts.map((text) => text.replace(/\s+/g, ' '));
}

/** How many nodes of ours stand in the page: the card's or the button's host is a child of the root. */
export function overlaysOn(page: View): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('html > [popover]').length);
}

export async function expectNoOverlay(page: View): Promise<void> {
  await expect.poll(() => overlaysOn(page), { timeout: 5_000 }).toBe(0);
}

/** The card's document, drawn; with a title, that of this name's card and no earlier one. */
export async function cardOn(page: Page, title: string | null = null): Promise<View> {
  const drawn = async () => {
    const frame = await page.frame('card.html', { timeoutMs: 40 });
    const shown = await frame.evaluate(
      () => document.querySelector<HTMLElement>('[data-testid=card] h1')?.innerText.trim() ?? null,
    );
    return shown !== null && (title === null || shown === title) && { frame };
  };
  return (await waitUntil(drawn, { what: `the card${title === null ? '' : ` of ${title}`}` })).frame;
}

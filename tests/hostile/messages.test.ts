/**
 * TRUST R4: forged messages, from a page and from a content script in a stranger's hands. A page has no way in at all; a
 * content script has six verbs of its own, and nothing that it sends besides may have an effect or get an answer.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Json, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import type { PanelCalls } from '../../src/protocol/calls.ts';
import { BROWSERS, marksOn, NO_MARKS, type Story, startStory } from '../e2e/story.ts';
import { recordFigure } from '../trust/figures.ts';
import { runInContentWorld } from './compromised-script.ts';
import { holdTown } from './private-archive.ts';
import { changedTraces, rest, settledTraces, tracesOf } from './traces.ts';

const PAGE = 'http://news.test/meetings.html';
/**
 * Firefox (153) gives storage.local to content scripts and knows no `setAccessLevel`: what is kept there (settings, dates
 * of backups, no word of the archive) is within reach of a content process that was taken over, though not of a page.
 */
const WITHIN_REACH: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [],
  firefox: ['reading storage.local', 'writing storage.local', 'settings'],
};
declare const chrome: { readonly storage: { readonly local: { remove(key: string): Promise<void> } } };

/** A call in the form of our own contract, and what it could be sent by. */
type Call = { readonly verb: string; readonly argument: { readonly [field: string]: Json } };

/** Runs in the page: sends each call by every way that leads out of a page's script. Answers how many it sent. */
function forgeFromPage(calls: readonly Call[], origin: string): number {
  let sent = 0;
  const attempt = (send: () => unknown) => {
    sent++;
    try {
      Promise.resolve(send()).catch(() => {});
    } catch {
      // No way in: what is wanted.
    }
  };
  const { chrome } = globalThis as {
    chrome?: { runtime?: Record<string, (...parts: unknown[]) => unknown> };
  };
  const id = new URL(origin).host;
  for (const { verb, argument } of calls) {
    for (const to of ['background', 'tab']) {
      const call = { to, verb, argument };
      const event = { event: 'holdingsChanged', fact: call };
      attempt(() => postMessage(call, '*'));
      attempt(() => postMessage(event, '*'));
      attempt(() => dispatchEvent(new CustomEvent('backstory', { detail: call })));
      attempt(() => document.dispatchEvent(new CustomEvent(verb, { detail: call, bubbles: true })));
      attempt(() => document.documentElement.dispatchEvent(new CustomEvent('message', { detail: call })));
      attempt(() => new BroadcastChannel('backstory').postMessage(call));
      attempt(() => new MessageChannel().port1.postMessage(call));
      attempt(() => dispatchEvent(new MessageEvent('message', { data: call, origin, source: window })));
      attempt(() =>
        dispatchEvent(new StorageEvent('storage', { key: verb, newValue: JSON.stringify(call) })),
      );
      attempt(() => chrome?.runtime?.sendMessage?.(id, call));
      attempt(() => chrome?.runtime?.connect?.(id, { name: verb }));
    }
  }
  for (const type of ['pageshow', 'pagehide'])
    attempt(() => dispatchEvent(new PageTransitionEvent(type, { persisted: true })));
  for (const type of ['popstate', 'prerenderingchange', 'visibilitychange', 'wxt:content-script-started'])
    attempt(() => document.dispatchEvent(new Event(type, { bubbles: true })));
  return sent;
}

/** Runs in our isolated world: each call, and events, as the messages that our own script could send. */
async function forgeFromScript(calls: readonly Call[]): Promise<{ sent: number; answered: string[] }> {
  const { runtime, storage } = (
    globalThis as unknown as {
      chrome: {
        runtime: { sendMessage(call: unknown): Promise<{ ok?: boolean; value?: object } | undefined> };
        storage?: Record<
          string,
          { get(key: null): Promise<object>; set(all: object): Promise<void> } | undefined
        >;
      };
    }
  ).chrome;
  const answered: string[] = [];
  let sent = 0;
  const attempt = async (name: string, act: () => Promise<unknown>) => {
    sent++;
    try {
      const answer = await Promise.race([act(), new Promise((later) => setTimeout(later, 3_000))]);
      const isRefused =
        answer === undefined ||
        answer === null ||
        (typeof answer === 'object' && 'ok' in answer && !answer.ok);
      if (!isRefused) answered.push(name);
    } catch {
      // Refused.
    }
  };
  for (const { verb, argument } of calls) {
    await attempt(verb, () => runtime.sendMessage({ to: 'background', verb, argument }));
    await attempt(`${verb} to tabs`, () => runtime.sendMessage({ to: 'tab', verb, argument }));
  }
  for (const event of ['holdingsChanged', 'settingsChanged', 'tabAnnotated', 'tabLookedUp'])
    await attempt(event, () =>
      runtime.sendMessage({ event, fact: { tabId: 1, marks: false, offHosts: ['x'] } }),
    );
  for (const oddity of [
    null,
    0,
    '',
    'annotatePage',
    [],
    {},
    { to: 'background' },
    { to: 'background', verb: 7 },
  ])
    await attempt(`the message ${JSON.stringify(oddity)}`, () => runtime.sendMessage(oddity));
  for (const area of ['local', 'session']) {
    await attempt(`reading storage.${area}`, async () => {
      const kept = (await storage?.[area]?.get(null)) ?? {};
      return Object.keys(kept).length > 0 ? kept : null;
    });
    await attempt(`writing storage.${area}`, async () => {
      if (!storage?.[area]) return null;
      await storage[area].set({ settings: { marks: false } });
      return 'written';
    });
  }
  return { sent, answered };
}

/** Every verb of our own pages with an argument that it would answer. */
async function panelCalls(desk: Page): Promise<Call[]> {
  const { entityId, passageId, articleId, tabId } = await desk.evaluate(async () => {
    const { runtime, tabs } = (
      globalThis as unknown as {
        chrome: {
          runtime: {
            sendMessage(call: object): Promise<{
              value: {
                names: { entityId: string }[];
                passages: { passageId: string; provenance: { articleId: string } }[];
              };
            }>;
          };
          tabs: { query(all: object): Promise<readonly { id: number; url?: string }[]> };
        };
      }
    ).chrome;
    const { value } = await runtime.sendMessage({
      to: 'background',
      verb: 'search',
      argument: { text: 'Ismail Haniyeh', limit: 3 },
    });
    const [tab] = (await tabs.query({})).filter(({ url }) => url?.includes('meetings'));
    const [passage] = value.passages;
    return {
      entityId: value.names[0]!.entityId,
      passageId: passage!.passageId,
      articleId: passage!.provenance.articleId,
      tabId: tab!.id,
    };
  });
  const query = { text: 'Clara Whitfield', limit: 5 };
  const panel: { readonly [Verb in keyof PanelCalls]: Call['argument'] } = {
    describeTab: { tabId },
    search: query,
    findArticles: query,
    suggest: query,
    lookUp: query,
    showLookup: { ...query, tabId },
    readArticle: { articleId },
    traceArticle: { articleId },
    describeEntity: { entityId },
    listNames: { ...query, type: null },
    mapNames: { articleIds: [articleId], limit: 5 },
    traceName: { entityId },
    citePassage: { passageId, format: 'plain', part: null },
    describeText: { text: 'Ismail Haniyeh' },
    describeArchive: {},
    describeSettings: {},
    openPage: { path: '/archive.html' },
    readTab: { tabId },
    switchSite: { host: 'news.test', on: false },
    changeSettings: { marks: false },
    redeemCard: { ticket: '0'.repeat(32) },
    reportCardHeight: { ticket: '0'.repeat(32), height: 0 },
    redeemOwnMarks: { ticket: '0'.repeat(32) },
    describeOwnMarks: {},
    switchOwnMarks: { host: 'news.test', on: true },
    listBundled: {},
    revealMention: { tabId, key: 1, start: 0, end: 3 },
  };
  const others = {
    listCorrections: {},
    correctName: { kind: 'ignore', form: 'Ismail Haniyeh' },
    undoCorrection: { sequence: 1 },
    constructor: {},
    toString: {},
    ['__proto__']: {},
  };
  return Object.entries({ ...panel, ...others }).map(([verb, argument]) => ({ verb, argument }));
}

/** A content script's own verbs with arguments that no honest one sends. */
const MALFORMED: readonly Call[] = [
  { verb: 'annotatePage', argument: {} },
  { verb: 'annotatePage', argument: { revision: -1, title: '', language: '', whole: true, blocks: [] } },
  { verb: 'annotatePage', argument: { revision: 1, title: 'x'.repeat(9_999), language: '', whole: true } },
  { verb: 'markSentences', argument: { revision: 'first' } },
  { verb: 'markSentences', argument: { revision: 1e9 } },
  { verb: 'openCard', argument: { key: 1, start: 5, end: 2, revision: 1 } },
  { verb: 'openCard', argument: { key: 1, start: 0, end: 4_399_999, revision: 1 } },
  // Well made, but for sites that the reader allowed own marks on: this is none.
  { verb: 'openOwnMarks', argument: {} },
  { verb: 'lookUpSelection', argument: { exact: '', prefix: '', suffix: '' } },
  { verb: 'lookUpSelection', argument: { exact: 'x'.repeat(20_001), prefix: '', suffix: '' } },
];

describe.each(BROWSERS)('forged messages in $kind', ({ kind }) => {
  let story: Story;
  let desk: Page;
  let page: Page;
  let calls: Call[];

  beforeAll(async () => {
    story = await startStory(kind);
    desk = await story.browser.openExtensionPage('archive.html?tab=add');
    await holdTown(desk);
    page = await story.openRead(PAGE);
    await waitUntil(async () => (await marksOn(page)).person.length > 3, { what: 'the marks' });
    calls = await panelCalls(desk);
  });
  afterAll(() => story.end());

  it('of a page have no effect', async () => {
    const before = await settledTraces(desk, page);
    const sent = await page.evaluate(forgeFromPage, [...calls], story.browser.extensionOrigin);
    await rest();
    const changed = changedTraces(before, await tracesOf(desk, page));
    recordFigure({
      bar: '5 forged messages of a page with an effect',
      pass: '0 of at least 40',
      measured: `${changed.length} of ${sent}`,
      browser: kind,
    });
    expect(sent).toBeGreaterThan(40);
    expect(changed).toEqual([]);
  });

  it('of a content script in a stranger’s hands have no effect and no answer', async () => {
    const options = await story.browser.openExtensionPage('options.html');
    const switches = () =>
      options.evaluate(() => [...document.querySelectorAll('input')].map(({ checked }) => checked).join());
    await options.waitFor(() => document.querySelector('input:checked') !== null);
    const before = { ...(await settledTraces(desk, page)), shown: await switches() };
    const forged = await runInContentWorld(story, PAGE, forgeFromScript, [...calls, ...MALFORMED]);
    await rest();
    const after = { ...(await tracesOf(desk, page)), shown: await switches() };
    const changed = changedTraces(before, after);
    const effects = [...forged.answered, ...changed];
    recordFigure({
      bar: '5 forged messages of a compromised content script with an effect',
      pass: '0 of at least 40',
      measured: `${effects.length} of ${forged.sent}${effects.length > 0 ? ' (storage.local, see above)' : ''}`,
      browser: kind,
    });
    expect(forged.sent).toBeGreaterThan(40);
    expect(effects).toEqual(WITHIN_REACH[kind]);
    await options.close();
    await desk.evaluate(() => chrome.storage.local.remove('settings'));
  });

  it('are answered when our own page sends them, so they are well made', async () => {
    const answered = await desk.evaluate(
      async (all) => {
        const { runtime } = (
          globalThis as unknown as {
            chrome: { runtime: { sendMessage(call: object): Promise<{ ok: boolean }> } };
          }
        ).chrome;
        const harmless = all.filter(
          ({ verb }) => !/^(?:changeSettings|switch\w+|openPage|showLookup)$/.test(verb),
        );
        const answers = await Promise.all(
          harmless.map(async (call) => (await runtime.sendMessage({ to: 'background', ...call }))?.ok),
        );
        return answers.filter((isAnswered) => isAnswered).length;
      },
      [...calls],
    );
    expect(answered).toBeGreaterThan(12);
  });

  it('have an effect on a content script that listens to its page', async () => {
    await runInContentWorld(story, PAGE, () => {
      addEventListener('message', ({ data }) => data.verb === 'changeSettings' && CSS.highlights.clear());
      return true;
    });
    const before = await settledTraces(desk, page);
    await page.evaluate(forgeFromPage, [...calls], story.browser.extensionOrigin);
    await rest();
    expect(await marksOn(page)).toEqual(NO_MARKS);
    expect(changedTraces(before, await tracesOf(desk, page))).toContain('marks');
  });
});

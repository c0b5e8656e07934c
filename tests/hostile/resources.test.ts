/**
 * TRUST A8: a page asks for our files by every way that loads something, and frames the card's address with tickets that
 * are none, forged, used, late or another tab's. Nothing loads that it can read, and no word of the archive is drawn.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { BROWSERS, expectNoOverlay, type Story, startStory } from '../e2e/story.ts';
import { recordFigure } from '../trust/figures.ts';
import { runInContentWorld } from './compromised-script.ts';
import { openCard } from './open-card.ts';

const PAGE = 'http://news.test/meetings.html';
const FILES = [
  'card.html',
  'own-marks.html',
  'reader.html',
  'archive.html',
  'manifest.json',
  'background.js',
  'reading.js',
  'archive/manifest.json',
];
/** Milliseconds: tickets live for 5,000. */
const LATE = 5_600;

/** Runs in the page: every element and call that loads an address; names those that got anything. */
async function probe(addresses: readonly string[]): Promise<{ tried: number; loaded: string[] }> {
  const loaded: string[] = [];
  let tried = 0;
  const within = (work: Promise<unknown>) =>
    Promise.race([work.then(Boolean, () => false), new Promise<false>((no) => setTimeout(no, 1_000, false))]);
  const element = (tag: string, attribute: string, address: string, more: Record<string, string> = {}) =>
    new Promise<boolean>((resolve) => {
      const one = document.createElement(tag);
      for (const [name, value] of Object.entries(more)) one.setAttribute(name, value);
      one.className = 'probe';
      one.addEventListener('load', () => resolve(true));
      one.addEventListener('error', () => resolve(false));
      one.setAttribute(attribute, address);
      document.body.append(one);
    });
  const ways: Record<string, (address: string) => Promise<unknown>> = {
    fetch: async (address) => (await fetch(address)).ok,
    'fetch no-cors': async (address) => (await fetch(address, { mode: 'no-cors' })).type.length,
    XMLHttpRequest: (address) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onloadend = () => resolve(request.responseText.length > 0);
        request.open('GET', address);
        request.send();
      }),
    image: (address) => element('img', 'src', address),
    script: (address) => element('script', 'src', address),
    style: (address) => element('link', 'href', address, { rel: 'stylesheet' }),
    preload: (address) => element('link', 'href', address, { rel: 'preload', as: 'script' }),
    import: (address) => import(/* @vite-ignore */ address),
    worker: (address) =>
      new Promise((resolve) => {
        const worker = new Worker(address);
        worker.onerror = () => resolve(false);
        worker.onmessage = () => resolve(true);
      }),
  };
  for (const address of addresses) {
    for (const [name, load] of Object.entries(ways)) {
      tried++;
      // Whether a frame of ours may be loaded is another matter: what is asked here is whether bytes are read.
      if (await within(Promise.resolve().then(() => load(address)))) loaded.push(`${name} ${address}`);
    }
  }
  for (const one of document.querySelectorAll('.probe')) one.remove();
  return { tried, loaded };
}

describe.each(BROWSERS)('our files, asked for by a page in $kind', ({ kind }) => {
  let story: Story;
  let page: Page;
  let other: Page;
  let probes = 0;
  let bytes = 0;

  beforeAll(async () => {
    story = await startStory(kind);
    other = await story.openRead('http://news.test/bridge.html');
    page = await story.openRead(PAGE);
    await page.activate();
  });
  afterAll(async () => {
    // What the browser says of the attempts is about the page's doing.
    await story.end((error) => /-extension:|evaluate:|news\.test/.test(`${error.text} ${error.source}`));
  });

  /** Frames these addresses in a page; answers what the frames show. */
  async function framed(into: Page, addresses: readonly string[]): Promise<string> {
    await into.evaluate(async (sources: readonly string[]) => {
      for (const src of sources) {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.className = 'probe';
        document.body.append(frame);
      }
      await new Promise((done) => setTimeout(done, 800));
    }, addresses);
    let shown = '';
    for (const address of addresses) {
      probes++;
      // Chromium tells the driver the static address of a frame that was asked for by the session's own.
      const file = address.slice(address.lastIndexOf('/') + 1);
      shown += await into
        .frame(file, { timeoutMs: 300 })
        .then((frame) => frame.evaluate(() => document.body.innerText.trim()))
        .catch(() => ''); // refused outright
    }
    await into.evaluate(() => {
      for (const frame of document.querySelectorAll('.probe')) frame.remove();
    });
    bytes += shown.length;
    return shown;
  }

  /** As our own script knows it: Chromium gives the page another one with every session. */
  const cardAddress = (): Promise<string> =>
    runInContentWorld(story, PAGE, () =>
      (
        globalThis as unknown as { chrome: { runtime: { getURL(path: string): string } } }
      ).chrome.runtime.getURL('card.html'),
    );

  /** A ticket for a card in a tab, as a content script in a stranger's hands asks for it. */
  const ticketFor = (url: string): Promise<string> =>
    runInContentWorld(story, url, async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(call: object): Promise<{ value?: { ticket: string } }> } };
      };
      const argument = { exact: 'Ismail Haniyeh', prefix: '', suffix: '' };
      const answer = await chrome.runtime.sendMessage({
        to: 'background',
        verb: 'lookUpSelection',
        argument,
      });
      return answer.value?.ticket ?? '';
    });

  it('give nothing to read by any way of loading', async () => {
    const origins = [story.browser.extensionOrigin, (await cardAddress()).replace('/card.html', '')];
    const addresses = [...new Set(origins)].flatMap((origin) => FILES.map((file) => `${origin}/${file}`));
    const { tried, loaded } = await page.evaluate(probe, addresses);
    probes += tried;
    // Whoever knows their address may read the frames' empty pages, which are the same for everybody.
    const more = loaded.filter((one) => !/\/(?:card|own-marks)\.html$/.test(one));
    bytes += more.length;
    expect(more).toEqual([]);
  });

  it('show nothing in frames without a ticket, or with a forged, used, late or foreign one', async () => {
    const card = await cardAddress();
    const shown = await (await openCard(page, 'Ismail Haniyeh')).url();
    const used = `${card}${shown.slice(shown.indexOf('#'))}`;
    await page.press('Escape');
    await expectNoOverlay(page);
    const wrong = [
      '',
      `#${'0'.repeat(32)}`,
      '#constructor',
      '#__proto__',
      '?article=x',
      '#0',
      `#${'f'.repeat(31)}g`,
    ];
    expect(await framed(page, [used, ...wrong.map((rest) => `${card}${rest}`)])).toBe('');
    const own = card.replace('card.html', 'own-marks.html');
    expect(await framed(page, [own, `${own}#${'0'.repeat(32)}`])).toBe('');
    const whole = ['reader.html', 'archive.html', 'popup.html?q=council', 'sidepanel.html', 'options.html'];
    expect(
      await framed(
        page,
        whole.map((file) => `${story.browser.extensionOrigin}/${file}`),
      ),
    ).toBe('');
    const foreign = await ticketFor(PAGE);
    expect(foreign).toMatch(/^[0-9a-f]{32}$/);
    expect(await framed(other, [`${card}#${foreign}`])).toBe('');
    const late = await ticketFor(PAGE);
    await new Promise((later) => setTimeout(later, LATE));
    expect(await framed(page, [`${card}#${late}`])).toBe('');
  });

  it('were asked for often enough, and never with success', () => {
    recordFigure({
      bar: '7 probes of our files that got a byte of the archive',
      pass: '0 of at least 30',
      measured: `${bytes} of ${probes}`,
      browser: kind,
    });
    expect(probes).toBeGreaterThanOrEqual(30);
    expect(bytes).toBe(0);
  });

  it('are found where they lie open: the same probes load a file of the page’s own site', async () => {
    const { loaded } = await page.evaluate(probe, ['http://news.test/big.js']);
    expect(loaded.length).toBeGreaterThan(3);
    // And a card with its fresh ticket in its own tab is drawn, so a blank frame means a refusal.
    const card = await cardAddress();
    expect(await framed(page, [`${card}#${await ticketFor(PAGE)}`])).not.toBe('');
  });
});

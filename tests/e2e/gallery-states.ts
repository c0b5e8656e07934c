/**
 * The states in which there is little to see, and which are seen first: nothing there, nothing yet, nothing allowed,
 * nothing that answers. Those that a healthy browser hardly shows are drawn by builds whose background says nothing.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserKind, Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { launch } from '../../src/platform/node/drive/launch.ts';
import type { Draw } from './gallery.ts';
import { startLoopbackProxy } from './loopback-proxy.ts';
import { buildOf, type Story } from './story.ts';

const HEIGHT = 900;
const WIDE = 1000;
const NARROW = 340;

const isThere = (view: View, selector: string) =>
  view.waitFor(
    (css) => document.querySelector(css) !== null,
    { what: selector, timeoutMs: 30_000 },
    selector,
  );

/** A page of ours, wide and narrow. */
async function drawPage(
  page: Page,
  name: string,
  drawn: string,
  draw: Draw,
  widths = [WIDE, NARROW],
): Promise<void> {
  for (const width of widths) {
    await page.emulate({ viewport: { width, height: HEIGHT } });
    await isThere(page, drawn);
    await draw(width === NARROW ? `${name}-narrow` : name, page);
  }
}

/** Before anything was brought in. */
export async function drawEmpty(story: Story, draw: Draw): Promise<void> {
  for (const [tab, drawn] of [
    ['articles', '[data-state=empty]'],
    ['add', '[data-testid=drop-zone]'],
    ['names', '[data-testid=name-entry]'],
    ['keep', 'main h2'],
  ] as const) {
    const page = await story.browser.openExtensionPage(`archive.html?tab=${tab}`);
    await drawPage(page, `empty-archive-${tab}`, drawn, draw);
    await page.close();
  }
  const reader = await story.browser.openExtensionPage('reader.html');
  await drawPage(reader, 'empty-reader', '[data-state=nothing-found]', draw);
  await reader.close();
  for (const [name, query] of [
    ['one-result', '"Saif al-Quds"'],
    ['hint', 'nowhere:at-all ceasefire'],
  ] as const) {
    const search = await story.browser.openExtensionPage(`popup.html?q=${encodeURIComponent(query)}`);
    await drawPage(search, `search-${name}`, '[data-testid=passage]', draw, [400]);
    await search.close();
  }
  await drawUnnamed(story, draw);
}

/** A page that says nothing the archive knows, in every part of the panel. */
async function drawUnnamed(story: Story, draw: Draw): Promise<void> {
  const address = 'http://weather.test/';
  story.proxy.serve('weather.test/', {
    body: '<!doctype html><html lang="en"><title>Rain at noon</title><p>It will rain at noon, and stop before tea.</p>',
  });
  const page = await story.openRead(address);
  await story.reading(address);
  const popup = await story.browser.openPopup(page);
  await isThere(popup, '[data-testid=state-message]');
  await draw('empty-popup', popup);
  await popup.close();
  await page.activate();
  const panel = await story.browser.openSidePanel(page);
  for (const tab of ['mentions', 'passages', 'seen', 'lookup']) {
    await panel.click(`[data-testid=tab-${tab}]`);
    await isThere(panel, '#part [data-testid=state-message]');
    await draw(`empty-panel-${tab}`, panel);
  }
  await panel.close();
  await page.close();
}

/** English in every language. */
export async function drawHelp(story: Story, draw: Draw): Promise<void> {
  const help = await story.browser.openExtensionPage('help.html');
  await drawPage(help, 'help', 'main', draw);
  await help.close();
}

/** Names of the reader's own articles on a page of a site where that is allowed, and the popup of such a page. */
export async function drawOwnMarks(story: Story, draw: Draw): Promise<void> {
  const address = 'http://ellery.test/';
  story.proxy.serve('ellery.test/', {
    body: '<!doctype html><html lang="en"><title>Ellery</title><p>Clara Whitfield told the town council of Port Ellery about paths and lamps.</p>',
  });
  await story.ask('switchOwnMarks', { host: 'ellery.test', on: true });
  const page = await story.openRead(address);
  await page.emulate({ viewport: { width: 700, height: 300 } });
  const frame = await page.frame('own-marks.html', { timeoutMs: 20_000 });
  await isThere(frame, '.own-mark:not([hidden])');
  await draw('own-marks', page);
  const popup = await story.browser.openPopup(page);
  await isThere(popup, '[data-testid=name-row]');
  await draw('own-marks-popup', popup);
  await popup.close();
  await page.close();
}

/** Settings with something in every list, and the popup of a site that was switched off. */
export async function drawAllowedSites(story: Story, draw: Draw): Promise<void> {
  await story.ask('switchSite', { host: 'news.test', on: false });
  const page = await story.browser.newPage('http://news.test/plain.html');
  const popup = await story.browser.openPopup(page);
  await isThere(popup, '[data-testid=state-message]');
  await draw('off-popup', popup);
  await popup.close();
  await page.close();
  const options = await story.browser.openExtensionPage('options.html');
  await drawPage(options, 'off-options', '.hosts li', draw);
  await options.close();
}

/** What a background does instead of answering: it hears and is silent, or is not there to hear. */
const MUTE = {
  loading: 'chrome.runtime.onMessage.addListener(() => true);',
  failed: '',
} as const;

export async function drawMute(
  kind: BrowserKind,
  locale: string,
  how: keyof typeof MUTE,
  draw: Draw,
): Promise<void> {
  const extensionDir = await mkdtemp(join(tmpdir(), 'backstory-mute-'));
  await cp(buildOf(kind), extensionDir, { recursive: true });
  await writeFile(join(extensionDir, 'background.js'), MUTE[how]);
  const proxy = await startLoopbackProxy();
  const browser = await launch(kind, {
    extensionDir,
    proxyPort: proxy.port,
    ...(locale === 'en' ? {} : { locale }),
  });
  try {
    for (const [name, path, width] of [
      ['popup', 'popup.html', 400],
      ['search', 'popup.html?q=ceasefire', 400],
      ['panel', 'sidepanel.html', 380],
      ['reader', 'reader.html?article=any', WIDE],
      ['archive', 'archive.html', WIDE],
      ['names', 'archive.html?tab=names', WIDE],
      ['options', 'options.html', WIDE],
      ['welcome', 'welcome.html', WIDE],
    ] as const) {
      const page = await browser.openExtensionPage(path);
      // Long enough for whatever is tried again.
      await new Promise((later) => setTimeout(later, 1500));
      await drawPage(page, `${how}-${name}`, 'body *', draw, [width]);
      await page.close();
    }
  } finally {
    await browser.close();
    await proxy.close();
    await rm(extensionDir, { recursive: true, force: true });
  }
}

/** The package of the stores, before any site was allowed. */
export async function drawUnasked(kind: BrowserKind, locale: string, draw: Draw): Promise<void> {
  const extensionDir = resolve('.output', kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  const proxy = await startLoopbackProxy();
  const browser = await launch(kind, {
    extensionDir,
    proxyPort: proxy.port,
    ...(locale === 'en' ? {} : { locale }),
  });
  try {
    const welcome = await browser.waitForPage('welcome.html');
    await drawPage(welcome, 'unasked-welcome', '[data-testid=demo-mark]', draw);
    const page = await browser.newPage('http://news.test/gallery.html');
    const popup = await browser.openPopup(page);
    await isThere(popup, '[data-testid=state-message]');
    await draw('unasked-popup', popup);
    await popup.close();
    await page.activate();
    const panel = await browser.openSidePanel(page);
    await isThere(panel, '#part [data-testid=state-message]');
    await draw('unasked-panel', panel);
    await panel.close();
  } finally {
    await browser.close();
    await proxy.close();
  }
}

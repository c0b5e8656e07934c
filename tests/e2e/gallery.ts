/**
 * `npm run gallery`: every surface with real content, light and dark, in both browsers, as pictures in
 * tests/e2e/gallery/ (not kept), to be looked at; with `-- --readme`, the three pictures of the README anew; with
 * `-- --locale=ar`, every surface in browsers of that language.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserKind, Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { drawSeen } from './gallery-seen.ts';
import { cardOn, hoverOver, overlaysOn, type Story, select, startStory } from './story.ts';
import { walkSurfaces } from './surfaces.ts';

const FOLDER = resolve('tests/e2e/gallery');
const README = resolve('.readme');
const PAGE = 'http://news.test/gallery.html';
const QUOTATION = 'If we reach the point of an all-out confrontation';
const SCHEMES = ['light', 'dark'] as const;
const OWN_PAGES = [
  { name: 'welcome', path: 'welcome.html', width: 1100 },
  { name: 'options', path: 'options.html', width: 900 },
  { name: 'help', path: 'help.html', width: 900 },
  { name: 'search', path: 'popup.html?q=ceasefire', width: 520 },
  { name: 'nothing-found', path: 'popup.html?q=zzzz', width: 520 },
] as const;

const isForReadme = process.argv.includes('--readme');
const locale = process.argv.find((word) => word.startsWith('--locale='))?.slice('--locale='.length);
mkdirSync(FOLDER, { recursive: true });
mkdirSync(README, { recursive: true });
for (const [target, mode] of [
  ['chrome', 'e2e'],
  ['firefox', 'e2e'],
] as const) {
  execFileSync('wxt', ['build', '-b', target, '--mode', mode], { stdio: 'ignore' });
}
for (const kind of isForReadme ? (['chromium'] as const) : (['chromium', 'firefox'] as const))
  await (locale ? drawIn(locale, kind) : draw(kind));

async function drawIn(locale: string, kind: BrowserKind): Promise<void> {
  const story = await startStory(kind, { locale });
  try {
    await walkSurfaces(story, async (name, _view, page) => {
      await settle();
      await page.screenshot(file(kind, `${locale}-${name}`));
    });
  } finally {
    await story.browser.close();
    await story.proxy.close();
  }
}

async function draw(kind: BrowserKind): Promise<void> {
  const story = await startStory(kind);
  try {
    const page = await story.openRead(PAGE);
    await drawPage(story, kind, page);
    await drawPanels(story, kind, page);
    if (!isForReadme) {
      await drawOwnPages(story, kind);
      await drawSeen(story, (name) => file(kind, name));
    }
  } finally {
    await story.browser.close();
    await story.proxy.close();
  }
}

function file(kind: BrowserKind, name: string): string {
  return join(FOLDER, `${kind}-${name}.png`);
}

async function drawPage(story: Story, kind: BrowserKind, page: Page): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.activate();
    await page.emulate({ colorScheme, viewport: { width: 900, height: 620 } });
    await hoverOver(page, 'Ismail Haniyeh');
    await cardOn(page);
    await settle();
    await page.screenshot(file(kind, `card-${colorScheme}`));
    if (colorScheme === 'light' && kind === 'chromium') await page.screenshot(join(README, 'card.png'));
    await page.press('Escape');
    await waitUntil(async () => (await overlaysOn(page)) === 0, { what: 'the card to close' });
  }
  await page.emulate({ colorScheme: 'light' });
  await story.browser.badge(page);
}

async function drawPanels(story: Story, kind: BrowserKind, page: Page): Promise<void> {
  const popup = await story.browser.openPopup(page);
  await popup.waitFor(() => document.querySelector('[data-testid=name-row]') !== null);
  await settle();
  await popup.screenshot(file(kind, 'popup'));
  if (kind === 'chromium') await popup.screenshot(join(README, 'popup.png'));
  await popup.close();
  await page.activate();
  await select(page, QUOTATION);
  await story.browser.runCommand(page, 'look-up-selection');
  await settle(); // Firefox opens its sidebar by this command too, and is not asked twice at once
  const panel = await story.browser.openSidePanel(page);
  await panel.waitFor(() => document.querySelector('[data-testid=printing]') !== null, { timeoutMs: 20_000 });
  await settle();
  await panel.screenshot(file(kind, 'panel-looked-up'));
  if (kind === 'chromium') await panel.screenshot(join(README, 'panel.png'));
  await panel.close(); // an open panel opens no second time
}

async function drawOwnPages(story: Story, kind: BrowserKind): Promise<void> {
  for (const { name, path, width } of OWN_PAGES) {
    const view = await story.browser.openExtensionPage(path);
    for (const colorScheme of SCHEMES) {
      await view.emulate({ colorScheme, viewport: { width, height: 900 } });
      await settle();
      await view.screenshot(file(kind, `${name}-${colorScheme}`), { fullPage: true });
    }
    if (name === 'search') {
      await view.click('[data-testid=passage] button, [data-testid=passage] a');
      const reader = await story.browser.waitForPage('reader.html');
      await reader.emulate({ viewport: { width: 1200, height: 900 } });
      await settle();
      await reader.screenshot(file(kind, 'reader'));
    }
    await view.close();
  }
}

/** Transitions end within this; pictures are for people, nothing is asserted. */
function settle(): Promise<void> {
  return new Promise((later) => setTimeout(later, 600));
}

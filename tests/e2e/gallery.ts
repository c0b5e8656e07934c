/**
 * `npm run gallery`: every surface in its states, light and dark, wide and narrow, from left to right and from right to
 * left, in both browsers, as pictures in tests/e2e/gallery/ (not kept) with a contact sheet of each run, to be looked at.
 * `-- --locale=ar` draws one language alone, `-- --browser=firefox` one browser, `-- --built` what was built last; `-- --readme` draws the three pictures of
 * the README anew, and nothing else.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserKind, Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { drawSeen } from './gallery-seen.ts';
import { writeSheets } from './gallery-sheets.ts';
import {
  drawAllowedSites,
  drawEmpty,
  drawHelp,
  drawMute,
  drawOwnMarks,
  drawUnasked,
} from './gallery-states.ts';
import { cardOn, hoverOver, type Story, select, startStory } from './story.ts';
import { walkSurfaces } from './surfaces.ts';

const FOLDER = resolve('tests/e2e/gallery');
const README = resolve('.readme');
const PAGE = 'http://news.test/gallery.html';
const QUOTATION = 'If we reach the point of an all-out confrontation';
const SCHEMES = ['light', 'dark'] as const;
const LOCALES = ['en', 'ar', 'he'] as const;

const wanted = (name: string) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
const isForReadme = process.argv.includes('--readme');
const kinds = (['chromium', 'firefox'] as const).filter((kind) => (wanted('browser') ?? kind) === kind);
const locales: readonly string[] = wanted('locale') ? [wanted('locale') ?? ''] : LOCALES;

mkdirSync(FOLDER, { recursive: true });
if (!process.argv.includes('--built'))
  for (const target of ['chrome', 'firefox'])
    for (const mode of [['--mode', 'e2e'], []])
      execFileSync('wxt', ['build', '-b', target, ...mode], { stdio: 'ignore' });
if (isForReadme) await drawReadme();
else {
  for (const kind of kinds) for (const locale of locales) await drawAll(kind, locale);
  await writeSheets(FOLDER);
}

/** Draws what a view shows now, light and dark; `page` is what is photographed, where the view is a frame in it. */
export type Draw = (name: string, view: View, page?: View) => Promise<void>;

async function drawAll(kind: BrowserKind, locale: string): Promise<void> {
  const draw: Draw = async (name, view, page = view) => {
    for (const scheme of SCHEMES) {
      await view.evaluate((wish) => {
        const { style } = document.documentElement;
        style.colorScheme = wish;
        // How the build writes `light-dark()`: a view that is no tab cannot be emulated.
        style.setProperty('--lightningcss-light', wish === 'light' ? 'initial' : ' ');
        style.setProperty('--lightningcss-dark', wish === 'dark' ? 'initial' : ' ');
      }, scheme);
      await settle();
      await page.screenshot(join(FOLDER, `${kind}-${locale}-${name}-${scheme}.png`));
    }
  };
  const tried = async (what: string, work: () => Promise<void>) => {
    await work().catch((error: unknown) => console.error(`${kind} ${locale}, ${what}: ${error}`));
  };
  await inBrowser(kind, locale, async (story) => {
    await tried('empty', () => drawEmpty(story, draw));
    await tried('surfaces', () => walkSurfaces(story, draw));
    await tried('help', () => drawHelp(story, draw));
    await tried('own marks', () => drawOwnMarks(story, draw));
    await tried('sites', () => drawAllowedSites(story, draw));
  });
  await tried('seen before', () => inBrowser(kind, locale, (story) => drawSeen(story, draw)));
  for (const mute of ['loading', 'failed'] as const)
    await tried(mute, () => drawMute(kind, locale, mute, draw));
  await tried('no access', () => drawUnasked(kind, locale, draw));
}

async function inBrowser(
  kind: BrowserKind,
  locale: string,
  draw: (story: Story) => Promise<void>,
): Promise<void> {
  const story = await startStory(kind, locale === 'en' ? {} : { locale });
  try {
    await draw(story);
  } finally {
    await story.browser.close();
    await story.proxy.close();
  }
}

async function drawReadme(): Promise<void> {
  mkdirSync(README, { recursive: true });
  await inBrowser('chromium', 'en', async (story) => {
    const page = await story.openRead(PAGE);
    await page.emulate({ colorScheme: 'light', viewport: { width: 900, height: 620 } });
    await hoverOver(page, 'Ismail Haniyeh');
    await cardOn(page);
    await settle();
    await page.screenshot(join(README, 'card.png'));
    await page.press('Escape');
    await drawReadmePanels(story, page);
  });
}

async function drawReadmePanels(story: Story, page: Page): Promise<void> {
  const popup = await story.browser.openPopup(page);
  await popup.waitFor(() => document.querySelector('[data-testid=name-row]') !== null);
  await settle();
  await popup.screenshot(join(README, 'popup.png'));
  await popup.close();
  await page.activate();
  await select(page, QUOTATION);
  await story.browser.runCommand(page, 'look-up-selection');
  await settle();
  const panel = await story.browser.openSidePanel(page);
  await panel.waitFor(() => document.querySelector('[data-testid=printing]') !== null, { timeoutMs: 20_000 });
  await settle();
  await panel.screenshot(join(README, 'panel.png'));
  await panel.close();
}

/** Transitions end within this; pictures are for people, nothing is asserted. */
function settle(): Promise<void> {
  return new Promise((later) => setTimeout(later, 400));
}

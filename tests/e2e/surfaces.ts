/** Every surface in turn, with something in it, for tests and pictures of what they all share: language and layout. */
import type { Page, View } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { importFile, toBase64, townArticles } from './archive-story.ts';
import { cardOn, hoverOver, overlaysOn, type Story, select } from './story.ts';

const PAGE = 'http://news.test/gallery.html';
const QUOTATION = 'If we reach the point of an all-out confrontation';

/** Most of a page at once: pictures of whole pages come out shifted where they run from right to left. */
const HEIGHT = 1500;

/** Called with each surface as soon as it shows what it has to show; a frame's picture is that of its `page`. */
type Look = (name: string, view: View, page: View) => Promise<void>;

interface OwnPage {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  /** A selector of what is there once it is drawn. */
  readonly drawn: string;
}

const OWN_PAGES: readonly OwnPage[] = [
  { name: 'search', path: 'popup.html?q=ceasefire', width: 400, drawn: '[data-testid=passage]' },
  { name: 'nothing-found', path: 'popup.html?q=zzzz', width: 400, drawn: '.examples' },
  { name: 'options', path: 'options.html', width: 900, drawn: '.figures' },
  { name: 'options-narrow', path: 'options.html', width: 340, drawn: '.figures' },
  { name: 'welcome', path: 'welcome.html', width: 1000, drawn: '[data-testid=demo-mark]' },
  { name: 'welcome-narrow', path: 'welcome.html', width: 340, drawn: '[data-testid=demo-mark]' },
];

export async function walkSurfaces(story: Story, look: Look): Promise<void> {
  for (const { name, path, width, drawn } of OWN_PAGES) {
    const page = await story.browser.openExtensionPage(path);
    await page.emulate({ viewport: { width, height: HEIGHT } });
    await isDrawn(page, drawn);
    await look(name, page, page);
    await page.close();
  }
  await lookAtReader(story, look);
  await lookAtPage(story, look);
  await lookAtArchive(story, look);
}

const isDrawn = (view: View, selector: string) =>
  view.waitFor(
    (css) => document.querySelector(css) !== null,
    { what: selector, timeoutMs: 20_000 },
    selector,
  );

async function lookAtReader(story: Story, look: Look): Promise<void> {
  const search = await story.browser.openExtensionPage('popup.html?q=ceasefire');
  await search.click('[data-testid=passage] .passage-open');
  const reader = await story.browser.waitForPage('reader.html');
  for (const [name, width] of [
    ['reader', 1200],
    ['reader-narrow', 360],
  ] as const) {
    await reader.emulate({ viewport: { width, height: HEIGHT } });
    await isDrawn(reader, '.article-foot');
    await isDrawn(reader, '.article-side .name-row');
    await look(name, reader, reader);
  }
  await reader.close();
  await search.close();
}

async function lookAtPage(story: Story, look: Look): Promise<void> {
  const page = await story.openRead(PAGE);
  await hoverOver(page, 'Ismail Haniyeh');
  const card = await cardOn(page);
  await isDrawn(card, '[data-testid=passage]');
  await look('card', card, page);
  await page.press('Escape');
  await waitUntil(async () => (await overlaysOn(page)) === 0, { what: 'the card to close' });
  await lookAtPopup(story, page, look);
  await page.activate();
  await select(page, QUOTATION);
  await story.browser.runCommand(page, 'look-up-selection');
  await new Promise((later) => setTimeout(later, 600)); // the command opens the panel too, and none is opened twice at once
  const panel = await story.browser.openSidePanel(page);
  await isDrawn(panel, '[data-testid=printing]');
  await look('panel-lookup', panel, panel);
  for (const tab of ['mentions', 'passages', 'seen'] as const) {
    await panel.click(`[data-testid=tab-${tab}]`);
    await isDrawn(panel, '#part :is([data-testid=name-row], [data-testid=passage], .seen-share, .state)');
    await look(`panel-${tab}`, panel, panel);
  }
  await panel.close();
  await page.close();
}

async function lookAtPopup(story: Story, page: Page, look: Look): Promise<void> {
  const popup = await story.browser.openPopup(page);
  await isDrawn(popup, '[data-testid=name-row]');
  await look('popup', popup, popup);
  await popup.click('[data-testid=name-row]');
  await isDrawn(popup, '.entity-passages');
  await look('popup-name', popup, popup);
  await popup.click('.top .icon-button');
  await isDrawn(popup, '[data-testid=help][open]');
  await look('popup-help', popup, popup);
  await popup.close();
}

async function lookAtArchive(story: Story, look: Look): Promise<void> {
  const archive = await story.browser.openExtensionPage('archive.html?tab=add');
  await archive.emulate({ viewport: { width: 1000, height: HEIGHT } });
  await importFile(archive, 'town.jsonl', toBase64(townArticles()));
  await archive.waitFor(() => document.querySelector('[data-testid=import][data-indexing=false]'), {
    timeoutMs: 60_000,
  });
  await look('archive-add', archive, archive);
  for (const [tab, drawn] of [
    ['articles', '[data-testid=article-row]'],
    ['names', '[data-testid=name-entry]'],
    ['keep', '#export'],
  ] as const) {
    const page = await story.browser.openExtensionPage(`archive.html?tab=${tab}`);
    await page.emulate({ viewport: { width: 1000, height: HEIGHT } });
    await isDrawn(page, drawn);
    if (tab === 'articles') {
      await page.click('.charts summary');
      await isDrawn(page, '[data-testid=chart-name]');
      await page.click('[data-testid=article-row] input');
      await isDrawn(page, '.selection-acts');
    }
    await look(`archive-${tab}`, page, page);
    await page.emulate({ viewport: { width: 340, height: HEIGHT } });
    await look(`archive-${tab}-narrow`, page, page);
    await page.close();
  }
  await archive.close();
}

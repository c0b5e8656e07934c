/** The pictures of *Seen before*: marks, card, popup, panel and reader, with invented articles that reprint each other. */
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import { cardOn, hoverOver, overlaysOn, type Story, select } from './story.ts';

const MARKED = 'http://news.test/seen.html';
const FERRIES = 'http://ferries.test/';
const QUOTED =
  'The council will repair 30 of the wooden foot bridges before the winter regatta begins in November, and nobody will have to row to school';
const ARABIC = 'قال رئيس البلدية إن الجسر الخشبي القديم سيبقى مغلقا أمام العربات حتى نهاية فصل الشتاء المقبل';

const article = (publisher: string | null, datePublished: string | null, articleBody: string, more = {}) =>
  JSON.stringify({
    identifier: `${publisher}-${datePublished}`,
    headline: `Foot bridges of Port Ellery, as ${publisher ?? 'nobody'} has it`,
    ...{ publisher, datePublished, inLanguage: 'en', articleBody, ...more },
  });

const ARTICLES = [
  article('The Harbour Gazette', '2021-03-12', `“${QUOTED},” said Mayor Clara Whitfield on Friday.`),
  article('The Harbour Gazette', '2021-03-19', `Last week the mayor said: “${QUOTED}.” It rained since.`),
  article(
    'River Courier',
    '2021-03-14',
    `${QUOTED.replace('30', '40').replace('wooden ', '')}, the town said.`,
  ),
  article(
    'Island News',
    '2021-06',
    `Clara Whitfield: “${QUOTED.replace('will repair', 'will not repair')}.”\nSource: River Courier`,
  ),
  article(
    'Evening Post',
    '2022-02-01',
    `A year ago it said that ${QUOTED.replace('before the winter regatta begins in November, and', 'so that')}.`,
    { author: ['Staff, Agencies'] },
  ),
  article(null, null, `We read somewhere: ${QUOTED}. We do not know where.`),
  article('صحيفة الميناء', '2021-04-02', `${ARABIC}.`, { inLanguage: 'ar', headline: 'الجسر القديم' }),
  article('أخبار النهر', '2021-05-02', `${ARABIC.replace('القديم ', '')}، كما ذكرنا.`, {
    inLanguage: 'ar',
    headline: 'الجسر',
  }),
].join('\n');

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bridges and ferries</title>
<p>Our class walked along the river on Thursday and counted the boats. Two of them were blue.</p>
<p>A board on the quay says: “${QUOTED}.” We asked who wrote it.</p>
<p dir="rtl" lang="ar">${ARABIC}.</p><p>Then we went home.</p>`;

const PATIENT = { timeoutMs: 60_000 };

/** `file`: where a picture of this name goes. */
export async function drawSeen(story: Story, file: (name: string) => string): Promise<void> {
  await bringIn(story);
  const page = await story.openRead(MARKED);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.activate();
    await page.emulate({ colorScheme, viewport: { width: 860, height: 520 } });
    await hoverOver(page, 'discussing the prospects');
    await cardOn(page, 'Printed before');
    await settle();
    await page.screenshot(file(`seen-card-${colorScheme}`));
    await page.press('Escape');
    await waitUntil(async () => (await overlaysOn(page)) === 0, { what: 'the card to close' });
  }
  story.proxy.serve('ferries.test/', { body: PAGE });
  const ferries = await story.openRead(FERRIES);
  await story.reading(FERRIES, ({ seen }) => seen.total > 0);
  const popup = await story.browser.openPopup(ferries);
  await popup.waitFor(() => document.querySelector('[data-testid=seen-line]'), PATIENT);
  await settle();
  await popup.screenshot(file('seen-popup'));
  await popup.close();
  await ferries.activate();
  await drawPanel(story, ferries, file);
  await drawReader(story, file);
}

/** Into the reader's own archive, as a file chosen on the Archive page. */
async function bringIn(story: Story): Promise<void> {
  const archive = await story.browser.openExtensionPage('archive.html?tab=add');
  await archive.waitFor(() => document.querySelector('.tab'));
  await archive.click('.tab:nth-child(2)');
  await archive.waitFor(() => document.querySelector('[data-testid=import-files]'));
  await archive.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('[data-testid=import-files]') as HTMLInputElement;
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'bridges.jsonl'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, ARTICLES);
  await archive.waitFor(() => document.querySelector('[data-testid=import][data-state=done]'), {
    ...PATIENT,
  });
  await archive.close();
}

async function drawPanel(story: Story, page: Page, file: (name: string) => string): Promise<void> {
  const panel = await story.browser.openSidePanel(page);
  // A panel is there before it knows its tab, and a picture has time.
  await panel.waitFor(() => document.querySelector('[data-testid=tab-seen] .section-count'), PATIENT);
  await panel.click('[data-testid=tab-seen]');
  await panel.waitFor(() => document.querySelector('[data-testid=seen]'), PATIENT);
  await settle();
  await panel.screenshot(file('seen-panel'));
  await panel.click('[data-testid=seen-printings]');
  await panel.waitFor(() => document.querySelector('[data-testid=timeline]'), PATIENT);
  await settle();
  await panel.screenshot(file('seen-lineage'));
  await panel.click('[data-testid=timeline-switch]');
  await panel.click('[data-testid=compare-sides]');
  await settle();
  await panel.screenshot(file('seen-sides'));
  await panel.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.querySelector<HTMLElement>('[data-testid=timeline-switch]')?.click();
  });
  await settle();
  await panel.screenshot(file('seen-rtl'));
  await panel.evaluate(() => {
    document.documentElement.dir = 'ltr';
  });
  await select(page, 'nobody will have to row to school');
  await story.browser.runCommand(page, 'look-up-selection');
  if (story.browser.kind === 'chromium') {
    // Called by no real key, Chromium's panel takes a tab: lookup.test.ts.
    await (await story.browser.waitForPage('/sidepanel.html')).close();
    await page.activate();
  }
  await panel.waitFor(() => document.querySelector('.looked-up'), PATIENT);
  await settle();
  await panel.screenshot(file('seen-lookup'));
  await panel.close();
}

async function drawReader(story: Story, file: (name: string) => string): Promise<void> {
  const { seen } = await story.reading(FERRIES);
  const { provenance, passageId, start, end } = seen.sentences[0]!.printings[0]!;
  const reader = await story.browser.openExtensionPage(
    `reader.html?article=${provenance.articleId}&passage=${encodeURIComponent(passageId)}&part=${start}-${end}`,
  );
  await reader.waitFor(() => document.querySelector('[data-testid=reprinted]'), PATIENT);
  await reader.click('[data-testid=reprinted] button');
  for (const [width, colorScheme] of [
    [1200, 'light'],
    [1200, 'dark'],
    [380, 'light'],
  ] as const) {
    await reader.emulate({ colorScheme, viewport: { width, height: 1000 } });
    await settle();
    await reader.screenshot(file(`seen-reader-${width}-${colorScheme}`), { fullPage: true });
  }
  await reader.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await reader.click('[data-testid=compare-sides]');
  await reader.emulate({ viewport: { width: 1000, height: 1000 } });
  await settle();
  await reader.screenshot(file('seen-reader-rtl'), { fullPage: true });
  await reader.close();
}

/** Transitions end within this. */
function settle(): Promise<void> {
  return new Promise((later) => setTimeout(later, 600));
}

/** The pictures of *Seen before*: marks, card, popup, panel and reader, with invented articles that reprint each other. */
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { waitUntil } from '../../src/platform/node/drive/wait-until.ts';
import type { Draw } from './gallery.ts';
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

export async function drawSeen(story: Story, draw: Draw): Promise<void> {
  await bringIn(story);
  const page = await story.openRead(MARKED);
  await page.emulate({ viewport: { width: 860, height: 520 } });
  await hoverOver(page, 'discussing the prospects');
  await draw('seen-card', await cardOn(page, null), page);
  await page.press('Escape');
  await waitUntil(async () => (await overlaysOn(page)) === 0, { what: 'the card to close' });
  story.proxy.serve('ferries.test/', { body: PAGE });
  const ferries = await story.openRead(FERRIES);
  await story.reading(FERRIES, ({ seen }) => seen.total > 0);
  const popup = await story.browser.openPopup(ferries);
  await popup.waitFor(() => document.querySelector('[data-testid=seen-line]'), PATIENT);
  await draw('seen-popup', popup);
  await popup.close();
  await ferries.activate();
  await drawPanel(story, ferries, draw);
  await drawReader(story, draw);
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

async function drawPanel(story: Story, page: Page, draw: Draw): Promise<void> {
  const panel = await story.browser.openSidePanel(page);
  // A panel is there before it knows its tab, and a picture has time.
  await panel.waitFor(() => document.querySelector('[data-testid=tab-seen] .section-count'), PATIENT);
  await panel.click('[data-testid=tab-seen]');
  await panel.waitFor(() => document.querySelector('[data-testid=seen]'), PATIENT);
  await draw('seen-panel', panel);
  await panel.click('[data-testid=seen-printings]');
  await panel.waitFor(() => document.querySelector('[data-testid=timeline]'), PATIENT);
  await draw('seen-lineage', panel);
  await panel.click('[data-testid=timeline-switch]');
  await panel.click('[data-testid=compare-sides]');
  await draw('seen-sides', panel);
  await select(page, 'nobody will have to row to school');
  await story.browser.runCommand(page, 'look-up-selection');
  if (story.browser.kind === 'chromium') {
    // Called by no real key, Chromium's panel takes a tab: lookup.test.ts.
    await (await story.browser.waitForPage('/sidepanel.html')).close();
    await page.activate();
  }
  await panel.waitFor(() => document.querySelector('.looked-up'), PATIENT);
  await draw('seen-lookup', panel);
  await panel.close();
}

async function drawReader(story: Story, draw: Draw): Promise<void> {
  const { seen } = await story.reading(FERRIES);
  const { provenance, passageId, start, end } = seen.sentences[0]!.printings[0]!;
  const reader = await story.browser.openExtensionPage(
    `reader.html?article=${provenance.articleId}&passage=${encodeURIComponent(passageId)}&part=${start}-${end}`,
  );
  await reader.waitFor(() => document.querySelector('[data-testid=reprinted]'), PATIENT);
  await reader.click('[data-testid=reprinted] button');
  for (const [name, width] of [
    ['seen-reader', 1200],
    ['seen-reader-narrow', 380],
  ] as const) {
    await reader.emulate({ viewport: { width, height: 1400 } });
    await draw(name, reader);
  }
  await reader.click('[data-testid=compare-sides]');
  await draw('seen-reader-sides', reader);
  await reader.close();
}

/**
 * `npm run store-pictures`: the pictures of both stores into `.store/`, in the sizes that the Chrome Web Store asks for
 * (Firefox takes any). Of the sample archive alone, so that no real outlet, person or event stands in an advertisement.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '../../src/platform/node/drive/driven-browser.ts';
import { SAMPLE_PAGE, SAMPLE_SENTENCE } from '../../src/ui/archive/sample-page.ts';
import { type Story, select, startStory } from './story.ts';

const FOLDER = resolve('.store');
const SCRATCH = mkdtempSync(join(tmpdir(), 'backstory-pictures-'));
const TOWN = 'http://tarnholm.test/';
const SCREEN = { width: 1280, height: 800 };
/** Room for words beside a picture of the popup. */
const POPUP = { width: 640, height: 800 };
const PAGE = { width: 860, height: 800 };

const TOWN_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A new coat for the Lantern Bridge</title>
<style>body{max-width:640px;margin:56px auto;padding:0 48px;font:19px/1.65 Georgia,"Liberation Serif",serif;color:#1d1c1a}
h1{font-size:34px;line-height:1.2}p.by{color:#5a564d;font:14px system-ui,"Liberation Sans",sans-serif}</style>
<p class="by">Tarnholm Notices (sample page)</p><h1>A new coat for the Lantern Bridge</h1>
<p>${SAMPLE_PAGE[0]}</p><p>${SAMPLE_PAGE[1]}</p>
<p>Trams will stop on two Sundays in June. The Tarnholm Transit Authority asks people to walk, which takes six minutes.</p>`;

/** Words in the style of the product, and the pictures given, as one page of exactly this size. */
interface Poster {
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly headline: string;
  /** '' for none. */
  readonly line: string;
  /** PNG files, the first on the left; empty for words alone. */
  readonly pictures: readonly string[];
  /** Points. */
  readonly letters: number;
}

const MARK = `<div class="mark"><svg viewBox="0 0 32 32" width="40" height="40"><rect x="9" y="2" width="21" height="24" rx="3" fill="#8a4b08" opacity=".75"/><rect x="2" y="6" width="22" height="24" rx="3" fill="#1c4f7c" stroke="#f4f1ea" stroke-width="1.5"/><path d="M7 13h12M7 18.5h12M7 24h7" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>Backstory</div>`;
const POSTER_STYLE = `*{box-sizing:border-box;margin:0}
body{display:flex;justify-content:space-between;height:100vh;overflow:hidden;background:#fff;color:#1d1c1a;font-family:system-ui,"Liberation Sans",sans-serif}
img{flex:none;max-height:100%;border-left:1px solid #e2ddd2}img:first-child{border:0}
.words{flex:1;background:#f4f1ea;display:flex;flex-direction:column;justify-content:center;gap:.7em;padding:6%}
.mark{display:flex;align-items:center;gap:12px;font:600 24px Georgia,"Liberation Serif",serif}
h1{font-family:Georgia,"Liberation Serif",serif;line-height:1.18;text-wrap:balance}
p{max-width:30em;color:#5a564d;font-size:20px;line-height:1.5}`;

const screen = (file: string) => ({ file, size: SCREEN, letters: 40 });

async function drawStore(story: Story): Promise<void> {
  await takeInSample(story);
  const [page, panel] = await pictureReading(story);
  const popup = await picture(story, 'popup.html?q=person:halabi', 'popup', POPUP, '[data-testid=passage]');
  await drawOwnPages(story);
  const posters: readonly Poster[] = [
    { ...screen('screenshot-1'), headline: '', line: '', pictures: [page, panel] },
    {
      ...screen('screenshot-2'),
      headline: 'One name, however it is spelt.',
      line: 'In Latin, Arabic, Hebrew, Cyrillic and many other scripts, with the outlet and the date of every passage.',
      pictures: [popup],
    },
    {
      ...{ file: 'promo-440x280', size: { width: 440, height: 280 }, letters: 34 },
      headline: 'What was printed before, beside what you read',
      line: '',
      pictures: [],
    },
    {
      ...{ file: 'promo-1400x560', size: { width: 1400, height: 560 }, letters: 48 },
      headline: 'What was printed before, beside what you read',
      line: 'Your own archive of articles, answering on the page. No account, no server, no network.',
      pictures: [panel],
    },
  ];
  for (const poster of posters) await drawPoster(story, poster);
}

async function takeInSample(story: Story): Promise<void> {
  const welcome = await story.browser.openExtensionPage('welcome.html');
  await welcome.click('[data-testid=sample-add]');
  await welcome.waitFor(() => document.querySelector('[data-testid=sample-held][data-busy=false]') !== null, {
    timeoutMs: 60_000,
    what: 'the sample',
  });
  await welcome.close();
}

/** A page about the bridge, and the side panel beside it with a sentence looked up. */
async function pictureReading(story: Story): Promise<readonly [page: string, panel: string]> {
  story.proxy.serve('tarnholm.test/', { body: TOWN_PAGE });
  const page = await story.openRead(TOWN);
  await page.emulate({ colorScheme: 'light', viewport: PAGE });
  await story.reading(TOWN, ({ names }) => names.length > 3);
  await select(page, SAMPLE_SENTENCE);
  await story.browser.runCommand(page, 'look-up-selection');
  const panel = await story.browser.openSidePanel(page);
  await panel.waitFor(() => document.querySelectorAll('[data-testid=printing]').length >= 3, {
    timeoutMs: 20_000,
  });
  await settle();
  const files = [join(SCRATCH, 'page.png'), join(SCRATCH, 'panel.png')] as const;
  await panel.screenshot(files[1]);
  await page.screenshot(files[0]);
  await panel.close();
  return files;
}

async function drawOwnPages(story: Story): Promise<void> {
  const archive = await story.browser.openExtensionPage('archive.html');
  await archive.waitFor(() => document.querySelector('.charts summary') !== null);
  await archive.click('.charts summary');
  await shoot(archive, join(FOLDER, 'screenshot-3.png'), SCREEN);
  await archive.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.row-title')];
    rows.find((row) => row.textContent?.includes('Council says yes'))?.click();
  });
  const reader = await story.browser.waitForPage('reader.html');
  await shoot(reader, join(FOLDER, 'screenshot-4.png'), SCREEN);
  await reader.close();
  await archive.close();
  await picture(story, 'help.html#seen-before', 'screenshot-5', SCREEN, 'main', FOLDER);
}

async function picture(
  story: Story,
  path: string,
  name: string,
  size: Poster['size'],
  drawn: string,
  folder = SCRATCH,
): Promise<string> {
  const page = await story.browser.openExtensionPage(path);
  const file = join(folder, `${name}.png`);
  await page.waitFor((selector) => document.querySelector(selector) !== null, {}, drawn);
  await shoot(page, file, size);
  await page.close();
  return file;
}

async function shoot(page: Page, file: string, viewport: Poster['size']): Promise<void> {
  await page.emulate({ colorScheme: 'light', viewport });
  await settle();
  await page.screenshot(file);
}

async function drawPoster(
  story: Story,
  { file, size, headline, line, pictures, letters }: Poster,
): Promise<void> {
  const images = pictures.map(
    (path) => `<img src="data:image/png;base64,${readFileSync(path).toString('base64')}">`,
  );
  const words = headline && `<div class="words">${MARK}<h1>${headline}</h1>${line && `<p>${line}</p>`}</div>`;
  const address = `posters.test/${file}`;
  story.proxy.serve(address, {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><style>${POSTER_STYLE}h1{font-size:${letters}px}</style>${words}${images.join('')}`,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
  const page = await story.browser.newPage(`http://${address}`);
  await shoot(page, join(FOLDER, `${file}.png`), size);
  await page.close();
}

/** Transitions end within this; pictures are for people, nothing is asserted. */
function settle(): Promise<void> {
  return new Promise((later) => setTimeout(later, 700));
}

execFileSync('wxt', ['build', '-b', 'chrome', '--mode', 'e2e'], { stdio: 'ignore' });
const story = await startStory('chromium');
try {
  await drawStore(story);
} finally {
  await story.browser.close();
  await story.proxy.close();
  rmSync(SCRATCH, { recursive: true });
}

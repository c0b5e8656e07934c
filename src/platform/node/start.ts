/**
 * `npm start`: builds Backstory and opens a browser with it on the demo page. Without a display, or with
 * `--headless`, it prints what a reader would see there, and leaves screenshots in `.output/`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browsers.ts';
import { serveDemoPage } from './demo-page.ts';
import type { BrowserKind, DrivenBrowser, Page, View } from './drive/driven-browser.ts';
import { launch } from './drive/launch.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Everything the built extension is made of. */
const SOURCES = ['src', 'entrypoints', 'seeds', 'public', 'wxt.config.ts', 'package-lock.json'];
const SHOWN_PASSAGES = 5;

interface Seen {
  readonly names: readonly { readonly label: string; readonly kind: string; readonly count: string }[];
  readonly passages: readonly { readonly provenance: string; readonly snippet: string }[];
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chromium' },
    },
  });
  if (values.browser !== 'chromium' && values.browser !== 'firefox') {
    throw new Error(`--browser is chromium or firefox, not ${values.browser}.`);
  }
  const kind: BrowserKind = values.browser;
  await ensureBrowser(kind);
  const extensionDir = await build(kind);
  const headless = values.headless || !hasDisplay();
  const demo = await serveDemoPage();
  const browser = await launch(kind, { extensionDir, headless });
  process.once('SIGINT', () => void browser.close());
  try {
    // The welcome page opens by itself at installation; the demo page comes after it, in front.
    await browser.waitForPage('/welcome.html', { timeoutMs: 5_000 }).catch(() => null);
    const page = await browser.newPage(demo.url);
    if (headless) await printDemo(browser, page);
    else {
      console.log('Backstory is open: click its button in the toolbar. Close the browser to end.');
      await browser.closed();
    }
  } finally {
    await browser.close();
    demo.close();
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function build(kind: BrowserKind): Promise<string> {
  const target = kind === 'firefox' ? 'firefox' : 'chrome';
  const folder = join(root, '.output', `${target}-mv3`);
  const manifest = join(folder, 'manifest.json');
  const newest = Math.max(...SOURCES.map((source) => newestChange(join(root, source))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs >= newest) return folder;
  console.error(`Building for ${target} …`);
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  const child = spawn(`wxt build -b ${target}`, {
    cwd: root,
    shell: true,
    env: { ...process.env, PATH: path },
    // Standard output stays for what the reader would see.
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error('The build failed: the lines above say why.');
  return folder;
}

/** In milliseconds; 0 when there is nothing. A folder's own time tells of a removed file. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    stats.mtimeMs,
  );
}

/** What a reader does who granted nothing yet: the toolbar button, then "Read this page". */
async function printDemo(browser: DrivenBrowser, page: Page): Promise<void> {
  const isDrawn = () => document.querySelectorAll('[data-testid=name-row], [data-testid=passage]').length;
  const popup = await browser.openPopup(page);
  await popup.click('.button.primary');
  await popup.waitFor(isDrawn, { timeoutMs: 30_000, what: 'the names of the demo page in the popup' });
  printSeen(await read(popup));
  const files = {
    page: join(root, '.output', `demo-${browser.kind}.png`),
    popup: join(root, '.output', `demo-${browser.kind}-popup.png`),
  };
  await popup.screenshot(files.popup);
  await page.screenshot(files.page);
  console.log(`\nScreenshots\n  ${files.page}\n  ${files.popup}`);
}

function read(view: View): Promise<Seen> {
  return view.evaluate(() => {
    const text = (element: Element, part: string) =>
      element.querySelector(`[data-testid=${part}]`)?.textContent?.trim() ?? '';
    const all = (part: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid=${part}]`)];
    return {
      names: all('name-row').map((row) => ({
        label: text(row, 'name-label'),
        kind: row.dataset.kind ?? '',
        count: row.dataset.count ?? '',
      })),
      passages: all('passage').map((passage) => ({
        provenance: text(passage, 'provenance'),
        snippet: text(passage, 'snippet'),
      })),
    };
  });
}

function printSeen({ names, passages }: Seen): void {
  const events = names.filter(({ kind }) => kind === 'event');
  const others = names.filter(({ kind }) => kind !== 'event');
  console.log(`Names on the page (${others.length})`);
  for (const { label, kind, count } of others) {
    console.log(`  ${label.padEnd(40)} ${kind.padEnd(14)} ${count.padStart(4)}`);
  }
  console.log(`\nEvents on the page (${events.length})`);
  for (const { label, count } of events) console.log(`  ${label.padEnd(55)} ${count.padStart(4)}`);
  console.log(
    `\nRelated passages (the first ${Math.min(SHOWN_PASSAGES, passages.length)} of ${passages.length})`,
  );
  for (const { provenance, snippet } of passages.slice(0, SHOWN_PASSAGES)) {
    console.log(`  ${provenance}\n    ${firstWords(snippet)}`);
  }
}

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 16 ? `${words.slice(0, 16).join(' ')} …` : text;
}

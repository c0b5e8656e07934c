/**
 * Chromium with the extension in it, driven over the DevTools protocol (puppeteer-core, which starts the
 * installed browser and downloads nothing).
 *
 * Two things no protocol reaches in Chromium, headless or not: the native context menu and extension
 * shortcuts. There the extension's own listeners are called through the event object in the worker
 * (`dispatch`), with the arguments Chromium would give; that the browser shows the item is not proved by it.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Extension, type Target } from 'puppeteer-core';
import { type Contexts, endWorker, evaluateIn, watchContexts } from './chromium-contexts.ts';
import { measureHeaps, sweepHeaps } from './chromium-memory.ts';
import { switchesFor } from './chromium-switches.ts';
import { ChromiumPage, ChromiumView } from './chromium-view.ts';
import type {
  Badge,
  ConsoleError,
  ContextMenuClick,
  DrivenBrowser,
  HeldMemory,
  Json,
  LaunchOptions,
  Page,
  View,
} from './driven-browser.ts';
import { type WaitOptions, waitUntil } from './wait-until.ts';

export async function launchChromium(executable: string, options: LaunchOptions): Promise<DrivenBrowser> {
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'backstory-chromium-')));
  const browser = new ChromiumBrowser(executable, options, profileDir);
  try {
    await browser.start();
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

const MOST_KILLS = 4;

class ChromiumBrowser implements DrivenBrowser {
  readonly kind = 'chromium';
  readonly profileDir: string;
  readonly #executable: string;
  readonly #options: LaunchOptions;
  readonly #errors: ConsoleError[] = [];
  #browser: Browser | null = null;
  #extension: Extension | null = null;
  #contexts: Contexts | null = null;
  /** Workers that died with their process: DevTools lists each until an event starts the worker anew. */
  readonly #dead = new WeakSet<Target>();
  #ended: Promise<void> = Promise.resolve();

  constructor(executable: string, options: LaunchOptions, profileDir: string) {
    this.#executable = executable;
    this.#options = options;
    this.profileDir = profileDir;
  }

  get extensionOrigin(): string {
    if (!this.#extension) throw new Error('This Chromium is closed');
    return `chrome-extension://${this.#extension.id}`;
  }

  async start(): Promise<void> {
    const { extensionDir, headless = true } = this.#options;
    await writeFirstPreferences(this.profileDir);
    const browser = await puppeteer.launch({
      browser: 'chrome',
      executablePath: this.#executable,
      headless,
      pipe: true,
      userDataDir: this.profileDir,
      enableExtensions: [extensionDir],
      defaultViewport: null,
      args: switchesFor(this.#options),
    });
    this.#browser = browser;
    this.#ended = new Promise((resolve) => browser.process()?.once('exit', () => resolve()));
    this.#contexts = watchContexts(browser, (error) => this.#errors.push(error));
    this.#extension = await waitUntil(
      async () => [...(await browser.extensions()).values()].find(({ path }) => path === extensionDir),
      { what: 'the extension to be installed' },
    );
  }

  async newPage(url?: string): Promise<Page> {
    const page = new ChromiumPage(await this.#live().newPage());
    if (url !== undefined) await page.goto(url);
    return page;
  }

  openExtensionPage(path: string): Promise<Page> {
    return this.newPage(`${this.extensionOrigin}/${path}`);
  }

  async waitForPage(urlPart: string, options?: WaitOptions): Promise<Page> {
    const page = await waitUntil(
      async () => (await this.#live().pages()).findLast((one) => one.url().includes(urlPart)),
      { what: `a tab with ${urlPart}`, ...options },
    );
    return new ChromiumPage(page);
  }

  async openPopup(page: Page): Promise<View> {
    await page.activate();
    return this.#openView(async () => {
      if (this.#extension) await tabOf(page).puppeteer.triggerExtensionAction(this.#extension);
    });
  }

  async openSidePanel(page: Page): Promise<View> {
    await page.activate();
    const windowId = Number(await tabOf(page).puppeteer.windowId());
    return this.#openView(() =>
      // A page's script run by DevTools counts as a reader's gesture, which `open` asks for.
      this.#inExtensionPage('(id) => chrome.sidePanel.open({ windowId: id })', windowId),
    );
  }

  async badge(page: Page): Promise<Badge> {
    const tabId = await this.#tabId(page);
    const read = `async (tabId) => ({
      text: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    })`;
    return (await this.#inExtension(read, tabId)) as Badge;
  }

  async bootId(): Promise<string | null> {
    const worker = await this.#worker();
    return worker ? String(await evaluateIn(worker, 'performance.timeOrigin')) : null;
  }

  async inBackground<A extends readonly Json[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const worker = await this.#wakeWorker();
    return (await evaluateIn(worker, `(${run}).apply(null, ${JSON.stringify(args)})`)) as Awaited<R>;
  }

  /** Again when an event that was under way started it anew: what counts is that this one is gone. */
  async killBackground(): Promise<void> {
    const begun = performance.now();
    for (let tries = 0; tries < MOST_KILLS; tries++) {
      const [target, worker] = [this.#workerTarget(), await this.#worker()];
      if (!target || !worker) return;
      // One that was started anew at once may stand in the list as the one before: then it is younger than this.
      const ageMs = tries === 0 ? null : Number(await evaluateIn(worker, 'performance.now()').catch(() => 0));
      if (ageMs !== null && ageMs < performance.now() - begun) return;
      await endWorker(worker).catch(() => {}); // rejects when it was gone first: as wanted
      this.#contexts?.forget(target);
      const isOver = () => this.#workerTarget() !== target;
      const isGone = await waitUntil(isOver, { timeoutMs: 3_000 }).catch(() => false);
      if (isGone) return;
    }
    throw new Error('The service worker would not end');
  }

  async clickContextMenu(page: Page, { itemId, selector }: ContextMenuClick): Promise<void> {
    await page.activate();
    if (selector !== undefined) await page.waitFor((css) => document.querySelector(css), {}, selector);
    const seen = await page.evaluate(() => ({ url: location.href, selected: String(getSelection()) }));
    const info = {
      menuItemId: itemId,
      editable: false,
      frameId: 0,
      frameUrl: seen.url,
      pageUrl: seen.url,
      ...(seen.selected === '' ? {} : { selectionText: seen.selected.replace(/\s+/g, ' ').trim() }),
    };
    await this.#dispatch('contextMenus', 'onClicked', [info], await this.#tabId(page));
  }

  async runCommand(page: Page, name: string): Promise<void> {
    await page.activate();
    await this.#dispatch('commands', 'onCommand', [name], await this.#tabId(page));
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.start();
  }

  async crash(): Promise<void> {
    this.#live().process()?.kill('SIGKILL');
    await this.#ended;
    await this.#stop();
    await this.start();
  }

  async crashExtension(): Promise<void> {
    const page = await this.#live().newPage({ background: true });
    await page.goto(`${this.extensionOrigin}/manifest.json`);
    let isCrashed = false;
    page.once('error', () => {
      isCrashed = true;
    });
    // Never answered: who would answer is gone.
    const worker = this.#workerTarget();
    void (await page.createCDPSession()).send('Page.crash').catch(() => {});
    await waitUntil(() => isCrashed, { what: 'the extension to be gone' });
    if (worker) this.#dead.add(worker);
    await this.#closeDeadViews();
  }

  /** DevTools keeps dead tabs and popups until they are closed, and none of them answers: so not by their own sessions. */
  async #closeDeadViews(): Promise<void> {
    const session = await this.#live().target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const dead = targetInfos.filter(
      ({ type, url }) => type === 'page' && url.startsWith(this.extensionOrigin),
    );
    for (const { targetId } of dead) await session.send('Target.closeTarget', { targetId }).catch(() => {});
    await session.detach();
  }

  async update(): Promise<void> {
    await this.#live().installExtension(this.#options.extensionDir);
  }

  async collectGarbage(): Promise<void> {
    await sweepHeaps(this.#live(), this.extensionOrigin, await this.#worker());
  }

  async extensionMemory(): Promise<HeldMemory> {
    const held = await measureHeaps(this.#live(), this.extensionOrigin, await this.#worker());
    return { held, process: null };
  }

  async consoleErrors(): Promise<readonly ConsoleError[]> {
    return [...this.#errors];
  }

  closed(): Promise<void> {
    return this.#ended;
  }

  async close(): Promise<void> {
    await this.#stop();
    if (this.#options.profileDir === undefined) {
      await rm(this.profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }

  async #stop(): Promise<void> {
    const running = this.#browser;
    this.#browser = null;
    this.#extension = null;
    await running?.close();
    await this.#ended;
  }

  #live(): Browser {
    if (!this.#browser) throw new Error('This Chromium is closed');
    return this.#browser;
  }

  #workerTarget(): Target | undefined {
    const isOurs = (target: Target) =>
      target.type() === 'service_worker' && target.url().startsWith(this.extensionOrigin);
    return this.#live()
      .targets()
      .find((target) => isOurs(target) && !this.#dead.has(target));
  }

  async #worker(): Promise<CDPSession | null> {
    const target = this.#workerTarget();
    return (target && (await this.#contexts?.sessionOf(target))) ?? null;
  }

  async #openView(open: () => Promise<unknown>): Promise<View> {
    const before = new Set(this.#live().targets());
    await open();
    // By its file: a page of ours may start a worker at the same moment.
    const isOurs = (target: Target) =>
      !before.has(target) &&
      target.url().startsWith(this.extensionOrigin) &&
      new URL(target.url()).pathname.endsWith('.html');
    const target = await waitUntil(() => this.#live().targets().find(isOurs), {
      what: 'a view of the extension to open',
    });
    const view = new ChromiumView(await target.asPage());
    // The side panel slides in: a click aimed while it does so would miss.
    const isStill = async () => {
      const width = innerWidth;
      await new Promise((done) => setTimeout(done, 120));
      const isShown = document.visibilityState === 'visible' && document.hasFocus();
      return document.readyState === 'complete' && isShown && width > 0 && innerWidth === width;
    };
    await view.waitFor(isStill, { what: 'the view to be loaded and still' });
    return view;
  }

  /** The tab's id as extensions know it: DevTools names a tab by its window and place. */
  async #tabId(page: Page): Promise<number> {
    const { puppeteer: tab } = tabOf(page);
    const place = await tab.tabInfo();
    if (!place) throw new Error('Not a tab of a window');
    const find = `async ({ windowId, index }) => (await chrome.tabs.query({ windowId, index }))[0]?.id`;
    const id = await this.#inExtension(find, { windowId: Number(await tab.windowId()), index: place.index });
    if (typeof id !== 'number') throw new Error('The tab has no id');
    return id;
  }

  /** Calls the extension's listeners as Chromium would; wakes the worker, as Chromium would. */
  async #dispatch(api: string, event: string, args: readonly Json[], tabId: number): Promise<void> {
    const worker = await this.#wakeWorker();
    const listening = `chrome.${api}.${event}.hasListeners()`;
    await waitUntil(() => evaluateIn(worker, listening), { what: `the worker to listen to ${event}` });
    await evaluateIn(
      worker,
      `chrome.tabs.get(${tabId}).then((tab) => {
        chrome.${api}.${event}.dispatch(...${JSON.stringify(args)}, tab);
      })`,
    );
  }

  async #wakeWorker(): Promise<CDPSession> {
    const alive = await this.#worker();
    if (alive) return alive;
    // A `message` event of the service worker proper: wakes it, and no extension API listens to it.
    const wake = `async () => {
      const [registration] = await navigator.serviceWorker.getRegistrations();
      registration.active.postMessage(null);
    }`;
    await this.#inExtensionPage(wake, null);
    return waitUntil(() => this.#worker(), { what: 'the service worker to start' });
  }

  /** In the worker while it lives; never wakes it, so that reading a badge is no act. */
  async #inExtension(run: string, argument: Json): Promise<unknown> {
    const worker = await this.#worker();
    if (!worker) return this.#inExtensionPage(run, argument);
    // A worker that has only just been started has no extension API yet.
    await waitUntil(() => evaluateIn(worker, "typeof chrome === 'object'"), {
      what: 'the worker to have its API',
    });
    return evaluateIn(worker, `(${run})(${JSON.stringify(argument)})`);
  }

  /** In a tab in the background that shows the manifest: any address of the extension has its APIs. */
  async #inExtensionPage(run: string, argument: Json): Promise<unknown> {
    const page = await this.#live().newPage({ background: true });
    try {
      await page.goto(`${this.extensionOrigin}/manifest.json`);
      return await page.evaluate(`(${run})(${JSON.stringify(argument)})`);
    } finally {
      await page.close();
    }
  }
}

/**
 * Safe Browsing off, or Chromium asks its maker about saved files; spelling off, or it fetches a dictionary at the first
 * letter typed. `dictionary`, the setting of old, must be empty too: it is moved into `dictionaries` at some point.
 */
async function writeFirstPreferences(profileDir: string): Promise<void> {
  await mkdir(join(profileDir, 'Default'), { recursive: true });
  const preferences = {
    browser: { enable_spellchecking: false },
    spellcheck: { dictionaries: [], dictionary: '' },
    safebrowsing: { enabled: false },
  };
  // A profile that was used before keeps its own.
  await writeFile(join(profileDir, 'Default', 'Preferences'), JSON.stringify(preferences), {
    flag: 'wx',
  }).catch(() => {});
}

function tabOf(page: Page): ChromiumPage {
  if (!(page instanceof ChromiumPage)) throw new Error('Not a tab of this browser');
  return page;
}

/**
 * Firefox with the extension in it, driven through Marionette's chrome context (`marionette.ts` says why
 * not BiDi): the real toolbar popup, sidebar, context menu and shortcuts.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { MEASURE_OWN, MINIMISE } from './firefox-memory.ts';
import { FirefoxPage } from './firefox-page.ts';
import { EXTENSION_UUID, type FirefoxProcess, startFirefox } from './firefox-profile.ts';
import { FirefoxView, INPUT, PRELUDE } from './firefox-view.ts';
import { Marionette } from './marionette.ts';
import { type WaitOptions, waitUntil } from './wait-until.ts';

/** `args[0]` is the extension's id. `view(type)` is the browser id of its popup, sidebar or background. */
const EXTENSION = `${PRELUDE}
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  const apis = ExtensionParent.apiManager.global;
  const view = (type) => {
    const shown = [...extension.views].find((one) => one.viewType === type && one.active !== false);
    return shown?.xulBrowser?.browserId ?? null;
  };
`;

interface Manifest {
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
  readonly commands?: Readonly<Record<string, unknown>>;
}

export async function launchFirefox(executable: string, options: LaunchOptions): Promise<DrivenBrowser> {
  const manifest: Manifest = JSON.parse(await readFile(join(options.extensionDir, 'manifest.json'), 'utf8'));
  const geckoId = manifest.browser_specific_settings?.gecko?.id;
  if (!geckoId) throw new Error(`${options.extensionDir} has no gecko id in its manifest`);
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'backstory-firefox-')));
  const browser = new FirefoxBrowser(executable, options, geckoId, profileDir);
  try {
    await browser.start();
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

class FirefoxBrowser implements DrivenBrowser {
  readonly kind = 'firefox';
  readonly extensionOrigin = `moz-extension://${EXTENSION_UUID}`;
  readonly profileDir: string;
  readonly #executable: string;
  readonly #options: LaunchOptions;
  readonly #geckoId: string;
  readonly #errors: ConsoleError[] = [];
  #process: FirefoxProcess | null = null;
  #client: Marionette | null = null;

  constructor(executable: string, options: LaunchOptions, geckoId: string, profileDir: string) {
    this.#executable = executable;
    this.#options = options;
    this.#geckoId = geckoId;
    this.profileDir = profileDir;
  }

  async start(): Promise<void> {
    this.#process = await startFirefox(
      this.#executable,
      this.profileDir,
      this.#geckoId,
      this.#options,
      (line) => this.#readLine(line),
    );
    this.#client = await Marionette.connect(this.#process.marionettePort);
    await this.#client.chrome(WATCH_ERRORS);
    // Before the extension comes: it reads its messages once.
    if (this.#options.locale) await this.#client.chrome(SPEAK, [this.#options.locale]);
    await this.update();
    // Firefox opens a new sidebar by itself when it is installed; a reader's first page has none.
    await this.#client.chrome('await SidebarController.promiseInitialized; SidebarController.hide();');
  }

  async newPage(url?: string): Promise<Page> {
    const browserId = await this.#chrome<number>(
      `const tab = gBrowser.addTab('about:blank', {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
      });
      gBrowser.selectedTab = tab;
      return tab.linkedBrowser.browserId;`,
    );
    const page = new FirefoxPage(this.#live(), browserId);
    if (url !== undefined) await page.goto(url);
    return page;
  }

  openExtensionPage(path: string): Promise<Page> {
    return this.newPage(`${this.extensionOrigin}/${path}`);
  }

  async waitForPage(urlPart: string, options?: WaitOptions): Promise<Page> {
    const browserId = await waitUntil(
      () =>
        this.#chrome<number | null>(
          `const tabs = gBrowser.browsers.filter((tab) => tab.currentURI.spec.includes(args[1]));
          return tabs.at(-1)?.browserId ?? null;`,
          urlPart,
        ),
      { what: `a tab with ${urlPart}`, ...options },
    );
    return new FirefoxPage(this.#live(), browserId);
  }

  async openPopup(page: Page): Promise<View> {
    await page.activate();
    // A click on the button of an open popup would close it; one that died with its process stays open, and is no view.
    await this.#chrome(
      `for (const panel of document.querySelectorAll('panel')) if (panel.state === 'open') panel.hidePopup();`,
    );
    await waitUntil(() => this.#chrome<boolean>(`return view('popup') === null;`), { what: 'no popup' });
    await this.#chrome('await apis.browserActionFor(extension).triggerAction(window);');
    return this.#openView('popup');
  }

  async openSidePanel(page: Page): Promise<View> {
    await page.activate();
    // Not `triggerAction`: that is a toggle.
    await this.#chrome('await SidebarController.show(apis.sidebarActionFor(extension).id);');
    return this.#openView('sidebar');
  }

  badge(page: Page): Promise<Badge> {
    return this.#chrome(
      `const tab = gBrowser.getTabForBrowser(contextOf(args[1]).top.embedderElement);
      const { badgeText, title } = apis.browserActionFor(extension).action.getContextData(tab);
      return { text: badgeText ?? '', title: title ?? '' };`,
      whereIs(page),
    );
  }

  async bootId(): Promise<string | null> {
    const background = await this.#background();
    return (await background?.evaluate(() => String(performance.timeOrigin))) ?? null;
  }

  async inBackground<A extends readonly Json[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    await this.#chrome('await extension.wakeupBackground();');
    const background = await waitUntil(() => this.#background(), { what: 'the background to run' });
    return background.evaluate(run, ...args);
  }

  async #background(): Promise<FirefoxView | null> {
    const browserId = await this.#chrome<number | null>(
      `return extension.backgroundState === 'running' ? view('background') : null;`,
    );
    return browserId === null ? null : new FirefoxView(this.#live(), { browserId });
  }

  async killBackground(): Promise<void> {
    // What the idle timer calls. The two exceptions (an open developer tool, native messaging) are off.
    const killed = await this.#chrome<number | null>(
      `if (extension.backgroundState === 'stopped') return null;
      const killed = view('background');
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return killed;`,
    );
    // An event that is under way starts the next one at once.
    const isGone = `return extension.backgroundState === 'stopped' || view('background') !== args[1];`;
    await waitUntil(() => this.#chrome<boolean>(isGone, killed), { what: 'the event page to be gone' });
  }

  async clickContextMenu(page: Page, click: ContextMenuClick): Promise<void> {
    if (!(page instanceof FirefoxPage)) throw new Error('Not a tab of this browser');
    await page.openContextMenu(await page.evaluate(findMenuPoint, click.selector ?? null));
    await waitUntil(
      () =>
        this.#chrome<boolean>(`return document.getElementById('contentAreaContextMenu').state === 'open';`),
      { what: 'the context menu' },
    );
    const problem = await this.#chrome<string | null>(CHOOSE_MENU_ITEM, click.itemId);
    if (problem) throw new Error(problem);
  }

  async runCommand(page: Page, name: string): Promise<void> {
    await page.activate();
    const problem = await this.#chrome<string | null>(PRESS_SHORTCUT, name);
    if (problem) throw new Error(problem);
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.start();
  }

  async crash(): Promise<void> {
    await this.#collectErrors();
    this.#process?.child.kill('SIGKILL');
    await this.#process?.ended;
    await this.#stop();
    await this.start();
  }

  async crashExtension(): Promise<void> {
    const { pid } = await this.#ownProcess();
    process.kill(pid, 'SIGKILL');
    await waitUntil(async () => (await this.#ownProcess().catch(() => null))?.pid !== pid, {
      what: 'the extension to be gone',
    });
  }

  async update(): Promise<void> {
    await this.#live().command('Addon:Install', { path: this.#options.extensionDir, temporary: true });
  }

  async collectGarbage(): Promise<void> {
    await this.#live().chrome(MINIMISE);
  }

  async extensionMemory(): Promise<HeldMemory> {
    const held = await this.#live().chrome<number>(MEASURE_OWN, [EXTENSION_UUID]);
    return { held, process: (await this.#ownProcess()).memory };
  }

  /** Extensions have one process to themselves; temporary tabs of ours live in it too. */
  #ownProcess(): Promise<{ readonly pid: number; readonly memory: number }> {
    return this.#chrome(
      `const { children } = await ChromeUtils.requestProcInfo();
      const { pid, memory } = children.find(({ type }) => type === 'extension');
      return { pid, memory };`,
    );
  }

  async consoleErrors(): Promise<readonly ConsoleError[]> {
    await this.#collectErrors();
    return [...this.#errors];
  }

  async closed(): Promise<void> {
    await this.#process?.ended;
  }

  async close(): Promise<void> {
    await this.#stop();
    if (this.#options.profileDir === undefined) {
      await rm(this.profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }

  async #stop(): Promise<void> {
    const running = this.#process;
    if (!running) return;
    await this.#collectErrors().catch(() => {});
    // A regular quit: a killed Firefox would not have written the extension's storage.
    await this.#client?.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    const patience = setTimeout(() => running.child.kill('SIGKILL'), 10_000);
    await running.ended;
    clearTimeout(patience);
    this.#client?.close();
    this.#client = null;
    this.#process = null;
  }

  async #openView(type: 'popup' | 'sidebar'): Promise<View> {
    // The extension's process may have to be started first.
    const browserId = await waitUntil(() => this.#chrome<number | null>(`return view(args[1]);`, type), {
      ...{ what: `the ${type}`, timeoutMs: 30_000 },
    });
    const opened = new FirefoxView(this.#live(), { browserId });
    await opened.waitFor(
      (origin) => location.href.startsWith(origin) && document.readyState === 'complete',
      { what: `the ${type} to be loaded` },
      this.extensionOrigin,
    );
    if (type === 'popup') await this.#readyPopup(opened, browserId);
    return opened;
  }

  /**
   * Open, painted and focused. Firefox 153 hands the popup's *window* the focus a moment after its document
   * has loaded, and in about one opening of three takes it from the field that had it, by `autofocus` or by
   * script (measured with real clicks too). That is left as it is: an extension answers the window's `focus`.
   */
  async #readyPopup(popup: View, browserId: number): Promise<void> {
    const isOpen = `const browser = contextOf({ browserId: args[1] }).top.embedderElement;
      return browser.closest('panel').state === 'open';`;
    await waitUntil(() => this.#chrome<boolean>(isOpen, browserId), { what: 'the popup to be open' });
    await popup.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
    await this.#chrome('contextOf({ browserId: args[1] }).top.embedderElement.focus();', browserId);
    await popup.waitFor(() => document.hasFocus(), { what: 'the popup to have the focus' });
  }

  /** Runs in the chrome context; `args[0]` is the extension's id, `args[1]` the argument. */
  #chrome<R>(body: string, argument: unknown = null): Promise<R> {
    return this.#live().chrome<R>(EXTENSION + body, [this.#geckoId, argument]);
  }

  #live(): Marionette {
    if (!this.#client) throw new Error('This Firefox is closed');
    return this.#client;
  }

  async #collectErrors(): Promise<void> {
    if (!this.#client) return;
    this.#errors.push(...(await this.#client.chrome<ConsoleError[]>(TAKE_ERRORS)));
  }

  #readLine(line: string): void {
    const call = /^console\.error: (.*)$/.exec(line)?.[1];
    if (call !== undefined) this.#errors.push({ kind: 'console', text: call, source: '' });
  }
}

function whereIs(page: Page): unknown {
  if (!(page instanceof FirefoxPage)) throw new Error('Not a tab of this browser');
  return page.where;
}

/** Runs in the page: the middle of the wanted element, of the selection's first line, or the corner. */
function findMenuPoint(selector: string | null): { x: number; y: number } {
  const selection = getSelection();
  const element = selector === null ? null : document.querySelector(selector);
  const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const box = element?.getBoundingClientRect() ?? range?.getClientRects()[0];
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 3, y: 3 };
}

/** As with a language pack that has no words; the preference alone chooses among the languages that are installed. */
const SPEAK = `Services.locale.availableLocales = [...new Set([args[0], ...Services.locale.availableLocales])];
  Services.locale.requestedLocales = [args[0]];`;

/** Errors of pages and extension contexts; those of the browser's own code (chrome, resource) are not ours. */
const WATCH_ERRORS = `
  window.backstoryErrors = [];
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
      if (!/^(moz-extension|https?|blob|data|evaluate):/.test(message.sourceName)) return;
      const kind = /content javascript|XPConnect JavaScript/.test(message.category) ? 'uncaught' : 'browser';
      window.backstoryErrors.push({ kind, text: message.errorMessage, source: message.sourceName });
    },
  });
`;
const TAKE_ERRORS = 'return window.backstoryErrors.splice(0);';

/** The item lies in the menu itself, or in the extension's submenu when it has more than one. */
const CHOOSE_MENU_ITEM = `
  const menu = document.getElementById('contentAreaContextMenu');
  const item = [...menu.querySelectorAll('menuitem')].find(({ id }) => id.endsWith('-menuitem-_' + args[1]));
  if (!item) {
    menu.hidePopup();
    return 'The context menu has no item ' + args[1];
  }
  const submenu = item.parentNode;
  if (submenu !== menu) {
    const shown = new Promise((resolve) => submenu.addEventListener('popupshown', resolve, { once: true }));
    submenu.parentNode.openMenu(true);
    await shown;
  }
  submenu.activateItem(item);
  return null;
`;

/** Presses the keys that the manifest (or the reader) gave the command. */
const PRESS_SHORTCUT = `${INPUT}
  const commands = await extension.shortcuts.allCommands();
  const shortcut = commands.find(({ name }) => name === args[1])?.shortcut;
  if (!shortcut) return 'The command ' + args[1] + ' has no shortcut';
  const parts = shortcut.split('+');
  const key = parts.pop();
  const modifiers = {
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl') || parts.includes('MacCtrl'),
    metaKey: parts.includes('Command'),
  };
  input(window).synthesizeKey(key.length > 1 ? 'KEY_' + key : key, modifiers);
  return null;
`;

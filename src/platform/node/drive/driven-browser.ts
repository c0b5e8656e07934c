/**
 * One interface over two real browsers with the built extension in them. `npm start`, the end-to-end
 * stories and the benches drive through it, so that a story is written once and runs in both.
 *
 * A *view* is anything that shows a document: a tab, the toolbar popup, the side panel, a frame in a page.
 * All input goes through the browser's own input pipeline, so handlers see `isTrusted: true`.
 */
import type { Truthy, WaitOptions } from './wait-until.ts';

export type BrowserKind = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** The built extension: an absolute folder with a manifest.json. */
  readonly extensionDir: string;
  /** Kept at close when given; otherwise a fresh one is made and removed. */
  readonly profileDir?: string;
  /** Default true. */
  readonly headless?: boolean;
  /** A proxy on loopback that all traffic of the browser goes through, loopback addresses included. */
  readonly proxyPort?: number;
  /** The browser's own language, as the folders of `_locales` follow it; its menus stay English where it has no words. */
  readonly locale?: string;
  /** Firefox preferences on top of ours. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Chromium switches on top of ours. */
  readonly switches?: readonly string[];
}

/** What crosses from and to a document: JSON only. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface View {
  url(): Promise<string>;
  /**
   * Runs a function inside the document, in the page's own world (an extension page has `chrome`/`browser`).
   * The function is sent as text: it sees its arguments and the document, nothing of the test's scope.
   */
  evaluate<A extends readonly Json[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Evaluates until the answer is truthy, and returns it. A document that is being replaced counts as no. */
  waitFor<A extends readonly Json[], R>(
    run: (...args: A) => R,
    options?: WaitOptions,
    ...args: A
  ): Promise<Truthy<Awaited<R>>>;
  /** Waits for the element, scrolls it into view, and clicks its middle. */
  click(selector: string): Promise<void>;
  hover(selector: string): Promise<void>;
  /** Coordinates are CSS pixels of this view's viewport. For text without an element, such as a mark. */
  clickAt(point: Point): Promise<void>;
  hoverAt(point: Point): Promise<void>;
  /** Presses at `from`, moves to `to`, releases: how a reader selects text. */
  drag(from: Point, to: Point): Promise<void>;
  /** Types into whatever has the focus; with a selector, clicks that element first. */
  type(text: string, selector?: string): Promise<void>;
  /** A key by its DOM name, with modifiers: `Enter`, `ArrowDown`, `Shift+Tab`, `Control+a`. */
  press(key: string): Promise<void>;
  /** Writes a PNG. */
  screenshot(file: string, options?: { readonly fullPage?: boolean }): Promise<void>;
  close(): Promise<void>;
}

export interface Emulation {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A tab. */
export interface Page extends View {
  /** Until the load event. Rejects when there is nothing to show (refused, blocked). */
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  reload(): Promise<void>;
  /** Selects the tab. */
  activate(): Promise<void>;
  emulate(emulation: Emulation): Promise<void>;
  /** The frame whose address contains `urlPart`, awaited; also one inside a closed shadow root. */
  frame(urlPart: string, options?: WaitOptions): Promise<View>;
}

export interface Badge {
  readonly text: string;
  readonly title: string;
}

export interface ConsoleError {
  /** `uncaught` exceptions and rejections, `console.error` calls, and what the `browser` logs as an error. */
  readonly kind: 'uncaught' | 'console' | 'browser';
  readonly text: string;
  /** The script's or document's address, '' when the browser does not say. */
  readonly source: string;
}

/** Bytes, garbage included. */
export interface HeldMemory {
  /**
   * By the extension's pages, workers and background. Chromium: what lies in their JavaScript heaps. Firefox: their
   * document trees and styles as well.
   */
  readonly held: number;
  /** All of the process they run in, engine included; null where the browser does not tell (Chromium). */
  readonly process: number | null;
}

export interface ContextMenuClick {
  /** The id the extension gave the item in `contextMenus.create`. */
  readonly itemId: string;
  /** What to right-click; without it the selection, without one the body. */
  readonly selector?: string;
}

export interface DrivenBrowser {
  readonly kind: BrowserKind;
  /** `chrome-extension://…` or `moz-extension://…`, without a trailing slash. */
  readonly extensionOrigin: string;
  readonly profileDir: string;
  /** A new selected tab. */
  newPage(url?: string): Promise<Page>;
  /** A new selected tab with a page of the extension, such as `welcome.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /** The tab whose address contains `urlPart`, awaited: one that the extension or a link opened. */
  waitForPage(urlPart: string, options?: WaitOptions): Promise<Page>;
  /** Clicks the toolbar button while `page` is selected: the real popup, and the real `activeTab` grant. */
  openPopup(page: Page): Promise<View>;
  /** The real side panel (Firefox: sidebar) of the window that shows `page`. */
  openSidePanel(page: Page): Promise<View>;
  badge(page: Page): Promise<Badge>;
  /** Differs between two starts of the background; `null` while it is not running. */
  bootId(): Promise<string | null>;
  /** Wakes the background and runs a function in it, sent as text; for the naive extensions that attacks are proved on. */
  inBackground<A extends readonly Json[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Ends the background as the browser does when it is idle, and returns once it is gone. */
  killBackground(): Promise<void>;
  clickContextMenu(page: Page, click: ContextMenuClick): Promise<void>;
  /** Runs a command of the manifest's `commands` while `page` is selected. */
  runCommand(page: Page, name: string): Promise<void>;
  /** Closes the browser and starts it again on the same profile. Earlier views are dead afterwards. */
  restart(): Promise<void>;
  /** The same, but its process is killed as a crash or a power cut does: it writes nothing more. */
  crash(): Promise<void>;
  /** Kills the one process in which the extension's pages, workers and background run. Earlier views of it are dead. */
  crashExtension(): Promise<void>;
  /** Installs what lies in the extension's folder now over what is installed, as an update does, with all tabs open. */
  update(): Promise<void>;
  /** Asks the extension's pages and background to let go of what nobody holds; a figure of memory needs it before. */
  collectGarbage(): Promise<void>;
  extensionMemory(): Promise<HeldMemory>;
  /** Everything that went wrong in pages and extension contexts since launch, restarts included. */
  consoleErrors(): Promise<readonly ConsoleError[]>;
  /** Resolves when the browser's process has ended, whoever ended it. */
  closed(): Promise<void>;
  /** Ends the process that was started here, and removes the profile made here. */
  close(): Promise<void>;
}

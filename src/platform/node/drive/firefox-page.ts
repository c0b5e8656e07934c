/** A tab of Firefox: a view with an address bar. */
import type { Emulation, Page, Point, View } from './driven-browser.ts';
import { FirefoxView, INPUT, PRELUDE } from './firefox-view.ts';
import type { Marionette } from './marionette.ts';
import { type WaitOptions, waitUntil } from './wait-until.ts';

const TAB = `${PRELUDE}
  const browser = contextOf(args[0]).top.embedderElement;
  const window = browser.ownerDocument.defaultView;
  const { gBrowser } = window;
`;

/**
 * `loaded()` resolves when the next top-level load of `browser` has ended, also when the page comes out of
 * the back/forward cache or only its fragment changes; it rejects when the load failed.
 */
const LOADED = `
  const loaded = (wanted, start) => new Promise((resolve, reject) => {
    const { STATE_STOP, STATE_IS_WINDOW, LOCATION_CHANGE_SAME_DOCUMENT } = Ci.nsIWebProgressListener;
    const finish = (settle) => {
      gBrowser.removeTabsProgressListener(listener);
      settle();
    };
    const listener = {
      onStateChange(tab, progress, request, flags, status) {
        if (tab !== browser || !progress.isTopLevel || !(flags & STATE_STOP) || !(flags & STATE_IS_WINDOW)) return;
        if (status === Cr.NS_BINDING_ABORTED) return;
        // The end of the blank page that every new tab starts with.
        if (wanted && wanted !== 'about:blank' && browser.currentURI.spec === 'about:blank') return;
        if (Components.isSuccessCode(status)) finish(resolve);
        else finish(() => reject(new Error('Navigation failed: 0x' + status.toString(16))));
      },
      onLocationChange(tab, progress, request, location, flags) {
        if (tab === browser && progress.isTopLevel && flags & LOCATION_CHANGE_SAME_DOCUMENT) finish(resolve);
      },
    };
    gBrowser.addTabsProgressListener(listener);
    start();
  });
`;

export class FirefoxPage extends FirefoxView implements Page {
  readonly #browserId: number;

  constructor(client: Marionette, browserId: number) {
    super(client, { browserId });
    this.#browserId = browserId;
  }

  async goto(url: string): Promise<void> {
    await this.#navigate(
      `browser.loadURI(Services.io.newURI(args[1]), {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
      })`,
      url,
    );
  }

  back(): Promise<void> {
    return this.#navigate('browser.goBack(false)');
  }

  forward(): Promise<void> {
    return this.#navigate('browser.goForward(false)');
  }

  reload(): Promise<void> {
    return this.#navigate('browser.reload()');
  }

  async activate(): Promise<void> {
    await this.client.chrome(
      `${TAB} gBrowser.selectedTab = gBrowser.getTabForBrowser(browser); browser.focus();`,
      [this.where],
    );
  }

  async emulate({ colorScheme, reducedMotion, viewport }: Emulation): Promise<void> {
    const wanted = [colorScheme ?? null, reducedMotion ?? null, viewport ?? null];
    await this.client.chrome(
      `${TAB}
      const [scheme, calm, viewport] = args[1];
      if (scheme) contextOf(args[0]).top.prefersColorSchemeOverride = scheme;
      if (calm !== null) Services.prefs.setIntPref('ui.prefersReducedMotion', calm ? 1 : 0);
      for (const side of viewport ? ['width', 'height'] : []) {
        for (const rule of ['', 'min-', 'max-']) browser.style.setProperty(rule + side, viewport[side] + 'px');
      }`,
      [this.where, wanted],
    );
    if (!viewport) return;
    await this.waitFor((width) => innerWidth === width, { what: 'the new viewport' }, viewport.width);
  }

  async frame(urlPart: string, options?: WaitOptions): Promise<View> {
    const contextId = await waitUntil(
      () =>
        this.client.chrome<number | null>(
          `${PRELUDE}
          const frames = contextOf(args[0]).getAllBrowsingContextsInSubtree().slice(1);
          return frames.find((frame) => frame.currentURI?.spec.includes(args[1]))?.id ?? null;`,
          [this.where, urlPart],
        ),
      { what: `a frame with ${urlPart}`, ...options },
    );
    return new FirefoxFrame(this.client, { contextId });
  }

  override async close(): Promise<void> {
    await this.client.chrome(`${TAB} gBrowser.removeTab(gBrowser.getTabForBrowser(browser));`, [this.where]);
  }

  /** Right-clicks, so that Firefox opens its own context menu. */
  async openContextMenu(point: Point): Promise<void> {
    await this.mouse(point, 'contextmenu', 2);
  }

  async #navigate(start: string, url: string | null = null): Promise<void> {
    await this.client.chrome(
      `${TAB}${LOADED} await loaded(args[1], () => ${start});`,
      [this.where, url],
      60_000,
    );
    await this.waitFor(() => document.readyState === 'complete', { what: 'the page to be loaded' });
  }

  /** In the parent process, at this tab's place in the window; returns when the content has handled it. */
  protected override async mouse(point: Point, type: string, button = 0): Promise<void> {
    await this.activate();
    await this.client.chrome(
      `${TAB}${INPUT}
      const box = browser.getBoundingClientRect();
      const [point, type, button] = args[1];
      await new Promise((resolve) => {
        input(window).synthesizeMouseAtPoint(box.x + point.x, box.y + point.y,
          { type, button, clickCount: 1 }, window, resolve);
      });`,
      [{ browserId: this.#browserId }, [point, type, button]],
    );
  }
}

/** A frame in a tab; closing it is the page's affair. */
class FirefoxFrame extends FirefoxView {
  override async close(): Promise<void> {}
}

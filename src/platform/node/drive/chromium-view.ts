/** A document in Chromium: a tab, the toolbar popup, the side panel, or a frame. */
import type { Frame, KeyInput, Page as PuppeteerPage } from 'puppeteer-core';
import type { Emulation, Json, Page, Point, View } from './driven-browser.ts';
import { type Truthy, type WaitOptions, waitUntil } from './wait-until.ts';

export class ChromiumView implements View {
  protected readonly page: PuppeteerPage;
  readonly #frame: Frame | null;

  /** With a frame, the view is that frame of the page, and coordinates are the frame's own. */
  constructor(page: PuppeteerPage, frame: Frame | null = null) {
    this.page = page;
    this.#frame = frame;
  }

  async url(): Promise<string> {
    return (this.#frame ?? this.page).url();
  }

  async evaluate<A extends readonly Json[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    // As text, so that the function is the same as in Firefox: nothing of a bundler's or puppeteer's around it.
    const source = `(${run}).apply(null, ${JSON.stringify(args)})`;
    return (await (this.#frame ?? this.page).evaluate(source)) as Awaited<R>;
  }

  waitFor<A extends readonly Json[], R>(
    run: (...args: A) => R,
    options?: WaitOptions,
    ...args: A
  ): Promise<Truthy<Awaited<R>>> {
    return waitUntil(() => this.evaluate(run, ...args), { what: run.toString(), ...options });
  }

  async click(selector: string): Promise<void> {
    await this.clickAt(await this.#middleOf(selector));
  }

  async hover(selector: string): Promise<void> {
    await this.hoverAt(await this.#middleOf(selector));
  }

  async clickAt(point: Point): Promise<void> {
    const { x, y } = await this.#inPage(point);
    await this.page.mouse.click(x, y);
  }

  async hoverAt(point: Point): Promise<void> {
    const { x, y } = await this.#inPage(point);
    await this.page.mouse.move(x - 2, y);
    await this.page.mouse.move(x, y);
  }

  async drag(from: Point, to: Point): Promise<void> {
    const [start, end] = [await this.#inPage(from), await this.#inPage(to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  async type(text: string, selector?: string): Promise<void> {
    await this.beforeInput();
    if (selector !== undefined) await this.click(selector);
    await this.page.keyboard.type(text);
  }

  async press(combination: string): Promise<void> {
    const parts = combination === '+' ? ['+'] : combination.split('+');
    const keys = parts.map((part) => (part === 'Ctrl' ? 'Control' : part) as KeyInput);
    const key = keys.pop() ?? ('' as KeyInput);
    await this.beforeInput();
    for (const modifier of keys) await this.page.keyboard.down(modifier);
    try {
      await this.page.keyboard.press(key);
    } catch (error) {
      // The key closed the popup it was pressed in, so its release has no target any more.
      if (!this.page.isClosed() && !/closed|detached/i.test(String(error))) throw error;
    }
    for (const modifier of keys.reverse()) await this.page.keyboard.up(modifier).catch(() => {});
  }

  async screenshot(file: string, options: { readonly fullPage?: boolean } = {}): Promise<void> {
    const clip = this.#frame ? await (await this.#frame.frameElement())?.boundingBox() : null;
    await this.page.screenshot({
      path: file as `${string}.png`,
      type: 'png',
      ...(clip ? { clip } : { fullPage: options.fullPage ?? false }),
    });
  }

  async close(): Promise<void> {
    if (!this.#frame && !this.page.isClosed()) await this.page.close();
  }

  /** Only a selected tab draws and takes input. */
  protected async beforeInput(): Promise<void> {}

  async #middleOf(selector: string): Promise<Point> {
    const middle = (css: string) => {
      const element = document.querySelector(css);
      element?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const box = element?.getBoundingClientRect();
      return box && box.width + box.height > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    return this.waitFor(middle, { what: `${selector} to be visible` }, selector);
  }

  /** The frame's point in the coordinates of its page, once the page has drawn what was last done to it. */
  async #inPage(point: Point): Promise<Point> {
    await this.beforeInput();
    await this.page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))');
    let { x, y } = point;
    for (let frame = this.#frame; frame?.parentFrame(); frame = frame.parentFrame()) {
      const box = await (await frame.frameElement())?.boundingBox();
      x += box?.x ?? 0;
      y += box?.y ?? 0;
    }
    return { x, y };
  }
}

/** A tab. */
export class ChromiumPage extends ChromiumView implements Page {
  /** For what only Chromium can do (tracing, CDP); a story that uses it is a story for one browser. */
  get puppeteer(): PuppeteerPage {
    return this.page;
  }

  protected override async beforeInput(): Promise<void> {
    if (await this.page.evaluate('document.visibilityState !== "visible"')) await this.activate();
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  }

  async back(): Promise<void> {
    await this.page.goBack({ waitUntil: 'load' });
  }

  async forward(): Promise<void> {
    await this.page.goForward({ waitUntil: 'load' });
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'load' });
  }

  async activate(): Promise<void> {
    await this.page.bringToFront();
  }

  async emulate({ colorScheme, reducedMotion, viewport }: Emulation): Promise<void> {
    const features = [];
    if (colorScheme) features.push({ name: 'prefers-color-scheme', value: colorScheme });
    if (reducedMotion !== undefined) {
      features.push({ name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' });
    }
    if (features.length > 0) await this.page.emulateMediaFeatures(features);
    if (viewport) await this.page.setViewport({ ...viewport, deviceScaleFactor: 1 });
  }

  async frame(urlPart: string, options?: WaitOptions): Promise<View> {
    const frame = await waitUntil(
      () => this.page.frames().find((one) => one !== this.page.mainFrame() && one.url().includes(urlPart)),
      { what: `a frame with ${urlPart}`, ...options },
    );
    return new ChromiumView(this.page, frame);
  }
}

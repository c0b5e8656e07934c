/**
 * A document in Firefox, reached from the chrome context through the actor that Marionette itself uses.
 * That one way works for tabs, the toolbar popup, the sidebar, cross-origin frames and the background page,
 * so no window has to be "switched to" and views can be used side by side.
 *
 * Input to tabs starts in the parent process and takes the way of a reader's hand (hit testing, focus,
 * user activation). The popup and the sidebar are documents of their own widgets, whose position the chrome
 * window's coordinates do not cover: their mouse events start in their own process.
 */
import { writeFile } from 'node:fs/promises';
import type { Json, Point, View } from './driven-browser.ts';
import type { Marionette } from './marionette.ts';
import { type Truthy, type WaitOptions, waitUntil } from './wait-until.ts';

/** `browserId` survives navigation, also across processes; `contextId` names a frame. */
export type Where = { readonly browserId: number } | { readonly contextId: number };

/** Chrome-context prelude: `contextOf(where)`, and Firefox's own input synthesis as `input(window)`. */
export const PRELUDE = `
  const contextOf = (where) => {
    const context = where.browserId
      ? BrowsingContext.getCurrentTopByBrowserId(where.browserId)
      : BrowsingContext.get(where.contextId);
    if (!context?.currentWindowGlobal) throw new Error('This view is gone');
    return context;
  };
`;
export const INPUT = `
  const input = (window) => {
    const scope = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
    Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', scope);
    return scope;
  };
`;
const RUN = `${PRELUDE}
  const [where, script, scriptArgs, options] = args;
  const actor = contextOf(where).currentWindowGlobal.getActor('MarionetteCommands');
  return await actor.executeScript(script, scriptArgs, options);
`;

/** Firefox would wait ten seconds; reading ten thousand articles takes longer where the machine does other things, too. */
const SCRIPT_MS = 60_000;

export class FirefoxView implements View {
  protected readonly client: Marionette;
  readonly where: Where;

  constructor(client: Marionette, where: Where) {
    this.client = client;
    this.where = where;
  }

  url(): Promise<string> {
    return this.client.chrome(`${PRELUDE} return contextOf(args[0]).currentURI?.spec ?? '';`, [this.where]);
  }

  evaluate<A extends readonly Json[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const options = { file: 'evaluate:', timeout: SCRIPT_MS };
    const script = `return (${run}).apply(null, arguments);`;
    return this.client.chrome(RUN, [this.where, script, args, options], 2 * SCRIPT_MS);
  }

  waitFor<A extends readonly Json[], R>(
    run: (...args: A) => R,
    options?: WaitOptions,
    ...args: A
  ): Promise<Truthy<Awaited<R>>> {
    return waitUntil(() => this.evaluate(run, ...args), { what: run.toString(), ...options });
  }

  async click(selector: string): Promise<void> {
    await this.clickAt(await this.middleOf(selector));
  }

  async hover(selector: string): Promise<void> {
    await this.hoverAt(await this.middleOf(selector));
  }

  async clickAt(point: Point): Promise<void> {
    await this.mouse(point, 'mousemove');
    await this.mouse(point, 'mousedown');
    await this.mouse(point, 'mouseup');
  }

  async hoverAt(point: Point): Promise<void> {
    await this.mouse({ x: point.x - 2, y: point.y }, 'mousemove');
    await this.mouse(point, 'mousemove');
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.mouse(from, 'mousemove');
    await this.mouse(from, 'mousedown');
    await this.mouse({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, 'mousemove');
    await this.mouse(to, 'mousemove');
    await this.mouse(to, 'mouseup');
  }

  async type(text: string, selector?: string): Promise<void> {
    if (selector !== undefined) await this.click(selector);
    await this.keys(`for (const character of args[1]) await key(character, {});`, text);
  }

  async press(combination: string): Promise<void> {
    const { key, modifiers } = parseKey(combination);
    await this.keys(`await key(args[1].key, args[1].modifiers);`, { key, modifiers });
  }

  async screenshot(file: string, options: { readonly fullPage?: boolean } = {}): Promise<void> {
    const whole = options.fullPage
      ? await this.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return { width: scrollWidth, height: scrollHeight };
        })
      : null;
    const png = await this.client.chrome<string>(
      `${PRELUDE}
      const rect = args[1] && new DOMRect(0, 0, args[1].width, args[1].height);
      const picture = await contextOf(args[0]).currentWindowGlobal.drawSnapshot(rect, 1, 'white');
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      canvas.getContext('2d').drawImage(picture, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return bytes.toBase64();`,
      [this.where, whole],
    );
    await writeFile(file, Buffer.from(png, 'base64'));
  }

  /** Closes the popup that holds this view, or the sidebar. */
  async close(): Promise<void> {
    await this.client.chrome(
      `${PRELUDE}
      const browser = contextOf(args[0]).top.embedderElement;
      const panel = browser.closest('panel');
      if (panel) panel.hidePopup();
      else SidebarController.hide();`,
      [this.where],
    );
  }

  protected async middleOf(selector: string): Promise<Point> {
    const middle = (css: string) => {
      const element = document.querySelector(css);
      element?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const box = element?.getBoundingClientRect();
      return box && box.width + box.height > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    return this.waitFor(middle, { what: `${selector} to be visible` }, selector);
  }

  /** In the document's own process: for widgets of their own. */
  protected async mouse(point: Point, type: string, button = 0): Promise<void> {
    const script = `${INPUT}
      input(window).synthesizeMouseAtPoint(arguments[0], arguments[1],
        { type: arguments[2], button: arguments[3], clickCount: 1 }, window);
      return new Promise((resolve) => window.setTimeout(resolve, 0));`;
    const args = [point.x, point.y, type, button];
    await this.client.chrome(RUN, [this.where, script, args, { sandboxName: 'system' }]);
  }

  /** From the parent process, to whatever has the focus of this view's window. */
  protected async keys(body: string, argument: Json): Promise<void> {
    await this.client.chrome(
      `${PRELUDE}${INPUT}
      const top = contextOf(args[0]).top;
      const browser = top.embedderElement;
      if (Services.focus.focusedElement !== browser) browser.focus();
      const actor = contextOf(args[0]).currentWindowGlobal.getActor('MarionetteCommands');
      const synthesis = input(browser.ownerDocument.defaultView);
      const key = async (name, modifiers) => {
        synthesis.synthesizeKey(name.length > 1 && [...name].length > 1 ? 'KEY_' + name : name, modifiers);
      };
      ${body}
      // A round trip: the keys went to the document's process before it.
      try {
        await actor.executeScript('return new Promise((done) => setTimeout(done, 0));', [], {});
      } catch {
        // The key closed or replaced the document.
      }`,
      [this.where, argument],
    );
  }
}

const MODIFIERS: Readonly<Record<string, string>> = {
  Control: 'ctrlKey',
  Ctrl: 'ctrlKey',
  Shift: 'shiftKey',
  Alt: 'altKey',
  Meta: 'metaKey',
};

function parseKey(combination: string): { key: string; modifiers: { [name: string]: boolean } } {
  const parts = combination === '+' ? ['+'] : combination.split('+');
  const key = parts.pop() ?? '';
  const modifiers: { [name: string]: boolean } = {};
  for (const part of parts) {
    const name = MODIFIERS[part];
    if (name === undefined) throw new Error(`Unknown modifier ${part} in ${combination}`);
    modifiers[name] = true;
  }
  return { key: key === 'Space' ? ' ' : key, modifiers };
}

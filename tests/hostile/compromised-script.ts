/**
 * A content script in a stranger's hands: a function run in our own isolated world of a tab, with everything that our
 * script there may call. Also the way in which these tests build the naive extension that their attacks must succeed
 * against.
 */
import type { Json } from '../../src/platform/node/drive/driven-browser.ts';
import type { Story } from '../e2e/story.ts';

interface Injection {
  readonly result: Json;
}

/** Runs `run` there; it is sent as text, and sees its arguments and the document alone. */
export async function runInContentWorld<A extends readonly Json[], R>(
  story: Story,
  url: string,
  run: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const desk = await story.browser.openExtensionPage('options.html');
  // Our pages run no text as code; the driver's functions are sent as text, so this one carries the other inside it.
  const inject = Object.assign(
    (_address: string, _given: readonly Json[]): Promise<Json> => Promise.reject(),
    {
      toString: () => `async (address, given) => {
      const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === address);
      const [injected] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: ${run}, args: given });
      return injected.result ?? null;
    }`,
    },
  );
  const result: Injection['result'] = await desk.evaluate(inject, url, args as unknown as Json[]);
  await desk.close();
  return result as Awaited<R>;
}

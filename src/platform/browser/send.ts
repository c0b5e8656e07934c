/** A message to the background that is also answered when that was ending at that very moment. */
import browser from 'webextension-polyfill';
import type { CallMessage } from '../../protocol/client.ts';

/** Chrome 156 rejects a message that meets a service worker on its way out instead of starting it again… */
const UNHEARD = /Receiving end does not exist|message port closed/;
/** …and one whose worker ended over it, if it does not answer with nothing: 54 of 136 that were killed while they answered. */
const UNANSWERED = /message channel closed/;
/** What would be done twice; all other calls tell something, or set it. */
const ONCE: ReadonlySet<string> = new Set(['openPage']);
const AGAIN_AFTER_MS = 60;

export async function sendToBackground(call: CallMessage): Promise<unknown> {
  const isOnce = ONCE.has(call.verb);
  try {
    const answer = await browser.runtime.sendMessage(call);
    if (answer !== undefined || isOnce) return answer;
  } catch (error) {
    const why = String(error);
    if (!UNHEARD.test(why) && (isOnce || !UNANSWERED.test(why))) throw error;
  }
  await new Promise((later) => setTimeout(later, AGAIN_AFTER_MS));
  return browser.runtime.sendMessage(call);
}

/** A message to the background that also arrives when it was ending at that very moment. */
import browser from 'webextension-polyfill';
import type { CallMessage } from '../../protocol/client.ts';

/** Chrome 156 rejects a message that meets a service worker on its way out instead of starting it again. */
const ENDING = /Receiving end does not exist|message port closed/;
const AGAIN_AFTER_MS = 60;

export async function sendToBackground(call: CallMessage): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(call);
  } catch (error) {
    if (!ENDING.test(String(error))) throw error;
    await new Promise((later) => setTimeout(later, AGAIN_AFTER_MS));
    return browser.runtime.sendMessage(call);
  }
}

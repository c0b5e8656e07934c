/** The content script's door to the background. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { BackgroundPort } from '../../page/background-port.ts';
import type { PageCalls, TabCalls } from '../../protocol/calls.ts';
import { createClient } from '../../protocol/client.ts';
import { answerCall, isCallMessage } from '../../protocol/server.ts';
import { sendToBackground } from './send.ts';

export function createPagePort(): BackgroundPort {
  return {
    calls: createClient<PageCalls>('background', sendToBackground),
    onCall: (handlers, signal) => {
      const onMessage = (call: unknown, sender: Runtime.MessageSender) => {
        // The background has no tab; anything else with our id here is another content script.
        if (sender.id !== browser.runtime.id || sender.tab || !isCallMessage(call, 'tab')) return undefined;
        return answerCall<TabCalls, undefined>(call, undefined, handlers, null);
      };
      browser.runtime.onMessage.addListener(onMessage);
      signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
    },
    cardUrl: (ticket) => `${browser.runtime.getURL('/card.html')}#${ticket}`,
    ownMarksUrl: (ticket) => `${browser.runtime.getURL('/own-marks.html')}#${ticket}`,
    isAlive: () => {
      try {
        return browser.runtime?.id !== undefined;
      } catch {
        return false; // Firefox throws on a dead context
      }
    },
  };
}

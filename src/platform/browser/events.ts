/** Facts announced to whichever of our pages are open; nobody listening is no error. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { PanelEvents } from '../../protocol/calls.ts';
import { classifySender } from '../../protocol/sender.ts';

interface EventMessage {
  readonly event: keyof PanelEvents;
  readonly fact: unknown;
}

export function announce<Name extends keyof PanelEvents>(event: Name, fact: PanelEvents[Name]): void {
  browser.runtime.sendMessage({ event, fact } satisfies EventMessage).catch(() => undefined);
}

/** Listeners of this page, which no message of its own reaches. */
const here = new Set<(message: EventMessage) => void>();

/** To the other pages, and in this one: behind the message, so that whoever asks the background next is answered anew. */
export function announceEverywhere<Name extends keyof PanelEvents>(
  event: Name,
  fact: PanelEvents[Name],
): void {
  announce(event, fact);
  for (const listener of here) listener({ event, fact });
}

export function listen<Name extends keyof PanelEvents>(
  name: Name,
  listener: (fact: PanelEvents[Name]) => void,
  signal: AbortSignal,
): void {
  const own = { id: browser.runtime.id, url: browser.runtime.getURL('/') };
  const tell = ({ event, fact }: EventMessage) => {
    if (event === name) listener(fact as PanelEvents[Name]);
  };
  const onMessage = (message: unknown, sender: Runtime.MessageSender): undefined => {
    // A content script announces nothing: it would draw forged settings, or have the archive opened without end.
    if (isEvent(message) && classifySender(sender, own).kind === 'panel') tell(message);
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  here.add(tell);
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(onMessage);
    here.delete(tell);
  });
}

function isEvent(message: unknown): message is EventMessage {
  return typeof message === 'object' && message !== null && 'event' in message;
}

/** Facts announced to whichever of our pages are open; nobody listening is no error. */
import browser from 'webextension-polyfill';
import type { PanelEvents } from '../../protocol/calls.ts';

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
  const onMessage = (message: unknown): undefined => {
    const { event, fact } = message as Partial<EventMessage>;
    if (event === name) listener(fact as PanelEvents[Name]);
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  here.add(onMessage);
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(onMessage);
    here.delete(onMessage);
  });
}

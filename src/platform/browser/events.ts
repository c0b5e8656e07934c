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
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}

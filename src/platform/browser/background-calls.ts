/**
 * Who may ask the background what. Privilege is the sender's origin, which the browser fills in: our own origin may
 * ask everything; a content script (our id, a web page's origin, top frame of a tab) the few PageCalls; nobody else
 * anything. `sender.tab` is used to know which tab, never to grant a right.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import type { CardTickets } from '../../library/card-tickets.ts';
import { createPageHandlers } from '../../library/page-calls.ts';
import type { PageSessions } from '../../library/page-sessions.ts';
import { createPanelHandlers } from '../../library/panel-calls.ts';
import type { LibraryPorts } from '../../library/ports.ts';
import { PAGE_GUARDS } from '../../protocol/page-guards.ts';
import { answerCall, isCallMessage } from '../../protocol/server.ts';

/** Chrome names the origin; Firefox gives the address only. */
function originOf(sender: Runtime.MessageSender): string | null {
  const named = (sender as { origin?: string }).origin;
  if (named !== undefined) return named;
  try {
    return sender.url === undefined ? null : new URL(sender.url).origin;
  } catch {
    return null;
  }
}

/** `origin` of our own pages, in the form `originOf` gives. */
const ownOrigin = () => new URL(browser.runtime.getURL('/')).origin;

/** Firefox gives moz-extension addresses the opaque origin 'null': compare the address instead. */
function isOwnPage(sender: Runtime.MessageSender): boolean {
  const own = browser.runtime.getURL('/');
  const origin = originOf(sender);
  if (origin !== null && origin !== 'null') return origin === ownOrigin() || `${origin}/` === own;
  return (sender as { origin?: string }).origin === undefined && sender.url?.startsWith(own) === true;
}

export function serveCalls(ports: LibraryPorts, sessions: PageSessions, tickets: CardTickets): void {
  const page = createPageHandlers(ports, sessions, tickets);
  const panel = createPanelHandlers(ports, tickets);
  browser.runtime.onMessage.addListener((call: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isCallMessage(call, 'background')) return undefined;
    const tabId = sender.tab?.id ?? null;
    if (isOwnPage(sender)) return answerCall(call, { tabId }, panel, null);
    if (tabId === null || sender.frameId !== 0) return undefined;
    return answerCall(call, { tabId }, page, PAGE_GUARDS);
  });
}

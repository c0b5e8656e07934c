/** Messages to the background: each sender gets the calls it may make, nobody else an answer. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { CardTickets } from '../../library/card-tickets.ts';
import { createPageHandlers } from '../../library/page-calls.ts';
import type { PageSessions } from '../../library/page-sessions.ts';
import { createPanelHandlers } from '../../library/panel-calls.ts';
import type { LibraryPorts } from '../../library/ports.ts';
import { PAGE_GUARDS } from '../../protocol/page-guards.ts';
import { classifySender } from '../../protocol/sender.ts';
import { answerCall, isCallMessage } from '../../protocol/server.ts';

export function serveCalls(ports: LibraryPorts, sessions: PageSessions, tickets: CardTickets): void {
  const page = createPageHandlers(ports, sessions, tickets);
  const panel = createPanelHandlers(ports, tickets);
  const own = { id: browser.runtime.id, url: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener((call: unknown, facts: Runtime.MessageSender) => {
    if (!isCallMessage(call, 'background')) return undefined;
    const sender = classifySender(facts, own);
    if (sender.kind === 'nobody') return undefined;
    return sender.kind === 'panel'
      ? answerCall(call, { tabId: sender.tabId }, panel, null)
      : answerCall(call, { tabId: sender.tabId, url: sender.url }, page, PAGE_GUARDS);
  });
}

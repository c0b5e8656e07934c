/**
 * What content scripts may ask. The answers hold positions of names and sentences of the bundled archive and one-time tickets;
 * archive text never travels this way (TRUST R1, R2).
 */
import type { PageCalls, PageText } from '../protocol/calls.ts';
import type { Handlers } from '../protocol/server.ts';
import { fail, succeed } from '../text/result.ts';
import { askArchive } from './ask-archive.ts';
import type { CardTickets } from './card-tickets.ts';
import { describeEntity } from './describe-entity.ts';
import { lookUp } from './look-up.ts';
import { mentionAt } from './page-session.ts';
import type { PageSessions } from './page-sessions.ts';
import type { LibraryPorts } from './ports.ts';

/** Who asks: filled in from the browser's sender, never from a field. */
export interface PageContext {
  readonly tabId: number;
}

export function createPageHandlers(
  ports: LibraryPorts,
  sessions: PageSessions,
  tickets: CardTickets,
): Handlers<PageCalls, PageContext> {
  return {
    annotatePage: async (page: PageText, { tabId }) => {
      const archive = await ports.bundled();
      if (!archive.ok) return archive;
      const { marks, selectionButton, hoverCard, bySound } = await ports.settings.read();
      const blocks = sessions.read(tabId, archive.value, page, bySound);
      if (!blocks) return fail('session-lost', 'Send the page whole.');
      return succeed({ revision: page.revision, blocks: marks ? blocks : [], selectionButton, hoverCard });
    },

    markSentences: async ({ revision }, { tabId }) => {
      const archive = await ports.bundled();
      if (!archive.ok) return archive;
      const { marks } = await ports.settings.read();
      const session = sessions.get(tabId);
      if (session && revision > session.revision) return fail('stale', 'No such reading of this page.');
      const answer = await sessions.markSentences(tabId, archive.value);
      if (!answer) return fail('session-lost', 'Send the page whole.');
      return succeed(marks ? answer : { ...answer, blocks: [] });
    },

    openCard: async ({ key, start, end, revision }, { tabId }) => {
      // A card is as high as what it shows, and the page sees how high it is: the bundled archive only.
      const archive = await ports.bundled();
      if (!archive.ok) return archive;
      const session = sessions.get(tabId);
      if (!session) return fail('session-lost', 'Send the page whole.');
      if (revision > session.revision) return fail('stale', 'No such reading of this page.');
      const mention = mentionAt(session, key, start, end);
      if (!mention?.entityId) {
        const sentence = await sessions.sentenceAt(tabId, archive.value, { key, start, end });
        if (!sentence) return fail('not-found', 'Nothing that was marked stands there.');
        return succeed({ ticket: tickets.issue(tabId, { kind: 'seen', sentence }) });
      }
      const entity = describeEntity(archive.value, mention.entityId, mention.why);
      if (!entity.ok) return entity;
      const because = mention.because
        .filter((id) => id !== mention.entityId)
        .map((id) => archive.value.entityOf.get(id)?.prefLabel ?? id);
      const { exact, why } = mention;
      return succeed({
        ticket: tickets.issue(tabId, { kind: 'name', exact, why, because, entity: entity.value }),
      });
    },

    lookUpSelection: async ({ exact }, { tabId }) => {
      const bundled = await ports.bundled();
      if (!bundled.ok) return bundled;
      const ticket = tickets.issue(tabId, { kind: 'lookup', lookup: lookUp(bundled.value, exact) });
      void lookUpForPanel(ports, tabId, exact);
      return succeed({ ticket });
    },

    reportBlockedCard: async (_nothing, { tabId }) => {
      await sessions.blockCards(tabId);
      return succeed(null);
    },
  };
}

/** After the page's answer is on its way: what the whole archive holds is for the panel alone. */
async function lookUpForPanel(ports: LibraryPorts, tabId: number, text: string): Promise<void> {
  const archive = await ports.archive();
  const found = archive.ok ? await askArchive(archive.value, (whole) => lookUp(whole, text)) : archive;
  if (!found.ok) return;
  await ports.summaries.writeLookup(tabId, found.value);
  ports.announce('tabLookedUp', { tabId });
}

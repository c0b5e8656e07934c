/**
 * What content scripts may ask. The answers hold positions of names and sentences of the bundled archive and one-time tickets;
 * archive text never travels this way (TRUST R1, R2).
 */
import type { PageCalls, PageText } from '../protocol/calls.ts';
import type { Handlers } from '../protocol/server.ts';
import { fail, succeed } from '../text/result.ts';
import { askArchive } from './ask-archive.ts';
import type { CardTickets } from './card-tickets.ts';
import { lookUp } from './look-up.ts';
import { allowsOwnMarks, createCardAllowance, nameCard, OWN_CARD_HEIGHT, ownCardAt } from './own-marks.ts';
import { mentionAt, type PageContext } from './page-session.ts';
import type { PageSessions } from './page-sessions.ts';
import type { LibraryPorts } from './ports.ts';

const NOTHING_THERE = fail('not-found', 'Nothing that was marked stands there.');

export function createPageHandlers(
  ports: LibraryPorts,
  sessions: PageSessions,
  tickets: CardTickets,
): Handlers<PageCalls, PageContext> {
  const mayOpenOwn = createCardAllowance(ports.now);
  return {
    annotatePage: async (page: PageText, asker) => {
      await sessions.turns.free();
      const archive = await ports.bundled();
      if (!archive.ok) return archive;
      const settings = await ports.settings.read();
      const { marks, selectionButton, hoverCard, bySound } = settings;
      const ownMarks = await allowsOwnMarks(settings, ports.tabs, asker.tabId);
      const blocks = sessions.read(asker, archive.value, page, { bySound, ownMarks });
      if (!blocks) return fail('session-lost', 'Send the page whole.');
      const shown = { blocks: marks ? blocks : [], selectionButton, hoverCard, ownMarks };
      return succeed({ revision: page.revision, ...shown });
    },

    markSentences: async ({ revision }, { tabId }) => {
      await sessions.turns.free();
      const archive = await ports.bundled();
      if (!archive.ok) return archive;
      const { marks } = await ports.settings.read();
      const session = sessions.get(tabId);
      if (session && revision > session.revision) return fail('stale', 'No such reading of this page.');
      const answer = sessions.markSentences(tabId, archive.value);
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
      const at = { key, start, end };
      if (session.ownMarks) {
        const whole = await ports.archive();
        const known = whole.ok ? whole.value : archive.value;
        const isBundled = known === archive.value;
        const card = await askArchive(known, () => ownCardAt(known, session, at, isBundled));
        if (!card.ok || !card.value || !mayOpenOwn(tabId, session, at)) return NOTHING_THERE;
        return succeed({ ticket: tickets.issue(tabId, card.value, OWN_CARD_HEIGHT) });
      }
      const mention = mentionAt(session, key, start, end);
      if (mention?.entityId) {
        const card = nameCard(archive.value, mention, mention.entityId, 'bundled');
        return card ? succeed({ ticket: tickets.issue(tabId, card) }) : NOTHING_THERE;
      }
      const sentence = sessions.sentenceAt(tabId, archive.value, at);
      if (!sentence) return NOTHING_THERE;
      return succeed({ ticket: tickets.issue(tabId, { kind: 'seen', counts: 'bundled', sentence }) });
    },

    openOwnMarks: async (_nothing, { tabId }) =>
      (await allowsOwnMarks(await ports.settings.read(), ports.tabs, tabId))
        ? succeed({ ticket: tickets.issue(tabId, { kind: 'own-marks' }) })
        : fail('not-allowed', 'Own marks are not allowed on this site.'),

    lookUpSelection: async ({ exact }, { tabId }) => {
      const bundled = await ports.bundled();
      if (!bundled.ok) return bundled;
      const ticket = tickets.issue(tabId, { kind: 'lookup', lookup: lookUp(bundled.value, exact) });
      void sessions.turns.work(() => lookUpForPanel(ports, tabId, exact));
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

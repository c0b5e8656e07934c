/** The sessions of all tabs: readings come in, summaries for the panels and badges go out. */
import type { PageMarks, PageText } from '../protocol/calls.ts';
import { findRelated } from '../retrieval/related.ts';
import type { Archive } from './archive.ts';
import {
  allMentions,
  ambiguousNames,
  createPageSession,
  namesOnPage,
  type PageSession,
  type PageSummary,
  takeReading,
  textOf,
} from './page-session.ts';
import { toPassageView } from './passage-view.ts';
import type { LibraryPorts } from './ports.ts';

export interface PageSessions {
  /** Changed blocks' marks; null when a change arrives for a page that is not known (any more). */
  read(tabId: number, archive: Archive, page: PageText): PageMarks['blocks'] | null;
  get(tabId: number): PageSession | null;
  blockCards(tabId: number): Promise<void>;
  /** The tab went elsewhere or closed. */
  forget(tabId: number): Promise<void>;
  /** Resolves when every summary begun so far is written. */
  settled(): Promise<void>;
}

/** Passages listed for a page. */
const MOST_PASSAGES = 12;
/** Sessions kept in memory; the oldest is forgotten first, its page is sent whole again when it changes. */
const MOST_SESSIONS = 30;

export function createPageSessions(ports: LibraryPorts): PageSessions {
  const sessions = new Map<number, PageSession>();
  let writing: Promise<void> = Promise.resolve();

  const publish = (tabId: number, archive: Archive, session: PageSession) => {
    const revision = session.revision;
    // Otherwise a newer reading follows, or the tab is gone.
    const isCurrent = () => sessions.get(tabId) === session && session.revision === revision;
    writing = writing.then(async () => {
      const url = isCurrent() ? await urlOf(tabId) : null;
      if (!isCurrent()) return;
      const summary = summarise(archive, session, url);
      await ports.summaries.write(tabId, summary);
      if (!isCurrent()) return;
      await ports.tabs.showBadge(tabId, { names: summary.names.length });
      ports.announce('tabAnnotated', { tabId });
    });
    writing = writing.catch(() => undefined); // a tab that closed meanwhile must not stop the others
  };
  const urlOf = async (tabId: number) => (await ports.tabs.describe(tabId)).url;

  return {
    read: (tabId, archive, page) => {
      let session = sessions.get(tabId);
      if (!page.whole && !session) return null;
      if (page.whole || !session) session = createPageSession();
      sessions.delete(tabId);
      sessions.set(tabId, session);
      if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value as number);
      const blocks = takeReading(session, archive.knowledge, page);
      publish(tabId, archive, session);
      return blocks;
    },
    get: (tabId) => sessions.get(tabId) ?? null,
    blockCards: async (tabId) => {
      const session = sessions.get(tabId);
      if (session) session.cardBlocked = true;
      const summary = await ports.summaries.read(tabId);
      if (summary) await ports.summaries.write(tabId, { ...summary, cardBlocked: true });
      ports.announce('tabAnnotated', { tabId });
    },
    forget: async (tabId) => {
      sessions.delete(tabId);
      const forgetting = writing.then(() => ports.summaries.forget(tabId)); // after a summary that is being written
      writing = forgetting.catch(() => undefined);
      await forgetting;
    },
    settled: () => writing,
  };
}

function summarise(archive: Archive, session: PageSession, url: string | null): PageSummary {
  const names = namesOnPage(archive, session);
  const isThisPage = (place: number) => url !== null && archive.records[place]!.article.url === url;
  const mentions = allMentions(session);
  const related =
    names.length === 0
      ? []
      : findRelated(archive, {
          mentions,
          text: textOf(session),
          limit: MOST_PASSAGES,
          lines: 'texts',
          except: isThisPage,
        });
  return {
    revision: session.revision,
    url,
    title: session.title,
    names,
    ambiguous: ambiguousNames(archive, session),
    passages: related.map((passage) => toPassageView(archive, passage)),
    truncatedAt: session.truncatedAt,
    cardBlocked: session.cardBlocked,
  };
}

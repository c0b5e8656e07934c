/** The sessions of all tabs: readings come in, summaries for the panels and badges go out. */
import type { PageMarks, PageText } from '../protocol/calls.ts';
import { findRelated } from '../retrieval/related.ts';
import type { Archive } from './archive.ts';
import { ambiguousNames, namesOnPage } from './page-names.ts';
import {
  createPageSession,
  mentionsByBlock,
  type PageSession,
  type PageSummary,
  takeReading,
  textOf,
} from './page-session.ts';
import { toPassageView } from './passage-view.ts';
import type { LibraryPorts } from './ports.ts';

export interface PageSessions {
  /**
   * Changed blocks' marks, by the bundled archive alone; null when a change arrives for a page that is not known (any
   * more). What the whole archive knows follows after the answer, so that its size cannot be measured by the page.
   */
  read(tabId: number, bundled: Archive, page: PageText): PageMarks['blocks'] | null;
  get(tabId: number): PageSession | null;
  blockCards(tabId: number): Promise<void>;
  /** The tab went elsewhere or closed. */
  forget(tabId: number): Promise<void>;
  /** The archive changed: what it knows of the pages that are being read is told anew. */
  refresh(): void;
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

  const publish = (tabId: number, bundled: Archive, session: PageSession) => {
    const revision = session.revision;
    // Otherwise a newer reading follows, or the tab is gone.
    const isCurrent = () => sessions.get(tabId) === session && session.revision === revision;
    writing = writing.then(async () => {
      const url = isCurrent() ? await urlOf(tabId) : null;
      const opened = await ports.archive();
      if (!isCurrent()) return;
      const summary = summarise(opened.ok ? opened.value : bundled, bundled, session, url);
      await ports.summaries.write(tabId, summary);
      if (!isCurrent()) return;
      await ports.tabs.showBadge(tabId, { names: summary.names.length });
      ports.announce('tabAnnotated', { tabId });
    });
    writing = writing.catch(() => undefined); // a tab that closed meanwhile must not stop the others
  };
  const urlOf = async (tabId: number) => (await ports.tabs.describe(tabId)).url;

  return {
    read: (tabId, bundled, page) => {
      let session = sessions.get(tabId);
      if (!page.whole && !session) return null;
      if (page.whole || !session) session = createPageSession();
      sessions.delete(tabId);
      sessions.set(tabId, session);
      if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value as number);
      const blocks = takeReading(session, bundled.knowledge, page);
      publish(tabId, bundled, session);
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
    refresh: () => {
      void ports.bundled().then((bundled) => {
        if (bundled.ok) for (const [tabId, session] of sessions) publish(tabId, bundled.value, session);
      });
    },
    settled: () => writing,
  };
}

function summarise(
  archive: Archive,
  bundled: Archive,
  session: PageSession,
  url: string | null,
): PageSummary {
  const page = mentionsByBlock(session, archive.knowledge, archive === bundled);
  const names = namesOnPage(archive, page);
  const isThisPage = (place: number) => url !== null && archive.records[place]!.article.url === url;
  const mentions = [...page.values()].flat();
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
    ambiguous: ambiguousNames(archive, page),
    passages: related.map((passage) => toPassageView(archive, passage)),
    truncatedAt: session.truncatedAt,
    cardBlocked: session.cardBlocked,
  };
}

/** The sessions of all tabs: readings come in, summaries for the panels and badges go out. */
import type { PageMarks, PageText, SentenceMarks } from '../protocol/calls.ts';
import type { MentionPlace, SeenSentence } from '../protocol/views.ts';
import type { Result } from '../text/result.ts';
import { type AnswerTurns, createAnswerTurns } from './answer-turns.ts';
import type { Archive } from './archive.ts';
import { askArchive } from './ask-archive.ts';
import { ownMarksOf } from './own-marks.ts';
import { ambiguousNames, namesOnPage } from './page-names.ts';
import { askNewBlocks } from './page-reuse.ts';
import {
  createPageSession,
  mentionsByBlock,
  type PageContext,
  type PageSession,
  type PageSummary,
  type PageWishes,
  reuseBy,
  sentenceMarksOf,
  takeReading,
  textsOf,
} from './page-session.ts';
import { toPassageView } from './passage-view.ts';
import type { LibraryPorts } from './ports.ts';
import { placesFrom } from './read-article.ts';
import { passagesForPage, passagesUnheard } from './related-passages.ts';
import { seenSentenceAt, toSeenView } from './seen-view.ts';

export interface PageSessions {
  /** When pages may be answered beside the work that their readings cause. */
  readonly turns: AnswerTurns;
  /**
   * Changed blocks' marks, by the bundled archive alone; null when a change arrives for a page that is not known (any
   * more).
   */
  read(asker: PageContext, bundled: Archive, page: PageText, wishes: PageWishes): PageMarks['blocks'] | null;
  /**
   * Marks of sentences in blocks that were not asked about yet, by the bundled archive alone; null when the page is not
   * known (any more). What the whole archive knows of the reading follows after this answer, the second and last one
   * that the page waits for: so its size cannot be measured by the page.
   */
  markSentences(tabId: number, bundled: Archive): SentenceMarks | null;
  /** The marked sentence at this place, with its printings in the bundled archive; null when none is there. */
  sentenceAt(tabId: number, bundled: Archive, at: MentionPlace): SeenSentence | null;
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
/** Code units of a page by whose words passages are looked for: a book's first chapters; ten times that cost a second. */
const MOST_ASKED = 200_000;
/** Sessions kept in memory; the oldest is forgotten first, its page is sent whole again when it changes. */
const MOST_SESSIONS = 30;

export function createPageSessions(ports: LibraryPorts): PageSessions {
  const sessions = new Map<number, PageSession>();
  const turns = createAnswerTurns(ports);
  let writing: Promise<void> = Promise.resolve();

  /** `inTurn`: a page asked for it, and may ask again right behind. */
  const publish = (tabId: number, bundled: Archive, session: PageSession, inTurn: boolean) => {
    const revision = session.revision;
    // Otherwise a newer reading follows, or the tab is gone.
    const isCurrent = () => sessions.get(tabId) === session && session.revision === revision;
    const write = async (opened: Result<Archive>) => {
      if (!isCurrent()) return;
      const whole = opened.ok ? await summarise(opened.value, bundled, session) : opened;
      const told = whole.ok ? whole : await summarise(bundled, bundled, session);
      if (!isCurrent() || !told.ok) return;
      const summary = told.value;
      await ports.summaries.write(tabId, summary);
      if (!isCurrent()) return;
      await ports.tabs.showBadge(tabId, {
        names: summary.names.length,
        sentences: summary.seen.sentenceCount,
      });
      ports.announce('tabAnnotated', { tabId });
      if (session.ownMarks) await ports.tabs.calls(tabId).renewOwnMarks({});
    };
    writing = writing.then(async () => {
      // Before the turn: what opening takes is the same for every page.
      const opened = await ports.archive();
      await (inTurn ? turns.work(() => write(opened)) : write(opened));
    });
    writing = writing.catch(() => undefined); // a tab that closed meanwhile must not stop the others
  };
  const askBundled = (tabId: number, bundled: Archive) => {
    const session = sessions.get(tabId);
    if (!session) return null;
    const isFirst = session.bundledReuse?.archive !== bundled;
    const memory = reuseBy(session, bundled, true);
    return { session, memory, isFirst, asked: askNewBlocks(memory, textsOf(session), session.url) };
  };

  return {
    turns,
    read: ({ tabId, url }, bundled, page, wishes) => {
      let session = sessions.get(tabId);
      if (!page.whole && !session) return null;
      if (page.whole || !session) session = createPageSession(wishes);
      session.url = url;
      sessions.delete(tabId);
      sessions.set(tabId, session);
      if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value as number);
      return takeReading(session, bundled, page, ports.now());
    },
    markSentences: (tabId, bundled) => {
      const answer = askBundled(tabId, bundled);
      if (!answer) return null;
      const { session, memory, isFirst, asked } = answer;
      publish(tabId, bundled, session, true);
      const blocks = asked.map((key) => ({ key, marks: sentenceMarksOf(memory, key) }));
      return {
        revision: session.revision,
        whole: isFirst,
        blocks: blocks.filter(({ marks }) => marks.length > 0),
      };
    },
    sentenceAt: (tabId, bundled, at) => {
      const answer = askBundled(tabId, bundled);
      return answer && seenSentenceAt(answer.memory, textsOf(answer.session), at);
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
        if (bundled.ok)
          for (const [tabId, session] of sessions) publish(tabId, bundled.value, session, false);
      });
    },
    settled: () => writing,
  };
}

/** What is kept with the session on the way stands for texts that do not change: a run that missed something keeps it too. */
function summarise(archive: Archive, bundled: Archive, session: PageSession): Promise<Result<PageSummary>> {
  return askArchive(archive, () => summaryOf(archive, bundled, session));
}

function summaryOf(archive: Archive, bundled: Archive, session: PageSession): PageSummary {
  const page = mentionsByBlock(session, archive, archive === bundled);
  const { revision, url, title, bySound } = session;
  const names = namesOnPage(archive, page);
  const itself = new Set(placesFrom(archive, url));
  const mentions = [...page.values()].flat();
  const reuse = reuseBy(session, archive, archive === bundled);
  const texts = textsOf(session);
  askNewBlocks(reuse, texts, url);
  const question = {
    mentions,
    text: [...texts.values()].join('\n').slice(0, MOST_ASKED),
    limit: MOST_PASSAGES,
    lines: 'texts',
    except: (place: number) => itself.has(place),
  } as const;
  const seen = toSeenView(reuse, texts);
  const own = session.ownMarks && archive !== bundled ? ownMarksOf(session, page, reuse) : [];
  const related = bySound ? passagesForPage(archive, question) : passagesUnheard(archive, question);
  return {
    ...{ revision, url, title, names },
    ambiguous: ambiguousNames(archive, page),
    passages: related.map((passage) => toPassageView(archive, passage)),
    seen,
    truncatedAt: session.truncatedAt,
    cardBlocked: session.cardBlocked,
    own,
  };
}

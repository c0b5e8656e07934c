/**
 * The contract between runtimes: everything that is ever said between page, panels and background.
 *
 * Three speakers, three trust levels. A content script's sender is a web page's process: its calls are few, every
 * field is checked, and the answers hold only what the page may learn (positions of bundled names: never archive
 * text). The extension's own pages may ask everything else. The background speaks to tabs only to act on what the
 * reader did in a panel.
 */
import type { ArticleId } from '../archive/article.ts';
import type { PassageId } from '../archive/passage.ts';
import type { EntityId, EntityType } from '../entities/entity.ts';
import type { TextPosition, TextQuote } from '../text/position.ts';
import type { ArchiveNameView } from './archive-calls.ts';
import type {
  ArchiveView,
  ArticleView,
  CardView,
  CitationFormat,
  CitationView,
  CitedPart,
  EntityView,
  LookupView,
  MentionPlace,
  NameMapView,
  NameTraceView,
  ProvenanceView,
  ReprintedPart,
  SearchView,
  Settings,
  SuggestionView,
  TabView,
  TextView,
} from './views.ts';

/** One block of running text (a paragraph, a heading, a table cell) as the page shows it. */
export interface PageBlock {
  /** Given by the content script; unique within one reading of the page, never reused. */
  readonly key: number;
  readonly text: string;
}

/** The page's text, or what changed in it. */
export interface PageText {
  /** Counts readings of this document, from 1; every answer repeats it. */
  readonly revision: number;
  readonly title: string;
  /** `lang` of the document element, '' when none. */
  readonly language: string;
  /** True: `blocks` is the whole page and replaces what was known. False: only new or changed blocks. */
  readonly whole: boolean;
  readonly blocks: readonly PageBlock[];
  /** Keys of blocks that are gone. */
  readonly removed: readonly number[];
  /** Set when text beyond the reading limit was left out. */
  readonly truncatedAt: number | null;
}

/** A name of this type, or a sentence that was printed before. */
export interface PageMark extends TextPosition {
  readonly type: EntityType | 'reused';
}

/** Marks of every block whose marks changed; a block that is not listed keeps its marks. */
export interface PageMarks {
  readonly revision: number;
  readonly blocks: readonly { readonly key: number; readonly marks: readonly PageMark[] }[];
  readonly selectionButton: boolean;
  readonly hoverCard: boolean;
  /** The reader's own articles are marked on this site too: never here, but in a frame of ours (`OwnMarks`). */
  readonly ownMarks: boolean;
}

/** Marks of sentences that the bundled archive printed before, of the blocks that were not asked about yet. */
export interface SentenceMarks {
  readonly revision: number;
  /** True: blocks that are not listed have none. False: they keep theirs. */
  readonly whole: boolean;
  readonly blocks: PageMarks['blocks'];
}

/** Marks that only the reader's own articles make, of every block that has some: for our frame above the page alone. */
export interface OwnMarks {
  readonly blocks: PageMarks['blocks'];
}

/** Opens one card, or one frame of own marks, in one tab, once, within 5 seconds. 32 hex digits. */
export interface CardTicket {
  readonly ticket: string;
}

/** A content script may ask these, and nothing else. */
export type PageCalls = {
  annotatePage(page: PageText): PageMarks;
  /** Follows answered annotatePages, hits or not: names do not wait for sentences, which take ten times as long. */
  markSentences(reading: { readonly revision: number }): SentenceMarks;
  /** Where own marks are allowed: of whatever is known at this place, because the page's process is not told where that is. */
  openCard(at: MentionPlace & { readonly revision: number }): CardTicket;
  /** For the frame that draws own marks; refused where the reader did not allow them. */
  openOwnMarks(nothing: Record<string, never>): CardTicket;
  lookUpSelection(selection: TextQuote): CardTicket;
  /** The card's frame did not answer its handshake (COEP): the panel takes over. */
  reportBlockedCard(nothing: Record<string, never>): null;
};

/** The extension's own pages may ask these. */
export type PanelCalls = {
  describeTab(which: { readonly tabId: number }): TabView;
  search(query: { readonly text: string; readonly limit: number }): SearchView;
  /** Articles with a passage that answers the query, best first; the whole query language. */
  findArticles(query: { readonly text: string; readonly limit: number }): readonly ArticleId[];
  suggest(query: { readonly text: string; readonly limit: number }): readonly SuggestionView[];
  lookUp(query: { readonly text: string }): LookupView;
  /** Looks words up for the side panel; `tabId` null: the tab in which the asking card stands. */
  showLookup(query: { readonly tabId: number | null; readonly text: string }): null;
  readArticle(which: { readonly articleId: ArticleId }): ArticleView;
  /** What other articles print of this one, in its order. */
  traceArticle(which: { readonly articleId: ArticleId }): readonly ReprintedPart[];
  describeEntity(which: { readonly entityId: EntityId }): EntityView;
  /** Names whose label or form has these words (any spelling), most printed first; '' lists all. */
  listNames(query: {
    readonly text: string;
    readonly type: EntityType | null;
    readonly limit: number;
  }): readonly ArchiveNameView[];
  /** The names printed most in these articles and which of them share passages. */
  mapNames(query: { readonly articleIds: readonly ArticleId[]; readonly limit: number }): NameMapView;
  /** When and by whom a name was printed, and beside which others. */
  traceName(which: { readonly entityId: EntityId }): NameTraceView;
  /** `format` null: the one in the settings. */
  citePassage(which: {
    readonly passageId: PassageId;
    readonly format: CitationFormat | null;
    readonly part: CitedPart;
  }): CitationView;
  /** What would be marked in a text of our own pages (welcome demo): the same work as for any page, with entity ids. */
  describeText(text: { readonly text: string }): TextView;
  redeemCard(ticket: CardTicket): CardView;
  /** The frame of own marks is there; without a fresh ticket it stays blank. */
  redeemOwnMarks(ticket: CardTicket): null;
  /** Of the tab in which the frame stands. */
  describeOwnMarks(nothing: Record<string, never>): OwnMarks;
  switchOwnMarks(site: { readonly host: string; readonly on: boolean }): Settings;
  /** 0 when the reader closed the card. */
  reportCardHeight(card: CardTicket & { readonly height: number }): null;
  /** Opens a page of the extension in a new tab: for the card, which Firefox lets open none. */
  openPage(which: { readonly path: string }): null;
  revealMention(at: MentionPlace & { readonly tabId: number }): null;
  /** Reads the tab's page now (the reader clicked): needs activeTab or a granted site. */
  readTab(which: { readonly tabId: number }): null;
  switchSite(site: { readonly host: string; readonly on: boolean }): Settings;
  describeSettings(nothing: Record<string, never>): Settings;
  changeSettings(change: Partial<Settings>): Settings;
  describeArchive(nothing: Record<string, never>): ArchiveView;
  /** The articles that ship with the extension, earliest printed first, undated last. */
  listBundled(nothing: Record<string, never>): readonly ProvenanceView[];
};

/** The background asks a tab's content script. */
export type TabCalls = {
  /** Scroll the mention into view and show it for a moment. */
  revealMention(at: MentionPlace): null;
  /** The card has drawn itself and is this high, in CSS pixels. */
  showCard(card: CardTicket & { readonly height: number }): null;
  /** The reader closed the card from inside (Esc). */
  closeCard(card: CardTicket): null;
  /**
   * Open the card of the next (1) or previous (-1) mark: the keyboard's way to marks, which are no elements. `own`: those
   * of the reader's own articles, told for this one act.
   */
  walkMarks(step: { readonly direction: 1 | -1; readonly own: readonly MentionPlace[] }): null;
  /** The frame of own marks has redeemed this ticket. */
  showOwnMarks(frame: CardTicket): null;
  /** A reading was answered in full, with own marks or without: the frame asks for them anew. */
  renewOwnMarks(nothing: Record<string, never>): null;
  /** Send the whole page again (settings or site access changed). */
  readPage(nothing: Record<string, never>): null;
  /** What is selected now, null when nothing is. */
  readSelection(nothing: Record<string, never>): TextQuote | null;
  /** Take every mark and listener away: the site was switched off. */
  leavePage(nothing: Record<string, never>): null;
};

/** Facts the background announces to open panels; no reply, safe to miss. */
export type PanelEvents = {
  tabAnnotated: { readonly tabId: number };
  tabLookedUp: { readonly tabId: number };
  settingsChanged: Settings;
  /** Articles of the reader's own archive, or decisions about names, were added, changed or removed. */
  holdingsChanged: Record<string, never>;
};

/** Of a calls type: the argument and the value of one verb. */
export type Argument<Calls, Verb extends keyof Calls> = Calls[Verb] extends (argument: infer A) => unknown
  ? A
  : never;
export type Value<Calls, Verb extends keyof Calls> = Calls[Verb] extends (argument: never) => infer V
  ? V
  : never;

/**
 * What the background tells the other runtimes, ready to be drawn: JSON-safe, complete (no second call to show one
 * card), and attributed (every passage carries its outlet, date, byline and speaker). Archive text travels only in
 * these views, and these only to the extension's own pages.
 */
import type { ArticleId } from '../archive/article.ts';
import type { PassageId } from '../archive/passage.ts';
import type { CollectionName } from '../archive/provenance.ts';
import type { EntityId, EntityType } from '../entities/entity.ts';
import type { MatchReason } from '../entities/mention.ts';
import type { Credit } from '../quotes/lineage.ts';
import type { ChangedFact, Edit, EvidenceKind } from '../quotes/printing.ts';
import type { QueryHint } from '../retrieval/parse-query.ts';
import type { IsoDate } from '../text/iso-date.ts';
import type { TextPosition } from '../text/position.ts';

/** Outlet · date · byline: what must stand beside every archived word. null is "not printed". */
export interface ProvenanceView {
  readonly articleId: ArticleId;
  readonly headline: string | null;
  readonly publisher: string | null;
  /** Host of the site where it was read, told where no outlet is printed; null where that is not known. */
  readonly site: string | null;
  readonly datePublished: IsoDate | null;
  readonly author: readonly string[];
  readonly republishedFrom: string | null;
  readonly republishedBy: string | null;
  readonly collection: CollectionName;
  /** One of the reader's own, but invented: of the sample that ships with the extension. */
  readonly isSample: boolean;
  readonly url: string | null;
}

/** Why a passage stands where it stands; each part is shown in words when it is above 0. */
export interface EvidenceView {
  /** Reference labels of the names that page and passage share, weightiest first. */
  readonly sharedNames: readonly string[];
  /** Reference labels of the events they share. */
  readonly sharedEvents: readonly string[];
  /** Words they share, as the passage prints them, weightiest first; at most 5. */
  readonly sharedWords: readonly string[];
}

export interface PassageView {
  readonly passageId: PassageId;
  readonly provenance: ProvenanceView;
  /** At most 300 code units of the passage, cut at word boundaries, with … where something was left out. */
  readonly snippet: string;
  /** In the snippet's own offsets. */
  readonly highlights: readonly TextPosition[];
  /** Where the snippet stands in the article's body: what is cited beside it. */
  readonly shown: TextPosition;
  readonly language: string | null;
  readonly evidence: EvidenceView;
  /** Whose words these are, as far as the article says; null is "speaker not stated". */
  readonly speaker: string | null;
  /** Everybody surely quoted in it, in order. */
  readonly quoted: readonly string[];
  /** Other articles that print the same text. */
  readonly alsoPrintedIn: readonly ProvenanceView[];
}

/** One name or event of the page, with every place it stands at. */
export interface NameOnPage {
  readonly entityId: EntityId;
  readonly type: EntityType;
  readonly label: string;
  readonly count: number;
  readonly confidence: number;
  readonly why: MatchReason;
  /** Reference labels of the names that settled it. */
  readonly because: readonly string[];
  /** The page's own words, first occurrence. */
  readonly exact: string;
  /** Positions in reading order, at most 200. */
  readonly places: readonly MentionPlace[];
  /** Number of archived passages that name it. */
  readonly passageCount: number;
}

/** A form on the page that could be several entities: offered, not decided. */
export interface AmbiguousName {
  readonly exact: string;
  readonly place: MentionPlace;
  readonly candidates: readonly { entityId: EntityId; type: EntityType; label: string }[];
}

/** `key` names a block of the page as the content script numbered it; offsets are in that block's text. */
export interface MentionPlace extends TextPosition {
  readonly key: number;
}

export type Reach =
  | 'everywhere' // every site is allowed
  | 'site' // this site is allowed
  | 'page' // only this page, because the reader clicked
  | 'off' // the reader switched this site off
  | 'none' // nothing was asked for here yet
  | 'unreachable'; // browser pages, stores: no extension may read them

export interface TabView {
  readonly tabId: number;
  /** Host of the page, '' where there is none. */
  readonly host: string;
  readonly title: string;
  readonly reach: Reach;
  /** The reader's own articles are marked on this site too. */
  readonly ownMarks: boolean;
  /** 'reading' until the first answer is there; never show "nothing" while reading. */
  readonly state: 'reading' | 'read' | 'unread';
  readonly revision: number;
  readonly names: readonly NameOnPage[];
  readonly ambiguous: readonly AmbiguousName[];
  readonly passages: readonly PassageView[];
  /** What of the page was printed before; null until that is known. */
  readonly seen: SeenView | null;
  /** Page text beyond this many code units was not read; null when all was. */
  readonly truncatedAt: number | null;
  /** True when this page blocks cards (COEP): the panel shows the details instead. */
  readonly cardBlocked: boolean;
  /** The newest selection looked up in this tab. */
  readonly lookup: LookupView | null;
}

/** Where an article prints a sentence: start and end are offsets in its body. */
export interface PrintedPlace extends TextPosition {
  readonly provenance: ProvenanceView;
  /** The passage in which the printing begins. */
  readonly passageId: PassageId;
}

/** An edit with the numbers, negations and names in it that differ: offsets in its text; none where it is kept. */
export interface ShownEdit extends Edit {
  readonly facts: readonly TextPosition[];
}

/** One printing of a sentence among its others. */
export interface PrintingView extends PrintedPlace {
  readonly text: string;
  /** The rest of the printed sentences that `text` is a part of, bounded; '' where it is whole. */
  readonly before: string;
  readonly after: string;
  /** first: the earliest dated one in this archive, which is all that an archive can know. None, where that is the page. */
  readonly role: 'first' | 'reprint' | 'undated';
  readonly evidence: EvidenceKind;
  /** Numbers, negations and names that differ from the sentence asked about. */
  readonly changed: readonly ChangedFact[];
  /** Further printings by the same outlet. */
  readonly repeats: readonly PrintedPlace[];
  /** What the article says of where its text is from. */
  readonly credits: readonly Credit[];
  /** The earlier one of these printings whose outlet it credits; null when none of them is. */
  readonly from: ProvenanceView | null;
  /** Whose words: null is "speaker not stated". */
  readonly speaker: string | null;
  /** Everybody surely quoted in it, in order. */
  readonly quoted: readonly string[];
  /** Everybody else surely quoted in the passages in which it stands, which tell so themselves. */
  readonly around: readonly string[];
  /** [0,1]; 1 = verbatim after folding. */
  readonly similarity: number;
  /** Word by word against the quotation asked about. */
  readonly difference: readonly ShownEdit[];
}

/** Sentences of a page, or one that an article shares with others, with where they were printed. */
export interface SeenSentence {
  /** As the page shows it. */
  readonly text: string;
  /** One for each block of the page that it reaches into. */
  readonly places: readonly MentionPlace[];
  /** Earliest printed day first, undated last, one outlet's repeats folded. */
  readonly printings: readonly PrintingView[];
  /** Articles that print it, those of `printings` and their repeats included. */
  readonly articleCount: number;
}

/** What of a page was printed before. The share is never shown without the sentences. */
export interface SeenView {
  /** [0,1]: the page's words that were printed before. */
  readonly share: number;
  /** The archived article that this page is, by its address or because nearly all words of each are the other's. */
  readonly same: { readonly provenance: ProvenanceView; readonly by: 'url' | 'text' } | null;
  /** Single sentences, also of stretches that are not listed. */
  readonly sentenceCount: number;
  /** Of these, those that were printed word for word; the rest were reworded. */
  readonly verbatimCount: number;
  /** In reading order; sentences in a row that the same articles print are one. Bounded. */
  readonly sentences: readonly SeenSentence[];
  /** Of `sentences` and those left out. */
  readonly total: number;
}

export interface LookupView {
  readonly text: string;
  readonly names: readonly EntitySummary[];
  readonly printings: readonly PrintingView[];
  /** Sentences like it of which nothing proves that they are it: none of its printings, none the first. */
  readonly similar: readonly PrintingView[];
  readonly passages: readonly PassageView[];
}

export interface EntitySummary {
  readonly entityId: EntityId;
  readonly type: EntityType;
  readonly label: string;
  readonly why: MatchReason | 'spelling';
  readonly passageCount: number;
}

export interface EntityView extends EntitySummary {
  readonly description: string | null;
  readonly descriptionSource: { readonly url: string; readonly date: IsoDate } | null;
  readonly when: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly where: string | null;
  readonly participants: readonly string[];
  readonly aliases: readonly string[];
  /** "called ‘…’ by OUTLET". */
  readonly calledBy: readonly { readonly term: string; readonly outlet: string }[];
  readonly sameAs: string | null;
  /** Of the passages whose article prints a date; null when none does. */
  readonly earliest: PassageView | null;
  readonly newest: PassageView | null;
  /** One passage, where no article that names it prints a date; else null. */
  readonly undated: PassageView | null;
  readonly articleCount: number;
  /** Passages in which this name speaks, earliest printed first; a few. */
  readonly said: readonly PassageView[];
  readonly saidCount: number;
  /** Of these, those that do not name it: "he added". */
  readonly saidUnnamed: number;
}

/** Names that share passages. */
export interface CompanyView {
  readonly names: readonly {
    readonly entityId: EntityId;
    readonly type: EntityType;
    readonly label: string;
    /** Of those that are looked at. */
    readonly passages: number;
  }[];
  /** `a` and `b` are places among the names; every pair at most once. */
  readonly links: readonly { readonly a: number; readonly b: number; readonly passages: number }[];
}

/** Most printed first. */
export interface NameMapView {
  readonly company: CompanyView;
  /** The articles that print each of its names. */
  readonly articleIds: readonly (readonly ArticleId[])[];
  /** The newest date printed in the archive; null where none is. */
  readonly archiveDate: IsoDate | null;
}

export interface NameTraceView {
  /** Articles that print the name, those of one outlet and date as one. */
  readonly printed: readonly {
    readonly outlet: string | null;
    readonly date: IsoDate | null;
    readonly articles: number;
  }[];
  /** The name itself first. */
  readonly company: CompanyView;
  readonly archiveDate: IsoDate | null;
}

/** Whose articles a card tells of. What it tells of all shows only where the reader allowed own marks (TRUST R1). */
export type CardCounts = 'bundled' | 'all';

/** A text of our own pages: names in order, not overlapping, and sentences that were printed before. */
export interface TextView {
  readonly names: readonly ({
    readonly entityId: EntityId;
    readonly type: EntityType;
    readonly label: string;
  } & TextPosition)[];
  readonly reused: readonly TextPosition[];
}

/** What the card shows: a name or a sentence that was marked, or a selection that was looked up in the bundled archive. */
export type CardView =
  | {
      readonly kind: 'name';
      readonly counts: CardCounts;
      readonly exact: string;
      readonly why: MatchReason;
      readonly because: readonly string[];
      readonly entity: EntityView;
    }
  | { readonly kind: 'seen'; readonly counts: CardCounts; readonly sentence: SeenSentence }
  | { readonly kind: 'lookup'; readonly lookup: LookupView };

export interface SearchView {
  readonly text: string;
  /** About the query; `index-damaged`: a part of the index cannot be read, the answer is from the rest. */
  readonly hints: readonly (QueryHint | 'index-damaged')[];
  /** Exact name or headline first. */
  readonly names: readonly EntitySummary[];
  /** Labels of the names whose passages are shown, where the words asked for are these names in a spelling nobody prints. */
  readonly shownFor: readonly string[];
  /** Words of the question, as typed, that no passage holds: the passages are those of the others. */
  readonly missing: readonly string[];
  /** The question with words taken apart that were run together; null where none of the missing ones was. */
  readonly split: string | null;
  readonly passages: readonly PassageView[];
  /** Passages that answer, before the limit. */
  readonly total: number;
}

export interface SuggestionView {
  readonly kind: 'name' | 'headline' | 'outlet' | 'word';
  /** What is put into the search box. */
  readonly query: string;
  readonly label: string;
  readonly type: EntityType | null;
}

export interface ArticleView {
  readonly provenance: ProvenanceView;
  readonly identifier: string | null;
  readonly body: string;
  readonly language: string | null;
  readonly passages: readonly ({ readonly passageId: PassageId } & TextPosition)[];
  /** Names in the body, in order, not overlapping. */
  readonly mentions: readonly ({
    readonly entityId: EntityId;
    readonly type: EntityType;
    readonly label: string;
  } & TextPosition)[];
  readonly names: readonly EntitySummary[];
  readonly outlet: OutletView | null;
  readonly capturedAt: string | null;
  readonly digest: string;
  /** null where there was none: a page that was saved. */
  readonly file: string | null;
  readonly license: string | null;
  readonly curated: readonly string[];
}

/** A part of an archived article that others print too; start and end are offsets in its body. */
export interface ReprintedPart extends TextPosition {
  /** Of this article among all that print it. */
  readonly role: PrintingView['role'];
  readonly printings: readonly PrintingView[];
  /** Other articles that print it. */
  readonly articleCount: number;
}

export interface OutletView {
  readonly name: string;
  readonly owner: string | null;
  readonly country: string | null;
  readonly affiliation: string | null;
  readonly source: { readonly url: string; readonly date: IsoDate } | null;
}

export const CITATION_FORMATS = ['plain', 'markdown', 'bibtex', 'ris', 'csl-json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** A part of the article's body; 'article' for all of it, without a quotation; null for the whole passage. */
export type CitedPart = TextPosition | 'article' | null;

/** Ready to be pasted, in the form that was asked for or chosen last. */
export interface CitationView {
  readonly text: string;
  readonly format: CitationFormat;
}

export interface Settings {
  /** Underline names and sentences in pages. */
  readonly marks: boolean;
  /** Small button after selecting text. */
  readonly selectionButton: boolean;
  /** Card on hover. */
  readonly hoverCard: boolean;
  /** Link names of a page also across scripts and spellings, by their sound. */
  readonly bySound: boolean;
  /** Address-bar keyword. */
  readonly addressBar: boolean;
  /** In which form citations are copied, until another is chosen. */
  readonly citation: CitationFormat;
  /** Hosts switched off, sorted. */
  readonly offHosts: readonly string[];
  /** Hosts on which names and sentences of the reader's own articles are marked too, sorted. */
  readonly ownMarkHosts: readonly string[];
}

export interface ArchiveView {
  readonly articles: number;
  /** Of them the reader's own, samples included; those that came with the extension; the others are of loaded packs. */
  readonly ownArticles: number;
  readonly bundledArticles: number;
  readonly passages: number;
  readonly names: number;
  readonly builtAt: IsoDate | null;
  readonly outlets: readonly string[];
  /** Set when the bundled pack failed its digest and was rebuilt from its articles. */
  readonly rebuilt: boolean;
}

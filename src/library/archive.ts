/**
 * The opened archive: articles and passages with everything derived from them, ready to be asked. Of a large one most
 * lies on the disk: it is asked inside of a question (ask-archive.ts).
 */
import type { Article, ArticleId } from '../archive/article.ts';
import type { PassageId } from '../archive/passage.ts';
import type { Decisions } from '../entities/correction.ts';
import type { Entity, EntityId, Outlet } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import type { NameKnowledge, WholeKnowledge } from '../entities/name-knowledge.ts';
import type { PrintIndex } from '../quotes/print-index.ts';
import type { Unread } from '../retrieval/answer-from.ts';
import type { PassageRecord } from '../retrieval/passage-record.ts';
import type { Searchable } from '../retrieval/searchable.ts';
import type { IsoDate } from '../text/iso-date.ts';
import type { NameList } from './name-list.ts';
import type { OutletCounts } from './outlet-counts.ts';

/** As a map, without walking it. */
interface LookUp<Key, Value> {
  get(key: Key): Value | undefined;
}

export interface ArticleShelf extends LookUp<ArticleId, Article> {
  has(id: ArticleId): boolean;
  readonly size: number;
  /** Says which ones are asked for next; left out where all are in memory. */
  readonly need?: (ids: Iterable<ArticleId>) => void;
}

/** Articles as fingerprints count them. */
export interface PrintedArticles {
  /** undefined behind the last. */
  at(number: number): Article | undefined;
  idOf(number: number): ArticleId;
  readonly need?: (numbers: Iterable<number>) => void;
}

/** What lists and counts tell of all articles, without reading them. */
export interface Inventory {
  /** Outlets as printed, each once, ordered. */
  readonly outlets: readonly string[];
  readonly ownArticles: number;
  /** Ids of the bundled ones. */
  readonly bundled: readonly ArticleId[];
}

export interface Archive extends Searchable {
  readonly articles: ArticleShelf;
  /** Those with this address, in the archive's order. */
  articlesFrom(url: string): readonly Article[];
  inventory(stays?: (id: ArticleId) => boolean): Inventory;
  /** Headlines in which the folded `letters` begin a word, in order, at most `limit` different ones; only of articles that stay. */
  headlinesWith(letters: string, limit: number, stays?: (id: ArticleId) => boolean): readonly string[];
  /** Fingerprints of all bodies; they count articles in the order of `printedArticles`. */
  readonly prints: PrintIndex;
  readonly printedArticles: PrintedArticles;
  /** Places in `records`, by passage and by article (ascending). */
  readonly placeOf: LookUp<PassageId, number>;
  readonly placesOf: LookUp<ArticleId, readonly number[]>;
  /** Names linked in each article's body, in reading order. */
  readonly mentionsOf: LookUp<ArticleId, readonly Mention[]>;
  readonly entityOf: EntityShelf;
  readonly names: NameList;
  /** In how many articles each outlet prints each form of a name. */
  outletsPrinting(id: EntityId): OutletCounts;
  /** Says of which names that is asked next; left out where all are in memory. */
  readonly needOutlets?: (ids: Iterable<EntityId>) => void;
  readonly knowledge: NameKnowledge;
  readonly outlets: readonly Outlet[];
  readonly builtAt: IsoDate | null;
  /** True when derived parts of the pack were damaged and made again from its articles. */
  readonly isRebuilt: boolean;
  /** What the reader decided about names; left out where nothing was. Its forms on pages are more than the pack's. */
  readonly decisions?: Decisions;
  /** null when all of it is in memory. */
  readonly unread: Unread | null;
}

export interface EntityShelf extends LookUp<EntityId, Entity> {
  has(id: EntityId): boolean;
  readonly size: number;
  readonly need?: (ids: Iterable<EntityId>) => void;
}

/** All of it is in memory: it may be walked, outside of questions too. */
export interface MemoryArchive extends Archive {
  readonly records: readonly PassageRecord[];
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly mentionsOf: ReadonlyMap<ArticleId, readonly Mention[]>;
  readonly entityOf: ReadonlyMap<EntityId, Entity>;
  readonly knowledge: WholeKnowledge;
}

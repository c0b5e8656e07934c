/** The opened archive: articles and passages with everything derived from them, ready to be asked. */
import type { Article, ArticleId } from '../archive/article.ts';
import type { PassageId } from '../archive/passage.ts';
import type { CorrectedNames } from '../entities/correction.ts';
import type { Entity, EntityId, Outlet } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import type { NameKnowledge } from '../entities/name-knowledge.ts';
import type { PrintIndex } from '../quotes/print-index.ts';
import type { Searchable } from '../retrieval/searchable.ts';
import type { IsoDate } from '../text/iso-date.ts';

export interface Archive extends Searchable {
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** Fingerprints of all bodies; they count articles in the order of `printedArticles`. */
  readonly prints: PrintIndex;
  readonly printedArticles: readonly Article[];
  /** Places in `records`, by passage and by article (ascending). */
  readonly placeOf: ReadonlyMap<PassageId, number>;
  readonly placesOf: ReadonlyMap<ArticleId, readonly number[]>;
  /** Names linked in each article's body, in reading order. */
  readonly mentionsOf: ReadonlyMap<ArticleId, readonly Mention[]>;
  readonly entityOf: ReadonlyMap<EntityId, Entity>;
  readonly knowledge: NameKnowledge;
  readonly outlets: readonly Outlet[];
  readonly builtAt: IsoDate | null;
  /** True when derived parts of the pack were damaged and made again from its articles. */
  readonly isRebuilt: boolean;
  /** What the reader decided about names; left out where nothing was. Its forms on pages are more than the pack's. */
  readonly decisions?: CorrectedNames;
}

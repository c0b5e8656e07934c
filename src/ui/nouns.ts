/** The nouns of the rooms below, as the protocol hands them over: the ui knows the contract, not those rooms. */
import type {
  EntitySummary,
  NameOnPage,
  PassageView,
  ProvenanceView,
  SearchView,
} from '../protocol/views.ts';

export type ArticleId = ProvenanceView['articleId'];
export type PassageId = PassageView['passageId'];
export type EntityId = EntitySummary['entityId'];
export type EntityType = EntitySummary['type'];
export type MatchReason = NameOnPage['why'];
export type QueryHint = SearchView['hints'][number];

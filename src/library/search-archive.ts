/** The search box: query language, names first, best passages, suggestions. */

import type { ArticleId } from '../archive/article.ts';
import type { EntityId } from '../entities/entity.ts';
import { lookUpName } from '../entities/look-up-name.ts';
import type { EntitySummary, PassageView, SearchView, SuggestionView } from '../protocol/views.ts';
import type { Filters } from '../retrieval/filters.ts';
import { parseQuery } from '../retrieval/parse-query.ts';
import type { ResolvedQuery } from '../retrieval/passes-filters.ts';
import { type SearchAnswer, type SearchOptions, search } from '../retrieval/search.ts';
import { suggest } from '../retrieval/suggest.ts';
import type { Archive } from './archive.ts';
import { toEntitySummary, toNamedPassageView, toPassageView } from './passage-view.ts';

/** Entities one name filter may stand for. */
const MOST_MEANT = 50;
/** Names offered above the passages. */
const MOST_NAMES = 5;

/** The query field that filters by a kind of name. */
const FIELDS = { person: 'person', organization: 'org', place: 'place', event: 'event' } as const;

export function resolveQuery({ knowledge }: Archive, text: string): ResolvedQuery {
  const parsed = parseQuery(text);
  const meant = ({ type, name }: Filters['names'][number]) => {
    const sameType = knowledge.entities.filter((entity) => entity.type === type);
    return new Set<EntityId>(lookUpName(sameType, name, MOST_MEANT).map(({ entity }) => entity.id));
  };
  const { filters, without } = parsed;
  const speakers = knowledge.entities.filter(({ type }) => type === 'person' || type === 'organization');
  /** Speakers are kept by reference label: a name in another spelling is looked up first. */
  const labelOf = (name: string) => lookUpName(speakers, name, 1)[0]?.entity.prefLabel ?? name;
  return {
    ...parsed,
    filters: { ...filters, saidBy: filters.saidBy.map(labelOf) },
    without: { ...without, saidBy: without.saidBy.map(labelOf) },
    entitySets: filters.names.map(meant),
    excludedEntitySets: without.names.map(meant),
  };
}

export function rankSearch(archive: Archive, text: string, options: SearchOptions): SearchAnswer {
  return search(archive, resolveQuery(archive, text), options);
}

export function searchArchive(archive: Archive, text: string, limit: number): SearchView {
  const query = resolveQuery(archive, text);
  const { passages, total } = search(archive, query, { limit, lines: 'texts' });
  const named = query.words.length > 0 ? query.words.join(' ') : (query.filters.names[0]?.name ?? '');
  // Words that passages print are ordinary words: only an unknown one may be a name in another spelling.
  const mayGoBySound = query.words.some((word) => archive.index.passageCount(word) === 0);
  const names = lookUpName(archive.knowledge.entities, named, MOST_NAMES, mayGoBySound)
    .map(({ entity, why }) => toEntitySummary(archive, entity, why === 'part' ? 'alias' : why))
    .filter(({ passageCount }) => passageCount > 0);
  return {
    text,
    hints: query.hints,
    names,
    passages:
      total > 0
        ? passages.map((passage) => toPassageView(archive, passage))
        : passagesOfNames(archive, names, limit),
    total,
  };
}

/** Each article once, best first. */
export function findArticles(archive: Archive, text: string, limit: number): ArticleId[] {
  const { passages } = rankSearch(archive, text, { limit, lines: 'articles' });
  return passages.map(({ passageId }) => archive.records[archive.placeOf.get(passageId)!]!.article.id);
}

/** A name in a spelling that no article prints still has its passages. */
function passagesOfNames(archive: Archive, names: readonly EntitySummary[], limit: number): PassageView[] {
  const [name] = names;
  const entity = name && archive.entityOf.get(name.entityId);
  if (!entity || name.why !== 'spelling') return [];
  const places = archive.passagesOf.get(entity.id) ?? [];
  return places.slice(0, limit).map((place) => toNamedPassageView(archive, place, entity));
}

export function suggestQueries(archive: Archive, typed: string, limit: number): SuggestionView[] {
  if (/\S:\S*$/.test(typed)) return []; // a filter is being typed: words would replace it
  const articles = [...archive.articles.values()];
  const unique = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  const found = suggest(
    {
      entities: archive.knowledge.entities,
      headlines: unique(articles.map(({ headline }) => headline)),
      outlets: unique(articles.map(({ publisher }) => publisher)),
      index: archive.index,
      passageCount: (entity) => archive.passagesOf.get(entity)?.length ?? 0,
    },
    typed,
    limit,
  );
  return found.map((one): SuggestionView => {
    if (one.kind === 'name') {
      const { prefLabel, type } = one.entity;
      // A field, not a phrase: passages print the name in other spellings than the reference label.
      return { kind: 'name', query: `${FIELDS[type]}:"${prefLabel}"`, label: prefLabel, type };
    }
    const query =
      one.kind === 'outlet'
        ? `outlet:"${one.label}"`
        : one.kind === 'headline'
          ? `"${one.label}"`
          : one.label;
    return { kind: one.kind, query, label: one.label, type: null };
  });
}

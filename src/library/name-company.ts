/**
 * Which names stand together in passages, for pictures of an archive and of one name. Counted, never interpreted: to be
 * named beside somebody says nothing of what the two have to do with each other. O(passages × names²), names few.
 */
import type { ArticleId } from '../archive/article.ts';
import type { EntityId } from '../entities/entity.ts';
import type { CompanyView, NameMapView, NameTraceView } from '../protocol/views.ts';
import { factsOf } from '../retrieval/searchable.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { Archive } from './archive.ts';

/** Names beside the one that is asked about: lines that can still be followed. */
const MOST_BESIDE = 11;

/** The names printed most in these articles, by passages; `limit` of them at most. */
export function mapNames(archive: Archive, articleIds: readonly ArticleId[], limit: number): NameMapView {
  const { entitiesAt } = factsOf(archive);
  const placesOf = (id: ArticleId) => archive.placesOf.get(id) ?? [];
  const places = articleIds.flatMap(placesOf);
  const ids = mostNamed(archive, places, limit);
  const printedIn = new Map(ids.map((id) => [id, new Set<ArticleId>()]));
  for (const articleId of articleIds)
    for (const place of placesOf(articleId))
      for (const id of entitiesAt(place)) printedIn.get(id)?.add(articleId);
  return {
    company: companyOf(archive, places, ids),
    articleIds: ids.map((id) => [...(printedIn.get(id) ?? [])]),
    archiveDate: archive.builtAt,
  };
}

/** One name: the articles that print it, by outlet and date, and the names beside it. */
export function traceName(archive: Archive, entityId: EntityId): Result<NameTraceView> {
  if (!archive.entityOf.has(entityId)) return fail('not-found', `The archive knows no ${entityId}.`);
  const places = archive.passagesOf.get(entityId) ?? [];
  const beside = mostNamed(archive, places, MOST_BESIDE + 1).filter((id) => id !== entityId);
  return succeed({
    printed: countPrinted(archive, places),
    company: companyOf(archive, places, [entityId, ...beside.slice(0, MOST_BESIDE)]),
    archiveDate: archive.builtAt,
  });
}

/** By passages, then by id, so that the same archive always gives the same picture. */
function mostNamed(archive: Archive, places: readonly number[], limit: number): EntityId[] {
  const counts = new Map<EntityId, number>();
  const { entitiesAt } = factsOf(archive);
  for (const place of places)
    for (const id of entitiesAt(place))
      if (archive.entityOf.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = [...counts]
    .sort(([a, uses], [b, others]) => others - uses || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
  archive.entityOf.need?.(most);
  return most;
}

function companyOf(archive: Archive, places: readonly number[], ids: readonly EntityId[]): CompanyView {
  const numberOf = new Map(ids.map((id, at) => [id, at]));
  const passages = ids.map(() => 0);
  const links = new Map<number, number>();
  const { entitiesAt } = factsOf(archive);
  for (const place of places) {
    const here = entitiesAt(place)
      .flatMap((id) => numberOf.get(id) ?? [])
      .sort((a, b) => a - b);
    for (const [at, a] of here.entries()) {
      passages[a] = (passages[a] ?? 0) + 1;
      for (const b of here.slice(at + 1))
        links.set(a * ids.length + b, (links.get(a * ids.length + b) ?? 0) + 1);
    }
  }
  return {
    names: ids.map((entityId, at) => {
      const { type, prefLabel } = archive.entityOf.get(entityId)!;
      return { entityId, type, label: prefLabel, passages: passages[at] ?? 0 };
    }),
    links: [...links].map(([pair, shared]) => ({
      a: Math.floor(pair / ids.length),
      b: pair % ids.length,
      passages: shared,
    })),
  };
}

function countPrinted(archive: Archive, places: readonly number[]): NameTraceView['printed'] {
  const facts = factsOf(archive);
  const articles = new Set(places.map((place) => facts.articleOf(place)));
  const counts = new Map<string, NameTraceView['printed'][number]>();
  for (const article of articles) {
    const { publisher: outlet, datePublished: date } = facts.of(article);
    const key = `${date ?? ''} ${outlet ?? ''}`;
    counts.set(key, { outlet, date, articles: (counts.get(key)?.articles ?? 0) + 1 });
  }
  return [...counts.values()];
}

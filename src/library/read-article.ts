/** One whole archived article for the reader page. */
import type { ArticleId } from '../archive/article.ts';
import { fileOf } from '../archive/site.ts';
import type { EntityId, Outlet } from '../entities/entity.ts';
import type { ArticleView, OutletView } from '../protocol/views.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import { fold } from '../text/tokenise.ts';
import type { Archive } from './archive.ts';
import { typeOf } from './page-session.ts';
import { toEntitySummary, toProvenanceView } from './passage-view.ts';

export function readArticle(archive: Archive, id: ArticleId): Result<ArticleView> {
  const article = archive.articles.get(id);
  if (!article) return fail('not-found', 'This article is not in the archive (any more).');
  const linked = archive.mentionsOf.get(id) ?? [];
  archive.entityOf.need?.(linked.flatMap(({ entityId }) => entityId ?? []));
  const mentions = linked.flatMap(({ start, end, entityId }) =>
    entityId
      ? [
          {
            start,
            end,
            entityId,
            type: typeOf(entityId),
            label: labelOf(archive, entityId),
          },
        ]
      : [],
  );
  const named = [...new Set(mentions.map(({ entityId }) => entityId))];
  const { capturedAt, digest, license, curated } = article.provenance;
  return succeed({
    provenance: toProvenanceView(article),
    // One made of the file's name says what the file says.
    identifier: article.identifier === article.provenance.file ? null : article.identifier,
    body: article.articleBody,
    language: article.inLanguage,
    passages: (archive.placesOf.get(id) ?? []).map((place) => {
      const { id: passageId, start, end } = archive.records.at(place)!.passage;
      return { passageId, start, end };
    }),
    mentions,
    names: named.flatMap((entityId) => {
      const entity = archive.entityOf.get(entityId);
      return entity ? [toEntitySummary(archive, entity, 'label')] : [];
    }),
    outlet: outletOf(archive.outlets, article.publisher),
    capturedAt,
    digest,
    file: fileOf(article),
    license,
    curated,
  });
}

/** Places of passages of all articles with this address; null has none. */
export function placesFrom(archive: Archive, url: string | null): number[] {
  const articles = url === null ? [] : archive.articlesFrom(url);
  return articles.flatMap(({ id }) => archive.placesOf.get(id) ?? []);
}

function labelOf(archive: Archive, id: EntityId): string {
  return archive.entityOf.get(id)?.prefLabel ?? id;
}

function outletOf(outlets: readonly Outlet[], publisher: string | null): OutletView | null {
  if (publisher === null) return null;
  const wanted = fold(publisher);
  const outlet = outlets.find(({ name, altNames }) =>
    [name, ...altNames].some((other) => fold(other) === wanted),
  );
  if (!outlet) return null;
  const { name, owner, country, affiliation, source } = outlet;
  return { name, owner, country, affiliation, source };
}

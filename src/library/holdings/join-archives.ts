/**
 * An opened pack and a young one beside it, asked as one archive: what was saved a moment ago is found and matched,
 * what was removed is not. Nothing is derived here; see pack-young.ts. O(records + names), 0.1 to 0.4 s at 10,000 articles.
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import type { EntityId } from '../../entities/entity.ts';
import { openNameKnowledge } from '../../entities/name-knowledge.ts';
import { groupByEntity } from '../../retrieval/searchable.ts';
import type { Archive } from '../archive.ts';
import { newestDate, placesIn } from '../assemble-archive.ts';
import { joinIndexes } from './join-indexes.ts';

/** `gone`: articles of the old pack that were removed, or put anew in the young one. Neither archive is changed. */
export function joinArchives(old: Archive, young: Archive, gone: ReadonlySet<ArticleId>): Archive {
  const stays = ({ id }: Article) => !gone.has(id);
  const kept = Int32Array.from(old.records.keys()).filter((place) => stays(old.records[place]!.article));
  const records = [...old.records.filter(({ article }) => stays(article)), ...young.records];
  const articles = new Map(
    [...old.articles.values(), ...young.articles.values()]
      .filter((article) => young.articles.has(article.id) || stays(article))
      .map((article) => [article.id, article]),
  );
  const mentionsOf = new Map([...old.mentionsOf, ...young.mentionsOf].filter(([id]) => articles.has(id)));
  const entities = [...old.knowledge.entities, ...young.knowledge.entities];
  const named = Array.from(mentionsOf.values(), (mentions) =>
    mentions.flatMap(({ entityId }): EntityId[] => (entityId ? [entityId] : [])),
  );
  return {
    records,
    index: joinIndexes(old.index, kept, young.index),
    passagesOf: groupByEntity(records),
    articles,
    prints: { segments: [...old.prints.segments, ...young.prints.segments] },
    printedArticles: [
      ...old.printedArticles.map((article) => (stays(article) ? article : withoutText(article))),
      ...young.printedArticles,
    ],
    ...placesIn(records),
    mentionsOf,
    entityOf: new Map(entities.map((entity) => [entity.id, entity])),
    knowledge: openNameKnowledge(entities, young.knowledge.gazetteer, named, old.knowledge.sounds),
    outlets: old.outlets,
    builtAt: newestDate([...articles.values()]),
    isRebuilt: old.isRebuilt,
  };
}

/** Fingerprints cannot be taken out of their segment; they point at nothing from now on. */
const withoutText = (article: Article): Article => ({ ...article, url: null, articleBody: '' });

/**
 * From articles and an authority file to everything that can be asked: passages, mentions, gazetteer, index.
 *
 * Baking stores the result, opening a damaged pack makes it again: one function, so that both agree to the byte.
 */
import type { Article, ArticleId } from '../archive/article.ts';
import type { Passage } from '../archive/passage.ts';
import { splitPassages } from '../archive/split-passages.ts';
import type { Authority } from '../entities/authority.ts';
import type { EntityId } from '../entities/entity.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import { linkMentions, readBlock } from '../entities/link-mentions.ts';
import type { Mention } from '../entities/mention.ts';
import { buildNameKnowledge, type NameKnowledge, openNameKnowledge } from '../entities/name-knowledge.ts';
import { buildPassageIndex, type PassageIndex } from '../retrieval/passage-index.ts';
import type { PassageRecord, PassageSpeakers } from '../retrieval/passage-record.ts';
import { groupByEntity } from '../retrieval/searchable.ts';
import { firstDay, type IsoDate, lastDay } from '../text/iso-date.ts';
import { splitParagraphs } from '../text/split-paragraphs.ts';
import type { Archive } from './archive.ts';
import { findSpeakers } from './passage-speakers.ts';

const NOBODY: PassageSpeakers = { mostly: null, quoted: [] };

/** The parts of an archive that are stored; the rest is inverted lists of these. */
export interface ArchiveParts {
  readonly articles: readonly Article[];
  readonly authority: Authority;
  /** One list an article, in the articles' order. */
  readonly passages: readonly (readonly Passage[])[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly speakers: readonly (readonly PassageSpeakers[])[];
  readonly gazetteer: Gazetteer;
  readonly index: PassageIndex;
}

/** Articles are ordered by id and each id kept once, so that the order of files cannot matter. */
export function deriveParts(given: readonly Article[], authority: Authority): ArchiveParts {
  const articles = [...new Map(given.map((article) => [article.id, article])).values()];
  articles.sort((a, b) => (a.id < b.id ? -1 : 1));
  const knowledge = buildNameKnowledge(authority.entities);
  const passages = articles.map(splitPassages);
  const mentions = articles.map((article) => mentionsIn(knowledge, article.articleBody));
  const labels = new Map(authority.entities.map(({ id, prefLabel }) => [id, prefLabel]));
  const speakers = articles.map(({ articleBody }, at) =>
    findSpeakers(
      articleBody,
      passages[at] as Passage[],
      mentions[at] as Mention[],
      (id) => labels.get(id) ?? id,
    ),
  );
  const index = buildPassageIndex(recordsOf(articles, passages, mentions, speakers));
  return { articles, authority, passages, mentions, speakers, gazetteer: knowledge.gazetteer, index };
}

/** Names of a whole text, read paragraph by paragraph but linked together; offsets are the text's. */
export function mentionsIn(knowledge: NameKnowledge, text: string): Mention[] {
  const paragraphs = splitParagraphs(text);
  const blocks = paragraphs.map(({ start, end }) => readBlock(knowledge, text.slice(start, end)));
  return linkMentions(knowledge, blocks).flatMap((mentions, index) => {
    const shift = paragraphs[index]!.start;
    return mentions.map((mention) => ({
      ...mention,
      start: mention.start + shift,
      end: mention.end + shift,
    }));
  });
}

function recordsOf(
  articles: readonly Article[],
  passages: readonly (readonly Passage[])[],
  mentions: readonly (readonly Mention[])[],
  speakers: readonly (readonly PassageSpeakers[])[],
): PassageRecord[] {
  return articles.flatMap((article, index) =>
    (passages[index] as readonly Passage[]).map((passage, ordinal) => {
      const names = (mentions[index] as readonly Mention[]).flatMap(({ start, end, entityId }) =>
        entityId && start >= passage.start && end <= passage.end
          ? [{ start: start - passage.start, end: end - passage.start, entityId }]
          : [],
      );
      const entities = [...new Set(names.map(({ entityId }) => entityId))];
      return { passage, article, names, entities, speakers: speakers[index]?.[ordinal] ?? NOBODY };
    }),
  );
}

export function assembleArchive(parts: ArchiveParts, isRebuilt: boolean): Archive {
  const { articles, authority, passages, mentions, speakers, gazetteer, index } = parts;
  const records = recordsOf(articles, passages, mentions, speakers);
  const placesOf = new Map<ArticleId, number[]>(articles.map(({ id }) => [id, []]));
  for (const [place, { article }] of records.entries()) placesOf.get(article.id)?.push(place);
  const named = mentions.map((list) =>
    list.flatMap(({ entityId }): EntityId[] => (entityId ? [entityId] : [])),
  );
  return {
    records,
    index,
    passagesOf: groupByEntity(records),
    articles: new Map(articles.map((article) => [article.id, article])),
    placeOf: new Map(records.map(({ passage }, place) => [passage.id, place])),
    placesOf,
    mentionsOf: new Map(articles.map((article, at) => [article.id, mentions[at] as readonly Mention[]])),
    entityOf: new Map(authority.entities.map((entity) => [entity.id, entity])),
    knowledge: openNameKnowledge(authority.entities, gazetteer, named),
    outlets: authority.outlets,
    builtAt: newestDate(articles),
    isRebuilt,
  };
}

/** The newest printed date: an archive's age that does not depend on any clock. */
export function newestDate(articles: readonly Article[]): IsoDate | null {
  let newest: IsoDate | null = null;
  for (const { datePublished } of articles) {
    if (datePublished && (!newest || lastDay(datePublished) > lastDay(newest))) newest = datePublished;
  }
  return newest && (firstDay(newest) as IsoDate);
}

/**
 * An archive ready to be asked, from its stored parts: inverted lists and maps, nothing that reads a text anew. All that
 * a background waits for when it wakes, so nothing here knows how the parts are made (derive-archive.ts).
 */
import type { Article, ArticleId } from '../archive/article.ts';
import type { Passage } from '../archive/passage.ts';
import type { Authority } from '../entities/authority.ts';
import type { EntityId } from '../entities/entity.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import type { NameSounds } from '../entities/link-sounds.ts';
import type { Mention } from '../entities/mention.ts';
import { openNameKnowledge } from '../entities/name-knowledge.ts';
import type { PrintIndex } from '../quotes/print-index.ts';
import type { PassageIndex } from '../retrieval/passage-index.ts';
import type { PassageRecord, PassageSpeakers } from '../retrieval/passage-record.ts';
import { groupByEntity } from '../retrieval/searchable.ts';
import { firstDay, type IsoDate, lastDay } from '../text/iso-date.ts';
import type { Archive } from './archive.ts';

const NOBODY: PassageSpeakers = { mostly: null, quoted: [], quotes: [] };

/** The parts of an archive that are stored; the rest is inverted lists of these. */
export interface ArchiveParts {
  readonly articles: readonly Article[];
  readonly authority: Authority;
  /** One list an article, in the articles' order. */
  readonly passages: readonly (readonly Passage[])[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly speakers: readonly (readonly PassageSpeakers[])[];
  readonly gazetteer: Gazetteer;
  readonly sounds: NameSounds;
  readonly index: PassageIndex;
  /** One segment, of all articles in their order. */
  readonly prints: PrintIndex;
}

export function assembleArchive(parts: ArchiveParts, isRebuilt: boolean): Archive {
  const { articles, authority, passages, mentions, speakers, gazetteer, sounds, index, prints } = parts;
  const records = recordsOf(articles, passages, mentions, speakers);
  const named = mentions.map((list) =>
    list.flatMap(({ entityId }): EntityId[] => (entityId ? [entityId] : [])),
  );
  return {
    records,
    index,
    passagesOf: groupByEntity(records),
    articles: new Map(articles.map((article) => [article.id, article])),
    prints,
    printedArticles: articles,
    ...placesIn(records),
    mentionsOf: new Map(articles.map((article, at) => [article.id, mentions[at] as readonly Mention[]])),
    entityOf: new Map(authority.entities.map((entity) => [entity.id, entity])),
    knowledge: openNameKnowledge(authority.entities, gazetteer, named, sounds),
    outlets: authority.outlets,
    builtAt: newestDate(articles),
    isRebuilt,
  };
}

/** One record a passage, in the order of articles and passages. */
export function recordsOf(
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

/** Where each passage stands, and those of each article that has one. */
export function placesIn(records: readonly PassageRecord[]): Pick<Archive, 'placeOf' | 'placesOf'> {
  const placesOf = new Map<ArticleId, number[]>();
  for (const [place, { article }] of records.entries()) {
    const places = placesOf.get(article.id);
    if (places) places.push(place);
    else placesOf.set(article.id, [place]);
  }
  return { placeOf: new Map(records.map(({ passage }, place) => [passage.id, place])), placesOf };
}

/** The newest printed date: an archive's age that does not depend on any clock. */
export function newestDate(articles: readonly Article[]): IsoDate | null {
  let newest: IsoDate | null = null;
  for (const { datePublished } of articles) {
    if (datePublished && (!newest || lastDay(datePublished) > lastDay(newest))) newest = datePublished;
  }
  return newest && (firstDay(newest) as IsoDate);
}

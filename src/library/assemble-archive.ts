/**
 * An archive ready to be asked, from its stored parts: inverted lists and maps, nothing that reads a text anew. All that
 * a background waits for when it wakes, so nothing here knows how the parts are made (derive-archive.ts).
 */
import type { Article, ArticleId } from '../archive/article.ts';
import type { Passage, PassageId } from '../archive/passage.ts';
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
import { fold } from '../text/tokenise.ts';
import type { Archive, Inventory, MemoryArchive } from './archive.ts';
import { listOf } from './name-list.ts';
import { countOutlets } from './outlet-counts.ts';

const NOBODY: PassageSpeakers = { quoted: [], quotes: [] };

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

export function assembleArchive(parts: ArchiveParts, isRebuilt: boolean): MemoryArchive {
  const { articles, authority, passages, mentions, speakers, gazetteer, sounds, index, prints } = parts;
  const records = recordsOf(articles, passages, mentions, speakers);
  const named = mentions.map((list) =>
    list.flatMap(({ entityId }): EntityId[] => (entityId ? [entityId] : [])),
  );
  const passagesOf = groupByEntity(records);
  const mentionsOf = new Map(articles.map((article, at) => [article.id, mentions[at] as readonly Mention[]]));
  return {
    ...{ records, index, passagesOf, mentionsOf },
    articles: new Map(articles.map((article) => [article.id, article])),
    prints,
    printedArticles: { at: (number) => articles[number], idOf: (number) => (articles[number] as Article).id },
    articlesFrom: (wanted) => articles.filter(({ url }) => url === wanted),
    inventory: (stays) => takeInventory(stays ? articles.filter(({ id }) => stays(id)) : articles),
    headlinesWith: (letters, limit, stays) => headlinesWith(articles, letters, limit, stays),
    ...placesIn(records),
    entityOf: new Map(authority.entities.map((entity) => [entity.id, entity])),
    names: listOf(authority.entities, (id) => passagesOf.get(id)?.length ?? 0),
    outletsPrinting: (id) => {
      const naming = new Set(
        (passagesOf.get(id) ?? []).map((place) => (records[place] as PassageRecord).article),
      );
      return countOutlets(withMentions(naming, mentionsOf), id);
    },
    knowledge: openNameKnowledge(authority.entities, gazetteer, named, sounds),
    outlets: authority.outlets,
    builtAt: newestDate(articles),
    isRebuilt,
    unread: index.unread,
  };
}

function* withMentions(articles: Iterable<Article>, mentionsOf: ReadonlyMap<ArticleId, readonly Mention[]>) {
  for (const { id, publisher } of articles) yield { publisher, mentions: mentionsOf.get(id) ?? [] };
}

function takeInventory(articles: readonly Article[]): Inventory {
  const outlets = new Set(articles.flatMap(({ publisher }) => publisher ?? []));
  const idsIn = (collection: Article['provenance']['collection']) =>
    articles.flatMap(({ id, provenance }) => (provenance.collection === collection ? [id] : []));
  return { outlets: [...outlets].sort(), ownArticles: idsIn('yours').length, bundled: idsIn('bundled') };
}

function headlinesWith(
  articles: readonly Article[],
  letters: string,
  limit: number,
  stays: (id: ArticleId) => boolean = () => true,
): string[] {
  const found = new Map<string, string>();
  for (const { id, headline } of articles) {
    if (found.size === limit) break;
    if (headline === null || !stays(id)) continue;
    const folded = ` ${fold(headline)}`;
    if (folded.includes(` ${letters}`) && !found.has(folded)) found.set(folded, headline);
  }
  return [...found.values()];
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

/** `spans`: start and end in the body. */
export function passagesAt(
  article: Article,
  spans: readonly (readonly [start: number, end: number])[],
): Passage[] {
  return spans.map(([start, end], ordinal) => ({
    id: `${article.id}/${ordinal}` as PassageId,
    articleId: article.id,
    ordinal,
    start,
    end,
    text: article.articleBody.slice(start, end),
  }));
}

/** Where each passage stands, and those of each article that has one. */
function placesIn(records: readonly PassageRecord[]): Pick<Archive, 'placeOf' | 'placesOf'> {
  const placesOf = new Map<ArticleId, number[]>();
  for (const [place, { article }] of records.entries()) {
    const places = placesOf.get(article.id);
    if (places) places.push(place);
    else placesOf.set(article.id, [place]);
  }
  return { placeOf: new Map(records.map(({ passage }, place) => [passage.id, place])), placesOf };
}

/** The newest printed date: an archive's age that does not depend on any clock. */
export function newestDate(articles: Iterable<Pick<Article, 'datePublished'>>): IsoDate | null {
  let newest: IsoDate | null = null;
  for (const { datePublished } of articles) {
    if (datePublished && (!newest || lastDay(datePublished) > lastDay(newest))) newest = datePublished;
  }
  return newest && (firstDay(newest) as IsoDate);
}

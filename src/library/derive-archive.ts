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
import { addEvents, type TellingArticle } from '../entities/events/archive-events.ts';
import type { Gazetteer } from '../entities/gazetteer.ts';
import type { Recognise } from '../entities/group/article-names.ts';
import { groupNames } from '../entities/group/group-names.ts';
import { linkMentions, readBlock } from '../entities/link-mentions.ts';
import { recogniseFor } from '../entities/link-recognised.ts';
import type { NameSounds } from '../entities/link-sounds.ts';
import type { Mention } from '../entities/mention.ts';
import { buildNameKnowledge, type NameKnowledge, openNameKnowledge } from '../entities/name-knowledge.ts';
import type { RecognisedName } from '../entities/recognise/recognised-name.ts';
import { addToPrintIndex, type PrintIndex } from '../quotes/print-index.ts';
import { readSequence, type WordSequence } from '../quotes/word-sequence.ts';
import { buildPassageIndex, type PassageIndex } from '../retrieval/passage-index.ts';
import type { PassageRecord, PassageSpeakers } from '../retrieval/passage-record.ts';
import { groupByEntity } from '../retrieval/searchable.ts';
import { detectLanguage } from '../text/detect-language.ts';
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
  readonly sounds: NameSounds;
  readonly index: PassageIndex;
  /** One segment, of all articles in their order. */
  readonly prints: PrintIndex;
}

/**
 * The authority file of an archive that has none: its own names, grouped, and the events told of. A hand-made authority
 * file is complete where it is: a curated archive says whom it knows, and gets no names by itself.
 */
export function nameArchive(
  articles: readonly Article[],
  authority: Authority,
  recognise: Recognise | null,
): Authority {
  if (!recognise || authority.entities.length + authority.outlets.length > 0) return authority;
  const told = readNames(articles, recognise);
  return { ...authority, entities: addEvents(told, groupNames(told)) };
}

/** The names recognised in each article, each article once. */
export function readNames(articles: readonly Article[], recognise: Recognise): TellingArticle[] {
  const distinct = new Map(articles.map((article) => [article.id, article])).values();
  return Array.from(distinct, ({ id, articleBody: text, inLanguage, datePublished: printed }) => {
    const language = inLanguage ?? detectLanguage(text);
    return { key: id, text, language, printed, names: recognise(text, language) };
  });
}

/** Articles are ordered by id and each id kept once, so that the order of files cannot matter. */
export function deriveParts(given: readonly Article[], authority: Authority): ArchiveParts {
  const articles = [...new Map(given.map((article) => [article.id, article])).values()];
  articles.sort((a, b) => (a.id < b.id ? -1 : 1));
  const knowledge = buildNameKnowledge(authority.entities);
  const passages = articles.map(splitPassages);
  const mentions = articles.map(({ articleBody, datePublished }) =>
    mentionsIn(knowledge, articleBody, datePublished),
  );
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
  const { gazetteer, sounds } = knowledge;
  const prints = addToPrintIndex({ segments: [] }, wordsOfArticles(articles));
  return { articles, authority, passages, mentions, speakers, gazetteer, sounds, index, prints };
}

/** One by one, so that the words of all articles are never in memory together. */
function* wordsOfArticles(articles: readonly Article[]): Generator<WordSequence> {
  for (const { articleBody } of articles) yield readSequence(articleBody);
}

/**
 * Names of a whole text, read paragraph by paragraph but linked together; offsets are the text's. `printed`: its day,
 * null when not known.
 */
export function mentionsIn(
  knowledge: NameKnowledge,
  text: string,
  printed: IsoDate | null = null,
): Mention[] {
  const paragraphs = splitParagraphs(text);
  const names = recogniseFor(knowledge, text);
  const blocks = paragraphs.map(({ start, end }) =>
    readBlock(knowledge, text.slice(start, end), namesWithin(names, start, end)),
  );
  return linkMentions(knowledge, blocks, printed).flatMap((mentions, index) => {
    const shift = paragraphs[index]!.start;
    return mentions.map((mention) => ({
      ...mention,
      start: mention.start + shift,
      end: mention.end + shift,
    }));
  });
}

/** The names of one paragraph, with its offsets. */
function namesWithin(names: readonly RecognisedName[], start: number, end: number): RecognisedName[] {
  return names.flatMap((name) =>
    name.start >= start && name.end <= end
      ? [{ ...name, start: name.start - start, end: name.end - start }]
      : [],
  );
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
  const { articles, authority, passages, mentions, speakers, gazetteer, sounds, index, prints } = parts;
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
    prints,
    printedArticles: articles,
    placeOf: new Map(records.map(({ passage }, place) => [passage.id, place])),
    placesOf,
    mentionsOf: new Map(articles.map((article, at) => [article.id, mentions[at] as readonly Mention[]])),
    entityOf: new Map(authority.entities.map((entity) => [entity.id, entity])),
    knowledge: openNameKnowledge(authority.entities, gazetteer, named, sounds),
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

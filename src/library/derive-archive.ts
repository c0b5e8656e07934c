/**
 * From articles and an authority file to everything that is stored of them: passages, mentions, gazetteer, index, prints.
 *
 * Baking stores the result, opening a damaged pack makes it again: one function, so that both agree to the byte. It reads
 * every text with every rule there is, so it runs on the command line and in the import worker, never in the background.
 */
import type { Article } from '../archive/article.ts';
import type { Passage } from '../archive/passage.ts';
import { splitPassages } from '../archive/split-passages.ts';
import type { Authority } from '../entities/authority.ts';
import type { Entity } from '../entities/entity.ts';
import { addEvents, type TellingArticle } from '../entities/events/archive-events.ts';
import type { Recognise } from '../entities/group/article-names.ts';
import { groupNames } from '../entities/group/group-names.ts';
import type { Mention } from '../entities/mention.ts';
import { buildNameKnowledge, type WholeKnowledge } from '../entities/name-knowledge.ts';
import { addToPrintIndex } from '../quotes/print-index.ts';
import { readSequence, type WordSequence } from '../quotes/word-sequence.ts';
import type { PassageSpeakers } from '../retrieval/passage-record.ts';
import { buildPassageIndex, type PackedIndex } from '../retrieval/young-index.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { type ArchiveParts, recordsOf } from './assemble-archive.ts';
import { mentionsIn } from './mentions-in.ts';
import { findSpeakers } from './passage-speakers.ts';

/**
 * The authority file of an archive that has none: its own names, grouped, and the events told of. A hand-made authority
 * file is complete where it is: a curated archive says whom it knows, and gets no names by itself.
 */
export function nameArchive(
  articles: readonly Article[],
  authority: Authority,
  recognise: Recognise | null,
): Authority {
  if (!recognise || isCurated(authority)) return authority;
  const distinct = new Map(articles.map((article) => [article.id, article])).values();
  const told = Array.from(distinct, (article) => readNames(article, recognise));
  return { ...authority, entities: nameTold(told) };
}

export const isCurated = ({ entities, outlets }: Authority) => entities.length + outlets.length > 0;

/** The names recognised in an article. */
export function readNames(
  { id, articleBody: text, inLanguage, datePublished: printed }: Article,
  recognise: Recognise,
): TellingArticle {
  const language = inLanguage ?? detectLanguage(text);
  return { key: id, text, language, printed, names: recognise(text, language) };
}

/** Names and events of articles, whose order does not matter; they are walked twice. */
export function nameTold(told: Iterable<TellingArticle>): Entity[] {
  return addEvents(told, groupNames(told));
}

export type TextParts = Omit<ArchiveParts, 'index'>;

interface PackedParts extends TextParts {
  readonly index: PackedIndex;
}

/** Articles are ordered by id and each id kept once, so that the order of files cannot matter. */
export function deriveParts(given: readonly Article[], authority: Authority): PackedParts {
  const parts = deriveTexts(given, authority);
  const { articles, passages, mentions, speakers } = parts;
  return { ...parts, index: buildPassageIndex(recordsOf(articles, passages, mentions, speakers)) };
}

/** The same without the index, which may be written to segments instead. */
export function deriveTexts(given: readonly Article[], authority: Authority): TextParts {
  const articles = [...new Map(given.map((article) => [article.id, article])).values()];
  articles.sort((a, b) => (a.id < b.id ? -1 : 1));
  const knowledge = buildNameKnowledge(authority.entities);
  const derived = [...deriveEach(articles, knowledge)];
  const { gazetteer, sounds } = knowledge;
  const prints = addToPrintIndex({ segments: [] }, wordsOfArticles(articles));
  return {
    ...{ articles, authority, gazetteer, sounds, prints },
    passages: derived.map((one) => one.passages),
    mentions: derived.map((one) => one.mentions),
    speakers: derived.map((one) => one.speakers),
  };
}

/** What is read of one article. */
export interface DerivedArticle {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly mentions: readonly Mention[];
  readonly speakers: readonly PassageSpeakers[];
}

/** One article after the other, each when it is asked for. */
export function* deriveEach(
  articles: Iterable<Article>,
  knowledge: WholeKnowledge,
): Generator<DerivedArticle> {
  const labels = new Map(knowledge.entities.map(({ id, prefLabel }) => [id, prefLabel]));
  for (const article of articles) {
    const { articleBody, datePublished } = article;
    const passages = splitPassages(article);
    const mentions = mentionsIn(knowledge, articleBody, datePublished);
    const speakers = findSpeakers(articleBody, passages, mentions, (id) => labels.get(id) ?? id);
    yield { article, passages, mentions, speakers };
  }
}

/** One by one, so that the words of all articles are never in memory together. */
export function* wordsOfArticles(articles: Iterable<Article>): Generator<WordSequence> {
  for (const { articleBody } of articles) yield readSequence(articleBody);
}

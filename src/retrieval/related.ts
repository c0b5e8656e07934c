/**
 * Archived passages that belong to a page: ranked by the words they share with it, and by names and events.
 *
 * The naive version sends the page's text to a search engine and returns its most common words' passages. Here the
 * page's telling words count, with the entities they share however spelt (a rare name weighs more than a frequent
 * place); words of the best passages are asked in a second turn, since two reports of one event choose different words.
 * O(page words + passages that share something).
 */
import type { EntityId } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import { lastDay } from '../text/iso-date.ts';
import type { TextPosition } from '../text/position.ts';
import { words } from '../text/tokenise.ts';
import { inOrder } from './best-first.ts';
import { feedbackTerms } from './feedback.ts';
import { answersTo, findMatches, type Match, rarestMatches } from './find-matches.ts';
import { toQueryTerms } from './lexical-query.ts';
import type { PassageRecord } from './passage-record.ts';
import { raiseNeighbours } from './raise-neighbours.ts';
import type { RankedPassage } from './ranked-passage.ts';
import { RANKING, type RankingWeights } from './ranking-weights.ts';
import { type QueryTerm, rarityOf, type ScoredPassage, scorePassages } from './scoring.ts';
import { type Lines, linesOf } from './search.ts';
import { factsOf, rarity, type Searchable, stepOf } from './searchable.ts';
import { makeSnippet } from './snippet.ts';
import { isStopWord } from './stop-words.ts';

export interface PageQuestion {
  readonly mentions: readonly Mention[];
  readonly text: string;
  readonly limit: number;
  readonly lines: Lines;
  /** The page is itself this archived article: leave it out. */
  readonly except: (passage: number) => boolean;
  readonly weights?: RankingWeights;
}

/**
 * Shares of the parts in a score whose parts are each scaled to [0,1]. Most shared names are shared words too and count
 * there: on ecbplus train a share of .3 for names costs .01 of MAP, and without them names spelt otherwise are lost.
 */
const SHARES = { lexical: 0.5, entityOverlap: 0.1, event: 0.1, recency: 0.05 };
/** Page words asked for: beyond these, further words of a page change the order of nothing in the first ten. */
const MOST_WORDS = 120;
/** Words learned from the best passages, and how often that is done: the third turn changes nothing. */
const FEEDBACK_TERMS = 40;
const TURNS = 2;
/** Words named as a reason. */
const MOST_SHARED_WORDS = 4;
/** Below this part of the best score a passage shares only everyday words. */
const RELATED_FLOOR = 0.12;
/** The same among scores of words alone, before they are ordered: most passages of an archive share a word with a page. */
const LEXICAL_FLOOR = 0.06;

interface Scored {
  readonly passage: number;
  readonly score: number;
  readonly evidence: RankedPassage['evidence'];
  readonly shared: readonly EntityId[];
}

export function findRelated(archive: Searchable, page: PageQuestion): RankedPassage[] {
  const names = countEntities(page.mentions);
  const asked = stepOf(archive, () => tellingWords(archive, page.text));
  const lexical = stepOf(archive, () => lexicalHits(archive, page, asked));
  const scored = stepOf(archive, () =>
    combine(archive, names, lexical).filter(({ passage }) => !page.except(passage)),
  );
  const best = scored[0]?.score ?? 0;
  const worth = scored.filter(({ score }) => score >= best * RELATED_FLOOR);
  const answers = answersTo(archive.index, asked);
  return linesOf(archive, worth, page).map((line, index) => {
    const record = archive.records.at(line.passage)!;
    const sharedNames = record.names.filter(({ entityId }) => line.shared.includes(entityId));
    const telling = rarestMatches(
      archive.index,
      outsideNames(findMatches(record, answers), record),
      MOST_SHARED_WORDS,
    );
    return {
      rank: index + 1,
      score: line.score,
      passageId: record.passage.id,
      evidence: line.evidence,
      shared: line.shared,
      sharedWords: telling.map(({ start, end }) => record.passage.text.slice(start, end)),
      alsoPrintedIn: line.reprints,
      ...makeSnippet(record.passage.text, [...sharedNames, ...telling]),
    };
  });
}

/** Names are told as names. */
function outsideNames(matches: readonly Match[], { names }: PassageRecord): Match[] {
  const overlaps = (a: TextPosition, b: TextPosition) => a.start < b.end && b.start < a.end;
  return matches.filter((match) => !names.some((name) => overlaps(name, match)));
}

/** Passages by the page's words, then by those of the best passages too. */
function lexicalHits(
  archive: Searchable,
  { text, except, weights = RANKING }: PageQuestion,
  asked: ReadonlySet<string>,
): readonly ScoredPassage[] {
  const { index } = archive;
  const capitalised = capitalisedWords(text);
  const weight = (word: string) =>
    asked.has(word) ? 1 + (capitalised.has(word) ? weights.pageNames : 0) : 0;
  const { passages } = index.source.collection;
  const sharpen = ({ postings, ...term }: QueryTerm): QueryTerm => ({
    ...{ ...term, postings },
    weight: term.weight * rarityOf(term.holders, passages) ** (weights.pageRarity - 1),
  });
  const terms = stepOf(archive, () =>
    toQueryTerms(index.terms, index.languages, { words: words(text), weight }, weights).map(sharpen),
  );
  const find = (more: readonly QueryTerm[]) => {
    const scored = stepOf(archive, () => scorePassages(index.source, [...terms, ...more], weights));
    const found = scored.filter(({ passage }) => !except(passage));
    const best = found.reduce((most, { score }) => Math.max(most, score), 0);
    return inOrder(found.filter(({ score }) => score >= best * LEXICAL_FLOOR));
  };
  const total = terms.reduce((sum, term) => sum + (term.isMain ? term.weight : 0), 0);
  let hits = find([]);
  for (let turn = 0; turn < TURNS && weights.pageFeedback > 0 && hits.length > 1; turn++) {
    const limits = { terms: FEEDBACK_TERMS, weight: weights.pageFeedback * total };
    hits = find(feedbackTerms(archive, hits, limits));
  }
  return raiseNeighbours(archive, hits, weights.neighbours);
}

/** Words written with a capital inside a sentence: names, in scripts that have capitals. Folded. */
function capitalisedWords(text: string): Set<string> {
  const names = text.match(/(?<=[\p{Ll}\p{N}],? )\p{Lu}[\p{L}\p{M}]+/gu) ?? [];
  return new Set(words(names.join(' ')));
}

/** The page's words that tell most: often there, seldom elsewhere. */
function tellingWords({ index }: Searchable, text: string): Set<string> {
  const counts = new Map<string, number>();
  for (const word of words(text)) if (!isStopWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const { passages } = index.source.collection;
  return new Set(
    [...counts]
      .map(([word, count]) => ({ word, gain: count * rarityOf(index.passageCount(word), passages) }))
      .sort((a, b) => b.gain - a.gain || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS)
      .map(({ word }) => word),
  );
}

function countEntities(mentions: readonly Mention[]): Map<EntityId, number> {
  const counts = new Map<EntityId, number>();
  for (const { entityId, confidence } of mentions) {
    if (entityId) counts.set(entityId, (counts.get(entityId) ?? 0) + confidence);
  }
  return counts;
}

function combine(
  archive: Searchable,
  names: ReadonlyMap<EntityId, number>,
  lexical: readonly ScoredPassage[],
): Scored[] {
  const weight = (entity: EntityId) => (1 + Math.log1p(names.get(entity) ?? 0)) * rarity(archive, entity);
  const isEvent = (entity: EntityId) => entity.startsWith('event:');
  const total = (wanted: boolean) =>
    [...names.keys()]
      .filter((entity) => isEvent(entity) === wanted)
      .reduce((sum, entity) => sum + weight(entity), 0);
  const totals = { names: total(false) || 1, events: total(true) || 1 };
  const byWords = new Map(lexical.map((hit) => [hit.passage, hit.score]));
  const bestLexical = lexical[0]?.score || 1;
  const facts = factsOf(archive);
  const newest = facts.newestDay();
  const passages = new Set(byWords.keys());
  for (const entity of names.keys())
    for (const passage of archive.passagesOf.get(entity) ?? []) passages.add(passage);
  const scored = Array.from(passages, (passage): Scored => {
    const { datePublished } = facts.of(facts.articleOf(passage));
    const shared = facts
      .entitiesAt(passage)
      .filter((entity) => names.has(entity))
      .sort((a, b) => weight(b) - weight(a));
    const sumOf = (wanted: boolean) =>
      shared.reduce((sum, entity) => sum + (isEvent(entity) === wanted ? weight(entity) : 0), 0);
    const evidence = {
      lexical: SHARES.lexical * ((byWords.get(passage) ?? 0) / bestLexical),
      entityOverlap: SHARES.entityOverlap * Math.sqrt(sumOf(false) / totals.names),
      event: SHARES.event * Math.sqrt(sumOf(true) / totals.events),
      recency: datePublished ? SHARES.recency * closeness(lastDay(datePublished), newest) : 0,
    };
    const score = evidence.lexical + evidence.entityOverlap + evidence.event + evidence.recency;
    return { passage, score, evidence, shared };
  });
  return inOrder(scored);
}

/** 1 for the newest day of the archive, ½ a year before it, falling on. */
function closeness(day: string, newest: string): number {
  const years = (Date.parse(newest) - Date.parse(day)) / 31_557_600_000;
  return 1 / (1 + Math.max(0, years));
}

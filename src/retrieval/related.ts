/**
 * Archived passages that belong to a page: ranked by the names and events they share with it, then by words.
 *
 * The naive version sends the page's text to a search engine and returns its most common words' passages. Here shared
 * entities lead (a rare name weighs more than a frequent place), an event shared counts most, and the page's telling
 * words decide among passages that share the same names. O(page words + passages that share something).
 */
import type { EntityId } from '../entities/entity.ts';
import type { Mention } from '../entities/mention.ts';
import { lastDay } from '../text/iso-date.ts';
import type { TextPosition } from '../text/position.ts';
import { fold, words } from '../text/tokenise.ts';
import type { RankedPassage } from './ranked-passage.ts';
import { type Lines, linesOf } from './search.ts';
import { rarity, type Searchable } from './searchable.ts';
import { findWords, makeSnippet } from './snippet.ts';
import { isStopWord } from './stop-words.ts';

export interface PageQuestion {
  readonly mentions: readonly Mention[];
  readonly text: string;
  readonly limit: number;
  readonly lines: Lines;
  /** The page is itself this archived article: leave it out. */
  readonly except: (passage: number) => boolean;
}

/** Shares of the parts in a score whose parts are each scaled to [0,1]. */
const SHARES = { lexical: 0.5, entityOverlap: 0.3, event: 0.15, recency: 0.05 };
/** Page words asked for: beyond these, further words of a page change the order of nothing in the first ten. */
const MOST_WORDS = 120;
/** Words named as a reason. */
const MOST_SHARED_WORDS = 4;
/** Below this part of the best score a passage shares only everyday words. */
const RELATED_FLOOR = 0.12;

interface Scored {
  readonly passage: number;
  readonly score: number;
  readonly words: readonly string[];
  readonly evidence: RankedPassage['evidence'];
  readonly shared: readonly EntityId[];
}

export function findRelated(archive: Searchable, page: PageQuestion): RankedPassage[] {
  const names = countEntities(page.mentions);
  const counts = countWords(page.text);
  const lexical = archive.index.search({
    words: [...counts.keys()],
    weight: (word) => 1 + Math.log(counts.get(word) ?? 1),
  });
  const scored = combine(archive, names, lexical).filter(({ passage }) => !page.except(passage));
  const best = scored[0]?.score ?? 0;
  const worth = scored.filter(({ score }) => score >= best * RELATED_FLOOR);
  return linesOf(archive.records, worth, page).map((line, index) => {
    const { passage, names } = archive.records[line.passage]!;
    const sharedNames = names.filter(({ entityId }) => line.shared.includes(entityId));
    const telling = tellingWords(archive, line, passage.text, names);
    return {
      rank: index + 1,
      score: line.score,
      passageId: passage.id,
      evidence: line.evidence,
      shared: line.shared,
      sharedWords: telling.map(({ start, end }) => passage.text.slice(start, end)),
      alsoPrintedIn: line.reprints,
      ...makeSnippet(passage.text, [...sharedNames, ...telling]),
    };
  });
}

/**
 * Where the rarest shared words first stand in the passage, names left out: they are told as names. The rarest words
 * of a passage tell best why it is here.
 */
function tellingWords(
  { index }: Searchable,
  { words: matched }: Scored,
  text: string,
  names: readonly TextPosition[],
): TextPosition[] {
  const first = new Map<string, TextPosition>();
  for (const at of findWords(text, new Set(matched))) {
    const isName = names.some(({ start, end }) => start < at.end && at.start < end);
    const word = fold(text.slice(at.start, at.end));
    if (!isName && !first.has(word)) first.set(word, at);
  }
  const rarestFirst = [...first].sort(
    (a, b) => index.passageCount(a[0]) - index.passageCount(b[0]) || a[1].start - b[1].start,
  );
  return rarestFirst.slice(0, MOST_SHARED_WORDS).map(([, at]) => at);
}

function countEntities(mentions: readonly Mention[]): Map<EntityId, number> {
  const counts = new Map<EntityId, number>();
  for (const { entityId, confidence } of mentions) {
    if (entityId) counts.set(entityId, (counts.get(entityId) ?? 0) + confidence);
  }
  return counts;
}

/** The page's most frequent telling words. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words(text)) if (!isStopWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_WORDS);
  return new Map(kept);
}

function combine(
  archive: Searchable,
  names: ReadonlyMap<EntityId, number>,
  lexical: readonly { passage: number; score: number; words: readonly string[] }[],
): Scored[] {
  const weight = (entity: EntityId) => (1 + Math.log1p(names.get(entity) ?? 0)) * rarity(archive, entity);
  const isEvent = (entity: EntityId) => entity.startsWith('event:');
  const total = (wanted: boolean) =>
    [...names.keys()]
      .filter((entity) => isEvent(entity) === wanted)
      .reduce((sum, entity) => sum + weight(entity), 0);
  const totals = { names: total(false) || 1, events: total(true) || 1 };
  const words = new Map(lexical.map((hit) => [hit.passage, hit]));
  const bestLexical = lexical[0]?.score || 1;
  const newest = newestDay(archive);
  const passages = new Set([
    ...words.keys(),
    ...[...names.keys()].flatMap((entity) => archive.passagesOf.get(entity) ?? []),
  ]);
  const scored = [...passages].map((passage): Scored => {
    const { entities, article } = archive.records[passage]!;
    const shared = entities.filter((entity) => names.has(entity)).sort((a, b) => weight(b) - weight(a));
    const sumOf = (wanted: boolean) =>
      shared.filter((entity) => isEvent(entity) === wanted).reduce((sum, entity) => sum + weight(entity), 0);
    const hit = words.get(passage);
    const evidence = {
      lexical: SHARES.lexical * ((hit?.score ?? 0) / bestLexical),
      entityOverlap: SHARES.entityOverlap * Math.sqrt(sumOf(false) / totals.names),
      event: SHARES.event * Math.sqrt(sumOf(true) / totals.events),
      recency: article.datePublished ? SHARES.recency * closeness(lastDay(article.datePublished), newest) : 0,
    };
    const score = evidence.lexical + evidence.entityOverlap + evidence.event + evidence.recency;
    return { passage, score, words: hit?.words ?? [], evidence, shared };
  });
  return scored.sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function newestDay({ records }: Searchable): string {
  let newest = '';
  for (const { article } of records) {
    const day = article.datePublished ? lastDay(article.datePublished) : '';
    if (day > newest) newest = day;
  }
  return newest;
}

/** 1 for the newest day of the archive, ½ a year before it, falling on. */
function closeness(day: string, newest: string): number {
  const years = (Date.parse(newest) - Date.parse(day)) / 31_557_600_000;
  return 1 / (1 + Math.max(0, years));
}

/**
 * Which hits meet the filters, phrases and exclusions of a query.
 *
 * The naive version looks at every hit's record. Here what is known of articles and names decides first, each article
 * once; where words stand next to each other an index on the disk says, else the texts of passages that hold all of them.
 * O(hits + texts read).
 */
import type { EntityId } from '../entities/entity.ts';
import { firstDay, lastDay } from '../text/iso-date.ts';
import { fold } from '../text/tokenise.ts';
import type { EnginePostings } from './engine-postings.ts';
import type { Filters } from './filters.ts';
import { isUnfiltered, type ParsedQuery } from './parse-query.ts';
import type { ArticleFacts, PassageFacts } from './passage-facts.ts';
import type { LexicalHit, PassageIndex } from './passage-index.ts';
import { factsOf, type Searchable } from './searchable.ts';

/** A query whose names have been looked up: one set per name filter, any of its members will do. */
export interface ResolvedQuery extends ParsedQuery {
  readonly entitySets: readonly ReadonlySet<EntityId>[];
  /** The same for `-person:…` and its like. */
  readonly excludedEntitySets: readonly ReadonlySet<EntityId>[];
  /** What an unknown word may be a slip of, `near` being the indexed words like it: of a name, only that name's words. */
  readonly correct: (word: string, near: readonly string[]) => readonly string[];
}

/** Every passage passes. */
export function demandsNothing(query: ResolvedQuery): boolean {
  const { entitySets, excludedEntitySets, filters, without, phrases, excluded } = query;
  const demands = entitySets.length + excludedEntitySets.length + phrases.length + excluded.length;
  return demands === 0 && isUnfiltered(filters) && isUnfiltered(without);
}

/** In the order given. */
export function passingHits<Hit extends LexicalHit>(
  archive: Searchable,
  hits: readonly Hit[],
  query: ResolvedQuery,
): Hit[] {
  const tests = [...factTests(factsOf(archive), query)];
  const passing = hits.filter(({ passage }) => tests.every((passes) => passes(passage)));
  return query.phrases.length + query.excluded.length === 0 ? passing : withPhrases(archive, passing, query);
}

type Test = (passage: number) => boolean;

function* factTests(facts: PassageFacts, query: ResolvedQuery): Generator<Test> {
  for (const [sets, isWanted] of [
    [query.entitySets, true],
    [query.excludedEntitySets, false],
  ] as const)
    for (const set of sets)
      yield (passage) => facts.entitiesAt(passage).some((entity) => set.has(entity)) === isWanted;
  const { filters, without } = query;
  if (!isUnfiltered(filters)) yield ofArticles(facts, (one) => articleTests(one, filters).every(Boolean));
  if (!isUnfiltered(without)) yield ofArticles(facts, (one) => !articleTests(one, without).some(Boolean));
  for (const name of filters.saidBy) yield saidBy(facts, name, true);
  for (const name of without.saidBy) yield saidBy(facts, name, false);
}

/** Asked once for each article. */
function ofArticles(facts: PassageFacts, passes: (article: ArticleFacts) => boolean): Test {
  const known = new Map<number, boolean>();
  return (passage) => {
    const article = facts.articleOf(passage);
    const found = known.get(article) ?? passes(facts.of(article));
    known.set(article, found);
    return found;
  };
}

function saidBy(facts: PassageFacts, name: string, isWanted: boolean): Test {
  const wanted = fold(name);
  const fits = (said: string) => ` ${fold(said)} `.includes(` ${wanted} `);
  const places = wanted === '' ? new Set<number>() : facts.quoting(fits);
  return (passage) => places.has(passage) === isWanted;
}

/** One answer for each filter that is set; an undated article is neither before nor after anything. */
function articleTests(article: ArticleFacts, filters: Filters): boolean[] {
  const { datePublished, inLanguage, publisher, republishedFrom } = article;
  const outlets = [publisher, republishedFrom].map((name) => ` ${fold(name ?? '')} `);
  const { before, after } = filters;
  return [
    ...(before ? [datePublished !== null && lastDay(datePublished) < firstDay(before)] : []),
    ...(after ? [datePublished !== null && firstDay(datePublished) >= firstDay(after)] : []),
    ...filters.languages.map((language) => inLanguage?.toLowerCase().split('-')[0] === language),
    ...filters.outlets.map((outlet) => outlets.some((name) => name.includes(` ${fold(outlet)}`))),
  ];
}

/** One phrase: where it surely stands, and where it may. */
interface Sought {
  readonly parts: readonly string[];
  readonly holds: Test;
  /** Only the text tells. */
  readonly isOpen: Test;
}

function withPhrases<Hit extends LexicalHit>(
  { records, index }: Searchable,
  hits: readonly Hit[],
  { phrases, excluded }: ResolvedQuery,
): Hit[] {
  const wanted = phrases.map((parts) => seek(index, parts));
  const refused = excluded.map((parts) => seek(index, parts));
  const likely = hits.filter(
    ({ passage }) =>
      wanted.every(({ holds, isOpen }) => holds(passage) || isOpen(passage)) &&
      !refused.some(({ holds }) => holds(passage)),
  );
  const isOpen = ({ passage }: Hit) => [...wanted, ...refused].some((sought) => sought.isOpen(passage));
  records.need?.(likely.filter(isOpen).map(({ passage }) => passage));
  return likely.filter((hit) => {
    if (!isOpen(hit)) return true;
    const { passage, article } = records.at(hit.passage)!;
    const texts = [passage.text, article.headline ?? ''].map((text) => ` ${fold(text)} `);
    const stands = ({ parts, holds }: Sought) =>
      holds(hit.passage) || texts.some((text) => text.includes(` ${parts.join(' ')} `));
    return wanted.every(stands) && !refused.some(stands);
  });
}

const NOWHERE: ReadonlySet<number> = new Set();

/** By the index where it knows where words stand, else by the texts of passages with all of them. */
function seek({ terms }: PassageIndex, parts: readonly string[]): Sought {
  const known = terms.phrase?.(parts) ?? { passages: new Set<number>(), below: 0 };
  const candidates = known.below === Number.POSITIVE_INFINITY ? NOWHERE : holding(terms, parts);
  return {
    parts,
    holds: (passage) => known.passages.has(passage),
    isOpen: (passage) => passage >= known.below && candidates.has(passage),
  };
}

/** Passages with all of the words, in body or headline. */
function holding(terms: EnginePostings, words: readonly string[]): ReadonlySet<number> {
  const lists = words.map((word) => terms.postings(word)?.passages ?? []);
  const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
  let places = new Set(Array.from(shortest));
  for (const list of lists) {
    if (list === shortest) continue;
    const both = new Set<number>();
    for (let at = 0; at < list.length; at++) if (places.has(list[at] as number)) both.add(list[at] as number);
    places = both;
  }
  return places;
}

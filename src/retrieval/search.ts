/**
 * Keyword search: the ranking of scoring.ts, with what a person who types expects on top: an exact headline first, all
 * words before some of them, slips forgiven only where a word is otherwise unknown.
 */
import { firstDay } from '../text/iso-date.ts';
import { fold } from '../text/tokenise.ts';
import { type Depth, inOrder } from './best-first.ts';
import { feedbackTerms } from './feedback.ts';
import { type Answers, answersTo, findMatches, rarestMatches } from './find-matches.ts';
import { type FoldedHit, foldPrintings } from './fold-printings.ts';
import { groupByArticle } from './group-by-article.ts';
import { type Corrections, correctionsOf, toQueryTerms } from './lexical-query.ts';
import { missingWords } from './missing-words.ts';
import { isUnfiltered } from './parse-query.ts';
import type { LexicalHit, PassageIndex } from './passage-index.ts';
import { demandsNothing, passingHits, type ResolvedQuery } from './passes-filters.ts';
import { MOST_READ } from './raise-front.ts';
import { raiseLeads } from './raise-leads.ts';
import { raiseNeighbours } from './raise-neighbours.ts';
import { raiseWordParts } from './raise-word-parts.ts';
import type { RankedPassage } from './ranked-passage.ts';
import { RANKING, type RankingWeights } from './ranking-weights.ts';
import {
  type FirstHits,
  type PostingsSource,
  type QueryTerm,
  type ScoredPassage,
  scoreFirst,
} from './scoring.ts';
import { factsOf, type Searchable, stepOf } from './searchable.ts';
import { makeSnippet } from './snippet.ts';

/** Above this many words a query is prose (a claim, a paragraph): few passages hold all its words. */
const PROSE_WORDS = 6;
const EXACT_HEADLINE_BONUS = 3;
/** With few words, a passage that has them all goes before one that repeats one of them. */
const COVERAGE_SHARE = 0.2;
/** Passages whose headline is compared with the query: one of the same words is among the first. */
const MOST_COMPARED = 200;
/** Words added to prose from its first answers. */
const FEEDBACK_TERMS = 20;
/** Where the best article leads the fifth by this much it is the one that was meant: nothing is added. */
const CLEAR_LEAD = 1.4;
const CLEAR_PLACE = 4;
const MOST_SHARED_WORDS = 5;

export interface SearchAnswer {
  readonly passages: readonly RankedPassage[];
  /** Passages that matched, before the limit and before folding of reprints. */
  readonly total: number;
  /** Folded words of the question that no passage holds, nor anything like them. */
  readonly missing: readonly string[];
}

export interface SearchOptions {
  readonly limit: number;
  readonly lines: Lines;
  readonly weights?: RankingWeights;
}

/** What one line of an answer stands for: a passage, all passages that print the same text, or an article. */
export type Lines = 'passages' | 'texts' | 'articles';

export function search(archive: Searchable, query: ResolvedQuery, options: SearchOptions): SearchAnswer {
  if (query.words.length === 0 && isUnfiltered(query.filters)) return { passages: [], total: 0, missing: [] };
  const { weights = RANKING } = options;
  const corrections = correctionsFor(archive.index, query);
  const demanded = isProse(query.words.length - query.phrases.flat().length)
    ? { ...query, phrases: [] }
    : query;
  const depth = demandsNothing(demanded) ? depthFor(options.limit) : null;
  const { hits, total } =
    query.words.length > 0 ? lexicalHits(archive, query, corrections, weights, depth) : filteredHits(archive);
  const passing = depth ? hits : passingHits(archive, hits, demanded);
  const isAsked = answersOf(archive.index, query);
  const corrected = new Set([...corrections.values()].flat());
  const ordered = query.words.length > 0 ? settleTies(archive, passing, options.limit) : passing;
  const lines = linesOf(archive, ordered, options);
  const ranked = lines.map((hit, index): RankedPassage => {
    const record = archive.records.at(hit.passage)!;
    const matches = findMatches(record, (word, stem) => isAsked(word, stem) || corrected.has(word));
    // A corrected word is a guess: shown where it stands, but not as the same word.
    const same = corrected.size === 0 ? matches : matches.filter(({ word, stem }) => isAsked(word, stem));
    return {
      rank: index + 1,
      score: hit.score,
      passageId: record.passage.id,
      evidence: { lexical: hit.score, entityOverlap: 0, event: 0, recency: 0 },
      shared: [],
      sharedWords: rarestMatches(archive.index, same, MOST_SHARED_WORDS).map(({ word }) => word),
      alsoPrintedIn: hit.reprints,
      ...makeSnippet(record.passage.text, matches),
    };
  });
  return {
    passages: ranked,
    total: depth ? total : passing.length,
    missing: missingWords(archive.index, query, corrections),
  };
}

/** Hits whose equals are put in order: more than the lines of one answer ever look at, unless many are asked for. */
const FEWEST_SETTLED = 200;
const SETTLED_PER_LINE = 4;
const lookedAt = (limit: number) => Math.max(FEWEST_SETTLED, limit * SETTLED_PER_LINE);
/** More articles than are read again, or shown. */
const depthFor = (limit: number): Depth => ({
  passages: lookedAt(limit),
  articles: Math.max(MOST_READ + 1, limit),
});

/**
 * Equal scores, nearly always one text printed twice: the earliest printing first, undated ones last, then by the
 * caller's own identifiers ("9" before "10"), so that the order is the same on any machine and in any order of files.
 * `hits` come best first; those that no line looks at are left as they are.
 */
function settleTies<Hit extends LexicalHit>(archive: Searchable, hits: readonly Hit[], limit: number): Hit[] {
  let end = Math.min(hits.length, lookedAt(limit));
  while (end < hits.length && hits[end]!.score === hits[end - 1]!.score) end++;
  const facts = factsOf(archive);
  const article = ({ passage }: Hit) => facts.articleOf(passage);
  const day = (hit: Hit) => facts.of(article(hit)).datePublished ?? NO_DAY;
  const equals = Map.groupBy(hits.slice(0, end), (hit) => `${hit.score} ${day(hit)}`).values();
  archive.records.need?.(
    [...equals]
      .filter((same) => new Set(same.map(article)).size > 1)
      .flatMap((same) => same.map(({ passage }) => passage)),
  );
  const name = ({ passage }: Hit) => archive.records.at(passage)!.article.identifier ?? '';
  const byName = (a: Hit, b: Hit) =>
    article(a) === article(b) ? 0 : name(a).length - name(b).length || compare(name(a), name(b));
  const settled = hits
    .slice(0, end)
    .sort((a, b) => b.score - a.score || compare(day(a), day(b)) || byName(a, b) || a.passage - b.passage);
  return end === hits.length ? settled : [...settled, ...hits.slice(end)];
}

/** After every year. */
const NO_DAY = '~';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** At most `limit` lines; only these are worth a snippet. */
export function linesOf<Hit extends LexicalHit>(
  archive: Searchable,
  hits: readonly Hit[],
  { limit, lines }: Pick<SearchOptions, 'limit' | 'lines'>,
): (Hit & FoldedHit)[] {
  if (lines === 'texts') return foldPrintings(archive.records, hits, limit);
  const kept = (lines === 'articles' ? groupByArticle(factsOf(archive), hits) : hits).slice(0, limit);
  archive.records.need?.(kept.map(({ passage }) => passage));
  return kept.map((hit) => ({ ...hit, reprints: [] }));
}

const isProse = (words: number) => words > PROSE_WORDS;

/** Of each word that the archive does not know; none in prose. */
function correctionsFor(
  { passageCount, terms }: PassageIndex,
  { words, correct }: ResolvedQuery,
): Corrections {
  const unknown = isProse(words.length) ? [] : words.filter((word) => passageCount(word) === 0);
  return new Map(unknown.map((word) => [word, correct(word, correctionsOf(terms, word))]));
}

/** Completed words answer as well. */
function answersOf(index: PassageIndex, query: ResolvedQuery): Answers {
  const { words, isLastWordOpen } = query;
  const exactly = answersTo(index, words);
  const open = isLastWordOpen && !isProse(words.length) ? words.at(-1) : undefined;
  return (word, stem) => exactly(word, stem) || (open !== undefined && word.startsWith(open));
}

function lexicalHits(
  archive: Searchable,
  query: ResolvedQuery,
  corrections: Corrections,
  weights: RankingWeights,
  depth: Depth | null,
): FirstHits {
  const { index } = archive;
  const { words } = query;
  const isTyped = !isProse(words.length);
  const terms = toQueryTerms(
    index.terms,
    index.languages,
    { words, isLastWordOpen: query.isLastWordOpen && isTyped, forgive: corrections },
    weights,
  );
  const covering = (share: number) => (isTyped ? 1 - COVERAGE_SHARE + COVERAGE_SHARE * share : 1);
  const find = (asked: readonly QueryTerm[]) =>
    stepOf(archive, () => findBest(index.source, asked, weights, depth, covering));
  let found = find(terms);
  if (!isTyped && weights.feedback > 0 && !hasClearLead(index, found.hits)) {
    const limits = { terms: FEEDBACK_TERMS, weight: weights.feedback * weightOf(terms) };
    found = find([...terms, ...feedbackTerms(archive, found.hits, limits)]);
  }
  const led = raiseLeads(archive, found.hits, words, weights);
  const parts = raiseWordParts(archive, led, words, weights);
  const refined = raiseNeighbours(archive, parts, weights.neighbours);
  const hits = isTyped ? raiseExactHeadlines(archive, refined, words.join(' ')) : refined;
  return { hits, total: found.total };
}

const EVERYTHING: Depth = { passages: Number.POSITIVE_INFINITY, articles: Number.POSITIVE_INFINITY };

/** Best first as far as `depth`; hits beyond it are counted, not told. */
function findBest(
  source: PostingsSource,
  terms: readonly QueryTerm[],
  weights: RankingWeights,
  depth: Depth | null,
  covering: (coverage: number) => number,
): FirstHits {
  const { hits, total } = scoreFirst(source, terms, weights, depth ?? EVERYTHING, covering);
  return { hits: inOrder(hits), total };
}

const weightOf = (terms: readonly QueryTerm[]) =>
  terms.reduce((sum, { weight, isMain }) => sum + (isMain ? weight : 0), 0);

function hasClearLead({ source }: PassageIndex, hits: readonly ScoredPassage[]): boolean {
  const articles = new Set<number>();
  for (const { passage, score } of hits) {
    articles.add(source.articleOf(passage));
    if (articles.size > CLEAR_PLACE) return (hits[0] as ScoredPassage).score >= CLEAR_LEAD * score;
  }
  return true; // of so few answers none is worth learning from
}

function raiseExactHeadlines(
  archive: Searchable,
  hits: readonly ScoredPassage[],
  headline: string,
): ScoredPassage[] {
  const { records } = archive;
  const facts = factsOf(archive);
  const compared = hits.slice(0, MOST_COMPARED);
  const likely = new Set(
    compared.flatMap(({ passage }) =>
      facts.mayBeHeadline(facts.articleOf(passage), headline) ? passage : [],
    ),
  );
  records.need?.(likely);
  const raised = compared.map((hit) => {
    const printed = likely.has(hit.passage) ? records.at(hit.passage)!.article.headline : null;
    const isExact = printed !== null && fold(printed) === headline;
    return isExact ? { ...hit, score: hit.score * EXACT_HEADLINE_BONUS } : hit;
  });
  return [...inOrder(raised), ...hits.slice(MOST_COMPARED)];
}

/** No words, only filters: newest first, undated last. */
function filteredHits(archive: Searchable): FirstHits {
  const facts = factsOf(archive);
  const dateOf = (passage: number) => {
    const date = facts.of(facts.articleOf(passage)).datePublished;
    return date ? firstDay(date) : '';
  };
  const dated = Array.from({ length: archive.records.length }, (_, passage) => ({
    ...{ passage, score: 0, coverage: 1 },
    day: dateOf(passage),
  }));
  const hits = dated.sort((a, b) => compare(b.day, a.day) || a.passage - b.passage);
  return { hits, total: hits.length };
}

/**
 * The words that two texts print alike, as chains of exact runs in the same order on both sides.
 *
 * The naive version is a Smith–Waterman table of all words against all, 20 million cells for a page and an article. Here
 * seeds (shared prints) grow into maximal runs, neighbouring runs are chained where the order agrees and little stands
 * between them (colinear chaining), and only the gaps are compared word by word. O(seeds × LOOK_BACK + words between).
 */
import { diffArrays } from 'diff';
import type { WordSequence } from './word-sequence.ts';

/** One place where both texts have the same print, in words. */
export interface Seed {
  readonly page: number;
  readonly article: number;
}

/** `length` words from `page` on are those from `article` on. */
export interface Run extends Seed {
  readonly length: number;
}

/** Runs in ascending order on both sides, without overlap. */
export type Chain = readonly Run[];

/** Words between two runs of one chain, on either side: an inserted clause, a dropped third of a long sentence. */
const WIDEST_GAP = 24;
/** Earlier runs looked at when one is linked. */
const LOOK_BACK = 24;
/** Words of a run that another chain cut short: fewer show no place. */
const LEAST_LEFT = 4;
/** More runs than this in one article come from a text that repeats itself. */
const MOST_RUNS = 4_000;

/** Longest chain first; no word of the page is in two chains. */
export function chainShared(page: WordSequence, article: WordSequence, seeds: readonly Seed[]): Chain[] {
  const runs = growRuns(page, article, seeds);
  return linkRuns(runs).map((chain) => fillChain(page, article, chain));
}

/** What of a chain lies on the words [first, end) of the page. */
export function clipChain(
  chain: Chain,
  { first, end }: { readonly first: number; readonly end: number },
): Run[] {
  return chain.flatMap(({ page, article, length }) => {
    const from = Math.max(page, first);
    const to = Math.min(page + length, end);
    return from < to ? [{ page: from, article: article + from - page, length: to - from }] : [];
  });
}

/** Maximal exact runs around the seeds, each once, in the page's order. */
function growRuns(page: WordSequence, article: WordSequence, seeds: readonly Seed[]): Run[] {
  const ordered = [...seeds].sort((a, b) => a.page - b.page || a.article - b.article);
  const reached = new Map<number, number>();
  const runs: Run[] = [];
  for (const seed of ordered) {
    const diagonal = seed.page - seed.article;
    if ((reached.get(diagonal) ?? -1) > seed.page) continue;
    if (page.hash[seed.page] !== article.hash[seed.article]) continue;
    const least = Math.max(reached.get(diagonal) ?? 0, diagonal, 0);
    let first = seed.page;
    while (first > least && page.hash[first - 1] === article.hash[first - 1 - diagonal]) first--;
    let end = seed.page + 1;
    const most = Math.min(page.count, article.count + diagonal);
    while (end < most && page.hash[end] === article.hash[end - diagonal]) end++;
    reached.set(diagonal, end);
    runs.push({ page: first, article: first - diagonal, length: end - first });
    if (runs.length >= MOST_RUNS) break;
  }
  return runs.sort((a, b) => a.page - b.page || a.article - b.article);
}

/** Best chains first; each run in one chain, and none that lies on words of the page that a better chain has. */
function linkRuns(runs: readonly Run[]): Run[][] {
  const score = runs.map(({ length }) => length);
  const before = runs.map(() => -1);
  for (const [at, run] of runs.entries()) {
    for (let other = at - 1; other >= Math.max(0, at - LOOK_BACK); other--) {
      const gain = linkGain(runs[other]!, run);
      if (gain !== null && score[other]! + gain > score[at]!) {
        score[at] = score[other]! + gain;
        before[at] = other;
      }
    }
  }
  const best = runs.map((_, at) => at).sort((a, b) => score[b]! - score[a]! || a - b);
  const used = new Set<number>();
  const taken = new Uint8Array(runs.reduce((most, run) => Math.max(most, run.page + run.length), 0));
  const chains: Run[][] = [];
  for (const end of best) {
    const chain: Run[] = [];
    for (let at = end; at >= 0 && !used.has(at); at = before[at]!) {
      used.add(at);
      const run = withoutTaken(runs[at]!, taken);
      if (!run) break;
      chain.push(run);
    }
    if (chain.length === 0) continue;
    for (const { page, length } of chain) taken.fill(1, page, page + length);
    chains.push(trimOverlaps(chain.reverse()));
  }
  return chains;
}

/** The run but for words at its ends that a better chain has; null when too little is left. */
function withoutTaken(run: Run, taken: Uint8Array): Run | null {
  let [first, last] = [run.page, run.page + run.length - 1];
  while (first <= last && taken[first]) first++;
  while (last >= first && taken[last]) last--;
  const length = last - first + 1;
  if (length === run.length) return run;
  return length < LEAST_LEFT ? null : { page: first, article: run.article + first - run.page, length };
}

/** What linking `next` behind `run` adds, in words; null when they cannot follow each other. */
function linkGain(run: Run, next: Run): number | null {
  const pageGap = next.page - (run.page + run.length);
  const articleGap = next.article - (run.article + run.length);
  const overlap = Math.max(0, -pageGap, -articleGap);
  if (overlap >= next.length || overlap >= run.length) return null;
  const gap = Math.max(pageGap, articleGap);
  if (gap > WIDEST_GAP || gap > run.length + next.length + 6) return null;
  return next.length - overlap - Math.max(0, gap) / 4;
}

function trimOverlaps(chain: readonly Run[]): Run[] {
  const trimmed: Run[] = [];
  for (const run of chain) {
    const last = trimmed.at(-1);
    const by = last
      ? Math.max(0, last.page + last.length - run.page, last.article + last.length - run.article)
      : 0;
    if (by < run.length)
      trimmed.push({ page: run.page + by, article: run.article + by, length: run.length - by });
  }
  return trimmed;
}

/** The chain with the shorter runs between its own and at its ends. */
function fillChain(page: WordSequence, article: WordSequence, chain: Chain): Chain {
  const filled: Run[] = [];
  for (const [at, run] of chain.entries()) {
    const previous = filled.at(-1);
    if (previous && at > 0) filled.push(...alikeBetween(page, article, previous, run));
    filled.push(run);
  }
  return [
    ...reachOut(page, article, filled[0]!, -1).reverse(),
    ...filled,
    ...reachOut(page, article, filled.at(-1)!, 1),
  ];
}

function alikeBetween(page: WordSequence, article: WordSequence, from: Run, to: Run): Run[] {
  let atPage = from.page + from.length;
  let atArticle = from.article + from.length;
  if (atPage === to.page || atArticle === to.article) return [];
  const runs: Run[] = [];
  for (const { added, removed, count } of diffArrays(
    [...page.hash.subarray(atPage, to.page)],
    [...article.hash.subarray(atArticle, to.article)],
  )) {
    if (!added && !removed) runs.push({ page: atPage, article: atArticle, length: count });
    if (!added) atPage += count;
    if (!removed) atArticle += count;
  }
  return runs;
}

/** Words stepped over at a chain's end, on both sides together, to reach the next word that agrees. */
const MOST_STEPPED = 6;
/** One word that agrees after so many that do not is chance unless the next agrees too. */
const CHANCE_STEPS = 2;

/** What a step costs against a word alike: "the" next door is worth less than "by the council" four words on. */
const STEP_COST = 0.5;

/** Runs beyond a chain's first (-1) or last (1) run, nearest first: a changed word near the border ends the seeds. */
function reachOut(page: WordSequence, article: WordSequence, from: Run, way: 1 | -1): Run[] {
  const found: Run[] = [];
  let atPage = way > 0 ? from.page + from.length : from.page - 1;
  let atArticle = way > 0 ? from.article + from.length : from.article - 1;
  for (let tries = 0; tries < WIDEST_GAP; tries++) {
    const next = nextAlike(page, article, atPage, atArticle, way);
    if (!next) break;
    const { length } = next;
    const first =
      way > 0 ? next : { page: next.page - length + 1, article: next.article - length + 1, length };
    found.push(first);
    atPage = next.page + way * length;
    atArticle = next.article + way * length;
  }
  return found;
}

/** The agreeing words, many and near, from two places on; places are those of the run's word nearest to them. */
function nextAlike(
  page: WordSequence,
  article: WordSequence,
  atPage: number,
  atArticle: number,
  way: 1 | -1,
): Run | null {
  const alike = (inPage: number, inArticle: number) =>
    inPage >= 0 &&
    inArticle >= 0 &&
    inPage < page.count &&
    inArticle < article.count &&
    page.hash[inPage] === article.hash[inArticle];
  const lengthFrom = (run: Seed, most: number) => {
    let length = 0;
    while (length < most && alike(run.page + way * length, run.article + way * length)) length++;
    return length;
  };
  let best: Seed | null = null;
  let gain = -Infinity;
  for (let steps = 1; steps <= MOST_STEPPED; steps++) {
    for (let inArticle = 0; inArticle <= steps; inArticle++) {
      const run = { page: atPage + way * (steps - inArticle), article: atArticle + way * inArticle };
      const length = lengthFrom(run, MOST_STEPPED);
      if (length === 0 || (length === 1 && steps > CHANCE_STEPS)) continue;
      if (length - steps * STEP_COST > gain) [best, gain] = [run, length - steps * STEP_COST];
    }
  }
  return best && { ...best, length: lengthFrom(best, page.count) };
}

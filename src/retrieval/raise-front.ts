/**
 * The best articles of an answer, read once more. Scores come from counts of words, which an index holds; what only the
 * texts tell is asked of the first articles alone, so it costs the same in any archive. Scores may only rise: what was
 * not read stays behind what was.
 */
import { inOrder } from './best-first.ts';
import type { PassageRecord } from './passage-record.ts';
import type { ScoredPassage } from './scoring.ts';
import { factsOf, type Searchable } from './searchable.ts';

/** Articles read again: beyond these, what their texts add moved none into the first ten. */
export const MOST_READ = 50;

export interface FrontArticle {
  /** Of its best passage. */
  readonly score: number;
  /** Place of its first passage, and the passage. */
  readonly place: number;
  readonly first: PassageRecord;
}

/**
 * `hits` come best first, and go so. `raise` is given the first articles, in order, and tells their new scores, never
 * lower ones; an article's other passages rise in proportion.
 */
export function raiseFront<Hit extends ScoredPassage>(
  archive: Searchable,
  hits: readonly Hit[],
  raise: (front: readonly FrontArticle[]) => readonly number[],
): Hit[] {
  const { index, records } = archive;
  const facts = factsOf(archive);
  const best = new Map<number, { readonly score: number; readonly place: number }>();
  let end = 0;
  for (; end < hits.length; end++) {
    const { passage, score } = hits[end] as Hit;
    const article = index.source.articleOf(passage);
    if (best.has(article)) continue;
    if (best.size === MOST_READ) break;
    best.set(article, { score, place: facts.firstOf(facts.articleOf(passage)) });
  }
  records.need?.(Array.from(best.values(), ({ place }) => place));
  const front = Array.from(best.values(), (one) => ({ ...one, first: records.at(one.place)! }));
  const scores = raise(front);
  const articles = [...best.keys()];
  const factors = new Map(articles.map((article, at) => [article, scores[at]! / front[at]!.score]));
  const raised = inOrder(
    hits.slice(0, end).map((hit) => ({
      ...hit,
      score: hit.score * (factors.get(index.source.articleOf(hit.passage)) as number),
    })),
  );
  return end === hits.length ? raised : [...raised, ...hits.slice(end)];
}

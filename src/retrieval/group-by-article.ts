/**
 * One line an article: its best passage stands for it. Adding its other passages' scores was tried (shares .3 and 1
 * of their sum) and ranked worse on every collection: long articles win by length. O(hits).
 */
import type { LexicalHit } from './passage-index.ts';
import type { PassageRecord } from './passage-record.ts';

/** `hits` come best first, and so do the lines. */
export function groupByArticle<Hit extends LexicalHit>(
  records: readonly PassageRecord[],
  hits: readonly Hit[],
): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ passage }) => {
    const { articleId } = records[passage]!.passage;
    if (seen.has(articleId)) return false;
    seen.add(articleId);
    return true;
  });
}

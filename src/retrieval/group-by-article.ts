/**
 * One line an article: its best passage stands for it. Adding its other passages' scores was tried (shares .3 and 1
 * of their sum) and ranked worse on every collection: long articles win by length. O(hits).
 */

import type { PassageFacts } from './passage-facts.ts';
import type { LexicalHit } from './passage-index.ts';

/** `hits` come best first, and so do the lines. */
export function groupByArticle<Hit extends LexicalHit>(facts: PassageFacts, hits: readonly Hit[]): Hit[] {
  const seen = new Set<number>();
  return hits.filter(({ passage }) => {
    const article = facts.articleOf(passage);
    if (seen.has(article)) return false;
    seen.add(article);
    return true;
  });
}

/** Every printing of a quotation among candidate articles: earliest printed date first, undated last. */
import type { Article } from '../archive/article.ts';
import type { Passage } from '../archive/passage.ts';
import { alignQuote } from './align-quote.ts';
import { orderByDay } from './lineage.ts';
import type { Printing } from './printing.ts';
import { readSequence } from './word-sequence.ts';

export interface TracedArticle {
  readonly article: Article;
  /** The article's passages, in order. */
  readonly passages: readonly Passage[];
}

/** Fewer words are an expression, not a quotation. */
export const FEWEST_QUOTE_WORDS = 4;

export function traceQuote(quote: string, candidates: readonly TracedArticle[]): Printing[] {
  const asked = readSequence(quote);
  if (asked.count < FEWEST_QUOTE_WORDS) return [];
  const found = candidates.flatMap(({ article, passages }) => {
    const alignment = alignQuote(asked, readSequence(article.articleBody));
    if (!alignment) return [];
    return [{ articleId: article.id, passageId: passageAt(passages, alignment.start).id, ...alignment }];
  });
  return orderByDay(found, new Map(candidates.map(({ article }) => [article.id, article])));
}

/** The passage in which a printing begins. `passages` are not empty: something was printed. */
export function passageAt(passages: readonly Passage[], start: number): Passage {
  return passages.find(({ end }) => end > start) ?? passages.at(-1)!;
}

/** Every printing of a quotation among candidate articles: earliest printed date first, undated last. */
import type { Article } from '../archive/article.ts';
import type { Passage } from '../archive/passage.ts';
import { firstDay } from '../text/iso-date.ts';
import { alignQuote, listWords } from './align-quote.ts';
import type { Printing } from './printing.ts';

export interface TracedArticle {
  readonly article: Article;
  /** The article's passages, in order. */
  readonly passages: readonly Passage[];
}

/** Fewer words are an expression, not a quotation. */
export const FEWEST_QUOTE_WORDS = 4;

export function traceQuote(quote: string, candidates: readonly TracedArticle[]): Printing[] {
  const asked = listWords(quote);
  if (asked.folded.length < FEWEST_QUOTE_WORDS) return [];
  const found = candidates.flatMap(({ article, passages }) => {
    const alignment = alignQuote(asked, listWords(article.articleBody));
    if (!alignment) return [];
    const passage = passages.find(({ end }) => end > alignment.start) ?? passages.at(-1)!;
    const printing: Printing = { articleId: article.id, passageId: passage.id, ...alignment };
    return [{ printing, day: article.datePublished ? firstDay(article.datePublished) : '9999' }];
  });
  found.sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : b.printing.similarity - a.printing.similarity,
  );
  return found.map(({ printing }) => printing);
}

/**
 * Where the archive printed a selected sentence: the articles that share prints with it, and, for rewordings that share
 * none, those that the search index ranks first for its words.
 */
import type { Article, ArticleId } from '../archive/article.ts';
import type { Passage } from '../archive/passage.ts';
import { likelyArticles } from '../quotes/find-reuse.ts';
import type { Printing } from '../quotes/printing.ts';
import { FEWEST_QUOTE_WORDS, traceQuote } from '../quotes/trace-quote.ts';
import { readSequence } from '../quotes/word-sequence.ts';
import { factsOf, stepOf } from '../retrieval/searchable.ts';
import { words } from '../text/tokenise.ts';
import type { Archive } from './archive.ts';

/** Articles compared with the selection, of those that share prints and of those that share words. */
const MOST_PRINTED = 200;
const MOST_WORDED = 40;
/** Words asked of the search index: a rewording keeps some of any sentence's first words. */
const MOST_ASKED = 120;

/** Earliest printed day first, undated last. Empty for fewer words than a quotation has. */
export function traceSentence(archive: Archive, quote: string): Printing[] {
  const asked = readSequence(quote);
  if (asked.count < FEWEST_QUOTE_WORDS) return [];
  const candidates = new Set<Article>();
  const printed = likelyArticles(asked, archive.prints).slice(0, MOST_PRINTED);
  archive.printedArticles.need?.(printed.map(([number]) => number));
  for (const [number] of printed) candidates.add(archive.printedArticles.at(number)!);
  for (const article of wordedAlike(archive, quote)) candidates.add(article);
  return traceQuote(
    quote,
    [...candidates].map((article) => ({ article, passages: passagesOf(archive, article.id) })),
  );
}

function wordedAlike(archive: Archive, quote: string): Article[] {
  const ranked = stepOf(archive, () => archive.index.search({ words: words(quote).slice(0, MOST_ASKED) }));
  const facts = factsOf(archive);
  const articles = new Map<number, number>();
  for (const { passage } of ranked) {
    if (articles.size === MOST_WORDED) break;
    articles.set(facts.articleOf(passage), passage);
  }
  archive.records.need?.(articles.values());
  return Array.from(articles.values(), (passage) => archive.records.at(passage)!.article);
}

export function passagesOf(archive: Archive, id: ArticleId): Passage[] {
  return (archive.placesOf.get(id) ?? []).map((place) => archive.records.at(place)!.passage);
}

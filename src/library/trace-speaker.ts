/**
 * Whose words a printing is: the one person whom the article surely quotes with most of it, else not stated.
 * Articles are attributed once: a page may show dozens of printings of one interview.
 */
import type { Article } from '../archive/article.ts';
import { type AttributedQuote, attributeQuotes } from '../quotes/attribute-quotes.ts';
import type { Printing } from '../quotes/printing.ts';
import type { Archive } from './archive.ts';

/** Of answers at most this sure, one in five was wrong in hand-read news. */
const SURE = 0.85;
/** Share of the printing that must be that person's quoted words: the rest may be the words around them. */
const MOSTLY = 0.5;

const attributed = new WeakMap<Article, readonly AttributedQuote[]>();

/** The reference label where the name is linked, else as printed; null when not stated or when two people speak. */
export function speakerOf(archive: Archive, { articleId, start, end }: Printing): string | null {
  const article = archive.articles.get(articleId)!;
  const inside = quotesOf(article).filter((quote) => quote.start < end && start < quote.end);
  const quoted = inside.reduce(
    (sum, quote) => sum + Math.min(end, quote.end) - Math.max(start, quote.start),
    0,
  );
  if (quoted < MOSTLY * (end - start)) return null;
  const names = new Set(
    inside.map(({ speaker, speakerStart, confidence }) =>
      speaker !== null && confidence > SURE ? (linkedLabel(archive, article, speakerStart) ?? speaker) : null,
    ),
  );
  return names.size === 1 ? [...names][0]! : null;
}

function quotesOf(article: Article): readonly AttributedQuote[] {
  const known = attributed.get(article);
  if (known) return known;
  const quotes = attributeQuotes(article.articleBody);
  attributed.set(article, quotes);
  return quotes;
}

function linkedLabel(archive: Archive, { id }: Article, at: number | null): string | null {
  if (at === null) return null;
  const mentions = archive.mentionsOf.get(id) ?? [];
  const mention = mentions.find(({ start, end, entityId }) => entityId !== null && start <= at && at < end);
  return mention?.entityId ? (archive.entityOf.get(mention.entityId)?.prefLabel ?? null) : null;
}

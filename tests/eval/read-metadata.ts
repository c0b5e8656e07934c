/** The peer that reads a page's data and nothing else: JSON-LD, then OpenGraph and `<meta>`, as a share button would. */
import type { HtmlDocument } from '../../src/capture/html/dom.ts';
import type { Reading } from './read.ts';

interface Linked {
  readonly '@graph'?: readonly Linked[];
  readonly '@type'?: string | readonly string[];
  readonly headline?: string;
  readonly author?: unknown;
  readonly datePublished?: string;
  readonly articleBody?: string;
}

export function metadataAlone(document: HtmlDocument): Reading {
  const article = linkedArticle(document);
  const meta = (...names: string[]) =>
    names
      .map(
        (name) =>
          document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ??
          null,
      )
      .find((value) => value !== null && value !== '') ?? null;
  const day =
    article?.datePublished ?? meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate');
  return {
    body: article?.articleBody ?? meta('og:description', 'description') ?? '',
    headline: article?.headline ?? meta('og:title') ?? document.querySelector('title')?.textContent ?? null,
    byline: nameOf(article?.author) ?? meta('author', 'article:author', 'dc.creator'),
    day: /^\d{4}-\d{2}-\d{2}/.exec(day ?? '')?.[0] ?? null,
  };
}

function linkedArticle(document: HtmlDocument): Linked | null {
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]'))) {
    try {
      const data = JSON.parse(script.textContent ?? '') as Linked | Linked[];
      const nodes = (Array.isArray(data) ? data : [data]).flatMap((node) => [
        node,
        ...(node['@graph'] ?? []),
      ]);
      const article = nodes.find((node) => /Article|Posting/.test(String(node['@type'])));
      if (article) return article;
    } catch {
      // Damaged data says nothing.
    }
  }
  return null;
}

function nameOf(author: unknown): string | null {
  if (Array.isArray(author))
    return (
      author
        .map(nameOf)
        .filter((name) => name !== null)
        .join(', ') || null
    );
  if (typeof author === 'string') return author;
  return typeof author === 'object' && author !== null && 'name' in author ? String(author.name) : null;
}

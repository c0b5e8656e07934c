/** What the reader's own archive keeps of one article, and what the reader did with it. */
import type { Article, ArticleId } from '../../archive/article.ts';
import type { Brand } from '../../text/brand.ts';

export type JobId = Brand<string, 'JobId'>;

/** An article without its text, which lies apart: ten thousand of these fit a table, their texts would not. */
type ArticleRecord = Omit<Article, 'articleBody'>;

/** Fields that a reader may set right; the original stays as captured. */
export type Curation = Partial<
  Pick<Article, 'headline' | 'author' | 'publisher' | 'datePublished' | 'inLanguage' | 'url'>
>;

export interface Holding {
  readonly id: ArticleId;
  /** As captured. */
  readonly record: ArticleRecord;
  /** The reader's own corrections of it; they win wherever the article is shown. */
  readonly curation: Curation;
  /** Words of the text. */
  readonly length: number;
  /** ISO 8601 with time. */
  readonly addedAt: string;
  /** The import that brought it; null when saved by hand. */
  readonly job: JobId | null;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly note: string | null;
  /** An article held before with nearly the same text. */
  readonly reprintOf: ArticleId | null;
  /** An older version of the same address that was kept beside this one. */
  readonly versionOf: ArticleId | null;
  /** See archive/text-sketch.ts. */
  readonly sketch: readonly number[];
}

/** The article as its reader sees it: the capture, set right by the curation. */
export function curatedArticle({ record, curation }: Holding, articleBody: string): Article {
  const curated = Object.keys(curation);
  const provenance =
    curated.length === 0
      ? record.provenance
      : { ...record.provenance, curated: [...new Set([...record.provenance.curated, ...curated])].sort() };
  return { ...record, ...curation, provenance, articleBody };
}

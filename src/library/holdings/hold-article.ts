/** An article on its way into the reader's archive: what it is a reprint of, and which version of its address it follows. */
import type { Article, ArticleId } from '../../archive/article.ts';
import { articleIdOf } from '../../archive/article-id.ts';
import { countWords } from '../../archive/count-words.ts';
import { isNearlyTheSame, sketchBands, sketchOf } from '../../archive/text-sketch.ts';
import type { Holding, JobId } from './holding.ts';
import type { HoldingsStore } from './holdings-store.ts';

interface Arrival {
  readonly job: JobId | null;
  /** ISO 8601 with time. */
  readonly addedAt: string;
  /** Articles that will be written together with it. */
  readonly pending: readonly Holding[];
}

export async function holdArticle(
  article: Article,
  { job, addedAt, pending }: Arrival,
  store: HoldingsStore,
): Promise<Holding> {
  const { articleBody, ...record } = article;
  const sketch = sketchOf(articleBody);
  const bands = sketchBands(sketch);
  const held = bands.length > 0 ? await store.holdingsWithBands(bands) : [];
  const alike = [...pending, ...held].find((other) => isNearlyTheSame(other.sketch, sketch));
  return {
    id: article.id,
    record,
    curation: {},
    length: countWords(articleBody, 0, articleBody.length),
    addedAt,
    job,
    tags: [],
    collections: [],
    note: null,
    reprintOf: alike?.id ?? null,
    versionOf: (await newestAt(article.url, pending, store))?.id ?? null,
    sketch,
  };
}

/**
 * Whether the archive has this very article, also where it comes back as its reader set it right: an export carries the
 * reader's words, while the row keeps the id of what was captured.
 */
export async function isHeld(article: Article, store: HoldingsStore): Promise<boolean> {
  if ((await store.holding(article.id)) !== null) return true;
  if (article.provenance.curated.length === 0) return false;
  const bands = sketchBands(sketchOf(article.articleBody));
  const alike = bands.length > 0 ? await store.holdingsWithBands(bands) : await store.holdings();
  for (const { id, curation } of alike)
    if (Object.keys(curation).length > 0 && (await curatedIdOf(id, store)) === article.id) return true;
  return false;
}

async function curatedIdOf(id: ArticleId, store: HoldingsStore): Promise<ArticleId | null> {
  const article = await store.article(id);
  return article && articleIdOf(article, article.provenance.file);
}

/** The version of this address that was added last; null for none, or where no address is known. */
async function newestAt(
  url: string | null,
  pending: readonly Holding[],
  store: HoldingsStore,
): Promise<Holding | null> {
  if (url === null) return null;
  const waiting = pending.findLast(({ record }) => record.url === url);
  return waiting ?? (await store.holdingsAt(url)).at(-1) ?? null;
}

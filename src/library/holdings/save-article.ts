/** Saving one page by hand: a preview first, then one step that can be taken back. */
import type { Article, ArticleId } from '../../archive/article.ts';
import { siteOf } from '../../archive/site.ts';
import type { SaveChoice, SavePreview, SaveReceipt } from '../../protocol/archive-calls.ts';
import { type Result, succeed } from '../../text/result.ts';
import { holdArticle } from './hold-article.ts';
import type { HoldingsStore } from './holdings-store.ts';

/** Code units of the text that a preview shows. */
const PREVIEW_UNITS = 600;

export async function previewArticle(article: Article, store: HoldingsStore): Promise<SavePreview> {
  const holding = await holdArticle(article, { job: null, addedAt: '', pending: [] }, store);
  const { headline, author, publisher, datePublished, inLanguage, url, articleBody } = article;
  return {
    ...{ headline, author, publisher, datePublished, language: inLanguage, url, length: holding.length },
    site: siteOf(article),
    beginning: articleBody.slice(0, PREVIEW_UNITS),
    isHeld: (await store.holding(article.id)) !== null,
    versionOf: holding.versionOf,
    reprintOf: holding.reprintOf,
  };
}

/** Nothing is written for an article that is held already; its receipt undoes nothing. */
export async function saveArticle(
  article: Article,
  choice: SaveChoice,
  store: HoldingsStore,
  addedAt: string,
): Promise<Result<SaveReceipt>> {
  if ((await store.holding(article.id)) !== null)
    return succeed({ articleId: article.id, isNew: false, replaced: null });
  const holding = await holdArticle(article, { job: null, addedAt, pending: [] }, store);
  const note = choice.note.trim() === '' ? null : choice.note.trim();
  const replaced: ArticleId | null = choice.versions === 'replace' ? holding.versionOf : null;
  const written = await store.commit({
    put: [{ holding: { ...holding, note }, articleBody: article.articleBody }],
    remove: replaced === null ? [] : [replaced],
  });
  return written.ok ? succeed({ articleId: article.id, isNew: true, replaced }) : written;
}

/** The saved article goes to the bin, the one it replaced comes back. */
export function undoSave(receipt: SaveReceipt, store: HoldingsStore): Promise<Result<null>> {
  return store.commit({
    remove: receipt.isNew ? [receipt.articleId] : [],
    restore: receipt.replaced === null ? [] : [receipt.replaced],
  });
}

/** Articles out of the reader's database by their ids. */
import type { Article, ArticleId } from '../../../archive/article.ts';
import { curatedArticle } from '../../../library/holdings/holding.ts';
import type { HoldingsStore } from '../../../library/holdings/holdings-store.ts';

/** For an export, one by one, as their reader set them right. `ids` null: all, in id order. */
export async function* chosenArticles(
  store: HoldingsStore,
  ids: readonly ArticleId[] | null,
): AsyncGenerator<Article> {
  if (ids === null) {
    for await (const { holding, articleBody } of store.articles()) yield curatedArticle(holding, articleBody);
    return;
  }
  for (const id of ids) {
    const article = await store.article(id);
    if (article) yield article;
  }
}

/** One's own, or of a loaded pack: what the reader removed may stand in a pack as well. Null where it is in neither. */
export async function heldArticle(store: HoldingsStore, id: ArticleId): Promise<Article | null> {
  return (await store.article(id)) ?? (await store.packs.article(id));
}

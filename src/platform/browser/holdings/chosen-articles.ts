/** The articles of an export, one by one, as their reader set them right. */
import type { Article, ArticleId } from '../../../archive/article.ts';
import { curatedArticle } from '../../../library/holdings/holding.ts';
import type { HoldingsStore } from '../../../library/holdings/holdings-store.ts';

/** `ids` null: all, in id order. */
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

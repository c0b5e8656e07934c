/** What other articles print of an archived one, in its order: each passage's lineage in the reader. */
import type { Article, ArticleId } from '../archive/article.ts';
import type { PrintingView, ReprintedPart } from '../protocol/views.ts';
import { firstDay } from '../text/iso-date.ts';
import { fail, type Result, succeed } from '../text/result.ts';
import type { Archive } from './archive.ts';
import { toPrintingViews } from './printing-view.ts';
import { findSeen } from './seen-page.ts';

/** Parts listed of one article, and printings of each. */
const MOST_PARTS = 200;
const MOST_PRINTINGS = 12;

export function traceArticle(archive: Archive, id: ArticleId): Result<readonly ReprintedPart[]> {
  const article = archive.articles.get(id);
  if (!article) return fail('not-found', 'This article is not in the archive (any more).');
  const { reused } = findSeen(archive, { text: article.articleBody, itself: [article] });
  return succeed(
    reused.slice(0, MOST_PARTS).map(({ start, end, printings }) => {
      const others = toPrintingViews(archive, printings, article);
      return {
        ...{ start, end, role: roleAmong(article, others) },
        printings: others.slice(0, MOST_PRINTINGS),
        articleCount: new Set(printings.map(({ articleId }) => articleId)).size,
      };
    }),
  );
}

/** first: dated before every other one; printings of one day have no order. */
function roleAmong(article: Article, others: readonly PrintingView[]): PrintingView['role'] {
  if (article.datePublished === null) return 'undated';
  const day = firstDay(article.datePublished);
  const isLater = ({ provenance: { datePublished } }: PrintingView) =>
    datePublished === null || firstDay(datePublished) > day;
  return others.every(isLater) ? 'first' : 'reprint';
}

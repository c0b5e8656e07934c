/** The Archive page's acts on loaded packs. Nothing edits one: it is searched, removed, brought back, or dropped. */
import type { Article } from '../../archive/article.ts';
import { siteOf } from '../../archive/site.ts';
import type { ArchiveCalls, PackArticleView } from '../../protocol/archive-calls.ts';
import type { Handlers } from '../../protocol/server.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import type { PackShelf } from './pack-shelf.ts';

type PackCalls = Pick<ArchiveCalls, 'listPacks' | 'listPackArticles' | 'movePacks' | 'dropPack'>;

/** `told`: of what was written; tells the background when it succeeded. */
export function createPackHandlers(
  shelf: PackShelf,
  told: <T>(written: Result<T>) => Result<T>,
): Handlers<PackCalls, null> {
  return {
    listPacks: async () => succeed(await shelf.packs()),
    listPackArticles: async ({ digest, limit }) => {
      const found: PackArticleView[] = [];
      for await (const article of shelf.articlesOf(digest)) found.push(toView(article));
      return succeed(found.sort(newestFirst).slice(0, limit));
    },
    movePacks: async ({ remove, restore }) => {
      const packs = await shelf.packs();
      const moved = packs
        .filter(({ digest }) => remove.includes(digest) || restore.includes(digest))
        .map((pack) => ({ ...pack, isRemoved: remove.includes(pack.digest) }));
      if (moved.length < remove.length + restore.length)
        return fail('not-found', 'This pack is not here any more; load it again.');
      const written = told(await shelf.change(moved));
      return written.ok ? succeed(await shelf.packs()) : written;
    },
    dropPack: async ({ digest }) => told(await shelf.drop([digest])),
  };
}

function toView(article: Article): PackArticleView {
  const { id, headline, publisher, datePublished } = article;
  return { articleId: id, headline, publisher, site: siteOf(article), datePublished };
}

/** Undated last. */
function newestFirst(a: PackArticleView, b: PackArticleView): number {
  const [left, right] = [a.datePublished ?? '', b.datePublished ?? ''];
  return left > right ? -1 : left < right ? 1 : 0;
}

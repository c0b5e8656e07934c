/**
 * Where loaded packs lie, as the use cases see it. Apart from the reader's articles, so that nothing that edits, labels,
 * exports or removes those can reach them; as private as those (TRUST R1).
 */
import type { Article, ArticleId } from '../../archive/article.ts';
import type { MountedPack } from '../../archive/mounted-pack.ts';
import type { Result } from '../../text/result.ts';

export interface PackShelf {
  /** By name; removed ones too. */
  packs(): Promise<readonly MountedPack[]>;
  /** Of packs that are not removed, one by one; an article that several hold comes from each. */
  articles(): AsyncIterable<Article>;
  /** Of a pack that is not removed; null where none holds it. */
  article(id: ArticleId): Promise<Article | null>;
  /** In id order, removed or not. */
  articlesOf(digest: string): AsyncIterable<Article>;
  /** Articles of a pack that is not listed yet: {@link change} lists it when all are there. */
  add(digest: string, articles: readonly Article[]): Promise<Result<null>>;
  /** All of them or none; a pack that is listed already is replaced by what is said of it here. */
  change(packs: readonly MountedPack[]): Promise<Result<null>>;
  /** Deletes their articles too. */
  drop(digests: readonly string[]): Promise<Result<null>>;
}

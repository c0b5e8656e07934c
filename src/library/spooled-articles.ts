/**
 * Articles on a spool, each id once, walked in the order of their ids as often as needed: 40 bytes of memory an article
 * where the article takes thousands.
 */
import type { Article, ArticleId } from '../archive/article.ts';
import type { IsoDate } from '../text/iso-date.ts';
import { newestDate } from './assemble-archive.ts';
import type { Spool } from './spool.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Line {
  readonly id: ArticleId;
  readonly start: number;
  readonly end: number;
}

export class SpooledArticles {
  private readonly spool: Spool;
  private found = new Map<ArticleId, Line>();
  private sorted: readonly Line[] | null = null;
  newest: IsoDate | null = null;

  constructor(spool: Spool) {
    this.spool = spool;
  }

  get length(): number {
    return this.found.size;
  }

  /** The last one of an id stays. */
  add(article: Article): void {
    const start = this.spool.length;
    this.spool.append(encoder.encode(`${JSON.stringify(article)}\n`));
    this.found.set(article.id, { id: article.id, start, end: this.spool.length });
    this.newest = newestDate([{ datePublished: this.newest }, article]);
    this.sorted = null;
  }

  /** A line each, in order. */
  *lines(from = 0, to = this.length): Generator<Bytes> {
    for (const { start, end } of this.inOrder().slice(from, to)) yield this.spool.read(start, end);
  }

  *from(first: number, end = this.length): Generator<Article> {
    for (const line of this.lines(first, end)) yield JSON.parse(decoder.decode(line)) as Article;
  }

  [Symbol.iterator](): Generator<Article> {
    return this.from(0);
  }

  private inOrder(): readonly Line[] {
    this.sorted ??= [...this.found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.sorted;
  }
}

/**
 * Articles on a spool, each id once, walked in the order of their ids as often as needed: 60 bytes of memory an article,
 * two thirds of them its id, where the article takes thousands.
 */
import type { Article, ArticleId } from '../archive/article.ts';
import type { IsoDate } from '../text/iso-date.ts';
import { newestDate } from './assemble-archive.ts';
import type { Spool } from './spool.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class SpooledArticles {
  private readonly spool: Spool;
  /** As they came, and where each begins; the next one's beginning is its end. */
  private readonly ids: ArticleId[] = [];
  private readonly starts: number[] = [0];
  /** Those that stay, in order. */
  private order: Uint32Array | null = null;
  newest: IsoDate | null = null;

  constructor(spool: Spool) {
    this.spool = spool;
  }

  get length(): number {
    return this.inOrder().length;
  }

  /** The last one of an id stays. */
  add(article: Article): void {
    this.spool.append(encoder.encode(`${JSON.stringify(article)}\n`));
    this.ids.push(article.id);
    this.starts.push(this.spool.length);
    this.newest = newestDate([{ datePublished: this.newest }, article]);
    this.order = null;
  }

  /** A line each, in order. */
  *lines(from = 0, to = this.length): Generator<Bytes> {
    for (const number of this.inOrder().subarray(from, to))
      yield this.spool.read(this.starts[number] as number, this.starts[number + 1] as number);
  }

  *from(first: number, end = this.length): Generator<Article> {
    for (const line of this.lines(first, end)) yield JSON.parse(decoder.decode(line)) as Article;
  }

  [Symbol.iterator](): Generator<Article> {
    return this.from(0);
  }

  private inOrder(): Uint32Array {
    const { ids } = this;
    const idOf = (number: number | undefined) => ids[number ?? -1] ?? '';
    this.order ??= Uint32Array.from(ids.keys())
      .sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : a - b))
      .filter((number, at, all) => idOf(number) !== idOf(all[at + 1]));
    return this.order;
  }
}

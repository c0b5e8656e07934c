/**
 * Texts with what was found in them, a line an article, some lines a block: a question reads the blocks of the articles
 * that it shows, each a record of the disk, and parses their lines alone.
 */
import type { Article } from '../../archive/article.ts';
import type { Mention } from '../../entities/mention.ts';
import type { PassageRecord, PassageSpeakers } from '../../retrieval/passage-record.ts';
import { ByteWriter } from '../../retrieval/segments/byte-writer.ts';
import { passagesAt, recordsOf } from '../assemble-archive.ts';
import type { DerivedArticle } from '../derive-archive.ts';
import type { LinePlace } from './catalogue.ts';
import type { Bytes } from './columns.ts';

/** An article with its passages, as questions ask for it. */
export interface ReadArticle {
  readonly article: Article;
  readonly records: readonly PassageRecord[];
  readonly mentions: readonly Mention[];
  /** Characters of its line: what it costs to keep. */
  readonly size: number;
}

interface Line {
  readonly article: Article;
  readonly passages: readonly (readonly [start: number, end: number])[];
  readonly mentions: readonly Mention[];
  readonly speakers: readonly PassageSpeakers[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const LINE_END = 10;

/** Lines as they come, in blocks. */
export class ArticleBlocks {
  /** Of those that are closed. */
  private blocks = 0;
  private readonly open = new ByteWriter();
  private readonly blockBytes: number;

  /** A block is closed when it has so many bytes. */
  constructor(blockBytes: number) {
    this.blockBytes = blockBytes;
  }

  /** Where its line stands. */
  add({ article, passages, mentions, speakers }: DerivedArticle): LinePlace {
    const place = { block: this.blocks, start: this.open.length };
    const spans = passages.map(({ start, end }) => [start, end] as const);
    const line: Line = { article, passages: spans, mentions, speakers };
    this.open.raw(encoder.encode(`${JSON.stringify(line)}\n`));
    return place;
  }

  /** The block that is full, or that is left at the end; null where none is. */
  take(isEnd = false): { readonly place: number; readonly bytes: Bytes } | null {
    if (this.open.length === 0 || (this.open.length < this.blockBytes && !isEnd)) return null;
    return { place: this.blocks++, bytes: this.open.take() };
  }
}

export function readLine(block: Bytes, start: number): ReadArticle {
  const end = block.indexOf(LINE_END, start);
  const { article, passages, mentions, speakers } = JSON.parse(
    decoder.decode(block.subarray(start, end)),
  ) as Line;
  const records = recordsOf([article], [passagesAt(article, passages)], [mentions], [speakers]);
  return { article, records, mentions, size: end - start };
}

/**
 * Texts with what was found in them, a line an article, some lines a block: a question reads the blocks of the articles
 * that it shows, each a record of the disk, and parses their lines alone.
 */
import type { Article } from '../../archive/article.ts';
import type { Mention } from '../../entities/mention.ts';
import type { PassageRecord, PassageSpeakers } from '../../retrieval/passage-record.ts';
import { passagesAt, recordsOf } from '../assemble-archive.ts';
import type { TextParts } from '../derive-archive.ts';
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

export interface ArticleBlock {
  readonly bytes: Bytes;
  /** Where the lines of the next articles in order begin. */
  readonly starts: readonly number[];
}

/** In the articles' order; `blockBytes`: a block is closed when it has so many. */
export function* packArticles(
  { articles, passages, mentions, speakers }: TextParts,
  blockBytes: number,
): Generator<ArticleBlock> {
  let lines: Bytes[] = [];
  let length = 0;
  const close = () => {
    const bytes = new Uint8Array(length);
    const starts: number[] = [];
    let at = 0;
    for (const line of lines) {
      starts.push(at);
      bytes.set(line, at);
      at += line.length;
    }
    lines = [];
    length = 0;
    return { bytes, starts };
  };
  for (const [at, article] of articles.entries()) {
    const line: Line = {
      article,
      passages: (passages[at] ?? []).map(({ start, end }) => [start, end] as const),
      mentions: mentions[at] ?? [],
      speakers: speakers[at] ?? [],
    };
    const bytes = encoder.encode(`${JSON.stringify(line)}\n`);
    lines.push(bytes);
    length += bytes.length;
    if (length >= blockBytes) yield close();
  }
  if (lines.length > 0) yield close();
}

/** Blocks' lines, numbered through. */
export function placesOfLines(blocks: readonly Pick<ArticleBlock, 'starts'>[]): LinePlace[] {
  return blocks.flatMap(({ starts }, block) => starts.map((start) => ({ block, start })));
}

export function readLine(block: Bytes, start: number): ReadArticle {
  const end = block.indexOf(LINE_END, start);
  const { article, passages, mentions, speakers } = JSON.parse(
    decoder.decode(block.subarray(start, end)),
  ) as Line;
  const records = recordsOf([article], [passagesAt(article, passages)], [mentions], [speakers]);
  return { article, records, mentions, size: end - start };
}

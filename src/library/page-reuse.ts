/**
 * What one archive printed before of a page, kept block by block.
 *
 * The naive version asks about the whole page after each change: 100 KB cost about a tenth of a second, and some pages
 * change all the time. A block's text never changes (other text is another block), so only new blocks are asked about,
 * together: a sentence may reach over several. O(new text + places found).
 */
import { firstSentenceBehind, firstWordFrom, type WordSequence } from '../quotes/word-sequence.ts';
import type { TextPosition } from '../text/position.ts';
import type { Archive } from './archive.ts';
import { type FoundReuse, findSeen, type SeenPage, type SeenStretch } from './seen-page.ts';

/** A stretch, or the part of it that stands in one block: offsets in the block's text. */
export interface ReusedPiece extends TextPosition {
  readonly stretch: SeenStretch;
}

interface BlockReuse {
  readonly words: number;
  readonly reusedWords: number;
  /** Sentences that begin in the block and were printed before. */
  readonly sentences: number;
  /** Those of them that some article prints word for word. */
  readonly verbatim: number;
  /** In reading order; they may overlap. */
  readonly pieces: readonly ReusedPiece[];
}

export interface PageReuseMemory {
  readonly archive: Archive;
  /** By block. */
  readonly blocks: Map<number, BlockReuse>;
  same: SeenPage['same'];
}

type Texts = ReadonlyMap<number, string>;

export function createReuseMemory(archive: Archive): PageReuseMemory {
  return { archive, blocks: new Map(), same: null };
}

/** Forgets blocks that are gone and asks about new ones; returns the keys of these. */
export function askNewBlocks(memory: PageReuseMemory, texts: Texts, url: string | null): number[] {
  for (const key of memory.blocks.keys()) if (!texts.has(key)) memory.blocks.delete(key);
  const fresh = [...texts].filter(([key]) => !memory.blocks.has(key));
  if (fresh.length === 0) return [];
  const text = fresh.map(([, one]) => one).join('\n');
  const found = findSeen(memory.archive, { text, url, countsItself: false });
  memory.same = found.same ?? memory.same;
  let start = 0;
  for (const [key, { length }] of fresh) {
    memory.blocks.set(key, reuseWithin(found, start, start + length));
    start += length + 1;
  }
  return fresh.map(([key]) => key);
}

/** What was found of one block, which stands at [start, end) of the text that was asked about. */
function reuseWithin({ reuse, reused }: FoundReuse, start: number, end: number): BlockReuse {
  const first = firstWordFrom(reuse.words, start);
  const behind = firstWordFrom(reuse.words, end);
  const covered = new Uint8Array(behind - first);
  const here = reused.filter((stretch) => stretch.start < end && start < stretch.end);
  let [sentences, verbatim] = [0, 0];
  for (let at = firstSentenceBehind(reuse.sentences, first); at < reuse.sentences.length; at++) {
    const sentence = reuse.sentences[at]!;
    if (sentence.first >= behind) break;
    const runs = reuse.parts[at]!.flatMap((part) => part.runs);
    if (runs.length > 0 && sentence.first >= first) {
      sentences++;
      if (isVerbatim(reuse.words, sentence, here)) verbatim++;
    }
    for (const { page, length } of runs) {
      covered.fill(1, Math.max(0, page - first), Math.max(0, page + length - first));
    }
  }
  const pieces = here.map((stretch) => ({
    start: Math.max(stretch.start, start) - start,
    end: Math.min(stretch.end, end) - start,
    stretch,
  }));
  return {
    words: covered.length,
    reusedWords: covered.reduce((sum, one) => sum + one, 0),
    ...{ sentences, verbatim, pieces },
  };
}

/** As the list tells it: of the printings of a sentence one is enough. */
function isVerbatim(
  { start, end }: WordSequence,
  sentence: { readonly first: number; readonly end: number },
  stretches: readonly SeenStretch[],
): boolean {
  const [from, to] = [start[sentence.first]!, end[sentence.end - 1]!];
  return stretches.some(
    (stretch) =>
      stretch.start < to &&
      from < stretch.end &&
      stretch.printings.some(({ evidence }) => evidence === 'verbatim'),
  );
}

/** Pieces of one block that do not overlap, the longer of two that do: what can be marked. */
export function markablePieces(memory: PageReuseMemory, key: number): ReusedPiece[] {
  const kept: ReusedPiece[] = [];
  for (const piece of memory.blocks.get(key)?.pieces ?? []) {
    const last = kept.at(-1);
    if (!last || last.end <= piece.start) kept.push(piece);
    else if (piece.end - piece.start > last.end - last.start) kept[kept.length - 1] = piece;
  }
  return kept;
}

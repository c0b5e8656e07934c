/**
 * Witnesses to which of a page's blocks are its article: Readability's choice, and the article text that the page's own
 * linked data prints. Each becomes a set of word sequences, so that a block is vouched for by its words, wherever the
 * witness put them and however it cut them. O(words).
 */
import { Readability } from '@mozilla/readability';
import type { HtmlDocument, HtmlElement } from './dom.ts';
import { type Block, type BlockTree, readBlocks } from './read-blocks.ts';

/** Share of a block's words that `text` holds in sequence, 0–1. */
export type Voucher = (text: string) => number;

/** Words in sequence that chance does not repeat. */
const RUN = 4;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** A novel; its paragraphs are told by their shape, and the runs of one ten times as long fill a gigabyte. */
const MOST_CHARACTERS = 1_000_000;

/** Vouches for what stands in `texts`; a text of fewer than four words only as a whole. Null where they are a book's. */
export function voucherFor(texts: readonly string[]): Voucher | null {
  if (texts.reduce((sum, text) => sum + text.length, 0) > MOST_CHARACTERS) return null;
  const runs = new Set<string>();
  for (const text of texts) for (const run of runsOf(wordsOf(text))) runs.add(run);
  return (text) => {
    const asked = runsOf(wordsOf(text));
    return asked.length === 0 ? 0 : asked.filter((run) => runs.has(run)).length / asked.length;
  };
}

function runsOf(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  if (words.length < RUN) return [`^${words.join(' ')}$`];
  return Array.from({ length: words.length - RUN + 1 }, (_, at) => words.slice(at, at + RUN).join(' '));
}

interface Readable {
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
}

/** Readability's time grows with the square of the depth: 1,000 nested elements take it a minute. Real pages have 60 at most. */
const DEEPEST = 150;
/** Newspaper pages have 1,000 to 10,000; above this the page is a list or a trap, and is read by its shape alone. */
const MOST_ELEMENTS = 15_000;

/** What Readability takes for the article; null where it finds none, fails, or would take too long. The document is used up. */
export function askReadability(document: HtmlDocument, tree: BlockTree): Readable | null {
  // Counted here: linkedom knows no getElementsByTagName('*'), by which the library would.
  if (tree.depth > DEEPEST || document.querySelectorAll('*').length > MOST_ELEMENTS) return null;
  try {
    const reader = new Readability<unknown>(document as never, {
      serializer: (node: unknown) => node,
    });
    const found = reader.parse();
    if (found === null) return null;
    const { blocks } = readBlocks(found.content as HtmlElement);
    return {
      blocks,
      title: found.title ?? null,
      byline: found.byline ?? null,
      siteName: found.siteName ?? null,
    };
  } catch {
    return null;
  }
}

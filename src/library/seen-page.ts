/** What of a page was printed before: its reused stretches with their printings, their share, and whether it is archived itself. */
import type { Article, ArticleId } from '../archive/article.ts';
import { findReuse, type PageReuse } from '../quotes/find-reuse.ts';
import { orderByDay } from '../quotes/lineage.ts';
import { type FoundPrinting, listReused, shareOfPage } from '../quotes/list-reused.ts';
import type { Printing } from '../quotes/printing.ts';
import type { Run } from '../quotes/share-runs.ts';
import { passageAt } from '../quotes/trace-quote.ts';
import { readSequence, type WordSequence } from '../quotes/word-sequence.ts';
import type { TextPosition } from '../text/position.ts';
import type { Archive } from './archive.ts';
import { passagesOf } from './trace-articles.ts';

/** start and end are offsets in the page's text. */
export interface SeenStretch extends TextPosition {
  /** Earliest printed day first, undated last. */
  readonly printings: readonly Printing[];
}

export interface SeenPage {
  readonly reused: readonly SeenStretch[];
  /** [0,1]: the page's words that stand in reused stretches. */
  readonly share: number;
  /** The archived article that this page is, by address or because nearly all words of each are the other's. */
  readonly same: { readonly articleId: ArticleId; readonly by: 'url' | 'text' } | null;
}

/** The same with the words it was found by. */
export interface FoundReuse extends Pick<SeenPage, 'reused' | 'same'> {
  readonly reuse: PageReuse;
}

export interface SeenQuestion {
  readonly text: string;
  /** The page's address; an article captured from there is the page, and no earlier printing of it. */
  readonly url?: string | null;
  /** The archived articles that the text is, where that is known: none of them is an earlier printing of it. */
  readonly itself?: readonly Article[];
  /** Whether an article that the text proves to be by its words is an earlier printing of it all the same. */
  readonly countsItself?: boolean;
}

/** Share of the words on both sides from which on a page is an article: what differs is a date or a byline. */
const SAME_SHARE = 0.9;
/** Runs of one article looked at for that. */
const MOST_RUNS = 20_000;

export function seenPage(archive: Archive, question: SeenQuestion): SeenPage {
  const { reuse, reused, same } = findSeen(archive, question);
  return { reused, share: shareOfPage(reuse), same };
}

export function findSeen(
  archive: Archive,
  { text, url = null, itself = articlesFrom(archive, url), countsItself = true }: SeenQuestion,
): FoundReuse {
  const read = new Map<number, WordSequence>();
  const own = new Set(itself.map(({ id }) => id));
  const wordsOf = (number: number): WordSequence | null => {
    if (own.has(archive.printedArticles.idOf(number))) return null;
    const known = read.get(number) ?? readSequence(archive.printedArticles.at(number)!.articleBody);
    read.set(number, known);
    return known;
  };
  const found = findReuse(text, { index: archive.prints, wordsOf, need: archive.printedArticles.need });
  const same = sameArticle(archive, found, itself[0], wordsOf);
  const reuse = same === null || countsItself ? found : withoutArticle(archive, found, same.articleId);
  const reused = listReused(reuse, wordsOf).map(({ start, end, printings }) => ({
    ...{ start, end },
    printings: orderByDay(
      printings.map((printing) => toPrinting(archive, printing)),
      archive.articles,
    ),
  }));
  return { reuse, reused, same };
}

/** Every version of a page that was kept has its address. */
function articlesFrom(archive: Archive, url: string | null): readonly Article[] {
  return url === null ? [] : archive.articlesFrom(url);
}

function withoutArticle(archive: Archive, reuse: PageReuse, id: ArticleId): PageReuse {
  const isOther = ({ number }: { readonly number: number }) => archive.printedArticles.idOf(number) !== id;
  return { ...reuse, parts: reuse.parts.map((parts) => parts.filter(isOther)) };
}

function toPrinting(archive: Archive, { number, ...found }: FoundPrinting): Printing {
  const id = archive.printedArticles.idOf(number);
  return { articleId: id, passageId: passageAt(passagesOf(archive, id), found.start).id, ...found };
}

function sameArticle(
  archive: Archive,
  { words, parts }: PageReuse,
  itself: Article | undefined,
  wordsOf: (number: number) => WordSequence | null,
): SeenPage['same'] {
  if (itself) return { articleId: itself.id, by: 'url' };
  const runs = new Map<number, Run[]>();
  for (const { number, runs: shared } of parts.flat()) {
    const known = runs.get(number);
    if (!known) runs.set(number, [...shared]);
    else if (known.length < MOST_RUNS) known.push(...shared);
  }
  for (const [number, shared] of [...runs].sort(([a], [b]) => a - b)) {
    const article = wordsOf(number);
    if (!article) continue;
    const [onPage, inArticle] = [new Uint8Array(words.count), new Uint8Array(article.count)];
    for (const run of shared) {
      onPage.fill(1, run.page, run.page + run.length);
      inArticle.fill(1, run.article, run.article + run.length);
    }
    if ([onPage, inArticle].every((covered) => sumOf(covered) >= SAME_SHARE * covered.length)) {
      return { articleId: archive.printedArticles.idOf(number), by: 'text' };
    }
  }
  return null;
}

function sumOf(covered: Uint8Array): number {
  return covered.reduce((sum, one) => sum + one, 0);
}

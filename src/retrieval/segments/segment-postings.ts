/**
 * Segments as a source of postings for the one ranking (scoring.ts), which looks at whole articles.
 *
 * Naively the ranking is told every posting and keeps a sum for every passage of the archive. Here topPassages first
 * chooses candidates with bounds, and this source holds their articles alone, numbered anew from 0: its cost is that
 * of the candidates, and the rest of a common word's list is skipped. With `null` it holds everything, as the oracle
 * and small archives need.
 */
import type { Collection, PostingsSource, TermPostings } from '../scoring.ts';
import { bodyCount, headlineCount } from './analysed-passage.ts';
import { lengthOfClass } from './length-class.ts';
import type { LoadedSegment, LoadedTerms } from './loaded-terms.ts';
import { hasBit } from './passage-bits.ts';
import { PostingCursor } from './posting-cursor.ts';

interface CountedPostings extends TermPostings {
  /** Passages of all segments that hold the term, not of the candidates alone: rarity is made of this. */
  readonly count: number;
}

export interface SegmentPostings extends PostingsSource {
  /** Sums over all segments; spread the source with other sums when there are other tiers. */
  readonly collection: Collection;
  /** null when none of its passages holds the term. */
  postings(term: string): CountedPostings | null;
  /** The archive's number of a passage of this source. */
  numberOf(passage: number): number;
}

/** What is held of one segment: its ordinals, ascending, and the first of their numbers in the source. */
interface Part {
  readonly segment: LoadedSegment;
  readonly ordinals: readonly number[];
  readonly base: number;
}

/** `candidates`: passage numbers, whose articles are held whole (the deleted left out); null holds every article. */
export function createSegmentPostings(
  loaded: LoadedTerms,
  candidates: readonly number[] | null,
): SegmentPostings {
  const parts: Part[] = [];
  const [articleOf, passageLengths, articleLengths, headlineLengths]: number[][] = [[], [], [], []];
  const numbers: number[] = [];
  for (const segment of loaded.segments) {
    const ordinals: number[] = [];
    const base = numbers.length;
    for (const start of articleStarts(segment, candidates)) {
      const own = livePassages(segment, start);
      if (own.length === 0) continue;
      const lengths = own.map((ordinal) => lengthOfClass(segment.lengths.body[ordinal] as number));
      for (const ordinal of own) numbers.push(segment.numbers.numberOf(ordinal));
      articleOf!.push(...own.map(() => articleLengths!.length));
      passageLengths!.push(...lengths);
      articleLengths!.push(lengths.reduce((sum, length) => sum + length, 0));
      headlineLengths!.push(lengthOfClass(segment.lengths.headline[own[0] as number] as number));
      ordinals.push(...own);
    }
    parts.push({ segment, ordinals, base });
  }
  return {
    collection: collectionOf(loaded),
    articles: articleLengths!.length,
    postings: (term) => postingsIn(parts, term, loaded.passageCount(term)),
    articleOf: (passage) => articleOf![passage] as number,
    passageLength: (passage) => passageLengths![passage] as number,
    articleLength: (article) => articleLengths![article] as number,
    headlineLength: (article) => headlineLengths![article] as number,
    numberOf: (passage) => numbers[passage] as number,
  };
}

function collectionOf({ passages, words, articles }: LoadedTerms): Collection {
  const average = (sum: number, count: number) => (count > 0 && sum > 0 ? sum / count : 1);
  return {
    passages,
    averageArticle: average(words.body, articles.articles),
    averagePassage: average(words.body, passages),
    averageHeadline: average(articles.headlineWords, articles.headed),
  };
}

/** Ordinals at which the articles to hold start, ascending. */
function articleStarts(
  { numbers, startBits }: LoadedSegment,
  candidates: readonly number[] | null,
): readonly number[] {
  const starts = new Set<number>();
  if (candidates === null) {
    for (let ordinal = 0; ordinal < numbers.passages; ordinal++)
      if (ordinal === 0 || hasBit(startBits, ordinal)) starts.add(ordinal);
    return [...starts];
  }
  for (const number of candidates) {
    let ordinal = numbers.ordinalOf(number);
    if (ordinal < 0) continue;
    while (ordinal > 0 && !hasBit(startBits, ordinal)) ordinal--;
    starts.add(ordinal);
  }
  return [...starts].sort((a, b) => a - b);
}

function livePassages({ numbers, startBits, deletedBits }: LoadedSegment, start: number): number[] {
  const live: number[] = [];
  for (let ordinal = start; ordinal < numbers.passages; ordinal++) {
    if (ordinal > start && hasBit(startBits, ordinal)) break;
    if (!hasBit(deletedBits, ordinal)) live.push(ordinal);
  }
  return live;
}

function postingsIn(parts: readonly Part[], term: string, count: number): CountedPostings | null {
  const [passages, body, headline]: number[][] = [[], [], []];
  for (const { segment, ordinals, base } of parts) {
    const list = segment.lists.get(term);
    if (!list) continue;
    const cursor = new PostingCursor(list.postings, list.passages);
    ordinals.forEach((ordinal, place) => {
      if (cursor.advance(ordinal) !== ordinal) return;
      passages!.push(base + place);
      body!.push(bodyCount(cursor.counts));
      headline!.push(headlineCount(cursor.counts));
    });
  }
  return passages!.length > 0 ? { passages: passages!, body: body!, headline: headline!, count } : null;
}

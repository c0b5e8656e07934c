/**
 * All prints of an archive: segments asked as one. Articles that arrive make another segment; the smallest two next to
 * each other are merged once there are many, so that an archive grown article by article is asked a few times, not often.
 */
import {
  articleAt,
  buildPrintSegment,
  findPrint,
  mergePrintSegments,
  type PrintSegment,
  placeAt,
} from './print-segment.ts';
import type { WordSequence } from './word-sequence.ts';

export interface PrintIndex {
  readonly segments: readonly PrintSegment[];
}

/** `article` counts over all segments, `at` is a word of that article. */
export interface PrintPlace {
  readonly article: number;
  readonly at: number;
}

/** More are merged: each is asked for every print of a page. */
const MOST_SEGMENTS = 8;

/** The index with further articles, numbered on from those it has. */
export function addToPrintIndex(
  index: PrintIndex,
  articles: Iterable<Pick<WordSequence, 'hash' | 'count'>>,
): PrintIndex {
  const segments = [...index.segments, buildPrintSegment(articles)];
  while (segments.length > MOST_SEGMENTS) {
    let least = 0;
    const together = (at: number) => segments[at]!.prints + segments[at + 1]!.prints;
    for (let at = 1; at + 1 < segments.length; at++) if (together(at) < together(least)) least = at;
    segments.splice(least, 2, mergePrintSegments(segments[least]!, segments[least + 1]!));
  }
  return { segments };
}

/** Where a print stands, ascending; null when it is common: an expression, and no evidence of reuse. */
export function placesOfPrint({ segments }: PrintIndex, print: number): readonly PrintPlace[] | null {
  let places: PrintPlace[] = NONE;
  let before = 0;
  let common = 0;
  let count = 0;
  for (const segment of segments) {
    const [from, to] = findPrint(segment, print);
    count += to - from;
    common = Math.max(common, segment.common);
    if (to > from && places === NONE) places = [];
    for (let index = from; index < to && count <= common; index++) {
      const place = placeAt(segment, index);
      const article = articleAt(segment, place);
      places.push({ article: before + article, at: place - segment.starts[article]! });
    }
    before += segment.articles;
  }
  return count > common ? null : places;
}

const NONE: PrintPlace[] = [];

/**
 * Everything that was written to segments, as one index of passages beside that of the young tier: the same words, the
 * same lengths, so the same scores. A passage's place is its number.
 *
 * Open, it holds 6 bytes a passage (where its article starts, how long it is), found again in one round of reads; terms
 * are read when they are asked for. O(passages) to open, 10 ms at a million.
 */
import { ANALYZER } from '../../text/analyzer.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import type { StemLanguage } from '../../text/stem.ts';
import { composeIndex, type PassageIndex } from '../passage-index.ts';
import { collectionOf, type PostingsSource, type Totals } from '../scoring.ts';
import { LANGUAGE_MARK } from './analyse-record.ts';
import { lengthOfClass } from './length-class.ts';
import type { LoadedSegment, LoadedTerms, SegmentDamage } from './loaded-terms.ts';
import { hasBit } from './passage-bits.ts';
import { createSegmentReader } from './segment-reader.ts';
import type { SegmentStore } from './segment-store.ts';
import { createSegmentTerms, decodePostings } from './segment-terms.ts';

export interface SegmentIndex extends PassageIndex {
  /** Segments that answers are given without, as found so far: what is in them is to be indexed anew. */
  readonly damage: readonly SegmentDamage[];
  /** The writer's own; null before the first. */
  readonly mark: string | null;
}

/** Fails with `not-found` before anything was written, with `stale` when another analyzer made the words. */
export async function openSegmentIndex(store: SegmentStore): Promise<Result<SegmentIndex>> {
  const reader = createSegmentReader(store);
  const marks = await reader.complete(LANGUAGE_MARK, Number.POSITIVE_INFINITY);
  if (!marks.ok) return marks;
  const { manifest } = reader;
  if (!manifest) return fail('not-found', 'Nothing was written to the segments yet.');
  if (manifest.analyzer !== ANALYZER) return fail('stale', 'The segments were made by another analyzer.');
  const loaded = await reader.load(marks.value.terms.map(({ term }) => term));
  if (!loaded.ok) return loaded;
  const layout = layOut(loaded.value);
  const terms = createSegmentTerms(reader, {
    damage: loaded.value.damage,
    numbers: layout.articleOf.length,
    hasDeleted: manifest.segments.some(({ deleted }) => deleted > 0),
  });
  const spoken = readLanguages(loaded.value, layout);
  const index = composeIndex({
    terms,
    source: toSource(layout, terms),
    articlesIn: spoken.articlesIn,
    languageOf: (passage) => spoken.languageOf(layout.articleOf[passage] as number),
    unread: terms,
  });
  return succeed({
    ...index,
    mark: manifest.cursor,
    get damage() {
      return terms.damage;
    },
  });
}

/** By passage number, and by article in the order of their first passages. Nothing is said of numbers deleted or unused. */
interface Layout {
  readonly articleOf: Int32Array;
  readonly passageClasses: Uint8Array;
  readonly articleLengths: Int32Array;
  readonly headlineClasses: Uint8Array;
  readonly totals: Totals;
}

function layOut({ segments, articles }: LoadedTerms): Layout {
  // A segment of which all was deleted stands empty till the next merge.
  const last = segments.findLast(({ numbers }) => numbers.passages > 0)?.numbers;
  const numbers = last ? last.numberOf(last.passages - 1) + 1 : 0;
  // Besides those that start with a passage there may be one more in each segment: the rest of an article half deleted.
  const most = articles.articles + segments.length;
  const layout = {
    articleOf: new Int32Array(numbers),
    passageClasses: new Uint8Array(numbers),
    articleLengths: new Int32Array(most),
    headlineClasses: new Uint8Array(most),
    totals: { passages: 0, articles: 0, headed: 0, bodyWords: 0, headlineWords: 0 },
  };
  for (const segment of segments) layOutSegment(segment, layout);
  return layout;
}

function layOutSegment({ numbers, startBits, deletedBits, lengths }: LoadedSegment, layout: Layout): void {
  const totals: { -readonly [Key in keyof Totals]: Totals[Key] } = layout.totals;
  let isCounted = false;
  for (let ordinal = 0; ordinal < numbers.passages; ordinal++) {
    if (ordinal === 0 || hasBit(startBits, ordinal)) isCounted = false;
    if (hasBit(deletedBits, ordinal)) continue;
    const headline = lengths.headline[ordinal] as number;
    const words = lengthOfClass(lengths.body[ordinal] as number);
    if (!isCounted) {
      isCounted = true;
      layout.headlineClasses[totals.articles++] = headline;
      totals.headlineWords += lengthOfClass(headline);
      if (headline > 0) totals.headed++;
    }
    const number = numbers.numberOf(ordinal);
    const article = totals.articles - 1;
    layout.articleOf[number] = article;
    layout.passageClasses[number] = lengths.body[ordinal] as number;
    layout.articleLengths[article] = (layout.articleLengths[article] as number) + words;
    totals.passages++;
    totals.bodyWords += words;
  }
}

function toSource(layout: Layout, { postings }: Pick<PostingsSource, 'postings'>): PostingsSource {
  const { articleOf, passageClasses, articleLengths, headlineClasses, totals } = layout;
  return {
    ...{ totals, collection: collectionOf(totals), postings, articles: totals.articles },
    articleOf: (passage) => articleOf[passage] as number,
    passageLength: (passage) => lengthOfClass(passageClasses[passage] as number),
    articleLength: (article) => articleLengths[article] as number,
    headlineLength: (article) => lengthOfClass(headlineClasses[article] as number),
  };
}

/** What the marks at the articles' first passages say. */
function readLanguages(loaded: LoadedTerms, { articleOf, totals }: Layout) {
  const languages: StemLanguage[] = [];
  const ofArticle = new Uint8Array(totals.articles);
  const articlesIn = new Map<StemLanguage, number>();
  const marks = new Set(loaded.segments.flatMap(({ lists }) => [...lists.keys()]));
  for (const mark of [...marks].sort()) {
    const language = mark.slice(LANGUAGE_MARK.length);
    languages.push(language);
    const first = decodePostings(loaded, mark, articleOf.length)?.passages ?? [];
    for (let at = 0; at < first.length; at++)
      ofArticle[articleOf[first[at] as number] as number] = languages.length - 1;
    articlesIn.set(language, first.length);
  }
  return { articlesIn, languageOf: (article: number) => languages[ofArticle[article] as number] ?? '' };
}

/**
 * Everything that was written to segments, as one index of passages beside that of the young tier: the same words, the
 * same lengths, so the same scores. A passage's place is its number.
 *
 * Open, it holds 6 bytes a passage (where its article starts, how long it is), worked out of the segments, or kept by
 * whoever adds nothing any more; terms are read when they are asked for. O(passages) to work out.
 */
import { ANALYZER } from '../../text/analyzer.ts';
import { fail, type Result, succeed } from '../../text/result.ts';
import type { StemLanguage } from '../../text/stem.ts';
import { composeIndex, type PassageIndex } from '../passage-index.ts';
import { collectionOf, type PostingsSource, type Totals } from '../scoring.ts';
import { LANGUAGE_MARK } from './analyse-record.ts';
import { LENGTHS, lengthOfClass } from './length-class.ts';
import type { LoadedSegment, LoadedTerms, SegmentDamage } from './loaded-terms.ts';
import { hasBit } from './passage-bits.ts';
import { createSegmentReader, type SegmentReader } from './segment-reader.ts';
import type { SegmentStore } from './segment-store.ts';
import { createSegmentTerms, decodePostings } from './segment-terms.ts';

export interface SegmentIndex extends PassageIndex {
  /** Segments that answers are given without, as found so far: what is in them is to be indexed anew. */
  readonly damage: readonly SegmentDamage[];
  /** The writer's own; null before the first. */
  readonly mark: string | null;
  readonly layout: IndexLayout;
}

/**
 * Fails with `not-found` before anything was written, with `stale` when another analyzer made the words. `kept`: the
 * layout, where nothing is added to the segments any more; of a damaged or lost one null.
 */
export async function openSegmentIndex(
  store: SegmentStore,
  kept: Promise<IndexLayout | null> | null = null,
): Promise<Result<SegmentIndex>> {
  const reader = createSegmentReader(store, { isDone: kept !== null });
  const [opened, whole] = await Promise.all([reader.load([]), kept]);
  if (!opened.ok) return opened;
  const { manifest } = reader;
  if (!manifest) return fail('not-found', 'Nothing was written to the segments yet.');
  if (manifest.analyzer !== ANALYZER) return fail('stale', 'The segments were made by another analyzer.');
  const { damage } = opened.value;
  const isOfThese = whole?.version === manifest.version && damage.length === 0;
  const made = isOfThese ? succeed(whole) : await workOut(reader, manifest.version);
  if (!made.ok) return made;
  const layout = made.value;
  const terms = createSegmentTerms(reader, {
    damage,
    numbers: layout.articleOf.length,
    hasDeleted: manifest.segments.some(({ deleted }) => deleted > 0),
  });
  const index = composeIndex({
    terms,
    source: toSource(layout, terms),
    articlesIn: new Map(layout.languages),
    languageOf: (passage) => {
      const article = layout.articleOf[passage] as number;
      return layout.languages[layout.languageOf[article] as number]?.[0] ?? '';
    },
    unread: terms,
  });
  return succeed({
    ...{ ...index, layout, mark: manifest.cursor },
    get damage() {
      return terms.damage;
    },
  });
}

/** By passage number, and by article in the order of their first passages. Nothing is said of numbers deleted or unused. */
export interface IndexLayout {
  /** Of the manifest. */
  readonly version: number;
  readonly articleOf: Int32Array;
  readonly passageClasses: Uint8Array;
  readonly articleLengths: Int32Array;
  readonly headlineClasses: Uint8Array;
  readonly totals: Totals;
  /** How many articles are in each. */
  readonly languages: readonly (readonly [language: StemLanguage, articles: number])[];
  /** Of each article, its place in `languages`. */
  readonly languageOf: Uint8Array;
}

async function workOut(reader: SegmentReader, version: number): Promise<Result<IndexLayout>> {
  const marks = await reader.complete(LANGUAGE_MARK, Number.POSITIVE_INFINITY);
  if (!marks.ok) return marks;
  // Every article bears one mark: those that bear no other bear the commonest, which need not be read.
  const [commonest, ...others] = marks.value.terms.map(({ term }) => languageOfMark(term));
  const loaded = await reader.load(others.map((language) => LANGUAGE_MARK + language));
  if (!loaded.ok) return loaded;
  const lengths = layOut(loaded.value);
  const spoken = readLanguages(loaded.value, lengths, [commonest ?? '', ...others]);
  return succeed({ version, ...lengths, ...spoken });
}

type Lengths = Omit<IndexLayout, 'version' | 'languages' | 'languageOf'>;

function layOut({ segments, articles }: LoadedTerms): Lengths {
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

/** Runs once, before anything was compiled: what it does for each passage is as little as can be. */
function layOutSegment({ numbers, startBits, deletedBits, lengths }: LoadedSegment, layout: Lengths): void {
  const { articleOf, passageClasses, articleLengths, headlineClasses } = layout;
  const totals: { -readonly [Key in keyof Totals]: Totals[Key] } = layout.totals;
  const { headline, body } = lengths;
  const isDeleted = deletedBits.some((byte) => byte !== 0) ? deletedBits : null;
  let article = totals.articles - 1;
  let [passages, bodyWords] = [0, 0];
  let isCounted = false;
  let ordinal = 0;
  for (let run = 0; run < numbers.runs.length; run += 2) {
    const shift = (numbers.runs[run] as number) - ordinal;
    const end = ordinal + (numbers.runs[run + 1] as number);
    passageClasses.set(body.subarray(ordinal, end), ordinal + shift);
    for (; ordinal < end; ordinal++) {
      if (((startBits[ordinal >> 3] as number) >> (ordinal & 7)) & 1) isCounted = false;
      if (isDeleted !== null && hasBit(isDeleted, ordinal)) continue;
      if (!isCounted) {
        isCounted = true;
        headlineClasses[++article] = headline[ordinal] as number;
      }
      const words = LENGTHS[body[ordinal] as number] as number;
      articleOf[ordinal + shift] = article;
      articleLengths[article]! += words;
      bodyWords += words;
      passages++;
    }
  }
  for (let at = totals.articles; at <= article; at++) {
    const words = lengthOfClass(headlineClasses[at] as number);
    totals.headlineWords += words;
    if (words > 0) totals.headed++;
  }
  totals.articles = article + 1;
  totals.passages += passages;
  totals.bodyWords += bodyWords;
}

function toSource(layout: Lengths, { postings }: Pick<PostingsSource, 'postings'>): PostingsSource {
  const { articleOf, passageClasses, articleLengths, headlineClasses, totals } = layout;
  return {
    ...{ totals, collection: collectionOf(totals), postings, articles: totals.articles },
    articleOf: (passage) => articleOf[passage] as number,
    passageLength: (passage) => lengthOfClass(passageClasses[passage] as number),
    articleLength: (article) => articleLengths[article] as number,
    headlineLength: (article) => lengthOfClass(headlineClasses[article] as number),
  };
}

const languageOfMark = (mark: string): StemLanguage => mark.slice(LANGUAGE_MARK.length);

/** What the marks at the articles' first passages say; the first language is that of all without another. */
function readLanguages(
  loaded: LoadedTerms,
  { articleOf, totals }: Lengths,
  [commonest = '', ...others]: readonly StemLanguage[],
): Pick<IndexLayout, 'languages' | 'languageOf'> {
  const languages: [StemLanguage, number][] = [[commonest, totals.articles]];
  const languageOf = new Uint8Array(totals.articles);
  for (const language of others) {
    const first = decodePostings(loaded, LANGUAGE_MARK + language, articleOf.length)?.passages ?? [];
    for (let place = 0; place < first.length; place++)
      languageOf[articleOf[first[place] as number] as number] = languages.length;
    languages.push([language, first.length]);
    languages[0]![1] -= first.length;
  }
  return { languages, languageOf };
}

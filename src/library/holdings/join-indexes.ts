/**
 * Two word indexes asked as one: the large one of a packed archive, in memory or on the disk, and a small one of what
 * changed since.
 *
 * The naive version indexes everything anew for one more article: half a minute at 10,000 articles. Here postings of
 * both are laid one behind the other, and passages that are gone are left out; scores are those of one index over what is
 * there, to the last bit. O(passages of the large index) to lay together, then O(postings of the query's terms).
 */
import { byFrequency, type EnginePostings, type WordCount } from '../../retrieval/engine-postings.ts';
import { composeIndex, type PassageIndex } from '../../retrieval/passage-index.ts';
import {
  collectionOf,
  mergePostings,
  type PostingsSource,
  type TermPostings,
  type Totals,
} from '../../retrieval/scoring.ts';
import type { StemLanguage } from '../../text/stem.ts';

/** `kept`: places in the large index that are still there, ascending; they are numbered from 0, the young ones after. */
export function joinIndexes(large: PassageIndex, kept: Int32Array, young: PassageIndex): PassageIndex {
  const terms = joinTerms(large, kept, young);
  const left = countLeft(large, kept);
  return composeIndex({
    terms,
    source: joinSources(large.source, kept, young.source, terms, left.totals),
    articlesIn: addCounts(left.articlesIn, young.articlesIn),
    languageOf: (passage) =>
      passage < kept.length
        ? large.languageOf(kept[passage] as number)
        : young.languageOf(passage - kept.length),
    unread: large.unread,
  });
}

/** Then places stay as they are. Numbers of an index on the disk may have gaps. */
const isWhole = ({ source }: PassageIndex, kept: Int32Array) =>
  kept.length === source.totals.passages && (kept.at(-1) ?? -1) === kept.length - 1;

/** What the large index counts without the passages that are gone; an article goes whole. */
function countLeft(
  large: PassageIndex,
  kept: Int32Array,
): Pick<PassageIndex, 'articlesIn'> & { totals: Totals } {
  const { source, articlesIn } = large;
  if (isWhole(large, kept)) return { totals: source.totals, articlesIn };
  const totals = { passages: kept.length, articles: 0, headed: 0, bodyWords: 0, headlineWords: 0 };
  const counts = new Map<StemLanguage, number>();
  let article = -1;
  for (const passage of kept) {
    totals.bodyWords += source.passageLength(passage);
    if (source.articleOf(passage) === article) continue;
    article = source.articleOf(passage);
    const headline = source.headlineLength(article);
    totals.articles++;
    totals.headlineWords += headline;
    if (headline > 0) totals.headed++;
    const language = large.languageOf(passage);
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return { totals, articlesIn: counts };
}

function addCounts<Key>(a: ReadonlyMap<Key, number>, b: ReadonlyMap<Key, number>): Map<Key, number> {
  const sums = new Map(a);
  for (const [key, count] of b) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

function addTotals(a: Totals, b: Totals): Totals {
  return {
    passages: a.passages + b.passages,
    articles: a.articles + b.articles,
    headed: a.headed + b.headed,
    bodyWords: a.bodyWords + b.bodyWords,
    headlineWords: a.headlineWords + b.headlineWords,
  };
}

function joinTerms(large: PassageIndex, kept: Int32Array, young: PassageIndex): EnginePostings {
  const whole = isWhole(large, kept);
  const newPlace = new Int32Array(whole ? 0 : (kept.at(-1) ?? -1) + 1).fill(-1);
  if (!whole)
    kept.forEach((old, place) => {
      newPlace[old] = place;
    });
  const left = (term: string): TermPostings | null => {
    const before = large.terms.postings(term);
    return before && (whole ? before : remap(before, (passage) => newPlace[passage] ?? -1));
  };
  const postings = (term: string): TermPostings | null => {
    const [before, after] = [left(term), young.terms.postings(term)];
    const lists = [before, after && remap(after, (passage) => passage + kept.length)];
    return mergePostings(lists.filter((list) => list !== null));
  };
  const gone = large.source.totals.passages - kept.length;
  return {
    postings,
    count: (term) => {
      const before = large.terms.count(term);
      const after = young.terms.count(term);
      if (before === 0 || whole) return before + after;
      // Of many holders, few that are gone change no decision; of few it matters whether any is left.
      return before > Math.max(FEW, gone) ? before + after : (left(term)?.passages.length ?? 0) + after;
    },
    ...joinPhrases(large, kept.length, (passage) => (whole ? passage : (newPlace[passage] ?? -1))),
    wordsFrom: (prefix) => addWords(large.terms.wordsFrom(prefix), young.terms.wordsFrom(prefix)),
    foreignWords: () => [...new Set([...large.terms.foreignWords(), ...young.terms.foreignWords()])],
    wordsNear: (word, slips) => [
      ...new Set([...large.terms.wordsNear(word, slips), ...young.terms.wordsNear(word, slips)]),
    ],
  };
}

/** What the young index says of them only its texts tell. */
function joinPhrases(
  { terms }: PassageIndex,
  below: number,
  place: (passage: number) => number,
): Pick<EnginePostings, 'phrase'> {
  const { phrase } = terms;
  if (!phrase) return {};
  return {
    phrase: (words) => {
      const passages = Array.from(phrase(words).passages, place);
      return { passages: new Set(passages.filter((passage) => passage >= 0)), below };
    },
  };
}

/** Holders counted one by one where some passages are gone. */
const FEW = 1_000;

function addWords(large: readonly WordCount[], young: readonly WordCount[]): readonly WordCount[] {
  if (young.length === 0) return large;
  const counts = new Map(large.map(({ word, count }) => [word, count]));
  const sums = addCounts(counts, new Map(young.map(({ word, count }) => [word, count])));
  return [...sums].map(([word, count]) => ({ word, count })).sort(byFrequency);
}

/** `place`: -1 leaves the passage out; null when none is left. */
function remap(list: TermPostings, place: (passage: number) => number): TermPostings | null {
  const passages: number[] = [];
  const body: number[] = [];
  const headline: number[] = [];
  for (let at = 0; at < list.passages.length; at++) {
    const passage = place(list.passages[at] as number);
    if (passage < 0) continue;
    passages.push(passage);
    body.push(list.body[at] as number);
    headline.push(list.headline[at] as number);
  }
  return passages.length === 0 ? null : { passages, body, headline };
}

function joinSources(
  large: PostingsSource,
  kept: Int32Array,
  young: PostingsSource,
  { postings }: EnginePostings,
  left: Totals,
): PostingsSource {
  const totals = addTotals(left, young.totals);
  const isOld = (passage: number) => passage < kept.length;
  return {
    totals,
    collection: collectionOf(totals),
    postings,
    articleOf: (passage) =>
      isOld(passage)
        ? large.articleOf(kept[passage] as number)
        : large.articles + young.articleOf(passage - kept.length),
    articles: large.articles + young.articles,
    passageLength: (passage) =>
      isOld(passage)
        ? large.passageLength(kept[passage] as number)
        : young.passageLength(passage - kept.length),
    articleLength: (article) =>
      article < large.articles ? large.articleLength(article) : young.articleLength(article - large.articles),
    headlineLength: (article) =>
      article < large.articles
        ? large.headlineLength(article)
        : young.headlineLength(article - large.articles),
  };
}

/**
 * Two word indexes asked as one: the large one of a packed archive, and a small one of what changed since.
 *
 * The naive version indexes everything anew for one more article: half a minute at 10,000 articles. Here postings of
 * both are laid one behind the other, and passages that are gone are left out; scores are those of one index over both,
 * but for lengths on average, in which what is gone still counts. O(postings of the query's terms).
 */
import type { EnginePostings } from '../../retrieval/engine-postings.ts';
import { toQueryTerms } from '../../retrieval/lexical-query.ts';
import type { PassageIndex } from '../../retrieval/passage-index.ts';
import { RANKING } from '../../retrieval/ranking-weights.ts';
import {
  mergePostings,
  type PostingsSource,
  scorePassages,
  type TermPostings,
} from '../../retrieval/scoring.ts';

/** `kept`: places in the large index that are still there, ascending; they are numbered from 0, the young ones after. */
export function joinIndexes(large: PassageIndex, kept: Int32Array, young: PassageIndex): PassageIndex {
  const terms = joinTerms(large, kept, young);
  const languages = [...new Set([...large.languages, ...young.languages])].sort();
  const source = joinSources(large.source, kept, young.source, terms);
  const passageCount = (word: string) => terms.count(word);
  return {
    ...{ terms, source, languages, passageCount },
    languageOf: (passage) =>
      passage < kept.length
        ? large.languageOf(kept[passage] as number)
        : young.languageOf(passage - kept.length),
    search: (query, weights = RANKING) =>
      scorePassages(source, toQueryTerms(terms, languages, query, weights), weights).sort(
        (a, b) => b.score - a.score || a.passage - b.passage,
      ),
    complete: (prefix, limit) =>
      terms
        .wordsFrom(prefix)
        .map((word) => ({ word, count: passageCount(word) }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
        .slice(0, limit)
        .map(({ word }) => word),
    toJson: () => {
      throw new Error('A joined index is never stored: the pack is made of all articles.');
    },
  };
}

function joinTerms(large: PassageIndex, kept: Int32Array, young: PassageIndex): EnginePostings {
  const isWhole = kept.length === large.source.collection.passages;
  const newPlace = new Int32Array(large.source.collection.passages).fill(-1);
  kept.forEach((old, place) => {
    newPlace[old] = place;
  });
  const postings = (term: string): TermPostings | null => {
    const before = large.terms.postings(term);
    const after = young.terms.postings(term);
    const lists = [
      before && (isWhole ? before : remap(before, (passage) => newPlace[passage] as number)),
      after && remap(after, (passage) => passage + kept.length),
    ];
    return mergePostings(lists.filter((list) => list !== null));
  };
  return {
    postings,
    count: (term) =>
      isWhole ? large.terms.count(term) + young.terms.count(term) : (postings(term)?.passages.length ?? 0),
    wordsFrom: (prefix) => [...new Set([...large.terms.wordsFrom(prefix), ...young.terms.wordsFrom(prefix)])],
    wordsNear: (word, slips) => [
      ...new Set([...large.terms.wordsNear(word, slips), ...young.terms.wordsNear(word, slips)]),
    ],
  };
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
): PostingsSource {
  const average = (of: 'averageArticle' | 'averageHeadline' | 'averagePassage') => {
    const [before, after] =
      of === 'averagePassage'
        ? [large.collection.passages, young.collection.passages]
        : [large.articles, young.articles];
    return (large.collection[of] * before + young.collection[of] * after) / Math.max(1, before + after);
  };
  const isOld = (passage: number) => passage < kept.length;
  return {
    collection: {
      passages: kept.length + young.collection.passages,
      averageArticle: average('averageArticle'),
      averagePassage: average('averagePassage'),
      averageHeadline: average('averageHeadline'),
    },
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

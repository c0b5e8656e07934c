/**
 * What each part of the ranking weighs, in one place, so that an evaluation can leave one out and see what it earns.
 *
 * Chosen on halves of four public collections and on the training part of a fifth (tests/eval/search.ts reports the other
 * halves). Neighbouring values differ by less than the halves do: they are round on purpose.
 */
export interface RankingWeights {
  /** BM25's saturation and length normalisation. */
  readonly k1: number;
  readonly b: number;
  /** A word of the headline tells as much of an article as so many of its body. */
  readonly headline: number;
  /** Part of an article's score that its best passage alone gives: what a long article says in one place counts. */
  readonly bestPassage: number;
  /** What a word adds beyond its stem where exactly it stands. */
  readonly exact: number;
  /** "Is", "the", "of" tell little, but a question of nothing else must be answered. */
  readonly stopWord: number;
  /** A word said n times counts n·(r+1)/(n+r) times: at most r+1, however often. */
  readonly repeated: number;
  /** Words of the question in the first sentence of the article: news says there what it is about. */
  readonly lead: number;
  /** The same where no headline says it. */
  readonly leadAlone: number;
  /** Parts of the question's words in the articles' texts, where the words themselves have 1. */
  readonly wordParts: number;
  /** What the best articles that read like an article add, where its own score has 1. */
  readonly neighbours: number;
  /** Words of the best passages, added to the question, as a part of the question's own weight. */
  readonly feedback: number;
  /** The same for a page, which is a better question. */
  readonly pageFeedback: number;
  /** Names of a page, beyond their words' weight. */
  readonly pageNames: number;
  /** Exponent of rarity when a page is the question: what two reports of one event share is rare. */
  readonly pageRarity: number;
}

export const RANKING: RankingWeights = {
  k1: 1.2,
  b: 0.75,
  headline: 2,
  bestPassage: 0.2,
  exact: 0.3,
  stopWord: 0.2,
  repeated: 1,
  lead: 0.2,
  leadAlone: 1,
  wordParts: 0.5,
  neighbours: 1,
  feedback: 0.3,
  pageFeedback: 4,
  pageNames: 1,
  pageRarity: 1.3,
};

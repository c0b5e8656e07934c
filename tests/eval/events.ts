/**
 * Events across articles: are two marked mentions one event, and are look-alike articles told apart? On ECB+ dev, whose
 * topics nothing was learned or tuned on (weights: train topics, platform/node/train/events-train.ts).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openArticleOdds } from '../../src/entities/events/article-odds.ts';
import { compareEvents } from '../../src/entities/events/compare-events.ts';
import { groupArticles } from '../../src/entities/events/group-articles.ts';
import {
  type ArticlePair,
  articlePairs,
  type MarkedArticle,
  type MentionPair,
  mentionPairs,
  readMarkedArticles,
} from '../../src/platform/node/train/events-set.ts';
import type { Evaluate, Figure } from './figure.ts';

interface Counts {
  right: number;
  wrong: number;
  missed: number;
  apart: number;
}

function countsOf<Pair extends { readonly isSame: boolean }>(
  pairs: Iterable<Pair>,
  answer: (pair: Pair) => boolean,
): Counts {
  const counts = { right: 0, wrong: 0, missed: 0, apart: 0 };
  for (const pair of pairs) counts[keyOf(pair.isSame, answer(pair))]++;
  return counts;
}

function keyOf(isSame: boolean, said: boolean): keyof Counts {
  if (isSame) return said ? 'right' : 'missed';
  return said ? 'wrong' : 'apart';
}

const precision = ({ right, wrong }: Counts) => right / Math.max(right + wrong, 1);
const recall = ({ right, missed }: Counts) => right / Math.max(right + missed, 1);
const f1 = (counts: Counts) =>
  (2 * precision(counts) * recall(counts)) / Math.max(precision(counts) + recall(counts), 1e-9);
/** Share of pairs of different happenings that were called one. */
const confusion = ({ wrong, apart }: Counts) => wrong / Math.max(wrong + apart, 1);

/** Mean distance between a score and the share that is right, over tenths of the score. */
function calibrationError(answers: readonly { score: number; isSame: boolean }[]): number {
  const tenths = Map.groupBy(answers, ({ score }) => Math.min(9, Math.floor(score * 10)));
  let error = 0;
  for (const inside of tenths.values()) {
    const score = inside.reduce((sum, one) => sum + one.score, 0);
    const same = inside.filter(({ isSame }) => isSame).length;
    error += Math.abs(score - same) / answers.length;
  }
  return error;
}

const ofSurface = ({ left, right }: MentionPair) => left.surface === right.surface;
const ofRoot = ({ left, right }: MentionPair) => left.mention.root === right.mention.root;
/** Feature 1 of an article pair is the cosine of its words. */
const byWords = (least: number) => (pair: ArticlePair) => (pair.features[1] ?? 0) >= least;

/** The cosine that tells best on the training topics, where the peer may look too. */
function bestCosine(training: readonly ArticlePair[]): number {
  const steps = Array.from({ length: 40 }, (_, step) => step / 80);
  const value = (least: number) => f1(countsOf(training, byWords(least)));
  return steps.reduce((best, step) => (value(step) > value(best) ? step : best), 0);
}

/** Pairs within a topic, grouped with nobody telling the topics: as an archive is. */
function groupedAlone(articles: readonly MarkedArticle[]): { isSame: boolean; isSameGroup: boolean }[] {
  const odds = openArticleOdds(new Map(articles.map(({ id, traits }) => [id, traits])));
  const groups = groupArticles(
    articles.map((a, i) => articles.slice(0, i).map((b) => odds(a.id, b.id) ?? 0)),
  );
  return articles.flatMap((a, i) =>
    articles
      .slice(0, i)
      .flatMap((b, j) =>
        a.topic === b.topic
          ? [{ isSame: a.subtopic === b.subtopic, isSameGroup: groups[i] === groups[j] }]
          : [],
      ),
  );
}

export const evaluate: Evaluate = async (data) => {
  const folder = join(data, 'ecbplus');
  if (!existsSync(folder)) throw new Error(`There is no ECB+ at ${folder}.`);
  const articles = readMarkedArticles(join(folder, 'dev.jsonl'));
  const pairs = articlePairs(articles);
  const alone = countsOf(groupedAlone(articles), ({ isSameGroup }) => isSameGroup);
  const least = bestCosine(articlePairs(readMarkedArticles(join(folder, 'train.jsonl'))));
  const mentions = [...mentionPairs(pairs)];
  const answers = mentions.map((pair) => ({
    isSame: pair.isSame,
    ...compareEvents(pair.left.mention, pair.right.mention, pair.evidence),
  }));
  const pairwise = countsOf(
    answers.map((answer) => ({ isSame: answer.isSame, said: answer.same })),
    ({ said }) => said,
  );
  const surface = countsOf(mentions, ofSurface);
  const root = countsOf(mentions, ofRoot);
  const grouped = countsOf(pairs, ({ isSameGroup }) => isSameGroup);
  const byCosine = countsOf(pairs, byWords(least));
  const figure = (
    measure: string,
    value: number,
    target: number | null,
    more: Partial<Figure> = {},
  ): Figure => ({
    set: 'ecbplus dev',
    measure,
    value,
    target,
    ...more,
  });
  const peer = (measure: (counts: Counts) => number) => ({ 'cosine of words': measure(byCosine) });
  return [
    figure('events across articles, pairwise F1', f1(pairwise), 0.55, {
      peers: { 'same surface': f1(surface), 'same root': f1(root) },
    }),
    figure('events across articles, precision', precision(pairwise), null, {
      peers: { 'same surface': precision(surface), 'same root': precision(root) },
    }),
    figure('events across articles, recall', recall(pairwise), null, {
      peers: { 'same surface': recall(surface), 'same root': recall(root) },
    }),
    figure('score against share of right, mean distance', calibrationError(answers), null, { isCost: true }),
    figure('look-alike articles taken for one happening', confusion(grouped), 0.05, {
      isCost: true,
      peers: peer(confusion),
    }),
    figure('articles of one happening found', recall(grouped), null, { peers: peer(recall) }),
    figure('look-alike articles taken for one happening, topics not given', confusion(alone), 0.05, {
      isCost: true,
    }),
    figure('articles of one happening found, topics not given', recall(alone), null),
  ];
};

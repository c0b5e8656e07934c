/**
 * Makes src/entities/events/event-weights.ts: `node src/platform/node/train/events-train.ts ECBPLUS`, the folder with
 * train.jsonl. Run it twice when the features of articles changed: mentions are weighed with the articles' weights.
 *
 * Logistic regression by Newton's method, the same numbers on every run, then `biome check --write`; some 20 s. A few
 * dozen numbers are learned, no words of the corpus.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePairs, featuresOf, mentionPairs, readMarkedArticles } from './events-set.ts';

interface Example {
  readonly features: readonly number[];
  readonly isSame: boolean;
}

/** Pull towards zero, in examples: rare features stay small. */
const PRIOR = 2;
const ROUNDS = 8;

function learn(examples: readonly Example[]): number[] {
  const size = examples[0]?.features.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => -PRIOR * weight);
    const curve = weights.map((_, i) => weights.map((__, j) => (i === j ? PRIOR : 0)));
    for (const { features, isSame } of examples) {
      const odds = features.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);
      const guess = 1 / (1 + Math.exp(-odds));
      const spread = guess * (1 - guess);
      for (let i = 0; i < size; i++) {
        const value = features[i] as number;
        if (value === 0) continue;
        slope[i] = (slope[i] as number) + value * (Number(isSame) - guess);
        const row = curve[i] as number[];
        for (let j = 0; j < size; j++) row[j] = (row[j] as number) + spread * value * (features[j] as number);
      }
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, at) => weight + (step[at] as number));
  }
  return weights.map((weight) => Math.round(weight * 100) / 100);
}

/** Gaussian elimination with pivoting; changes its arguments. */
function solve(matrix: number[][], vector: number[]): number[] {
  const size = vector.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    [vector[column], vector[pivot]] = [vector[pivot]!, vector[column]!];
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row]![column]! / matrix[column]![column]!;
      for (let at = column; at < size; at++) matrix[row]![at]! -= factor * matrix[column]![at]!;
      vector[row]! -= factor * vector[column]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = vector[row]!;
    for (let at = row + 1; at < size; at++) rest -= matrix[row]![at]! * solution[at]!;
    solution[row] = rest / matrix[row]![row]!;
  }
  return solution;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Give the folder that holds train.jsonl of ECB+.');
const pairs = articlePairs(readMarkedArticles(join(folder, 'train.jsonl')));
const articles = learn(pairs);
const mentions = learn(
  [...mentionPairs(pairs)].map((pair) => ({ features: featuresOf(pair), isSame: pair.isSame })),
);
const table = (name: string, weights: readonly number[]) =>
  `export const ${name}: readonly number[] = [\n  ${weights.join(', ')},\n];\n`;
writeFileSync(
  join(import.meta.dirname, '../../../entities/events/event-weights.ts'),
  `/** Weights in the order of traitFeatures and eventFeatures, learned on the training topics of ECB+ (annotations CC BY 3.0, Cybulska & Vossen) by platform/node/train/events-train.ts. */\n${table('ARTICLE_WEIGHTS', articles)}\n${table('MENTION_WEIGHTS', mentions)}`,
);

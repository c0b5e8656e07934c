/**
 * `node tests/eval/run.ts compare`: whether two names are the same, beside simple measures and OpenSanctions' logic_v2
 * on the same pairs.
 *
 * Rules, weights and the score's curve were set on the tuning half of each set (compare-sets.ts); figures are of the
 * other half, but for "whole", which says so. Peers get their best threshold of the tuning half, we our own decision.
 */
import { nameKeys } from '../../src/entities/compare-keys.ts';
import { compareNames, compareParts } from '../../src/entities/compare-names.ts';
import { partsOfName } from '../../src/entities/name-parts.ts';
import { type Likeness, PEERS } from './compare-peers.ts';
import {
  halves,
  haveSameNumbers,
  type Pair,
  readLogicV2,
  readNameBench,
  SCRIPT_SETS,
  type ScriptSet,
  sample,
} from './compare-sets.ts';
import type { Evaluate, Figure } from './figure.ts';

/** A thousand decoys for each of so many names: 100,000 wrong pairs a set tell 0.1 % from 1 %. */
const DECOYS = 1_000;
const NAMES = 100;
/** Peers are told where 1 % of decoys pass; ours must let no more pass. */
const MOST_FALSE = 0.01;
/** Our decision, and where a reader may rely on it. */
const SAME = 0.5;
const SURE = 0.8;

type Measure = (pair: Pair) => number;

const ours: Measure = ({ left, right, type }) => compareNames(left, right, type ?? undefined).score;
const likeness =
  (peer: Likeness): Measure =>
  ({ left, right }) =>
    peer(left, right);

function f1At(pairs: readonly Pair[], scores: readonly number[], threshold: number): number {
  let [right, found, wanted] = [0, 0, 0];
  for (const [at, { isSame }] of pairs.entries()) {
    const isSaid = scores[at]! >= threshold;
    if (isSaid) found++;
    if (isSame) wanted++;
    if (isSaid && isSame) right++;
  }
  return (2 * right) / Math.max(found + wanted, 1);
}

function bestThreshold(pairs: readonly Pair[], measure: Measure): number {
  const scores = pairs.map(measure);
  const f1 = (threshold: number) => f1At(pairs, scores, threshold);
  return [...new Set(scores)].reduce((best, one) => (f1(one) > f1(best) ? one : best), 1);
}

/** Mean gap between score and share of pairs that are the same, over ten ranks of equally many pairs. */
function calibrationError(pairs: readonly Pair[]): number {
  const RANKS = 10;
  const scored = pairs.map((pair) => ({ score: ours(pair), isSame: pair.isSame ? 1 : 0 }));
  scored.sort((a, b) => a.score - b.score);
  let error = 0;
  for (let rank = 0; rank < RANKS; rank++) {
    const inside = scored.slice((rank * scored.length) / RANKS, ((rank + 1) * scored.length) / RANKS);
    error += Math.abs(inside.reduce((gap, { score, isSame }) => gap + score - isSame, 0));
  }
  return error / scored.length;
}

function evaluateNameBench(data: string): Figure[] {
  const all = readNameBench(data);
  const { tuning, held } = halves(all);
  const f1 = (pairs: readonly Pair[], measure: Measure, threshold: number) =>
    f1At(pairs, pairs.map(measure), threshold);
  const logicV2 = readLogicV2(data);
  const peersOn = (pairs: readonly Pair[]) =>
    Object.fromEntries([
      ...Object.entries(PEERS).map(([name, peer]) => {
        const measure = likeness(peer);
        return [name, f1(pairs, measure, bestThreshold(tuning, measure))] as const;
      }),
      ...(logicV2 ? [['logic_v2 (its published run)', f1(pairs, logicV2, 1)] as const] : []),
    ]);
  const set = 'name_bench, held-out half';
  const agreed = { set: 'name_bench, held-out half, same numbers', pairs: held.filter(haveSameNumbers) };
  return [
    { set, measure: 'F1', value: f1(held, ours, SAME), target: 0.85, peers: peersOn(held) },
    {
      ...{ set: 'name_bench, whole (half of it tuned on)', measure: 'F1', value: f1(all, ours, SAME) },
      ...{ target: 0.85, peers: peersOn(all) },
    },
    {
      ...{ set: agreed.set, measure: 'F1', value: f1(agreed.pairs, ours, SAME), target: 0.85 },
      peers: peersOn(agreed.pairs),
    },
    { set, measure: 'precision of same', value: precision(held, SAME), target: null },
    { set, measure: 'right among those scored .8 and more', value: precision(held, SURE), target: SURE },
    { set, measure: 'different among those scored .2 and less', value: differentBelow(held), target: null },
    // A score of .9 should mean nine in ten: a tenth off is what a reader would not notice.
    { set, measure: 'calibration error', value: calibrationError(held), target: 0.1, isCost: true },
    {
      ...{ set: agreed.set, measure: 'calibration error', value: calibrationError(agreed.pairs) },
      ...{ target: 0.1, isCost: true },
    },
  ];
}

function precision(pairs: readonly Pair[], least: number): number {
  const said = pairs.filter((pair) => ours(pair) >= least);
  return said.filter(({ isSame }) => isSame).length / Math.max(said.length, 1);
}

function differentBelow(pairs: readonly Pair[]): number {
  const said = pairs.filter((pair) => ours(pair) <= 1 - SURE);
  return said.filter(({ isSame }) => !isSame).length / Math.max(said.length, 1);
}

/** Wrong pairs: each of the first names with the other side of every other pair. */
function decoys(pairs: readonly Pair[]): Pair[] {
  return pairs
    .slice(0, NAMES)
    .flatMap(({ left, right }) =>
      pairs
        .filter((other) => other.right !== right)
        .map((other) => ({ left, right: other.right, isSame: false, type: null })),
    );
}

/** The threshold with 1 % of wrong pairs above it. */
function atMostFalse(pairs: readonly Pair[], measure: Measure): number {
  const sorted = pairs.map(measure).sort((a, b) => b - a);
  return (sorted[Math.floor(sorted.length * MOST_FALSE)] ?? 0) + 1e-9;
}

const share = (pairs: readonly Pair[], isMet: (pair: Pair) => boolean) =>
  pairs.filter(isMet).length / Math.max(pairs.length, 1);

function evaluateScript({ name, target, read }: ScriptSet, data: string): Figure[] {
  const all = halves(read(data));
  const [tuning, held] = [sample(all.tuning, DECOYS), sample(all.held, DECOYS)];
  const wrong = decoys(tuning);
  const peers = Object.entries(PEERS).map(([peer, measure]) => {
    const least = atMostFalse(wrong, likeness(measure));
    return [peer, share(held, ({ left, right }) => measure(left, right) >= least)] as const;
  });
  const same = decide();
  const set = `${name}, held-out half`;
  const measure = 'recall of same';
  return [
    { set, measure, value: share(held, same), target, peers: Object.fromEntries(peers) },
    {
      ...{ set, measure: 'wrong pairs called the same', value: share(decoys(held), same) },
      ...{ target: MOST_FALSE, isCost: true },
    },
    { set, measure: 'same pairs with a key in common', value: keyRecall(held.filter(same)), target: null },
  ];
}

/** Our decision, with each name taken apart once for all its pairs. */
function decide(): (pair: Pair) => boolean {
  const parts = new Map<string, ReturnType<typeof partsOfName>>();
  const partsOf = (text: string) => {
    const known = parts.get(text) ?? partsOfName(text, 'person');
    parts.set(text, known);
    return known;
  };
  return ({ left, right }) => compareParts(partsOf(left), partsOf(right), 'person').same;
}

function keyRecall(pairs: readonly Pair[]): number {
  return share(pairs, ({ left, right }) => {
    const keys = new Set(nameKeys(left));
    return nameKeys(right).some((key) => keys.has(key));
  });
}

export const evaluate: Evaluate = (data) =>
  Promise.resolve([...evaluateNameBench(data), ...SCRIPT_SETS.flatMap((set) => evaluateScript(set, data))]);

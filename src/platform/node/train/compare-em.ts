/**
 * How often each Latin spelling stands for each sound, counted over word pairs whose letters nobody has aligned:
 * expectation–maximisation over joint multigrams (Bisani & Ney 2008; Jiampojamarn et al. 2007), one table for all
 * scripts and one for each, the latter smoothed by the former.
 *
 * The naive version aligns greedily and counts once. Here each round weighs every alignment by its probability.
 * Pairs that fit badly after the first round are translations and are left out. O(rounds × pairs × length²).
 */
import { latinLetters, type Script, wordSounds } from '../../../text/romanise.ts';
import type { SpellingPair } from './compare-pairs.ts';
import { priorSpellings } from './compare-priors.ts';

/** sch, eau: three letters; ks, ya: two sounds. Longer units only memorise the training words. */
export const LONGEST_SPELLING = 3;
export const LONGEST_SOUND = 2;
/** Counts have settled: the next round moves the likelihood by less than 0.1 %. */
const ROUNDS = 5;
/** Weight of the shared table in a script's own, in counts; 50 to 1,000 gave the same recall. */
const SHARED_COUNTS = 200;
/** Weight of the prior in the shared table, in counts; 400 to 4,000 gave the same recall. */
const PRIOR_COUNTS = 1_200;
/** A script's share of the shared table, in counts: Cyrillic has ten times the pairs of kana. */
const SCRIPT_COUNTS = 2_000;
/** Each letter or sound more than one and one: units stay small unless they earn it. */
const SIZE_PENALTY = 0.5;
/** Mean log-probability a letter below which a pair is a translation. */
const WORST_FIT = -2.6;
const UNSEEN = 1e-6;
/** Expected count a unit needs, by its letters: what three letters stand for once is an accident of that name. */
const FEWEST_SEEN = [0.3, 0.3, 1, 4];

type Counts = Map<string, number>;
interface Sample {
  readonly script: Script;
  readonly latin: string;
  readonly sounds: string;
}
export interface SpellingModel {
  readonly samples: readonly Sample[];
  readonly scripts: readonly Script[];
  /** Keys `spelling|sound` that were seen often enough in `script` or are known beforehand. */
  keys(script: Script): string[];
  probability(script: Script, spelling: string, sound: string): number;
}

const sum = (counts: Counts) => [...counts.values()].reduce((total, count) => total + count, 0);
const add = (counts: Counts, key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);

/** One unit of an alignment: the letters before `i` and the sounds before `j`. */
interface Step {
  readonly i: number;
  readonly j: number;
  readonly letters: number;
  readonly sounds: number;
  readonly probability: number;
}

export function learnSpellings(pairs: readonly SpellingPair[]): SpellingModel {
  const samples = pairs
    .map(({ script, latin, other }) => ({
      script,
      latin: latinLetters(latin),
      sounds: wordSounds(other, script),
    }))
    .filter(
      ({ latin, sounds }) => latin.length > 1 && sounds.length > 1 && latin.length < 25 && sounds.length < 25,
    );
  const scripts = [...new Set(samples.map(({ script }) => script))];
  const prior = priorSpellings();
  let shared: Counts = prior;
  let own = new Map<Script, Counts>(scripts.map((script) => [script, new Map()]));
  let totals = new Map<Script, number>();
  const probability = (script: Script, spelling: string, sound: string) => {
    const key = `${spelling}|${sound}`;
    const smooth = shared.get(key) ?? UNSEEN * 0.05 ** (spelling.length + sound.length);
    return (
      ((own.get(script)?.get(key) ?? 0) + SHARED_COUNTS * smooth) /
      ((totals.get(script) ?? 0) + SHARED_COUNTS)
    );
  };
  for (let round = 0; round < ROUNDS; round++) {
    const counted = new Map<Script, Counts>(scripts.map((script) => [script, new Map()]));
    for (const sample of samples)
      countAlignments(sample, probability, round > 0, counted.get(sample.script)!);
    own = counted;
    totals = new Map(scripts.map((script) => [script, sum(counted.get(script)!)]));
    shared = smoothed(counted, totals, prior);
  }
  const keys = (script: Script) => {
    const seen = own.get(script)!;
    const isSound = (key: string) => (seen.get(key) ?? 0) >= FEWEST_SEEN[key.indexOf('|')]!;
    return [...new Set([...[...seen.keys()].filter(isSound), ...prior.keys()])].sort();
  };
  return { samples, scripts, keys, probability };
}

function smoothed(counted: Map<Script, Counts>, totals: Map<Script, number>, prior: Counts): Counts {
  const all: Counts = new Map();
  for (const [script, counts] of counted) {
    const weight = Math.min(1, SCRIPT_COUNTS / totals.get(script)!);
    for (const [key, count] of counts) add(all, key, count * weight);
  }
  const total = sum(all) + PRIOR_COUNTS;
  const shared: Counts = new Map();
  for (const [key, count] of all) if (count > 0.3) shared.set(key, count / total);
  for (const [key, share] of prior) add(shared, key, (share * PRIOR_COUNTS) / total);
  return shared;
}

/** Forward–backward over all alignments of one pair; adds the expected count of each unit to `counts`. */
function countAlignments(
  { script, latin, sounds }: Sample,
  probability: SpellingModel['probability'],
  isPicky: boolean,
  counts: Counts,
): void {
  const width = sounds.length + 1;
  const forward = new Float64Array((latin.length + 1) * width);
  const backward = new Float64Array(forward.length);
  const steps: Step[] = [];
  forward[0] = 1;
  for (let i = 0; i <= latin.length; i++) {
    for (let j = 0; j < width; j++) {
      for (const [letters, many] of UNITS) {
        if (letters > i || many > j) continue;
        const unit = probability(script, latin.slice(i - letters, i), sounds.slice(j - many, j));
        const weighed = unit * SIZE_PENALTY ** Math.max(0, letters + many - 2);
        steps.push({ i, j, letters, sounds: many, probability: weighed });
        forward[i * width + j]! += forward[(i - letters) * width + j - many]! * weighed;
      }
    }
  }
  const total = forward.at(-1)!;
  if (!(total > 0) || (isPicky && Math.log(total) / (latin.length + sounds.length) < WORST_FIT)) return;
  backward[backward.length - 1] = 1;
  for (const step of steps.reverse()) {
    const from = (step.i - step.letters) * width + step.j - step.sounds;
    const through = step.probability * backward[step.i * width + step.j]!;
    backward[from]! += through;
    const expected = (forward[from]! * through) / total;
    if (expected < 1e-4) continue; // adds up to nothing
    const spelling = latin.slice(step.i - step.letters, step.i);
    add(counts, `${spelling}|${sounds.slice(step.j - step.sounds, step.j)}`, expected);
  }
}

/** Sizes a unit may have: a lone letter or a lone sound may stand for nothing, more may not. */
export const UNITS: readonly (readonly [letters: number, sounds: number])[] = (() => {
  const units: [number, number][] = [];
  for (let letters = 0; letters <= LONGEST_SPELLING; letters++)
    for (let sounds = 0; sounds <= LONGEST_SOUND; sounds++)
      if (letters * sounds > 0 || letters + sounds === 1) units.push([letters, sounds]);
  return units;
})();

/** Trained weights in the tagger's packed form: 4-bit steps, the weightiest clues first, what finds no place left out. */

import type { NameLexicon } from '../../../entities/recognise/name-lexicon.ts';
import {
  LABELS,
  LARGEST_BUCKET,
  type NameModel,
  STEPS,
  TYPED,
  UNIT,
} from '../../../entities/recognise/name-model.ts';
import type { Weights } from './names-crf.ts';

/** 2^18 buckets: an unknown clue meets 0.95 entries and is mistaken for one once in 270. */
const BUCKET_BITS = 18;
/** 4 bytes each: 1 MB, of the 1.5 MB that names in text may cost the package. */
export const MOST_CLUES = 250_000;

/**
 * Added to the score of every beginning name, in natural logarithms: marked sentences leave many names unmarked, and the
 * tagger learns to be shy. With 1.2, typed F1 on held-out texts rises from .69 to .72 (EWT), .63 to .69 (GermEval), .67 to
 * .71 (AQMAR); the project's own paragraphs from .857 to .88.
 */
const LEANING = 1.2;
/** Percent of names right, by the tagger's probability in sixteenths: measured with --tune on the well-marked sets. */
const CALIBRATION = [30, 30, 30, 33, 33, 34, 36, 41, 46, 49, 54, 64, 71, 79, 84, 95];

/** Numbers of the clues worth keeping, by the size of their weights and how often they speak; -1 for the others. */
export function chooseClues(
  weights: Float32Array,
  counts: Int32Array,
): { numbers: Int32Array; kept: number } {
  const worth = Float64Array.from(counts, (count, clue) => {
    let sum = 0;
    for (let label = 0; label < TYPED; label++) sum += (weights[clue * TYPED + label] as number) ** 2;
    return Math.sqrt(sum) * count ** 0.5;
  });
  const sorted = Float64Array.from(worth).sort();
  const least = sorted[Math.max(0, sorted.length - MOST_CLUES)] as number;
  const numbers = new Int32Array(counts.length).fill(-1);
  let kept = 0;
  for (let clue = 0; clue < counts.length; clue++)
    if ((worth[clue] as number) >= least && kept < MOST_CLUES) numbers[clue] = kept++;
  return { numbers, kept };
}

/** Sixteen weights that all others are rounded to: Lloyd's rounds from evenly filled steps, 0 always among them. */
export function chooseSteps(weights: Float32Array): Int32Array {
  const sorted = Float32Array.from(weights).sort();
  let steps = Array.from({ length: STEPS }, (_, at) => {
    const share = (at + 0.5) / STEPS;
    return (sorted[Math.floor(share * sorted.length)] as number) * 1.5;
  });
  for (let round = 0; round < 40; round++) {
    const [sums, sizes] = [new Float64Array(STEPS), new Float64Array(STEPS)];
    for (const weight of sorted) {
      const step = nearest(steps, weight);
      sums[step]! += weight;
      sizes[step]!++;
    }
    steps = steps.map((step, at) =>
      (sizes[at] as number) > 0 ? (sums[at] as number) / (sizes[at] as number) : step,
    );
  }
  steps.sort((a, b) => a - b);
  steps[nearest(steps, 0)] = 0;
  return Int32Array.from(steps, (step) => Math.round(step * UNIT));
}

function nearest(steps: ArrayLike<number>, weight: number): number {
  let best = 0;
  for (let at = 1; at < steps.length; at++)
    if (Math.abs((steps[at] as number) - weight) < Math.abs((steps[best] as number) - weight)) best = at;
  return best;
}

export function buildModel(ids: Int32Array, weights: Weights, lexicon: NameLexicon): NameModel {
  const steps = chooseSteps(weights.clues);
  const mask = 2 ** BUCKET_BITS - 1;
  const order = Int32Array.from(ids, (_, clue) => clue).sort(
    (a, b) => ((ids[a] as number) & mask) - ((ids[b] as number) & mask) || a - b,
  );
  const sizes = new Uint8Array(mask + 1);
  const entries = new Uint32Array(ids.length);
  let count = 0;
  for (const clue of order) {
    const bucket = (ids[clue] as number) & mask;
    if (sizes[bucket] === LARGEST_BUCKET) continue;
    sizes[bucket] = (sizes[bucket] as number) + 1;
    entries[count++] = packEntry(ids[clue] as number, weights.clues.subarray(clue * TYPED), steps);
  }
  const offsets = new Uint32Array(mask + 2);
  for (const [bucket, size] of sizes.entries()) offsets[bucket + 1] = (offsets[bucket] as number) + size;
  process.stderr.write(`${count} clues packed\n`);
  const transitions = Int32Array.from(weights.transitions, (weight, at) => {
    const leaning = at % LABELS > 0 && (at % LABELS) % 2 === 1 ? LEANING : 0;
    return Math.max(-20_000, Math.round((weight + leaning) * UNIT));
  });
  const calibration = Uint8Array.from(CALIBRATION);
  return { entries: entries.subarray(0, count), offsets, steps, transitions, calibration, lexicon };
}

function packEntry(id: number, weights: Float32Array, steps: Int32Array): number {
  let entry = (id >>> 24) << 24;
  for (let label = 0; label < TYPED; label++)
    entry |= nearest(steps, (weights[label] as number) * UNIT) << (4 * label);
  return entry >>> 0;
}

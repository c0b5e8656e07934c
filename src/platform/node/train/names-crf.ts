/**
 * Training of the name tagger's weights: a linear-chain conditional random field by stochastic gradient (AdaGrad,
 * Duchi et al. 2011), with dropped clues as the only regulariser.
 *
 * The naive version keeps strings as clues. Here clues are numbered densely once; a pass over two million words with
 * seventy clues each takes under a minute. Same numbers, same order, same seed: the same weights.
 */
import { LABELS, TYPED } from '../../../entities/recognise/name-model.ts';
import { randomFrom } from './names-sets.ts';

/** Clues of all words one behind the other; word w has clues [firstClue[w], firstClue[w + 1]). */
export interface TrainingWords {
  readonly clues: Int32Array;
  readonly firstClue: Float64Array;
  readonly labels: Uint8Array;
  /** First words of the sentences, and past the last. */
  readonly sentences: Int32Array;
  readonly weights: Float32Array;
}

export interface Weights {
  readonly clues: Float32Array;
  readonly transitions: Float64Array;
}

export interface Course {
  readonly rounds: number;
  readonly rate: number;
  readonly dropped: number;
  readonly seed: number;
  /** Pulls weights to zero: lost from each touched weight a step, as a share of the step. */
  readonly decay: number;
}

/** Transitions that no sequence holds: an inside after anything but its own kind. */
export function isForbidden(last: number, label: number): boolean {
  return label !== 0 && label % 2 === 0 && last !== label && last !== label - 1;
}
const FORBIDDEN = -1e4;
const LONGEST = 401;

export function startWeights(clues: number): Weights {
  const transitions = new Float64Array((LABELS + 1) * LABELS);
  for (let last = 0; last <= LABELS; last++)
    for (let label = 0; label < LABELS; label++)
      if (isForbidden(last, label)) transitions[last * LABELS + label] = FORBIDDEN;
  return { clues: new Float32Array(clues * TYPED), transitions };
}

/** Trains `weights` in place. */
export function train(words: TrainingWords, weights: Weights, course: Course): void {
  const random = randomFrom(course.seed);
  const sums = new Float32Array(weights.clues.length).fill(0.1);
  const moveSums = new Float64Array(weights.transitions.length).fill(1);
  const order = Int32Array.from({ length: words.sentences.length - 1 }, (_, at) => at);
  const work = makeWork();
  for (let round = 0; round < course.rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    let loss = 0;
    for (const sentence of order)
      loss += trainSentence(words, sentence, weights, sums, moveSums, course, random, work);
    process.stderr.write(`round ${round + 1}: loss ${(loss / words.labels.length).toFixed(5)} a word\n`);
  }
}

interface Work {
  readonly odds: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly moves: Float64Array;
  readonly gradient: Float64Array;
  readonly moveGradient: Float64Array;
}

function makeWork(): Work {
  const make = (length = LONGEST * LABELS) => new Float64Array(length);
  return {
    odds: make(),
    forward: make(),
    backward: make(),
    gradient: make(),
    moves: make((LABELS + 1) * LABELS),
    moveGradient: make((LABELS + 1) * LABELS),
  };
}

/** A number for a clue's being dropped from a word this time: cheap, and the same in scoring and updating. */
function isDropped(clue: number, salt: number, limit: number): boolean {
  let mixed = Math.imul(clue ^ salt, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x85ebca6b) >>> 0 < limit;
}

function trainSentence(
  words: TrainingWords,
  sentence: number,
  weights: Weights,
  sums: Float32Array,
  moveSums: Float64Array,
  course: Course,
  random: () => number,
  work: Work,
): number {
  const from = words.sentences[sentence] as number;
  const length = (words.sentences[sentence + 1] as number) - from;
  const salt = Math.floor(random() * 2 ** 31);
  const limit = course.dropped * 2 ** 32;
  const { odds, gradient } = work;
  const scale = 1 / (1 - course.dropped);
  for (let step = 0; step < length; step++) {
    const base = step * LABELS;
    odds.fill(0, base, base + LABELS);
    const end = words.firstClue[from + step + 1] as number;
    for (let at = words.firstClue[from + step] as number; at < end; at++) {
      const clue = words.clues[at] as number;
      if (isDropped(clue + step * 7919, salt, limit)) continue;
      const weight = clue * TYPED;
      for (let label = 0; label < TYPED; label++)
        odds[base + label + 1]! += (weights.clues[weight + label] as number) * scale;
    }
  }
  const loss = computeGradient(words.labels, from, length, weights.transitions, work);
  const share = words.weights[sentence] as number;
  for (let step = 0; step < length; step++) {
    const base = step * LABELS;
    let largest = 0;
    for (let label = 1; label < LABELS; label++)
      largest = Math.max(largest, Math.abs(gradient[base + label] as number));
    if (largest < 0.002) continue;
    const end = words.firstClue[from + step + 1] as number;
    for (let at = words.firstClue[from + step] as number; at < end; at++) {
      const clue = words.clues[at] as number;
      if (isDropped(clue + step * 7919, salt, limit)) continue;
      const weight = clue * TYPED;
      for (let label = 0; label < TYPED; label++) {
        const slope = (gradient[base + label + 1] as number) * share;
        const sum = (sums[weight + label] as number) + slope * slope;
        sums[weight + label] = sum;
        const step = course.rate / Math.sqrt(sum);
        const old = weights.clues[weight + label] as number;
        weights.clues[weight + label] = old + step * (slope - course.decay * old);
      }
    }
  }
  for (let at = 0; at < weights.transitions.length; at++) {
    const slope = (work.moveGradient[at] as number) * share;
    if (slope === 0 || (weights.transitions[at] as number) === FORBIDDEN) continue;
    moveSums[at]! += slope * slope;
    weights.transitions[at]! += (course.rate * slope) / Math.sqrt(moveSums[at] as number);
  }
  return loss;
}

/** Fills work.gradient and work.moveGradient (observed less expected); returns the negative log-likelihood. */
function computeGradient(
  labels: Uint8Array,
  from: number,
  length: number,
  transitions: Float64Array,
  work: Work,
): number {
  const { odds, forward, backward, moves, gradient, moveGradient } = work;
  for (let at = 0; at < transitions.length; at++) moves[at] = Math.exp(transitions[at] as number);
  moveGradient.fill(0);
  let loss = 0;
  let last = LABELS;
  for (let step = 0; step < length; step++) {
    const base = step * LABELS;
    const label = labels[from + step] as number;
    loss -= (odds[base + label] as number) + (transitions[last * LABELS + label] as number);
    moveGradient[last * LABELS + label]! += 1;
    last = label;
    let top = 0;
    for (let other = 0; other < LABELS; other++) top = Math.max(top, odds[base + other] as number);
    let total = 0;
    for (let to = 0; to < LABELS; to++) {
      odds[base + to] = Math.exp((odds[base + to] as number) - top);
      let inflow = step === 0 ? (moves[LABELS * LABELS + to] as number) : 0;
      if (step > 0)
        for (let source = 0; source < LABELS; source++)
          inflow += (forward[base - LABELS + source] as number) * (moves[source * LABELS + to] as number);
      forward[base + to] = inflow * (odds[base + to] as number);
      total += forward[base + to] as number;
    }
    for (let to = 0; to < LABELS; to++) forward[base + to]! /= total;
    loss += Math.log(total) + top;
  }
  backward.fill(1, (length - 1) * LABELS, length * LABELS);
  for (let step = length - 1; step >= 0; step--) {
    const base = step * LABELS;
    let total = 0;
    for (let label = 0; label < LABELS; label++)
      total += (forward[base + label] as number) * (backward[base + label] as number);
    for (let label = 0; label < LABELS; label++) {
      const probability = ((forward[base + label] as number) * (backward[base + label] as number)) / total;
      gradient[base + label] = (labels[from + step] === label ? 1 : 0) - probability;
    }
    if (step === 0) {
      for (let label = 0; label < LABELS; label++)
        moveGradient[LABELS * LABELS + label]! -=
          ((forward[label] as number) * (backward[label] as number)) / total;
      break;
    }
    let sum = 0;
    let flow = 0;
    for (let source = 0; source < LABELS; source++) {
      let outflow = 0;
      for (let label = 0; label < LABELS; label++)
        outflow +=
          (moves[source * LABELS + label] as number) *
          (odds[base + label] as number) *
          (backward[base + label] as number);
      backward[base - LABELS + source] = outflow;
      flow += (forward[base - LABELS + source] as number) * outflow;
      sum += outflow;
    }
    for (let source = 0; source < LABELS; source++)
      for (let label = 0; label < LABELS; label++)
        moveGradient[source * LABELS + label]! -=
          ((forward[base - LABELS + source] as number) *
            (moves[source * LABELS + label] as number) *
            (odds[base + label] as number) *
            (backward[base + label] as number)) /
          flow;
    for (let source = 0; source < LABELS; source++) backward[base - LABELS + source]! /= sum;
  }
  return loss;
}

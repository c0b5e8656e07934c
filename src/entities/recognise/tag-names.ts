/**
 * The best sequence of labels for each sentence, and how probable each name in it is.
 *
 * A linear-chain conditional random field (Lafferty et al. 2001): Viterbi for the labels, forward-backward for the
 * probabilities, the latter only where a name was found. O(words × 49).
 */
import { addWeights, LABELS, type NameModel, TYPED, UNIT } from './name-model.ts';
import { contextClues, MOST_CONTEXT, type ReadText, type Sentence } from './read-text.ts';
import { LOWER, NUMBER, PUNCTUATION, SLOTS, type WordClues } from './word-clues.ts';

/** A word's clues with the sums of their weights: TYPED numbers for each slot. */
export interface WeighedClues extends WordClues {
  readonly sums: Int32Array;
}

export function weighClues(model: NameModel, clues: WordClues): WeighedClues {
  const sums = new Int32Array(SLOTS * TYPED);
  let at = 0;
  for (let slot = 0; slot < SLOTS; slot++)
    for (; at < (clues.ends[slot] as number); at++)
      addWeights(model, clues.ids[at] as number, sums, slot * TYPED);
  return { ...clues, ids: EMPTY, sums };
}
const EMPTY = new Int32Array(0);

/** Words [from, to); `label` is 1 person, 3 organisation, 5 place. */
export interface TaggedName {
  readonly from: number;
  readonly to: number;
  readonly label: number;
  /** [0,1], the tagger's own. */
  readonly probability: number;
}

const context = new Int32Array(MOST_CONTEXT);
/** The word a slot's clues come from, relative to the word judged. */
const SLOT_OFFSETS = [0, 1, 2, -1, -2];

/** Scores of labels 1… for every word, TYPED a word. Whole numbers in 1/64. */
export function scoreWords(model: NameModel, read: ReadText<WeighedClues>, group: number): Int32Array {
  const scores = new Int32Array(read.words.count * TYPED);
  for (const sentence of read.sentences) {
    const near = nearNames(read, sentence);
    for (let at = sentence.from; at < sentence.to; at++) {
      const into = at * TYPED;
      if (near[at - sentence.from] === 0) {
        scores.fill(NONE, into, into + TYPED);
        continue;
      }
      for (let slot = 0; slot < SLOTS; slot++) {
        const place = at + (SLOT_OFFSETS[slot] as number);
        if (place < sentence.from || place >= sentence.to) continue;
        const { sums } = read.clues[place] as WeighedClues;
        for (let label = 0; label < TYPED; label++)
          scores[into + label] = (scores[into + label] as number) + (sums[slot * TYPED + label] as number);
      }
      const count = contextClues(read, sentence, at, group, context);
      for (let clue = 0; clue < count; clue++) addWeights(model, context[clue] as number, scores, into);
    }
  }
  return scores;
}

/** The score of words that are not judged: further than {@link REACH} words from anything a name can hold. */
const NONE = -100 * UNIT;
const REACH = 2;

/** 1 for words that may be of a name: not small, no number or mark, or close to one that is so. */
function nearNames({ clues }: ReadText<WeighedClues>, { from, to }: Sentence): Uint8Array {
  const near = new Uint8Array(to - from);
  for (let at = from; at < to; at++) {
    const { shape } = clues[at] as WeighedClues;
    if (shape === LOWER || shape === PUNCTUATION || shape === NUMBER) continue;
    near.fill(1, Math.max(0, at - from - REACH), at - from + REACH + 1);
  }
  return near;
}

/** Names of all sentences in order. `scores` as of {@link scoreWords}. */
export function decodeNames(
  model: NameModel,
  sentences: readonly Sentence[],
  scores: Int32Array,
): TaggedName[] {
  const names: TaggedName[] = [];
  const labels = new Uint8Array(scores.length / TYPED);
  for (const sentence of sentences) {
    for (let from = sentence.from; from < sentence.to; from++) {
      if (scores[from * TYPED] === NONE) continue;
      let to = from + 1;
      while (to < sentence.to && scores[to * TYPED] !== NONE) to++;
      decodeStretch(model, scores, { from, to, opens: from === sentence.from }, labels, names);
      from = to;
    }
  }
  return names;
}

/** Words that are judged one after the other; `opens`: from the sentence's start. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly opens: boolean;
}

function decodeStretch(
  { transitions }: NameModel,
  scores: Int32Array,
  stretch: Stretch,
  labels: Uint8Array,
  names: TaggedName[],
): void {
  const { from, to } = stretch;
  if (!mayHoldName(scores, from, to)) return;
  viterbi(transitions, scores, stretch, labels);
  const found = spansOf(labels, from, to);
  if (found.length === 0) return;
  const marginals = forwardBackward(transitions, scores, stretch);
  for (const span of found) {
    let probability = 1;
    for (let at = span.from; at < span.to; at++)
      probability = Math.min(probability, marginals[(at - from) * LABELS + (labels[at] as number)] as number);
    names.push({ ...span, probability });
  }
}

/** The row of transitions into a stretch: from the sentence's start, else from no name. */
const startRow = ({ opens }: Stretch) => (opens ? LABELS * LABELS : 0);

/** No transition gives more than this, so a sentence whose scores all lie lower has no name. */
const SURELY_NONE = -8 * UNIT;

function mayHoldName(scores: Int32Array, from: number, to: number): boolean {
  for (let at = from * TYPED; at < to * TYPED; at++) if ((scores[at] as number) > SURELY_NONE) return true;
  return false;
}

const scoreOf = (scores: Int32Array, at: number, label: number) =>
  label === 0 ? 0 : (scores[at * TYPED + label - 1] as number);

function viterbi(transitions: Int32Array, scores: Int32Array, stretch: Stretch, labels: Uint8Array): void {
  const { from, to } = stretch;
  const start = startRow(stretch);
  const length = to - from;
  const back = new Uint8Array(length * LABELS);
  let previous = new Int32Array(LABELS);
  let current = new Int32Array(LABELS);
  for (let label = 0; label < LABELS; label++)
    previous[label] = (transitions[start + label] as number) + scoreOf(scores, from, label);
  for (let step = 1; step < length; step++) {
    for (let label = 0; label < LABELS; label++) {
      let best = -2_000_000_000;
      let source = 0;
      for (let last = 0; last < LABELS; last++) {
        const value = (previous[last] as number) + (transitions[last * LABELS + label] as number);
        if (value > best) {
          best = value;
          source = last;
        }
      }
      back[step * LABELS + label] = source;
      current[label] = best + scoreOf(scores, from + step, label);
    }
    [previous, current] = [current, previous];
  }
  let label = 0;
  for (let other = 1; other < LABELS; other++)
    if ((previous[other] as number) > (previous[label] as number)) label = other;
  for (let step = length - 1; step >= 0; step--) {
    labels[from + step] = label;
    label = back[step * LABELS + label] as number;
  }
}

function spansOf(labels: Uint8Array, from: number, to: number): Omit<TaggedName, 'probability'>[] {
  const spans: Omit<TaggedName, 'probability'>[] = [];
  for (let at = from; at < to; at++) {
    const label = labels[at] as number;
    if (label === 0) continue;
    const begin = label % 2 === 1 ? label : label - 1;
    let end = at + 1;
    while (end < to && labels[end] === begin + 1) end++;
    spans.push({ from: at, to: end, label: begin });
    at = end - 1;
  }
  return spans;
}

const moveTables = new WeakMap<Int32Array, Float64Array>();

function movesOf(transitions: Int32Array): Float64Array {
  let moves = moveTables.get(transitions);
  if (moves === undefined) {
    moves = Float64Array.from(transitions, (weight) => Math.exp(weight / UNIT));
    moveTables.set(transitions, moves);
  }
  return moves;
}

/** Probability of each label of each word. Works on exponentials scaled word by word, so that none under- or overflows. */
function forwardBackward(transitions: Int32Array, scores: Int32Array, stretch: Stretch): Float64Array {
  const { from, to } = stretch;
  const start = startRow(stretch);
  const length = to - from;
  const odds = new Float64Array(length * LABELS);
  const moves = movesOf(transitions);
  const forward = new Float64Array(length * LABELS);
  for (let step = 0; step < length; step++) {
    let top = 0;
    for (let label = 1; label < LABELS; label++) top = Math.max(top, scoreOf(scores, from + step, label));
    let total = 0;
    for (let label = 0; label < LABELS; label++) {
      const odd = Math.exp((scoreOf(scores, from + step, label) - top) / UNIT);
      odds[step * LABELS + label] = odd;
      let inflow = step === 0 ? (moves[start + label] as number) : 0;
      if (step > 0)
        for (let last = 0; last < LABELS; last++)
          inflow +=
            (forward[(step - 1) * LABELS + last] as number) * (moves[last * LABELS + label] as number);
      forward[step * LABELS + label] = inflow * odd;
      total += inflow * odd;
    }
    for (let label = 0; label < LABELS; label++) forward[step * LABELS + label]! /= total;
  }
  let behind = new Float64Array(LABELS).fill(1);
  for (let step = length - 1; step >= 0; step--) {
    const next = new Float64Array(LABELS);
    let total = 0;
    for (let label = 0; label < LABELS; label++) {
      forward[step * LABELS + label]! *= behind[label] as number;
      total += forward[step * LABELS + label] as number;
    }
    for (let label = 0; label < LABELS; label++) forward[step * LABELS + label]! /= total;
    let sum = 0;
    for (let last = 0; last < LABELS; last++) {
      for (let label = 0; label < LABELS; label++)
        next[last]! +=
          (moves[last * LABELS + label] as number) *
          (odds[step * LABELS + label] as number) *
          (behind[label] as number);
      sum += next[last] as number;
    }
    for (let last = 0; last < LABELS; last++) next[last]! /= sum;
    behind = next;
  }
  return forward;
}

/**
 * Which words of two names belong together. The naive version compares word by word in order and fails at order,
 * middle names and spacing. Here all pairs are compared, neighbours also joined (Patr ushev, Jong un), and the best
 * fitting pairs are taken first. O(words² × letters²), at most 24 words a name.
 */
import { acrossScripts, compareWords, type WordMatch } from './compare-words.ts';
import type { NameWord } from './name-parts.ts';

interface AlignedPair {
  /** Indices of the left and right words, ascending; one side may have several. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly match: WordMatch;
}

export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  /** Words of either name that have no partner. */
  readonly restLeft: readonly NameWord[];
  readonly restRight: readonly NameWord[];
}

/** Two or three words written as one; four are none that was ever seen. */
const MOST_JOINED = 3;
/** Joined words must fit this well (slips): joining offers many chances. */
const JOINED_SLIPS = 0.7;

function joinedWord(words: readonly NameWord[]): NameWord {
  const first = words[0] as NameWord;
  const text = words.map((word) => word.text).join('');
  const written = words.map((word) => word.written).join('');
  return { ...first, text, written, forms: [text], isInitial: false, isNumber: false, isParticle: false };
}

/** Why two words far apart in their names are a worse pair: at most a tenth of a slip. */
function distance(left: readonly number[], right: readonly number[], many: number): number {
  return (0.1 * Math.abs(left[0]! - right[0]!)) / many;
}

export function alignWords(left: readonly NameWord[], right: readonly NameWord[]): Alignment {
  const many = Math.max(left.length, right.length, 1);
  const candidates: (AlignedPair & { cost: number })[] = [];
  const offer = (from: number[], to: number[], match: WordMatch, extra: number) => {
    if (Number.isFinite(match.slips))
      candidates.push({ left: from, right: to, match, cost: match.slips + extra + distance(from, to, many) });
  };
  for (const [i, a] of left.entries()) {
    for (const [j, b] of right.entries()) {
      offer([i], [j], compareWords(a, b), partnerPenalty(a, b));
      for (let many = 2; many <= MOST_JOINED; many++) {
        offerJoined(left, i, right, j, many, offer);
        offerJoined(right, j, left, i, many, (from, to, match, extra) => offer(to, from, match, extra));
      }
    }
  }
  candidates.sort((a, b) => a.cost - b.cost);
  return take(candidates, left, right);
}

/** A particle goes with a particle, an initial with the word it is of only if no full word fits. */
function partnerPenalty(a: NameWord, b: NameWord): number {
  return (a.isParticle !== b.isParticle ? 0.5 : 0) + (a.isKinship !== b.isKinship ? 0.5 : 0);
}

type Offer = (from: number[], to: number[], match: WordMatch, extra: number) => void;

function offerJoined(
  words: readonly NameWord[],
  at: number,
  others: readonly NameWord[],
  otherAt: number,
  many: number,
  offer: Offer,
): void {
  const run = words.slice(at, at + many);
  const other = others[otherAt] as NameWord;
  if (run.length < many || other.isNumber || other.isInitial || run.every((word) => word.isParticle)) return;
  const joined = joinedWord(run);
  const lengths = joined.text.length / other.text.length;
  const sameScript = joined.script === other.script;
  // Cheap tests first: most runs are far too long or too short.
  if (sameScript && (lengths > 1.4 || lengths < 0.7)) return;
  const match = sameScript
    ? compareWords(joined, other)
    : acrossScripts(joined.text, joined.script, other.text, other.script);
  const from = run.map((_, offset) => at + offset);
  if (match.slips <= JOINED_SLIPS) offer(from, [otherAt], match, run.length > 2 ? 0.15 : 0.1);
}

function take(
  candidates: readonly AlignedPair[],
  left: readonly NameWord[],
  right: readonly NameWord[],
): Alignment {
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs: AlignedPair[] = [];
  for (const pair of candidates) {
    if (pair.left.some((i) => usedLeft.has(i)) || pair.right.some((j) => usedRight.has(j))) continue;
    for (const i of pair.left) usedLeft.add(i);
    for (const j of pair.right) usedRight.add(j);
    pairs.push({ left: pair.left, right: pair.right, match: pair.match });
  }
  pairs.sort((a, b) => a.left[0]! - b.left[0]!);
  return {
    pairs,
    restLeft: left.filter((_, i) => !usedLeft.has(i)),
    restRight: right.filter((_, j) => !usedRight.has(j)),
  };
}

/** Pairs whose order differs between the names, counted as neighbours out of order. */
export function countSwaps({ pairs }: Alignment): number {
  let swaps = 0;
  for (let at = 1; at < pairs.length; at++) if (pairs[at]!.right[0]! < pairs[at - 1]!.right[0]!) swaps++;
  return swaps;
}

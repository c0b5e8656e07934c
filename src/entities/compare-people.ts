/**
 * Are two names of people one person's? Evidence is added up as log-odds: words that agree, words only one name has,
 * slips, order. The naive version asks how many letters agree, and then Barack and Michelle Obama are nearly one.
 * Here one word on each side without a partner settles it: they are two people. Weights were set by hand on the tuning
 * half of name_bench and on pairs written for the project; the scale is the calibration curve of tests/eval/compare.ts.
 */
import { type Alignment, alignWords, countSwaps } from './compare-align.ts';
import { letterDistance } from './compare-letters.ts';
import { type CompareCode, type Comparison, verdict } from './compare-reasons.ts';
import { acrossScripts, CERTAIN_SLIPS, isNearMiss, isShortSlip } from './compare-words.ts';
import type { NameParts, NameWord } from './name-parts.ts';
import { HONORIFICS } from './name-parts-words.ts';

/** Log-odds of two full names whose words all agree exactly. */
const AGREE = 4;
/** A slip; a second slipping word is more than twice as bad: two errors in one name are rare, two people are not. */
const PER_SLIP = -2.2;
const SECOND_SLIP = -2;
/** Of words this long hardly two people have two that are each one letter apart. */
const LONG_WORD = 6;
const LONG_SECOND_SLIP = 0.8;
/** A middle name or father's name that only one side gives; four such words are a longer name of another kind. */
const PER_MISSING = -1.1;
/** More missing words than these beside as few that agree: a name that merely begins and ends alike. */
const MOST_MISSING = 2;
const MANY_MISSING = -1.2;
const MISSING_INITIAL = -0.6;
const SWAPPED = -1.6;
const SWAPPED_LATER = -4.5;
/** A word nearly the other, beside words that agree: likelier than not, too little to merge two names unseen. */
const NEAR_MISS = 0.8;
/** From this many slips on a word counts as mistyped, not as spelled otherwise. */
const IS_SLIP = 0.6;

/** Words that agree beside which a slip in a short word is a slip: two, and not both as short. */
const WELL_KEPT = 2;

interface Evidence {
  readonly fullWords: number;
  readonly initials: number;
  readonly slips: number;
  readonly slipped: number;
  /** Letters of the shortest word that slipped. */
  readonly shortestSlipped: number;
  /** Letters of the longest word that agrees. */
  readonly longest: number;
  readonly codes: ReadonlySet<CompareCode>;
}

export function comparePeople(left: NameParts, right: NameParts): Comparison {
  const generations = compareGenerations(left, right);
  if (generations) return generations;
  const whole = compareUnspaced(left.words, right.words);
  const byWords = judge(left, right, alignWords(left.words, right.words));
  const best = whole && whole.score > byWords.score ? whole : byWords;
  return best.same || !(left.apart || right.apart) ? best : compareApart(left, right, best);
}

/** Abdul Saifullah Tokhi against Saifullah Tokhi: Abdul is a word that one side lacks. */
function compareApart(left: NameParts, right: NameParts, joined: Comparison): Comparison {
  const [a, b] = [left, right].map((parts) => ({ ...parts, words: parts.apart ?? parts.words }));
  const apart = judge(a!, b!, alignWords(a!.words, b!.words));
  return apart.score > joined.score ? apart : joined;
}

function compareGenerations(left: NameParts, right: NameParts): Comparison | null {
  if (left.generation === right.generation) return null;
  const known = left.generation !== null && right.generation !== null;
  return verdict(known ? -4 : -0.8, 'other-number', `${left.generation ?? '—'} / ${right.generation ?? '—'}`);
}

const UNSPACED = new Set(['han', 'hangul', 'kana']);

/** 김정은 against Kim Jong-un, or Jong-un Kim: the one side has no spaces to go by. */
function compareUnspaced(left: readonly NameWord[], right: readonly NameWord[]): Comparison | null {
  const [one, many] = left.length === 1 ? [left[0]!, right] : [right[0]!, left];
  if (Math.min(left.length, right.length) !== 1 || many.length < 2 || many.length > 4) return null;
  if (!UNSPACED.has(one.script) || many.some((word) => word.script === one.script)) return null;
  let slips = Number.POSITIVE_INFINITY;
  for (let first = 0; first < many.length; first++) {
    const turned = [...many.slice(first), ...many.slice(0, first)].map((word) => word.text).join('');
    const script = many[0]!.script;
    slips = Math.min(slips, acrossScripts(one.text, one.script, turned, script).slips);
  }
  return slips <= CERTAIN_SLIPS ? verdict(AGREE - 3.5 * slips, 'script') : null;
}

function isName(word: NameWord): boolean {
  return !(word.isParticle || word.isKinship);
}

/** Words without a partner that are names. */
function unmatched(rest: readonly NameWord[]): NameWord[] {
  return rest.filter((word) => isName(word) && !HONORIFICS.has(word.text));
}

/** The same without repetitions of a word that has a partner (Sergey Sergey Orlov), but Abd may stand twice. */
function withoutRepeated(rest: readonly NameWord[], all: readonly NameWord[]): NameWord[] {
  const isRepeated = ({ text }: NameWord) => all.filter((other) => other.text === text).length > 1;
  return rest.filter((word) => word.text.startsWith('abd') || !isRepeated(word));
}

function gather(left: NameParts, right: NameParts, { pairs }: Alignment): Evidence {
  const codes = new Set<CompareCode>();
  let [fullWords, initials, slips, slipped, longest] = [0, 0, 0, 0, 0];
  let shortestSlipped = Number.POSITIVE_INFINITY;
  for (const { left: from, right: to, match } of pairs) {
    const words = [...from.map((i) => left.words[i]!), ...to.map((j) => right.words[j]!)];
    if (!words.some(isName)) continue;
    if (match.why === 'initial') initials++;
    else fullWords++;
    if (match.why === 'initial') codes.add('initials');
    else if (match.why !== 'exact' && match.why !== 'different') codes.add(match.why);
    slips += match.slips;
    const length = Math.min(...words.map((word) => word.text.length));
    longest = Math.max(longest, length);
    if (match.slips < IS_SLIP || match.why !== 'slip') continue;
    slipped++;
    shortestSlipped = Math.min(shortestSlipped, length);
  }
  return { fullWords, initials, slips, slipped, shortestSlipped, longest, codes };
}

function judge(left: NameParts, right: NameParts, alignment: Alignment): Comparison {
  const evidence = gather(left, right, alignment);
  const [allLeft, allRight] = [unmatched(alignment.restLeft), unmatched(alignment.restRight)];
  // Chun-hung Chun and Chun-hung Lam: where both sides have a word over, neither is a mere repetition.
  const isOneSided = allLeft.length === 0 || allRight.length === 0;
  const restLeft = isOneSided ? withoutRepeated(allLeft, left.words) : allLeft;
  const restRight = isOneSided ? withoutRepeated(allRight, right.words) : allRight;
  const detail = (words: readonly NameWord[]) => words.map((word) => word.written).join(' ');
  if (isMisspelled(restLeft, restRight, evidence))
    return verdict(NEAR_MISS, 'slip', `${detail(restLeft)} / ${detail(restRight)}`);
  if (restLeft.length > 0 && restRight.length > 0)
    return verdict(
      otherWordOdds(restLeft, restRight, evidence),
      'other-words',
      `${detail(restLeft)} / ${detail(restRight)}`,
    );
  if (evidence.fullWords === 0) return verdict(evidence.initials > 1 ? -1 : -4, 'other-words');
  const rest = [...restLeft, ...restRight];
  const others = rest.filter((word) => !word.isInitial).length;
  if (evidence.fullWords + evidence.initials === 1 && others > 0) return onePart(left, right, evidence, rest);
  if (initialsDiffer(left, right, rest)) return verdict(-1.5, 'other-words', detail(rest));
  return weigh(left, right, alignment, evidence, rest);
}

/** Everything else agrees, and the one odd word is nearly the other. */
function isMisspelled(left: readonly NameWord[], right: readonly NameWord[], evidence: Evidence): boolean {
  const [a, b] = [left[0], right[0]];
  if (!a || !b || left.length + right.length > 2) return false;
  if (evidence.fullWords === 0 || evidence.slips >= 0.3) return false;
  return isNearMiss(a, b) || (evidence.fullWords >= WELL_KEPT && evidence.longest >= 5 && isShortSlip(a, b));
}

/** Two people; but one odd word each that nearly agrees may be a bad misspelling: one in four is. */
function otherWordOdds(left: readonly NameWord[], right: readonly NameWord[], evidence: Evidence): number {
  const [a, b] = [left[0]!, right[0]!];
  if (evidence.fullWords === 0) return -5;
  if (left.length + right.length > 2 || a.script !== b.script) return -3.5;
  const apart =
    letterDistance(a.text.slice(0, 32), b.text.slice(0, 32)) / Math.max(a.text.length, b.text.length);
  return apart <= 0.4 ? -1.1 : -2.5;
}

/** George W. and George H. W.: both have initials, and not the same ones. */
function initialsDiffer(left: NameParts, right: NameParts, rest: readonly NameWord[]): boolean {
  const has = (parts: NameParts) => parts.words.some((word) => word.isInitial);
  return rest.some((word) => word.isInitial) && has(left) && has(right);
}

/** A surname or given name alone: it fits, but fits others too. */
function onePart(
  left: NameParts,
  right: NameParts,
  evidence: Evidence,
  rest: readonly NameWord[],
): Comparison {
  const long = left.words.length > right.words.length ? left : right;
  const isFamilyName = rest.every((word) => word.at < Math.max(...long.words.map(({ at }) => at)));
  const odds = (isFamilyName ? -0.5 : -1.5) - 2 * evidence.slips;
  return verdict(odds, 'surname-only', rest.map((word) => word.written).join(' '));
}

function weigh(
  left: NameParts,
  right: NameParts,
  alignment: Alignment,
  evidence: Evidence,
  rest: readonly NameWord[],
): Comparison {
  const codes = new Set(evidence.codes);
  let odds = AGREE + PER_SLIP * evidence.slips + secondSlipOdds(evidence);
  const missing = rest.filter((word) => !word.isInitial).length;
  odds += PER_MISSING * missing + MISSING_INITIAL * (rest.length - missing);
  if (missing > MOST_MISSING && evidence.fullWords <= MOST_MISSING) odds += MANY_MISSING;
  if (rest.length > 0) codes.add('short-form');
  if (evidence.fullWords === 1) odds -= oneWordLess(evidence);
  if (evidence.fullWords === 1 && evidence.codes.has('script') && evidence.slips > CERTAIN_SLIPS) odds -= 3;
  const swaps = countSwaps(alignment);
  if (swaps > 0) {
    codes.add('order');
    odds += swapOdds(left, right, alignment, swaps);
  }
  return verdict(odds, mainCode(codes));
}

function secondSlipOdds({ slipped, shortestSlipped }: Evidence): number {
  if (slipped < 2) return 0;
  return slipped === 2 && shortestSlipped >= LONG_WORD ? LONG_SECOND_SLIP : SECOND_SLIP;
}

/** A single word has less to go by: an initial stands for many names, a slip makes another word. */
function oneWordLess({ initials, slipped, codes }: Evidence): number {
  return (initials > 0 ? 1.6 : 0.5) + (slipped > 0 ? 1.2 : 0) + (codes.has('nickname') ? 3 : 0);
}

/** Ahmed Salem Hassan and Ahmed Hassan Salem: father and grandfather the other way round; a family name first moves to an end. */
function isLaterTwoSwapped({ pairs, restLeft, restRight }: Alignment): boolean {
  if (pairs.length !== 3 || restLeft.length + restRight.length > 0) return false;
  return pairs.map(({ right }) => right[0]).join() === '0,2,1';
}

function swapOdds(left: NameParts, right: NameParts, alignment: Alignment, swaps: number): number {
  const isKin = (parts: NameParts) => parts.words.some((word) => word.isKinship);
  // Omar bin Abdullah is the father of Abdullah bin Omar, or his son.
  if (isKin(left) && isKin(right) && swaps > 0) return left.isTurned || right.isTurned ? SWAPPED : -5;
  if (isLaterTwoSwapped(alignment)) return SWAPPED_LATER;
  return left.isTurned !== right.isTurned ? SWAPPED * 0.5 : SWAPPED * Math.min(2, swaps);
}

/** The reason that says most about the difference a reader sees. */
const TELLING: readonly CompareCode[] = [
  ...(['slip', 'nickname', 'script', 'initials', 'short-form', 'order', 'spelling'] as const),
];

function mainCode(codes: ReadonlySet<CompareCode>): CompareCode {
  return TELLING.find((code) => codes.has(code)) ?? 'identical';
}

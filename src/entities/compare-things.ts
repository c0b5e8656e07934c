/**
 * Are two names of organisations, places or events the same? Words that only tell the kind (bank, city, operation)
 * weigh little when one name has them and the other lacks them, but Gaza City is not Gaza Strip. Numbers must agree:
 * the 2019 storm is not the 2020 storm. The naive version, edit distance, finds both nearly equal.
 */
import { isAcronymOf } from './compare-acronyms.ts';
import { type Alignment, alignWords, countSwaps } from './compare-align.ts';
import { areBothKnown } from './compare-known.ts';
import { type CompareCode, type Comparison, verdict } from './compare-reasons.ts';
import { CERTAIN_SLIPS, isNearMiss, isShortSlip } from './compare-words.ts';
import type { NameParts, NameType, NameWord } from './name-parts.ts';
import {
  DAUGHTER_WORDS,
  EVENT_WORDS,
  ORGANIZATION_WORDS,
  PLACE_WORDS,
  SMALL_WORDS,
} from './name-parts-words.ts';

export type ThingType = Exclude<NameType, 'person'>;

const AGREE = 4;
const PER_SLIP = -2.4;
/** Two words mistyped in one name are two names. */
const SECOND_SLIP = -3;
/** A word nearly the other, beside words that agree: likelier than not, too little to merge two names unseen. */
const NEAR_MISS = 0.8;
/** A name of one word with two letters wrong needs this many to be known again. */
const LONE_LENGTH = 9;
/** What one side says in brackets is a remark: a branch, a former name. */
const ASIDE_MISSING = -2.6;
/** A kind word one side lacks (The Sudan Airlines Company); a word of its own one side lacks (… Mexico). */
const KIND_MISSING = -1;
const WORD_MISSING = -4.6;
/** "Strip" missing is another place more often than not; "Republic of" is not. */
const PLACE_KIND_MISSING = -4.6;
const HARMLESS_PLACE_WORDS = new Set([
  'republic',
  'kingdom',
  'state',
  'river',
  'mount',
  'commonwealth',
  'республика',
]);

const KIND_WORDS: Readonly<Record<ThingType, ReadonlySet<string>>> = {
  organization: ORGANIZATION_WORDS,
  place: PLACE_WORDS,
  event: EVENT_WORDS,
};

export function compareThings(left: NameParts, right: NameParts, type: ThingType): Comparison {
  const numbers = compareNumbers(left, right);
  if (numbers) return numbers;
  if (isAcronymOf(left, right) || isAcronymOf(right, left)) return verdict(1.8, 'acronym');
  const alignment = alignWords(left.words, right.words);
  const told = (word: NameWord) => !SMALL_WORDS.has(word.text) && !word.isParticle;
  const restLeft = alignment.restLeft.filter(told);
  const restRight = alignment.restRight.filter(told);
  if (type === 'event' && isOtherNamesake(alignment, left, right))
    return otherWords(restLeft, restRight, type);
  if (type !== 'place' && isMisspelled(restLeft, restRight, alignment, left.words))
    return verdict(NEAR_MISS, 'slip');
  if (restLeft.length > 0 && restRight.length > 0) return otherWords(restLeft, restRight, type);
  return weigh(left, right, alignment, [...restLeft, ...restRight], type);
}

/** Storms are named by alphabet: Maria is another than Marie, though a person may be both. */
function isOtherNamesake({ pairs }: Alignment, left: NameParts, right: NameParts): boolean {
  return pairs.some(({ left: from, right: to }) => {
    const [a, b] = [left.words[from[0]!]!.text, right.words[to[0]!]!.text];
    return a !== b && areBothKnown(a, b);
  });
}

/** One odd word each, nearly the same, and others that agree exactly: for a short word two that are no mere kind. */
function isMisspelled(
  left: readonly NameWord[],
  right: readonly NameWord[],
  { pairs }: Alignment,
  words: readonly NameWord[],
): boolean {
  const [a, b] = [left[0], right[0]];
  if (!a || !b || left.length + right.length > 2 || pairs.some(({ match }) => match.slips > 0)) return false;
  if (pairs.length === 0) return a.text.length >= LONE_LENGTH && isNearMiss(a, b);
  if (isNearMiss(a, b)) return true;
  if (a.isCapitals || b.isCapitals || !isShortSlip(a, b)) return false;
  return pairs.filter(({ left: [at] }) => isTelling(words[at!]!, 'organization')).length >= 2;
}

function compareNumbers(left: NameParts, right: NameParts): Comparison | null {
  const numbersOf = (parts: NameParts) =>
    parts.words.filter((word) => word.isNumber).map((word) => word.text);
  const [a, b] = [numbersOf(left), numbersOf(right)];
  if ([...a].sort().join(' ') === [...b].sort().join(' ')) return null;
  const detail = `${a.join(' ') || '—'} / ${b.join(' ') || '—'}`;
  return verdict(a.length > 0 && b.length > 0 ? -4 : -0.9, 'other-number', detail);
}

function otherWords(left: readonly NameWord[], right: readonly NameWord[], type: ThingType): Comparison {
  const kinds = [...left, ...right].every((word) => KIND_WORDS[type].has(word.text));
  const detail = [left, right].map((words) => words.map((word) => word.written).join(' ')).join(' / ');
  return verdict(kinds ? -2 : -4, kinds ? 'other-kind' : 'other-words', detail);
}

function missingOdds(word: NameWord, type: ThingType): number {
  if (!KIND_WORDS[type].has(word.text) || DAUGHTER_WORDS.has(word.text)) return WORD_MISSING;
  if (type === 'place' && !HARMLESS_PLACE_WORDS.has(word.text)) return PLACE_KIND_MISSING;
  return KIND_MISSING;
}

function weigh(
  left: NameParts,
  right: NameParts,
  alignment: Alignment,
  rest: readonly NameWord[],
  type: ThingType,
): Comparison {
  const codes = new Set<CompareCode>();
  let [odds, slipped, telling, doubtful] = [AGREE, 0, 0, 0];
  for (const { left: from, match } of alignment.pairs) {
    odds += PER_SLIP * match.slips;
    if (match.why === 'slip' && match.slips >= 0.6) slipped++;
    if (match.why === 'script' && match.slips > CERTAIN_SLIPS) doubtful++;
    if (match.why === 'initial') codes.add('initials');
    else if (match.why !== 'exact' && match.why !== 'different') codes.add(match.why);
    if (from.some((i) => isTelling(left.words[i]!, type))) telling++;
  }
  if (alignment.pairs.length === 0) return verdict(-4, 'other-words');
  if (slipped > 1) odds += SECOND_SLIP;
  // Nothing surer stands beside the words that hardly fit.
  if (doubtful > 0 && telling <= doubtful) odds -= 3;
  // Only "Bank" and "of" agree.
  if (telling === 0 && rest.length > 0) odds -= 3;
  for (const word of rest) odds += Math.max(missingOdds(word, type), word.isAside ? ASIDE_MISSING : -9);
  if (rest.length > 0) codes.add('short-form');
  if (countSwaps(alignment) > 0) {
    codes.add('order');
    odds -= 0.8;
  }
  const legal = compareLegalForms(left, right);
  if (legal === 'other' && codes.size === 0) return verdict(-0.3, 'other-legal-form');
  if (legal === 'other') odds -= 2;
  if (legal === 'missing') codes.add('legal-form');
  return verdict(odds, mainCode(codes, rest.length > 0 && odds < 0));
}

function isTelling(word: NameWord, type: ThingType): boolean {
  return !KIND_WORDS[type].has(word.text) && !SMALL_WORDS.has(word.text) && !word.isParticle;
}

function compareLegalForms(left: NameParts, right: NameParts): 'same' | 'missing' | 'other' {
  const known = (parts: NameParts) => parts.legalForms.filter((form) => form !== 'company');
  const [a, b] = [known(left), known(right)];
  if (a.length === 0 || b.length === 0)
    return left.legalForms.length === right.legalForms.length ? 'same' : 'missing';
  return a.some((form) => b.includes(form)) ? 'same' : 'other';
}

const TELLING: readonly CompareCode[] = [
  ...(['slip', 'script', 'short-form', 'nickname', 'initials', 'order', 'spelling', 'legal-form'] as const),
];

function mainCode(codes: ReadonlySet<CompareCode>, isOther: boolean): CompareCode {
  if (isOther) return 'other-words';
  return TELLING.find((code) => codes.has(code)) ?? 'identical';
}

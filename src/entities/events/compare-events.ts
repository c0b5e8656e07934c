/**
 * Are these two the same event? Kind, place, time and participants together, with a calibrated score and a reason.
 *
 * The naive version compares the words that tell: F1 .46 on ECB+ dev, where each topic holds a look-alike. Here a
 * contradiction decides against (event-arguments.ts), and what the two articles report at large speaks along with the
 * sentence. Weights are learned on ECB+ training topics (event-weights.ts). O(participants²), some 20 µs.
 */
import {
  compareNumbers,
  compareParticipants,
  comparePlaces,
  compareTimes,
  isSameParty,
  type LiesIn,
  type Part,
  type PartVerdict,
} from './event-arguments.ts';
import type { EventMention } from './event-mention.ts';
import { compareRoots } from './event-roots.ts';
import { areNear, type EventType } from './event-type.ts';
import { MENTION_WEIGHTS } from './event-weights.ts';

/** What is known beside the two mentions. */
export interface EventEvidence {
  /** Probability that both articles report the same happening (compareTraits); null when they are not at hand. */
  readonly articles: number | null;
  /** Whether the archive's articles group together (groupArticles); null when not grouped. */
  readonly isSameGroup: boolean | null;
  readonly liesIn: LiesIn;
}

export const NO_EVIDENCE: EventEvidence = { articles: null, isSameGroup: null, liesIn: () => false };

export interface EventComparison {
  readonly same: boolean;
  /** Probability that both mean one event. */
  readonly score: number;
  /** For the reader: "the same kind of event (storm), the same place (Bergen), another time (2019-02, 2021-02)". */
  readonly why: string;
  /** Parts that speak for one event. */
  readonly agreeing: readonly Part[];
}

const THRESHOLD = 0.5;
/** A contradiction as strong as another day or other sides leaves no room, whatever else agrees. */
const DECIDING = -3;
/** Beyond this all arguments together are as sure as they get. */
const SUREST = 5;
/**
 * Log-odds where no articles are at hand: what the words of the kind are worth beside the arguments. Set so that kind
 * and place alone, or kind and year, stay below even: every look-alike has those.
 */
const ALONE = { prior: -2.9, sameRoot: 1, family: 0.8, sameType: 0.6, near: -0.5, unrelated: -4 } as const;

/** The answer does not depend on which comes first. */
export function compareEvents(
  a: EventMention,
  b: EventMention,
  evidence: EventEvidence = NO_EVIDENCE,
): EventComparison {
  const parts = partsOf(a, b, evidence.liesIn);
  const odds =
    evidence.articles === null ? oddsAlone(a, b, parts) : oddsOf(eventFeatures(a, b, evidence, parts));
  const against = parts.reduce((sum, part) => sum + contradiction(part, a, b, evidence), 0);
  const score =
    Math.round(1000 / (1 + Math.exp(-(Math.min(odds, against <= DECIDING ? 2 : odds) + against)))) / 1000;
  const agreeing = parts.flatMap(({ part, odds: own }) => (own > 0 ? part : []));
  return { same: score >= THRESHOLD, score, why: reasonOf(a, b, parts, evidence), agreeing };
}

/**
 * Log-odds of a part that decides against, else 0. Two places known by name alone may lie in one another ("Wasilla",
 * "Alaska"): then articles about one happening take the edge off.
 */
function contradiction(
  { part, odds }: PartVerdict,
  a: EventMention,
  b: EventMention,
  { articles }: EventEvidence,
): number {
  if (odds > DECIDING) return 0;
  const isByName = part === 'place' && !(a.where?.entityId && b.where?.entityId);
  return isByName && articles !== null ? odds * (1 - articles) ** 2 : odds;
}

function partsOf(a: EventMention, b: EventMention, liesIn: LiesIn): PartVerdict[] {
  return [
    comparePlaces(a.where, b.where, liesIn),
    compareTimes(a, b),
    compareParticipants(a, b),
    compareNumbers(a, b),
  ].filter((part) => part !== null);
}

/** The features that weights are learned for, in their order; each in [-1,1]. */
export function eventFeatures(
  a: EventMention,
  b: EventMention,
  evidence: EventEvidence,
  parts: readonly PartVerdict[] = partsOf(a, b, evidence.liesIn),
): number[] {
  const argued = argue(parts);
  const happening = evidence.articles ?? 0.5;
  const grouped = evidence.isSameGroup === null ? happening : Number(evidence.isSameGroup);
  const root = compareRoots(a.root, b.root);
  const [isSameRoot, isFamily] = [Number(root === 1), Number(root > 0 && root < 1)];
  const kind = kinship(a.type, b.type);
  const [isSameType, isNear, isOther] = [kind === 'same', kind === 'near', kind === 'other'].map(Number) as [
    number,
    number,
    number,
  ];
  const isStatement = Number(a.type === 'statement' && b.type === 'statement');
  const context = overlap(a.nearby, b.nearby);
  const crossed = Number(root < 1) * Math.max(crossing(a, b), crossing(b, a));
  const told = Math.max(isSameRoot, 0.8 * isFamily, 0.6 * isSameType, 0.3 * isNear);
  const names = parts.find(({ part }) => part === 'participants')?.odds ?? 0;
  return [
    1,
    isSameRoot,
    isFamily,
    isSameType,
    isNear,
    isOther,
    happening,
    grouped,
    isSameRoot * grouped,
    isFamily * grouped,
    isSameType * grouped,
    isNear * grouped,
    told * happening,
    isStatement,
    isStatement * isSameRoot,
    (isStatement * names) / SUREST,
    argued / SUREST,
    (told * argued) / SUREST,
    context,
    context * told,
    context * told * grouped,
    crossed,
    Number(a.type === null) * isSameRoot,
    Number(a.status !== b.status),
  ];
}

/** What all arguments say together, bounded. */
function argue(parts: readonly PartVerdict[]): number {
  const sum = parts.reduce((odds, part) => odds + part.odds, 0);
  return Math.max(-SUREST, Math.min(SUREST, sum));
}

function oddsAlone(a: EventMention, b: EventMention, parts: readonly PartVerdict[]): number {
  const kind = kinship(a.type, b.type);
  const root = compareRoots(a.root, b.root);
  const word =
    kind === 'other'
      ? ALONE.unrelated
      : root === 1
        ? ALONE.sameRoot
        : root > 0
          ? ALONE.family
          : kind === 'same'
            ? ALONE.sameType
            : kind === 'near'
              ? ALONE.near
              : ALONE.unrelated;
  return ALONE.prior + word + argue(parts);
}

function oddsOf(features: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * (MENTION_WEIGHTS[at] ?? 0), 0);
}

function kinship(a: EventType | null, b: EventType | null): 'same' | 'near' | 'other' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  if (a === b) return 'same';
  return areNear(a, b) ? 'near' : 'other';
}

/** Share of the shorter list that stands in the other. */
function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const known = new Set(b);
  return new Set(a.filter((word) => known.has(word))).size / Math.min(new Set(a).size, known.size);
}

/** The word of one stands beside the other: "a fire … burned", "burned in a fire". */
function crossing(a: EventMention, b: EventMention): number {
  return Number(b.nearby.includes(a.root));
}

function reasonOf(
  a: EventMention,
  b: EventMention,
  parts: readonly PartVerdict[],
  { articles }: EventEvidence,
): string {
  const kind = kinship(a.type, b.type);
  const words = [
    a.name && b.name && isSameParty(a.name, b.name) ? `the same name (${a.name.name})` : null,
    kind === 'same' ? `the same kind of event (${a.type})` : null,
    kind === 'near' ? `kinds told for one another (${a.type}, ${b.type})` : null,
    kind === 'other' ? `other kinds of event (${a.type}, ${b.type})` : null,
    ...parts.filter(({ odds }) => Math.abs(odds) >= 0.5).map((part) => part.words),
    articles === null
      ? null
      : articles >= THRESHOLD
        ? 'articles about the same happening'
        : 'articles about different happenings',
  ];
  return words.filter((word) => word !== null).join(', ') || 'nothing to compare';
}

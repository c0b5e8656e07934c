/**
 * What a noun phrase names: a person or body, a pronoun, a role or a document.
 *
 * Naively it is the first name inside, and "Pell's lawyer" is Pell. Here the head of the phrase decides, and a name that
 * only says whose or where is none. O(words of the phrase).
 */
import type { NameRun, Names } from './speakers-names.ts';
import type { Stream, Token } from './speech-stream.ts';
import { BODY_NOUNS, isDemonym } from './speech-verbs.ts';

export type Subject = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'name'; readonly run: NameRun; readonly isSure: boolean }
  | { readonly kind: 'pronoun' }
  /** `isKnown`: its head is a noun for persons or a body, so it surely can speak. */
  | { readonly kind: 'role'; readonly isDefinite: boolean; readonly isKnown: boolean }
  | { readonly kind: 'document' }
);

export interface Reading {
  readonly stream: Stream;
  readonly names: Names;
}

/** What the unbroken words [from, to) name, by the head of their first noun phrase. */
export function parsePhrase(reading: Reading, start: number, to: number, isLoose = false): Subject | null {
  const { stream, names } = reading;
  const { tokens, lexicon } = stream;
  let from = start;
  const isSkipped = ({ lower }: Token): boolean =>
    lexicon.conjunctions.has(lower) || (lexicon.between.has(lower) && !lexicon.determiners.has(lower));
  while (from < to && names.runOf[from]! < 0 && isSkipped(tokens[from]!)) from++;
  if (from >= to) return null;
  const first = tokens[from]!;
  if (names.runOf[from]! < 0 && isPronoun(reading, from)) return { kind: 'pronoun', from, to: from + 1 };
  if (names.runOf[from]! < 0 && lexicon.prepositions.has(first.lower)) return tailOf(reading, from, to);
  const closing = names.runs[names.runOf[to - 1]!];
  if (closing && (isNamedHolder(reading, closing, from, to) || isOneOf(reading, closing, to)))
    return { kind: 'name', run: closing, isSure: true, from, to };
  // "Minister of Culture Paulina Reyes"
  const ofBefore =
    closing && tokens[closing.from - 1]?.lower === 'the' ? closing.from - 2 : (closing?.from ?? 0) - 1;
  if (closing && closing.to === to && closing.core > closing.from && tokens[ofBefore]?.lower === 'of')
    return { kind: 'name', run: closing, isSure: true, from, to };
  let end = from;
  while (end < to && !(names.runOf[end]! < 0 && lexicon.prepositions.has(tokens[end]!.lower) && end > from))
    end++;
  return headOf(reading, from, end, to, isLoose);
}

/** "Hands for Harbours' | John Hilary": who belongs to it speaks. */
function isOneOf({ stream: { tokens } }: Reading, { kind, from, to: end }: NameRun, to: number): boolean {
  return end === to && kind === 'person' && end - from > 1 && tokens[from - 1]?.isPossessive === true;
}

/** "chairman of the starch maker Amylum NV | Pierre Callebaut": the office, whose it is, and then who holds it. */
function isNamedHolder({ stream, names }: Reading, run: NameRun, from: number, to: number): boolean {
  const { tokens, lexicon } = stream;
  if (run.to !== to || run.kind !== 'person' || run.from < from + 3) return false;
  const { lower, isPossessive } = tokens[run.from - 1]!;
  if (isPossessive || lexicon.prepositions.has(lower) || lexicon.determiners.has(lower)) return false;
  return tokens.slice(from, from + 4).some((token, at) => {
    const isOf = tokens[from + at + 1]?.lower === 'of' && from + at + 1 < run.from;
    return isOf && lexicon.titles.has(token.lower) && names.runOf[from + at]! < 0;
  });
}

/** Whether the word stands for somebody: "she", "they". */
export function isPronoun({ stream: { tokens, lexicon } }: Reading, at: number): boolean {
  const { lower } = tokens[at]!;
  return lexicon.he.has(lower) || lexicon.she.has(lower) || lexicon.they.has(lower) || lexicon.it.has(lower);
}

/** "In a statement Pell": the phrase behind the preposition's own. */
function tailOf(reading: Reading, from: number, to: number): Subject | null {
  const { stream, names } = reading;
  const { tokens, lexicon } = stream;
  const last = to - 1;
  if (isPronoun(reading, last) && last > from + 1) return { kind: 'pronoun', from: last, to };
  const run = names.runs[names.runOf[last]!];
  if (run && run.from > from + 1 && !lexicon.prepositions.has(tokens[run.from - 1]!.lower)) {
    const before = tokens[run.from - 1]!;
    // "Despite this Pell said"
    if (!lexicon.determiners.has(before.lower) || /^(?:this|that)$/.test(before.lower))
      return { kind: 'name', run, isSure: false, from: run.from, to };
  }
  for (let at = last - 1; at > from + 1; at--) {
    if (!lexicon.determiners.has(tokens[at]!.lower)) continue;
    return lexicon.prepositions.has(tokens[at - 1]!.lower) ? null : headOf(reading, at, to, to, false);
  }
  return null;
}

function headOf(reading: Reading, from: number, end: number, to: number, isLoose: boolean): Subject | null {
  const { stream, names } = reading;
  const { tokens, lexicon } = stream;
  const doer = isLoose ? firstDoer(reading, from, end) : null;
  if (doer !== null) return { kind: 'name', run: doer, isSure: true, from, to };
  const run = names.runs[names.runOf[end - 1]!];
  if (run && run.to === end && !tokens[end - 1]!.isPossessive) {
    const before = run.from > from ? tokens[run.from - 1]! : null;
    const isSure = before === null || before.isPossessive || !/(?:ed|ing)$/.test(before.lower);
    return { kind: 'name', run, isSure, from, to };
  }
  const first = tokens[from]!;
  let hasPossessor = lexicon.he.has(first.lower);
  for (let at = from; at < end; at++) if (tokens[at]!.isPossessive) hasPossessor = true;
  for (let at = end - 1; at >= from; at--) {
    const { lower } = tokens[at]!;
    if (lexicon.roles.has(lower) && (at === end - 1 || names.runOf[at]! < 0)) {
      const opening = names.runs[names.runOf[from]!];
      // "Pell the engineer": the name leads. "Port Authority officials": the noun does.
      if (opening && lexicon.determiners.has(tokens[opening.to]?.lower ?? '') && opening.to < at)
        return { kind: 'name', run: opening, isSure: true, from, to };
      const isDefinite =
        DEFINITE.test(first.lower) || (lexicon.definite.has(first.lower) && !POSSESSIVE.test(first.lower));
      // "Hamas official said", as headlines and hurried copy have it.
      const isBare = opening !== undefined && !/s$/.test(lower);
      return { kind: 'role', isDefinite: (isDefinite || isBare) && !hasPossessor, isKnown: true, from, to };
    }
    if (lexicon.documents.has(lower))
      return issuerOf(reading, from, at + 1, to) ?? { kind: 'document', from, to };
  }
  const opening = names.runs[names.runOf[first.lower === 'the' ? from + 1 : from]!];
  const isBearer = opening !== undefined && (opening.kind === 'person' || (isLoose && opening.to < end));
  if (isBearer && !tokens[opening.to - 1]!.isPossessive)
    return { kind: 'name', run: opening, isSure: false, from, to };
  if (/^(?:the|el|le|la|der|die)$/.test(first.lower) && /^\d+-year-old$/.test(tokens[end - 1]!.lower))
    return { kind: 'role', isDefinite: true, isKnown: true, from, to };
  // "a Western aid specialist": somebody, and no name.
  const isSomebody =
    !isLoose &&
    lexicon.determiners.has(first.lower) &&
    end - from > 1 &&
    !/(?:ed|ing)$/.test(tokens[end - 1]!.lower) &&
    !MEASURE.test(tokens[end - 1]!.lower);
  if (!isSomebody) return null;
  const isKnown = BODY_NOUNS.has(tokens[end - 1]!.lower);
  return { kind: 'role', isDefinite: first.lower === 'the', isKnown, from, to };
}

/** "the 630 mln dlrs agreed for the purchase": nothing that speaks. */
const MEASURE =
  /^(?:\d.*|dlrs?|mln|bln|pct|dollars?|pounds?|percent|cents?|tonnes?|days?|weeks?|months?|years?)$/;

/** The first name of a clause that is no one's affiliation: "trust director [Anna Pell] criticised Toomey". */
function firstDoer({ stream, names }: Reading, from: number, end: number): NameRun | null {
  const { tokens } = stream;
  for (let at = from; at < end; at++) {
    const run = names.runs[names.runOf[at]!];
    if (!run || run.from !== at || run.to > end) continue;
    const next = run.to < end ? tokens[run.to]! : null;
    if (next === null) return null;
    const isAffiliation =
      tokens[run.to - 1]!.isPossessive || next.isCapital || leadsToRole(stream, run.to, end);
    if (!isAffiliation)
      return tokens.slice(from, at).every(({ lower }) => !/(?:ed|ing)$/.test(lower)) ? run : null;
    at = run.to - 1;
  }
  return null;
}

/** "A Labour | party spokesman" */
function leadsToRole({ tokens, lexicon }: Stream, from: number, end: number): boolean {
  if (lexicon.roles.has(tokens[from]!.lower)) return true;
  return BODY_NOUNS.has(tokens[from]!.lower) && from + 1 < end && lexicon.roles.has(tokens[from + 1]!.lower);
}

/** "The trust's statement, "a statement from the trust": whose it is speaks. */
function issuerOf({ stream, names }: Reading, from: number, end: number, to: number): Subject | null {
  const { tokens } = stream;
  if (
    !/^(?:statement|letter|release|communiqué|email|e-mail|message|declaration|tweet|post)$/.test(
      tokens[end - 1]!.lower,
    )
  )
    return null;
  for (let at = from; at < end; at++) {
    const run = names.runs[names.runOf[at]!];
    if (run && tokens[run.to - 1]!.isPossessive) return { kind: 'name', run, isSure: true, from, to };
  }
  // "An IOC statement"
  const issuer = names.runs[names.runOf[end - 2] ?? -1];
  const isBody = issuer !== undefined && issuer.kind !== 'person' && !isDemonym(tokens[issuer.to - 1]!.lower);
  if (isBody && issuer.from >= from && issuer.to === end - 1)
    return { kind: 'name', run: issuer, isSure: true, from, to };
  const by = /^(?:issued|released|signed|published)$/.test(tokens[end]?.lower ?? '') ? end + 1 : end;
  if (by >= to || !/^(?:from|by)$/.test(tokens[by]!.lower)) return null;
  const at = tokens[by + 1]?.lower === 'the' ? by + 2 : by + 1;
  const run = names.runs[names.runOf[at]!];
  return run && run.from === at && run.to <= to && !tokens[run.to - 1]!.isPossessive
    ? { kind: 'name', run, isSure: true, from, to }
    : null;
}

const DEFINITE = /^(?:the|this|that)$/;
const POSSESSIVE =
  /^(?:his|her|their|its|my|our|su|sus|son|sa|ses|sein|seine|ihr|ihre|suo|sua|zijn|haar|его|её|их)$/;

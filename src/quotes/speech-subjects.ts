/**
 * Whose verb it is: the noun phrase that is the subject of a verb of speech.
 *
 * Naively it is the nearest name, which in "Pell's lawyer told Toomey" is wrong twice. Here the words before the verb are
 * read back over adverbs, appositions and relative clauses to a phrase, and its head decides: a name, a pronoun, a role
 * ("the minister") or a document. Not a parser: what it cannot read has no subject. O(words looked at), at most 60.
 */
import type { NameRun, Names } from './speakers-names.ts';
import type { Stream, Token } from './speech-stream.ts';

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

const MOST_BACK = 60;
const MOST_COMMAS = 5;
const LONGEST_PHRASE = 24;

/** The subject of the verb at `verb`, standing before it and not before `bound`. */
export function subjectBefore(reading: Reading, verb: number, bound: number): Subject | null {
  return phraseEndingAt(reading, verb, Math.max(bound, verb - MOST_BACK), 0);
}

function phraseEndingAt(reading: Reading, end: number, bound: number, commas: number): Subject | null {
  const { tokens, lexicon } = reading.stream;
  const to = skipAdverbsBack(reading, end, bound);
  if (to > bound && isPronoun(reading, to - 1) && isSubjectForm(reading, to - 1, bound))
    return { kind: 'pronoun', from: to - 1, to };
  const from = chunkStart(reading, to, bound);
  const stop = from > bound ? tokens[from - 1]! : null;
  if (from < to && !(stop && lexicon.relatives.has(stop.lower))) {
    const subject = parsePhrase(reading, from, to);
    if (subject !== null) return bearerOfOffice(reading, subject, from, bound) ?? subject;
  }
  if (stop === null) return null;
  if (lexicon.relatives.has(stop.lower)) return antecedent(reading, from - 1, bound, commas);
  if (stop.kind === 'comma' || stop.kind === 'dash') return beyondComma(reading, from - 1, bound, commas);
  if (stop.kind === 'bracket' && stop.text === ')') {
    const open = lastIndexWhere(tokens, from - 2, bound, (token) => token.text === '(');
    return open < 0 ? null : phraseEndingAt(reading, open, bound, commas);
  }
  if (lexicon.conjunctions.has(stop.lower)) return subjectOfSentence(reading, bound, from - 1);
  return null;
}

/** "it" behind a verb or a preposition is an object: "who built it said". */
function isSubjectForm({ stream: { tokens, lexicon } }: Reading, at: number, bound: number): boolean {
  const { lower } = tokens[at]!;
  if (lower === 'him') return false;
  if (lower !== 'it' || at === bound) return true;
  const previous = tokens[at - 1]!;
  return !(lexicon.prepositions.has(previous.lower) || /..ed$/.test(previous.lower));
}

/** "was denied by Pell, who accused: the name before the relative, or else the phrase. */
function antecedent(reading: Reading, relative: number, bound: number, commas: number): Subject | null {
  const { stream, names } = reading;
  let end = relative - 1 >= bound && stream.tokens[relative - 1]!.kind === 'comma' ? relative - 1 : relative;
  // "Elsie Thorne, 49, who"
  const hasAge =
    end - 2 > bound && /^\d+$/.test(stream.tokens[end - 1]!.text) && stream.tokens[end - 2]!.kind === 'comma';
  if (hasAge) end -= 2;
  if (end <= bound) return null;
  const run = names.runs[names.runOf[end - 1]!];
  if (run && run.to === end && run.from >= bound && run.kind === 'person')
    return { kind: 'name', run, isSure: true, from: run.from, to: end };
  return phraseEndingAt(reading, end, bound, commas);
}

/** "Anna Pell, director of the trust said": the comma that should close the apposition is missing. */
function bearerOfOffice(reading: Reading, subject: Subject, from: number, bound: number): Subject | null {
  const { stream, names } = reading;
  if (subject.kind !== 'role' || from - 2 < bound || stream.tokens[from - 1]!.kind !== 'comma') return null;
  if (/^(?:the|his|her|their|its)$/.test(stream.tokens[from]!.lower)) return null;
  const run = names.runs[names.runOf[from - 2]!];
  const before = stream.tokens[(run?.from ?? 0) - 1];
  const isSentenceStart =
    run?.from === bound || before?.kind !== 'word' || stream.lexicon.roles.has(before.lower);
  return run?.kind === 'person' && isSentenceStart
    ? { kind: 'name', run, isSure: true, from: run.from, to: subject.to }
    : null;
}

/** "Pell, the engineer, said" and "The engineer, Anna Pell, said": what stands before the comma before `comma`. */
function beyondComma(reading: Reading, comma: number, bound: number, commas: number): Subject | null {
  if (commas >= MOST_COMMAS) return null;
  const { tokens, lexicon } = reading.stream;
  const { kind } = tokens[comma]!;
  const opening = lastIndexWhere(tokens, comma - 1, bound, (token) => token.kind === kind);
  const inside = opening < 0 ? null : parsePhrase(reading, opening + 1, comma);
  if (opening < 0) {
    // ", said": the phrase directly before a lone comma, as in "Anna Pell, said".
    const start = chunkStart(reading, comma, bound);
    return start < comma && start === bound ? parsePhrase(reading, start, comma) : null;
  }
  const first = tokens[opening + 1]!;
  const outer = phraseEndingAt(reading, opening, bound, commas + 1);
  const insideIsName =
    inside?.kind === 'name' && inside.run.from === opening + 1 && !lexicon.prepositions.has(first.lower);
  if (insideIsName && (outer === null || outer.kind === 'role')) return inside;
  return outer;
}

function lastIndexWhere(
  tokens: readonly Token[],
  from: number,
  bound: number,
  is: (token: Token) => boolean,
): number {
  for (let at = from; at >= bound; at--) {
    if (tokens[at]!.kind === 'quote') return -1;
    if (is(tokens[at]!)) return at;
  }
  return -1;
}

function skipAdverbsBack({ stream, names }: Reading, end: number, bound: number): number {
  const { tokens, lexicon } = stream;
  let to = end;
  while (to > bound) {
    const { kind, lower, isCapital } = tokens[to - 1]!;
    if (kind !== 'word' || names.runOf[to - 1]! >= 0) break;
    if (lexicon.between.has(lower) || lexicon.passive.has(lower) || (/.ly$/.test(lower) && !isCapital)) to--;
    else if (lexicon.starters.has(lower) && isCapital && to - 1 > bound) {
      // "on Monday", "Monday"
      to--;
      if (to - 1 > bound && lexicon.prepositions.has(tokens[to - 1]!.lower)) to--;
    } else break;
  }
  return to;
}

/** Start of the unbroken phrase that ends at `to`. */
function chunkStart({ stream, names }: Reading, to: number, bound: number): number {
  const { tokens, lexicon } = stream;
  let from = to;
  while (from > bound && to - from < LONGEST_PHRASE) {
    const { kind, lower } = tokens[from - 1]!;
    const isName = names.runOf[from - 1]! >= 0;
    if (kind !== 'word' && !isName) break;
    if (!isName && from < to && SINCE.test(lower) && endsInDoer(reading, to)) break;
    if (!isName && lexicon.that.has(lower) && from < to && lexicon.language !== 'en') break;
    if (!isName && (lexicon.conjunctions.has(lower) || lexicon.relatives.has(lower) || lower === 'that'))
      break;
    if (!isName && isSpeechVerb(stream, from - 1)) break;
    from--;
  }
  return from;
}

/** "shares rose after | Pell said". */
const SINCE = /^(?:after|before|until)$/;

function endsInDoer({ stream, names }: Reading, to: number): boolean {
  const { lower } = stream.tokens[to - 1]!;
  return names.runOf[to - 1]! >= 0 || stream.lexicon.roles.has(lower) || BODY_NOUNS.has(lower);
}

/** A verb of the table that is no noun here: not "the report", "his claims". */
export function isSpeechVerb({ tokens, lexicon }: Stream, at: number): boolean {
  const token = tokens[at]!;
  const putsIt = /^puts?$/.test(token.lower) && tokens[at + 1]?.lower === 'it';
  // "is quoted as saying"
  if (token.lower === 'saying' && tokens[at - 1]?.lower === 'as') return true;
  if (token.kind !== 'word' || !(lexicon.verbs.has(token.lower) || putsIt)) return false;
  if (token.isCapital && at > 0 && tokens[at - 1]!.kind === 'word') return false;
  const previous = at > 0 ? tokens[at - 1]! : null;
  if (previous?.kind !== 'word') return true;
  if (lexicon.determiners.has(previous.lower) && lexicon.language === 'en') return false;
  if (previous.isPossessive && /s$/.test(token.lower)) return false;
  if (MAYBE_NOUN.test(token.lower) && !canSpeak(lexicon, previous)) return false;
  if (previous.lower === 'to' && lexicon.language === 'en') return tokens[at - 2]?.lower === 'on';
  return !isPassive(lexicon.passive, previous.lower) || lexicon.language !== 'en';
}

/** "press reports", "the oil claims". */
const MAYBE_NOUN =
  /^(?:reports|claims|comments|remarks|questions|estimates|demands|stresses|hopes|fears|posts|promises|pledges|notes|states|replies|cries)$/;

function canSpeak(lexicon: Stream['lexicon'], { lower, isCapital }: Token): boolean {
  if (isCapital || lexicon.language !== 'en' || /.ly$/.test(lower) || BODY_NOUNS.has(lower)) return true;
  return [
    ...[lexicon.roles, lexicon.documents, lexicon.between, lexicon.relatives, lexicon.conjunctions],
    ...[lexicon.he, lexicon.she, lexicon.they, lexicon.it],
  ].some((words) => words.has(lower));
}

const isPassive = (passive: ReadonlySet<string>, lower: string): boolean => passive.has(lower);

/** "Pell smiled and said", "When asked, Pell shrugged but said": the first phrase of the sentence that can speak. */
export function subjectOfSentence(reading: Reading, from: number, to: number): Subject | null {
  const { tokens, lexicon } = reading.stream;
  let start = from;
  for (let tries = 0; tries < 3 && start < to; tries++) {
    while (start < to && (tokens[start]!.kind !== 'word' || lexicon.conjunctions.has(tokens[start]!.lower)))
      start++;
    const first = tokens[start];
    if (!first || start >= to) return null;
    const subject = lexicon.prepositions.has(first.lower) ? null : subjectAfter(reading, start, to, true);
    if (subject !== null && subject.from === start) return subject;
    const comma = indexOfComma(tokens, start, Math.min(to, start + LONGEST_PHRASE));
    if (comma < 0) return null;
    start = comma + 1;
  }
  return null;
}

function indexOfComma(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (tokens[at]!.kind === 'comma') return at;
  return -1;
}

/** The subject that begins at `start`: "said | the mayor, Anna Pell, on Monday". */
export function subjectAfter(
  reading: Reading,
  start: number,
  limit: number,
  isLoose = false,
): Subject | null {
  const { stream, names } = reading;
  const { tokens, lexicon } = stream;
  let from = start;
  while (from < limit && lexicon.between.has(tokens[from]!.lower) && names.runOf[from]! < 0) from++;
  let to = from;
  while (to < limit && to - from < LONGEST_PHRASE) {
    const { kind, lower, text } = tokens[to]!;
    // "Pell Shipping (North) Ltd analyst Leon Fisk"
    if (
      text === '(' &&
      to > from &&
      tokens[to + 2]?.text === ')' &&
      to + 3 < limit &&
      tokens[to + 3]!.kind === 'word'
    ) {
      to += 3;
      continue;
    }
    if (kind !== 'word') break;
    const isName = names.runOf[to]! >= 0;
    // "media and sports strategist Leon Fisk"
    const joinsTrades =
      lower === 'and' &&
      to > from &&
      names.runOf[to - 1]! < 0 &&
      tokens[to + 1]?.kind === 'word' &&
      !tokens[to + 1]!.isCapital &&
      !isPronoun(reading, to + 1) &&
      !lexicon.determiners.has(tokens[to + 1]!.lower) &&
      !lexicon.opinionVerbs.has(tokens[to + 1]!.lower);
    const isBreak = lexicon.conjunctions.has(lower) || lexicon.relatives.has(lower) || lower === 'that';
    if (!isName && isBreak && !joinsTrades) break;
    if (
      !isName &&
      to > from &&
      (isSpeechVerb(stream, to) || lexicon.passive.has(lower) || lexicon.participles.has(lower))
    )
      break;
    to++;
  }
  if (to === from || lexicon.prepositions.has(tokens[from]!.lower)) return null;
  const subject = parsePhrase(reading, from, trimAdverbs(reading, from, to), isLoose);
  if (subject?.kind !== 'role' || tokens[to]?.kind !== 'comma' || to + 1 >= limit) return subject;
  const run = names.runs[names.runOf[to + 1]!];
  const end = run && tokens[run.to];
  const isApposition =
    run &&
    run.from === to + 1 &&
    (!end || run.to >= limit || end.kind !== 'word' || lexicon.prepositions.has(end.lower));
  return isApposition ? { kind: 'name', run, isSure: true, from: subject.from, to: run.to } : subject;
}

function trimAdverbs({ stream, names }: Reading, from: number, end: number): number {
  const { tokens, lexicon } = stream;
  let to = end;
  while (to > from + 1 && names.runOf[to - 1]! < 0) {
    const { lower, isCapital } = tokens[to - 1]!;
    const isAdverb =
      lexicon.between.has(lower) || /.ly$/.test(lower) || (isCapital && lexicon.starters.has(lower));
    if (!isAdverb) break;
    to--;
  }
  return to;
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
  if (closing && isNamedHolder(reading, closing, from, to))
    return { kind: 'name', run: closing, isSure: true, from, to };
  // "Minister of Culture Paulina Reyes"
  if (closing && closing.to === to && closing.core > closing.from && tokens[closing.from - 1]?.lower === 'of')
    return { kind: 'name', run: closing, isSure: true, from, to };
  let end = from;
  while (end < to && !(names.runOf[end]! < 0 && lexicon.prepositions.has(tokens[end]!.lower) && end > from))
    end++;
  return headOf(reading, from, end, to, isLoose);
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

function isPronoun({ stream: { tokens, lexicon } }: Reading, at: number): boolean {
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
    if (!lexicon.determiners.has(before.lower))
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
const MEASURE = /^(?:\d.*|dlrs?|mln|bln|pct|dollars?|pounds?|percent|cents?|tonnes?|days?|weeks?|months?|years?)$/;

/** Nouns for bodies: "the company said" is whichever company speaks in the text. */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  'company firm group corporation bank council agency airline club party government union ministry department committee commission board association organisation organization federation trust charity authority society institute exchange retailer maker carrier bureau foundation embassy'.split(
    ' ',
  ),
);

/** The first name of a clause that is no one's affiliation: "trust director [Anna Pell] criticised Toomey". */
function firstDoer({ stream, names }: Reading, from: number, end: number): NameRun | null {
  const { tokens, lexicon } = stream;
  for (let at = from; at < end; at++) {
    const run = names.runs[names.runOf[at]!];
    if (!run || run.from !== at || run.to > end) continue;
    const next = run.to < end ? tokens[run.to]! : null;
    if (next === null) return null;
    const isAffiliation = tokens[run.to - 1]!.isPossessive || lexicon.roles.has(next.lower) || next.isCapital;
    if (!isAffiliation)
      return tokens.slice(from, at).every(({ lower }) => !/(?:ed|ing)$/.test(lower)) ? run : null;
    at = run.to - 1;
  }
  return null;
}

/** "The trust's statement", "a statement from the trust": whose it is speaks. */
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

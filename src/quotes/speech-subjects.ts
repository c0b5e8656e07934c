/**
 * Whose verb it is: the noun phrase that is the subject of a verb of speech.
 *
 * Naively it is the nearest name, which in "Pell's lawyer told Toomey" is wrong twice. Here the words before the verb are
 * read back over adverbs, appositions and relative clauses to a phrase, and its head decides: a name, a pronoun, a role
 * ("the minister") or a document. Not a parser: what it cannot read has no subject. O(words looked at), at most 60.
 */
import { isPronoun, parsePhrase, type Reading, type Subject } from './speech-phrases.ts';
import type { Stream, Token } from './speech-stream.ts';
import { BODY_NOUNS, isSpeechVerb } from './speech-verbs.ts';

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
    const subject = officeOverTwo(reading, from, bound) ?? parsePhrase(reading, from, to);
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

/** "The member for Eastgate and | Quayside said": two names that an office is for are no speakers. */
function officeOverTwo(reading: Reading, from: number, bound: number): Subject | null {
  const { stream, names } = reading;
  const { tokens, lexicon } = stream;
  if (from - 3 < bound || tokens[from - 1]!.lower !== 'and') return null;
  const run = names.runs[names.runOf[from - 2]!];
  if (!run || run.from - 2 < bound || !lexicon.prepositions.has(tokens[run.from - 1]!.lower)) return null;
  if (!lexicon.roles.has(tokens[run.from - 2]!.lower)) return null;
  const subject = parsePhrase(reading, chunkStart(reading, from - 1, bound), from - 1);
  return subject?.kind === 'role' ? subject : null;
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
function chunkStart(reading: Reading, to: number, bound: number): number {
  const { stream, names } = reading;
  const { tokens, lexicon } = stream;
  let from = to;
  while (from > bound && to - from < LONGEST_PHRASE) {
    const { kind, lower } = tokens[from - 1]!;
    const isName = names.runOf[from - 1]! >= 0;
    if (kind !== 'word' && !isName) break;
    if (!isName && from < to && SINCE.test(lower) && endsInDoer(reading, to)) break;
    if (!isName && lexicon.that.has(lower) && from < to && lexicon.language !== 'en') break;
    if (
      !isName &&
      (lexicon.conjunctions.has(lower) || lexicon.relatives.has(lower) || /^(?:that|what)$/.test(lower))
    )
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
    if (!isName && isBreak && !joinsTrades && !joinsOwners(reading, to)) break;
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
  // "Pell's son, | film-maker Leon Fisk, said"
  let named = to + 1;
  while (named < Math.min(limit, to + MOST_TRADES) && names.runOf[named]! < 0 && isTrade(stream, named))
    named++;
  const run = names.runs[names.runOf[named] ?? -1];
  const end = run && tokens[run.to];
  const isApposition =
    run &&
    run.from === named &&
    (!end || run.to >= limit || end.kind !== 'word' || lexicon.prepositions.has(end.lower));
  return isApposition ? { kind: 'name', run, isSure: true, from: subject.from, to: run.to } : subject;
}

const MOST_TRADES = 4;

function isTrade({ tokens, lexicon }: Stream, at: number): boolean {
  const { lower, isCapital } = tokens[at]!;
  return !isCapital && (lexicon.roles.has(lower) || lexicon.titles.has(lower) || /.-?maker$/.test(lower));
}

/** "Pell | and Benson Ltd's analyst" */
function joinsOwners({ stream: { tokens }, names }: Reading, at: number): boolean {
  const run = names.runs[names.runOf[at + 1] ?? -1];
  return tokens[at]!.lower === 'and' && run?.from === at + 1 && tokens[run.to - 1]!.isPossessive;
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

/**
 * Indirect speech in a sentence without quotation marks: "Pell warned that …", "…, Pell said", "According to Pell, …".
 *
 * Naively every verb of speech makes one, and "Pell announced the winner" reports nothing. A clause must follow: after
 * "that", or directly after the few verbs that do without it. At most one a sentence, the outermost. O(sentence).
 */
import type { Cue } from './speech-cues.ts';
import type { Reading } from './speech-phrases.ts';
import { subjectAfter, subjectBefore } from './speech-subjects.ts';
import { isSpeechVerb } from './speech-verbs.ts';

export interface Indirect {
  readonly cue: Cue;
  /** Tokens of the reported clause. */
  readonly from: number;
  readonly to: number;
}

const REACH = 60;
const MOST_VERBS_TRIED = 5;
/** Verbs whose clause needs no "that". */
const BARE =
  /^(?:said|says|say|added|adds|claimed|claims|insisted|insists|denied|admitted|argued|argues|explained)$/;
const ADDRESSED = /^(?:told|tells|informed|assured|reminded|warned|advised)$/;
/** Words between a verb and its "that": "on Friday", "the council". */
const MOST_BETWEEN = 9;
/** Not words of speech when they stand without quotation marks. */
const NOT_REPORTING =
  /^(?:began|begins|read|reads|felt|feels|pointed|continued|continues|swore|laughed|posted|wrote|writes|asked|asks|urged|urges)$/;

export function findIndirect(reading: Reading, from: number, end: number): Indirect | null {
  const { tokens, lexicon } = reading.stream;
  let to = end;
  while (to > from && tokens[to - 1]!.kind !== 'word') to--;
  if (to - from < 4) return null;
  const according = accordingTo(reading, from, to);
  if (according) return according;
  for (let verb = from, tried = 0; verb < Math.min(to, from + REACH) && tried < MOST_VERBS_TRIED; verb++) {
    if (!isSpeechVerb(reading.stream, verb) || lexicon.participles.has(tokens[verb]!.lower)) continue;
    tried++;
    const inverted =
      BARE.test(tokens[verb]!.lower) && verb > from + 3 && tokens[verb - 1]!.kind === 'comma'
        ? invertedTail(reading, verb, from, to)
        : null;
    if (inverted !== null) return inverted;
    const subject = subjectBefore(reading, verb, from);
    if (subject === null) continue;
    // "recalled Pell's speech, when she said that": who speaks inside a report is another question.
    if (subject.from > from + 1 && lexicon.conjunctions.has(tokens[subject.from - 1]!.lower)) continue;
    const cue: Cue = { subject, from: verb, to: verb + 1, confidence: 0.93, side: 'before' };
    const clause = clauseStart(reading, verb, to);
    if (clause > 0 && to - clause >= 2) return { cue, from: clause, to };
    // "The team never stopped, Pell said."
    const isTold = /^(?:told|tells)$/.test(tokens[verb]!.lower) && to - verb <= 5;
    const isTail =
      verb + 1 >= to || isTold || (to - verb <= 5 && lexicon.prepositions.has(tokens[verb + 1]!.lower));
    if (isTail && subject.from - 1 > from + 1 && tokens[subject.from - 1]!.kind === 'comma')
      return { cue, from, to: subject.from - 1 };
  }
  return null;
}

/** "The team never stopped, said Rita Calloway." */
function invertedTail(reading: Reading, verb: number, from: number, to: number): Indirect | null {
  const subject = subjectAfter(reading, verb + 1, to);
  if (subject === null || (subject.to < to && reading.stream.tokens[subject.to]!.kind === 'word'))
    return null;
  return { cue: { subject, from: verb, to: verb + 1, confidence: 0.93, side: 'after' }, from, to: verb - 1 };
}

function clauseStart({ stream, names }: Reading, verb: number, to: number): number {
  const { tokens, lexicon } = stream;
  const { lower } = tokens[verb]!;
  if (NOT_REPORTING.test(lower) && !(lower === 'pointed' && tokens[verb + 1]?.lower === 'out')) {
    const next = tokens[verb + 1];
    return next && lexicon.that.has(next.lower) && verb + 2 < to ? verb + 2 : 0;
  }
  for (let at = verb + 1; at < Math.min(to, verb + 1 + MOST_BETWEEN); at++) {
    const { kind } = tokens[at]!;
    if (lexicon.that.has(tokens[at]!.lower)) return at + 1;
    if (kind !== 'word' && kind !== 'comma') break;
    if (at > verb + 1 && isSpeechVerb(stream, at)) break;
  }
  let at = verb + 1;
  if (ADDRESSED.test(lower)) {
    const run = names.runs[names.runOf[at]!];
    if (run && run.from === at) at = run.to;
    else if (
      lexicon.roles.has(tokens[at]?.lower ?? '') ||
      /^(?:me|us|them|him|her)$/.test(tokens[at]?.lower ?? '')
    )
      at++;
    else return 0;
  } else if (!BARE.test(lower)) return 0;
  while (at < to && lexicon.starters.has(tokens[at]!.lower) && tokens[at]!.isCapital) at++;
  if (
    lexicon.prepositions.has(tokens[at]?.lower ?? '') &&
    tokens[at + 1]?.isCapital &&
    lexicon.starters.has(tokens[at + 1]!.lower)
  )
    at += 2;
  const next = tokens[at];
  if (!next || at >= to || next.kind !== 'word') return 0;
  return lexicon.prepositions.has(next.lower) ? 0 : at;
}

function accordingTo(reading: Reading, from: number, to: number): Indirect | null {
  const { tokens, lexicon } = reading.stream;
  for (let at = from; at < to - 1; at++) {
    const phrase = lexicon.accordingTo.find((words) =>
      words.every((word, index) => tokens[at + index]?.lower === word),
    );
    if (!phrase || phrase.length < 2 || (at > from && tokens[at - 1]!.kind !== 'comma')) continue;
    const subject = subjectAfter(reading, at + phrase.length, to);
    if (subject === null) return null;
    const cue: Cue = { subject, from: at, to: at + phrase.length, confidence: 0.93, side: 'before' };
    if (at > from) return { cue, from, to: at - 1 };
    for (let comma = subject.to; comma < Math.min(to, subject.to + 16); comma++)
      if (tokens[comma]!.kind === 'comma' && comma + 1 < to) return { cue, from: comma + 1, to };
    return null;
  }
  return null;
}

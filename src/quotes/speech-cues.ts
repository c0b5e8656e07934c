/**
 * The words that say who speaks, for one quotation: "said Pell" behind it, "Pell warned that" before it.
 *
 * The naive version takes the nearest verb of speech (tests keep it as the baseline): it reads "“A.” Pell said: “B.”" as
 * Pell's A. Here each side is read as a pattern and weighed: what touches the quotation and agrees with its comma or colon
 * wins. Looks at one sentence, at most {@link REACH} tokens a side.
 */
import type { Lexicon } from './cues/cue-table.ts';
import { parsePhrase, type Reading, type Subject } from './speech-phrases.ts';
import { asksOrExclaims, endsInComma, type Sentence, type Stream } from './speech-stream.ts';
import { subjectAfter, subjectBefore, subjectOfSentence } from './speech-subjects.ts';
import { isSpeechVerb } from './speech-verbs.ts';

export interface Cue {
  /** `null`: somebody speaks, and the sentence does not say who in words that can be read. */
  readonly subject: Subject | null;
  /** Tokens [from, to). */
  readonly from: number;
  readonly to: number;
  /** How often such a pattern was right in hand-read news, in [0,1]. */
  readonly confidence: number;
  readonly side: 'before' | 'after';
}

const REACH = 60;
const WILLING =
  /^(?:agreed|agrees|promised|promises|pledged|pledges|vowed|vows|began|begins|continued|continues|learned|demanded|demands|hoped|hopes|asked|claims|claimed)$/;
const MAYBE_PARTICIPLE =
  /^(?:agreed|announced|reported|estimated|promised|demanded|recommended|specified|felt|read|learned|denied|suggested|disclosed|revealed|hoped|feared|pledged|proposed|stated|mentioned|posted|claimed)$/;
const MOST_VERBS_TRIED = 6;
/** "told Pell" names who listens: behind a quotation a name after one of these is no speaker. */
const ADDRESSES =
  /^(?:told|tells?|informed|assured|urged|urges|reminded|advised|read|reads|reported|reports|felt|feels|hopes?|hoped|fears?|feared|learned|signed)$/;

export function findCue(reading: Reading, quote: number): Cue | null {
  const { stream } = reading;
  const at = stream.tokenOfQuote[quote]!;
  const sentence = stream.sentences[stream.sentenceOf[at]!]!;
  const after = cueAfter(reading, quote, at, sentence);
  const before = cueBefore(reading, at, sentence);
  if (after === null || before === null) return after ?? before;
  // "“A,” said Pell, “B”": what stands between belongs to both; a comma at the end of this one looks ahead.
  const looksAhead = endsInComma(stream, quote) && after.confidence > 0.9;
  if (looksAhead) return before.to === at || stream.tokens[at - 1]!.kind === 'colon' ? before : after;
  return before.confidence >= after.confidence ? before : after;
}

function cueAfter(reading: Reading, quote: number, at: number, sentence: Sentence): Cue | null {
  const { stream } = reading;
  const { tokens, sentences, sentenceOf } = stream;
  let limit = Math.min(sentence.to, at + REACH);
  let isNextSentence = false;
  if (at + 1 >= sentence.to) {
    // "“Why?” Pell asked." and, wrongly pointed, "“No.” Pell said.": only when the next sentence says nothing else.
    const next = sentences[sentenceOf[at]! + 1];
    if (!next?.isSoftStart || next.paragraph !== sentence.paragraph) return null;
    limit = Math.min(next.to, at + REACH);
    isNextSentence = true;
  }
  let start = at + 1;
  let dashed = false;
  while (start < limit && /^(?:comma|dash)$/.test(tokens[start]!.kind)) {
    if (tokens[start]!.kind === 'dash') dashed = true;
    start++;
  }
  if (start >= limit) return null;
  const found =
    accordingAt(reading, start, limit, 'after') ??
    verbThenName(reading, start, limit) ??
    nameThenVerb(reading, start, limit, endsInComma(stream, quote) || asksOrExclaims(stream, quote)) ??
    (dashed ? dashThenName(reading, start, limit) : null) ??
    accordingTail(reading, start, limit);
  if (found === null || !isNextSentence) return found;
  const isFirst = found.from <= start || (found.subject !== null && found.subject.from <= start + 1);
  const isPlain = asksOrExclaims(stream, quote)
    ? endsItsSentence(stream, found, limit)
    : endsWithCue(stream, found, limit);
  return isFirst && isPlain ? { ...found, confidence: found.confidence - 0.04 } : null;
}

/** "“No.” Pell said.": behind a full stop nothing but the cue may stand. */
function endsWithCue({ tokens }: Stream, cue: Cue, limit: number): boolean {
  const from = Math.max(cue.to, cue.subject?.to ?? 0);
  return from >= limit || tokens[from]!.kind === 'stop';
}

/** Nothing behind the cue that could be what is said: no colon, no "that", no further quotation. */
function endsItsSentence({ tokens, lexicon }: Stream, cue: Cue, limit: number): boolean {
  const from = Math.max(cue.to, cue.subject?.to ?? 0);
  const next = tokens[from];
  if (from >= limit || next === undefined || next.kind === 'stop') return true;
  // "“Why not?” Pell has agreed to stay."
  if (next.lower === 'to' && WILLING.test(tokens[cue.from]!.lower)) return false;
  for (let at = from; at < limit; at++) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'quote' || kind === 'colon' || lexicon.that.has(lower)) return false;
  }
  return next.kind === 'comma' || lexicon.prepositions.has(next.lower) || lexicon.participles.has(next.lower);
}

function verbThenName(reading: Reading, start: number, limit: number): Cue | null {
  const { stream } = reading;
  const { tokens, lexicon } = stream;
  let verb = start;
  while (verb < limit && verb < start + 4 && !isSpeechVerb(stream, verb)) {
    const { lower } = tokens[verb]!;
    if (!lexicon.between.has(lower) && !/.ly$/.test(lower) && lower !== "s'est") return null;
    verb++;
  }
  if (verb >= limit || !isSpeechVerb(stream, verb) || ADDRESSES.test(tokens[verb]!.lower)) return null;
  const subject = uncapitalised(reading, verb + 1, limit) ?? subjectAfter(reading, verb + 1, limit);
  if (subject === null) return null;
  return { subject, from: verb, to: verb + 1, confidence: 0.97, side: 'after' };
}

function nameThenVerb(reading: Reading, start: number, limit: number, isPlain: boolean): Cue | null {
  const { stream } = reading;
  const { tokens, lexicon } = stream;
  if (lexicon.relatives.has(tokens[start]!.lower) || lexicon.that.has(tokens[start]!.lower)) return null;
  for (let verb = start + 1, tried = 0; verb < limit && tried < MOST_VERBS_TRIED; verb++) {
    const { kind } = tokens[verb]!;
    if (kind === 'quote' || kind === 'colon' || kind === 'stop') return null;
    if (!isSpeechVerb(stream, verb)) continue;
    tried++;
    const subject = nameBeforeComma(reading, start, verb) ?? subjectBefore(reading, verb, start);
    if (subject === null) continue;
    const isClose = subject.from <= start + 1;
    const next = tokens[verb + 1];
    const closes =
      verb + 1 >= limit || next === undefined || next.kind !== 'word' || lexicon.prepositions.has(next.lower);
    if (isClose && isPlain) return { subject, from: verb, to: verb + 1, confidence: 0.97, side: 'after' };
    // "The bridge is “old”, Pell said."
    if (closes)
      return { subject, from: verb, to: verb + 1, confidence: isClose ? 0.93 : 0.88, side: 'after' };
    return null;
  }
  return null;
}

/** "Chris Vane, analyst at Pell and Co in Leeds said": who it begins with speaks, whatever is said of them. */
function nameBeforeComma({ stream, names }: Reading, start: number, verb: number): Subject | null {
  const run = names.runs[names.runOf[start]!];
  if (!run || run.from !== start || run.kind !== 'person' || stream.tokens[run.to]?.kind !== 'comma')
    return null;
  return run.to < verb ? { kind: 'name', run, isSure: true, from: start, to: verb } : null;
}

function dashThenName(reading: Reading, start: number, limit: number): Cue | null {
  const { stream, names } = reading;
  const run = names.runs[names.runOf[start]!];
  if (!run || run.from !== start) return null;
  const next = stream.tokens[run.to];
  if (run.to < limit && next?.kind === 'word') return null;
  return {
    subject: { kind: 'name', run, isSure: true, from: start, to: run.to },
    from: start - 1,
    to: start,
    confidence: 0.9,
    side: 'after',
  };
}

function cueBefore(reading: Reading, at: number, sentence: Sentence): Cue | null {
  const { stream } = reading;
  const { tokens, lexicon } = stream;
  const start = Math.max(sentence.from, at - REACH);
  if (start >= at) return null;
  let tried = 0;
  let doubtful: Cue | null = null;
  for (let word = at - 1; word >= start && tried < MOST_VERBS_TRIED; word--) {
    const token = tokens[word]!;
    if (token.kind !== 'word') continue;
    const according = accordingAt(reading, word, at, 'before');
    if (according) return according;
    const agent = agentBehind(reading, word, at);
    if (agent) return agent;
    const isParticiple = lexicon.participles.has(token.lower);
    const isOpinion = isOpinionVerb(stream, word);
    if (!isParticiple && !isOpinion && !isSpeechVerb(stream, word)) continue;
    tried++;
    const subject = isParticiple
      ? subjectOfParticiple(reading, word, start)
      : (subjectBefore(reading, word, start) ??
        (isOpinion
          ? null
          : (invertedSubject(reading, word, start, at) ?? leadingWords(reading, start, word))));
    if (subject === null) continue;
    const confidence = weigh(stream, word, at, isOpinion) * (doubtful === null ? 1 : 0.93);
    const cue: Cue = { subject, from: word, to: cueEnd(stream, word, at), confidence, side: 'before' };
    const isKnown = subject.kind !== 'role' || subject.isKnown;
    if (isKnown || at - word <= 2 || !MAYBE_PARTICIPLE.test(token.lower)) return cue;
    // "said the sum agreed for the yard": whether the sum speaks, the verb before it must tell.
    doubtful ??= cue;
  }
  if (doubtful !== null) return doubtful;
  return labelBefore(reading, start, at);
}

/** "was described by Anna Pell as “…”" */
function agentBehind(reading: Reading, verb: number, limit: number): Cue | null {
  const { tokens, lexicon } = reading.stream;
  if (tokens[verb + 1]?.lower !== 'by' || !lexicon.opinionVerbs.has(tokens[verb]!.lower)) return null;
  const subject = subjectAfter(reading, verb + 2, limit);
  if (subject === null) return null;
  const isDirectlyAs = subject.to < limit && /^(?:as|for)$/.test(tokens[subject.to]!.lower);
  return isDirectlyAs ? { subject, from: verb, to: verb + 2, confidence: 0.93, side: 'before' } : null;
}

/** The further from the quotation, the likelier that another verb comes between. */
function weigh({ tokens }: Stream, verb: number, at: number, isOpinion: boolean): number {
  const words = at - verb - 1;
  const isColon = tokens[at - 1]!.kind === 'colon';
  if (words <= 1 || isColon) return 0.97;
  if (words <= 4) return 0.95;
  return words <= 15 ? (isOpinion ? 0.91 : 0.93) : 0.87;
}

function isOpinionVerb(stream: Stream, at: number): boolean {
  const { tokens, lexicon } = stream;
  if (!lexicon.opinionVerbs.has(tokens[at]!.lower)) return false;
  const previous = at > 0 ? tokens[at - 1]! : null;
  return (
    previous?.kind !== 'word' ||
    !(lexicon.passive.has(previous.lower) || lexicon.determiners.has(previous.lower))
  );
}

/** "Pell praised the crew, adding that": the participle's subject is the main verb's. */
function subjectOfParticiple(reading: Reading, participle: number, start: number): Subject | null {
  const { stream } = reading;
  // "with the manager Leon Fisk claiming"
  const run = reading.names.runs[reading.names.runOf[participle - 1]!];
  const isOf = run !== undefined && isBehindPreposition(stream, run.from, start);
  if (run && run.kind !== 'body' && !isOf && !stream.tokens[run.to - 1]!.isPossessive)
    return { kind: 'name', run, isSure: true, from: run.from, to: participle };
  for (let verb = participle - 1, tried = 0; verb > start && tried < MOST_VERBS_TRIED; verb--) {
    if (!isSpeechVerb(stream, verb) && !isOpinionVerb(stream, verb)) continue;
    tried++;
    const subject = subjectBefore(reading, verb, start) ?? invertedSubject(reading, verb, start, participle);
    if (subject !== null) return subject;
  }
  const previous = stream.tokens[participle - 1];
  if (previous?.kind === 'word' && stream.lexicon.passive.has(previous.lower))
    return subjectBefore(reading, participle, start);
  return subjectOfSentence(reading, start, participle);
}

/** "a spokesman for the hedge fund | Atticus" */
function isBehindPreposition({ tokens, lexicon }: Stream, at: number, start: number): boolean {
  for (let before = at - 1; before > Math.max(start, at - 6); before--) {
    if (lexicon.prepositions.has(tokens[before]!.lower)) return lexicon.roles.has(tokens[before - 1]!.lower);
  }
  return false;
}

/** "“A,” said Pell, “B”" and "Said Pell: “B”". */
function invertedSubject(reading: Reading, verb: number, start: number, limit: number): Subject | null {
  const { tokens, lexicon } = reading.stream;
  const previous = verb > start ? tokens[verb - 1]! : null;
  const isInverted = previous === null || previous.kind !== 'word' || lexicon.between.has(previous.lower);
  if (!isInverted || ADDRESSES.test(tokens[verb]!.lower)) return null;
  return uncapitalised(reading, verb + 1, limit) ?? subjectAfter(reading, verb + 1, limit);
}

/** "Pell: “…”", "From Anna Pell: “…”", "a question put by Anna Pell: “…”", "Pell was blunt: “…”". */
function labelBefore(reading: Reading, start: number, at: number): Cue | null {
  const { stream, names } = reading;
  const { tokens, lexicon } = stream;
  const colon = at - 1;
  if (tokens[colon]!.kind !== 'colon') return null;
  const cue = { from: colon, to: at, side: 'before' } as const;
  const from = /^from$/.test(tokens[start]!.lower) ? start + 1 : start;
  const subject = at - start <= 12 ? parsePhrase(reading, from, colon) : null;
  if (subject?.kind === 'name' && subject.isSure && !lexicon.that.has(tokens[from]!.lower))
    return { ...cue, subject, confidence: 0.9 };
  const run = names.runs[names.runOf[colon - 1]!];
  if (run && run.to === colon && run.from >= start && run.kind === 'person')
    return {
      ...cue,
      subject: { kind: 'name', run, isSure: true, from: run.from, to: colon },
      confidence: 0.85,
    };
  const leading = subjectOfSentence(reading, start, colon);
  const isFull = leading?.kind === 'name' && leading.run.to - leading.run.core > 1;
  if (leading?.kind === 'name' && (leading.run.kind === 'person' || (isFull && leading.run.kind !== 'body')))
    return { ...cue, subject: leading, confidence: 0.85 };
  // Somebody is announced, and not in words that can be read: no continuation of whoever spoke before.
  return { ...cue, subject: null, confidence: 0 };
}

function accordingAt(reading: Reading, at: number, limit: number, side: Cue['side']): Cue | null {
  const { stream } = reading;
  const { tokens, lexicon } = stream;
  const length = matchPhrase(lexicon, tokens, at);
  if (length === 0 || at + length >= limit) return null;
  const subject =
    nameAlone(reading, at + length) ??
    subjectAfter(reading, at + length, limit) ??
    uncapitalised(reading, at + length, limit);
  return { subject, from: at, to: at + length, confidence: subject === null ? 0.5 : 0.95, side };
}

/** "The band did “everything” to last, according to Anna Pell": behind a comma, at the end of the sentence. */
function accordingTail(reading: Reading, start: number, limit: number): Cue | null {
  const { tokens } = reading.stream;
  for (let at = start; at < limit; at++) {
    if (tokens[at]!.kind === 'quote' || tokens[at]!.kind === 'stop') return null;
    const found = tokens[at]!.kind === 'comma' ? accordingAt(reading, at + 1, limit, 'after') : null;
    if (found) return found.subject === null ? null : { ...found, confidence: 0.9 };
  }
  return null;
}

/** "Laut Karl Brenner ist …": where the verb follows the speaker, a full name ends the phrase. */
function nameAlone({ stream, names }: Reading, at: number): Subject | null {
  const run = names.runs[names.runOf[at]!];
  if (stream.lexicon.language === 'en' || !run || run.from !== at || run.to - run.core < 2) return null;
  return stream.tokens[run.to - 1]!.isPossessive
    ? null
    : { kind: 'name', run, isSure: true, from: at, to: run.to };
}

function matchPhrase({ accordingTo }: Lexicon, tokens: Stream['tokens'], at: number): number {
  for (const phrase of accordingTo) {
    if (phrase.every((word, index) => tokens[at + index]?.lower === word)) return phrase.length;
  }
  return 0;
}

/** In scripts without capitals a name is the few words behind the verb, up to a preposition or a stop. */
function uncapitalised(reading: Reading, from: number, limit: number): Subject | null {
  const { tokens, lexicon } = reading.stream;
  if (lexicon.language !== 'ar' && lexicon.language !== 'he') return null;
  let to = from;
  let core = from;
  while (to < limit && to - from < 8 && tokens[to]!.kind === 'word') {
    const { lower } = tokens[to]!;
    if (lexicon.prepositions.has(lower) || lexicon.that.has(lower) || lexicon.relatives.has(lower)) break;
    // "director of the museum": what an office is of has the article.
    const isOffices = to === core && core > from && /^(?:ال|ה)\p{L}{2}/u.test(lower);
    if (lexicon.roles.has(lower) || lexicon.titles.has(lower) || isOffices) core = to + 1;
    to++;
  }
  if (to === from || to - core > 4 || core === to) return null;
  const run = { from, core, to, kind: 'unknown', gender: null, titles: [], isHeadline: false } as const;
  return { kind: 'name', run, isSure: to - core > 1, from, to };
}

/** In those scripts, too: the two to four words that a sentence begins with, directly before its verb. */
function leadingWords(reading: Reading, from: number, verb: number): Subject | null {
  const { lexicon } = reading.stream;
  if (verb - from < 2 || verb - from > 4) return null;
  const subject = uncapitalised(reading, from, verb);
  return subject?.to === verb && !lexicon.starters.has(reading.stream.tokens[from]!.lower) ? subject : null;
}

/** "pointed out that": the verb and the particle that belongs to it. */
function cueEnd({ tokens }: Stream, verb: number, limit: number): number {
  const next = tokens[verb + 1];
  return verb + 1 < limit && next !== undefined && /^out$/.test(next.lower) ? verb + 2 : verb + 1;
}

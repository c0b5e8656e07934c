/**
 * Who is who inside one article: the fullest printed form of a name for each shorter one.
 *
 * Naively "Pell" and "Anna Pell" are two speakers. Here runs that share a surname and do not contradict each other in
 * the given name are one speaker; a lone surname goes to the bearer named last before it. Two bearers stay two.
 * O(names); at most {@link MOST_NAMESAKES} bearers of one surname are compared.
 */
import { type Gender, genderOfGivenName } from './cues/given-names.ts';
import type { NameRun, Names } from './speakers-names.ts';
import type { Stream, Token } from './speech-stream.ts';

export interface Speaker {
  /** Folded words of the fullest form. */
  words: readonly string[];
  fullest: NameRun;
  kind: 'person' | 'body' | 'unknown';
  gender: Gender | null;
  /** What the text says this person is, in lower case: "minister", "iran". */
  readonly roles: Set<string>;
  /** Those of its role words that are printed with a capital: "Iran". */
  readonly places: Set<string>;
  readonly runs: NameRun[];
}

export interface Speakers {
  readonly all: readonly Speaker[];
  /** Speaker of each name run. */
  readonly ofRun: readonly Speaker[];
}

const MOST_NAMESAKES = 8;
/** Words read beside a name for what its bearer is. */
const ROLE_REACH = 9;
const DIACRITICS = /\p{M}/gu;

export function foldName(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .toLowerCase()
    .replace(/[’‘'.]/g, '');
  return plain.replace(/^(?:al|el|ez|ad|as|an|at|ash)-(?=\p{L}{3})/u, '');
}

export function findSpeakers(stream: Stream, names: Names): Speakers {
  const byLast = new Map<string, Speaker[]>();
  const byFirst = new Map<string, Speaker[]>();
  const speakerOf = new Map<NameRun, Speaker>();
  const all: Speaker[] = [];
  const folded = names.runs.map((run) =>
    withoutForm(stream.tokens.slice(run.core, run.to).map(({ text }) => foldName(text))),
  );
  const add = (run: NameRun, words: readonly string[]): Speaker => {
    const speaker = {
      words,
      fullest: run,
      kind: run.kind,
      gender: run.gender,
      roles: new Set<string>(),
      places: new Set<string>(),
      runs: [],
    };
    all.push(speaker);
    put(byLast, words.at(-1)!, speaker);
    const isShortened =
      run.kind === 'person' || genderOfGivenName(words[0]!) !== undefined || isFirm(stream, run);
    if (words.length > 1 && isShortened && !PLAIN_FIRST.test(words[0]!)) put(byFirst, words[0]!, speaker);
    return speaker;
  };
  // Longer names first, so that a surname finds its bearer wherever the full name stands. Headlines come last.
  for (const pass of [0, 1, 2, 3]) {
    for (const [index, run] of names.runs.entries()) {
      const words = folded[index]!;
      const isFor = (run.isHeadline ? 2 : 0) + (words.length > 1 ? 0 : 1);
      if (isFor !== pass) continue;
      const bearers =
        words.length > 1 ? (byLast.get(words.at(-1)!) ?? []) : bearersOf(words[0]!, byLast, byFirst);
      const speaker =
        chooseBearer(bearers, run, words) ??
        longerFirm(byFirst.get(words[0]!) ?? [], words) ??
        add(run, words);
      speakerOf.set(run, speaker);
      join(stream, speaker, run, words);
    }
  }
  for (const [run, speaker] of speakerOf) run.kind = speaker.kind;
  return { all, ofRun: names.runs.map((run) => speakerOf.get(run)!) };
}

const COMPANY_FORM =
  /^(?:inc|corp|co|ltd|plc|llc|corporation|company|incorporated|limited|sa|ag|nv|gmbh|spa|pty)$/;
/** First words that many names share: "British" is not short for "British Telecommunications Plc". */
const PLAIN_FIRST =
  /^(?:first|new|united|national|general|american|british|canadian|japan|china|bank|east|west|north|south|northern|southern|western|eastern|international|royal|central|federal|australian|french|german|pacific|atlantic|standard|san|los|las|great|city|state|union)$/;

/** A name without the company's form in law, unless nothing else is left. */
function withoutForm(words: readonly string[]): readonly string[] {
  let to = words.length;
  while (
    to > 1 &&
    (COMPANY_FORM.test(words[to - 1]!) || (to > 2 && /^(?:jr|sr|junior|mp)$/.test(words[to - 1]!)))
  )
    to--;
  return to === words.length ? words : words.slice(0, to);
}

/** Companies, unlike offices and clubs, are named by their first word alone: "Henley" for "Henley Group Inc". */
function isFirm({ tokens }: Stream, { kind, to }: NameRun): boolean {
  const { lower } = tokens[to - 1]!;
  return (
    kind === 'body' && (COMPANY_FORM.test(lower) || /^(?:group|industries|holdings|bancorp)$/.test(lower))
  );
}

/** "First Interstate" for "First Interstate Bancorp". */
function longerFirm(bearers: readonly Speaker[], words: readonly string[]): Speaker | null {
  const isPart = ({ kind, words: longer }: Speaker): boolean =>
    kind === 'body' && words.length > 1 && words.every((word, at) => longer[at] === word);
  const found = bearers.filter(isPart);
  return found.length === 1 ? found[0]! : null;
}

function put(map: Map<string, Speaker[]>, key: string, speaker: Speaker): void {
  const list = map.get(key);
  if (!list) map.set(key, [speaker]);
  else if (list.length < MOST_NAMESAKES) list.push(speaker);
}

function bearersOf(
  word: string,
  byLast: ReadonlyMap<string, Speaker[]>,
  byFirst: ReadonlyMap<string, Speaker[]>,
): readonly Speaker[] {
  return byLast.get(word) ?? byFirst.get(word) ?? [];
}

function chooseBearer(bearers: readonly Speaker[], run: NameRun, words: readonly string[]): Speaker | null {
  let best: Speaker | null = null;
  for (const bearer of bearers) {
    if (!agrees(bearer, run, words)) continue;
    if (best === null || distance(bearer, run) < distance(best, run)) best = bearer;
  }
  return best;
}

/** Tokens back to the bearer's nearest earlier mention; a bearer only named later is far. */
function distance({ runs }: Speaker, { from }: NameRun): number {
  for (let at = runs.length - 1, tried = 0; at >= 0 && tried < 64; at--, tried++) {
    if (runs[at]!.from <= from) return from - runs[at]!.from;
  }
  return 1e6 + (runs[0]?.from ?? 0);
}

function agrees(bearer: Speaker, run: NameRun, words: readonly string[]): boolean {
  if (run.gender !== null && bearer.gender !== null && run.gender !== bearer.gender) return false;
  if (words.length === 1) return !(bearer.kind === 'body' && run.kind === 'person');
  if (bearer.words.length === 1) return true;
  const [mine, theirs] = [words[0]!, bearer.words[0]!];
  if (mine === theirs || mine.startsWith(theirs) || theirs.startsWith(mine)) return true;
  // "Sayyed Hassan Nasrallah" and "Hassan Nasrallah": the shorter is the longer's end.
  const [short, long] = words.length < bearer.words.length ? [words, bearer.words] : [bearer.words, words];
  return short.every((word, at) => long[long.length - short.length + at] === word);
}

function join(stream: Stream, speaker: Speaker, run: NameRun, words: readonly string[]): void {
  const isLonger = run.to - run.core > speaker.fullest.to - speaker.fullest.core;
  const isFuller = isLonger && !(run.isHeadline && !speaker.fullest.isHeadline);
  if (isFuller) {
    speaker.words = words;
    speaker.fullest = run;
  }
  if (speaker.kind === 'unknown') speaker.kind = run.kind;
  speaker.gender ??= run.gender;
  speaker.runs.push(run);
  for (const { lower, isCapital } of rolesBeside(stream, run)) {
    speaker.roles.add(lower);
    if (isCapital && !stream.lexicon.titles.has(lower)) speaker.places.add(lower);
  }
  if (speaker.kind === 'unknown' && isAffiliation(stream, run)) speaker.kind = 'body';
}

/** "Hamas officials", "Iran's minister", "the movement Hamas", "the Port Authority": no person. */
function isAffiliation({ tokens, lexicon }: Stream, run: NameRun): boolean {
  const next = tokens[run.to];
  const afterNext = tokens[run.to + 1];
  const before = run.from > 0 ? tokens[run.from - 1]! : null;
  if (before?.kind === 'word' && (before.lower === 'the' || BODY_NOUN.test(before.lower))) return true;
  if (next?.kind !== 'word' || lexicon.determiners.has(next.lower)) return false;
  if (genderOfGivenName(tokens[run.core]!.lower) !== undefined) return false;
  const isOffice = (word: string | undefined) =>
    word !== undefined && lexicon.titles.has(word) && lexicon.roles.has(word);
  if (tokens[run.to - 1]!.isPossessive) return isOffice(next.lower) || isOffice(afterNext?.lower);
  return lexicon.roles.has(next.lower) && !lexicon.verbs.has(next.lower);
}

const BODY_NOUN =
  /^(?:movement|group|party|company|firm|club|agency|newspaper|network|organisation|organization|charity|union|militia|maker|giant|bank|airline|faction|broadcaster|website|magazine|daily|retailer|watchdog|university|in|near)$/;

/** "Shadow chancellor": another than the chancellor. */
const isShadow = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && tokens[at - 1]!.lower === 'shadow';
export const shadowOf = (office: string): string => `shadow ${office}`;

/** "Hamas spokesman Pell", "Pell, the head of the trust,", "the mayor, Anna Pell,". */
function rolesBeside({ tokens, lexicon, sentences, sentenceOf }: Stream, run: NameRun): Token[] {
  const found: Token[] = [];
  const sentence = sentences[sentenceOf[run.from]!]!;
  const take = (at: number): void => {
    const token = tokens[at]!;
    if (lexicon.determiners.has(token.lower) || lexicon.prepositions.has(token.lower)) return;
    found.push(isShadow(tokens, at) ? { ...token, lower: shadowOf(token.lower) } : token);
  };
  for (let at = run.from; at < run.core; at++) take(at);
  let at = run.from - 1;
  if (at > sentence.from && tokens[at]!.kind === 'comma') at--;
  // "the member for Eastgate": Eastgate is no member.
  if (run.core === run.from && at >= sentence.from && lexicon.prepositions.has(tokens[at]!.lower)) at = -1;
  for (let reach = 0; at >= sentence.from && reach < ROLE_REACH; at--, reach++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || lexicon.verbs.has(token.lower) || lexicon.relatives.has(token.lower)) break;
    const isVerb =
      lexicon.opinionVerbs.has(token.lower) || lexicon.between.has(token.lower) || /..ed$/.test(token.lower);
    if (isVerb && !lexicon.roles.has(token.lower) && !lexicon.titles.has(token.lower)) break;
    if (lexicon.conjunctions.has(token.lower) || lexicon.that.has(token.lower)) break;
    take(at);
    if (lexicon.determiners.has(token.lower)) break;
  }
  const isOfficeWord = ({ lower }: Token): boolean => {
    const office = lower.replace(/^shadow /, '');
    return lexicon.roles.has(office) || lexicon.titles.has(office);
  };
  if (!found.some(isOfficeWord)) found.length = 0;
  if (tokens[run.to]?.kind !== 'comma' || run.to + 1 >= sentence.to) return found;
  const after: Token[] = [];
  const isOpen = lexicon.determiners.has(tokens[run.to + 1]!.lower);
  for (let next = run.to + 1; next < Math.min(sentence.to, run.to + 1 + ROLE_REACH); next++) {
    const token = tokens[next]!;
    // "Echoing Pell, the mayor said": the mayor is another.
    if (isOpen && lexicon.verbs.has(token.lower)) return found;
    if (token.kind !== 'word' || lexicon.relatives.has(token.lower) || lexicon.verbs.has(token.lower)) break;
    if (!lexicon.determiners.has(token.lower) && !lexicon.prepositions.has(token.lower)) after.push(token);
  }
  return after.some(({ lower }) => lexicon.roles.has(lower)) ? [...found, ...after] : found;
}

/**
 * Name runs: where a text prints the name of somebody who may have spoken.
 *
 * Naively every run of capitals is a name, and "However Prime Minister Pell" is one. Here a run is joined over particles
 * ("van", "bin"), loses the titles before it and the sentence's first word when that is no name, and tells persons from
 * bodies where its words do. The entity recogniser is another room; this is the part that cues need. O(tokens).
 */
import type { TextPosition } from '../text/position.ts';
import { type Gender, genderOfGivenName } from './cues/given-names.ts';
import type { Stream, Token } from './speech-stream.ts';
import { isDemonym } from './speech-verbs.ts';

export interface NameRun {
  /** Tokens [from, to); the name without its titles begins at `core`. */
  readonly from: number;
  readonly core: number;
  readonly to: number;
  /** At first by its own words; then what the whole text shows its bearer to be. */
  kind: 'person' | 'body' | 'unknown';
  readonly gender: Gender | null;
  /** Titles in lower case. */
  readonly titles: readonly string[];
  /** In a headline, where every word has a capital. */
  readonly isHeadline: boolean;
}

const PARTICLES = new Set(
  "de del della di da dos das do du la le van von der den ter ten bin ibn ben bint al el abu y zu af av ould st d' e".split(
    ' ',
  ),
);
const BODY_WORDS = new Set(
  'company corporation corp inc ltd plc llc co group bank ministry department council committee commission party union association federation institute university college school authority agency army force forces police movement brigades front organisation organization trust club united fc press news times post tribune journal courier radio daily tv channel network service services society foundation office house senate congress parliament court board bureau airlines airways motors electric industries systems international exchange league nations guild church brotherhood jihad media government administration campaign team embassy museum hospital library coastguard guard fund alliance coalition centre center resistance cabinet treasury ministries telecom energy oil steel securities holdings partners brothers associates city town rovers wanderers athletic county mail airport railway railways rail water labs software entertainment pictures studios records films'.split(
    ' ',
  ),
);
const OF_BODIES = new Set(
  'bank ministry trust department university house council association federation church institute board chamber chambers organisation organization court republic army party union society office academy school college league museum confederation bureau secretary board'.split(
    ' ',
  ),
);
/** Words of titles that name bodies as well: only together with a title proper are they cut off. */
const SOFT_TITLES = new Set(
  'foreign defence defense interior finance health home political security military national first second third citizen executive assistant associate senior acting former deputy vice his her prime staff private sister brother father justice-department republican democrat leader'.split(
    ' ',
  ),
);
const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const MALE_TITLES = new Set(
  'mr sir lord king prince duke father brother baron sheikh sayyed herr monsieur señor sr don'.split(' '),
);
const FEMALE_TITLES = new Set(
  'mrs ms miss lady dame queen princess duchess sister baroness mme mlle frau señora sra doña'.split(' '),
);
/** "Sailors" at the start of a sentence. */
const MANY = /(?:ers|ors|ists|ians|ants|ents|men|women)$/;
const LONGEST_RUN = 9;

export interface Names {
  readonly runs: readonly NameRun[];
  /** Index of the run that a token belongs to, or -1. */
  readonly runOf: Int32Array;
}

export function findNames(stream: Stream): Names {
  const { tokens, sentences } = stream;
  const surnames = surnamesIn(stream);
  const runOf = new Int32Array(tokens.length).fill(-1);
  const runs: NameRun[] = [];
  for (const { from, to } of sentences) {
    const isHeadline = isTitleCase(stream, from, to);
    for (let at = from; at < to; at++) {
      if (!isNameWord(stream, at, from)) continue;
      const end = runEnd(stream, at, to);
      const run = describeRun(stream, at, end, surnames, isHeadline);
      if (run !== null) {
        runOf.fill(runs.length, run.from, run.to);
        runs.push(run);
      }
      at = end - 1;
    }
  }
  return { runs, runOf };
}

/** "Ken | Doctor", "Mr | King", "Andrea | Arnold": offices and given names that are surnames in this text. */
function surnamesIn({ tokens, lexicon }: Stream): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 1; at < tokens.length; at++) {
    const { lower, isCapital } = tokens[at]!;
    const before = tokens[at - 1]!;
    if (!isCapital || !before.isCapital || lexicon.starters.has(before.lower)) continue;
    if (CIVIL_TITLE.test(before.lower) || genderOfGivenName(before.lower) !== undefined) found.add(lower);
  }
  return found;
}

const CIVIL_TITLE = /^(?:mr|mrs|ms|miss|dr|sir)$/;

function isTitleCase({ tokens }: Stream, from: number, to: number): boolean {
  if (to - from > 25 || tokens[to - 1]!.kind === 'stop') return false;
  let capitals = 0;
  let words = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    if (token.kind === 'quote') return false;
    if (token.kind !== 'word' || token.text.length < 4) continue;
    words++;
    if (token.isCapital) capitals++;
  }
  return words > 4 && capitals > words * 0.6;
}

function isNameWord(stream: Stream, at: number, sentenceStart: number): boolean {
  const { tokens, lexicon, lowerSeen } = stream;
  const token = tokens[at]!;
  if (token.kind !== 'word' || !token.isCapital) return false;
  const previous = at > sentenceStart ? tokens[at - 1]! : null;
  if (DAYS.has(token.lower))
    return (previous?.isCapital ?? false) && !lexicon.starters.has(previous?.lower ?? '');
  const isFirst = previous === null || previous.kind === 'colon' || previous.kind === 'dash';
  // "First Interstate", "First Boston"
  const isFirstOf = token.lower === 'first' && isCapital(tokens[at + 1]) && isAdjacent(stream, at + 1);
  if (lexicon.starters.has(token.lower) && !isGivenName(token)) return isFirstOf;
  if (!isFirst)
    return (
      !/^\p{Lu}+$/u.test(token.text) ||
      token.text.length > 1 ||
      !'IA'.includes(token.text) ||
      isCapital(tokens[at + 1])
    );
  if (lexicon.between.has(token.lower) || lexicon.participles.has(token.lower)) return false;
  // "Launching the plan, …"
  const { lower: next = '' } = tokens[at + 1] ?? {};
  const isDoing = /..ing$/.test(token.lower) && !stream.capitalSeen.has(token.lower);
  if (isDoing && (lexicon.determiners.has(next) || lexicon.prepositions.has(next))) return false;
  // Not "Traders said" or "Police said", but "Minister Reyes said" and "Brown said".
  if (isCapital(tokens[at + 1]) && !lexicon.starters.has(tokens[at + 1]!.lower)) return true;
  if (lexicon.roles.has(token.lower) || lexicon.documents.has(token.lower) || lexicon.verbs.has(token.lower))
    return false;
  if (isGivenName(token)) return true;
  const isMany = MANY.test(token.lower) && !stream.capitalSeen.has(token.lower);
  return !lowerSeen.has(token.lower) && !isMany;
}

const isCapital = (token: Token | undefined): boolean => token?.kind === 'word' && token.isCapital;
const isGivenName = (token: Token): boolean =>
  token.text.length > 3 && genderOfGivenName(token.lower) !== undefined;

function runEnd(stream: Stream, from: number, limit: number): number {
  const { tokens, lexicon } = stream;
  let at = from + 1;
  while (at < limit && at - from < LONGEST_RUN) {
    const previous = tokens[at - 1]!;
    const token = tokens[at]!;
    if (isNickname(stream, at, limit)) {
      at += 4;
      continue;
    }
    // "Ferry Users' | Group", "People's | Daily"
    const isGroup = token.isCapital && BODY_WORDS.has(token.lower) && /(?:s|^People)$/.test(previous.text);
    if ((previous.isPossessive && !isGroup) || token.kind !== 'word' || !isAdjacent(stream, at)) break;
    if (token.isCapital) {
      // "Henk Ten Cate"
      const isInside = isGivenName(previous) && isCapital(tokens[at + 1]) && isAdjacent(stream, at + 1);
      const isStarter = lexicon.starters.has(token.lower) && !DAYS.has(token.lower);
      if (isStarter && !isGivenName(token) && !isInside) break;
      if (DAYS.has(token.lower) && isCapital(tokens[at - 2])) break;
      at++;
    } else if (PARTICLES.has(token.lower) && isCapital(tokens[at + 1]) && at + 1 < limit) at += 2;
    else if (
      PARTICLES.has(token.lower) &&
      PARTICLES.has(tokens[at + 1]?.lower ?? '') &&
      isCapital(tokens[at + 2])
    )
      at += 3;
    else if (
      token.lower === 'of' &&
      OF_BODIES.has(previous.lower) &&
      isCapital(tokens[at + 1]) &&
      at + 1 < limit
    )
      at += 2;
    else if (token.lower === 'and' && FIRM_ENDS.test(tokens[at + 1]?.text ?? '')) at += 2;
    else if (
      token.lower === 'and' &&
      isCapital(tokens[at + 1]) &&
      namesOffice(stream, at + 2) &&
      // Not "J.P. Morgan and Bankers Trust".
      (at - from === 1 || BODY_WORDS.has(previous.lower))
    )
      at += 2;
    else if (token.text === '&' && isCapital(tokens[at + 1])) at += 2;
    else break;
  }
  return Math.min(at, limit);
}

/** "James (Jim) Nugent". */
function isNickname({ tokens }: Stream, at: number, limit: number): boolean {
  if (at + 3 >= limit || tokens[at]!.text !== '(' || tokens[at + 2]!.text !== ')') return false;
  return isCapital(tokens[at + 1]) && isCapital(tokens[at + 3]) && tokens[at + 1]!.text.length > 2;
}

/** "Goldman, Sachs and Co" */
const FIRM_ENDS = /^(?:Co|Company|Sons|Partners|Brothers|Bros|Associates)$/;
/** A news agency's share code behind a name: only companies have one. */
const SHARE_CODE = /^ ?<[A-Z][A-Z.]{0,9}>/;

const PUBLIC_BODY =
  /^(?:commission|department|ministry|committee|council|agency|board|service|services|office|exchange|bureau|administration|authority|association|union|institute)$/;

/** "Trade and Industry | Minister", "Securities and Exchange | Commission". */
function namesOffice({ tokens, lexicon }: Stream, at: number): boolean {
  const token = tokens[at];
  return (
    isCapital(token) &&
    (PUBLIC_BODY.test(token!.lower) || (lexicon.titles.has(token!.lower) && lexicon.roles.has(token!.lower)))
  );
}

/** Only a space, an initial's full stop or an ampersand between two words of a name. */
function isAdjacent({ text, tokens }: Stream, at: number): boolean {
  const gap = text.slice(tokens[at - 1]!.end, Math.min(tokens[at]!.start, tokens[at - 1]!.end + 8));
  return /^(?:\.?|[’']s?)(?:\s+(?:& )?|)$/u.test(gap);
}

function describeRun(
  stream: Stream,
  from: number,
  to: number,
  surnames: ReadonlySet<string>,
  isHeadline: boolean,
): NameRun | null {
  const { tokens, lexicon } = stream;
  const last = tokens[to - 1]!.lower;
  const isBody =
    BODY_WORDS.has(last) ||
    SHARE_CODE.test(stream.text.slice(tokens[to - 1]!.end, tokens[to - 1]!.end + 14)) ||
    tokens
      .slice(from, to)
      .some(
        ({ lower }, at) =>
          OF_BODIES.has(lower) &&
          !lexicon.titles.has(lower) &&
          tokens[from + at + 1]?.lower === 'of' &&
          from + at + 1 < to,
      );
  const office = isBody ? from : behindOfficeOf(stream, from, to);
  // "The Secretary of State": a role, no name.
  if (office >= to) return null;
  let core = office;
  if (!isBody && office === from) {
    for (let at = to - 2; at >= from; at--) {
      if (!isTitle(stream, at) || SOFT_TITLES.has(tokens[at]!.lower)) continue;
      core = at + 1;
      break;
    }
    const before = from >= 2 && tokens[from - 1]!.lower === 'of' ? tokens[from - 2]! : null;
    // "Minister of Culture Paulina Reyes"
    if (core === from && to - from >= 2 && before?.isCapital && lexicon.titles.has(before.lower))
      core = from + 1;
    // German: "die Bauleiterin | Jutta Reimann"; a name has no article.
    const hasArticle = from > 0 && lexicon.determiners.has(tokens[from - 1]!.lower);
    if (lexicon.language === 'de' && hasArticle && core === from && to - from >= 3) core = from + 1;
    // "Film-maker | Spike Lee", "Long-serving | Pell"
    const isFirst = from === 0 || tokens[from - 1]!.kind !== 'word';
    if (core === from && to - from >= 2 && isFirst && /^\p{Lu}\p{Ll}+-\p{Ll}/u.test(tokens[from]!.text))
      core = from + 1;
  }
  if (!isBody && office === from) core = Math.max(core, behindOffice(stream, from, to));
  const titles = tokens
    .slice(from, core)
    .map(({ lower }) => lower)
    .filter((lower) => !lower.includes('-') || HYPHENED_TRADE.test(lower));
  const before = from > 0 ? tokens[from - 1]! : null;
  const isOneRole =
    before?.kind === 'word' && lexicon.roles.has(before.lower) && !/[^s]s$/.test(before.lower);
  if (core === from && isOneRole) titles.push(before.lower);
  // "the Italian", and a lone "O" of a list: no name.
  const isPeople = to - core <= 2 && tokens[from - 1]?.lower === 'the' && isDemonym(last);
  if (isPeople || (to - core === 1 && tokens[core]!.text.length === 1)) return null;
  // "The Prime Minister": a role, no name.
  if (titleOnly(stream, core, to) && !(to - core <= 2 && surnames.has(last))) return null;
  // "Arnold" for Andrea Arnold
  const isSurname = to - core === 1 && surnames.has(last);
  const given = isSurname ? undefined : genderOfGivenName(tokens[core]!.lower);
  const gender = titles.some((title) => MALE_TITLES.has(title))
    ? 'he'
    : titles.some((title) => FEMALE_TITLES.has(title))
      ? 'she'
      : (given ?? null);
  const isAcronym = to - core === 1 && /^(?:\p{Lu}\.?){2,6}$/u.test(tokens[core]!.text);
  const isPerson = !isBody && (titles.length > 0 || (given !== undefined && to - core > 1));
  return {
    from,
    core,
    to,
    kind: isBody || isAcronym ? 'body' : isPerson ? 'person' : 'unknown',
    gender,
    titles,
    isHeadline,
  };
}

/** Where the person begins in "Secretary of State Anna Pell", "Secretary of Trade and Industry Leon Fisk". */
function behindOfficeOf({ tokens, lexicon }: Stream, from: number, to: number): number {
  for (let at = from; at + 2 < to; at++) {
    const { lower } = tokens[at]!;
    if (tokens[at + 1]!.lower !== 'of' || !lexicon.titles.has(lower) || !lexicon.roles.has(lower)) continue;
    return tokens[at + 3]?.lower === 'and' && at + 4 < to ? at + 5 : at + 3;
  }
  return from;
}

/** Where the person begins in "Minister for Young People and Families Margaret Hodge", "Trade Association Ola Berg". */
function behindOffice(stream: Stream, from: number, to: number): number {
  const { tokens, lowerSeen } = stream;
  for (let at = to - 3; at >= from; at--) {
    if (isGivenName(tokens[at + 1]!) && isBesideName(stream, from, at)) return at + 1;
  }
  if (to - from < 3 || isGivenName(tokens[from]!) || !isGivenName(tokens[from + 1]!)) return from;
  const before = from > 0 ? tokens[from - 1]! : null;
  const isTrade =
    lowerSeen.has(tokens[from]!.lower) ||
    /(?:er|or|ist|man|woman|ant|ful|ous|ed|ing|ive|less)$/.test(tokens[from]!.lower);
  const joins = before !== null && /^(?:and|of|for|at|in)$/.test(before.lower);
  return joins || (before?.kind !== 'word' && isTrade) ? from + 1 : from;
}

/** "Film-maker", "secretary-general": of the words with hyphens before names, those that make a person. */
const HYPHENED_TRADE = /(?:er|or|ist|man|woman|half|back|general|elect|president|minister|founder)$/;
const PARTY = /^(?:tory|dem|democrat|republican|labour|conservative)$/;

/** "Leader | Robert", "CNPF | Francois", "Scrum-half | Peter", "Chancellor of the Exchequer | Nigel". */
function isBesideName({ tokens, lexicon }: Stream, from: number, at: number): boolean {
  const { lower, text } = tokens[at]!;
  if (BODY_WORDS.has(lower) || lexicon.titles.has(lower) || lexicon.roles.has(lower)) return true;
  if ((at === from && isDemonym(lower)) || PARTY.test(lower)) return true;
  if (/^\p{Lu}{3,}$/u.test(text) || /^\p{Lu}\p{Ll}+-\p{Ll}/u.test(text)) return true;
  const office = tokens[from - 1]?.lower === 'the' ? from - 3 : from - 2;
  const isOffice =
    office >= 0 && tokens[office + 1]!.lower === 'of' && lexicon.titles.has(tokens[office]!.lower);
  return at === from && isOffice;
}

function isTitle({ tokens, lexicon }: Stream, at: number): boolean {
  const { lower } = tokens[at]!;
  return (
    lexicon.titles.has(lower) ||
    (lexicon.roles.has(lower) && lower.length > 4) ||
    /-(?:general|elect|president|minister)$/.test(lower)
  );
}

function titleOnly(stream: Stream, from: number, to: number): boolean {
  const { tokens, lexicon } = stream;
  const last = tokens[to - 1]!.lower;
  if (!lexicon.roles.has(last) || (BODY_WORDS.has(last) && to - from > 1)) return false;
  // A surname may be a trade ("Jane Baker"), after a given name only.
  return !(to - from > 1 && genderOfGivenName(tokens[from]!.lower) !== undefined);
}

/** The printed name without its titles. */
export function nameSpan({ tokens }: Stream, { core, to }: NameRun): TextPosition {
  return { start: tokens[core]!.start, end: tokens[to - 1]!.end };
}

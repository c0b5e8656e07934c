/**
 * Every place where a text contains a surface form of the gazetteer.
 *
 * The naive version tries each form at each position, O(text × forms); tests keep it as the oracle. Here one pass
 * over the tokens walks the trie, O(text + hits), whatever the archive's size. Overlaps resolve leftmost-longest:
 * "New York Times" is one hit, not three (precision over recall). Words begin and end at word boundaries; Arabic and
 * Hebrew clitics in front of a name are stepped over.
 */
import { cliticCuts } from '../text/clitics.ts';
import { DROPPED, foldUnit, SEPARATOR } from '../text/fold.ts';
import {
  createTokens,
  foldToken,
  HASH1_START,
  HASH2_START,
  stepHash1,
  stepHash2,
  type Tokens,
  tokenise,
} from '../text/tokenise.ts';
import { formOfBoth, type Gazetteer, mayOpen, step } from './gazetteer.ts';

/** One hit; `form` indexes the gazetteer's forms, [start, end) the text. */
export interface NameHit {
  readonly form: number;
  readonly start: number;
  readonly end: number;
}

interface Match {
  form: number;
  last: number;
}

const besideMatch: Match = { form: -1, last: 0 };
let scratch: Tokens = createTokens(1024);

/** Hits in reading order, never overlapping. */
export function findNames(gazetteer: Gazetteer, text: string): NameHit[] {
  scratch = tokenise(text, scratch);
  const tokens = scratch;
  const hits: NameHit[] = [];
  const match: Match = { form: -1, last: 0 };
  for (let index = 0; index < tokens.count; index++) {
    let start = tokens.start[index] as number;
    match.form = -1;
    const hash1 = tokens.hash1[index] as number;
    const hash2 = tokens.hash2[index] as number;
    walk(gazetteer, text, tokens, index, hash1, hash2, match);
    if (match.form < 0 && text.charCodeAt(start) >= 0x05d0)
      start = walkPastClitic(gazetteer, tokens, index, text, match);
    if (match.form < 0) continue;
    const end = tokens.end[match.last] as number;
    if (!isInsideRun(text, start, end)) {
      hits.push({ form: match.form, start, end });
      index = match.last;
    }
  }
  return hits;
}

/** The longest form from token `index` on, whose hashes may stand for a part of it; of one length those of both tries. */
function walk(
  gazetteer: Gazetteer,
  text: string,
  tokens: Tokens,
  index: number,
  hash1: number,
  hash2: number,
  match: Match,
): void {
  if (mayOpen(gazetteer, hash1, hash2)) walkTrie(gazetteer, text, tokens, index, hash1, hash2, match);
  const further = gazetteer.beside?.gazetteer;
  if (!further || !mayOpen(further, hash1, hash2)) return;
  besideMatch.form = -1;
  walkTrie(further, text, tokens, index, hash1, hash2, besideMatch);
  if (besideMatch.form < 0 || (match.form >= 0 && match.last > besideMatch.last)) return;
  const own = match.form >= 0 && match.last === besideMatch.last ? match.form : -1;
  match.form = formOfBoth(gazetteer, own, besideMatch.form);
  match.last = besideMatch.last;
}

function walkTrie(
  gazetteer: Gazetteer,
  text: string,
  tokens: Tokens,
  index: number,
  hash1: number,
  hash2: number,
  match: Match,
): void {
  let state = step(gazetteer, 0, hash1, hash2);
  for (let last = index; state !== 0; ) {
    const form = gazetteer.form[state] as number;
    if (form >= 0) {
      match.form = form;
      match.last = last;
    }
    if (++last >= tokens.count || !isOneName(text, tokens.end[last - 1]!, tokens.start[last]!)) return;
    state = step(gazetteer, state, tokens.hash1[last] as number, tokens.hash2[last] as number);
  }
}

/** What may stand between the words of one name: blanks, hyphens, stops, apostrophes, one line break. */
function isOneName(text: string, end: number, start: number): boolean {
  let breaks = 0;
  for (let index = end; index < start; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x0a) breaks++;
    else if (!JOINTS.has(unit) && foldUnit(unit) !== DROPPED) return false;
  }
  return breaks <= 1;
}

const JOINTS = new Set(Array.from(' \u00a0\u2009\u202f\t\r-‐‑–־./&·', (joint) => joint.charCodeAt(0)));

function walkPastClitic(
  gazetteer: Gazetteer,
  tokens: Tokens,
  index: number,
  text: string,
  match: Match,
): number {
  const start = tokens.start[index] as number;
  const end = tokens.end[index] as number;
  for (const cut of cliticCuts(text, start, end)) {
    const word = cut.prefix + foldToken(text, cut.start, end);
    let hash1 = HASH1_START;
    let hash2 = HASH2_START;
    for (let at = 0; at < word.length; at++) {
      hash1 = stepHash1(hash1, word.charCodeAt(at));
      hash2 = stepHash2(hash2, word.charCodeAt(at));
    }
    walk(gazetteer, text, tokens, index, hash1, hash2, match);
    if (match.form >= 0) return cut.start;
  }
  return start;
}

/** Scripts whose characters are single tokens but whose words still end somewhere: a neighbour of the same class means inside a word. */
function isInsideRun(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  const after = end < text.length ? text.charCodeAt(end) : 0;
  if (isKatakana(first) && isKatakana(before)) return true;
  if (isKatakana(last) && isKatakana(after)) return true;
  return isHangul(first) && isHangul(before) && foldUnit(before) !== SEPARATOR;
}

function isKatakana(unit: number): boolean {
  return (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc;
}
/** Korean particles follow a name without a space, so only what stands before it can make it part of a word. */
function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

/**
 * A page's full names settle its surnames: after "Ana Costa", Costa is she, and no other Costa of the archive.
 *
 * The naive version asks the archive first, and links the page's Costa to the one Costa it knows though the page names
 * somebody else in full. O(hits + full names).
 */
import { words } from '../text/tokenise.ts';
import { stemOf } from './group/inflection.ts';
import type { HeardCandidate, JudgedHit } from './judge-hit.ts';
import type { FullName } from './link-recognised.ts';
import { FORM_KINDS } from './surface-forms.ts';

/** For each word of the page's full names, the entities that those may mean, with how surely; empty: nobody known. */
export type BearersByWord = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** The word is also that of somebody on the page whom the archive does not know: a coin's toss, and no link. */
const BESIDE_STRANGER = 0.6;

export function bearersByWord(names: Iterable<FullName>): BearersByWord {
  const byWord = new Map<string, Map<number, number>>();
  const strangers = new Set<string>();
  for (const { words: parts, bearers } of names) {
    for (const part of parts) {
      if (bearers.size === 0) strangers.add(stemOf(part));
      const word = stemOf(part);
      const known = byWord.get(word) ?? new Map<number, number>();
      byWord.set(word, known);
      for (const [entity, score] of bearers) known.set(entity, Math.max(score, known.get(entity) ?? 0));
    }
  }
  for (const word of strangers) {
    const bearers = byWord.get(word) as Map<number, number>;
    for (const [entity, score] of bearers) bearers.set(entity, score * BESIDE_STRANGER);
  }
  return byWord;
}

/** The hit as the page's full names leave it; null when they are of people whom the archive does not know. */
export function narrowHit(byWord: BearersByWord, text: string, hit: JudgedHit): JudgedHit | null {
  if (byWord.size === 0 || hit.candidates.some(({ kind }) => kind !== FORM_KINDS.short)) return hit;
  const bearers = bearersOf(byWord, text.slice(hit.start, hit.end));
  if (!bearers) return hit;
  const candidates = hit.candidates.filter(({ entity }) => bearers.has(entity));
  return candidates.length === 0
    ? looseHit(byWord, text, hit)
    : { ...hit, candidates: toHeard(candidates, bearers) };
}

/** A single word that nothing recorded fits, but a full name of the page does. */
export function looseHit(
  byWord: BearersByWord,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): JudgedHit | null {
  const bearers = bearersOf(byWord, text.slice(start, end));
  if (!bearers || bearers.size === 0) return null;
  const candidates = [...bearers.keys()].sort((a, b) => a - b).map((entity) => ({ entity }));
  return { start, end, candidates: toHeard(candidates, bearers), isSure: false };
}

function bearersOf(byWord: BearersByWord, exact: string): ReadonlyMap<number, number> | null {
  const [word, second] = words(exact);
  return word === undefined || second !== undefined ? null : (byWord.get(stemOf(word)) ?? null);
}

function toHeard(
  candidates: readonly { readonly entity: number }[],
  bearers: ReadonlyMap<number, number>,
): HeardCandidate[] {
  return candidates.map(({ entity }) => ({
    ...{ entity, kind: FORM_KINDS.short, why: 'surname' },
    score: bearers.get(entity) as number,
  }));
}

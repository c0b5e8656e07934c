/**
 * What one hit may mean where it stands, before the rest of the page is heard: which candidates survive their
 * neighbours and their capitals, and whether a survivor is sure by its form alone.
 *
 * The naive version links every hit. Measured on news, most wrong links come from surnames, acronyms that are words
 * ("us"), places inside other names ("Jerusalem Post"): each has a rule here, all local, O(1) a hit.
 */

import { fold } from '../text/tokenise.ts';
import { isCommonWord } from './common-words.ts';
import type { Entity } from './entity.ts';
import type { EntityList } from './entity-list.ts';
import type { NameHit } from './find-names.ts';
import { candidatesOf, type FormCandidate, type Gazetteer } from './gazetteer.ts';
import type { MatchReason } from './mention.ts';
import {
  followsGivenName,
  goesOn,
  isCapitalised,
  isMonthHere,
  isPartOfOtherName,
  type Neighbours,
  type readCasing,
  readNeighbours,
} from './name-neighbours.ts';
import { FORM_KINDS } from './surface-forms.ts';

/** Not a recorded form: a name that sounds like one (link-heard.ts). */
export interface HeardCandidate extends FormCandidate {
  /** Of compareNames. */
  readonly score: number;
  readonly why: MatchReason;
}

export interface JudgedHit {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly (FormCandidate | HeardCandidate)[];
  /** True when the form alone is enough: it may then speak for others. */
  readonly isSure: boolean;
}

type Casing = ReturnType<typeof readCasing>;

/** null when nothing the form could mean survives. */
export function judgeHit(
  gazetteer: Gazetteer,
  entities: EntityList,
  text: string,
  hit: NameHit,
  casing: Casing,
): JudgedHit | null {
  const neighbours = readNeighbours(text, hit.start, hit.end);
  const exact = text.slice(hit.start, hit.end);
  const candidates = candidatesOf(gazetteer, hit.form).filter((candidate) => {
    const entity = entities.at(candidate.entity);
    // Of a damaged record there is nothing to tell.
    return entity !== undefined && survives(candidate, entity, exact, neighbours, casing);
  });
  if (candidates.length === 0) return null;
  const sure = candidates.filter((candidate) => isSureKind(candidate, exact, casing));
  return { start: hit.start, end: hit.end, candidates, isSure: candidates.length === 1 && sure.length === 1 };
}

function isSureKind({ kind }: FormCandidate, exact: string, casing: Casing): boolean {
  if (kind === FORM_KINDS.short || kind === FORM_KINDS.commonWord) return false;
  return !(kind === FORM_KINDS.acronym && casing === 'capitals' && isCommonWord(fold(exact)));
}

function survives(
  { kind }: FormCandidate,
  entity: Entity,
  exact: string,
  neighbours: Neighbours,
  casing: Casing,
): boolean {
  if (kind === FORM_KINDS.acronym) return exact === exact.toUpperCase();
  const hasCase = exact.toUpperCase() !== exact.toLowerCase();
  if (hasCase && goesOn(neighbours)) return false;
  const isOneWord = !/[\s-]/.test(exact);
  if (followsGivenName(neighbours) && (kind === FORM_KINDS.short || (entity.type === 'place' && isOneWord)))
    return false;
  if (kind === FORM_KINDS.commonWord || (kind === FORM_KINDS.short && isCommonWord(fold(exact)))) {
    const isName = isCapitalised(exact) && casing === 'sentence' && !neighbours.opensSentence;
    if (!isName || isMonthHere(exact, neighbours)) return false;
  }
  if (kind === FORM_KINDS.short) {
    if (hasCase && casing !== 'none' && !/\p{Lu}/u.test(exact)) return false;
    return !hasCase || casing !== 'sentence' || !isPartOfOtherName(neighbours);
  }
  return true;
}

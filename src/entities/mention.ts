/** One place in a text that names an entity: the output of entity linking. */
import type { TextPosition } from '../text/position.ts';
import type { EntityId } from './entity.ts';

/** Why a mention was linked as it was; shown to the reader in words. */
export type MatchReason =
  | 'label' // the reference form itself
  | 'alias' // another recorded form of it
  | 'outlet-term' // one outlet's own term for it
  | 'other-script' // a form in another script than the reference label's, recorded or by its sound
  | 'spelling' // another spelling than any recorded one
  | 'surname' // short form, settled by the full name elsewhere on the page
  | 'context' // short or ambiguous form, settled by the other names on the page
  | 'event-date' // an event's date beside its place or participants
  | 'event-context'; // an event's place and participants together with a word for such an event

export interface Candidate {
  readonly entityId: EntityId;
  readonly confidence: number;
  readonly why: MatchReason;
}

export interface Mention extends TextPosition {
  /** Invariant: `text.slice(start, end) === exact`. */
  readonly exact: string;
  /** null = NIL: a name we saw and could not link. */
  readonly entityId: EntityId | null;
  /** [0,1]. */
  readonly confidence: number;
  readonly why: MatchReason;
  /** The other entities this could be, best first: a choice, never a silent merge. */
  readonly alternatives: readonly Candidate[];
  /** Entities whose presence nearby settled it, for the reason in words; empty when the form alone did. */
  readonly because: readonly EntityId[];
}

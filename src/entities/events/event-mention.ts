/** One place in a text that tells of an event: what happened, where, when, to whom, and whether it did. */
import type { TextPosition } from '../../text/position.ts';
import type { DateSpan } from '../../text/resolve-span.ts';
import type { EntityId, EntityType } from '../entity.ts';
import type { EventType } from './event-type.ts';

/** A name near an event: an entity of the archive, or only its words. */
export interface EventParty {
  readonly name: string;
  readonly type: EntityType;
  /** Null: known by name alone. */
  readonly entityId: EntityId | null;
}

/** A name in the text an event is read from. `name` is the fullest form the text has for it. */
export interface NamedSpan extends TextPosition, EventParty {}

export type NumberKind = 'dead' | 'injured' | 'magnitude' | 'score' | 'count';

export interface EventNumber {
  readonly kind: NumberKind;
  /** A score is `home * 1000 + away`, so that 3–1 is not 1–3. */
  readonly value: number;
}

/** Planned visits, cancelled matches and feared strikes are told of; only what happened is an event. */
export type EventStatus = 'happened' | 'planned' | 'denied' | 'possible';

export interface EventMention extends TextPosition {
  /** Invariant: `text.slice(start, end) === exact`. */
  readonly exact: string;
  /** Null: a word outside the tables. */
  readonly type: EventType | null;
  /** Equal for the forms of one word of one language. */
  readonly root: string;
  /** The name it goes by ("Storm Ciara"), or null. */
  readonly name: EventParty | null;
  /** Null: not told, or not to be told without the printed date. */
  readonly when: DateSpan | null;
  /** False where no date is told, or only the sentence before tells it: then it decides less. */
  readonly isWhenSure: boolean;
  readonly where: EventParty | null;
  /** People, organisations and places of its sentence, without `where`. */
  readonly participants: readonly EventParty[];
  readonly numbers: readonly EventNumber[];
  readonly status: EventStatus;
  /** Roots of the words around it, for the rest of what it tells. */
  readonly nearby: readonly string[];
}

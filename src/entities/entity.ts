/** Who or what a name stands for: an authority record with SKOS labels. */
import type { Brand } from '../text/brand.ts';
import type { IsoDate } from '../text/iso-date.ts';
import type { EventType } from './events/event-type.ts';

/** `person:saleh-al-arouri`: the type, a colon, a slug. */
export type EntityId = Brand<string, 'EntityId'>;

export type EntityType = 'person' | 'organization' | 'place' | 'event';

export interface Label {
  readonly text: string;
  /** BCP 47 tag of the label's language. */
  readonly language: string;
  /** The outlet whose own term this is ("called ‘…’ by …"); null for an ordinary form. */
  readonly usedBy: string | null;
  /** Shortens the name, or fits others too: means this one only where a page settles it. Absent otherwise. */
  readonly isShort?: true;
}

export interface Source {
  readonly url: string;
  readonly date: IsoDate;
}

export interface Entity {
  readonly id: EntityId;
  readonly type: EntityType;
  /** Neutral reference form, as in Wikidata. */
  readonly prefLabel: string;
  readonly altLabels: readonly Label[];
  /** One line of sourced fact, or null. */
  readonly description: string | null;
  readonly descriptionSource: Source | null;
  /** An event's first and last day, as precisely as known. */
  readonly when: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** An event's place, or the place that a place lies in. */
  readonly where: EntityId | null;
  readonly participants: readonly EntityId[];
  /** Events only: folded common nouns that tell of this kind of event in running text ("truce"). */
  readonly cues: readonly string[];
  /** Wikidata URI, only where certain. */
  readonly sameAs: string | null;
  /** Events found in the archive's articles: what kind. Absent for hand-written ones, whose labels and cues tell it. */
  readonly kind?: EventType;
  /** The label was composed of kind, place and date: nobody writes it, so it is no form to look for. */
  readonly isComposed?: true;
}

/** Who runs an outlet: sourced facts or null, never a score. */
export interface Outlet {
  readonly name: string;
  readonly altNames: readonly string[];
  readonly entityId: EntityId | null;
  readonly owner: string | null;
  readonly country: string | null;
  readonly affiliation: string | null;
  readonly source: Source | null;
}

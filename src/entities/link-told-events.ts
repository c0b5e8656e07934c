/**
 * Events of the archive that a page tells of without a name: "the storm in Bergen last February".
 *
 * The naive version looks for the event's label, which nobody writes. Here the words that tell are read with their
 * place, time and people, and linked when those fit one event only (events/link-event-mention.ts).
 */
import { detectLanguage } from '../text/detect-language.ts';
import type { IsoDate } from '../text/iso-date.ts';
import type { TextPosition } from '../text/position.ts';
import type { Entity, EntityId } from './entity.ts';
import type { EntitiesById } from './entity-list.ts';
import type { NamedSpan } from './events/event-mention.ts';
import { profileOfEntity } from './events/event-profile.ts';
import { findEventMentions } from './events/find-event-mentions.ts';
import { placesOf } from './events/group-events.ts';
import { buildEventIndex, type EventIndex, linkEventMention } from './events/link-event-mention.ts';
import type { Mention } from './mention.ts';
import type { RecognisedName } from './recognise/recognised-name.ts';

/** Null when the archive has no events but hand-written ones: those are found by their days and cues. */
export function openToldEvents(all: readonly Entity[], byId: EntitiesById): EventIndex | null {
  const told = all.filter(({ kind }) => kind !== undefined);
  if (told.length === 0) return null;
  const events = told.map((entity) => ({ entity, profile: profileOfEntity(entity, byId) }));
  return buildEventIndex(events, placesOf(byId));
}

/** A block of text with the names recognised in it. */
export interface TellingBlock {
  readonly text: string;
  readonly names: readonly RecognisedName[];
}

/** Who a page's names are, and when it was printed. */
export interface TellingPage {
  readonly labelOf: (id: EntityId) => string;
  readonly language: string | null;
  readonly printed: IsoDate | null;
}

/** Beyond the first so many letters a page's language is known. */
const LANGUAGE_SAMPLE = 8_000;

export function languageOf(blocks: readonly TellingBlock[]): string | null {
  let sample = '';
  for (const { text } of blocks) if (sample.length < LANGUAGE_SAMPLE) sample += `${text}\n`;
  return detectLanguage(sample);
}

/** `named`: the block's mentions so far, in order; events overlap none of them. */
export function linkToldEvents(
  events: EventIndex,
  block: TellingBlock,
  named: readonly Mention[],
  { labelOf, language, printed }: TellingPage,
): Mention[] {
  const names = spansOf(block, named, labelOf);
  if (names.length === 0) return [];
  return findEventMentions({ text: block.text, language, printed, names }).flatMap((mention): Mention[] => {
    if (named.some((other) => overlap(other, mention))) return [];
    const link = linkEventMention(events, mention);
    if (!link) return [];
    const { start, end, exact } = mention;
    const { entityId, confidence, because, isDated } = link;
    const why = isDated ? 'event-date' : 'event-context';
    return [{ start, end, exact, entityId, confidence, why, because, alternatives: [] }];
  });
}

/** Linked names as the archive calls them, and recognised ones that it does not know. */
function spansOf(
  { names }: TellingBlock,
  named: readonly Mention[],
  labelOf: (id: EntityId) => string,
): NamedSpan[] {
  const linked = named.flatMap(({ start, end, entityId }): NamedSpan[] =>
    entityId ? [{ start, end, type: typeOf(entityId), name: labelOf(entityId), entityId }] : [],
  );
  const unknown = names
    .filter((name) => !linked.some((other) => overlap(other, name)))
    .map(({ start, end, type, exact }) => ({ start, end, type, name: exact, entityId: null }));
  return [...linked, ...unknown].sort((a, b) => a.start - b.start);
}

/** The type stands in front of the id. */
const typeOf = (id: EntityId) => id.slice(0, id.indexOf(':')) as Entity['type'];

const overlap = (a: TextPosition, b: TextPosition) => a.start < b.end && b.start < a.end;

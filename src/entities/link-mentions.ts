/**
 * Entity linking: from hits to mentions, with the whole page heard.
 *
 * The naive version decides each hit alone and merges namesakes. Here forms that are sure by themselves speak first;
 * then a surname is settled by its full name on the page, or by the company it keeps in the archive; what stays open
 * becomes a choice (NIL with candidates), never a silent merge. O(hits), so a changed block costs one more pass over
 * hits that are already found, not over the text.
 */
import { findDates, type WrittenDate } from '../text/find-dates.ts';
import type { IsoDate } from '../text/iso-date.ts';
import type { Entity, EntityId } from './entity.ts';
import type { EventIndex } from './events/link-event-mention.ts';
import { findEvents } from './find-events.ts';
import { findNames } from './find-names.ts';
import { candidatesOf, type FormCandidate } from './gazetteer.ts';
import { type HeardCandidate, type JudgedHit, judgeHit } from './judge-hit.ts';
import { type BearersByWord, bearersByWord, looseHit, narrowHit } from './link-full-names.ts';
import { addHeard, type HeardBlock, recogniseFor } from './link-recognised.ts';
import { languageOf, linkToldEvents, type TellingBlock } from './link-told-events.ts';
import type { Candidate, MatchReason, Mention } from './mention.ts';
import type { NameKnowledge } from './name-knowledge.ts';
import { readCasing } from './name-neighbours.ts';
import type { RecognisedName } from './recognise/recognised-name.ts';
import { FORM_KINDS } from './surface-forms.ts';

/** One block of text with its hits, judged locally. */
export interface ReadBlock extends HeardBlock, TellingBlock {
  readonly dates: readonly WrittenDate[];
}

/** Says whose records {@link readBlock} asks for next, where they are not in memory: of all texts at once. */
export function needNames({ gazetteer, entities }: NameKnowledge, texts: Iterable<string>): void {
  if (!entities.need) return;
  const places = new Set<number>();
  for (const text of texts)
    for (const { form } of findNames(gazetteer, text))
      for (const { entity } of candidatesOf(gazetteer, form)) places.add(entity);
  entities.need(places);
}

/** `names`: recognised in the block, where the whole text was read at once. */
export function readBlock(
  knowledge: NameKnowledge,
  text: string,
  names: readonly RecognisedName[] = recogniseFor(knowledge, text),
): ReadBlock {
  const { gazetteer, entities, calendar } = knowledge;
  const found = findNames(gazetteer, text);
  const casing = found.length > 0 ? readCasing(text) : 'none';
  const hits = found.flatMap((hit) => judgeHit(gazetteer, entities, text, hit, casing) ?? []);
  return {
    ...{ text, names },
    ...addHeard(knowledge, text, hits, names),
    dates: calendar.byDay.size > 0 ? findDates(text) : [],
  };
}

/** Shown links must be right at least this often; below it a link is offered as a choice instead. */
const LINK_THRESHOLD = 0.6;

/** Confidence by kind of evidence: shares of right links seen on the hand-marked articles, rounded down. */
const CONFIDENCE = {
  label: 0.97,
  alias: 0.95,
  outletTerm: 0.9,
  acronym: 0.88,
  surname: 0.92,
  strongContext: 0.78,
  weakContext: 0.62,
  none: 0.3,
} as const;

/** A single word by its sound, before company is heard; what full company adds; and the most that sound can say. */
const HEARD_SHORT = 0.5;
const HEARD_COMPANY = 0.15;
const MOST_HEARD = 0.93;

/** Company a short form needs: a person, organisation or event counts 1, a place ½ (everyone is somewhere). */
const WEAK_COMPANY = 1;
const STRONG_COMPANY = 2;

/**
 * Mentions of every block, in the blocks' order and each in reading order. `printed`: the day of the text, null when not
 * known; "on Tuesday" then tells no day.
 */
export function linkMentions(
  knowledge: NameKnowledge,
  blocks: readonly ReadBlock[],
  printed: IsoDate | null = null,
): Mention[][] {
  const sure = sureEntities(blocks);
  const bearers = bearersByWord(blocks.flatMap(({ fullNames }) => fullNames));
  const named = blocks.map((block) =>
    settledHits(bearers, block).flatMap((hit) => link(knowledge, sure, block.text, hit) ?? []),
  );
  const page = new Set(named.flat().flatMap(({ entityId }) => entityId ?? []));
  const dated = blocks.map((block, index) => {
    const own = named[index] as Mention[];
    if (own.length === 0 && block.dates.length === 0) return own;
    const events = findEvents(knowledge.calendar, block.text, block.dates, own, page);
    return events.length === 0 ? own : inOrder([...own, ...events]);
  });
  return knowledge.events === null ? dated : addTold(knowledge, knowledge.events, blocks, dated, printed);
}

/** Mentions with the events that each block tells of without a name. */
function addTold(
  { calendar }: NameKnowledge,
  events: EventIndex,
  blocks: readonly ReadBlock[],
  mentions: readonly Mention[][],
  printed: IsoDate | null,
): Mention[][] {
  const labelOf = (id: EntityId) => (calendar.byId.get(id) as Entity).prefLabel;
  const language = languageOf(blocks);
  return blocks.map((block, at) => {
    const own = mentions[at] as Mention[];
    const told = linkToldEvents(events, block, own, { labelOf, language, printed });
    return told.length === 0 ? own : inOrder([...own, ...told]);
  });
}

const inOrder = (mentions: Mention[]) => mentions.sort((a, b) => a.start - b.start);

/** What the page's full names leave of a block's hits, and add to them. */
function settledHits(bearers: BearersByWord, { text, hits, loose }: ReadBlock): readonly JudgedHit[] {
  if (bearers.size === 0) return hits;
  const narrowed = hits.flatMap((hit) => narrowHit(bearers, text, hit) ?? []);
  const found = loose.flatMap((place) => looseHit(bearers, text, place) ?? []);
  return found.length === 0 ? narrowed : [...narrowed, ...found].sort((a, b) => a.start - b.start);
}

/** Entities that some form on the page names beyond doubt. */
function sureEntities(blocks: readonly ReadBlock[]): ReadonlySet<number> {
  const sure = new Set<number>();
  for (const { hits } of blocks) {
    for (const hit of hits) if (hit.isSure) sure.add((hit.candidates[0] as FormCandidate).entity);
  }
  return sure;
}

interface Settled extends Candidate {
  readonly because: readonly EntityId[];
}

function link(
  knowledge: NameKnowledge,
  sure: ReadonlySet<number>,
  text: string,
  hit: JudgedHit,
): Mention | null {
  const exact = text.slice(hit.start, hit.end);
  const settled = hit.candidates
    .map((candidate) => settle(knowledge, sure, candidate, exact, hit.isSure))
    .sort((a, b) => b.confidence - a.confidence || (a.entityId < b.entityId ? -1 : 1));
  const [best, second] = settled as [Settled, Settled | undefined];
  const isClear = best.confidence >= LINK_THRESHOLD && (!second || best.confidence > second.confidence);
  const offered = settled.slice(isClear ? 1 : 0).map(({ because: _, ...candidate }) => candidate);
  if (!isClear && hit.candidates.every(({ kind }) => kind === FORM_KINDS.commonWord)) return null;
  return {
    start: hit.start,
    end: hit.end,
    exact,
    entityId: isClear ? best.entityId : null,
    confidence: best.confidence,
    why: best.why,
    because: isClear ? best.because : [],
    alternatives: offered,
  };
}

/** How far the page speaks for one candidate. */
function settle(
  knowledge: NameKnowledge,
  sure: ReadonlySet<number>,
  candidate: FormCandidate | HeardCandidate,
  exact: string,
  isSure: boolean,
): Settled {
  const { entity, kind } = candidate;
  const entityId = (knowledge.entities.at(entity) as Entity).id;
  if ('score' in candidate) return settleHeard(knowledge, sure, candidate, entityId);
  if (isSure) return { entityId, ...byForm(kind, exact), because: [] };
  if (sure.has(entity))
    return { entityId, confidence: CONFIDENCE.surname, why: 'surname', because: [entityId] };
  const company = companyOf(knowledge, sure, entity);
  const weight = company.reduce((sum, other) => sum + (typeOf(knowledge, other) === 'place' ? 0.5 : 1), 0);
  const confidence =
    weight >= STRONG_COMPANY
      ? CONFIDENCE.strongContext
      : weight >= WEAK_COMPANY
        ? CONFIDENCE.weakContext
        : CONFIDENCE.none;
  const because = company.slice(0, 3).map((other) => (knowledge.entities.at(other) as Entity).id);
  // The more company, the likelier; the tiny slope only orders candidates, it never crosses a threshold.
  return { entityId, confidence: confidence + Math.min(weight, 10) / 1000, why: 'context', because };
}

/** A name by its sound: what the comparison says, and what company adds. */
function settleHeard(
  knowledge: NameKnowledge,
  sure: ReadonlySet<number>,
  { entity, kind, score, why }: HeardCandidate,
  entityId: EntityId,
): Settled {
  if (why === 'surname' || (kind === FORM_KINDS.short && sure.has(entity)))
    return { entityId, confidence: CONFIDENCE.surname * score, why: 'surname', because: [entityId] };
  const company = companyOf(knowledge, sure, entity);
  const weight = company.reduce((sum, other) => sum + (typeOf(knowledge, other) === 'place' ? 0.5 : 1), 0);
  const because = company.slice(0, 3).map((other) => (knowledge.entities.at(other) as Entity).id);
  const alone = kind === FORM_KINDS.short ? HEARD_SHORT * score : score;
  const confidence = Math.min(MOST_HEARD, alone + HEARD_COMPANY * Math.min(1, weight / STRONG_COMPANY));
  return { entityId, confidence, why, because: confidence > alone ? because : [] };
}

function typeOf(knowledge: NameKnowledge, entity: number) {
  return (knowledge.entities.at(entity) as Entity).type;
}

/** Sure entities of the page that the archive knows together with this one; people and organisations first. */
function companyOf(knowledge: NameKnowledge, sure: ReadonlySet<number>, entity: number): number[] {
  const companions = knowledge.companions?.(entity);
  const company = [...sure].filter((other) => other !== entity && (!companions || companions.has(other)));
  const rank = (other: number) => (typeOf(knowledge, other) === 'place' ? 1 : 0);
  return company.sort((a, b) => rank(a) - rank(b) || a - b);
}

function byForm(kind: FormCandidate['kind'], exact: string): { confidence: number; why: MatchReason } {
  if (kind === FORM_KINDS.outletTerm) return { confidence: CONFIDENCE.outletTerm, why: 'outlet-term' };
  if (kind === FORM_KINDS.acronym) return { confidence: CONFIDENCE.acronym, why: 'alias' };
  if (!/\p{Script=Latin}/u.test(exact)) return { confidence: CONFIDENCE.alias, why: 'other-script' };
  return kind === FORM_KINDS.label
    ? { confidence: CONFIDENCE.label, why: 'label' }
    : { confidence: CONFIDENCE.alias, why: 'alias' };
}

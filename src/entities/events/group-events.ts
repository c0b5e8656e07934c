/**
 * The events an archive tells of, each once: mentions of the same kind, place, time and people become one entity, and
 * an event with a name takes in what is told of it without one.
 *
 * The naive version compares all pairs. Here only mentions of one kind whose days lie near one another and that share a
 * name are compared, and groups grow by average linkage, so that the order of articles does not matter.
 * O(mentions × neighbours in time and by name).
 */
import { firstDay, lastDay } from '../../text/iso-date.ts';
import type { DateSpan } from '../../text/resolve-span.ts';
import { fold } from '../../text/tokenise.ts';
import type { Entity } from '../entity.ts';
import type { EntitiesById } from '../entity-list.ts';
import { entityIdOf } from '../group/entity-id.ts';
import { compareEvents, type EventEvidence, NO_EVIDENCE } from './compare-events.ts';
import type { LiesIn } from './event-arguments.ts';
import type { EventMention } from './event-mention.ts';
import { partyKeys, profileOf, profileOfEntity, sortKey } from './event-profile.ts';
import { areNear, daysOfGrace, type EventType, isOccasion } from './event-type.ts';
import { groupArticles } from './group-articles.ts';

export interface ToldEvent {
  /** Any key of the article that tells it. */
  readonly article: string;
  readonly mention: EventMention;
}

export interface ArchiveEvent {
  /** An entity of the archive, or a new one with a composed label ("election, Norway, 2021-09"). */
  readonly entity: Entity;
  readonly profile: EventMention;
  /** Articles that tell it, in order. */
  readonly articles: readonly string[];
  /** How far into an article it is first told; Infinity where no article tells it. */
  readonly earliest: number;
  /** Articles that tell the very day (or span) of the profile. */
  readonly dated: number;
}

export interface ArchiveFacts {
  /** Events that already have a name and an entry. */
  readonly entities: readonly Entity[];
  /** Log-odds that two articles report one happening; null when not known. */
  readonly articleOdds: (a: string, b: string) => number | null;
}

const DAY_MS = 86_400_000;
/** A date wider than this places an event nowhere: "since 2019" makes no event of its own. */
const WIDEST_DAYS = 366;
/** Mean log-odds two groups of mentions must reach to be one event: surer than even, since a wrong merge shows. */
const JOINS_AT = 0.4;
/** Longer runs are cut by date: average linkage is cubic. A cut may part two tellings of one event, never join two. */
const LARGEST_BLOCK = 150;

/** Every event told of, those with a name first, then by kind and date. The order of `told` does not matter. */
export function groupEvents(told: readonly ToldEvent[], facts: ArchiveFacts): ArchiveEvent[] {
  const byId = new Map(facts.entities.map((entity) => [entity.id, entity]));
  const liesIn = placesOf(byId);
  const usable = told
    .filter(({ mention }) => isPlaced(mention))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const groups = blocksOf(usable).flatMap((block) => splitBlock(block, liesIn, facts));
  const named = facts.entities
    .filter(({ type }) => type === 'event')
    .map((entity) => ({ entity, profile: profileOfEntity(entity, byId), told: [] as ToldEvent[] }));
  const unnamed = groups.filter((group) => !absorb(named, group, liesIn));
  return [
    ...named.map(({ entity, profile: written, told: own }) => {
      const isSilent = entity.when === null && own.length > 0;
      const profile = isSilent ? profileOf(own.map(({ mention }) => mention)) : written;
      return { entity, profile, ...toldIn(own, profile) };
    }),
    ...withLabels(unnamed),
  ];
}

const keyOf = ({ article, mention }: ToldEvent): string => `${sortKey(mention)}\t${article}`;

/** Whether a place lies in another; follows `where`, at most four steps. */
export function placesOf(byId: EntitiesById): LiesIn {
  return (inner, outer) => {
    let place = byId.get(inner)?.where ?? null;
    for (let depth = 0; place !== null && depth < 4; depth++) {
      if (place === outer) return true;
      place = byId.get(place)?.where ?? null;
    }
    return false;
  };
}

/** It happened, when is known, and where or to whom. */
export function isPlaced({ type, status, when, where, participants, name }: EventMention): boolean {
  if (type === null || !isOccasion(type) || status !== 'happened' || when === null) return false;
  return daysOf(when) <= WIDEST_DAYS && (where !== null || participants.length > 0 || name !== null);
}

function daysOf({ from, to }: DateSpan): number {
  return (Date.parse(lastDay(to)) - Date.parse(firstDay(from))) / DAY_MS + 1;
}

/** Runs of mentions in time, by kind, and in them those that hang together by what they name. */
function blocksOf(told: readonly ToldEvent[]): ToldEvent[][] {
  return [...Map.groupBy(told, ({ mention }) => mention.type as EventType).values()]
    .flatMap(runsInTime)
    .flatMap(sharingNames)
    .flatMap((block) =>
      Array.from({ length: Math.ceil(block.length / LARGEST_BLOCK) }, (_, at) =>
        block.slice(at * LARGEST_BLOCK, (at + 1) * LARGEST_BLOCK),
      ),
    );
}

/** A run ends where the next begins later than any of it may still reach. */
function runsInTime(family: readonly ToldEvent[]): ToldEvent[][] {
  const start = ({ mention }: ToldEvent) => Date.parse(firstDay((mention.when as DateSpan).from));
  const reach = ({ mention }: ToldEvent) =>
    Date.parse(lastDay((mention.when as DateSpan).to)) + daysOfGrace(mention.type as EventType) * DAY_MS;
  const runs: ToldEvent[][] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const one of [...family].sort((a, b) => start(a) - start(b) || (keyOf(a) < keyOf(b) ? -1 : 1))) {
    if (runs.length === 0 || start(one) > reached) {
      runs.push([]);
      reached = Number.NEGATIVE_INFINITY;
    }
    (runs.at(-1) as ToldEvent[]).push(one);
    reached = Math.max(reached, reach(one));
  }
  return runs;
}

/** Sets in which each shares a name's word or the article with some other; their order is kept. */
function sharingNames(run: readonly ToldEvent[]): ToldEvent[][] {
  const parent = run.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] as number;
    parent[at] = root;
    return root;
  };
  const first = new Map<string, number>();
  for (const [at, { article, mention }] of run.entries()) {
    for (const key of [`article ${article}`, ...partyKeys(mention)]) {
      const other = first.get(key);
      if (other === undefined) first.set(key, at);
      else parent[rootOf(Math.max(rootOf(other), rootOf(at)))] = Math.min(rootOf(other), rootOf(at));
    }
  }
  return [...Map.groupBy(run, (_, at) => rootOf(at)).values()];
}

function splitBlock(block: readonly ToldEvent[], liesIn: LiesIn, facts: ArchiveFacts): ToldEvent[][] {
  const odds = block.map((one, i) => block.slice(0, i).map((other) => pairOdds(one, other, liesIn, facts)));
  const groups = groupArticles(odds, JOINS_AT);
  return [...Map.groupBy(block, (_, at) => groups[at]).values()];
}

function pairOdds(a: ToldEvent, b: ToldEvent, liesIn: LiesIn, { articleOdds }: ArchiveFacts): number {
  if (a.mention.name?.entityId && b.mention.name?.entityId)
    return a.mention.name.entityId === b.mention.name.entityId ? 6 : -6;
  const alone = compareEvents(a.mention, b.mention, { ...NO_EVIDENCE, liesIn }).score;
  // Articles are compared where it may matter: a contradiction stands whatever they say.
  if (alone < LEAST_ALONE) return logOdds(alone);
  const known = a.article === b.article ? 3 : articleOdds(a.article, b.article);
  if (known === null) return logOdds(alone);
  const evidence: EventEvidence = { ...NO_EVIDENCE, articles: 1 / (1 + Math.exp(-known)), liesIn };
  return logOdds(compareEvents(a.mention, b.mention, evidence).score);
}

/** Kin kinds that share neither place, day nor people score less: articles then decide nothing of an archive's size. */
const LEAST_ALONE = 0.1;
const logOdds = (score: number) => Math.log((score + 0.001) / (1.001 - score));

interface Named {
  readonly entity: Entity;
  readonly profile: EventMention;
  readonly told: ToldEvent[];
}

/** Gives a group to the one named event it fits: by name, or by kind, place and time together. */
function absorb(named: readonly Named[], group: readonly ToldEvent[], liesIn: LiesIn): boolean {
  const profile = profileOf(group.map(({ mention }) => mention));
  const byName = named.find(({ entity }) => entity.id === profile.name?.entityId);
  const fitting = byName ? [byName] : named.filter((one) => fits(one.profile, profile, liesIn));
  const [only] = fitting;
  if (!only || fitting.length > 1) return false;
  only.told.push(...group);
  return true;
}

function fits(named: EventMention, profile: EventMention, liesIn: LiesIn): boolean {
  if (named.type === null || profile.type === null || named.when === null) return false;
  if (named.type !== profile.type && !areNear(named.type, profile.type)) return false;
  const { same, agreeing } = compareEvents(named, profile, { ...NO_EVIDENCE, liesIn });
  return same && agreeing.includes('place') && agreeing.includes('time');
}

function toldIn(
  told: readonly ToldEvent[],
  { when }: EventMention,
): Omit<ArchiveEvent, 'entity' | 'profile'> {
  const isThen = ({ mention }: ToldEvent) =>
    mention.when?.from === when?.from && mention.when?.to === when?.to;
  const articlesOf = (some: readonly ToldEvent[]) => [...new Set(some.map(({ article }) => article))].sort();
  return {
    articles: articlesOf(told),
    earliest: told.reduce((least, { mention }) => Math.min(least, mention.start), Number.POSITIVE_INFINITY),
    dated: articlesOf(told.filter(isThen)).length,
  };
}

/** "kind, place, date"; where two events share one label their people are added, and where those agree too a number. */
function withLabels(groups: readonly (readonly ToldEvent[])[]): ArchiveEvent[] {
  const events = groups.map((told) => ({ told, profile: profileOf(told.map(({ mention }) => mention)) }));
  events.sort((a, b) => (sortKey(a.profile) < sortKey(b.profile) ? -1 : 1));
  const many = Map.groupBy(events, ({ profile }) => labelOf(profile, false));
  const used = new Map<string, number>();
  return events.map(({ told, profile }) => {
    const isShared = (many.get(labelOf(profile, false))?.length ?? 0) > 1;
    const label = labelOf(profile, isShared);
    const times = (used.get(label) ?? 0) + 1;
    used.set(label, times);
    const unique = times > 1 ? `${label} (${times})` : label;
    return { entity: entityOf(unique, profile, told), profile, ...toldIn(told, profile) };
  });
}

function labelOf({ type, where, when, participants }: EventMention, withPeople: boolean): string {
  const people = participants.slice(0, 2).map(({ name }) => name);
  const place = where ? [where.name] : people;
  const more = withPeople && where ? people : [];
  return [type, ...place, ...more, when ? labelDate(when) : null].filter((part) => part !== null).join(', ');
}

/** A day, or the month or year that holds the span; two dates where none does. */
function labelDate({ from, to }: DateSpan): string {
  if (from === to) return from;
  for (const length of [7, 4])
    if (from.length >= length && from.slice(0, length) === to.slice(0, length)) return from.slice(0, length);
  return `${from} to ${to}`;
}

/** Of the parties those that the archive has a record of; an event is no place and nobody. */
export function knownParties(
  where: EventMention['where'],
  participants: EventMention['participants'],
): Pick<Entity, 'where' | 'participants'> {
  const idOf = (party: EventMention['where']) =>
    party?.entityId?.startsWith('event:') ? null : (party?.entityId ?? null);
  return { where: idOf(where), participants: participants.flatMap((party) => idOf(party) ?? []) };
}

function entityOf(
  label: string,
  { type, where, participants, when }: EventMention,
  told: readonly ToldEvent[],
): Entity {
  return {
    id: entityIdOf('event', fold(label)),
    type: 'event',
    prefLabel: label,
    altLabels: [],
    description: null,
    descriptionSource: null,
    when,
    ...knownParties(where, participants),
    cues: [...new Set(told.map(({ mention }) => fold(mention.exact)))].sort(),
    sameAs: null,
    ...(type === null ? {} : { kind: type }),
    isComposed: true,
  };
}

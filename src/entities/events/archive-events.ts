/**
 * The entities of an archive with the events that its articles tell of: those with a name learn when and where they
 * were, and those without one get a composed label.
 *
 * The naive version makes every told event an entity, and 10,000 articles give 20,000 that nobody looks for. Here one
 * without a name must be told by two articles, or be what one article opens with: on which day, where and of whom.
 * O(text + mentions × neighbours in time and by name).
 */
import type { IsoDate } from '../../text/iso-date.ts';
import { fold } from '../../text/tokenise.ts';
import type { Entity, EntityId, EntityType } from '../entity.ts';
import type { ArticleNames } from '../group/article-names.ts';
import type { RecognisedName } from '../recognise/recognised-name.ts';
import { type ArticleOdds, openArticleOdds } from './article-odds.ts';
import { type ArticleTraits, articleTraits } from './article-traits.ts';
import type { NamedSpan } from './event-mention.ts';
import { findEventMentions } from './find-event-mentions.ts';
import { type ArchiveEvent, groupEvents, isPlaced, knownParties, type ToldEvent } from './group-events.ts';

/** An article as names and events are read from it. */
export interface TellingArticle extends ArticleNames {
  readonly key: string;
  /** The day it was printed; null when not known. */
  readonly printed: IsoDate | null;
}

/** Ordered by id. `entities`: hand-written events among them are left as they are, and take in what is told of them. */
export function addEvents(articles: Iterable<TellingArticle>, entities: readonly Entity[]): Entity[] {
  const idOf = idsByLabel(entities);
  const told: ToldEvent[] = [];
  function* telling(): Generator<readonly [string, ArticleTraits]> {
    for (const { key, text, language, printed, names } of articles) {
      const spans = spansOf(names, idOf);
      const mentions = findEventMentions({ text, language, printed, names: spans }).filter(isPlaced);
      for (const mention of mentions) told.push({ article: key, mention });
      if (mentions.length > 0) yield [key, articleTraits(text, spans)];
    }
  }
  // Its traits are packed as each article is read.
  const articleOdds = remembering(openArticleOdds(telling()));
  const events = groupEvents(told, { entities, articleOdds });
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  for (const event of events) {
    const written = known.get(event.entity.id);
    if (written) known.set(written.id, isSilent(written) ? withProfile(written, event) : written);
    else if (isTelling(event)) known.set(event.entity.id, event.entity);
  }
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Pairs of articles kept: those of one block of mentions meet one after the other. */
const MOST_PAIRS = 50_000;

/** Two articles tell of several things: they are compared once. */
function remembering(odds: ArticleOdds): ArticleOdds {
  const known = new Map<string, number | null>();
  return (a, b) => {
    const key = a < b ? `${a}\t${b}` : `${b}\t${a}`;
    let value = known.get(key);
    if (value === undefined) {
      value = odds(a, b);
      if (known.size >= MOST_PAIRS) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

/** The entity that a label means, where it means one only. */
type IdOf = (type: EntityType, label: string) => EntityId | null;

function idsByLabel(entities: readonly Entity[]): IdOf {
  const ids = new Map<string, EntityId | null>();
  for (const { id, type, prefLabel, altLabels } of entities) {
    for (const label of [prefLabel, ...altLabels.map(({ text }) => text)]) {
      const key = `${type} ${fold(label)}`;
      const other = ids.get(key);
      ids.set(key, other === undefined || other === id ? id : null);
    }
  }
  return (type, label) => ids.get(`${type} ${fold(label)}`) ?? null;
}

/** Names with the fullest form of their group, and the entity which that means, else their own form. */
function spansOf(names: readonly RecognisedName[], idOf: IdOf): NamedSpan[] {
  const fullest = new Map<number, RecognisedName>();
  for (const name of names) {
    const known = fullest.get(name.group);
    if (!known || name.exact.length > known.exact.length) fullest.set(name.group, name);
  }
  return names.map(({ start, end, type, exact, group }) => {
    const full = fullest.get(group) as RecognisedName;
    return {
      ...{ start, end, type, name: full.exact },
      entityId: idOf(full.type, full.exact) ?? idOf(type, exact),
    };
  });
}

/** A name that was found in articles and says nothing yet of when it was. */
const isSilent = ({ when, cues, descriptionSource, sameAs }: Entity) =>
  when === null && cues.length === 0 && descriptionSource === null && sameAs === null;

/** One report of a named event often speaks of another day beside it ("since World War II"): two must agree. */
function withProfile(entity: Entity, { dated, profile }: ArchiveEvent): Entity {
  const { type, when, isWhenSure, where, participants, exact } = profile;
  if (type === null || when === null || !isWhenSure || dated < 2) return entity;
  return { ...entity, when, ...knownParties(where, participants), cues: [fold(exact)], kind: type };
}

/** Told by two articles that know at least the month and a name of the archive, or opening one with day, place and people. */
function isTelling({ articles, earliest, profile }: ArchiveEvent): boolean {
  const { when, isWhenSure } = profile;
  if (when === null) return false;
  const { where, participants } = knownParties(profile.where, profile.participants);
  if (articles.length > 1) {
    const isPlaced = where !== null || participants.length > 0;
    return isPlaced && Math.min(when.from.length, when.to.length) >= MONTH_LENGTH;
  }
  const isDay = isWhenSure && when.from === when.to && when.from.length === DAY_LENGTH;
  return isDay && earliest < LEAD_LENGTH && where !== null && participants.length > 0;
}

const MONTH_LENGTH = '2021-06'.length;
const DAY_LENGTH = '2021-06-12'.length;
/** The first two sentences of a report say what it reports; what follows is often background. */
const LEAD_LENGTH = 400;

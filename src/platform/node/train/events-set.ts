/**
 * The ECB+ corpus (Cybulska & Vossen 2014, annotations CC BY 3.0) as pairs to learn from and to measure on: news
 * sentences on 43 topics, each topic two look-alike events. The corpus stays outside the project.
 *
 * Names are runs of capitals, a place where "in" or "at" stands before: what is learned must not hang on one
 * recogniser's version. Mentions are the marked words; nothing else of the marking is looked at.
 */
import { readFileSync } from 'node:fs';
import {
  type ArticleTraits,
  articleTraits,
  compareTraits,
  rarityIn,
  traitFeatures,
} from '../../../entities/events/article-traits.ts';
import { type EventEvidence, eventFeatures } from '../../../entities/events/compare-events.ts';
import type { EventMention, NamedSpan } from '../../../entities/events/event-mention.ts';
import { eventMentionAt, readEvents } from '../../../entities/events/find-event-mentions.ts';
import { groupArticles } from '../../../entities/events/group-articles.ts';

export interface MarkedEvent {
  readonly chain: string;
  readonly surface: string;
  readonly mention: EventMention;
}

export interface MarkedArticle {
  readonly id: string;
  readonly topic: string;
  readonly subtopic: string;
  readonly traits: ArticleTraits;
  readonly events: readonly MarkedEvent[];
}

interface Line {
  readonly id: string;
  readonly topic: string;
  readonly subtopic: string;
  readonly sentences: Readonly<Record<string, readonly string[]>>;
  readonly mentions: readonly {
    readonly kind: string;
    readonly sent: number;
    readonly tokens: readonly number[];
    readonly chain: string;
  }[];
}

const CAPITALS = /\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*)*/gu;
const OPENERS = new Set(
  'the a an in on at of and or but for from to with by as it he she his her they we i is was were this that these those after before when while if there its their our my you your what who how why new'.split(
    ' ',
  ),
);
const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const BEFORE_PLACE = /\b(?:in|at|near|off|from)\s+(?:the\s+)?$/i;

function capitalRuns(text: string): NamedSpan[] {
  return [...text.matchAll(CAPITALS)].flatMap((match) => {
    let { index: start } = match;
    const words = match[0].split(/\s+/);
    while (words[0] !== undefined && OPENERS.has(words[0].toLowerCase()))
      start += (words.shift() as string).length + 1;
    const name = words.join(' ');
    if (name.length < 2 || CALENDAR.test(name)) return [];
    const isPlace = BEFORE_PLACE.test(text.slice(Math.max(0, start - 12), start));
    return [{ start, end: start + name.length, name, type: isPlace ? 'place' : 'person', entityId: null }];
  });
}

function readArticle({ id, topic, subtopic, sentences, mentions }: Line): MarkedArticle {
  let text = '';
  const offsets = new Map<number, { start: number; end: number }[]>();
  for (const key of Object.keys(sentences).sort((a, b) => Number(a) - Number(b))) {
    const tokens = (sentences[key] ?? []).map((token, at) => {
      if (at > 0) text += ' ';
      const start = text.length;
      text += token;
      return { start, end: text.length };
    });
    offsets.set(Number(key), tokens);
    text += '\n\n';
  }
  const names = capitalRuns(text);
  const reading = readEvents({ text, language: 'en', printed: null, names });
  const events = mentions.flatMap(({ kind, sent, tokens, chain }) => {
    const start = offsets.get(sent)?.[tokens[0] ?? -1]?.start;
    const end = offsets.get(sent)?.[tokens.at(-1) ?? -1]?.end;
    if (kind !== 'event' || start === undefined || end === undefined) return [];
    const mention = eventMentionAt(reading, start, end);
    return mention ? [{ chain, surface: text.slice(start, end).toLowerCase(), mention }] : [];
  });
  return { id, topic, subtopic, traits: articleTraits(text, names), events };
}

export function readMarkedArticles(file: string): MarkedArticle[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => readArticle(JSON.parse(line) as Line));
}

export interface ArticlePair {
  readonly left: MarkedArticle;
  readonly right: MarkedArticle;
  readonly features: readonly number[];
  readonly isSame: boolean;
  /** Log-odds, and whether both are of one group. */
  readonly odds: number;
  readonly isSameGroup: boolean;
}

/** All pairs of articles of one topic: the topic is what a search would bring up together. */
export function articlePairs(articles: readonly MarkedArticle[]): ArticlePair[] {
  const archive = rarityIn(articles.map(({ traits }) => traits));
  const topics = Map.groupBy(articles, ({ topic }) => topic);
  return [...topics.values()].flatMap((topic) => {
    const rarities = { archive, lookAlikes: rarityIn(topic.map(({ traits }) => traits)) };
    const odds = topic.map(({ traits }, i) =>
      topic.slice(0, i).map((other) => compareTraits(traits, other.traits, rarities)),
    );
    const groups = groupArticles(odds);
    return topic.flatMap((left, i) =>
      topic.slice(0, i).map((right, j) => ({
        left,
        right,
        features: traitFeatures(left.traits, right.traits, rarities),
        isSame: left.subtopic === right.subtopic,
        odds: odds[i]?.[j] ?? 0,
        isSameGroup: groups[i] === groups[j],
      })),
    );
  });
}

export interface MentionPair {
  readonly left: MarkedEvent;
  readonly right: MarkedEvent;
  readonly evidence: EventEvidence;
  readonly isSame: boolean;
}

/** All pairs of marked events of two articles; those of one article are left out. */
export function* mentionPairs(pairs: readonly ArticlePair[]): Generator<MentionPair> {
  for (const { left, right, odds, isSameGroup } of pairs) {
    const evidence = { articles: 1 / (1 + Math.exp(-odds)), isSameGroup, liesIn: () => false };
    for (const one of left.events)
      for (const other of right.events)
        yield { left: one, right: other, evidence, isSame: one.chain === other.chain };
  }
}

export const featuresOf = ({ left, right, evidence }: MentionPair): number[] =>
  eventFeatures(left.mention, right.mention, evidence);

/**
 * Marks of the reader's own articles, on sites where the reader allowed them (TRUST R1). They go to a frame of ours that
 * lies above the page, never to the page's own process: that one measures all words, whether they are marked or not, and
 * asks for a card wherever the pointer rests. So only a card that opens tells the page something, and here that is held
 * to what a reader does: a few a minute, and only on text that has stood there for a while.
 */
import type { Mention } from '../entities/mention.ts';
import type { PageMark, PageMarks } from '../protocol/calls.ts';
import type { CardCounts, CardView, MentionPlace, Settings } from '../protocol/views.ts';
import type { TextPosition } from '../text/position.ts';
import type { Archive } from './archive.ts';
import { describeEntity } from './describe-entity.ts';
import { askNewBlocks, type PageReuseMemory } from './page-reuse.ts';
import {
  marksOf,
  mentionsByBlock,
  type PageSession,
  reuseBy,
  sentenceMarksOf,
  textsOf,
} from './page-session.ts';
import type { LibraryPorts } from './ports.ts';
import { seenSentenceAt } from './seen-view.ts';

/** CSS pixels of every card where own marks are allowed, the highest there is: its own would tell how much is known. */
export const OWN_CARD_HEIGHT = 420;
/** Of own names and sentences, in one tab. */
export const MOST_CARDS_A_MINUTE = 12;
const MINUTE_MS = 60_000;
/** A page cannot put one candidate after the other under a pointer that rests. */
const LEAST_AGE_MS = 1_000;

/** By the browser's word for the tab's site, never by a field. */
export async function allowsOwnMarks(
  { marks, ownMarkHosts }: Pick<Settings, 'marks' | 'ownMarkHosts'>,
  tabs: LibraryPorts['tabs'],
  tabId: number,
): Promise<boolean> {
  if (!marks || ownMarkHosts.length === 0) return false;
  return ownMarkHosts.includes((await tabs.describe(tabId)).host);
}

/** What the whole archive marks and the bundled one does not, by block. `names`, `reuse`: by the whole archive. */
export function ownMarksOf(
  session: PageSession,
  names: ReadonlyMap<number, readonly Mention[]>,
  reuse: PageReuseMemory,
): PageMarks['blocks'] {
  return [...names].flatMap(([key, mentions]) => {
    const drawn = drawnMarks(session, key);
    const marks = [...marksOf(mentions), ...sentenceMarksOf(reuse, key)];
    const own = marks.filter((mark) => !drawn.some((one) => isSamePlace(one, mark)));
    return own.length > 0 ? [{ key, marks: own }] : [];
  });
}

/** Of one block, by the bundled archive: in the page for everybody to see. */
function drawnMarks(session: PageSession, key: number): readonly PageMark[] {
  const names = marksOf(session.blocks.get(key)?.mentions ?? []);
  return session.bundledReuse ? [...names, ...sentenceMarksOf(session.bundledReuse, key)] : names;
}

const isSamePlace = (one: TextPosition, other: TextPosition): boolean =>
  one.start === other.start && one.end === other.end;
const overlap = (one: TextPosition, other: TextPosition): boolean =>
  one.start < other.end && other.start < one.end;

/** What the whole archive knows at this place: the first name that reaches into it, else a sentence; null for nothing. */
export function ownCardAt(
  archive: Archive,
  session: PageSession,
  at: MentionPlace,
  isBundled: boolean,
): CardView | null {
  const mentions = mentionsByBlock(session, archive, isBundled).get(at.key) ?? [];
  const mention = mentions.find((one) => one.entityId !== null && overlap(one, at));
  const counts = isBundled ? 'bundled' : 'all';
  if (mention?.entityId) return nameCard(archive, mention, mention.entityId, counts);
  const reuse = reuseBy(session, archive, isBundled);
  const texts = textsOf(session);
  askNewBlocks(reuse, texts, session.url);
  const place = sentenceMarksOf(reuse, at.key).find((one) => overlap(one, at));
  const sentence = place && seenSentenceAt(reuse, texts, { key: at.key, ...place });
  return sentence ? { kind: 'seen', counts, sentence } : null;
}

/** null when the archive has no such name any more. */
export function nameCard(
  archive: Archive,
  { exact, why, because }: Pick<Mention, 'exact' | 'why' | 'because'>,
  id: NonNullable<Mention['entityId']>,
  counts: CardCounts,
): CardView | null {
  const entity = describeEntity(archive, id, why);
  if (!entity.ok) return null;
  const labels = because
    .filter((other) => other !== id)
    .map((other) => archive.entityOf.get(other)?.prefLabel ?? other);
  return { kind: 'name', counts, exact, why, because: labels, entity: entity.value };
}

/** Says whether a card may open here now, and counts it. */
export type CardAllowance = (tabId: number, session: PageSession, at: MentionPlace) => boolean;

export function createCardAllowance(now: () => number): CardAllowance {
  const opened = new Map<number, number[]>();
  return (tabId, session, at) => {
    if (drawnMarks(session, at.key).some((mark) => isSamePlace(mark, at))) return true;
    const time = now();
    const since = session.blocks.get(at.key)?.since ?? time;
    const before = (opened.get(tabId) ?? []).filter((one) => time - one < MINUTE_MS);
    if (time - since < LEAST_AGE_MS || before.length >= MOST_CARDS_A_MINUTE) return false;
    opened.set(tabId, [...before, time]);
    return true;
  };
}

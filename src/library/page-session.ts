/**
 * What the background knows of one tab's page while it is being read: its blocks and their names.
 *
 * The texts live in memory only and are gone when the background dies; the content script then sends the page whole
 * again. What panels show (the summary) is kept where it survives.
 */
import type { EntityId } from '../entities/entity.ts';
import { linkMentions, type ReadBlock, readBlock } from '../entities/link-mentions.ts';
import type { Mention } from '../entities/mention.ts';
import type { NameKnowledge } from '../entities/name-knowledge.ts';
import type { PageMark, PageText } from '../protocol/calls.ts';
import type { AmbiguousName, NameOnPage, PassageView } from '../protocol/views.ts';
import type { Archive } from './archive.ts';

export interface PageSummary {
  readonly revision: number;
  /** Address the page had when it was read; a summary of another address is of another page. */
  readonly url: string | null;
  readonly title: string;
  readonly names: readonly NameOnPage[];
  readonly ambiguous: readonly AmbiguousName[];
  readonly passages: readonly PassageView[];
  readonly truncatedAt: number | null;
  readonly cardBlocked: boolean;
}

interface SessionBlock {
  readonly read: ReadBlock;
  mentions: readonly Mention[];
}

export interface PageSession {
  revision: number;
  title: string;
  truncatedAt: number | null;
  cardBlocked: boolean;
  /** In reading order as far as the content script's numbering keeps it. */
  readonly blocks: Map<number, SessionBlock>;
}

export function createPageSession(): PageSession {
  return { revision: 0, title: '', truncatedAt: null, cardBlocked: false, blocks: new Map() };
}

/** Positions shown for one name; the page has more, nobody steps through them. */
const MOST_PLACES = 200;

/** Takes a reading in; returns the blocks whose marks changed. */
export function takeReading(
  session: PageSession,
  knowledge: NameKnowledge,
  page: PageText,
): { key: number; marks: PageMark[] }[] {
  session.revision = page.revision;
  session.title = page.title;
  session.truncatedAt = page.truncatedAt;
  if (page.whole) session.blocks.clear();
  for (const key of page.removed) session.blocks.delete(key);
  const fresh = new Set(page.blocks.map(({ key }) => key));
  for (const { key, text } of page.blocks) {
    session.blocks.set(key, { read: readBlock(knowledge, text), mentions: [] });
  }
  const blocks = [...session.blocks];
  const linked = linkMentions(
    knowledge,
    blocks.map(([, block]) => block.read),
  );
  const changed: { key: number; marks: PageMark[] }[] = [];
  blocks.forEach(([key, block], index) => {
    const before = block.mentions;
    block.mentions = linked[index] as Mention[];
    const marks = marksOf(block.mentions);
    if (fresh.has(key) ? marks.length > 0 : !isSameMarks(marks, marksOf(before)))
      changed.push({ key, marks });
  });
  return changed;
}

function marksOf(mentions: readonly Mention[]): PageMark[] {
  return mentions.flatMap(({ start, end, entityId }) =>
    entityId ? [{ start, end, type: typeOf(entityId) }] : [],
  );
}

/** The type stands in front of the id. */
export function typeOf(entityId: EntityId): PageMark['type'] {
  return entityId.slice(0, entityId.indexOf(':')) as PageMark['type'];
}

function isSameMarks(a: readonly PageMark[], b: readonly PageMark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, at) => mark.start === b[at]!.start && mark.end === b[at]!.end && mark.type === b[at]!.type)
  );
}

export function mentionAt(session: PageSession, key: number, start: number, end: number): Mention | null {
  return (
    session.blocks.get(key)?.mentions.find((mention) => mention.start === start && mention.end === end) ??
    null
  );
}

/** Names of the page grouped by entity, most frequent first. */
export function namesOnPage(archive: Archive, session: PageSession): NameOnPage[] {
  const names = new Map<
    EntityId,
    { first: Mention; places: NameOnPage['places'][number][]; count: number }
  >();
  for (const [key, { mentions }] of session.blocks) {
    for (const mention of mentions) {
      if (!mention.entityId) continue;
      const place = { key, start: mention.start, end: mention.end };
      const known = names.get(mention.entityId);
      if (!known) names.set(mention.entityId, { first: mention, places: [place], count: 1 });
      else {
        known.count++;
        if (known.places.length < MOST_PLACES) known.places.push(place);
        if (mention.confidence > known.first.confidence) known.first = mention;
      }
    }
  }
  return [...names]
    .map(([entityId, { first, places, count }]): NameOnPage => {
      const labelOf = (id: EntityId) => archive.entityOf.get(id)?.prefLabel ?? id;
      return {
        entityId,
        type: typeOf(entityId),
        label: labelOf(entityId),
        count,
        confidence: first.confidence,
        why: first.why,
        because: first.because.filter((id) => id !== entityId).map(labelOf),
        exact: first.exact,
        places,
        passageCount: archive.passagesOf.get(entityId)?.length ?? 0,
      };
    })
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** Forms that stayed open, each once, with who they could be. */
export function ambiguousNames(archive: Archive, session: PageSession): AmbiguousName[] {
  const open = new Map<string, AmbiguousName>();
  for (const [key, { mentions }] of session.blocks) {
    for (const { entityId, exact, start, end, alternatives } of mentions) {
      if (entityId || open.has(exact)) continue;
      const candidates = alternatives.flatMap((candidate) => {
        const entity = archive.entityOf.get(candidate.entityId);
        return entity ? [{ entityId: entity.id, type: entity.type, label: entity.prefLabel }] : [];
      });
      open.set(exact, { exact, place: { key, start, end }, candidates });
    }
  }
  return [...open.values()];
}

export function allMentions(session: PageSession): Mention[] {
  return [...session.blocks.values()].flatMap(({ mentions }) => mentions);
}

export function textOf(session: PageSession): string {
  return [...session.blocks.values()].map(({ read }) => read.text).join('\n');
}
